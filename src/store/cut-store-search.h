/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-store.h"

G_BEGIN_DECLS

/* What a search asks besides lists. */

/** cut_store_search: as cut_store_keys(); @partial: (out): whether the time of @query was up before all was looked at */
GArray *cut_store_search (CutStore *self, const CutQuery *query, gboolean *partial, GError **error);

/** cut_store_suggest: @suggestion: (out) (transfer full) (nullable): other words for those of @query, which finds nothing, that find
 *   something; see cut-spelling.h */
gboolean cut_store_suggest (CutStore *self, const CutQuery *query, char **suggestion, GError **error);

/** cut_store_count_unindexed: Returns: how many objects are not found yet, as the index has another form than when they were put; -1 on error */
gint64 cut_store_count_unindexed (CutStore *self, GError **error);

/**
 * cut_store_catch_up:
 * @budget: µs after which to stop; something is always done
 * @n_done: (out): how many objects were indexed; 0 when none was left
 *
 * In a transaction of its own. Whoever stops the program in between loses nothing: what is left waits on.
 */
gboolean cut_store_catch_up (CutStore *self, gint64 budget, guint *n_done, GError **error);

G_END_DECLS
