/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "cut-sketch.h"
#include "cut-when.h"

/* Dates found in made-up news, and sketches of articles, in MB of text a second of processor time, against one pass that only
 * reads the characters. */

#define BYTES (8 * 1024 * 1024)
#define ARTICLE 4000 /* bytes */

static double
get_seconds (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static void
keep_least (double *least,
            double  seconds)
{
  *least = MIN (*least, seconds);
}

/* A date in every other sentence, about as often as in news. */
static char *
make_text (void)
{
  static const char *const dates[] = { "on Thursday", "in March", "last month", "on Nov. 9, 2018", "in 2015", "two weeks ago",
                                       "since the end of the year", "by Friday" };
  static const char *const words[] = { "the",  "harbour", "board", "of",   "a",    "tank",  "said",  "that",    "officials", "and", "to",
                                       "were", "second",  "in",    "oil",  "with", "ferry", "its",   "minutes", "for",       "by",  "at",
                                       "told", "from",    "next",  "were", "not",  "as",    "crews", "early",   "some",      "one" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  GString *text = g_string_new (NULL);

  while (text->len < BYTES)
    {
      guint n = (guint) g_rand_int_range (rand, 8, 25);

      g_string_append (text, "Norrvik");
      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, " %s", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      if (g_rand_boolean (rand))
        g_string_append_printf (text, " %s", dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (dates))]);
      g_string_append (text, g_rand_int_range (rand, 0, 4) == 0 ? ".\n" : ". ");
    }
  return g_string_free (text, FALSE);
}

static double
read_only (const char *text)
{
  double start = get_seconds ();
  guint spaces = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    spaces += g_unichar_isspace (g_utf8_get_char (p)) != FALSE;
  g_assert_cmpuint (spaces, >, 0);
  return get_seconds () - start;
}

static double
find_dates (const char *text)
{
  g_autoptr (CutDate) published = cut_date_new ("2018-11-23", CUT_DATE_UNKNOWN, NULL, NULL);
  double start = get_seconds ();
  g_autoptr (GPtrArray) dates = cut_when_find (text, "en", published, NULL);

  g_assert_cmpuint (dates->len, >, 1000);
  return get_seconds () - start;
}

static double
sketch_all (const char *text)
{
  double start = get_seconds ();
  guint n = 0;

  for (gsize at = 0; at + ARTICLE < BYTES; at += ARTICLE)
    {
      g_autofree char *article = g_strndup (text + at, ARTICLE);
      g_autoptr (CutSketch) sketch = cut_sketch_new (article);

      n += sketch != NULL;
    }
  g_assert_cmpuint (n, >, 1000);
  return get_seconds () - start;
}

int
main (void)
{
  g_autofree char *text = make_text ();
  const double mb = BYTES / 1e6;
  double plain = G_MAXDOUBLE, dates = G_MAXDOUBLE, sketches = G_MAXDOUBLE;

  for (guint round = 0; round < 3; round++)
    {
      keep_least (&plain, read_only (text));
      keep_least (&dates, find_dates (text));
      keep_least (&sketches, sketch_all (text));
    }
  g_print ("%.1f MB: dates %.1f MB/s, %.1f x of reading the characters; sketches %.1f MB/s, %.0f articles of %d bytes a second\n", mb,
           mb / dates, dates / plain, mb / sketches, BYTES / (double) ARTICLE / sketches, ARTICLE);
  return 0;
}
