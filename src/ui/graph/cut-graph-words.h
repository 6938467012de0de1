/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-graph.h"

G_BEGIN_DECLS

/* A graph in words: for who hears it. */

/** cut_graph_describe_edge: Returns: (transfer full): such as “Anselm Rudd → Tolvane Line: Directorship (chair), since 2015” */
char *cut_graph_describe_edge (const CutGraph *graph, guint edge);
/** cut_graph_describe_tie: Returns: (transfer full): what @edge says, without whom it joins: “Directorship (chair), since 2015” */
char *cut_graph_describe_tie (const CutGraphEdge *edge);
/** cut_graph_describe_node: Returns: (transfer full): its name and kind, and what ties it to whom: the first ones, and how many more */
char *cut_graph_describe_node (const CutGraph *graph, guint node, gboolean pinned);
/** cut_graph_describe: Returns: (transfer full): how large it is, and what is left out of it */
char *cut_graph_describe (const CutGraph *graph);
/** cut_graph_get_other: Returns: the node at the other end of @edge */
guint cut_graph_get_other (const CutGraph *graph, guint edge, guint node);
/** cut_tie_kind_get_label: Returns: (transfer none): what ties of @kind are called where one chooses among them */
const char *cut_tie_kind_get_label (CutTieKind kind);

G_END_DECLS
