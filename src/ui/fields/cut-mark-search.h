/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"

G_BEGIN_DECLS

/**
 * cut_mark_search_async:
 * @text: words, as a person types them
 * @limit: how many at most
 *
 * Finds the marks whose words hold all of @text's, whatever their case; the last one may go on. The index of the notebook holds
 * texts and notes, not the words of each mark, so they are looked through in a worker thread.
 */
void cut_mark_search_async (CutNotebook *notebook, const char *text, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
/** cut_mark_search_finish: Returns: (transfer full) (nullable) (element-type CutRow): newest first, each with the outlet it stands in */
GPtrArray *cut_mark_search_finish (GAsyncResult *result, GError **error);

G_END_DECLS
