/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-graph-scene.h"

G_BEGIN_DECLS

/* Drawing graphs: with cairo alone, so that any thread can. */

/**
 * cut_graph_paint:
 * @width, @height: of what is drawn on, in its units
 *
 * Nodes, edges and as many words as fit. Which words are shown hangs on the zoom alone, so that none come and go when the
 * graph is moved.
 */
void cut_graph_paint (CutGraphScene *scene, cairo_t *cr, const CutGraphCamera *camera, double width, double height, GCancellable *cancellable);

/**
 * cut_graph_paint_focus:
 * @node, @edge: -1 for none
 * @strong: whether the focus is there, not only the pointer
 *
 * What is drawn over the graph where the focus or the pointer is: the node with its edges and words, or the edge.
 */
void cut_graph_paint_focus (CutGraphScene *scene, cairo_t *cr, const CutGraphCamera *camera, double width, double height, int node, int edge,
                            gboolean strong);

/** cut_graph_paint_get_dashes: Returns: (transfer none) (array length=n_dashes): of lines of that kind */
const double *cut_graph_paint_get_dashes (CutTieKind kind, int *n_dashes);
/** cut_graph_paint_get_width: of the line of @edge, in pixels */
double cut_graph_paint_get_width (const CutGraphEdge *edge);
/** cut_graph_paint_get_strength: how much of the ink the line of that kind takes, 0 to 1 */
double cut_graph_paint_get_strength (CutTieKind kind);

/** cut_graph_edge_get_name: Returns: (transfer full) (nullable): what stands at a relation; %NULL at other ties */
char *cut_graph_edge_get_name (const CutGraphEdge *edge);

G_END_DECLS
