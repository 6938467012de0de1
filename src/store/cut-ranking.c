/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-ranking.h"

#include <stdlib.h>

static int
compare_cb (const void *a,
            const void *b)
{
  const CutRanked *first = a;
  const CutRanked *second = b;

  if (first->score != second->score)
    return first->score < second->score ? -1 : 1;
  return first->key > second->key ? -1 : first->key < second->key;
}

static void
swap (CutRanked *a,
      CutRanked *b)
{
  CutRanked kept = *a;

  *a = *b;
  *b = kept;
}

/* Puts the middle one of three to the end, which keeps what is in order already from being the worst case. */
static void
choose_pivot (CutRanked *items,
              gsize      n)
{
  CutRanked *middle = items + n / 2;
  CutRanked *last = items + n - 1;

  if (compare_cb (middle, items) < 0)
    swap (middle, items);
  if (compare_cb (last, items) < 0)
    swap (last, items);
  if (compare_cb (middle, last) < 0)
    swap (middle, last);
}

/* Returns: how many are better than the pivot, which comes behind them */
static gsize
part (CutRanked *items,
      gsize      n)
{
  gsize better = 0;

  choose_pivot (items, n);
  for (gsize i = 0; i + 1 < n; i++)
    if (compare_cb (items + i, items + n - 1) < 0)
      swap (items + i, items + better++);
  swap (items + better, items + n - 1);
  return better;
}

void
cut_ranking_settle (GArray *ranked,
                    guint   from,
                    guint   n)
{
  CutRanked *first = (CutRanked *) (gpointer) ranked->data + from;
  CutRanked *items = first;
  gsize rest = ranked->len - from;
  gsize wanted = n;

  /* Keys differ, so no two are equal and each round leaves fewer. */
  while (wanted > 0 && wanted < rest)
    {
      gsize better = part (items, rest);

      if (better >= wanted)
        {
          rest = better;
          continue;
        }
      items += better + 1;
      rest -= better + 1;
      wanted -= better + 1;
    }
  if (n > 1)
    qsort (first, n, sizeof (CutRanked), compare_cb);
}
