/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-byline.h"

#include "cut-class.h"
#include "cut-meta-date.h"

#include <string.h>

#define MAX_BYLINE_CHARS 140
#define MAX_BIO_CHARS 600
#define MAX_DATE_LINE_CHARS 60
#define MAX_DATE_LINE_WORDS 9
#define MAX_NAME_CHARS 60
#define MAX_NAME_WORDS 7

/* "By" in the languages pages are likely to be in, with the space that follows. */
static const char *const openings[]
    = { "by ",           "von ",        "par ",       "por ",      "di ",          "door ",
        "av ",           "af ",         "text: ",     "text by ",  "texte : ",     "author: ",
        "authors: ",     "written by ", "posted by ", "story by ", "reported by ", "reporting by ",
        "published by ", "autor: ",     "autorin: ",  "από ",      "автор: ",      NULL };

/* What comes behind a name and is none. */
static const char *const endings[] = { " updated",      " published",
                                       " posted",       " last updated",
                                       " staff writer", " staff reporter",
                                       " is a ",        " correspondent",
                                       " contributor",  " reporter",
                                       " senior ",      " editor",
                                       " writer",       " columnist",
                                       " | ",           " • ",
                                       " · ",           " — ",
                                       " – ",           " for ",
                                       " in ",          " at ",
                                       " on ",          "@",
                                       "http",          NULL };

static char *
lower (const char *text)
{
  return g_utf8_strdown (text, -1);
}

static const char *
skip_opening (const char *text)
{
  for (gboolean again = TRUE; again;)
    {
      again = FALSE;
      while (g_ascii_isspace (*text) || *text == ':' || *text == '-' || *text == '|')
        text++;
      for (const char *const *opening = openings; *opening != NULL && !again; opening++)
        {
          gsize n = strlen (*opening);
          g_autofree char *start = NULL;

          if (strlen (text) < n || !g_utf8_validate (text, n, NULL))
            continue;
          start = g_utf8_strdown (text, n);
          again = g_str_equal (start, *opening);
          text += again ? n : 0;
        }
    }
  return text;
}

static void
cut_ending (char *name)
{
  for (const char *const *ending = endings; *ending != NULL; ending++)
    {
      /* Case folding may change lengths outside ASCII; endings are ASCII letters or marks. */
      g_autofree char *folded = g_ascii_strdown (name, -1);
      char *at = strstr (folded, *ending);

      if (at != NULL)
        name[at - folded] = '\0';
    }
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

static guint
count_words (const char *text)
{
  guint words = 0;

  for (gboolean space = TRUE; *text != '\0'; text++)
    {
      words += space && !g_ascii_isspace (*text);
      space = g_ascii_isspace (*text);
    }
  return words;
}

static gboolean
is_name (const char *text)
{
  static const char *const not_names[] = {
    "admin",   "administrator", "editor",    "staff",  "guest",       "user",     "author",
    "unknown", "null",          "undefined", "none",   "redaktion",   "share",    "facebook",
    "twitter", "email",         "comments",  "follow", "contributor", "reporter", "correspondent",
    "last",    "updated",       "published", "posted", "by",          "ph.d.",    "phd",
    "md",      "m.d.",          "jr.",       "jr",     "anonymous",   NULL
  };
  g_autofree char *folded = lower (text);

  if (*text == '\0' || g_utf8_strlen (text, -1) > MAX_NAME_CHARS
      || count_words (text) > MAX_NAME_WORDS)
    return FALSE;
  if (has_digit (text) || strpbrk (text, "@{}<>/=?!") != NULL)
    return FALSE;
  return g_utf8_strlen (text, -1) >= 2 && !g_strv_contains (not_names, folded);
}

static char *
trim (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  char *start = copy;
  gsize n;

  while (*start != '\0' && strchr (" \t\r\n,;:.|-(", *start) != NULL)
    start++;
  n = strlen (start);
  while (n > 0 && strchr (" \t\r\n,;:|-()", start[n - 1]) != NULL)
    n--;
  return g_strndup (start, n);
}

/* What a person is, not who; further parts of the same person follow it. */
static gboolean
is_office (const char *part)
{
  static const char *const words[]
      = { "staff",      "correspondent", "editor",       "reporter",  "writer",      "technologist",
          "director",   "fellow",        "analyst",      "columnist", "contributor", "professor",
          "senior ",    "special to",    "associate",    "chief ",    "redakteur",   "journalist",
          "university", "bureau",        "news service", NULL };
  g_autofree char *folded = lower (part);

  for (const char *const *word = words; *word != NULL; word++)
    if (strstr (folded, *word) != NULL)
      return TRUE;
  return FALSE;
}

static void
add_name (GPtrArray *names, const char *part)
{
  g_autofree char *copy = g_strdup (skip_opening (part));
  g_autofree char *name = NULL;

  cut_ending (copy);
  name = trim (copy);
  if (is_name (name) && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_steal_pointer (&name));
}

/* Writes LF for everything that stands between two persons. */
static char *
part_persons (const char *text)
{
  static const char *const between[] = { " and ", " und ", " et ", " y ",    " e ", " en ", " och ",
                                         " og ",  " & ",   ";",    " with ", " | ", NULL };
  GString *parts = g_string_new (text);

  for (const char *const *word = between; *word != NULL; word++)
    {
      g_autofree char *folded = g_ascii_strdown (parts->str, -1);
      char *at = folded;
      gsize n = strlen (*word);

      while ((at = strstr (at, *word)) != NULL)
        {
          memset (parts->str + (at - folded), '\n', n);
          at += n;
        }
    }
  return g_string_free (parts, FALSE);
}

/* "Surname, Given" is one person; "A B, C D" are two. */
static gboolean
commas_part_persons (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 16);
  guint n = g_strv_length (parts);

  if (n == 2)
    {
      guint first = count_words (parts[0]);

      return first != 1 || count_words (parts[1]) > 3;
    }
  return TRUE;
}

