/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-timeline-layout.h"

#include <math.h>

/* Bars of one extent may stand above each other as long as they are no more than these. */
#define SAME_EXTENT 2

/* An item of the row that is being laid out. */
typedef struct
{
  double x0;
  double x1;
  gint64 cell;
  guint item;
  guint signs; /* of open ends and doubt: such bars look different though their extent is the same */
} Piece;

typedef struct
{
  CutTimelineLayout *layout;
  const CutTimeline *timeline;
  const CutTimelineMetrics *metrics;
  CutTimelineRow row;
  GArray *bars;   /* (element-type Piece) */
  GArray *points; /* (element-type Piece) */
} Work;

double
cut_timeline_layout_get_x (const CutTimelineLayout *self,
                           gint64                   ms)
{
  return (double) (ms - self->origin) * self->scale;
}

/* What becomes a bar, and what a point. */

static void
sort_item (Work  *self,
           guint  i)
{
  const CutTimelineItem *item = g_ptr_array_index (self->timeline->items, i);
  const CutTimeSpan *span = &item->span;
  Piece piece = { cut_timeline_layout_get_x (self->layout, span->start), cut_timeline_layout_get_x (self->layout, span->end), 0, i,
                  (span->open_start ? 1u : 0) | (span->open_end ? 2u : 0) | (span->about ? 4u : 0) };
  double middle = (piece.x0 + piece.x1) / 2;

  if (!span->open_start && !span->open_end && piece.x1 - piece.x0 <= self->metrics->glyph)
    {
      piece.x0 = middle - self->metrics->glyph / 2;
      piece.x1 = middle + self->metrics->glyph / 2;
      piece.cell = (gint64) floor (middle / self->metrics->cell);
      g_array_append_val (self->points, piece);
      return;
    }
  piece.x0 -= span->open_start ? self->metrics->arrow : 0;
  piece.x1 += span->open_end ? self->metrics->arrow : 0;
  piece.x1 = MAX (piece.x1, piece.x0 + self->metrics->glyph);
  g_array_append_val (self->bars, piece);
}

static int
compare_numbers (double a,
                 double b)
{
  return (a > b) - (a < b);
}

static int
compare_pieces (gconstpointer a,
                gconstpointer b)
{
  const Piece *one = a;
  const Piece *other = b;
  int order = one->cell != other->cell ? (one->cell > other->cell) - (one->cell < other->cell) : compare_numbers (one->x0, other->x0);

  if (order == 0)
    order = compare_numbers (one->x1, other->x1);
  if (order == 0)
    order = (int) one->signs - (int) other->signs;
  return order != 0 ? order : (one->item > other->item) - (one->item < other->item);
}

/* Marks. */

static void
add_item (CutTimelineLayout *self,
          CutTimelineMark   *mark,
          guint              item)
{
  self->next[mark->last] = item;
  mark->last = item;
  mark->n++;
}

/* Returns: (transfer none): valid until the next one is added */
static CutTimelineMark *
add_mark (Work        *self,
          const Piece *piece,
          guint        lane,
          gboolean     bar)
{
  CutTimelineMark mark = { piece->x0, piece->x1, 0, G_MAXDOUBLE, piece->item, piece->item, 1, (guint8) self->row, (guint8) lane, bar };

  g_array_append_val (self->layout->marks, mark);
  return &g_array_index (self->layout->marks, CutTimelineMark, self->layout->marks->len - 1);
}

static const Piece *
piece_at (GArray *pieces,
          guint   i)
{
  return &g_array_index (pieces, Piece, i);
}

/* Bars: from the top, each in the first lane that is free; what finds none joins what stands in the last one. */

static guint
find_lane (const double *ends,
           guint         n,
           guint         from,
           double        x0)
{
  for (guint i = 0; i < n; i++)
    if (ends[(from + i) % n] <= x0)
      return (from + i) % n;
  return n;
}

static gboolean
is_same_extent (const Piece *a,
                const Piece *b)
{
  return a->x0 == b->x0 && a->x1 == b->x1 && a->signs == b->signs;
}

static guint
count_same (GArray *pieces,
            guint   from)
{
  guint n = 1;

  while (from + n < pieces->len && is_same_extent (piece_at (pieces, from), piece_at (pieces, from + n)))
    n++;
  return n;
}

static CutTimelineMark *
join_last (Work        *self,
           guint        mark,
           const Piece *piece)
{
  CutTimelineMark *joined = &g_array_index (self->layout->marks, CutTimelineMark, mark);

  joined->x1 = MAX (joined->x1, piece->x1);
  add_item (self->layout, joined, piece->item);
  return joined;
}

