/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-graph-scene.h"

G_BEGIN_DECLS

#define CUT_TYPE_GRAPH_CANVAS (cut_graph_canvas_get_type ())
G_DECLARE_FINAL_TYPE (CutGraphCanvas, cut_graph_canvas, CUT, GRAPH_CANVAS, GtkWidget)

/**
 * CutGraphCanvas:
 *
 * The drawing of a graph, to be moved about and walked through. It is drawn in a thread of its own; the main thread only puts
 * the picture on the screen, and the focus over it.
 *
 * Pointer: drag to move, scroll to move, Ctrl and scroll or pinch to zoom, drag a node to pin it, click to choose, twice to open. Keys:
 * arrows go to the nearest neighbour that way, Tab goes along the edges of the node, Enter opens, Ctrl with arrows moves the
 * graph, Shift with arrows moves and pins the node, P pins it where it is or lets it go, + and − zoom, 0 shows all, Home goes to the
 * centre.
 *
 * For a screen reader the canvas is a group with one button: the node or edge that has the focus. There are two of
 * them by turns, so that each step is a move of the focus, which is read out.
 *
 * Signals: `node-activated` (guint node); `edge-activated` (guint edge); `node-moved` (guint node, double x, double y): to be
 * pinned there; `node-released` (guint node): no longer to be pinned; `zoomed`.
 */
GtkWidget *cut_graph_canvas_new (void);

/**
 * cut_graph_canvas_set_scene:
 * @scene: (nullable)
 * @follow: whether the camera goes to the new centre
 *
 * Nodes that were there before go to their new places within a moment. The focus stays on the same entity.
 */
void cut_graph_canvas_set_scene (CutGraphCanvas *self, CutGraphScene *scene, gboolean follow);
/** cut_graph_canvas_get_scene: (nullable) (transfer none): with all nodes where they go to */
CutGraphScene *cut_graph_canvas_get_scene (CutGraphCanvas *self);

/** cut_graph_canvas_zoom: @factor: about the middle */
void cut_graph_canvas_zoom (CutGraphCanvas *self, double factor);
void cut_graph_canvas_fit (CutGraphCanvas *self);
CutGraphCamera cut_graph_canvas_get_camera (CutGraphCanvas *self);
/** cut_graph_canvas_pan: @dx, @dy: pixels of the screen */
void cut_graph_canvas_pan (CutGraphCanvas *self, double dx, double dy);

/** cut_graph_canvas_choose: @node, @edge: -1 for none: an edge is one of that node. The focus goes along where the canvas has it. */
void cut_graph_canvas_choose (CutGraphCanvas *self, int node, int edge);
int cut_graph_canvas_get_node (CutGraphCanvas *self);
int cut_graph_canvas_get_edge (CutGraphCanvas *self);
/** cut_graph_canvas_get_place: @rect: (out): where the chosen node or edge is, in the canvas. Returns: whether there is one */
gboolean cut_graph_canvas_get_place (CutGraphCanvas *self, GdkRectangle *rect);
/** cut_graph_canvas_is_drawn: whether what is on the screen is the scene as it is, at this zoom */
gboolean cut_graph_canvas_is_drawn (CutGraphCanvas *self);

G_END_DECLS
