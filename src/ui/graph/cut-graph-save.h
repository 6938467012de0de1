/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-graph-scene.h"

G_BEGIN_DECLS

typedef enum
{
  CUT_GRAPH_SVG,
  CUT_GRAPH_PNG,
} CutGraphFormat;

/** cut_graph_format_get_suffix: Returns: (transfer none): such as ".svg" */
const char *cut_graph_format_get_suffix (CutGraphFormat format);
/** cut_graph_format_from_word: Returns: whether @word (`svg`, `png`) is one; @format gets it */
gboolean cut_graph_format_from_word (const char *word, CutGraphFormat *format);

/** cut_graph_save_async: the whole graph, as it looks. Written off the main thread; the file appears whole or not at all, one that was there is
 *   replaced. */
void cut_graph_save_async (CutGraphScene *scene, CutGraphFormat format, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean cut_graph_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
