/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-store.h"

G_BEGIN_DECLS

/**
 * cut_history_find:
 * @revs: (element-type utf8): revisions to look for
 *
 * Looks through the journal for objects as they once were. Walks it backwards by undoing in a transaction that is
 * taken back, so nothing else may be open; meant for the few objects two people changed.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 CutRecord): those found, by revision
 */
GHashTable *cut_history_find (CutStore *store, GHashTable *revs, GError **error);

G_END_DECLS
