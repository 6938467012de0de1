/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "cut-graph-canvas-private.h"

#define LEAST_DRAG 5.0
#define STEP 80.0       /* of the graph, by a key */
#define NODE_STEP 24.0  /* of a node, by a key */
#define WHEEL_STEP 50.0 /* of the graph, by a click of the wheel */
#define ZOOM_STEP 1.25

/* Pointer. */

static void
look_under (CutGraphCanvas *self,
            double          x,
            double          y,
            int            *node,
            int            *edge)
{
  CutGraphPoint point = cut_graph_canvas_to_graph (self, x, y);

  *node = *edge = -1;
  if (self->scene == NULL)
    return;
  *node = cut_graph_scene_find_node (self->scene, point, self->camera.zoom);
  if (*node < 0)
    *edge = cut_graph_scene_find_edge (self->scene, point, self->camera.zoom);
}

static void
set_hover (CutGraphCanvas *self,
           int             node,
           int             edge)
{
  if (node == self->hover_node && edge == self->hover_edge)
    return;
  self->hover_node = node;
  self->hover_edge = edge;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), node >= 0 || edge >= 0 ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (CutGraphCanvas *self,
           double          x,
           double          y)
{
  int node, edge;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->dragging)
    return;
  look_under (self, x, y, &node, &edge);
  set_hover (self, node, edge);
}

static void
leave_cb (CutGraphCanvas *self)
{
  set_hover (self, -1, -1);
}

static void
drag_begin_cb (CutGraphCanvas *self,
               double          x,
               double          y)
{
  int edge;

  self->dragging = FALSE;
  self->drag_camera = self->camera;
  look_under (self, x, y, &self->drag_node, &edge);
  if (self->drag_node >= 0)
    self->drag_point = self->scene->points[self->drag_node];
}

static CutGraphPoint
dragged_to (CutGraphCanvas *self,
            double          dx,
            double          dy)
{
  return (CutGraphPoint) { self->drag_point.x + dx / self->camera.zoom, self->drag_point.y + dy / self->camera.zoom };
}

static void
drag_update_cb (CutGraphCanvas *self,
                double          dx,
                double          dy,
                GtkGesture     *gesture)
{
  if (self->scene == NULL || (!self->dragging && hypot (dx, dy) < LEAST_DRAG))
    return;
  if (!self->dragging)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->dragging = TRUE;
  if (self->drag_node >= 0)
    {
      cut_graph_canvas_move_node (self, (guint) self->drag_node, dragged_to (self, dx, dy));
      return;
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  self->fitted = self->camera_moves = FALSE;
  cut_graph_canvas_set_camera (self, (CutGraphCamera) { self->drag_camera.x - dx / self->camera.zoom,
                                                        self->drag_camera.y - dy / self->camera.zoom, self->camera.zoom });
}

static void
drag_end_cb (CutGraphCanvas *self,
             double          dx,
             double          dy)
{
  gboolean dragged = self->dragging;

  self->dragging = FALSE;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  if (dragged && self->drag_node >= 0)
    cut_graph_canvas_emit_moved (self, (guint) self->drag_node, dragged_to (self, dx, dy));
}

static void
released_cb (CutGraphCanvas *self,
             int             n_press,
             double          x,
             double          y)
{
  int node, edge;

  look_under (self, x, y, &node, &edge);
  gtk_widget_grab_focus (self->buttons[self->button]);
  if (node >= 0)
    {
      cut_graph_canvas_choose (self, node, -1);
      if (n_press == 2)
        cut_graph_canvas_emit (self, CANVAS_NODE_ACTIVATED, (guint) node);
    }
  else if (edge >= 0)
    {
      cut_graph_canvas_choose (self, (int) cut_graph_get_edge (self->scene->graph, (guint) edge)->from, edge);
      cut_graph_canvas_emit (self, CANVAS_EDGE_ACTIVATED, (guint) edge);
    }
}

static void
pinch_begin_cb (CutGraphCanvas *self)
{
  self->pinch_zoom = self->camera.zoom;
}

static void
pinch_cb (CutGraphCanvas *self,
          double          scale,
          GtkGesture     *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    cut_graph_canvas_zoom_about (self, self->pinch_zoom * scale / self->camera.zoom, x, y);
}

static gboolean
scroll_cb (CutGraphCanvas           *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *scroll)
{
  gboolean wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if (state & GDK_CONTROL_MASK)
    cut_graph_canvas_zoom_about (self, pow (ZOOM_STEP, wheel ? -dy : -dy / WHEEL_STEP), self->pointer_x, self->pointer_y);
  else
    cut_graph_canvas_pan (self, wheel ? dx * WHEEL_STEP : dx, wheel ? dy * WHEEL_STEP : dy);
  return TRUE;
}

static void
add_controller (CutGraphCanvas     *self,
                GtkEventController *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
cut_graph_canvas_add_gestures (CutGraphCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (focus, "notify::contains-focus", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  add_controller (self, focus);
  add_controller (self, motion);
  add_controller (self, scroll);
  add_controller (self, GTK_EVENT_CONTROLLER (drag));
  add_controller (self, GTK_EVENT_CONTROLLER (click));
  add_controller (self, GTK_EVENT_CONTROLLER (pinch));
}

/* Keys. */

static void
choose_node (CutGraphCanvas *self,
             guint           node)
{
  cut_graph_canvas_choose (self, (int) node, -1);
  cut_graph_canvas_bring_into_view (self, node);
}

static gboolean
walk (CutGraphCanvas   *self,
      GtkDirectionType  direction)
{
  int dx = direction == GTK_DIR_RIGHT ? 1 : direction == GTK_DIR_LEFT ? -1 : 0;
  int dy = direction == GTK_DIR_DOWN ? 1 : direction == GTK_DIR_UP ? -1 : 0;

  choose_node (self, cut_graph_scene_step (cut_graph_canvas_get_scene (self), (guint) self->node, dx, dy));
  return TRUE;
}

/* Returns: whether there was an edge, or the node itself, to go to */
static gboolean
walk_edges (CutGraphCanvas *self,
            int             by)
{
  g_autoptr (GArray) edges = cut_graph_list_edges (self->scene->graph, (guint) self->node);
  int place = -1;

  for (guint i = 0; i < edges->len; i++)
    if ((int) g_array_index (edges, guint, i) == self->edge)
      place = (int) i;
  if (place + by < -1 || place + by >= (int) edges->len)
    return FALSE;
  place += by;
  cut_graph_canvas_choose (self, self->node, place >= 0 ? (int) g_array_index (edges, guint, place) : -1);
  return TRUE;
}

gboolean
cut_graph_canvas_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  CutGraphCanvas *self = CUT_GRAPH_CANVAS (widget);

  if (self->scene == NULL || self->node < 0)
    return FALSE;
  if (gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (self->buttons[self->button]);
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return walk_edges (self, direction == GTK_DIR_TAB_FORWARD ? 1 : -1);
  return walk (self, direction);
}

gboolean
cut_graph_canvas_grab_focus (GtkWidget *widget)
{
  CutGraphCanvas *self = CUT_GRAPH_CANVAS (widget);

  return self->scene != NULL && gtk_widget_grab_focus (self->buttons[self->button]);
}

static gboolean
zoom_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  cut_graph_canvas_zoom (CUT_GRAPH_CANVAS (widget), g_variant_get_double (arguments));
  return TRUE;
}

static gboolean
fit_key_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  cut_graph_canvas_fit (CUT_GRAPH_CANVAS (widget));
  return TRUE;
}

static gboolean
home_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  CutGraphCanvas *self = CUT_GRAPH_CANVAS (widget);

  if (self->scene != NULL)
    choose_node (self, 0);
  return TRUE;
}

