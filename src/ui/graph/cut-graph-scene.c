/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-graph-scene.h"

#include <math.h>
#include <string.h>

#define RADIUS 0.6           /* of a node, in heights of a line */
#define CENTER_RADIUS 0.85
#define MOST_LETTERS 12.0    /* width of words, in heights of a line */
#define GAP 3.0              /* between a node and its words */
#define BEND 0.9             /* between parallel edges, in heights of a line */
#define REACH 7.0            /* how near is at it, in pixels of the screen */
#define LEAST_SCALE 0.3
#define MOST_SCALE 1.6

/* Measuring. */

double
cut_graph_scene_get_apart (const CutGraphLook *look)
{
  return 6.5 * look->letter;
}

static double
radius_of (const CutGraphLook *look,
           guint               node)
{
  return (node == 0 ? CENTER_RADIUS : RADIUS) * look->letter;
}

CutGraphSize *
cut_graph_scene_measure (CutGraph     *graph,
                         CutGraphLook *look)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string (look->font);
  CutGraphSize *sizes = g_new (CutGraphSize, graph->nodes->len);

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  g_object_unref (context);
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      double radius = radius_of (look, i);
      int width;

      pango_layout_set_text (layout, cut_graph_get_node (graph, i)->name != NULL ? cut_graph_get_node (graph, i)->name : "", -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      sizes[i].width = fmax (fmin (width, MOST_LETTERS * look->letter), 2 * radius) + 2 * GAP;
      sizes[i].above = radius + 2 * GAP;
      sizes[i].below = radius + 1.2 * look->letter + GAP;
    }
  return sizes;
}

/* Making. */

static void
count_degrees (CutGraphScene *self)
{
  self->degrees = g_new0 (guint, self->graph->nodes->len);
  for (guint i = 0; i < self->graph->edges->len; i++)
    {
      self->degrees[cut_graph_get_edge (self->graph, i)->from]++;
      self->degrees[cut_graph_get_edge (self->graph, i)->to]++;
    }
}

static int
compare_importance (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  const CutGraphScene *self = user_data;
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  if ((x == 0) != (y == 0))
    return x == 0 ? -1 : 1;
  if (self->degrees[x] != self->degrees[y])
    return self->degrees[x] < self->degrees[y] ? 1 : -1;
  return (x > y) - (x < y);
}

static void
order_nodes (CutGraphScene *self)
{
  guint n = self->graph->nodes->len;

  self->order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    self->order[i] = i;
  g_qsort_with_data (self->order, (int) n, sizeof (guint), compare_importance, self);
}

static gint64 *
pair_of (const CutGraphEdge *edge,
         gint64             *pair)
{
  *pair = (gint64) MIN (edge->from, edge->to) << 32 | MAX (edge->from, edge->to);
  return pair;
}

/* Edges between the same two fan out. */
static void
bend_edges (CutGraphScene *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = self->graph->edges->len;
  g_autofree guint *places = g_new (guint, n);
  gint64 pair;

  self->bends = g_new0 (double, n);
  for (guint i = 0; i < n; i++)
    {
      gint64 *key = pair_of (cut_graph_get_edge (self->graph, i), &pair);

      places[i] = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
      g_hash_table_insert (counts, g_memdup2 (key, sizeof pair), GUINT_TO_POINTER (places[i] + 1));
    }
  for (guint i = 0; i < n; i++)
    {
      const CutGraphEdge *edge = cut_graph_get_edge (self->graph, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pair_of (edge, &pair)));
      double aside = (places[i] - (count - 1) / 2.0) * 2 * BEND * self->look->letter;

      /* Seen from the same end, whichever way the edge leads. */
      self->bends[i] = edge->from < edge->to ? aside : -aside;
    }
}