static void
lay_bars (Work *self)
{
  guint n_lanes = MAX (1, self->metrics->lanes / 2);
  g_autofree double *ends = g_new (double, n_lanes);
  guint last = 0; /* the newest mark of the last lane */
  guint used = 0;

  for (guint i = 0; i < n_lanes; i++)
    ends[i] = -G_MAXDOUBLE;
  g_array_sort (self->bars, compare_pieces);
  for (guint i = 0; i < self->bars->len;)
    {
      guint same = count_same (self->bars, i);
      guint n = same > SAME_EXTENT ? same : 1;
      const Piece *piece = piece_at (self->bars, i);
      guint lane = find_lane (ends, n_lanes, 0, piece->x0);
      CutTimelineMark *mark = lane < n_lanes ? add_mark (self, piece, lane, TRUE) : join_last (self, last, piece);

      for (guint k = 1; k < n; k++)
        add_item (self->layout, mark, piece_at (self->bars, i + k)->item);
      lane = mark->lane;
      ends[lane] = mark->x1 + self->metrics->gap;
      if (lane == n_lanes - 1)
        last = (guint) (mark - &g_array_index (self->layout->marks, CutTimelineMark, 0));
      used = MAX (used, lane + 1);
      i += n;
    }
  self->layout->bar_lanes[self->row] = used;
}

/* Points. As many of one place as half of the lanes stay points, so that those of two places side by side always find a lane. */

static guint
count_cell (GArray *points,
            guint   from)
{
  guint n = 1;

  while (from + n < points->len && piece_at (points, from + n)->cell == piece_at (points, from)->cell)
    n++;
  return n;
}

/* Cell → mark. */
static GHashTable *
gather_crowds (Work  *self,
               guint  most)
{
  GHashTable *crowds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0, n; i < self->points->len; i += n)
    {
      Piece piece = *piece_at (self->points, i);
      CutTimelineMark *mark;

      n = count_cell (self->points, i);
      if (n <= most)
        continue;
      piece.x0 = (double) piece.cell * self->metrics->cell;
      piece.x1 = piece.x0 + self->metrics->cell;
      mark = add_mark (self, &piece, self->metrics->lanes - 1, FALSE);
      for (guint k = 1; k < n; k++)
        add_item (self->layout, mark, piece_at (self->points, i + k)->item);
      g_hash_table_insert (crowds, g_memdup2 (&piece.cell, sizeof piece.cell), GUINT_TO_POINTER (self->layout->marks->len));
    }
  return crowds;
}

/* Returns: (nullable): the crowd that @piece is one of, or that it would overlap */
static CutTimelineMark *
find_crowd (Work        *self,
            GHashTable  *crowds,
            const Piece *piece)
{
  gint64 sides[] = { piece->cell, (gint64) floor (piece->x0 / self->metrics->cell), (gint64) floor (piece->x1 / self->metrics->cell) };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      guint mark = GPOINTER_TO_UINT (g_hash_table_lookup (crowds, &sides[i]));

      if (mark > 0)
        return &g_array_index (self->layout->marks, CutTimelineMark, mark - 1);
    }
  return NULL;
}

static void
lay_points (Work *self)
{
  guint n_lanes = self->metrics->lanes - self->layout->bar_lanes[self->row];
  guint most = MAX (1, n_lanes / 2);
  g_autofree double *ends = g_new (double, n_lanes);
  g_autoptr (GHashTable) crowds = NULL;
  guint next = 0;

  for (guint i = 0; i < n_lanes; i++)
    ends[i] = -G_MAXDOUBLE;
  g_array_sort (self->points, compare_pieces);
  crowds = gather_crowds (self, most);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Piece *piece = piece_at (self->points, i);
      CutTimelineMark *crowd = find_crowd (self, crowds, piece);
      guint lane = find_lane (ends, n_lanes, next, piece->x0);

      if (crowd != NULL && (gint64) round (crowd->x0 / self->metrics->cell) != piece->cell)
        add_item (self->layout, crowd, piece->item);
      if (crowd != NULL)
        continue;
      g_assert (lane < n_lanes);
      /* From the bottom, one lane after the other: that leaves most room for words behind each. */
      add_mark (self, piece, self->metrics->lanes - 1 - lane, FALSE);
      ends[lane] = piece->x1;
      next = (lane + 1) % n_lanes;
    }
}

