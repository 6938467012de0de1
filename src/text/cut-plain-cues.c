/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-plain-cues.h"

#include <string.h>

#define LONGEST_CUE_LINE 120
#define LONGEST_BYLINE 90
#define LONGEST_NAME_WORDS 4

/* Line openings, case-folded. A trailing space demands that the word ends there. */
static const char *const furniture_openings[] = {
  "see all photos", "see all", "view gallery", "view all", "watch this:", "watch now", "watch:",
  "read more", "read also", "read next", "also read", "related:", "related stories", "related articles",
  "more from", "more on this", "recommended", "most read", "trending", "sign up", "sign in", "log in",
  "subscribe", "newsletter", "get the ", "download our", "download the app", "follow us", "share this",
  "share on", "share article", "advertisement", "sponsored", "skip to", "continue reading", "comments",
  "leave a comment", "expertise ", "topics:", "tags:", "filed under", "listen to this", "save article",
  "story continues", "article continues", "click here", "cookie", "all rights reserved", "jump to", "print this",
  "anzeige", "mehr zum thema", "lesen sie auch", "lesen sie hier", "newsletter bestellen", "jetzt abonnieren",
  "zur startseite", "artikel teilen", "kommentare", "lire aussi", "publicité", "abonnez-vous",
  "partager", "lea también", "lee también", "suscríbete", "publicidad", "compartir",
};

/* Whole lines, case-folded. */
static const char *const furniture_lines[] = {
  "share", "save", "print", "email", "tweet", "facebook", "twitter", "x", "whatsapp", "linkedin",
  "copy link", "menu", "search", "home", "close", "more", "photos", "video", "gallery", "opens in new window",
  "live", "breaking", "exclusive", "advertisement", "ad", "teilen", "drucken", "merken",
};

static const char *const credit_openings[] = {
  "photo:", "photo by", "photograph:", "photograph by", "picture:", "image:", "image credit", "photo credit",
  "credit:", "photos:", "illustration:", "illustration by", "graphic:", "getty", "courtesy of", "©", "(c) ",
  "foto:", "bild:", "bildquelle", "crédit", "crédito",
};

static const char *const credit_endings[] = {
  " images", "/reuters", "/afp", "/ap", " via getty images", "/getty images", "/getty", "/epa", "/bloomberg", "/shutterstock",
  " via ap", " via reuters", "/dpa", " archive", " press agency", " photo agency", " handout", "/alamy", " pictures",
};

static const char *const bio_words[] = {
  "writer", "reporter", "editor", "correspondent", "journalist", "covers", "covered", "covering", "writes",
  "knows", "worked", "joined", "passion", "expertise", "previously", "freelance", "columnist", "author of",
  "based in", "newsroom", "explainers", "schreibt", "redakteur", "korrespondent",
};

/* Words of a job after a name on a byline. */
static const char *const role_words[] = {
  "former", "senior", "staff", "chief", "lead", "executive", "managing", "deputy", "associate", "contributing",
  "writer", "reporter", "editor", "correspondent", "producer", "columnist", "contributor", "freelance", "political",
  "business", "technology", "science", "health", "environment", "diplomatic", "economics", "investigations",
};

static const char *const byline_openings[] = { "by ", "written by ", "reported by ", "von ", "par ", "por " };

static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                      "jul", "aug", "sep", "oct", "nov", "dec" };

