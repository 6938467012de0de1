/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-store.h"

G_BEGIN_DECLS

/* Private to src/notebook; in the writer's thread. */

/**
 * cut_sketching_run:
 * @limit: how many captures to look at
 * @touched: (out) (element-type utf8): ids of clips that have a likeness now
 *
 * Sketches captures that have none yet, oldest first, and compares each with those that share a key with it. One
 * transaction; takes some ms for each capture, whatever the size of the notebook.
 *
 * Returns: how many were looked at; fewer than @limit when none is left; -1 with @error
 */
int cut_sketching_run (CutStore *store, guint limit, GPtrArray **touched, GError **error);

G_END_DECLS
