/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-chain-layout.h"

#define LANE 12      /* pixels between lines that run beside the stacked boxes */
#define MOST_LANES 6 /* more would leave no room for the boxes; then lines share one */

/* What stands in a column: a node, or the room that an edge needs to pass. */
typedef struct
{
  int node; /* -1: an edge passes */
  int edge;
  double wanted;
  double y;
  int height;
} Entry;

typedef struct
{
  const CutChain *chain;
  const CutChainMetrics *metrics;
  CutChainMeasure measure;
  gpointer user_data;
  CutChainLayout *layout;
  GPtrArray *columns; /* (element-type GArray of Entry) */
  int box_width;
} Plan;

static CutChainBox *
box_at (CutChainLayout *self,
        guint           node)
{
  return &g_array_index (self->boxes, CutChainBox, node);
}

static void
add_point (GArray *line,
           double  x,
           double  y)
{
  CutChainPoint point = { x, y };

  g_array_append_val (line, point);
}

static double
middle_of (const CutChainBox *box)
{
  return box->y + box->height / 2.0;
}

/* Columns beside each other. */

static Entry *
entry_at (GArray *column,
          guint   i)
{
  return &g_array_index (column, Entry, i);
}

static double
middle_of_entry (const Entry *entry)
{
  return entry->y + entry->height / 2.0;
}

static gboolean
passes (const Plan *plan,
        guint       edge,
        guint       column)
{
  const CutChainEdge *one = cut_chain_get_edge (plan->chain, edge);

  return cut_chain_get_node (plan->chain, one->from)->column < column && column < cut_chain_get_node (plan->chain, one->to)->column;
}

/* Where the edge is in @column: the middle of its node, or of the room it was given. */
static double
height_of_edge (const Plan *plan,
                guint       edge,
                guint       column,
                double      otherwise)
{
  const CutChainEdge *one = cut_chain_get_edge (plan->chain, edge);
  GArray *entries = g_ptr_array_index (plan->columns, column);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = entry_at (entries, i);

      if (entry->edge == (int) edge || (entry->node >= 0 && ((guint) entry->node == one->from || (guint) entry->node == one->to)))
        return middle_of_entry (entry);
    }
  return otherwise;
}

/* The mean of where the edges of @entry are in the column beside it. */
static double
want (const Plan  *plan,
      const Entry *entry,
      guint        column,
      gboolean     before,
      double       otherwise)
{
  double sum = 0;
  guint n = 0;

  if (entry->node < 0)
    return height_of_edge (plan, (guint) entry->edge, before ? column - 1 : column + 1, otherwise);
  for (guint i = 0; i < cut_chain_get_n_edges (plan->chain); i++)
    {
      const CutChainEdge *edge = cut_chain_get_edge (plan->chain, i);

      if ((before ? edge->to : edge->from) != (guint) entry->node)
        continue;
      sum += height_of_edge (plan, i, before ? column - 1 : column + 1, otherwise);
      n++;
    }
  return n > 0 ? sum / n : otherwise;
}

static int
find_node (const Plan *plan,
           guint       column,
           guint       row)
{
  for (guint i = 0; i < cut_chain_get_n_nodes (plan->chain); i++)
    if (cut_chain_get_node (plan->chain, i)->column == column && cut_chain_get_node (plan->chain, i)->row == row)
      return (int) i;
  return -1;
}

static void
insert_by_wish (GArray *entries,
                Entry   entry)
{
  guint at = 0;

  while (at < entries->len && entry_at (entries, at)->wanted <= entry.wanted)
    at++;
  g_array_insert_val (entries, at, entry);
}

