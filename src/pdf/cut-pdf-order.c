/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-pdf-order.h"

#include <string.h>

#define MAX_BINS 2048
#define MAX_DEPTH 6
#define MIN_LINES 3       /* of a column, beside the other */
#define MIN_LETTERS 12    /* of a column's line on average: less are the cells of a table */
#define MIN_GUTTER 6.0    /* points */
#define MOST_CROSSING 0.7 /* of the lines of a region with columns */
#define LONGEST_MARK 5    /* code points of a bullet or number before a wide gap */
#define DROP_CAP 1.8      /* times as large as the letters that follow it */

/* A part of the page whose lines are put into order among themselves. */
typedef struct
{
  GPtrArray *lines; /* (unowned lines) */
  guint depth;
  gboolean whole; /* no columns are looked for any more */
} Region;

static Region *
region_new (guint    depth,
            gboolean whole)
{
  Region *self = g_new0 (Region, 1);

  self->lines = g_ptr_array_new ();
  self->depth = depth;
  self->whole = whole;
  return self;
}

static void
region_free (Region *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static CutPdfLine *
line_at (GPtrArray *lines,
         guint      i)
{
  return g_ptr_array_index (lines, i);
}

static int
compare_down (gconstpointer a,
              gconstpointer b)
{
  const CutPdfLine *one = *(CutPdfLine *const *) a, *other = *(CutPdfLine *const *) b;

  if (one->y0 != other->y0)
    return one->y0 < other->y0 ? -1 : 1;
  return (one->x0 > other->x0) - (one->x0 < other->x0);
}

static int
compare_across (gconstpointer a,
                gconstpointer b)
{
  const CutPdfLine *one = *(CutPdfLine *const *) a, *other = *(CutPdfLine *const *) b;

  return (one->x0 > other->x0) - (one->x0 < other->x0);
}

/* Gutters. */

typedef struct
{
  double x0;
  double scale; /* bins a point */
  guint n_bins;
  guint cover[MAX_BINS]; /* how many lines stand over each strip of the region */
} Profile;

static guint
bin_of (const Profile *profile,
        double         x)
{
  double bin = (x - profile->x0) * profile->scale;

  return bin >= 0 ? (guint) MIN (bin, profile->n_bins - 1) : 0;
}

/* Returns: whether the region is wide enough to hold columns */
static gboolean
make_profile (Profile   *profile,
              GPtrArray *lines)
{
  double x1 = line_at (lines, 0)->x1;

  memset (profile, 0, sizeof *profile);
  profile->x0 = line_at (lines, 0)->x0;
  for (guint i = 1; i < lines->len; i++)
    {
      profile->x0 = MIN (profile->x0, line_at (lines, i)->x0);
      x1 = MAX (x1, line_at (lines, i)->x1);
    }
  if (!(x1 - profile->x0 > 10 * MIN_GUTTER))
    return FALSE;
  profile->n_bins = MAX_BINS;
  profile->scale = MAX_BINS / (x1 - profile->x0);
  for (guint i = 0; i < lines->len; i++)
    for (guint bin = bin_of (profile, line_at (lines, i)->x0); bin <= bin_of (profile, line_at (lines, i)->x1); bin++)
      profile->cover[bin]++;
  return TRUE;
}

typedef struct
{
  guint lines;
  gsize letters;
  double top;
  double bottom;
} Side;

static void
count_line (Side             *side,
            const CutPdfLine *line)
{
  side->top = side->lines == 0 ? line->y0 : MIN (side->top, line->y0);
  side->bottom = side->lines == 0 ? line->y1 : MAX (side->bottom, line->y1);
  side->lines++;
  side->letters += (gsize) g_utf8_strlen (line->text, -1);
}

static gboolean
is_column (const Side *side)
{
  return side->lines >= MIN_LINES && side->letters >= (gsize) side->lines * MIN_LETTERS;
}

/* Two columns stand beside each other; what stands above the other does not. */
static gboolean
are_columns (const Side *left,
             const Side *right)
{
  double shared = MIN (left->bottom, right->bottom) - MAX (left->top, right->top);
  double shorter = MIN (left->bottom - left->top, right->bottom - right->top);

  return is_column (left) && is_column (right) && shared >= shorter / 2;
}

static gboolean
crosses (const CutPdfLine *line,
         double            x)
{
  return line->x0 < x && line->x1 > x;
}

/* How many lines a gutter at @x would put into columns. */
static guint
rate_gutter (GPtrArray *lines,
             double     x)
{
  Side left = { 0 }, right = { 0 };

  for (guint i = 0; i < lines->len; i++)
    if (!crosses (line_at (lines, i), x))
      count_line (line_at (lines, i)->x1 <= x ? &left : &right, line_at (lines, i));
  return are_columns (&left, &right) ? MIN (left.lines, right.lines) : 0;
}

/* Returns: where the next strip begins that fewer lines stand over than beside it; @end is set to where that ends */
static guint
next_valley (const Profile *profile,
             guint          from,
             guint         *end)
{
  while (from < profile->n_bins)
    {
      guint until = from;

      while (until < profile->n_bins && profile->cover[until] == profile->cover[from])
        until++;
      *end = until;
      /* from is below n_bins, which is at most MAX_BINS: cppcheck does not see the second. */
      /* cppcheck-suppress arrayIndexOutOfBoundsCond */
      if (from > 0 && until < profile->n_bins && profile->cover[from - 1] > profile->cover[from] &&
          profile->cover[until] > profile->cover[from])
        return from;
      from = until;
    }
  return profile->n_bins;
}

/* Returns: the place of the best gutter, or 0 where there is none */
static double
find_gutter (GPtrArray *lines)
{
  g_autofree Profile *profile = g_new (Profile, 1);
  double best = 0;
  guint most = 0;
  guint end = 0;

  if (lines->len < 2 * MIN_LINES || !make_profile (profile, lines))
    return 0;
  for (guint from = next_valley (profile, 0, &end); from < profile->n_bins; from = next_valley (profile, end, &end))
    {
      double x = profile->x0 + (from + end) / 2.0 / profile->scale;
      guint rate;

      if ((end - from) / profile->scale < MIN_GUTTER || profile->cover[from] > MOST_CROSSING * lines->len)
        continue;
      rate = rate_gutter (lines, x);
      if (rate > most)
        {
          most = rate;
          best = x;
        }
    }
  return best;
}

/* Splitting. */

typedef struct
{
  GPtrArray *parts; /* of Region, in reading order */
  Region *sides[2];
  Region *band; /* both sides as they come, for where they are no columns */
  Region *across;
  guint depth;
  gboolean from_right;
} Splitter;

static void
push (Splitter *self,
      Region   *region)
{
  if (region->lines->len > 0)
    g_ptr_array_add (self->parts, region);
  else
    region_free (region);
}

static void
end_band (Splitter *self)
{
  Side sides[2] = { { 0 }, { 0 } };
  gboolean columns;

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < self->sides[side]->lines->len; i++)
      count_line (&sides[side], line_at (self->sides[side]->lines, i));
  columns = are_columns (&sides[0], &sides[1]);
  if (columns)
    {
      push (self, self->sides[self->from_right]);
      push (self, self->sides[!self->from_right]);
      region_free (self->band);
    }
  else
    {
      push (self, self->band);
      region_free (self->sides[0]);
      region_free (self->sides[1]);
    }
}

