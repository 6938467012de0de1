/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-graph-canvas.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cut-graph-canvas-private.h"
#include "cut-graph-paint.h"
#include "cut-graph-words.h"

/* How much more than what is seen is drawn to each side, as a part of it. */
#define MARGIN 0.25
#define EASE_MICROSECONDS 300000.0
#define LEAST_SIZE 120

static guint signals[N_CANVAS_SIGNALS];

G_DEFINE_FINAL_TYPE (CutGraphCanvas, cut_graph_canvas, GTK_TYPE_WIDGET)

void
cut_graph_canvas_emit (CutGraphCanvas *self,
                       int             which,
                       guint           place)
{
  g_signal_emit (self, signals[which], 0, place);
}

void
cut_graph_canvas_emit_moved (CutGraphCanvas *self,
                             guint           node,
                             CutGraphPoint   point)
{
  g_signal_emit (self, signals[CANVAS_NODE_MOVED], 0, node, point.x, point.y);
}

/* Where things are. */

static double
width_of (CutGraphCanvas *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
}

static double
height_of (CutGraphCanvas *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1);
}

CutGraphPoint
cut_graph_canvas_to_graph (CutGraphCanvas *self,
                           double          x,
                           double          y)
{
  return (CutGraphPoint) { (x - width_of (self) / 2) / self->camera.zoom + self->camera.x,
                           (y - height_of (self) / 2) / self->camera.zoom + self->camera.y };
}

static CutGraphPoint
to_screen (CutGraphCanvas *self,
           CutGraphPoint   point)
{
  return (CutGraphPoint) { (point.x - self->camera.x) * self->camera.zoom + width_of (self) / 2,
                           (point.y - self->camera.y) * self->camera.zoom + height_of (self) / 2 };
}

gboolean
cut_graph_canvas_get_place (CutGraphCanvas *self,
                            GdkRectangle   *rect)
{
  CutGraphPoint at;
  double size = 12;

  if (self->scene == NULL || self->node < 0)
    return FALSE;
  if (self->edge >= 0)
    {
      CutGraphCurve curve = cut_graph_scene_get_curve (self->scene, (guint) self->edge, self->camera.zoom);

      at = to_screen (self, cut_graph_curve_at (&curve, 0.5));
    }
  else
    {
      at = to_screen (self, self->scene->points[self->node]);
      size = cut_graph_scene_get_radius (self->scene, (guint) self->node) * cut_graph_scene_get_scale (self->camera.zoom);
    }
  *rect = (GdkRectangle) { (int) CLAMP (at.x - size, 0, fmax (width_of (self) - 2 * size, 0)),
                           (int) CLAMP (at.y - size, 0, fmax (height_of (self) - 2 * size, 0)), (int) (2 * size), (int) (2 * size) };
  return TRUE;
}

/* Pictures. */

static gboolean
covers (CutGraphCanvas        *self,
        const CutGraphPicture *picture)
{
  double x = (self->camera.x - picture->camera.x) * self->camera.zoom;
  double y = (self->camera.y - picture->camera.y) * self->camera.zoom;

  /* A new one is ordered while there is still some of the old one left. */
  return fabs (x) <= (picture->width - width_of (self)) * 0.3 && fabs (y) <= (picture->height - height_of (self)) * 0.3;
}

gboolean
cut_graph_canvas_is_drawn (CutGraphCanvas *self)
{
  const CutGraphPicture *picture = self->picture;

  return self->scene == NULL || (self->goal == NULL && picture != NULL && picture->scene == self->scene &&
                                 picture->camera.zoom == self->camera.zoom && covers (self, picture));
}

static gboolean
is_picture_good (CutGraphCanvas *self)
{
  const CutGraphPicture *picture = self->picture;

  return picture != NULL && picture->scene == self->scene && picture->camera.zoom == self->camera.zoom && covers (self, picture) &&
         picture->factor == gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static void order_picture (CutGraphCanvas *self);

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutGraphCanvas) self = user_data;
  g_autoptr (GError) error = NULL;
  CutGraphPicture *picture = cut_graph_painter_draw_finish (result, &error);

  g_clear_object (&self->drawing);
  if (picture == NULL)
    return;
  g_clear_pointer (&self->picture, cut_graph_picture_free);
  self->picture = picture;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  order_picture (self);
}

