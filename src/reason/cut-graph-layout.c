/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-graph-layout.h"

#include <math.h>

#define FORCE_STEPS 220
#define PARTING_STEPS 60
/* The ways round a neighbour that a new node looks for room in. */
#define WAYS 12
/* Of those that were there before: how much of a step they take, and how much of their way they go back in it. */
#define LEAST_MOBILITY 0.03
#define HOMESICKNESS 0.12
#define PARTING_MOBILITY 0.15
#define PULL_TO_MIDDLE 0.015

typedef struct
{
  guint from;
  guint to;
  double strength;
} Spring;

/* Where an entity was last, in this graph or an earlier one. */
typedef struct
{
  CutGraphPoint point;
  gboolean pinned;
} Place;

struct _CutGraphLayout
{
  CutGraph *graph;       /* (owned) */
  GHashTable *places;    /* (owned) (element-type utf8 Place): by id, those of former graphs too */
  CutGraphSize *sizes;   /* (owned) */
  CutGraphPoint *points; /* (owned) */
  CutGraphPoint *homes;  /* (owned): where those were that were there before */
  gboolean *known;       /* (owned): was there before */
  gboolean *pinned;      /* (owned) */
  GArray *springs;       /* (owned) (element-type Spring) */
  double apart;
  double mobility; /* of those that were there before */
  guint n;
  guint step;
};

static const double pulls[CUT_N_TIE_KINDS] = { 1.0, 0.8, 0.6, 0.35 };

/* Springs: one for each pair, as strong as the strongest of its edges. */

static int
compare_springs (gconstpointer a,
                 gconstpointer b)
{
  const Spring *left = a;
  const Spring *right = b;

  if (left->from != right->from)
    return left->from > right->from ? 1 : -1;
  if (left->to != right->to)
    return left->to > right->to ? 1 : -1;
  return (left->strength < right->strength) - (left->strength > right->strength);
}

static void
make_springs (CutGraphLayout *self)
{
  guint kept = 0;

  self->springs = g_array_new (FALSE, FALSE, sizeof (Spring));
  for (guint i = 0; i < self->graph->edges->len; i++)
    {
      const CutGraphEdge *edge = cut_graph_get_edge (self->graph, i);
      Spring spring = { MIN (edge->from, edge->to), MAX (edge->from, edge->to), pulls[edge->kind] };

      g_array_append_val (self->springs, spring);
    }
  g_array_sort (self->springs, compare_springs);
  for (guint i = 0; i < self->springs->len; i++)
    {
      Spring *spring = &g_array_index (self->springs, Spring, i);
      Spring *last = kept > 0 ? &g_array_index (self->springs, Spring, kept - 1) : NULL;

      if (last == NULL || last->from != spring->from || last->to != spring->to)
        g_array_index (self->springs, Spring, kept++) = *spring;
    }
  g_array_set_size (self->springs, kept);
}

/* Where they start. */

static const CutGraphNode *
node_at (CutGraphLayout *self,
         guint           i)
{
  return cut_graph_get_node (self->graph, i);
}

static double
angle_of (const char *id)
{
  return (double) (g_str_hash (id) % 3600) * G_PI / 1800;
}

/* How much of the way round each node needs: one for itself at the rim, or as much as those behind it. */
static guint *
count_rim (CutGraphLayout *self)
{
  guint *rim = g_new0 (guint, self->n);

  for (guint i = self->n - 1; i > 0; i--)
    {
      rim[i] = MAX (rim[i], 1);
      rim[node_at (self, i)->parent] += rim[i];
    }
  return rim;
}

static double *
measure_rings (CutGraphLayout *self)
{
  double *radii = g_new0 (double, CUT_GRAPH_MOST_DEPTH + 1);
  guint counts[CUT_GRAPH_MOST_DEPTH + 1] = { 0 };

  for (guint i = 0; i < self->n; i++)
    counts[node_at (self, i)->depth]++;
  for (guint depth = 1; depth <= CUT_GRAPH_MOST_DEPTH; depth++)
    radii[depth] = radii[depth - 1] + fmax (self->apart, sqrt (counts[depth]) * self->apart * 0.5);
  return radii;
}