CutGraphScene *
cut_graph_scene_new (CutGraphLayout     *layout,
                     const CutGraphSize *sizes,
                     CutGraphLook       *look)
{
  CutGraphScene *self = g_new0 (CutGraphScene, 1);
  guint n;

  g_atomic_ref_count_init (&self->ref_count);
  self->graph = cut_graph_ref (cut_graph_layout_get_graph (layout));
  self->look = cut_graph_look_ref (look);
  n = self->graph->nodes->len;
  self->sizes = g_memdup2 (sizes, n * sizeof *sizes);
  self->points = g_memdup2 (cut_graph_layout_get_points (layout), n * sizeof (CutGraphPoint));
  self->pinned = g_new (gboolean, n);
  for (guint i = 0; i < n; i++)
    self->pinned[i] = cut_graph_layout_is_pinned (layout, i);
  count_degrees (self);
  order_nodes (self);
  bend_edges (self);
  return self;
}

CutGraphScene *
cut_graph_scene_with_points (CutGraphScene       *self,
                             const CutGraphPoint *points)
{
  CutGraphScene *other = g_new0 (CutGraphScene, 1);
  guint n = self->graph->nodes->len;

  g_atomic_ref_count_init (&other->ref_count);
  other->graph = cut_graph_ref (self->graph);
  other->look = cut_graph_look_ref (self->look);
  other->sizes = g_memdup2 (self->sizes, n * sizeof (CutGraphSize));
  other->points = g_memdup2 (points, n * sizeof (CutGraphPoint));
  other->pinned = g_memdup2 (self->pinned, n * sizeof (gboolean));
  other->degrees = g_memdup2 (self->degrees, n * sizeof (guint));
  other->order = g_memdup2 (self->order, n * sizeof (guint));
  other->bends = g_memdup2 (self->bends, self->graph->edges->len * sizeof (double));
  return other;
}

CutGraphScene *
cut_graph_scene_ref (CutGraphScene *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_graph_scene_unref (CutGraphScene *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  cut_graph_unref (self->graph);
  cut_graph_look_unref (self->look);
  g_free (self->sizes);
  g_free (self->points);
  g_free (self->pinned);
  g_free (self->bends);
  g_free (self->degrees);
  g_free (self->order);
  g_free (self);
}

/* Where things are. */

double
cut_graph_scene_get_radius (const CutGraphScene *self,
                            guint                node)
{
  return radius_of (self->look, node);
}

double
cut_graph_scene_get_scale (double zoom)
{
  return CLAMP (zoom, LEAST_SCALE, MOST_SCALE);
}

static CutGraphPoint
towards (CutGraphPoint from,
         CutGraphPoint to,
         double        length)
{
  double distance = fmax (hypot (to.x - from.x, to.y - from.y), 1e-6);

  return (CutGraphPoint) { from.x + (to.x - from.x) * length / distance, from.y + (to.y - from.y) * length / distance };
}

CutGraphCurve
cut_graph_scene_get_curve (const CutGraphScene *self,
                           guint                edge,
                           double               zoom)
{
  const CutGraphEdge *tie = cut_graph_get_edge (self->graph, edge);
  CutGraphPoint from = self->points[tie->from];
  CutGraphPoint to = self->points[tie->to];
  double distance = fmax (hypot (to.x - from.x, to.y - from.y), 1e-6);
  double aside = self->bends[edge];
  double scale = cut_graph_scene_get_scale (zoom) / zoom;
  CutGraphCurve curve;

  /* The curve itself goes half as far aside as its control point. */
  curve.bend = (CutGraphPoint) { (from.x + to.x) / 2 - 2 * aside * (to.y - from.y) / distance,
                                 (from.y + to.y) / 2 + 2 * aside * (to.x - from.x) / distance };
  curve.from = towards (from, curve.bend, fmin (cut_graph_scene_get_radius (self, tie->from) * scale + 1, distance / 2));
  curve.to = towards (to, curve.bend, fmin (cut_graph_scene_get_radius (self, tie->to) * scale + 1, distance / 2));
  return curve;
}

CutGraphPoint
cut_graph_curve_at (const CutGraphCurve *self,
                    double               part)
{
  double a = (1 - part) * (1 - part), b = 2 * part * (1 - part), c = part * part;

  return (CutGraphPoint) { a * self->from.x + b * self->bend.x + c * self->to.x, a * self->from.y + b * self->bend.y + c * self->to.y };
}

graphene_rect_t
cut_graph_scene_get_bounds (const CutGraphScene *self,
                            double               zoom)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < self->graph->nodes->len; i++)
    {
      left = fmin (left, self->points[i].x - self->sizes[i].width / 2 / zoom);
      right = fmax (right, self->points[i].x + self->sizes[i].width / 2 / zoom);
      top = fmin (top, self->points[i].y - self->sizes[i].above / zoom);
      bottom = fmax (bottom, self->points[i].y + self->sizes[i].below / zoom);
    }
  return GRAPHENE_RECT_INIT ((float) left, (float) top, (float) (right - left), (float) (bottom - top));
}

