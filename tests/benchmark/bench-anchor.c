/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "cut-anchor.h"
#include "cut-approx.h"
#include "cut-folded.h"

/* A thousand quotes of 60 to 200 characters found again in versions of a text, as processor seconds and against a plain
 * search by edit distance over the whole text, without an index, which a few quotes are timed with. */

#define QUOTES 1000
#define PLAIN_QUOTES 10
#define CONTEXT 32
#define BIG (1024 * 1024)
#define SMALL (100 * 1024)

static double
get_seconds (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

/* Words as often as in prose: few of them make up most of it. */
static void
append_word (GString *text,
             GRand   *rand)
{
  static const char *const syllables[] = { "ba", "ren", "to", "mi", "lus", "ka", "vor", "est", "in", "del", "sho", "ag", "pri", "un", "cor", "ly" };
  double u = g_rand_double (rand);
  guint word = (guint) (8000 * u * u * u * u);

  do
    g_string_append (text, syllables[word % G_N_ELEMENTS (syllables)]);
  while ((word /= G_N_ELEMENTS (syllables)) > 0);
}

static char *
make_text (GRand *rand,
           gsize  length)
{
  GString *text = g_string_new (NULL);

  while (text->len < length)
    {
      guint words = (guint) g_rand_int_range (rand, 6, 30);
      gsize start = text->len;

      for (guint i = 0; i < words; i++)
        {
          append_word (text, rand);
          g_string_append (text, i + 1 < words ? " " : g_rand_int_range (rand, 0, 5) == 0 ? ".\n" : ". ");
        }
      text->str[start] = g_ascii_toupper (text->str[start]);
    }
  return g_string_free (text, FALSE);
}

static gsize
to_word (const char *text,
         gsize       at)
{
  return at + strcspn (text + at, " \n") + 1;
}

static GPtrArray *
make_selectors (const char *text,
                GRand      *rand)
{
  GPtrArray *selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_selector_unref);
  gsize length = strlen (text);

  for (guint i = 0; i < QUOTES; i++)
    {
      gsize start = to_word (text, CONTEXT + (length - 1000) / QUOTES * i);
      gsize end = start + (gsize) g_rand_int_range (rand, 60, 200);
      g_autofree char *exact = g_strndup (text + start, end - start);
      g_autofree char *prefix = g_strndup (text + start - CONTEXT, CONTEXT);
      g_autofree char *suffix = g_strndup (text + end, CONTEXT);

      g_ptr_array_add (selectors, cut_selector_new ((guint) start, (guint) end, exact, prefix, suffix));
    }
  return selectors;
}

/* One word in about twelve is another one. */
static char *
edit (const char *text,
      GRand      *rand)
{
  GString *edited = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_rand_int_range (rand, 0, 12) == 0)
        append_word (edited, rand);
      else
        g_string_append (edited, words[i]);
      g_string_append_c (edited, ' ');
    }
  return g_string_free (edited, FALSE);
}

static double
measure_plain (const char      *text,
               const GPtrArray *selectors)
{
  g_autoptr (CutFolded) folded = cut_folded_new (text);
  double start = get_seconds ();

  for (guint i = 0; i < PLAIN_QUOTES; i++)
    {
      const CutSelector *selector = g_ptr_array_index (selectors, i * (QUOTES / PLAIN_QUOTES));
      g_autoptr (CutFolded) quote = cut_folded_new (selector->exact);
      g_autoptr (CutPattern) pattern = cut_pattern_new (quote->chars, quote->length, FALSE);
      guint end;

      cut_pattern_search (pattern, folded->chars, folded->length, FALSE, FALSE, &end);
    }
  return (get_seconds () - start) * QUOTES / PLAIN_QUOTES;
}

static void
measure (const char      *name,
         const char      *text,
         const GPtrArray *selectors,
         gboolean         with_context,
         double           plain)
{
  double start = get_seconds ();
  g_autoptr (CutAnchorText) prepared = cut_anchor_text_new (text);
  guint placed = 0;
  double seconds;

  for (guint i = 0; i < selectors->len; i++)
    {
      const CutSelector *from = g_ptr_array_index (selectors, i);
      g_autoptr (CutSelector) bare = cut_selector_new (0, 0, from->exact, "", "");
      CutAnchor anchor = cut_anchor_find (prepared, with_context ? from : bare, with_context);

      placed += cut_anchor_is_placed (&anchor);
    }
  seconds = get_seconds () - start;
  g_print ("anchor: %-20s %6.3f s, %7.4f x the plain search, %4u of %u placed\n", name, seconds, seconds / plain, placed, selectors->len);
}

static void
run (gsize  length,
     GRand *rand)
{
  g_autofree char *text = make_text (rand, length);
  g_autofree char *before = make_text (rand, 2000);
  g_autofree char *shifted = g_strconcat (before, text, NULL);
  g_autofree char *edited = edit (text, rand);
  g_autofree char *other = make_text (rand, length);
  g_autoptr (GPtrArray) selectors = make_selectors (text, rand);
  double plain = measure_plain (shifted, selectors);

  g_print ("anchor: %u quotes in %.1f MB; a plain search for all would take %.1f s\n", QUOTES, (double) length / 1e6, plain);
  measure ("untouched", text, selectors, TRUE, plain);
  measure ("shifted", shifted, selectors, TRUE, plain);
  measure ("edited", edited, selectors, TRUE, plain);
  measure ("all gone", other, selectors, TRUE, plain);
  measure ("shifted, quote alone", shifted, selectors, FALSE, plain);
  measure ("edited, quote alone", edited, selectors, FALSE, plain);
  measure ("gone, quote alone", other, selectors, FALSE, plain);
}

int
main (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  struct rusage usage;

  run (SMALL, rand);
  run (BIG, rand);
  if (getrusage (RUSAGE_SELF, &usage) == 0)
    g_print ("anchor: peak memory %.1f MiB, with three texts held\n", (double) usage.ru_maxrss / 1024);
  return 0;
}