static void
begin_band (Splitter *self)
{
  self->sides[0] = region_new (self->depth, FALSE);
  self->sides[1] = region_new (self->depth, FALSE);
  self->band = region_new (self->depth, FALSE);
}

static void
add_across (Splitter   *self,
            CutPdfLine *line)
{
  if (self->band->lines->len > 0)
    {
      end_band (self);
      begin_band (self);
    }
  if (self->across == NULL)
    self->across = region_new (self->depth, TRUE);
  g_ptr_array_add (self->across->lines, line);
}

static void
add_beside (Splitter   *self,
            CutPdfLine *line,
            guint       side)
{
  if (self->across != NULL)
    push (self, g_steal_pointer (&self->across));
  g_ptr_array_add (self->sides[side]->lines, line);
  g_ptr_array_add (self->band->lines, line);
}

/* Returns: (transfer full) (nullable): the parts of @region in reading order */
static GPtrArray *
split (Region   *region,
       gboolean  from_right)
{
  double x = region->whole || region->depth >= MAX_DEPTH ? 0 : find_gutter (region->lines);
  Splitter splitter = { .depth = region->depth + 1, .from_right = from_right };

  if (x <= 0)
    return NULL;
  splitter.parts = g_ptr_array_new ();
  begin_band (&splitter);
  g_ptr_array_sort (region->lines, compare_down);
  for (guint i = 0; i < region->lines->len; i++)
    {
      CutPdfLine *line = line_at (region->lines, i);

      if (crosses (line, x))
        add_across (&splitter, line);
      else
        add_beside (&splitter, line, line->x1 <= x ? 0 : 1);
    }
  end_band (&splitter);
  if (splitter.across != NULL)
    push (&splitter, splitter.across);
  return splitter.parts;
}

/* Rows. */

static gboolean
is_same_row (const CutPdfLine *row,
             const CutPdfLine *line)
{
  double shared = MIN (row->y1, line->y1) - MAX (row->y0, line->y0);

  return shared > MIN (row->y1 - row->y0, line->y1 - line->y0) / 2;
}

/* A large first letter is of the word that follows it. */
static gboolean
is_drop_cap (const CutPdfLine *line,
             const CutPdfLine *next)
{
  return line->size > DROP_CAP * next->size && g_utf8_strlen (line->text, 3) <= 2 && g_unichar_isalpha (g_utf8_get_char (line->text));
}

