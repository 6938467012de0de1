/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-graph-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cut-vocab.h"

#define ARROW 8.0
/* From here on relations are named. */
#define NAMES_ZOOM 0.75
/* Room between a node and its words, in heights of a line. */
#define WORDS_GAP 0.7
/* Smaller than this no words can be told apart from the next ones. */
#define WORDS_ZOOM 0.2

typedef struct
{
  CutGraphScene *scene;
  cairo_t *cr;
  CutGraphCamera camera;
  double width;
  double height;
  double scale;        /* of nodes and lines */
  PangoLayout *layout; /* (owned) */
  GHashTable *taken;   /* (owned) (element-type GArray of Room): by line of the screen: where words stand already */
} Painting;

typedef struct
{
  double left;
  double right;
  double top;
  double bottom;
} Room;

static void
painting_init (Painting             *self,
               CutGraphScene        *scene,
               cairo_t              *cr,
               const CutGraphCamera *camera,
               double                width,
               double                height)
{
  PangoFontDescription *font = pango_font_description_from_string (scene->look->font);

  *self = (Painting) { scene, cr, *camera, width, height, cut_graph_scene_get_scale (camera->zoom), pango_cairo_create_layout (cr), NULL };
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_CENTER);
  pango_font_description_free (font);
  self->taken = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
}

static void
painting_clear (Painting *self)
{
  g_object_unref (self->layout);
  g_hash_table_unref (self->taken);
}

static CutGraphPoint
to_screen (const Painting *self,
           CutGraphPoint   point)
{
  return (CutGraphPoint) { (point.x - self->camera.x) * self->camera.zoom + self->width / 2,
                           (point.y - self->camera.y) * self->camera.zoom + self->height / 2 };
}

static void
set_colour (cairo_t       *cr,
            const GdkRGBA *colour,
            double         alpha)
{
  cairo_set_source_rgba (cr, (double) colour->red, (double) colour->green, (double) colour->blue, (double) colour->alpha * alpha);
}

static gboolean
is_seen (const Painting *self,
         double          left,
         double          right,
         double          top,
         double          bottom)
{
  return right >= 0 && left <= self->width && bottom >= 0 && top <= self->height;
}

/* Edges. */

const double *
cut_graph_paint_get_dashes (CutTieKind  kind,
                            int        *n_dashes)
{
  static const double claim[] = { 7, 4 };
  static const double passage[] = { 2, 3 };
  static const double clip[] = { 1, 5 };
  static const double *const dashes[CUT_N_TIE_KINDS] = { NULL, claim, passage, clip };

  *n_dashes = dashes[kind] != NULL ? 2 : 0;
  return dashes[kind];
}

double
cut_graph_paint_get_width (const CutGraphEdge *edge)
{
  return 1.2 + fmin (0.6 * log2 (edge->weight), 2.8) + (edge->kind == CUT_TIE_RELATION ? 0.4 : 0);
}

double
cut_graph_paint_get_strength (CutTieKind kind)
{
  static const double strengths[CUT_N_TIE_KINDS] = { 0.72, 0.6, 0.6, 0.5 };

  return strengths[kind];
}

char *
cut_graph_edge_get_name (const CutGraphEdge *edge)
{
  const char *schema = edge->schema != NULL ? cut_vocab_get_label (CUT_VOCAB_RELATION_SCHEMA, edge->schema) : NULL;

  if (edge->kind != CUT_TIE_RELATION || schema == NULL)
    return NULL;
  if (edge->role == NULL)
    return g_strdup (schema);
  /* Translators: a kind of relation and the role in it: Directorship (chair) */
  return g_strdup_printf (C_ ("relation", "%s (%s)"), schema, edge->role);
}

static gboolean
trace_edge (Painting      *self,
            guint          edge,
            CutGraphCurve *seen)
{
  CutGraphCurve curve = cut_graph_scene_get_curve (self->scene, edge, self->camera.zoom);
  CutGraphPoint from = to_screen (self, curve.from);
  CutGraphPoint bend = to_screen (self, curve.bend);
  CutGraphPoint to = to_screen (self, curve.to);

  *seen = (CutGraphCurve) { from, bend, to };
  if (!is_seen (self, fmin (fmin (from.x, to.x), bend.x), fmax (fmax (from.x, to.x), bend.x), fmin (fmin (from.y, to.y), bend.y),
                fmax (fmax (from.y, to.y), bend.y)))
    return FALSE;
  cairo_move_to (self->cr, from.x, from.y);
  if (self->scene->bends[edge] == 0)
    cairo_line_to (self->cr, to.x, to.y);
  else
    cairo_curve_to (self->cr, from.x + (bend.x - from.x) * 2 / 3, from.y + (bend.y - from.y) * 2 / 3, to.x + (bend.x - to.x) * 2 / 3,
                    to.y + (bend.y - to.y) * 2 / 3, to.x, to.y);
  return TRUE;
}