/* In rings round the centre, each behind the one it was come to over. */
static void
place_in_rings (CutGraphLayout *self)
{
  g_autofree guint *rim = count_rim (self);
  g_autofree double *radii = measure_rings (self);
  g_autofree double *starts = g_new0 (double, self->n); /* of the sector that the next child gets */
  g_autofree double *widths = g_new0 (double, self->n);

  widths[0] = 2 * G_PI;
  for (guint i = 1; i < self->n; i++)
    {
      guint parent = node_at (self, i)->parent;
      double angle;

      widths[i] = widths[parent] * rim[i] / MAX (rim[parent], 1);
      starts[i] = starts[parent];
      starts[parent] += widths[i];
      angle = starts[i] + widths[i] / 2;
      self->points[i].x = radii[node_at (self, i)->depth] * cos (angle);
      self->points[i].y = radii[node_at (self, i)->depth] * sin (angle);
    }
}

static double
room_at (CutGraphLayout *self,
         CutGraphPoint   point,
         guint           except,
         const gboolean *placed)
{
  double least = INFINITY;

  for (guint i = 0; i < self->n; i++)
    if (placed[i] && i != except)
      least = fmin (least, hypot (self->points[i].x - point.x, self->points[i].y - point.y));
  return least;
}

/* Beside the node it was come to over, where there is most room. */
static void
place_beside (CutGraphLayout *self,
              guint           node,
              const gboolean *placed)
{
  guint parent = node_at (self, node)->parent;
  double first = angle_of (node_at (self, node)->id);
  double most = -1;

  for (guint i = 0; i < WAYS; i++)
    {
      double angle = first + 2 * G_PI * i / WAYS;
      CutGraphPoint point = { self->points[parent].x + self->apart * cos (angle), self->points[parent].y + self->apart * sin (angle) };
      double room = room_at (self, point, parent, placed);

      if (room <= most + 1e-6 && most >= 0)
        continue;
      most = room;
      self->points[node] = point;
    }
}

static void
place_new (CutGraphLayout *self)
{
  g_autofree gboolean *placed = g_memdup2 (self->known, self->n * sizeof (gboolean));

  for (guint i = 0; i < self->n; i++)
    {
      if (placed[i])
        continue;
      /* A centre that nobody knew comes beside one of its neighbours. */
      if (i == 0)
        for (guint k = 1; k < self->n; k++)
          if (self->known[k] && node_at (self, k)->parent == 0)
            {
              self->points[0] = (CutGraphPoint) { self->points[k].x + self->apart, self->points[k].y };
              break;
            }
      if (i > 0)
        place_beside (self, i, placed);
      placed[i] = TRUE;
    }
}

static guint
take_over (CutGraphLayout *self)
{
  guint n_known = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const Place *place = g_hash_table_lookup (self->places, node_at (self, i)->id);

      if (place == NULL)
        continue;
      self->points[i] = place->point;
      self->pinned[i] = place->pinned;
      self->known[i] = TRUE;
      n_known++;
    }
  return n_known;
}

static void
remember (CutGraphLayout *self,
          guint           node)
{
  Place *place = g_new (Place, 1);

  *place = (Place) { self->points[node], self->pinned[node] };
  g_hash_table_insert (self->places, g_strdup (node_at (self, node)->id), place);
}

static void
remember_all (CutGraphLayout *self)
{
  for (guint i = 0; i < self->n; i++)
    remember (self, i);
}

static GHashTable *
copy_places (CutGraphLayout *previous)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer id, place;

  if (previous == NULL)
    return places;
  g_hash_table_iter_init (&iter, previous->places);
  while (g_hash_table_iter_next (&iter, &id, &place))
    g_hash_table_insert (places, g_strdup (id), g_memdup2 (place, sizeof (Place)));
  return places;
}

