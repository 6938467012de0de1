/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-normal.h"
#include "cut-plain.h"
#include "cut-quote.h"

/* Each work on reader text against one plain scan of the same text, character by character. */

#define ROUNDS 5
#define QUOTES 200

typedef struct
{
  char *text;
  CutIndex *index;
} Bench;

static volatile glong kept; /* so that nothing is optimised away */

static void
scan (Bench *bench)
{
  glong n = 0;

  for (const char *p = bench->text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_utf8_get_char (p) == 'e';
  kept = n;
}

static void
make_index (Bench *bench)
{
  CutIndex *index = cut_index_new (bench->text);

  kept = cut_index_get_length (index);
  cut_index_free (index);
}

static void
normalise (Bench *bench)
{
  g_autofree char *line = cut_normal_line (bench->text, -1);

  kept = (glong) strlen (line);
}

static void
read_plain (Bench *bench)
{
  g_autoptr (CutArticle) article = cut_plain_read (bench->text, NULL);

  kept = (glong) article->blocks->len;
}

static void
make_quotes (Bench *bench)
{
  guint length = cut_index_get_length (bench->index);

  for (guint i = 0; i < QUOTES; i++)
    {
      guint start = length / (QUOTES + 1) * i;
      g_autoptr (CutSelector) selector = cut_quote_make (bench->text, bench->index, start, start + 40, NULL);

      kept = (glong) selector->start;
    }
}

static void
find_quotes (Bench *bench)
{
  guint length = cut_index_get_length (bench->index);

  for (guint i = 0; i < QUOTES; i++)
    {
      guint start = length / (QUOTES + 1) * i;
      guint end;
      g_autoptr (CutSelector) selector = cut_quote_make (bench->text, bench->index, start, start + 40, NULL);

      g_assert_true (cut_quote_find (bench->text, bench->index, selector, FALSE, &start, &end));
      kept = start;
    }
}

static double
best_of (Bench *bench,
         void (*work) (Bench *bench))
{
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      work (bench);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  return (double) MAX (best, 1);
}

static void
print (const char *name,
       double      time,
       double      plain)
{
  g_print ("text: %-22s %9.2f x a plain scan\n", name, time / plain);
}

int
main (void)
{
  GString *text = g_string_new ("A long text");
  Bench bench = { NULL, NULL };
  double plain, quotes;

  for (guint i = 0; text->len < 1024 * 1024; i++)
    g_string_append_printf (text, "\nSentence %u says that the “harbour” of Malmö was closed for %u days, and says it again, more slowly.",
                            i, i * 7 % 100);
  bench.text = g_string_free (text, FALSE);
  bench.index = cut_index_new (bench.text);
  plain = best_of (&bench, scan);
  quotes = best_of (&bench, make_quotes);
  g_print ("text: %.1f MB, plain scan %.2f ms, best of %d\n", (double) strlen (bench.text) / 1e6, plain / 1000, ROUNDS);
  print ("index", best_of (&bench, make_index), plain);
  print ("normalise", best_of (&bench, normalise), plain);
  print ("read pasted text", best_of (&bench, read_plain), plain);
  print ("make one quote", quotes / QUOTES, plain);
  print ("make and find one", best_of (&bench, find_quotes) / QUOTES, plain);
  cut_index_free (bench.index);
  g_free (bench.text);
  return 0;
}