static void
draw_arrow (Painting            *self,
            const CutGraphCurve *curve)
{
  double length = fmax (hypot (curve->to.x - curve->bend.x, curve->to.y - curve->bend.y), 1e-6);
  double x = (curve->to.x - curve->bend.x) / length;
  double y = (curve->to.y - curve->bend.y) / length;
  double size = ARROW * self->scale;

  cairo_move_to (self->cr, curve->to.x, curve->to.y);
  cairo_line_to (self->cr, curve->to.x - size * x - size * 0.45 * y, curve->to.y - size * y + size * 0.45 * x);
  cairo_line_to (self->cr, curve->to.x - size * x + size * 0.45 * y, curve->to.y - size * y - size * 0.45 * x);
  cairo_close_path (self->cr);
  cairo_fill (self->cr);
}

static void
draw_edge (Painting *self,
           guint     edge,
           double    wider)
{
  const CutGraphEdge *tie = cut_graph_get_edge (self->scene->graph, edge);
  double line = fmax (cut_graph_paint_get_width (tie) * self->scale, 0.7) + wider;
  CutGraphCurve curve;
  int n_dashes;
  const double *dashes = cut_graph_paint_get_dashes (tie->kind, &n_dashes);

  if (!trace_edge (self, edge, &curve))
    return;
  cairo_set_line_width (self->cr, line);
  /* From far away dashes are but noise, and cost time. */
  if (self->camera.zoom >= NAMES_ZOOM / 2)
    cairo_set_dash (self->cr, dashes, n_dashes, 0);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
  if (tie->kind == CUT_TIE_RELATION && cut_graph_is_directed (tie->schema))
    draw_arrow (self, &curve);
}