static void
fill_column (Plan  *plan,
             guint  column)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  int node;

  g_ptr_array_add (plan->columns, entries);
  for (guint row = 0; (node = find_node (plan, column, row)) >= 0; row++)
    {
      Entry entry = { node, -1, 0, 0, plan->measure ((guint) node, plan->box_width, plan->user_data) };

      entry.wanted = column > 0 ? want (plan, &entry, column, TRUE, 0) : 0;
      g_array_append_val (entries, entry);
    }
  for (guint i = 0; column > 0 && i < cut_chain_get_n_edges (plan->chain); i++)
    if (passes (plan, i, column))
      {
        Entry entry = { -1, (int) i, 0, 0, plan->metrics->down };

        entry.wanted = want (plan, &entry, column, TRUE, 0);
        insert_by_wish (entries, entry);
      }
}

static void
drop_down (Plan  *plan,
           guint  column)
{
  GArray *entries = g_ptr_array_index (plan->columns, column);
  double top = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = entry_at (entries, i);

      entry->y = MAX (top, entry->wanted - entry->height / 2.0);
      top = entry->y + entry->height + plan->metrics->down;
    }
  plan->layout->height = MAX (plan->layout->height, (int) (top - plan->metrics->down + 0.5));
}

/* From the last column back: what stands above its neighbours comes down to them as far as there is room. */
static void
settle (Plan  *plan,
        guint  column)
{
  GArray *entries = g_ptr_array_index (plan->columns, column);
  double bottom = plan->layout->height;

  for (guint i = entries->len; i-- > 0;)
    {
      Entry *entry = entry_at (entries, i);
      double wanted = want (plan, entry, column, FALSE, middle_of_entry (entry)) - entry->height / 2.0;

      entry->y = MAX (entry->y, MIN (wanted, bottom - entry->height));
      bottom = entry->y - plan->metrics->down;
    }
}

static void
take_boxes (Plan *plan)
{
  for (guint column = 0; column < plan->columns->len; column++)
    {
      GArray *entries = g_ptr_array_index (plan->columns, column);

      for (guint i = 0; i < entries->len; i++)
        {
          const Entry *entry = entry_at (entries, i);

          if (entry->node >= 0)
            *box_at (plan->layout, (guint) entry->node) =
                (CutChainBox) { (int) column * (plan->box_width + plan->metrics->across), (int) entry->y, plan->box_width, entry->height };
        }
    }
}

static void
draw_lines (Plan *plan)
{
  for (guint i = 0; i < cut_chain_get_n_edges (plan->chain); i++)
    {
      const CutChainEdge *edge = cut_chain_get_edge (plan->chain, i);
      const CutChainBox *from = box_at (plan->layout, edge->from);
      const CutChainBox *to = box_at (plan->layout, edge->to);
      GArray *line = g_ptr_array_index (plan->layout->lines, i);

      add_point (line, from->x + from->width, middle_of (from));
      for (guint column = 1; column + 1 < plan->columns->len; column++)
        if (passes (plan, i, column))
          {
            double x = (double) column * (plan->box_width + plan->metrics->across);
            double y = height_of_edge (plan, i, column, 0);

            add_point (line, x, y);
            add_point (line, x + plan->box_width, y);
          }
      add_point (line, to->x, middle_of (to));
    }
}

static void
lay_out_columns (Plan *plan,
                 int   width)
{
  guint n = cut_chain_get_n_columns (plan->chain);

  plan->box_width = MIN ((width - (int) (n - 1) * plan->metrics->across) / (int) n, plan->metrics->widest);
  plan->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint column = 0; column < n; column++)
    {
      fill_column (plan, column);
      drop_down (plan, column);
    }
  for (guint column = n; column-- > 0;)
    settle (plan, column);
  take_boxes (plan);
  draw_lines (plan);
  plan->layout->width = (int) n * plan->box_width + (int) (n - 1) * plan->metrics->across;
  g_ptr_array_unref (plan->columns);
}

/* Below each other. */

