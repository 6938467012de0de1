/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-align.h"

#define OPEN 1.6f        /* what a gap costs */
#define PUT_IN 0.1f      /* and each word of it, in the text */
#define TAKEN_OUT 0.25f  /* or in what is wanted */
#define REPLACED 0.7f
#define SLIP 0.6f        /* of what the word itself gains */
#define QUOTE_GAIN 1e6f
#define NEVER -1e9f

/* How the best way came to a cell, for each of the three states a way may be in. */
enum
{
  FROM_NOWHERE = 0, /* it begins here */
  FROM_PAIR = 1,
  FROM_PUT_IN = 2,
  FROM_TAKEN_OUT = 3,
  FROM_MASK = 3,
  PUT_IN_GOES_ON = 4,
  TAKEN_OUT_GOES_ON = 8,
};

typedef struct
{
  float pair;      /* the last two words are partners */
  float put_in;    /* the last found word has none */
  float taken_out; /* the last wanted word has none */
} Cell;

static float
gain_of (const CutWord *a,
         const CutWord *b)
{
  double likeness;

  if (a->kind != b->kind)
    return a->kind == CUT_WORD_QUOTE || b->kind == CUT_WORD_QUOTE ? NEVER : -2 * REPLACED;
  if (a->kind == CUT_WORD_QUOTE)
    return QUOTE_GAIN;
  likeness = cut_word_get_likeness (a, b);
  if (likeness <= 0)
    return -REPLACED;
  if (a->kind == CUT_WORD_MARK)
    return 0.5f;
  return (likeness < 1.0 ? SLIP : 1.0f) * (float) likeness * (1.0f + 0.4f * (float) MIN (a->length, 8));
}

static guint8
step_pair (Cell       *cell,
           const Cell *before,
           float       gain)
{
  guint8 from = FROM_NOWHERE;
  float best = 0;

  if (before->pair > best)
    {
      best = before->pair;
      from = FROM_PAIR;
    }
  if (before->put_in > best)
    {
      best = before->put_in;
      from = FROM_PUT_IN;
    }
  if (before->taken_out > best)
    {
      best = before->taken_out;
      from = FROM_TAKEN_OUT;
    }
  cell->pair = best + gain;
  return from;
}

static guint8
step (Cell       *cell,
      const Cell *diagonal,
      const Cell *left,
      const Cell *above,
      float       gain)
{
  guint8 way = step_pair (cell, diagonal, gain);
  float open = left->pair - OPEN;

  cell->put_in = MAX (open, left->put_in) - PUT_IN;
  if (left->put_in > open)
    way |= PUT_IN_GOES_ON;
  open = above->pair - OPEN;
  cell->taken_out = MAX (open, above->taken_out) - TAKEN_OUT;
  if (above->taken_out > open)
    way |= TAKEN_OUT_GOES_ON;
  return way;
}

typedef struct
{
  guint i;
  guint j;
} End;

static End
fill (const CutWord *wanted,
      guint          n_wanted,
      const CutWord *found,
      guint          n_found,
      guint8        *ways)
{
  g_autofree Cell *row = g_new (Cell, n_found + 1);
  End end = { 0, 0 };
  float best = 0;

  for (guint j = 0; j <= n_found; j++)
    row[j] = (Cell){ NEVER, NEVER, NEVER };
  for (guint i = 0; i < n_wanted; i++)
    {
      Cell diagonal = row[0];

      for (guint j = 0; j < n_found; j++)
        {
          Cell above = row[j + 1];

          ways[(gsize) i * n_found + j] = step (&row[j + 1], &diagonal, &row[j], &above, gain_of (&wanted[i], &found[j]));
          diagonal = above;
          if (row[j + 1].pair <= best)
            continue;
          best = row[j + 1].pair;
          end = (End){ i + 1, j + 1 };
        }
    }
  return end;
}

static void
trace (const guint8 *ways,
       guint         n_found,
       End           at,
       guint        *partners)
{
  guint state = FROM_PAIR;

  while (at.i > 0 && at.j > 0 && state != FROM_NOWHERE)
    {
      guint8 way = ways[(gsize) (at.i - 1) * n_found + at.j - 1];

      if (state == FROM_PAIR)
        {
          partners[at.i - 1] = at.j - 1;
          state = way & FROM_MASK;
          at.i--;
          at.j--;
        }
      else if (state == FROM_PUT_IN)
        {
          state = way & PUT_IN_GOES_ON ? FROM_PUT_IN : FROM_PAIR;
          at.j--;
        }
      else
        {
          state = way & TAKEN_OUT_GOES_ON ? FROM_TAKEN_OUT : FROM_PAIR;
          at.i--;
        }
    }
}

gboolean
cut_align (const CutWord *wanted,
           guint          n_wanted,
           const CutWord *found,
           guint          n_found,
           guint         *partners)
{
  g_autofree guint8 *ways = NULL;
  End end;

  for (guint i = 0; i < n_wanted; i++)
    partners[i] = CUT_ALIGN_NONE;
  if (n_wanted == 0 || n_found == 0 || (guint64) n_wanted * n_found > CUT_ALIGN_MOST)
    return FALSE;
  ways = g_malloc ((gsize) n_wanted * n_found);
  end = fill (wanted, n_wanted, found, n_found, ways);
  trace (ways, n_found, end, partners);
  return end.i > 0;
}