static gboolean
opens_with (const char        *folded,
            const char *const *cues,
            guint              n_cues)
{
  for (guint i = 0; i < n_cues; i++)
    {
      gsize length = strlen (cues[i]);

      if (strncmp (folded, cues[i], length) != 0)
        continue;
      if (!g_ascii_isalnum (cues[i][length - 1]) || !g_unichar_isalnum (g_utf8_get_char (folded + length)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
ends_with (const char        *folded,
           const char *const *cues,
           guint              n_cues)
{
  for (guint i = 0; i < n_cues; i++)
    if (g_str_has_suffix (folded, cues[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_one_of (const char        *word,
           const char *const *words,
           guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (word, words[i]))
      return TRUE;
  return FALSE;
}

/* "2 min read", "3 minute read", "5 Min. Lesezeit", "12 comments" */
static gboolean
is_counter (const char *folded)
{
  const char *p = folded;

  if (!g_ascii_isdigit (*p))
    return FALSE;
  while (g_ascii_isdigit (*p))
    p++;
  while (*p == ' ' || *p == '-')
    p++;
  return strlen (p) < 24 && (g_str_has_prefix (p, "min") || g_str_has_prefix (p, "comment") ||
                             g_str_has_prefix (p, "share") || g_str_has_prefix (p, "kommentar"));
}

gboolean
cut_cue_is_furniture (const char *line)
{
  g_autofree char *folded = g_utf8_strdown (line, -1);

  if (g_utf8_strlen (line, -1) > LONGEST_CUE_LINE)
    return FALSE;
  return is_counter (folded) ||
         is_one_of (folded, furniture_lines, G_N_ELEMENTS (furniture_lines)) ||
         (opens_with (folded, furniture_openings, G_N_ELEMENTS (furniture_openings)) &&
          !(cut_cue_ends_sentence (line) && g_utf8_strlen (line, -1) > 60));
}

gboolean
cut_cue_is_credit (const char *line)
{
  g_autofree char *folded = g_utf8_strdown (line, -1);

  if (g_utf8_strlen (line, -1) > LONGEST_BYLINE)
    return FALSE;
  return opens_with (folded, credit_openings, G_N_ELEMENTS (credit_openings)) ||
         (!cut_cue_ends_sentence (line) &&
          ends_with (folded, credit_endings, G_N_ELEMENTS (credit_endings)));
}

static gboolean
has_word (const char *folded,
          const char *word)
{
  gsize length = strlen (word);

  for (const char *hit = strstr (folded, word); hit != NULL; hit = strstr (hit + 1, word))
    {
      gboolean before = hit == folded || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (hit)));

      if (before && !g_unichar_isalnum (g_utf8_get_char (hit + length)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
names_author (const char        *folded,
              const char *const *authors)
{
  for (guint i = 0; authors != NULL && authors[i] != NULL; i++)
    {
      g_autofree char *author = g_utf8_strdown (authors[i], -1);
      char *space = strchr (author, ' ');

      if (space != NULL)
        *space = '\0';
      if (g_str_has_prefix (folded, author) && !g_unichar_isalnum (g_utf8_get_char (folded + strlen (author))))
        return TRUE;
    }
  return g_str_has_prefix (folded, "the author ");
}

gboolean
cut_cue_is_bio (const char        *line,
                const char *const *authors)
{
  g_autofree char *folded = g_utf8_strdown (line, -1);

  if (!names_author (folded, authors))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (bio_words); i++)
    if (has_word (folded, bio_words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_name_word (const char *word)
{
  static const char *const particles[] = { "de", "la", "van", "von", "der", "den", "bin", "al", "el", "da", "di", "du", "y" };
  gunichar first = g_utf8_get_char (word);

  if (is_one_of (word, particles, G_N_ELEMENTS (particles)))
    return TRUE;
  if (!g_unichar_isupper (first))
    return FALSE;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && c != '-' && c != '\'' && c != 0x2019 && c != '.')
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_role_word (const char *word)
{
  g_autofree char *folded = g_utf8_strdown (word, -1);

  return is_one_of (folded, role_words, G_N_ELEMENTS (role_words));
}

/* The name that @words start with, up to a word of a job; NULL when they do not. */
static char *
leading_name (char **words)
{
  g_autoptr (GString) name = g_string_new (NULL);
  guint n = 0;

  for (; words[n] != NULL && is_name_word (words[n]) && !is_role_word (words[n]); n++)
    g_string_append_printf (name, "%s%s", n > 0 ? " " : "", words[n]);
  if (n < 2 || n > LONGEST_NAME_WORDS || (words[n] != NULL && !is_role_word (words[n])))
    return NULL;
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static char *
read_name (const char *text)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  g_auto (GStrv) words = NULL;
  char *comma = strchr (clean, ',');

  if (comma != NULL)
    *comma = '\0';
  words = g_strsplit (clean, " ", -1);
  return leading_name (words);
}

gboolean
cut_cue_is_name (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autofree char *name = leading_name (words);

  return name != NULL && g_str_equal (name, line);
}

char **
cut_cue_get_authors (const char *line)
{
  g_autofree char *folded = g_utf8_strdown (line, -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GRegex) joiners = g_regex_new (",? (?:and|und|et|y) |, |; | & ", 0, 0, NULL);
  g_auto (GStrv) parts = NULL;
  const char *names = line;
  gboolean any = FALSE;

  if (g_utf8_strlen (line, -1) > LONGEST_BYLINE || cut_cue_ends_sentence (line))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (byline_openings); i++)
    if (g_str_has_prefix (folded, byline_openings[i]))
      {
        names = line + strlen (byline_openings[i]);
        break;
      }
  parts = g_regex_split (joiners, names, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *name = read_name (parts[i]);

      if (name == NULL && i == 0)
        return NULL;
      if (name == NULL)
        break;
      g_strv_builder_add (builder, name);
      any = TRUE;
    }
  return any ? g_strv_builder_end (builder) : NULL;
}

static int
month_of (const char *word)
{
  g_autofree char *folded = g_utf8_strdown (word, -1);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (folded, months[i]))
      return (int) i + 1;
  return 0;
}

static CutDate *
date_from_match (GMatchInfo *match)
{
  g_autofree char *day = g_match_info_fetch_named (match, "day");
  g_autofree char *month = g_match_info_fetch_named (match, "month");
  g_autofree char *year = g_match_info_fetch_named (match, "year");
  g_autofree char *value = NULL;
  int number = month_of (month);

  if (number == 0)
    return NULL;
  value = g_strdup_printf ("%s-%02d-%02d", year, number, atoi (day));
  return cut_date_new (value, CUT_DATE_UNKNOWN, "text", NULL);
}

CutDate *
cut_cue_get_date (const char *line)
{
  static const char *const patterns[] = {
    "\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.? (?<month>[A-Z][a-z]{2,8})\\.?,? (?<year>(?:19|20)\\d\\d)\\b",
    "\\b(?<month>[A-Z][a-z]{2,8})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>(?:19|20)\\d\\d)\\b",
  };
  g_autoptr (GRegex) iso = g_regex_new ("\\b(?:19|20)\\d\\d-\\d\\d-\\d\\d\\b", 0, 0, NULL);
  g_autoptr (GMatchInfo) iso_match = NULL;

  if (g_utf8_strlen (line, -1) > LONGEST_BYLINE || cut_cue_ends_sentence (line))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (patterns[i], 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      CutDate *date = g_regex_match (regex, line, 0, &match) ? date_from_match (match) : NULL;

      if (date != NULL)
        return date;
    }
  if (g_regex_match (iso, line, 0, &iso_match))
    {
      g_autofree char *value = g_match_info_fetch (iso_match, 0);

      return cut_date_new (value, CUT_DATE_UNKNOWN, "text", NULL);
    }
  return NULL;
}

gboolean
cut_cue_ends_sentence (const char *line)
{
  static const gunichar closers[] = { '"', '\'', ')', ']', 0x201d, 0x2019, 0x00bb, 0x203a };
  const char *p = line + strlen (line);
  gunichar c = 0;
  gboolean closing = TRUE;

  while (closing && p > line)
    {
      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      closing = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (closers); i++)
        closing = closing || c == closers[i];
    }
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == ':' || c == 0x061f;
}