static void
stack_boxes (Plan *plan,
             int   start,
             int   width)
{
  int top = 0;
  int node;

  for (guint column = 0; column < cut_chain_get_n_columns (plan->chain); column++)
    for (guint row = 0; (node = find_node (plan, column, row)) >= 0; row++)
      {
        int height = plan->measure ((guint) node, width, plan->user_data);

        *box_at (plan->layout, (guint) node) = (CutChainBox) { start, top, width, height };
        top += height + plan->metrics->down;
      }
  plan->layout->height = MAX (top - plan->metrics->down, 0);
}

/* All lines that end in one node share a lane; nodes get theirs in turn. */
static void
draw_lanes (Plan *plan,
            int   start)
{
  for (guint i = 0; i < cut_chain_get_n_edges (plan->chain); i++)
    {
      const CutChainEdge *edge = cut_chain_get_edge (plan->chain, i);
      const CutChainBox *from = box_at (plan->layout, edge->from);
      const CutChainBox *to = box_at (plan->layout, edge->to);
      GArray *line = g_ptr_array_index (plan->layout->lines, i);
      guint lane = edge->to % (guint) MAX (1, start / LANE - 1);
      double x = start - LANE * (lane + 1.5);

      add_point (line, start, middle_of (from));
      add_point (line, x, middle_of (from));
      add_point (line, x, middle_of (to));
      add_point (line, start, middle_of (to));
    }
}

static guint
count_ends (const CutChain *chain)
{
  guint n = 0;

  for (guint node = 0; node < cut_chain_get_n_nodes (chain); node++)
    for (guint i = 0; i < cut_chain_get_n_edges (chain); i++)
      if (cut_chain_get_edge (chain, i)->to == node)
        {
          n++;
          break;
        }
  return n;
}

static void
lay_out_stack (Plan *plan,
               int   width)
{
  guint lanes = MIN (count_ends (plan->chain), MOST_LANES);
  int start = lanes > 0 ? (int) (lanes + 1) * LANE : 0;

  plan->layout->stacked = TRUE;
  plan->layout->width = width;
  stack_boxes (plan, start, MAX (width - start, 1));
  draw_lanes (plan, start);
}

/* Both. */

static void
mirror (CutChainLayout *self,
        int             width)
{
  for (guint i = 0; i < self->boxes->len; i++)
    box_at (self, i)->x = width - box_at (self, i)->x - box_at (self, i)->width;
  for (guint i = 0; i < self->lines->len; i++)
    {
      GArray *line = g_ptr_array_index (self->lines, i);

      for (guint k = 0; k < line->len; k++)
        g_array_index (line, CutChainPoint, k).x = width - g_array_index (line, CutChainPoint, k).x;
    }
}

gboolean
cut_chain_layout_fits (const CutChain        *chain,
                       int                    width,
                       const CutChainMetrics *metrics)
{
  int n = (int) cut_chain_get_n_columns (chain);

  return n * metrics->narrowest + (n - 1) * metrics->across <= width;
}

CutChainLayout *
cut_chain_layout_new (const CutChain        *chain,
                      int                    width,
                      const CutChainMetrics *metrics,
                      gboolean               mirrored,
                      CutChainMeasure        measure,
                      gpointer               user_data)
{
  CutChainLayout *self = g_new0 (CutChainLayout, 1);
  Plan plan = { chain, metrics, measure, user_data, self, NULL, 0 };

  self->boxes = g_array_new (FALSE, TRUE, sizeof (CutChainBox));
  g_array_set_size (self->boxes, cut_chain_get_n_nodes (chain));
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < cut_chain_get_n_edges (chain); i++)
    g_ptr_array_add (self->lines, g_array_new (FALSE, FALSE, sizeof (CutChainPoint)));
  if (self->boxes->len > 0 && cut_chain_layout_fits (chain, width, metrics))
    lay_out_columns (&plan, width);
  else if (self->boxes->len > 0)
    lay_out_stack (&plan, width);
  if (mirrored)
    mirror (self, width);
  return self;
}

void
cut_chain_layout_free (CutChainLayout *self)
{
  g_array_unref (self->boxes);
  g_ptr_array_unref (self->lines);
  g_free (self);
}