CutGraphLayout *
cut_graph_layout_new (CutGraph           *graph,
                      CutGraphLayout     *previous,
                      const CutGraphSize *sizes,
                      double              apart)
{
  CutGraphLayout *self = g_new0 (CutGraphLayout, 1);
  guint n_known;

  self->graph = cut_graph_ref (graph);
  self->n = graph->nodes->len;
  self->apart = apart;
  self->sizes = g_memdup2 (sizes, self->n * sizeof *sizes);
  self->points = g_new0 (CutGraphPoint, self->n);
  self->known = g_new0 (gboolean, self->n);
  self->pinned = g_new0 (gboolean, self->n);
  self->places = copy_places (previous);
  make_springs (self);
  n_known = take_over (self);
  self->mobility = LEAST_MOBILITY + 0.5 * (self->n - n_known) / self->n;
  if (n_known > 0)
    place_new (self);
  else
    place_in_rings (self);
  self->homes = g_memdup2 (self->points, self->n * sizeof (CutGraphPoint));
  /* The same nodes as before stand well already; only what lies on each other is parted. */
  if (n_known == self->n)
    self->step = FORCE_STEPS;
  remember_all (self);
  return self;
}

void
cut_graph_layout_free (CutGraphLayout *self)
{
  cut_graph_unref (self->graph);
  g_hash_table_unref (self->places);
  g_array_unref (self->springs);
  g_free (self->sizes);
  g_free (self->points);
  g_free (self->homes);
  g_free (self->known);
  g_free (self->pinned);
  g_free (self);
}

/* The forces. */

static void
push_apart (CutGraphLayout *self,
            CutGraphPoint  *moves)
{
  g_autoptr (CutGraphQuadtree) tree = cut_graph_quadtree_new (self->points, self->n);
  double square = self->apart * self->apart;

  for (guint i = 0; i < self->n; i++)
    {
      CutGraphPoint push = cut_graph_quadtree_push (tree, i);

      moves[i].x = push.x * square;
      moves[i].y = push.y * square;
    }
}

static void
pull_together (CutGraphLayout *self,
               CutGraphPoint  *moves)
{
  for (guint i = 0; i < self->springs->len; i++)
    {
      const Spring *spring = &g_array_index (self->springs, Spring, i);
      double dx = self->points[spring->to].x - self->points[spring->from].x;
      double dy = self->points[spring->to].y - self->points[spring->from].y;
      double pull = spring->strength * hypot (dx, dy) / self->apart;

      moves[spring->from].x += pull * dx;
      moves[spring->from].y += pull * dy;
      moves[spring->to].x -= pull * dx;
      moves[spring->to].y -= pull * dy;
    }
  /* What nothing holds would drift away. */
  for (guint i = 1; i < self->n; i++)
    {
      moves[i].x -= PULL_TO_MIDDLE * (self->points[i].x - self->points[0].x) * sqrt (self->n);
      moves[i].y -= PULL_TO_MIDDLE * (self->points[i].y - self->points[0].y) * sqrt (self->n);
    }
}

static void
move (CutGraphLayout *self,
      guint           i,
      CutGraphPoint   by,
      double          most)
{
  double length = hypot (by.x, by.y);
  double part = length > most ? most / length : 1;
  double mobility = self->known[i] ? self->mobility : 1;

  if (self->pinned[i])
    return;
  self->points[i].x += by.x * part * mobility;
  self->points[i].y += by.y * part * mobility;
  if (!self->known[i])
    return;
  self->points[i].x += HOMESICKNESS * (self->homes[i].x - self->points[i].x);
  self->points[i].y += HOMESICKNESS * (self->homes[i].y - self->points[i].y);
}

static void
force_step (CutGraphLayout *self)
{
  g_autofree CutGraphPoint *moves = g_new0 (CutGraphPoint, self->n);
  double left = 1 - (double) self->step / FORCE_STEPS;
  double most = self->apart * (0.01 + left * left);

  push_apart (self, moves);
  pull_together (self, moves);
  for (guint i = 0; i < self->n; i++)
    move (self, i, moves[i], most);
}