/* One at a time: what changes meanwhile is in the next one. */
static void
order_picture (CutGraphCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->scene == NULL || self->drawing != NULL || self->painter == NULL || width <= 0 || height <= 0 || is_picture_good (self))
    return;
  self->drawing = g_cancellable_new ();
  cut_graph_painter_draw_async (self->painter, self->scene, &self->camera, (int) (width * (1 + 2 * MARGIN)), (int) (height * (1 + 2 * MARGIN)),
                                gtk_widget_get_scale_factor (GTK_WIDGET (self)), self->drawing, drawn_cb, g_object_ref (self));
}

/* The renderer without a graphics card copies a whole texture for each frame, but of a surface only what is seen; one with a card
 * keeps the texture there. */
static void
append_surface (CutGraphCanvas        *self,
                GtkSnapshot           *snapshot,
                const graphene_rect_t *area,
                double                 ratio)
{
  const CutGraphPicture *picture = self->picture;
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) width_of (self), (float) height_of (self));
  graphene_rect_t seen;
  double scale = ratio / picture->factor;
  cairo_t *cr;

  if (!graphene_rect_intersection (area, &all, &seen))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &seen);
  cairo_translate (cr, (double) area->origin.x, (double) area->origin.y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, picture->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), ratio == 1 ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/* Whole pixels, or all letters would be blurred. */
static void
append_picture (CutGraphCanvas *self,
                GtkSnapshot    *snapshot)
{
  CutGraphPicture *picture = self->picture;
  double ratio = self->camera.zoom / picture->camera.zoom;
  double factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double x = (picture->camera.x - self->camera.x) * self->camera.zoom + (width_of (self) - picture->width * ratio) / 2;
  double y = (picture->camera.y - self->camera.y) * self->camera.zoom + (height_of (self) - picture->height * ratio) / 2;
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) (round (x * factor) / factor), (float) (round (y * factor) / factor),
                                             (float) (picture->width * ratio), (float) (picture->height * ratio));

  if (GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self)))))
    append_surface (self, snapshot, &area, ratio);
  else
    gtk_snapshot_append_texture (snapshot, cut_graph_picture_get_texture (picture), &area);
}

static gboolean
has_focus (CutGraphCanvas *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

static void
paint_focus (CutGraphCanvas *self,
             cairo_t        *cr,
             int             node,
             int             edge,
             gboolean        strong)
{
  cut_graph_paint_focus (self->scene, cr, &self->camera, width_of (self), height_of (self), node, edge, strong);
}

static void
append_focus (CutGraphCanvas *self,
              GtkSnapshot    *snapshot)
{
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) width_of (self), (float) height_of (self));
  gboolean hovers = self->hover_node >= 0 || self->hover_edge >= 0;
  cairo_t *cr;

  if (self->node < 0 && !hovers)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  if (hovers)
    paint_focus (self, cr, self->hover_node, self->hover_edge, FALSE);
  /* Of an edge also while its passages are looked at. */
  if (self->node >= 0 && (has_focus (self) || self->edge >= 0))
    paint_focus (self, cr, self->node, self->edge, TRUE);
  cairo_destroy (cr);
}

static void
cut_graph_canvas_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  CutGraphCanvas *self = CUT_GRAPH_CANVAS (widget);

  if (self->scene == NULL)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width_of (self), (float) height_of (self)));
  if (self->picture != NULL)
    append_picture (self, snapshot);
  append_focus (self, snapshot);
  gtk_snapshot_pop (snapshot);
  order_picture (self);
}

/* The camera. */

void
cut_graph_canvas_set_camera (CutGraphCanvas *self,
                             CutGraphCamera  camera)
{
  camera.zoom = CLAMP (camera.zoom, CUT_GRAPH_LEAST_ZOOM, CUT_GRAPH_MOST_ZOOM);
  if (camera.zoom != self->camera.zoom)
    g_signal_emit (self, signals[CANVAS_ZOOMED], 0);
  self->camera = camera;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_animated (CutGraphCanvas *self)
{
  gboolean animated = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated, NULL);
  return animated && gtk_widget_get_mapped (GTK_WIDGET (self));
}

static double
ease (double part)
{
  double left = 1 - CLAMP (part, 0, 1);

  return 1 - left * left * left;
}

