/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <time.h>

#include "cut-name-text.h"
#include "cut-names.h"

/* Names in generated news text, against one pass over the same characters: as one long text, and as many articles. One thread. */

#define ROUNDS 5
#define BYTES (8 * 1024 * 1024)
#define ARTICLE 5000

static volatile gsize kept; /* so that nothing is optimised away */

static const char *const names[] = { "Ilse Marten", "Jonas Reed", "Mrs. Abel", "the harbour office", "two officials", "a spokesman for the port" };
static const char *const things[] = { "the wall would hold", "the pumps were never tested", "a new lock costs $4.5 million", "nobody was told of the leak" };
static const char *const shapes[] = {
  "“%2$s, and that is that,” said %1$s, who came late. “It was clear in March.”\n",
  "%1$s said on Tuesday that %2$s, adding that the council had known for a year.\n",
  "The ferry left at noon, with forty cars on it, and gulls followed it past the old mill to the end of the bay. ",
  "According to a report by %1$s, %2$s after the storm of last winter.\n",
  "%2$s, %1$s told the Harbour Post, on condition of anonymity because the talks go on. ",
  "In the town, which has nine bridges and one of the oldest markets of the coast, prices rose by three percent. ",
  "%1$s wants the town to pay, and reportedly called the plan “a gift to the builders” in an interview.\n",
};

static char *
make_text (void)
{
  GString *text = g_string_sized_new (BYTES + 1024);

  for (guint i = 0; text->len < BYTES; i++)
    {
      const char *name = names[i * 7 % G_N_ELEMENTS (names)];
      const char *thing = things[i * 5 % G_N_ELEMENTS (things)];
      const char *p = shapes[i % G_N_ELEMENTS (shapes)];

      for (; *p != '\0'; p++)
        if (g_str_has_prefix (p, "%1$s") || g_str_has_prefix (p, "%2$s"))
          {
            g_string_append (text, p[1] == '1' ? name : thing);
            p += 3;
          }
        else
          g_string_append_c (text, *p);
    }
  return g_string_free (text, FALSE);
}

static void
scan (const char *text)
{
  gsize n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isupper (g_utf8_get_char (p));
  kept = n;
}

static void
split (const char *text)
{
  g_autoptr (CutNameText) words = cut_name_text_new (text, cut_name_lists_get ("en"), NULL);

  kept = words->tokens->len;
}

static void
propose (const char *text)
{
  g_autoptr (CutNames) found = cut_names_find (text, "en", NULL);

  kept = found->names->len;
}

/* As articles of some 5,000 bytes, which is what a notebook holds. */
static void
propose_articles (const char *text)
{
  gsize length = strlen (text);
  gsize n = 0;

  for (gsize at = 0; at < length;)
    {
      gsize end = MIN (at + ARTICLE, length);
      g_autofree char *article = NULL;
      g_autoptr (CutNames) found = NULL;

      while (end < length && text[end] != ' ')
        end++;
      article = g_strndup (text + at, end - at);
      found = cut_names_find (article, "en", NULL);
      n += found->names->len;
      at = end;
    }
  kept = n;
}

/* Of the processor, in µs: what else the machine does is left out. */
static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static double
best_of (const char *text,
         void (*work) (const char *text))
{
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = get_time ();

      work (text);
      best = MIN (best, get_time () - start);
    }
  return (double) MAX (best, 1);
}

static void
print (const char *name,
       gsize       bytes,
       double      time,
       double      plain)
{
  g_print ("names: %-14s %8.2f MB/s  %8.1f x a plain pass\n", name, (double) bytes / time, time / plain);
}

int
main (void)
{
  g_autofree char *text = make_text ();
  gsize bytes = strlen (text);
  double plain = best_of (text, scan);

  print ("plain pass", bytes, plain, plain);
  print ("words", bytes, best_of (text, split), plain);
  print ("one text", bytes, best_of (text, propose), plain);
  print ("articles", bytes, best_of (text, propose_articles), plain);
  g_print ("names: %" G_GSIZE_FORMAT " names in %.1f MB, best of %d\n", kept, (double) bytes / 1e6, ROUNDS);
  return 0;
}