static gboolean
draw_edges (Painting     *self,
            GCancellable *cancellable)
{
  for (guint i = 0; i < self->scene->graph->edges->len; i++)
    {
      if (i % 256 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      set_colour (self->cr, &self->scene->look->ink, cut_graph_paint_get_strength (cut_graph_get_edge (self->scene->graph, i)->kind));
      draw_edge (self, i, 0);
    }
  return TRUE;
}

/* Nodes. */

static void
draw_pin (Painting     *self,
          CutGraphPoint at,
          double        radius)
{
  set_colour (self->cr, &self->scene->look->ink, 1);
  cairo_arc (self->cr, at.x + radius * 0.9, at.y - radius * 0.9, fmax (2.5 * self->scale, 1.5), 0, 2 * G_PI);
  cairo_fill (self->cr);
}

static void
draw_node (Painting *self,
           guint     node)
{
  CutGraphScene *scene = self->scene;
  CutGraphShape shape = cut_graph_shape_of (cut_graph_get_node (scene->graph, node)->schema);
  double radius = cut_graph_scene_get_radius (scene, node) * self->scale;
  CutGraphPoint at = to_screen (self, scene->points[node]);

  if (!is_seen (self, at.x - 2 * radius, at.x + 2 * radius, at.y - 2 * radius, at.y + 2 * radius))
    return;
  cut_graph_shape_trace (shape, self->cr, at.x, at.y, radius);
  set_colour (self->cr, &scene->look->grounds[shape], 1);
  cairo_fill_preserve (self->cr);
  set_colour (self->cr, &scene->look->lines[shape], 1);
  cairo_set_line_width (self->cr, (node == 0 ? 3.2 : 1.8) * fmax (self->scale, 0.5));
  cairo_stroke (self->cr);
  if (scene->pinned[node])
    draw_pin (self, at, radius);
}

/* Words. */

static GArray *
rooms_of (Painting *self,
          int       line)
{
  GArray *rooms = g_hash_table_lookup (self->taken, GINT_TO_POINTER (line));

  if (rooms == NULL)
    {
      rooms = g_array_new (FALSE, FALSE, sizeof (Room));
      g_hash_table_insert (self->taken, GINT_TO_POINTER (line), rooms);
    }
  return rooms;
}

static gboolean
is_free (Painting   *self,
         int         line,
         const Room *wanted)
{
  GArray *rooms = rooms_of (self, line);

  for (guint i = 0; i < rooms->len; i++)
    {
      const Room *room = &g_array_index (rooms, Room, i);

      if (wanted->left < room->right && wanted->right > room->left && wanted->top < room->bottom && wanted->bottom > room->top)
        return FALSE;
    }
  return TRUE;
}

/* Lines are those of the graph at this zoom, not those of what is seen of it: they do not hang on where the camera is. */
static gboolean
take_room (Painting     *self,
           CutGraphPoint middle,
           double        width,
           double        height,
           gboolean      force)
{
  double letter = self->scene->look->letter;
  double x = middle.x * self->camera.zoom;
  double y = middle.y * self->camera.zoom;
  Room wanted = { x - width / 2, x + width / 2, y - height / 2, y + height / 2 };
  int first = (int) floor (wanted.top / letter);
  int last = (int) floor (wanted.bottom / letter);

  for (int line = first; line <= last && !force; line++)
    if (!is_free (self, line, &wanted))
      return FALSE;
  for (int line = first; line <= last; line++)
    g_array_append_val (rooms_of (self, line), wanted);
  return TRUE;
}

/* On a strip of paper, so that lines behind it do not cross it out. */
static void
draw_words (Painting     *self,
            CutGraphPoint middle,
            const char   *words,
            double        most,
            double        strip)
{
  int width, height;

  pango_layout_set_text (self->layout, words, -1);
  pango_layout_set_width (self->layout, (int) (most * PANGO_SCALE));
  pango_layout_get_pixel_size (self->layout, &width, &height);
  if (!is_seen (self, middle.x - most / 2, middle.x + most / 2, middle.y - height, middle.y + height))
    return;
  set_colour (self->cr, &self->scene->look->paper, strip);
  cairo_rectangle (self->cr, middle.x - width / 2.0 - 2, middle.y - height / 2.0, width + 4, height);
  cairo_fill (self->cr);
  set_colour (self->cr, &self->scene->look->ink, 1);
  cairo_move_to (self->cr, middle.x - most / 2, middle.y - height / 2.0);
  pango_cairo_show_layout (self->cr, self->layout);
}

static double
words_offset (const Painting *self,
              guint           node)
{
  return cut_graph_scene_get_radius (self->scene, node) * self->scale + self->scene->look->letter * WORDS_GAP;
}

static void
draw_name (Painting *self,
           guint     node)
{
  const CutGraphNode *what = cut_graph_get_node (self->scene->graph, node);
  CutGraphPoint at = to_screen (self, self->scene->points[node]);

  at.y += words_offset (self, node);
  if (what->name != NULL)
    draw_words (self, at, what->name, self->scene->sizes[node].width, 0.8);
}

/* Where a node is drawn no words of another one are wanted. */
static void
take_nodes (Painting *self)
{
  for (guint i = 0; i < self->scene->graph->nodes->len; i++)
    {
      double size = 2 * cut_graph_scene_get_radius (self->scene, i) * self->scale;

      take_room (self, self->scene->points[i], size, size, TRUE);
    }
}

static void
draw_names (Painting     *self,
            GCancellable *cancellable)
{
  guint n = self->scene->graph->nodes->len;

  if (self->camera.zoom < WORDS_ZOOM && n > 50)
    return;
  take_nodes (self);
  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      guint node = self->scene->order[i];
      CutGraphPoint middle = self->scene->points[node];

      middle.y += words_offset (self, node) / self->camera.zoom;
      if (take_room (self, middle, self->scene->sizes[node].width, self->scene->look->letter * 0.95, FALSE))
        draw_name (self, node);
    }
}

