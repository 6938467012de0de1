/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-clip.h"
#include "cut-exchange.h"

/* Lists of references sort by the family's name. Where it is plain which word that is, a name is taken apart; all others stay whole. */

#define MOST_WORDS 5

/* They belong to the family's name that follows. */
static const char *const particles[] = { "af", "av", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "ibn", "la", "le",
                                         "of", "ten", "ter", "van", "von", "zu", "zum", "zur", "y", NULL };

/* Who signs so is no person, or not one alone. In small letters. */
static const char *const bodies[] = { "agence", "agency", "agentur", "and", "associated", "association", "board", "bureau", "center", "centre", "company",
                                      "contributor", "contributors", "correspondent", "correspondents", "council", "department", "desk", "editor",
                                      "editorial", "editors", "foundation", "group", "guest", "inc", "inc.", "institute", "ltd", "magazine", "media",
                                      "ministry", "network", "news", "newsroom", "office", "police", "post", "press", "presse", "radio", "redaktion",
                                      "report", "reporter", "reporters", "research", "reuters", "service", "society", "staff", "team", "the", "times",
                                      "und", "union", "university", "world", "writer", "writers", NULL };

/* They stand behind the family's name. */
static const char *const suffixes[] = { "ii", "iii", "iv", "jnr", "jr", "jr.", "snr", "sr", "sr.", "md", "phd", NULL };

static gboolean
is_one_of (const char        *word,
           const char *const *list)
{
  g_autofree char *small = g_utf8_strdown (word, -1);

  return g_strv_contains (list, small);
}

/* "Ada", "O’Tarn", "J.", "Smith-Jones", but neither "BBC" nor "Studio54". */
static gboolean
is_name (const char *word)
{
  guint n_small = 0;
  guint n_letters = 0;

  if (!g_unichar_isupper (g_utf8_get_char (word)) || is_one_of (word, bodies) || is_one_of (word, suffixes))
    return FALSE;
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && c != '.' && c != '\'' && c != 0x2019 && c != '-')
        return FALSE;
      n_small += g_unichar_islower (c);
      n_letters += g_unichar_isalpha (c);
    }
  return n_small > 0 || n_letters == 1 || (n_letters == 2 && strchr (word, '.') != NULL);
}

/* Where the family's name comes first, or is two words as often as one. */
static guint
most_words (const char *language)
{
  static const char *const family_first[] = { "hu", "ja", "ko", "vi", "zh", NULL };
  static const char *const two_families[] = { "ca", "es", "gl", "pt", NULL };
  g_autofree char *tag = language != NULL ? g_strndup (language, strcspn (language, "-_")) : g_strdup ("");

  if (is_one_of (tag, family_first))
    return 0;
  return is_one_of (tag, two_families) ? 2 : MOST_WORDS;
}

/* Returns: at which word the family's name begins; 0 where that is not plain */
static guint
find_family (char **words,
             guint  n)
{
  guint family = n - 1;

  if (!is_name (words[0]) || !is_name (words[n - 1]) || g_utf8_strlen (words[n - 1], -1) < 2 || strchr (words[n - 1], '.') != NULL)
    return 0;
  for (guint i = n - 2; i > 0; i--)
    {
      if (g_strv_contains (particles, words[i]))
        family = i;
      else if (!is_name (words[i]))
        return 0;
    }
  return family;
}

gboolean
cut_out_reference_person (CutRecord   *clip,
                          const char  *name,
                          char       **family,
                          char       **given)
{
  g_auto (GStrv) words = g_strsplit (name, " ", MOST_WORDS + 1);
  guint n = g_strv_length (words);
  guint at;

  if (n < 2 || n > most_words (cut_clip_get_language (CUT_CLIP (clip))) || g_strcmp0 (name, cut_out_reference_outlet (clip)) == 0)
    return FALSE;
  at = find_family (words, n);
  if (at == 0)
    return FALSE;
  *family = g_strjoinv (" ", words + at);
  g_clear_pointer (&words[at], g_free);
  *given = g_strjoinv (" ", words);
  /* g_strfreev() would stop at the gap. */
  for (guint i = at + 1; i < n; i++)
    g_clear_pointer (&words[i], g_free);
  return TRUE;
}
