/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "cut-difference-private.h"

/* How alike, of 1, two blocks are at least that … */
#define ALIKE 0.4         /* … stand in the same place and count as one that was changed */
#define ALIKE_AFAR 0.7    /* … stand apart and count as one that was moved and changed */
#define JOIN_GAIN 0.1     /* how much more alike a block that was split is to both parts than to one */
#define PART_OF 0.75      /* of a part's words that stand in the whole */
#define MOST_JOINED 3     /* parts of one block */
#define MOST_CELLS 40000  /* of a table of every block with every other; beyond it blocks are paired in order */
#define AHEAD 8           /* blocks looked at in order then */
#define FEWEST_MOVED 4    /* words of a block that is worth saying it moved */

static int
compare_ids (const void *a,
             const void *b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

/* Words without order, of lines [first_line, last_line]. Signs count only where there is nothing else. */
static guint *
make_bag (const CutSide *side,
          guint          first_line,
          guint          last_line,
          guint         *size)
{
  guint first = cut_side_line (side, first_line)->first;
  guint last = cut_side_line (side, last_line)->last;
  gboolean any = cut_side_count (side, first, last) > 0;
  guint *bag = g_new (guint, last - first);
  guint n = 0;

  for (guint i = first; i < last; i++)
    {
      CutTokenKind kind = cut_side_word (side, i)->kind;

      if (!any || kind == CUT_TOKEN_WORD || kind == CUT_TOKEN_NUMBER)
        bag[n++] = side->ids[i];
    }
  qsort (bag, n, sizeof *bag, compare_ids);
  *size = n;
  return bag;
}

static const CutLine *
with_bag (const CutSide *side,
          guint          i)
{
  CutLine *line = cut_side_line (side, i);

  if (line->bag == NULL)
    line->bag = make_bag (side, i, i, &line->bag_size);
  return line;
}

static guint
count_shared (const guint *a,
              guint        n_a,
              const guint *b,
              guint        n_b)
{
  guint i = 0;
  guint j = 0;
  guint n = 0;

  while (i < n_a && j < n_b)
    if (a[i] == b[j])
      {
        n++;
        i++;
        j++;
      }
    else if (a[i] < b[j])
      i++;
    else
      j++;
  return n;
}

/* Dice's coefficient; 0 when there is no budget left, or when the sizes alone make it less than @least. */
static double
get_likeness (CutComparison *self,
              guint          old_line,
              guint          new_line,
              double         least)
{
  const CutLine *a = with_bag (&self->old, old_line);
  const CutLine *b = with_bag (&self->new, new_line);
  double sum = (double) a->bag_size + b->bag_size;

  if (self->common.budget <= 0 || sum == 0 || 2.0 * MIN (a->bag_size, b->bag_size) / sum < least)
    return 0;
  self->common.budget -= a->bag_size + b->bag_size;
  return 2.0 * count_shared (a->bag, a->bag_size, b->bag, b->bag_size) / sum;
}

static void
set_partners (CutComparison *self,
              guint          old_line,
              guint          new_line,
              CutFate        fate)
{
  CutLine *a = cut_side_line (&self->old, old_line);
  CutLine *b = cut_side_line (&self->new, new_line);

  a->fate = b->fate = fate;
  a->partner = new_line;
  b->partner = old_line;
}

/* In the same place. */

/* The pairs in order whose likenesses add up to the most. */
static void
pair_best (CutComparison *self,
           guint          o0,
           guint          o1,
           guint          n0,
           guint          n1)
{
  guint rows = o1 - o0;
  guint columns = n1 - n0;
  gsize width = columns + 1;
  g_autofree float *alike = g_new (float, (gsize) rows *columns);
  g_autofree float *best = g_new0 (float, (rows + 1) * width); /* of what follows */
  guint i = 0;
  guint j = 0;

  for (guint r = rows; r-- > 0;)
    for (guint c = columns; c-- > 0;)
      {
        double like = get_likeness (self, o0 + r, n0 + c, ALIKE);
        float paired = like >= ALIKE ? (float) like + best[(r + 1) * width + c + 1] : 0;

        alike[(gsize) r * columns + c] = like >= ALIKE ? (float) like : 0;
        best[r * width + c] = MAX (paired, MAX (best[(r + 1) * width + c], best[r * width + c + 1]));
      }
  while (i < rows && j < columns)
    {
      float like = alike[(gsize) i * columns + j];

      if (like > 0 && best[i * width + j] == like + best[(i + 1) * width + j + 1])
        set_partners (self, o0 + i++, n0 + j++, CUT_FATE_PAIRED);
      else if (best[i * width + j] == best[(i + 1) * width + j])
        i++;
      else
        j++;
    }
}

static void
pair_in_order (CutComparison *self,
               guint          o0,
               guint          o1,
               guint          n0,
               guint          n1)
{
  for (guint i = o0; i < o1; i++)
    for (guint j = n0; j < n1 && j < n0 + AHEAD; j++)
      if (get_likeness (self, i, j, ALIKE) >= ALIKE)
        {
          set_partners (self, i, j, CUT_FATE_PAIRED);
          n0 = j + 1;
          break;
        }
}

/* A paragraph that was split or joined: one whole on the one side, parts on the other. */

static gboolean
belongs (CutComparison *self,
         const CutSide *whole_side,
         const CutSide *part_side,
         guint          whole,
         guint          from,
         guint          to,
         guint          part)
{
  const CutLine *all = with_bag (whole_side, whole);
  const CutLine *more = with_bag (part_side, part);
  guint n_had, n_both;
  g_autofree guint *had = NULL;
  g_autofree guint *both = NULL;
  double before, after;

  self->common.budget -= 4 * ((gint64) all->bag_size + more->bag_size);
  if (self->common.budget <= 0 || more->bag_size == 0 ||
      count_shared (all->bag, all->bag_size, more->bag, more->bag_size) < PART_OF * more->bag_size)
    return FALSE;
  had = make_bag (part_side, from, to, &n_had);
  both = make_bag (part_side, MIN (from, part), MAX (to, part), &n_both);
  before = 2.0 * count_shared (all->bag, all->bag_size, had, n_had) / (all->bag_size + n_had);
  after = 2.0 * count_shared (all->bag, all->bag_size, both, n_both) / (all->bag_size + n_both);
  return after >= before + JOIN_GAIN;
}

/* Returns: whether line @i of @side stands next to @j in the text and has no partner */
static gboolean
is_free_beside (const CutSide *side,
                guint          i,
                guint          j,
                guint          start,
                guint          end)
{
  const CutLine *line;

  if (i < start || i >= end)
    return FALSE;
  line = cut_side_line (side, i);
  return line->fate == CUT_FATE_NONE && (line->number + 1 == cut_side_line (side, j)->number ||
                                         line->number == cut_side_line (side, j)->number + 1);
}

/* Takes free neighbours of the partner of @whole to it. */
static void
join_parts (CutComparison *self,
            CutSide       *whole_side,
            CutSide       *part_side,
            guint          whole,
            guint          start,
            guint          end)
{
  guint from = cut_side_line (whole_side, whole)->partner;
  guint to = from;

  while (to - from + 1 < MOST_JOINED)
    if (is_free_beside (part_side, to + 1, to, start, end) && belongs (self, whole_side, part_side, whole, from, to, to + 1))
      to++;
    else if (from > start && is_free_beside (part_side, from - 1, from, start, end) &&
             belongs (self, whole_side, part_side, whole, from, to, from - 1))
      from--;
    else
      break;
  for (guint i = from; i <= to && from < to; i++)
    {
      cut_side_line (part_side, i)->fate = i == from ? CUT_FATE_PAIRED : CUT_FATE_JOINED;
      cut_side_line (part_side, i)->partner = whole;
    }
  cut_side_line (whole_side, whole)->partner = from;
}

void
cut_comparison_pair (CutComparison *self,
                     guint          old_start,
                     guint          old_end,
                     guint          new_start,
                     guint          new_end)
{
  if (old_start == old_end || new_start == new_end)
    return;
  if ((guint64) (old_end - old_start) * (new_end - new_start) <= MOST_CELLS)
    pair_best (self, old_start, old_end, new_start, new_end);
  else
    pair_in_order (self, old_start, old_end, new_start, new_end);
  for (guint i = old_start; i < old_end; i++)
    if (cut_side_line (&self->old, i)->fate == CUT_FATE_PAIRED)
      join_parts (self, &self->old, &self->new, i, new_start, new_end);
  for (guint i = new_start; i < new_end; i++)
    {
      const CutLine *line = cut_side_line (&self->new, i);

      if (line->fate == CUT_FATE_PAIRED && (i + 1 == new_end || cut_side_line (&self->new, i + 1)->fate != CUT_FATE_JOINED))
        join_parts (self, &self->new, &self->old, i, old_start, old_end);
    }
}

/* Elsewhere. */

static GArray *
get_free (CutComparison *self,
          CutSide       *side)
{
  GArray *free_lines = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < side->lines->len; i++)
    {
      const CutLine *line = cut_side_line (side, i);

      if (line->fate == CUT_FATE_NONE && cut_side_count (side, line->first, line->last) >= FEWEST_MOVED)
        g_array_append_val (free_lines, i);
    }
  return free_lines;
}

