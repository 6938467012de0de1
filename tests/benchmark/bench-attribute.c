/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-attribute.h"
#include "cut-tokens.h"

/* Proposals of attributions in generated news text, against one plain pass over the same bytes. One thread. */

#define ROUNDS 5
#define BYTES (1024 * 1024)

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

  for (const char *p = text; *p != '\0'; p++)
    n += *p == 'e';
  kept = n;
}

static void
split (const char *text)
{
  g_autoptr (CutTokens) tokens = cut_tokens_new (text, cut_language_get ("en"), NULL);

  kept = tokens->n;
}

static void
propose (const char *text)
{
  g_autoptr (GPtrArray) proposals = cut_attribute (text, "en", NULL);

  kept = proposals->len;
}

static double
best_of (const char *text,
         void (*work) (const char *text))
{
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      work (text);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  return (double) MAX (best, 1);
}

static void
print (const char *name,
       gsize       bytes,
       double      time,
       double      plain)
{
  g_print ("attribute: %-14s %8.2f MB/s  %8.1f x a plain pass\n", name, (double) bytes / time, time / plain);
}

int
main (void)
{
  g_autofree char *text = make_text ();
  gsize bytes = strlen (text);
  double plain = best_of (text, scan);

  print ("plain pass", bytes, plain, plain);
  print ("tokens", bytes, best_of (text, split), plain);
  print ("attributions", bytes, best_of (text, propose), plain);
  g_print ("attribute: %" G_GSIZE_FORMAT " proposals in %.1f MB, best of %d\n", kept, (double) bytes / 1e6, ROUNDS);
  return 0;
}
