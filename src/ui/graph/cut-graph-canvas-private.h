/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-graph-canvas.h"
#include "cut-graph-painter.h"

G_BEGIN_DECLS

/* Private to the canvas: cut-graph-canvas.c draws, cut-graph-canvas-input.c hears pointer and keys. */

#define CUT_GRAPH_LEAST_ZOOM 0.03
#define CUT_GRAPH_MOST_ZOOM 4.0

enum
{
  CANVAS_NODE_ACTIVATED,
  CANVAS_EDGE_ACTIVATED,
  CANVAS_NODE_MOVED,
  CANVAS_NODE_RELEASED,
  CANVAS_ZOOMED,
  N_CANVAS_SIGNALS,
};

struct _CutGraphCanvas
{
  GtkWidget parent_instance;

  CutGraphScene *scene; /* (owned) (nullable): as it is shown */
  CutGraphScene *goal;  /* (owned) (nullable): what it is on its way to */
  CutGraphPoint *starts; /* (owned) (nullable): by node: where it comes from */
  gint64 scene_since;

  CutGraphCamera camera;
  CutGraphCamera camera_from;
  CutGraphCamera camera_goal;
  gint64 camera_since;
  gboolean camera_moves;
  gboolean fitted; /* all is shown, and is to stay so */
  int width;       /* as allocated */
  int height;
  guint tick;

  CutGraphPainter *painter; /* (owned) */
  CutGraphPicture *picture; /* (owned) (nullable) */
  GCancellable *drawing;    /* (owned) (nullable): a picture is on its way */

  GtkWidget *buttons[2]; /* the children */
  int button;            /* the one that stands for what is chosen */
  int node;              /* chosen; -1 for none */
  int edge;              /* of that node; -1 for none */
  int hover_node;
  int hover_edge;

  int drag_node; /* -1: the graph is dragged */
  gboolean dragging;
  CutGraphCamera drag_camera;
  CutGraphPoint drag_point;
  double pinch_zoom;
  double pointer_x;
  double pointer_y;
};

void cut_graph_canvas_emit (CutGraphCanvas *self, int which, guint place);
void cut_graph_canvas_emit_moved (CutGraphCanvas *self, guint node, CutGraphPoint point);
CutGraphPoint cut_graph_canvas_to_graph (CutGraphCanvas *self, double x, double y);
void cut_graph_canvas_set_camera (CutGraphCanvas *self, CutGraphCamera camera);
/** cut_graph_canvas_go_to: within a moment */
void cut_graph_canvas_go_to (CutGraphCanvas *self, CutGraphCamera camera);
/** cut_graph_canvas_zoom_about: what is at @x, @y stays there */
void cut_graph_canvas_zoom_about (CutGraphCanvas *self, double factor, double x, double y);
void cut_graph_canvas_bring_into_view (CutGraphCanvas *self, guint node);
void cut_graph_canvas_move_node (CutGraphCanvas *self, guint node, CutGraphPoint point);

void cut_graph_canvas_add_gestures (CutGraphCanvas *self);
void cut_graph_canvas_class_add_bindings (GtkWidgetClass *widget_class);
gboolean cut_graph_canvas_focus (GtkWidget *widget, GtkDirectionType direction);
gboolean cut_graph_canvas_grab_focus (GtkWidget *widget);

G_END_DECLS