/* Those that are the same, the first with the first. */
static void
find_same (CutComparison *self,
           GArray        *was,
           GArray        *is)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL); /* id → place in @was, from 1 */

  for (guint i = was->len; i-- > 0;)
    g_hash_table_insert (places, GUINT_TO_POINTER (cut_side_line (&self->old, g_array_index (was, guint, i))->id),
                         GUINT_TO_POINTER (i + 1));
  for (guint j = 0; j < is->len; j++)
    {
      gpointer id = GUINT_TO_POINTER (cut_side_line (&self->new, g_array_index (is, guint, j))->id);
      guint i = GPOINTER_TO_UINT (g_hash_table_lookup (places, id));

      if (i == 0)
        continue;
      set_partners (self, g_array_index (was, guint, i - 1), g_array_index (is, guint, j), CUT_FATE_MOVED);
      g_hash_table_remove (places, id);
    }
}

static void
find_alike (CutComparison *self,
            GArray        *was,
            guint          new_line)
{
  double best = ALIKE_AFAR;
  guint at = G_MAXUINT;

  for (guint i = 0; i < was->len; i++)
    {
      guint old_line = g_array_index (was, guint, i);
      double like;

      if (cut_side_line (&self->old, old_line)->fate != CUT_FATE_NONE)
        continue;
      like = get_likeness (self, old_line, new_line, best);
      if (like > best)
        {
          best = like;
          at = old_line;
        }
    }
  if (at != G_MAXUINT)
    set_partners (self, at, new_line, CUT_FATE_MOVED);
}

void
cut_comparison_find_moved (CutComparison *self)
{
  g_autoptr (GArray) was = get_free (self, &self->old);
  g_autoptr (GArray) is = get_free (self, &self->new);

  find_same (self, was, is);
  if ((guint64) was->len * is->len > MOST_CELLS)
    return;
  for (guint j = 0; j < is->len; j++)
    if (cut_side_line (&self->new, g_array_index (is, guint, j))->fate == CUT_FATE_NONE)
      find_alike (self, was, g_array_index (is, guint, j));
}