static void
absorb (CutPdfLine *line,
        CutPdfLine *next)
{
  gboolean drop_cap = is_drop_cap (line, next);
  char *text;

  g_strchomp (line->text);
  line->cells = line->cells || (!drop_cap && g_utf8_strlen (line->text, -1) > LONGEST_MARK);
  text = g_strconcat (line->text, drop_cap ? "" : " ", next->text, NULL);
  g_free (line->text);
  line->text = text;
  if (drop_cap)
    {
      line->y1 = next->y1;
      line->size = next->size;
      line->bold = next->bold;
    }
  line->x0 = MIN (line->x0, next->x0);
  line->x1 = MAX (line->x1, next->x1);
  line->y0 = MIN (line->y0, next->y0);
  line->y1 = MAX (line->y1, next->y1);
}

/* Puts the pieces of one row into one line; those put in are left without text. */
static CutPdfLine *
join_row (GPtrArray *row,
          gboolean   from_right)
{
  CutPdfLine *first;

  g_ptr_array_sort (row, compare_across);
  first = line_at (row, from_right ? row->len - 1 : 0);
  for (guint i = 1; i < row->len; i++)
    {
      CutPdfLine *next = line_at (row, from_right ? row->len - 1 - i : i);

      absorb (first, next);
      g_clear_pointer (&next->text, g_free);
    }
  return first;
}

/* The lines of a part without columns, from the top; a piece belongs to the row it shares half its height with. */
static void
emit_rows (GPtrArray *lines,
           gboolean   from_right,
           GPtrArray *out)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new ();
  const CutPdfLine *lowest = NULL; /* the flattest of the row: a drop cap reaches down over several */

  g_ptr_array_sort (lines, compare_down);
  for (guint i = 0; i < lines->len; i++)
    {
      CutPdfLine *line = line_at (lines, i);

      if (lowest != NULL && !is_same_row (lowest, line))
        {
          g_ptr_array_add (out, join_row (row, from_right));
          g_ptr_array_set_size (row, 0);
          lowest = NULL;
        }
      if (lowest == NULL || line->y1 - line->y0 < lowest->y1 - lowest->y0)
        lowest = line;
      g_ptr_array_add (row, line);
    }
  if (row->len > 0)
    g_ptr_array_add (out, join_row (row, from_right));
}

static void
emit (Region    *region,
      gboolean   from_right,
      guint      column,
      GPtrArray *out)
{
  guint first = out->len;
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE;

  emit_rows (region->lines, from_right, out);
  for (guint i = first; i < out->len; i++)
    {
      left = MIN (left, line_at (out, i)->x0);
      right = MAX (right, line_at (out, i)->x1);
    }
  for (guint i = first; i < out->len; i++)
    {
      line_at (out, i)->left = left;
      line_at (out, i)->right = right;
      line_at (out, i)->column = column;
    }
}

/* What is put aside before columns are looked for: heads, feet and stamps would cross them. */
static void
emit_furniture (CutPdfPage *page,
                gboolean    upper,
                guint       column,
                GPtrArray  *out)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  for (guint i = 0; i < page->lines->len; i++)
    if (line_at (page->lines, i)->use == CUT_PDF_FURNITURE && (line_at (page->lines, i)->y1 < page->height / 2) == upper)
      g_ptr_array_add (lines, line_at (page->lines, i));
  g_ptr_array_sort (lines, compare_down);
  for (guint i = 0; i < lines->len; i++)
    line_at (lines, i)->column = column;
  g_ptr_array_extend (out, lines, NULL, NULL);
}

void
cut_pdf_order_page (CutPdfPage *page,
                    gboolean    from_right)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new_with_free_func ((GDestroyNotify) region_free);
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  Region *all = region_new (0, FALSE);
  guint column = 1;

  emit_furniture (page, TRUE, 0, out);
  for (guint i = 0; i < page->lines->len; i++)
    if (line_at (page->lines, i)->use != CUT_PDF_FURNITURE)
      g_ptr_array_add (all->lines, line_at (page->lines, i));
  g_ptr_array_add (stack, all);
  while (stack->len > 0)
    {
      Region *region = g_ptr_array_steal_index (stack, stack->len - 1);
      g_autoptr (GPtrArray) parts = split (region, from_right);

      for (guint i = parts != NULL ? parts->len : 0; i-- > 0;)
        g_ptr_array_add (stack, g_ptr_array_index (parts, i));
      if (parts == NULL)
        emit (region, from_right, column++, out);
      region_free (region);
    }
  emit_furniture (page, FALSE, column, out);
  /* @out has every line that still has text; the others went into one of those. */
  for (guint i = 0; i < page->lines->len; i++)
    if (line_at (page->lines, i)->text == NULL)
      cut_pdf_line_free (line_at (page->lines, i));
  g_ptr_array_set_free_func (page->lines, NULL);
  g_ptr_array_set_size (page->lines, 0);
  g_ptr_array_set_free_func (page->lines, (GDestroyNotify) cut_pdf_line_free);
  g_ptr_array_extend (page->lines, out, NULL, NULL);
}
