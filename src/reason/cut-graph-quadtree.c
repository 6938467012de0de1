/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-graph-quadtree.h"

#include <math.h>

/* A cell this small against its distance counts as one point. */
#define OPENING 0.9
/* Points nearer to each other than this many halvings of the whole share a cell. */
#define MOST_DEPTH 24
#define NOBODY G_MAXUINT
#define NEAREST 0.01

typedef struct
{
  double x; /* of its middle */
  double y;
  double half;
  double sum_x;
  double sum_y;
  guint n;           /* points in it */
  guint point;       /* the one in it; NOBODY in a cell that is divided */
  guint children[4]; /* 0 where there is none: that is the whole */
} Cell;

struct _CutGraphQuadtree
{
  GArray *cells;
  const CutGraphPoint *points;
};

static Cell *
cell_at (CutGraphQuadtree *self,
         guint             i)
{
  return &g_array_index (self->cells, Cell, i);
}

static guint
add_cell (CutGraphQuadtree *self,
          double            x,
          double            y,
          double            half)
{
  Cell cell = { .x = x, .y = y, .half = half, .point = NOBODY };

  g_array_append_val (self->cells, cell);
  return self->cells->len - 1;
}

static void
count_in (CutGraphQuadtree *self,
          guint             cell,
          guint             point)
{
  Cell *in = cell_at (self, cell);

  in->n++;
  in->sum_x += self->points[point].x;
  in->sum_y += self->points[point].y;
}

static guint
ensure_child (CutGraphQuadtree *self,
              guint             cell,
              guint             point)
{
  Cell parent = *cell_at (self, cell);
  gboolean right = self->points[point].x >= parent.x;
  gboolean below = self->points[point].y >= parent.y;
  guint which = (right ? 1 : 0) + (below ? 2 : 0);
  double half = parent.half / 2;

  if (parent.children[which] == 0)
    {
      guint child = add_cell (self, parent.x + (right ? half : -half), parent.y + (below ? half : -half), half);

      cell_at (self, cell)->children[which] = child;
      return child;
    }
  return parent.children[which];
}

static void
insert (CutGraphQuadtree *self,
        guint             point)
{
  guint cell = 0;

  for (guint depth = 0; depth < MOST_DEPTH; depth++)
    {
      guint dweller = cell_at (self, cell)->point;
      gboolean empty = cell_at (self, cell)->n == 0;

      count_in (self, cell, point);
      if (empty)
        {
          cell_at (self, cell)->point = point;
          return;
        }
      if (dweller != NOBODY)
        {
          guint child = ensure_child (self, cell, dweller);

          cell_at (self, cell)->point = NOBODY;
          count_in (self, child, dweller);
          cell_at (self, child)->point = dweller;
        }
      cell = ensure_child (self, cell, point);
    }
  count_in (self, cell, point);
}

CutGraphQuadtree *
cut_graph_quadtree_new (const CutGraphPoint *points,
                        guint                n_points)
{
  CutGraphQuadtree *self = g_new0 (CutGraphQuadtree, 1);
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  self->points = points;
  self->cells = g_array_sized_new (FALSE, TRUE, sizeof (Cell), 2 * n_points + 1);
  for (guint i = 0; i < n_points; i++)
    {
      left = fmin (left, points[i].x);
      right = fmax (right, points[i].x);
      top = fmin (top, points[i].y);
      bottom = fmax (bottom, points[i].y);
    }
  if (n_points == 0)
    return self;
  add_cell (self, (left + right) / 2, (top + bottom) / 2, fmax (fmax (right - left, bottom - top) / 2, 1));
  for (guint i = 0; i < n_points; i++)
    insert (self, i);
  return self;
}

void
cut_graph_quadtree_free (CutGraphQuadtree *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

static gboolean
is_divided (const Cell *cell)
{
  return (cell->children[0] | cell->children[1] | cell->children[2] | cell->children[3]) != 0;
}

CutGraphPoint
cut_graph_quadtree_push (CutGraphQuadtree *self,
                         guint             i)
{
  const CutGraphPoint here = self->points[i];
  CutGraphPoint push = { 0, 0 };
  guint stack[4 * MOST_DEPTH];
  guint n = 0;

  for (stack[n++] = 0; n > 0;)
    {
      const Cell *cell = cell_at (self, stack[--n]);
      double dx = here.x - cell->sum_x / cell->n;
      double dy = here.y - cell->sum_y / cell->n;
      double square = dx * dx + dy * dy;

      if (cell->point == i && cell->n == 1)
        continue;
      if (is_divided (cell) && 4 * cell->half * cell->half > OPENING * OPENING * square)
        {
          for (guint k = 0; k < 4; k++)
            if (cell->children[k] != 0)
              stack[n++] = cell->children[k];
          continue;
        }
      square = fmax (square, NEAREST);
      push.x += cell->n * dx / square;
      push.y += cell->n * dy / square;
    }
  return push;
}