static void
draw_edge_name (Painting *self,
                guint     edge,
                gboolean  force)
{
  const CutGraphEdge *tie = cut_graph_get_edge (self->scene->graph, edge);
  CutGraphCurve curve = cut_graph_scene_get_curve (self->scene, edge, self->camera.zoom);
  CutGraphPoint middle = cut_graph_curve_at (&curve, 0.5);
  double length = hypot (curve.to.x - curve.from.x, curve.to.y - curve.from.y) * self->camera.zoom;
  g_autofree char *name = cut_graph_edge_get_name (tie);
  int width;

  if (name == NULL)
    return;
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_text (self->layout, name, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  if (force || (width + 12 < length && take_room (self, middle, width + 8, self->scene->look->letter * 0.8, FALSE)))
    draw_words (self, to_screen (self, middle), name, width + 4, 0.9);
}

static void
set_small (Painting *self,
           double    factor)
{
  PangoFontDescription *font = pango_font_description_copy (pango_layout_get_font_description (self->layout));

  pango_font_description_set_absolute_size (font, pango_font_description_get_size (font) * factor);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
}

static void
draw_edge_names (Painting     *self,
                 GCancellable *cancellable)
{
  if (self->camera.zoom < NAMES_ZOOM)
    return;
  set_small (self, 0.85);
  for (guint i = 0; i < self->scene->graph->edges->len && !g_cancellable_is_cancelled (cancellable); i++)
    draw_edge_name (self, i, FALSE);
}

void
cut_graph_paint (CutGraphScene        *scene,
                 cairo_t              *cr,
                 const CutGraphCamera *camera,
                 double                width,
                 double                height,
                 GCancellable         *cancellable)
{
  Painting painting;

  painting_init (&painting, scene, cr, camera, width, height);
  if (draw_edges (&painting, cancellable))
    {
      for (guint i = scene->graph->nodes->len; i > 0; i--)
        draw_node (&painting, scene->order[i - 1]);
      draw_names (&painting, cancellable);
      draw_edge_names (&painting, cancellable);
    }
  painting_clear (&painting);
}

/* The focus. */

static void
draw_ring (Painting *self,
           guint     node,
           gboolean  strong)
{
  CutGraphPoint at = to_screen (self, self->scene->points[node]);
  double radius = cut_graph_scene_get_radius (self->scene, node) * self->scale;
  CutGraphShape shape = cut_graph_shape_of (cut_graph_get_node (self->scene->graph, node)->schema);

  cut_graph_shape_trace (shape, self->cr, at.x, at.y, radius + (strong ? 3.5 : 2.5));
  set_colour (self->cr, &self->scene->look->accent, 1);
  cairo_set_line_width (self->cr, strong ? 3 : 2);
  cairo_stroke (self->cr);
}

static void
draw_focused_edge (Painting *self,
                   guint     edge,
                   double    wider)
{
  set_colour (self->cr, &self->scene->look->accent, 1);
  draw_edge (self, edge, wider);
}

/* The lines were drawn over the names. */
static void
name_edges (Painting *self,
            guint     node)
{
  if (self->camera.zoom < NAMES_ZOOM)
    return;
  set_small (self, 0.85);
  for (guint i = 0; i < self->scene->graph->edges->len; i++)
    {
      const CutGraphEdge *edge = cut_graph_get_edge (self->scene->graph, i);

      if (edge->from == node || edge->to == node)
        draw_edge_name (self, i, FALSE);
    }
}

static void
focus_node (Painting *self,
            guint     node,
            gboolean  strong)
{
  for (guint i = 0; i < self->scene->graph->edges->len; i++)
    {
      const CutGraphEdge *edge = cut_graph_get_edge (self->scene->graph, i);

      if (edge->from == node || edge->to == node)
        draw_focused_edge (self, i, 0.4);
    }
  for (guint i = 0; i < self->scene->graph->edges->len; i++)
    {
      const CutGraphEdge *edge = cut_graph_get_edge (self->scene->graph, i);

      if (edge->from == node)
        draw_node (self, edge->to);
      if (edge->to == node)
        draw_node (self, edge->from);
    }
  draw_node (self, node);
  draw_name (self, node);
  draw_ring (self, node, strong);
  name_edges (self, node);
}

static void
focus_edge (Painting *self,
            guint     edge,
            gboolean  strong)
{
  const CutGraphEdge *tie = cut_graph_get_edge (self->scene->graph, edge);

  draw_focused_edge (self, edge, strong ? 3 : 1.5);
  draw_node (self, tie->from);
  draw_node (self, tie->to);
  draw_name (self, tie->from);
  draw_name (self, tie->to);
  set_small (self, 0.85);
  draw_edge_name (self, edge, TRUE);
}

void
cut_graph_paint_focus (CutGraphScene        *scene,
                       cairo_t              *cr,
                       const CutGraphCamera *camera,
                       double                width,
                       double                height,
                       int                   node,
                       int                   edge,
                       gboolean              strong)
{
  Painting painting;

  painting_init (&painting, scene, cr, camera, width, height);
  if (edge >= 0)
    focus_edge (&painting, (guint) edge, strong);
  else if (node >= 0)
    focus_node (&painting, (guint) node, strong);
  painting_clear (&painting);
}