int
cut_graph_scene_find_node (const CutGraphScene *self,
                           CutGraphPoint        point,
                           double               zoom)
{
  double nearest = INFINITY;
  int found = -1;

  for (guint i = 0; i < self->graph->nodes->len; i++)
    {
      double distance = hypot (self->points[i].x - point.x, self->points[i].y - point.y);
      double reach = cut_graph_scene_get_radius (self, i) * cut_graph_scene_get_scale (zoom) / zoom + REACH / 2 / zoom;

      if (distance > reach || distance >= nearest)
        continue;
      nearest = distance;
      found = (int) i;
    }
  return found;
}

static double
distance_to_curve (const CutGraphCurve *curve,
                   CutGraphPoint        point)
{
  double nearest = INFINITY;

  for (guint i = 0; i <= 24; i++)
    {
      CutGraphPoint at = cut_graph_curve_at (curve, i / 24.0);

      nearest = fmin (nearest, hypot (at.x - point.x, at.y - point.y));
    }
  return nearest;
}

static double
segment_distance (CutGraphPoint a,
                  CutGraphPoint b,
                  CutGraphPoint point)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double square = dx * dx + dy * dy;
  double part = square > 0 ? CLAMP (((point.x - a.x) * dx + (point.y - a.y) * dy) / square, 0, 1) : 0;

  return hypot (a.x + part * dx - point.x, a.y + part * dy - point.y);
}

int
cut_graph_scene_find_edge (const CutGraphScene *self,
                           CutGraphPoint        point,
                           double               zoom)
{
  double nearest = REACH / zoom;
  int found = -1;

  for (guint i = 0; i < self->graph->edges->len; i++)
    {
      CutGraphCurve curve = cut_graph_scene_get_curve (self, i, zoom);
      double distance = segment_distance (curve.from, curve.to, point);

      if (distance > nearest + 2 * fabs (self->bends[i]))
        continue;
      if (self->bends[i] != 0)
        distance = distance_to_curve (&curve, point);
      if (distance > nearest)
        continue;
      nearest = distance;
      found = (int) i;
    }
  return found;
}

/* How far away @other is when one wants to go that way; infinite when it lies elsewhere. */
static double
effort (const CutGraphScene *self,
        guint                node,
        guint                other,
        int                  dx,
        int                  dy)
{
  double x = self->points[other].x - self->points[node].x;
  double y = self->points[other].y - self->points[node].y;
  double along = x * dx + y * dy;
  double across = fabs (x * dy) + fabs (y * dx);

  return other == node || along <= 0 || across > 1.75 * along ? INFINITY : along + 2 * across;
}

static gboolean *
list_neighbours (const CutGraphScene *self,
                 guint                node)
{
  gboolean *near = g_new0 (gboolean, self->graph->nodes->len);

  for (guint i = 0; i < self->graph->edges->len; i++)
    {
      const CutGraphEdge *edge = cut_graph_get_edge (self->graph, i);

      if (edge->from == node)
        near[edge->to] = TRUE;
      if (edge->to == node)
        near[edge->from] = TRUE;
    }
  return near;
}

guint
cut_graph_scene_step (const CutGraphScene *self,
                      guint                node,
                      int                  dx,
                      int                  dy)
{
  g_autofree gboolean *near = list_neighbours (self, node);
  guint best[2] = { node, node };
  double least[2] = { INFINITY, INFINITY };

  for (guint i = 0; i < self->graph->nodes->len; i++)
    {
      double length = effort (self, node, i, dx, dy);
      guint which = near[i] ? 0 : 1;

      if (length >= least[which])
        continue;
      least[which] = length;
      best[which] = i;
    }
  return best[0] != node ? best[0] : best[1];
}