/* Parting what lies on each other. */

typedef struct
{
  double left;
  guint node;
} Start;

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const Start *one = a;
  const Start *other = b;

  if (one->left != other->left)
    return one->left > other->left ? 1 : -1;
  return (one->node > other->node) - (one->node < other->node);
}

static double
looseness (CutGraphLayout *self,
           guint           node)
{
  return self->pinned[node] ? 0 : self->known[node] ? PARTING_MOBILITY : 1;
}

/* Returns: whether they had to be moved */
static gboolean
part (CutGraphLayout *self,
      guint           a,
      guint           b)
{
  CutGraphPoint *one = &self->points[a];
  CutGraphPoint *other = &self->points[b];
  gboolean right = other->x > one->x || (other->x == one->x && b > a);
  gboolean below = other->y > one->y || (other->y == one->y && b > a);
  double across = (self->sizes[a].width + self->sizes[b].width) / 2 - fabs (other->x - one->x);
  double down = below ? one->y + self->sizes[a].below - (other->y - self->sizes[b].above)
                      : other->y + self->sizes[b].below - (one->y - self->sizes[a].above);
  double both = looseness (self, a) + looseness (self, b);
  double first;

  if (across <= 0 || down <= 0 || both == 0)
    return FALSE;
  first = looseness (self, a) / both;
  if (across < down)
    {
      one->x -= (right ? 1 : -1) * across * first;
      other->x += (right ? 1 : -1) * across * (1 - first);
    }
  else
    {
      one->y -= (below ? 1 : -1) * down * first;
      other->y += (below ? 1 : -1) * down * (1 - first);
    }
  return TRUE;
}

/* Returns: whether any had to be moved */
static gboolean
parting_step (CutGraphLayout *self)
{
  g_autofree Start *starts = g_new (Start, self->n);
  gboolean moved = FALSE;

  for (guint i = 0; i < self->n; i++)
    starts[i] = (Start) { self->points[i].x - self->sizes[i].width / 2, i };
  qsort (starts, self->n, sizeof (Start), compare_starts);
  for (guint i = 0; i < self->n; i++)
    {
      guint node = starts[i].node;
      double right = starts[i].left + self->sizes[node].width;

      for (guint k = i + 1; k < self->n && starts[k].left < right; k++)
        if (part (self, node, starts[k].node))
          moved = TRUE;
    }
  return moved;
}

gboolean
cut_graph_layout_run (CutGraphLayout *self,
                      guint           steps,
                      GCancellable   *cancellable)
{
  for (; steps > 0 && self->step < FORCE_STEPS + PARTING_STEPS && !g_cancellable_is_cancelled (cancellable); steps--)
    {
      if (self->step < FORCE_STEPS)
        force_step (self);
      else if (!parting_step (self))
        self->step = FORCE_STEPS + PARTING_STEPS;
      self->step++;
    }
  remember_all (self);
  return self->step < FORCE_STEPS + PARTING_STEPS;
}

CutGraph *
cut_graph_layout_get_graph (CutGraphLayout *self)
{
  return self->graph;
}

const CutGraphPoint *
cut_graph_layout_get_points (CutGraphLayout *self)
{
  return self->points;
}

/* Pins. */

void
cut_graph_layout_pin (CutGraphLayout *self,
                      guint           node,
                      CutGraphPoint   point)
{
  self->points[node] = self->homes[node] = point;
  self->pinned[node] = TRUE;
  self->step = MIN (self->step, FORCE_STEPS);
  remember (self, node);
}

void
cut_graph_layout_unpin (CutGraphLayout *self,
                        guint           node)
{
  self->pinned[node] = FALSE;
  remember (self, node);
}

gboolean
cut_graph_layout_is_pinned (CutGraphLayout *self,
                            guint           node)
{
  return self->pinned[node];
}