GPtrArray *
cut_byline_split (const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *start = text ? skip_opening (text) : "";
  g_autofree char *parted = part_persons (start);
  g_auto (GStrv) persons = g_strsplit (parted, "\n", 64);

  for (char **person = persons; *person != NULL; person++)
    {
      g_auto (GStrv) parts = NULL;

      if (!commas_part_persons (*person))
        {
          add_name (names, *person);
          continue;
        }
      parts = g_strsplit (*person, ",", 64);
      for (char **part = parts; *part != NULL && (part == parts || !is_office (*part)); part++)
        add_name (names, *part);
    }
  return names;
}

gboolean
cut_byline_is_line (const char *text)
{
  const char *rest = skip_opening (text);
  glong chars = g_utf8_strlen (text, -1);

  if (chars == 0 || chars > MAX_BYLINE_CHARS)
    return FALSE;
  if (rest > text + 2 && count_words (rest) <= MAX_NAME_WORDS * 2)
    {
      g_autoptr (GPtrArray) names = cut_byline_split (text);

      return names->len > 0 && g_ascii_isupper (*rest);
    }
  if (chars <= MAX_DATE_LINE_CHARS && !g_str_has_suffix (text, "."))
    {
      g_autoptr (CutDate) date = cut_meta_date_parse (text, NULL);

      return date != NULL && count_words (text) <= MAX_DATE_LINE_WORDS;
    }
  return FALSE;
}

gboolean
cut_byline_is_tail (const char *text)
{
  static const char *const cues[] = { "reporting by ",
                                      "additional reporting by ",
                                      "writing by ",
                                      "editing by ",
                                      "(reporting by ",
                                      "(editing by ",
                                      "(writing by ",
                                      "compiled by ",
                                      "(additional reporting",
                                      "photos by ",
                                      "photo by ",
                                      "reviewed by ",
                                      "edited by ",
                                      "translated by ",
                                      NULL };
  static const char *const endings_of[]
      = { " contributed to this report.", " contributed to this article.",
          " contributed to this story.", " contributed reporting.", NULL };
  g_autofree char *folded = g_ascii_strdown (text, -1);

  for (const char *const *cue = cues; *cue != NULL; cue++)
    if (g_str_has_prefix (folded, *cue))
      return g_utf8_strlen (text, -1) <= MAX_BYLINE_CHARS * 2;
  for (const char *const *ending = endings_of; *ending != NULL; ending++)
    if (g_str_has_suffix (folded, *ending))
      return g_utf8_strlen (text, -1) <= MAX_BYLINE_CHARS * 2;
  return FALSE;
}

gboolean
cut_byline_is_bio (const char *text, const char *const *authors)
{
  static const char *const verbs[]
      = { " is a",     " is the ", " is on ", " covers ", " has covered ", " writes ",
          " reports ", " joined ", " works ", " ist ",    " schreibt ",    " est ",
          " es ",      " lives ",  ", a ",    NULL };

  if (g_utf8_strlen (text, -1) > MAX_BIO_CHARS)
    return FALSE;
  for (; authors != NULL && *authors != NULL; authors++)
    for (const char *const *verb = verbs; *verb != NULL && g_str_has_prefix (text, *authors);
         verb++)
      if (g_str_has_prefix (text + strlen (*authors), *verb))
        return TRUE;
  return FALSE;
}

static guint
trust_of (const CutNode *node)
{
  const char *rel = cut_node_get (node, "rel");
  const char *prop = cut_node_get (node, "itemprop");
  const char *class = cut_node_get (node, "class");

  if (rel != NULL && g_str_equal (rel, "author"))
    return 3;
  if (prop != NULL && strstr (prop, "author") != NULL)
    return 3;
  if (class != NULL && strstr (class, "byline") != NULL)
    return 2;
  return cut_class_read (node) & CUT_CLASS_AUTHOR ? 1 : 0;
}

char *
cut_byline_find (CutTree *tree)
{
  g_autofree char *best = NULL;
  guint best_trust = 0;

  for (guint i = 0; i < cut_tree_get_length (tree); i++)
    {
      const CutNode *node = cut_tree_get_node (tree, i);
      g_autoptr (GPtrArray) names = NULL;
      g_autofree char *text = NULL;
      guint trust;

      if (node->text != NULL || node->seen_role == CUT_NODE_HIDDEN || node->n_attributes == 0)
        continue;
      trust = trust_of (node);
      if (trust <= best_trust)
        continue;
      text = cut_node_get_text (tree, node);
      if (*text == '\0' || g_utf8_strlen (text, -1) > MAX_BYLINE_CHARS)
        continue;
      names = cut_byline_split (text);
      if (names->len == 0)
        continue;
      g_free (best);
      best = g_steal_pointer (&text);
      best_trust = trust;
    }
  return g_steal_pointer (&best);
}
