/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "cut-likely-same.h"

/* Likely duplicates among made-up people: how the time grows with their number, and how many of those that are there twice are
 * found. */

#define N 10000
#define TWICE 500

static double
get_seconds (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

/* As in a register: some first names are everybody's, some last names a whole valley's. */
static char *
make_name (GRand *rand)
{
  static const char *const first[] = { "Anna", "Bert", "Cleo", "Dora", "Emil", "Frida", "Gustav", "Hanna", "Ivar", "Jonna", "Karl", "Lena",
                                       "Mats", "Nora", "Olof", "Petra", "Rolf", "Signe", "Tore", "Ulla" };
  static const char *const starts[] = { "Ander", "Berg", "Carl", "Dahl", "Ek", "Fors", "Gran", "Holm", "Is", "Jans", "Kull", "Lind",
                                        "Mo", "Ny", "Ohl", "Palm", "Ros", "Sand", "Torn", "Ulf", "Vik", "West" };
  static const char *const ends[] = { "sen", "gren", "holm", "lund", "vik", "dal", "strand", "skog", "mark", "stad", "back", "berg" };
  int rare = g_rand_int_range (rand, 0, 4);
  g_autofree char *middle = rare > 0 ? g_strdup_printf (" %c.", 'A' + g_rand_int_range (rand, 0, 26)) : g_strdup ("");

  return g_strdup_printf ("%s%s %s%s", first[g_rand_int_range (rand, 0, G_N_ELEMENTS (first))], middle,
                          starts[g_rand_int_range (rand, 0, G_N_ELEMENTS (starts))], ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (ends))]);
}

static GPtrArray *
make_people (guint n,
             guint twice)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_portrait_free);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *name = make_name (rand);
      CutPortrait *portrait = cut_portrait_new (id, "Person", NULL);

      if (i >= n - twice)
        {
          g_free (name);
          name = g_strdup (g_ptr_array_index (((CutPortrait *) g_ptr_array_index (people, i - (n - twice)))->names, 0));
        }
      cut_portrait_add_name (portrait, name);
      g_ptr_array_add (people, portrait);
    }
  return people;
}

static double
measure (guint n,
         guint twice,
         guint *found)
{
  g_autoptr (GPtrArray) people = make_people (n, twice);
  double start = get_seconds ();
  g_autoptr (GPtrArray) pairs = cut_likely_same_find (people, -1, NULL, NULL);
  double seconds = get_seconds () - start;

  *found = 0;
  for (guint i = 0; i < pairs->len; i++)
    {
      const CutLikelySame *pair = g_ptr_array_index (pairs, i);

      *found += pair->b - pair->a == n - twice;
    }
  return seconds;
}

int
main (void)
{
  guint found;
  double small = measure (N / 10, TWICE / 10, &found);
  double large = measure (N, TWICE, &found);

  g_print ("%d entities: %.0f ms; %.1f x the time of a tenth of them; %u of %d that are there twice found\n", N, large * 1000,
           large / MAX (small, 1e-6), found, TWICE);
  return found == TWICE ? 0 : 1;
}
