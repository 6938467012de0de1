/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-graph-quadtree.h"
#include "cut-graph.h"

G_BEGIN_DECLS

/**
 * CutGraphSize:
 * @width: of the node with its words, half of it to each side
 * @above, @below: how far it reaches from its middle
 *
 * In pixels at the natural size.
 */
typedef struct
{
  double width;
  double above;
  double below;
} CutGraphSize;

/**
 * CutGraphLayout:
 *
 * Where the nodes of a graph stand. Ties pull them together and all push each other away, as in T. Fruchterman and
 * E. Reingold, “Graph drawing by force-directed placement” (1991), with the pushes of far nodes summed up after Barnes and
 * Hut; at last those that lie on each other are moved apart.
 *
 * It is stable: the same graph always gets the same places; a node that was there before stays where it was but for a
 * little, one that comes back comes to where it was, and one that is pinned does not move at all.
 *
 * It takes its time: cut_graph_layout_run() does a part of the work. One thread at a time.
 */
typedef struct _CutGraphLayout CutGraphLayout;

/**
 * cut_graph_layout_new:
 * @graph: held
 * @previous: (nullable): of another graph of the same entities, whose places are taken over
 * @sizes: (array): by node
 * @apart: how far neighbours are to stand from each other, pixels at the natural size
 */
CutGraphLayout *cut_graph_layout_new (CutGraph *graph, CutGraphLayout *previous, const CutGraphSize *sizes, double apart);
void cut_graph_layout_free (CutGraphLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutGraphLayout, cut_graph_layout_free)

/** cut_graph_layout_run: @steps: at most so many; how they are divided does not change the outcome. Returns: whether more are
 *   left to do; a step that is under way when it is cancelled is finished */
gboolean cut_graph_layout_run (CutGraphLayout *self, guint steps, GCancellable *cancellable);

CutGraph *cut_graph_layout_get_graph (CutGraphLayout *self);
/** cut_graph_layout_get_points: Returns: (transfer none) (array): by node: as far as it was run */
const CutGraphPoint *cut_graph_layout_get_points (CutGraphLayout *self);

/** cut_graph_layout_pin: @node stands there until it is unpinned; the others then make room with the steps that follow */
void cut_graph_layout_pin (CutGraphLayout *self, guint node, CutGraphPoint point);
void cut_graph_layout_unpin (CutGraphLayout *self, guint node);
gboolean cut_graph_layout_is_pinned (CutGraphLayout *self, guint node);

G_END_DECLS
