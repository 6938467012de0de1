/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-common.h"

#define MAX_COST 1024 /* differences from either end, then the best way so far is taken */

/* Parts of the two sequences: half-open. */
typedef struct
{
  int a0, a1;
  int b0, b1;
  gboolean same; /* nothing to look for: the elements are the same */
} Part;

/* Where an element stands in a part, and how often. */
typedef struct
{
  guint n_a, n_b;
  int at_a, at_b;
} Tally;

typedef struct
{
  CutCommon *common;
  const guint *a;
  const guint *b;
  GArray *parts;  /* (element-type Part): a stack */
  GArray *found;  /* (element-type CutStretch) */
  Tally *tallies; /* (nullable): one an id */
  int *ways;      /* what follows is in it */
  int *forward;   /* by diagonal (place in a less place in b), also negative: the furthest place in a */
  int *backward;
} Search;

static gboolean
spend (Search *self,
       gint64  steps)
{
  CutCommon *common = self->common;
  gint64 before = common->budget;

  common->budget -= steps;
  if (before >> 20 != common->budget >> 20 && g_cancellable_is_cancelled (common->cancellable))
    common->budget = 0;
  return common->budget > 0;
}

static void
push (Search  *self,
      int      a0,
      int      a1,
      int      b0,
      int      b1,
      gboolean same)
{
  Part part = { a0, a1, b0, b1, same };

  if (a0 < a1 && b0 < b1)
    g_array_append_val (self->parts, part);
}

static void
add_stretch (Search *self,
             int     a,
             int     b,
             int     length)
{
  CutStretch stretch = { (guint) a, (guint) b, (guint) length };
  CutStretch *last = self->found->len > 0 ? &g_array_index (self->found, CutStretch, self->found->len - 1) : NULL;

  if (last != NULL && last->a + last->length == stretch.a && last->b + last->length == stretch.b)
    last->length += stretch.length;
  else
    g_array_append_val (self->found, stretch);
}

/* Elements that occur once on either side. */

static void
count (Search     *self,
       const Part *part)
{
  for (int i = part->a0; i < part->a1; i++)
    {
      self->tallies[self->a[i]].n_a++;
      self->tallies[self->a[i]].at_a = i;
    }
  for (int i = part->b0; i < part->b1; i++)
    {
      self->tallies[self->b[i]].n_b++;
      self->tallies[self->b[i]].at_b = i;
    }
}

static void
forget (Search     *self,
        const Part *part)
{
  for (int i = part->a0; i < part->a1; i++)
    self->tallies[self->a[i]] = (Tally){ 0 };
  for (int i = part->b0; i < part->b1; i++)
    self->tallies[self->b[i]] = (Tally){ 0 };
}

/* Returns: the longest pile's length, after which the one that ends below @at goes */
static guint
find_pile (GArray      *tops,
           const Tally *places,
           int          at)
{
  guint low = 0;
  guint high = tops->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (places[g_array_index (tops, guint, middle)].at_b < at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The longest run of @places (in order of a) that is in order of b too. Returns: (element-type guint): backwards */
static GArray *
keep_order (GArray *places)
{
  g_autoptr (GArray) tops = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *before = g_new (guint, places->len);
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));
  const Tally *all = (const Tally *) (gpointer) places->data;

  for (guint i = 0; i < places->len; i++)
    {
      guint pile = find_pile (tops, all, all[i].at_b);

      before[i] = pile > 0 ? g_array_index (tops, guint, pile - 1) : G_MAXUINT;
      if (pile == tops->len)
        g_array_append_val (tops, i);
      else
        g_array_index (tops, guint, pile) = i;
    }
  for (guint i = tops->len > 0 ? g_array_index (tops, guint, tops->len - 1) : G_MAXUINT; i != G_MAXUINT; i = before[i])
    g_array_append_val (kept, i);
  return kept;
}

static GArray *
find_unique (Search     *self,
             const Part *part)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Tally));

  count (self, part);
  for (int i = part->a0; i < part->a1; i++)
    if (self->tallies[self->a[i]].n_a == 1 && self->tallies[self->a[i]].n_b == 1)
      g_array_append_val (places, self->tallies[self->a[i]]);
  forget (self, part);
  return places;
}

/* Returns: whether the part was divided at such elements */
static gboolean
divide_at_unique (Search     *self,
                  const Part *part)
{
  g_autoptr (GArray) places = NULL;
  g_autoptr (GArray) kept = NULL;
  int a1 = part->a1;
  int b1 = part->b1;

  if (!spend (self, 4 * (gint64) (part->a1 - part->a0 + part->b1 - part->b0)))
    return FALSE;
  places = find_unique (self, part);
  kept = keep_order (places);
  /* Backwards, for the stack gives them back forwards. */
  for (guint i = 0; i < kept->len; i++)
    {
      const Tally *at = &g_array_index (places, Tally, g_array_index (kept, guint, i));

      push (self, at->at_a + 1, a1, at->at_b + 1, b1, FALSE);
      push (self, at->at_a, at->at_a + 1, at->at_b, at->at_b + 1, TRUE);
      a1 = at->at_a;
      b1 = at->at_b;
    }
  if (kept->len > 0)
    push (self, part->a0, a1, part->b0, b1, FALSE);
  return kept->len > 0;
}

/* The middle of a shortest way. Places count from the part's start. */

typedef struct
{
  const guint *a;
  const guint *b;
  int n_a, n_b;
  int f_min, f_max; /* diagonals reached forwards */
  int b_min, b_max; /* and backwards */
  int x, y;         /* the place found */
} Middle;

