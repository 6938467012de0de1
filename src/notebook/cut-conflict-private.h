/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-conflict.h"
#include "cut-store.h"

G_BEGIN_DECLS

/* Private to src/notebook. */

/** cut_conflicts_read: Returns: (transfer full) (nullable) (element-type CutConflict): of all objects; nothing is known of their writers yet */
GPtrArray *cut_conflicts_read (CutStore *store, GCancellable *cancellable, GError **error);

/**
 * cut_conflict_find_writers:
 * @conflicts: (element-type CutConflict)
 * @owner: (nullable): the contributor whose notebook it is
 *
 * Finds out who wrote each wording and when, as far as the notebook knows: which writes are its own it noted itself; when something came
 * or was written stands in the journal, which is read back to there.
 */
gboolean cut_conflict_find_writers (CutStore *store, const char *owner, GPtrArray *conflicts, GError **error);

G_END_DECLS