/* The end of a row: in order, with what is needed to find one's way in it. */

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const CutTimelineMark *one = a;
  const CutTimelineMark *other = b;
  int order = compare_numbers (one->x0, other->x0);

  return order != 0 ? order : (int) one->lane - (int) other->lane;
}

static void
measure_room (Work            *self,
              CutTimelineMark *marks,
              guint            n)
{
  g_autofree double *starts = g_new (double, self->metrics->lanes);

  for (guint i = 0; i < self->metrics->lanes; i++)
    starts[i] = G_MAXDOUBLE;
  for (guint i = n; i-- > 0;)
    {
      gboolean crowd = !marks[i].bar && marks[i].n > 1;
      guint top = crowd ? self->layout->bar_lanes[self->row] : marks[i].lane;

      marks[i].room = starts[marks[i].lane] < G_MAXDOUBLE ? MAX (0, starts[marks[i].lane] - marks[i].x1) : G_MAXDOUBLE;
      for (guint lane = top; lane <= marks[i].lane; lane++)
        starts[lane] = marks[i].x0;
    }
}

static void
finish_row (Work *self)
{
  CutTimelineLayout *layout = self->layout;
  guint begin = layout->rows[self->row];
  guint n = layout->marks->len - begin;
  CutTimelineMark *marks = n > 0 ? &g_array_index (layout->marks, CutTimelineMark, begin) : NULL;
  double reach = -G_MAXDOUBLE;

  layout->rows[self->row + 1] = layout->marks->len;
  if (n == 0)
    return;
  qsort (marks, n, sizeof *marks, compare_marks);
  for (guint i = 0; i < n; i++)
    {
      marks[i].reach = reach = MAX (reach, marks[i].x1);
      layout->most = MAX (layout->most, marks[i].n);
      for (guint item = marks[i].first; item != G_MAXUINT; item = layout->next[item])
        layout->mark_of[item] = begin + i;
    }
  measure_room (self, marks, n);
}

static void
lay_row (Work  *self,
         guint  kinds)
{
  g_array_set_size (self->bars, 0);
  g_array_set_size (self->points, 0);
  for (guint i = 0; i < self->timeline->items->len; i++)
    {
      CutTimelineKind kind = ((const CutTimelineItem *) g_ptr_array_index (self->timeline->items, i))->kind;

      if ((kinds & (1u << kind)) && cut_timeline_kind_get_row (kind) == self->row)
        sort_item (self, i);
    }
  lay_bars (self);
  lay_points (self);
  finish_row (self);
}

CutTimelineLayout *
cut_timeline_layout_new (const CutTimeline        *timeline,
                         double                    scale,
                         const CutTimelineMetrics *metrics,
                         guint                     kinds)
{
  CutTimelineLayout *self = g_new0 (CutTimelineLayout, 1);
  Work work = { self, timeline, metrics, CUT_TIMELINE_ROW_HAPPENED, g_array_new (FALSE, FALSE, sizeof (Piece)),
                g_array_new (FALSE, FALSE, sizeof (Piece)) };
  guint n = timeline->items->len;
  gint64 to;

  g_assert (metrics->lanes >= CUT_TIMELINE_LEAST_LANES && metrics->cell >= metrics->glyph);
  self->scale = scale;
  cut_timeline_get_range (timeline, &self->origin, &to);
  self->marks = g_array_new (FALSE, FALSE, sizeof (CutTimelineMark));
  self->next = g_new (guint, n + 1);
  self->mark_of = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    self->next[i] = self->mark_of[i] = G_MAXUINT;
  for (guint row = 0; row < CUT_N_TIMELINE_ROWS; row++)
    {
      work.row = (CutTimelineRow) row;
      lay_row (&work, kinds);
    }
  g_array_unref (work.bars);
  g_array_unref (work.points);
  return self;
}

void
cut_timeline_layout_free (CutTimelineLayout *self)
{
  g_array_unref (self->marks);
  g_free (self->next);
  g_free (self->mark_of);
  g_free (self);
}

guint
cut_timeline_layout_find (const CutTimelineLayout *self,
                          CutTimelineRow           row,
                          double                   x)
{
  guint low = self->rows[row];
  guint high = self->rows[row + 1];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marks, CutTimelineMark, middle).reach < x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
cut_timeline_layout_next (const CutTimelineLayout *self,
                          guint                    item)
{
  return self->next[item];
}

guint
cut_timeline_layout_mark_of (const CutTimelineLayout *self,
                             guint                    item)
{
  return self->mark_of[item];
}
