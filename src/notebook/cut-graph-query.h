/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-graph.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

/* Who is tied to whom. What ties entities together is read once in the reading thread and kept until one of these changes. */

/** cut_notebook_graph: @entity: id. %CUT_ERROR_NOT_FOUND when there is no such entity */
CutGraph *cut_notebook_graph (CutNotebook *self, const char *entity, const CutGraphFilter *filter, GCancellable *cancellable, GError **error);
void cut_notebook_graph_async (CutNotebook *self, const char *entity, const CutGraphFilter *filter, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CutGraph *cut_notebook_graph_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/**
 * CutTiePassage:
 * @kind: what of the tie it is
 * @id: of the relation, claim, annotation or clip
 * @clip, @annotation: (nullable): ids of where it stands; %NULL where nothing shows it: a relation that no passage proves
 * @words: (nullable): what is claimed, or the words that are marked
 * @title, @outlet: (nullable): of the clip
 *
 * One passage that ties two entities together.
 */
typedef struct
{
  CutTieKind kind;
  char *id;
  char *clip;
  char *annotation;
  char *words;
  char *title;
  char *outlet;
} CutTiePassage;

/** cut_notebook_tie_passages: @edge: of @graph. Returns: (transfer full) (nullable) (element-type CutTiePassage): its evidence, as far as
 *   it is outside the Trash */
GPtrArray *cut_notebook_tie_passages (CutNotebook *self, CutGraph *graph, guint edge, GCancellable *cancellable, GError **error);
void cut_notebook_tie_passages_async (CutNotebook *self, CutGraph *graph, guint edge, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_tie_passages_finish (CutNotebook *self, GAsyncResult *result, GError **error);

G_END_DECLS
