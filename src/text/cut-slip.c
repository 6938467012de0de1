/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-slip.h"

/* Three rows of the table of the slips between each two beginnings are all that is looked at. */
typedef guint8 Row[CUT_SLIP_LONGEST + 1];

/* Fills the row of the first @i letters of @a. Returns: the least number in it */
static guint
fill_row (const gunichar *a,
          guint           i,
          const gunichar *b,
          guint           n_b,
          const Row       before_last,
          const Row       last,
          Row             row)
{
  guint least = i;

  row[0] = (guint8) i;
  for (guint j = 1; j <= n_b; j++)
    {
      guint slips = last[j - 1] + (a[i - 1] != b[j - 1]);

      slips = MIN (slips, MIN (last[j], row[j - 1]) + 1U);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        slips = MIN (slips, before_last[j - 2] + 1U);
      row[j] = (guint8) slips;
      least = MIN (least, slips);
    }
  return least;
}

guint
cut_slip_count (const gunichar *a,
                guint           n_a,
                const gunichar *b,
                guint           n_b,
                guint           most)
{
  Row rows[3] = { 0 };

  if (n_a > CUT_SLIP_LONGEST || n_b > CUT_SLIP_LONGEST || MAX (n_a, n_b) - MIN (n_a, n_b) > most)
    return most + 1;
  for (guint j = 0; j <= n_b; j++)
    rows[0][j] = (guint8) j;
  for (guint i = 1; i <= n_a; i++)
    if (fill_row (a, i, b, n_b, rows[(i + 1) % 3], rows[(i + 2) % 3], rows[i % 3]) > most)
      return most + 1;
  return MIN ((guint) rows[n_a % 3][n_b], most + 1);
}
