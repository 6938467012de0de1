/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-umlaut.h"

#include <string.h>

/* "Blöd", "Sondermüll", "seriös": German words that end as those of other languages do. Those of the others are without number. */
static gboolean
ends_german (const char *word)
{
  static const char *const whole[] = { "boes", "oed", "tuell", NULL };
  static const char *const tails[] = {
    "bloed", "schnoed", "sproed", "kleinoed", "einoed", "ioes", "erloes", "rvoes", "stroes", "oroes", "neroes", "pompoes", "uminoes", "ruinoes",
    "uloes", "skandaloes", "schikanoes", "venoes", "leproes", "getoes", "gekroes", "leberkaes", "fleischkaes", "menues", "gemues",
    "muell", "gebruell", "schwuel", "molekuel", "molekuels", "vestibuel", "vestibuels", "kalkuel", "kalkuels", NULL
  };

  for (const char *const *tail = tails; *tail != NULL; tail++)
    if (g_str_has_suffix (word, *tail))
      return TRUE;
  return g_strv_contains (whole, word);
}

/* "does", "poets", "Michael", "Manuel", "duell" */
static gboolean
ends_otherwise (const char *word,
                const char *at)
{
  static const char *const endings[] = { "ael", "aels", "uel", "uels", "uell", "oet", "oets", "oem", "oems", "oed", "oes", "ues", "aes", NULL };

  return g_strv_contains (endings, at) && !ends_german (word);
}

char *
cut_umlaut_join (const char *word)
{
  GString *joined = g_string_new (NULL);

  for (const char *p = word; *p != '\0'; p++)
    {
      gboolean umlaut = strchr ("aou", *p) != NULL && p[1] == 'e' && (p == word || strchr ("aeoq", p[-1]) == NULL) && !ends_otherwise (word, p);

      g_string_append_c (joined, *p);
      p += umlaut;
    }
  return g_string_free (joined, FALSE);
}

char *
cut_umlaut_spell (const char *text)
{
  static const char *const pairs[][2] = { { "ä", "ae" }, { "ö", "oe" }, { "ü", "ue" }, { "Ä", "Ae" }, { "Ö", "Oe" }, { "Ü", "Ue" } };
  GString *spelled = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_string_replace (spelled, pairs[i][0], pairs[i][1], 0);
  return g_string_free (spelled, FALSE);
}