static gboolean
pan_key_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  CutGraphCanvas *self = CUT_GRAPH_CANVAS (widget);
  CutGraphCamera camera = self->camera_moves ? self->camera_goal : self->camera;
  int dx, dy;

  g_variant_get (arguments, "(ii)", &dx, &dy);
  self->fitted = FALSE;
  camera.x += dx * STEP / camera.zoom;
  camera.y += dy * STEP / camera.zoom;
  cut_graph_canvas_go_to (self, camera);
  return TRUE;
}

static gboolean
move_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  CutGraphCanvas *self = CUT_GRAPH_CANVAS (widget);
  CutGraphPoint point;
  int dx, dy;

  if (self->scene == NULL || self->node < 0)
    return FALSE;
  g_variant_get (arguments, "(ii)", &dx, &dy);
  point = cut_graph_canvas_get_scene (self)->points[self->node];
  point.x += dx * NODE_STEP;
  point.y += dy * NODE_STEP;
  cut_graph_canvas_move_node (self, (guint) self->node, point);
  cut_graph_canvas_emit_moved (self, (guint) self->node, point);
  return TRUE;
}

static gboolean
pin_key_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  CutGraphCanvas *self = CUT_GRAPH_CANVAS (widget);
  CutGraphScene *scene = cut_graph_canvas_get_scene (self);

  if (scene == NULL || self->node < 0)
    return FALSE;
  if (scene->pinned[self->node])
    cut_graph_canvas_emit (self, CANVAS_NODE_RELEASED, (guint) self->node);
  else
    cut_graph_canvas_emit_moved (self, (guint) self->node, scene->points[self->node]);
  return TRUE;
}

static void
add_arrows (GtkWidgetClass  *widget_class,
            GdkModifierType  modifiers,
            GtkShortcutFunc  callback)
{
  static const struct
  {
    guint key;
    guint pad;
    int dx;
    int dy;
  } arrows[] = { { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
                 { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
                 { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
                 { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, modifiers, callback, "(ii)", arrows[i].dx, arrows[i].dy);
      gtk_widget_class_add_binding (widget_class, arrows[i].pad, modifiers, callback, "(ii)", arrows[i].dx, arrows[i].dy);
    }
}

void
cut_graph_canvas_class_add_bindings (GtkWidgetClass *widget_class)
{
  static const guint in[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint out[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  static const guint all[] = { GDK_KEY_0, GDK_KEY_KP_0 };

  for (guint i = 0; i < G_N_ELEMENTS (in); i++)
    gtk_widget_class_add_binding (widget_class, in[i], 0, zoom_key_cb, "d", ZOOM_STEP);
  for (guint i = 0; i < G_N_ELEMENTS (out); i++)
    gtk_widget_class_add_binding (widget_class, out[i], 0, zoom_key_cb, "d", 1 / ZOOM_STEP);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_class_add_binding (widget_class, all[i], 0, fit_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, home_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_p, 0, pin_key_cb, NULL);
  add_arrows (widget_class, GDK_CONTROL_MASK, pan_key_cb);
  add_arrows (widget_class, GDK_SHIFT_MASK, move_key_cb);
}