static gboolean
go_forward (Search  *self,
            Middle  *m,
            gboolean meets)
{
  int *v = self->forward;

  if (m->f_min > -m->n_b)
    v[--m->f_min - 1] = -1;
  else
    m->f_min++;
  if (m->f_max < m->n_a)
    v[++m->f_max + 1] = -1;
  else
    m->f_max--;
  for (int d = m->f_max; d >= m->f_min; d -= 2)
    {
      int x = v[d - 1] >= v[d + 1] ? v[d - 1] + 1 : v[d + 1];
      int y = x - d;

      for (; x < m->n_a && y < m->n_b && m->a[x] == m->b[y]; x++)
        y++;
      v[d] = x;
      if (meets && d >= m->b_min && d <= m->b_max && self->backward[d] <= x)
        {
          m->x = x;
          m->y = y;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
go_backward (Search  *self,
             Middle  *m,
             gboolean meets)
{
  int *v = self->backward;

  if (m->b_min > -m->n_b)
    v[--m->b_min - 1] = G_MAXINT;
  else
    m->b_min++;
  if (m->b_max < m->n_a)
    v[++m->b_max + 1] = G_MAXINT;
  else
    m->b_max--;
  for (int d = m->b_max; d >= m->b_min; d -= 2)
    {
      int x = v[d - 1] < v[d + 1] ? v[d - 1] : v[d + 1] - 1;
      int y = x - d;

      for (; x > 0 && y > 0 && m->a[x - 1] == m->b[y - 1]; x--)
        y--;
      v[d] = x;
      if (meets && d >= m->f_min && d <= m->f_max && x <= self->forward[d])
        {
          m->x = x;
          m->y = y;
          return TRUE;
        }
    }
  return FALSE;
}

/* Where the middle is too far, the place that forward ways got furthest to. */
static void
take_best (Search *self,
           Middle *m)
{
  int best = -1;

  for (int d = m->f_max; d >= m->f_min; d -= 2)
    {
      int x = MIN (self->forward[d], m->n_a);
      int y = x - d;

      if (y >= 0 && y <= m->n_b && x + y > best)
        {
          best = x + y;
          m->x = x;
          m->y = y;
        }
    }
}

static gboolean
find_middle (Search *self,
             Middle *m)
{
  int delta = m->n_a - m->n_b;
  gboolean odd = (delta & 1) != 0;

  m->f_min = m->f_max = 0;
  m->b_min = m->b_max = delta;
  self->forward[0] = 0;
  self->backward[delta] = m->n_a;
  for (int cost = 1; cost <= MAX_COST; cost++)
    {
      if (!spend (self, 4L * cost))
        return FALSE;
      if (go_forward (self, m, odd) || go_backward (self, m, !odd))
        return TRUE;
    }
  take_best (self, m);
  return TRUE;
}

static void
divide_at_middle (Search     *self,
                  const Part *part)
{
  Middle m = { .a = self->a + part->a0,
               .b = self->b + part->b0,
               .n_a = part->a1 - part->a0,
               .n_b = part->b1 - part->b0,
               .x = -1,
               .y = -1 };

  if (!find_middle (self, &m) || m.x < 0 || m.y < 0 || m.x > m.n_a || m.y > m.n_b ||
      (m.x == 0 && m.y == 0) || (m.x == m.n_a && m.y == m.n_b))
    return;
  push (self, part->a0 + m.x, part->a1, part->b0 + m.y, part->b1, FALSE);
  push (self, part->a0, part->a0 + m.x, part->b0, part->b0 + m.y, FALSE);
}

static void
look_at (Search *self,
         Part    part)
{
  int length = 0;

  if (part.same)
    {
      add_stretch (self, part.a0, part.b0, part.a1 - part.a0);
      return;
    }
  for (; part.a0 < part.a1 && part.b0 < part.b1 && self->a[part.a0] == self->b[part.b0]; part.a0++, part.b0++)
    add_stretch (self, part.a0, part.b0, 1);
  for (; part.a0 < part.a1 && part.b0 < part.b1 && self->a[part.a1 - 1] == self->b[part.b1 - 1]; part.a1--, part.b1--)
    length++;
  push (self, part.a1, part.a1 + length, part.b1, part.b1 + length, TRUE);
  if (part.a0 == part.a1 || part.b0 == part.b1 || self->common->budget <= 0)
    return;
  if ((guint) (part.a1 - part.a0 + part.b1 - part.b0) > self->common->anchor_above && divide_at_unique (self, &part))
    return;
  divide_at_middle (self, &part);
}

GArray *
cut_common_find (CutCommon   *common,
                 const guint *a,
                 guint        n_a,
                 const guint *b,
                 guint        n_b)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autofree Tally *tallies = NULL;
  g_autofree int *ways = NULL;
  Search self = { .common = common, .a = a, .b = b, .parts = parts };
  gsize diagonals = (gsize) n_a + n_b + 3;

  self.found = g_array_new (FALSE, FALSE, sizeof (CutStretch));
  if (n_a == 0 || n_b == 0 || n_a > G_MAXINT / 4 || n_b > G_MAXINT / 4)
    return self.found;
  if (n_a + n_b > common->anchor_above)
    tallies = g_new0 (Tally, common->n_ids);
  ways = g_new (int, 2 * diagonals);
  self.tallies = tallies;
  self.forward = ways + n_b + 1;
  self.backward = self.forward + diagonals;
  push (&self, 0, (int) n_a, 0, (int) n_b, FALSE);
  while (parts->len > 0)
    {
      Part part = g_array_index (parts, Part, parts->len - 1);

      g_array_set_size (parts, parts->len - 1);
      look_at (&self, part);
    }
  return self.found;
}
