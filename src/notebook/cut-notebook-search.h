/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"

G_BEGIN_DECLS

/**
 * CutHits:
 * @keys: (element-type gint64): what was found, in the order of the query, as cut_notebook_keys_finish() gives it
 * @rows: (element-type CutRow): of the first of them, with snippets
 * @partial: the time of the query was up: only the newest were looked at. Asked again without such a time, all are.
 * @suggestion: (nullable): nothing was found, but this would find something: the same search with words of the notebook for those
 *   that stand nowhere in it
 * @n_waiting: objects that are not found yet, as the index is still being made; see cut_notebook_catch_up()
 *
 * What a search found. Immutable but for its owner.
 */
typedef struct
{
  GArray *keys;
  GPtrArray *rows;
  gboolean partial;
  char *suggestion;
  gint64 n_waiting;
} CutHits;

void cut_hits_free (CutHits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutHits, cut_hits_free)

/**
 * cut_notebook_search:
 * @query: with words; its `most_ms` bounds the time
 * @n_rows: of how many hits to make rows at once: what is seen first. The rest: cut_notebook_rows_for_keys_async()
 *
 * Blocking. Returns: (transfer full)
 */
CutHits *cut_notebook_search (CutNotebook *self, const CutQuery *query, guint n_rows, GCancellable *cancellable, GError **error);
void cut_notebook_search_async (CutNotebook *self, const CutQuery *query, guint n_rows, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CutHits *cut_notebook_search_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/**
 * cut_notebook_catch_up:
 * @n_left: (out): objects that still wait to be found; 0 when all is done
 *
 * Indexes for about a second what a new form of the index left waiting. The window needs not call it: an open notebook does this by itself
 * behind everything else, the latest first. Blocking; a notebook that can only be read stays as it is.
 */
gboolean cut_notebook_catch_up (CutNotebook *self, gint64 *n_left, GCancellable *cancellable, GError **error);

G_END_DECLS