static gboolean
ease_camera (CutGraphCanvas *self,
             gint64          now)
{
  double part = ease ((double) (now - self->camera_since) / EASE_MICROSECONDS);

  if (!self->camera_moves)
    return FALSE;
  cut_graph_canvas_set_camera (self, (CutGraphCamera) { self->camera_from.x + part * (self->camera_goal.x - self->camera_from.x),
                                                        self->camera_from.y + part * (self->camera_goal.y - self->camera_from.y),
                                                        self->camera_from.zoom * pow (self->camera_goal.zoom / self->camera_from.zoom, part) });
  if (part < 1)
    return TRUE;
  cut_graph_canvas_set_camera (self, self->camera_goal);
  self->camera_moves = FALSE;
  return FALSE;
}

static void
take_scene (CutGraphCanvas *self,
            CutGraphScene  *scene)
{
  g_clear_pointer (&self->scene, cut_graph_scene_unref);
  self->scene = scene;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
ease_scene (CutGraphCanvas *self,
            gint64          now)
{
  double part = ease ((double) (now - self->scene_since) / EASE_MICROSECONDS);
  guint n;
  g_autofree CutGraphPoint *points = NULL;

  if (self->goal == NULL)
    return FALSE;
  if (part >= 1)
    {
      take_scene (self, g_steal_pointer (&self->goal));
      return FALSE;
    }
  n = self->goal->graph->nodes->len;
  points = g_new (CutGraphPoint, n);
  for (guint i = 0; i < n; i++)
    points[i] = (CutGraphPoint) { self->starts[i].x + part * (self->goal->points[i].x - self->starts[i].x),
                                  self->starts[i].y + part * (self->goal->points[i].y - self->starts[i].y) };
  take_scene (self, cut_graph_scene_with_points (self->goal, points));
  return TRUE;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  CutGraphCanvas *self = CUT_GRAPH_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  gboolean camera = ease_camera (self, now);
  gboolean scene = ease_scene (self, now);

  if (camera || scene)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
start_ticking (CutGraphCanvas *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static gint64
now_of (CutGraphCanvas *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  return clock != NULL ? gdk_frame_clock_get_frame_time (clock) : g_get_monotonic_time ();
}

void
cut_graph_canvas_go_to (CutGraphCanvas *self,
                        CutGraphCamera  camera)
{
  camera.zoom = CLAMP (camera.zoom, CUT_GRAPH_LEAST_ZOOM, CUT_GRAPH_MOST_ZOOM);
  self->camera_moves = is_animated (self);
  if (!self->camera_moves)
    {
      cut_graph_canvas_set_camera (self, camera);
      return;
    }
  self->camera_from = self->camera;
  self->camera_goal = camera;
  self->camera_since = now_of (self);
  start_ticking (self);
}

/* The camera as it will be when it has come to rest. */
static CutGraphCamera
resting_camera (CutGraphCanvas *self)
{
  return self->camera_moves ? self->camera_goal : self->camera;
}

void
cut_graph_canvas_zoom_about (CutGraphCanvas *self,
                             double          factor,
                             double          x,
                             double          y)
{
  CutGraphPoint fixed = cut_graph_canvas_to_graph (self, x, y);
  CutGraphCamera camera = { 0, 0, CLAMP (self->camera.zoom * factor, CUT_GRAPH_LEAST_ZOOM, CUT_GRAPH_MOST_ZOOM) };

  self->fitted = self->camera_moves = FALSE;
  camera.x = fixed.x - (x - width_of (self) / 2) / camera.zoom;
  camera.y = fixed.y - (y - height_of (self) / 2) / camera.zoom;
  cut_graph_canvas_set_camera (self, camera);
}

void
cut_graph_canvas_zoom (CutGraphCanvas *self,
                       double          factor)
{
  CutGraphCamera camera = resting_camera (self);

  g_return_if_fail (CUT_IS_GRAPH_CANVAS (self));

  self->fitted = FALSE;
  camera.zoom *= factor;
  cut_graph_canvas_go_to (self, camera);
}

void
cut_graph_canvas_pan (CutGraphCanvas *self,
                      double          dx,
                      double          dy)
{
  CutGraphCamera camera = self->camera;

  g_return_if_fail (CUT_IS_GRAPH_CANVAS (self));

  self->fitted = self->camera_moves = FALSE;
  camera.x += dx / camera.zoom;
  camera.y += dy / camera.zoom;
  cut_graph_canvas_set_camera (self, camera);
}

static double
zoom_for (CutGraphCanvas        *self,
          const graphene_rect_t *bounds)
{
  double across = width_of (self) / fmax ((double) bounds->size.width, 1);
  double down = height_of (self) / fmax ((double) bounds->size.height, 1);

  /* A few nodes are not blown up to fill the window. */
  return CLAMP (fmin (across, down), CUT_GRAPH_LEAST_ZOOM, 1.2);
}

/* Words do not shrink with the rest: the zoom at which all fits is come near to, but not for the words alone. */
static CutGraphCamera
camera_for_all (CutGraphCanvas *self,
                CutGraphScene  *scene)
{
  graphene_rect_t bounds = cut_graph_scene_get_bounds (scene, G_MAXDOUBLE);
  double least = 0.6 * zoom_for (self, &bounds);
  CutGraphCamera camera = { 0, 0, 1.2 };

  for (guint i = 0; i < 8; i++)
    {
      bounds = cut_graph_scene_get_bounds (scene, camera.zoom);
      camera.x = (double) (bounds.origin.x + bounds.size.width / 2);
      camera.y = (double) (bounds.origin.y + bounds.size.height / 2);
      camera.zoom = fmax (zoom_for (self, &bounds), least);
    }
  return camera;
}

void
cut_graph_canvas_fit (CutGraphCanvas *self)
{
  g_return_if_fail (CUT_IS_GRAPH_CANVAS (self));

  if (self->scene == NULL)
    return;
  self->fitted = TRUE;
  cut_graph_canvas_go_to (self, camera_for_all (self, cut_graph_canvas_get_scene (self)));
}

/* What has the focus is on the screen. */
void
cut_graph_canvas_bring_into_view (CutGraphCanvas *self,
                                  guint           node)
{
  CutGraphScene *scene = cut_graph_canvas_get_scene (self);
  CutGraphCamera camera = resting_camera (self);
  double x = (scene->points[node].x - camera.x) * camera.zoom;
  double y = (scene->points[node].y - camera.y) * camera.zoom;
  double most_x = width_of (self) * 0.4;
  double most_y = height_of (self) * 0.38;

  if (fabs (x) <= most_x && fabs (y) <= most_y)
    return;
  self->fitted = FALSE;
  camera.x += (x - CLAMP (x, -most_x, most_x)) / camera.zoom;
  camera.y += (y - CLAMP (y, -most_y, most_y)) / camera.zoom;
  cut_graph_canvas_go_to (self, camera);
}

CutGraphCamera
cut_graph_canvas_get_camera (CutGraphCanvas *self)
{
  return self->camera;
}

/* The button that stands for the node or edge. */

static void
fill_button (CutGraphCanvas *self,
             GtkWidget      *button)
{
  g_autofree char *words = NULL;

  if (self->scene == NULL || self->node < 0)
    return;
  words = self->edge >= 0 ? cut_graph_describe_edge (self->scene->graph, (guint) self->edge)
                          : cut_graph_describe_node (self->scene->graph, (guint) self->node, self->scene->pinned[self->node]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* The focus goes from one button to the other, which a screen reader reads out. */
static void
turn_buttons (CutGraphCanvas *self)
{
  GtkWidget *old = self->buttons[self->button];
  GtkWidget *next = self->buttons[1 - self->button];

  self->button = 1 - self->button;
  fill_button (self, next);
  gtk_widget_set_visible (next, TRUE);
  gtk_widget_grab_focus (next);
  gtk_widget_set_visible (old, FALSE);
}

void
cut_graph_canvas_choose (CutGraphCanvas *self,
                         int             node,
                         int             edge)
{
  g_return_if_fail (CUT_IS_GRAPH_CANVAS (self));

  if (node == self->node && edge == self->edge)
    return;
  self->node = node;
  self->edge = edge;
  if (has_focus (self))
    turn_buttons (self);
  else
    fill_button (self, self->buttons[self->button]);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
cut_graph_canvas_get_node (CutGraphCanvas *self)
{
  return self->node;
}

int
cut_graph_canvas_get_edge (CutGraphCanvas *self)
{
  return self->edge;
}

static void
clicked_cb (CutGraphCanvas *self)
{
  if (self->edge >= 0)
    cut_graph_canvas_emit (self, CANVAS_EDGE_ACTIVATED, (guint) self->edge);
  else if (self->node >= 0)
    cut_graph_canvas_emit (self, CANVAS_NODE_ACTIVATED, (guint) self->node);
}

static GtkWidget *
make_button (CutGraphCanvas *self)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "standin");
  gtk_widget_set_can_target (button, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

/* The scene. */

static void
keep_choice (CutGraphCanvas *self,
             CutGraphScene  *scene)
{
  g_autofree char *id = self->scene != NULL && self->node >= 0 ? g_strdup (cut_graph_get_node (self->scene->graph, (guint) self->node)->id) : NULL;
  gboolean same = self->scene != NULL && scene != NULL && self->scene->graph == scene->graph;

  self->hover_node = self->hover_edge = -1;
  self->drag_node = -1;
  if (scene == NULL)
    self->node = self->edge = -1;
  else if (!same)
    {
      self->node = MAX (cut_graph_find (scene->graph, id), 0);
      self->edge = -1;
    }
}

/* Where the nodes of the new scene come from: where they are, or out of the one they hang on. */
static void
set_starts (CutGraphCanvas *self,
            CutGraphScene  *scene)
{
  guint n = scene->graph->nodes->len;
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->scene->graph->nodes->len; i++)
    g_hash_table_insert (places, cut_graph_get_node (self->scene->graph, i)->id, &self->scene->points[i]);
  g_free (self->starts);
  self->starts = g_new (CutGraphPoint, n);
  for (guint i = 0; i < n; i++)
    {
      const CutGraphNode *node = cut_graph_get_node (scene->graph, i);
      const CutGraphPoint *place = g_hash_table_lookup (places, node->id);

      self->starts[i] = place != NULL ? *place : i > 0 ? self->starts[node->parent] : scene->points[0];
    }
}

static gboolean
is_on_screen (CutGraphCanvas *self,
              CutGraphPoint   point)
{
  return fabs (point.x - self->camera.x) * self->camera.zoom < width_of (self) * 0.3 &&
         fabs (point.y - self->camera.y) * self->camera.zoom < height_of (self) * 0.3;
}

static void
follow_scene (CutGraphCanvas *self,
              gboolean        first,
              gboolean        follow)
{
  CutGraphScene *scene = cut_graph_canvas_get_scene (self);

  if (first)
    {
      self->fitted = TRUE;
      self->camera_moves = FALSE;
      cut_graph_canvas_set_camera (self, camera_for_all (self, scene));
    }
  else if (self->fitted)
    cut_graph_canvas_go_to (self, camera_for_all (self, scene));
  else if (follow && !is_on_screen (self, scene->points[0]))
    cut_graph_canvas_go_to (self, (CutGraphCamera) { scene->points[0].x, scene->points[0].y, self->camera.zoom });
}

static void
describe (CutGraphCanvas *self)
{
  g_autofree char *words = self->scene != NULL ? cut_graph_describe (self->scene->graph) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Graph of Entities"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words != NULL ? words : "", -1);
}

void
cut_graph_canvas_set_scene (CutGraphCanvas *self,
                            CutGraphScene  *scene,
                            gboolean        follow)
{
  gboolean first;

  g_return_if_fail (CUT_IS_GRAPH_CANVAS (self));

  first = self->scene == NULL;
  keep_choice (self, scene);
  g_clear_pointer (&self->goal, cut_graph_scene_unref);
  if (scene != NULL && !first && is_animated (self))
    {
      set_starts (self, scene);
      self->goal = cut_graph_scene_ref (scene);
      self->scene_since = now_of (self);
      take_scene (self, cut_graph_scene_with_points (scene, self->starts));
      start_ticking (self);
    }
  else
    take_scene (self, scene != NULL ? cut_graph_scene_ref (scene) : NULL);
  if (scene == NULL)
    g_clear_pointer (&self->picture, cut_graph_picture_free);
  else
    follow_scene (self, first, follow);
  fill_button (self, self->buttons[self->button]);
  describe (self);
}

CutGraphScene *
cut_graph_canvas_get_scene (CutGraphCanvas *self)
{
  return self->goal != NULL ? self->goal : self->scene;
}

/* One node is dragged: it alone is elsewhere. */
void
cut_graph_canvas_move_node (CutGraphCanvas *self,
                            guint           node,
                            CutGraphPoint   point)
{
  CutGraphScene *scene = cut_graph_canvas_get_scene (self);
  g_autofree CutGraphPoint *points = g_memdup2 (scene->points, scene->graph->nodes->len * sizeof (CutGraphPoint));

  points[node] = point;
  scene = cut_graph_scene_with_points (scene, points);
  g_clear_pointer (&self->goal, cut_graph_scene_unref);
  take_scene (self, scene);
}

/* The widget. */

static void
cut_graph_canvas_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = LEAST_SIZE;
  *natural = 4 * LEAST_SIZE;
}

static void
cut_graph_canvas_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  CutGraphCanvas *self = CUT_GRAPH_CANVAS (widget);
  GdkRectangle place = { 0, 0, 1, 1 };

  if (self->fitted && self->scene != NULL && (width != self->width || height != self->height) && !self->camera_moves)
    self->camera = camera_for_all (self, cut_graph_canvas_get_scene (self));
  self->width = width;
  self->height = height;
  cut_graph_canvas_get_place (self, &place);
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    {
      int least_wide, least_high;
      GtkAllocation area;

      if (!gtk_widget_should_layout (self->buttons[i]))
        continue;
      gtk_widget_measure (self->buttons[i], GTK_ORIENTATION_HORIZONTAL, -1, &least_wide, NULL, NULL, NULL);
      gtk_widget_measure (self->buttons[i], GTK_ORIENTATION_VERTICAL, -1, &least_high, NULL, NULL, NULL);
      area = place;
      area.width = MAX (area.width, least_wide);
      area.height = MAX (area.height, least_high);
      gtk_widget_size_allocate (self->buttons[i], &area, -1);
    }
}

static void
cut_graph_canvas_dispose (GObject *object)
{
  CutGraphCanvas *self = CUT_GRAPH_CANVAS (object);

  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_pointer (&self->painter, cut_graph_painter_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);
  g_clear_pointer (&self->scene, cut_graph_scene_unref);
  g_clear_pointer (&self->goal, cut_graph_scene_unref);
  g_clear_pointer (&self->picture, cut_graph_picture_free);
  G_OBJECT_CLASS (cut_graph_canvas_parent_class)->dispose (object);
}

static void
cut_graph_canvas_finalize (GObject *object)
{
  g_free (CUT_GRAPH_CANVAS (object)->starts);
  G_OBJECT_CLASS (cut_graph_canvas_parent_class)->finalize (object);
}

static void
cut_graph_canvas_class_init (CutGraphCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_graph_canvas_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_graph_canvas_finalize;
  widget_class->measure = cut_graph_canvas_measure;
  widget_class->size_allocate = cut_graph_canvas_size_allocate;
  widget_class->snapshot = cut_graph_canvas_snapshot;
  widget_class->focus = cut_graph_canvas_focus;
  widget_class->grab_focus = cut_graph_canvas_grab_focus;
  signals[CANVAS_NODE_ACTIVATED] = g_signal_new ("node-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CANVAS_EDGE_ACTIVATED] = g_signal_new ("edge-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CANVAS_NODE_MOVED] = g_signal_new ("node-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT,
                                             G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[CANVAS_NODE_RELEASED] = g_signal_new ("node-released", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CANVAS_ZOOMED] = g_signal_new ("zoomed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  cut_graph_canvas_class_add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "graph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cut_graph_canvas_init (CutGraphCanvas *self)
{
  self->camera.zoom = 1;
  self->node = self->edge = self->hover_node = self->hover_edge = self->drag_node = -1;
  self->painter = cut_graph_painter_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    self->buttons[i] = make_button (self);
  gtk_widget_set_visible (self->buttons[1], FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  cut_graph_canvas_add_gestures (self);
  describe (self);
}

GtkWidget *
cut_graph_canvas_new (void)
{
  return g_object_new (CUT_TYPE_GRAPH_CANVAS, NULL);
}
