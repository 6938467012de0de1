/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-graph-layout.h"
#include "cut-graph-look.h"

G_BEGIN_DECLS

/** CutGraphCamera: what is seen: @x, @y of the graph stand in the middle, @zoom times its natural size */
typedef struct
{
  double x;
  double y;
  double zoom;
} CutGraphCamera;

/**
 * CutGraphCurve:
 *
 * An edge from the rim of one node to the rim of the other, bent towards @bend (a control point) where several edges join the two.
 */
typedef struct
{
  CutGraphPoint from;
  CutGraphPoint bend;
  CutGraphPoint to;
} CutGraphCurve;

/**
 * CutGraphScene:
 * @graph: what is shown
 * @look: how
 * @sizes: (array): by node: room that it takes with its words
 * @points: (array): by node: where it stands
 * @pinned: (array): by node
 * @bends: (array): by edge: how far it is bent aside
 * @degrees: (array): by node: how many edges it has
 * @order: (array): the nodes, those first whose words are to be seen first
 *
 * A graph that is laid out, ready to be drawn. Immutable and reference-counted; any thread. All in pixels at the natural size.
 */
typedef struct
{
  gatomicrefcount ref_count;
  CutGraph *graph;
  CutGraphLook *look;
  CutGraphSize *sizes;
  CutGraphPoint *points;
  gboolean *pinned;
  double *bends;
  guint *degrees;
  guint *order;
} CutGraphScene;

/** cut_graph_scene_measure: Returns: (transfer full) (array): by node. Any thread. */
CutGraphSize *cut_graph_scene_measure (CutGraph *graph, CutGraphLook *look);
/** cut_graph_scene_get_apart: how far neighbours are to stand from each other where words look like that */
double cut_graph_scene_get_apart (const CutGraphLook *look);

/** cut_graph_scene_new: @layout: of a graph; its points and pins are copied. @sizes: (array): copied */
CutGraphScene *cut_graph_scene_new (CutGraphLayout *layout, const CutGraphSize *sizes, CutGraphLook *look);
/** cut_graph_scene_with_points: the same with the nodes elsewhere */
CutGraphScene *cut_graph_scene_with_points (CutGraphScene *self, const CutGraphPoint *points);
CutGraphScene *cut_graph_scene_ref (CutGraphScene *self);
void cut_graph_scene_unref (CutGraphScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutGraphScene, cut_graph_scene_unref)

double cut_graph_scene_get_radius (const CutGraphScene *self, guint node);
/** cut_graph_scene_get_scale: how large nodes and lines are drawn at @zoom: far away they do not shrink with all the rest */
double cut_graph_scene_get_scale (double zoom);
/** cut_graph_scene_get_curve: @zoom: at which the nodes are drawn that it joins */
CutGraphCurve cut_graph_scene_get_curve (const CutGraphScene *self, guint edge, double zoom);
/** cut_graph_curve_at: @part: 0 at its start, 1 at its end */
CutGraphPoint cut_graph_curve_at (const CutGraphCurve *self, double part);
/** cut_graph_scene_get_bounds: of all nodes with their words, which are of the same size on the screen at any @zoom */
graphene_rect_t cut_graph_scene_get_bounds (const CutGraphScene *self, double zoom);

/** cut_graph_scene_find_node: Returns: the node at @point, drawn at @zoom; -1 for none */
int cut_graph_scene_find_node (const CutGraphScene *self, CutGraphPoint point, double zoom);
/** cut_graph_scene_find_edge: Returns: the edge at @point, drawn at @zoom; -1 for none */
int cut_graph_scene_find_edge (const CutGraphScene *self, CutGraphPoint point, double zoom);
/**
 * cut_graph_scene_step:
 * @dx, @dy: a direction: one of them is 0
 *
 * Returns: the nearest neighbour of @node in that direction; where it has none there, the nearest of all nodes; @node itself where
 *   nothing is
 */
guint cut_graph_scene_step (const CutGraphScene *self, guint node, int dx, int dy);

G_END_DECLS
