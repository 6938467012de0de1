/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-byline.h"

#include "cut-byline-name.h"
#include "cut-byline-words.h"
#include "cut-meta-date.h"
#include "cut-month.h"

#include <string.h>

#define MAX_BYLINE_CHARS 140
#define MAX_BIO_CHARS 600
#define MAX_SOURCE_CHARS 60
#define MAX_NAME_CHARS 60
#define MAX_NAME_WORDS 7
#define MAX_SIGNATURE_CHARS 12
#define LONGEST_LIST 1000 /* bytes of a list in brackets that are looked at */

static char *
lower (const char *text)
{
  return g_utf8_strdown (text, -1);
}

static gboolean
is_particle (const char *word)
{
  static const char *const particles[]
      = { "van", "von", "de",  "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le",
          "do",  "das", "los", "las", "el", "abu", "ben", "al",  "bin", "ibn", "zu",  "zur", "ter", "ten",   "af", "av", "y",   "e",  "i",  "et",
          "und", "and", "och", "og",  "en",  "&",   "with",  "mit", NULL };

  return g_strv_contains (particles, word);
}

guint
cut_byline_count_words (const char *text)
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
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* Whether @text is none of the words that stand where names do. */
static gboolean
is_named (const char *text)
{
  g_autofree char *folded = lower (text);

  return !g_strv_contains (cut_byline_words (CUT_BYLINE_NOT_NAMES), folded)
         && !cut_byline_is_agency (text);
}

/* "paper.example" */
static gboolean
is_host (const char *text)
{
  const char *dot = strrchr (text, '.');

  if (dot == NULL || strlen (dot) < 3 || strchr (text, ' ') != NULL)
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && *c != '.' && *c != '-')
      return FALSE;
  return TRUE;
}

gboolean
cut_byline_is_name (const char *text)
{

  if (*text == '\0' || g_utf8_strlen (text, -1) > MAX_NAME_CHARS
      || cut_byline_count_words (text) > MAX_NAME_WORDS)
    return FALSE;
  if (has_digit (text) || strpbrk (text, "@{}<>/=?!") != NULL)
    return FALSE;
  return g_utf8_strlen (text, -1) >= 2 && is_named (text) && !is_host (text) && !g_str_has_suffix (text, "'s") && !g_str_has_suffix (text, "’s");
}

/* "De Niro" is a name, "De Ada Example" a byline: what is also a part of names needs a whole one behind it. */
static gboolean
is_of_name (const char *opening, const char *rest)
{
  static const char *const words[] = { "De ", "Da ", "Di ", NULL };
  g_autofree char *word = g_strndup (opening, rest - opening);
  g_autofree char *name = g_strndup (rest, strcspn (rest, ",|;&("));

  return g_strv_contains (words, word) && cut_byline_count_words (name) < 2 && cut_byline_is_name (name);
}

const char *
cut_byline_skip_openings (const char *text)
{
  for (gboolean again = TRUE; again;)
    {
      const char *rest;

      while (g_ascii_isspace (*text) || *text == ':' || *text == '-' || *text == '|')
        text++;
      rest = cut_byline_skip_opening (text);
      again = rest != text && !is_of_name (text, rest);
      text = again ? rest : text;
    }
  return text;
}

static void
cut_ending (char *name)
{
  /* Case folding may change lengths outside ASCII; endings are ASCII letters or marks. */
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (const char *const *ending = cut_byline_words (CUT_BYLINE_ENDINGS); *ending != NULL; ending++)
    {
      char *at = strstr (folded, *ending);

      if (at == NULL)
        continue;
      name[at - folded] = *at = '\0';
    }
}

/* "Ada Example22 Dec 2016": dates and counts behind a name of two words or more. */
static void
cut_figures (char *name)
{
  char *figure = strpbrk (name, "0123456789");
  char *bracket = strchr (name, '(');

  if (figure != NULL && figure > name && memchr (name, ' ', figure - name) != NULL)
    *figure = '\0';
  /* "A. Example (agency)"; a nickname in the middle stays. */
  if (bracket != NULL && bracket > name && g_str_has_suffix (name, ")"))
    *bracket = '\0';
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
gboolean
cut_byline_is_office (const char *part)
{
  g_autofree char *folded = lower (part);

  for (const char *const *word = cut_byline_words (CUT_BYLINE_OFFICES); *word != NULL; word++)
    if (strstr (folded, *word) != NULL)
      return TRUE;
  return FALSE;
}

/* "Mon November" is left of a date. */
static gboolean
names_month (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 0);

  for (char **word = words; *word != NULL; word++)
    if (cut_month_from_name (*word, strcspn (*word, ".")) > 0)
      return TRUE;
  return FALSE;
}

static void
add_name (GPtrArray *names, const char *part)
{
  g_autofree char *copy = g_strdup (cut_byline_skip_openings (part));
  g_autofree char *whole = trim (copy);
  g_autofree char *name = NULL;

  if (!is_named (whole))
    return;
  cut_ending (copy);
  cut_figures (copy);
  name = trim (copy);
  if (has_digit (part) && names_month (name))
    return;
  if (cut_byline_is_name (name) && !cut_meta_date_has_cue (name) && !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_ptr_array_add (names, g_steal_pointer (&name));
}

/* Writes LF for everything that stands between two persons; a bar stays, between two LF. */
static char *
part_persons (const char *text)
{
  static const char *const between[] = { "/", " and ", " und ", " et ", " y ",    " e ", " en ", " och ",
                                         " og ",  " & ",   ";",    " with ", " | ", NULL };
  GString *parts = g_string_new (text);

  /* "(she/her)" */
  for (const char *const *word = strchr (text, '(') ? between + 1 : between; *word != NULL; word++)
    {
      g_autofree char *folded = g_ascii_strdown (parts->str, -1);
      char *at = folded;
      gsize n = strlen (*word);

      while ((at = strstr (at, *word)) != NULL)
        {
          for (gsize i = 0; i < n; i++)
            if (parts->str[at - folded + i] != '|')
              parts->str[at - folded + i] = '\n';
          at += n;
        }
    }
  return g_string_free (parts, FALSE);
}

/* Returns: (transfer full): @text without what stands in brackets and is parted by commas: "(Exampleton, correspondent)" */
static char *
without_lists (const char *text)
{
  GString *out = g_string_new (NULL);
  const char *end = text; /* the next ")", once it has been looked for */

  while (*text != '\0')
    {
      gsize length;

      if (*text == '(' && end <= text)
        end = text + strcspn (text, ")");
      length = *text == '(' ? (gsize) (end - text) : 0;
      if (length > 0 && memchr (text, ',', MIN (length, LONGEST_LIST)) != NULL)
        text = *end == ')' ? end + 1 : end;
      else
        g_string_append_c (out, *text++);
    }
  return g_string_free (out, FALSE);
}

/* "Surname, Given" is one person; "A B, C D" are two. */
static gboolean
commas_part_persons (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 16);
  guint n = g_strv_length (parts);

  if (n == 2)
    {
      guint first = cut_byline_count_words (parts[0]);

      return first != 1 || cut_byline_count_words (parts[1]) > 3;
    }
  return TRUE;
}

/* Returns: what follows "… by " where @text begins with something else, else @text */
const char *
cut_byline_skip_to_name (const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);

  if (!cut_meta_date_has_cue (text) && !has_digit (text))
    return text;
  for (const char *const *word = cut_byline_words (CUT_BYLINE_INSIDE); *word != NULL; word++)
    {
      const char *at = strstr (folded, *word);

      if (at != NULL)
        return text + (at - folded) + strlen (*word);
    }
  return text;
}

static gboolean
is_in_capitals (const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  g_autofree char *large = g_utf8_strup (text, -1);

  return g_str_equal (text, large) && !g_str_equal (text, small);
}

/* Each word of a name begins with a capital, or has none to begin with. */
gboolean
cut_byline_is_capitalised (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 0);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0' && g_unichar_islower (g_utf8_get_char (*word)) && !is_particle (*word))
      return FALSE;
  return TRUE;
}

/* "Ben Example special correspondents", but "Writes about water" */
static gboolean
begins_as_name (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 3);
  g_autofree char *start = g_strjoin (" ", words[0], words[1], NULL);

  return cut_byline_is_capitalised (start);
}

/* Behind a name and a comma a single word is a place, and what begins small ("in Exampleton"). */
static gboolean
is_full_name (const char *part)
{
  g_autofree char *name = g_strstrip (g_strdup (part));
  g_autofree char *first = g_strndup (name, strcspn (name, " "));

  if (g_unichar_islower (g_utf8_get_char (name)) && !is_particle (first))
    return FALSE;
  return (cut_byline_count_words (name) >= 2 && begins_as_name (name)) || !g_ascii_isalpha (*name);
}

GPtrArray *
cut_byline_split (const char *text)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *opened = text ? cut_byline_skip_openings (text) : "";
  const char *start = opened == text ? cut_byline_skip_to_name (opened) : opened;
  g_autofree char *plain = without_lists (start);
  g_autofree char *parted = part_persons (plain);
  g_auto (GStrv) persons = g_strsplit (parted, "\n", 64);

  gboolean behind_bar = FALSE;

  for (char **person = persons; *person != NULL; person++)
    {
      g_auto (GStrv) parts = NULL;

      /* "A. Example | Comments" */
      if (names->len > 0 && cut_byline_count_words (*person) == 1 && is_in_capitals (*person))
        continue;
      if (g_str_equal (*person, "|") || (behind_bar && (strchr (*person, '(') != NULL || cut_byline_is_office (*person) || !is_full_name (*person))))
        {
          behind_bar = TRUE;
          continue;
        }
      behind_bar = FALSE;

      if (!commas_part_persons (*person))
        {
          add_name (names, *person);
          continue;
        }
      parts = g_strsplit (*person, ",", 64);
      for (char **part = parts; *part != NULL && (part == parts || !cut_byline_is_office (*part)); part++)
        if (part == parts || (is_full_name (*part) && is_in_capitals (*part) <= is_in_capitals (parts[0])))
          add_name (names, *part);
    }
  return names;
}

/* "By the sea, nobody …" opens like a byline and is none. */
static gboolean
names_persons (const char *text, const char *rest)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *first = g_strndup (rest, strcspn (rest, ",|0123456789"));

  cut_ending (first);
  if (cut_byline_count_words (rest) > MAX_NAME_WORDS * (cut_meta_date_has_cue (rest) ? 4 : 2)
      || !cut_byline_is_capitalised (first)
      || cut_byline_count_words (first) > MAX_NAME_WORDS + 2)
    return FALSE;
  names = cut_byline_split (text);
  return names->len > 0;
}

gboolean
cut_byline_is_line (const char *text)
{
  const char *rest = cut_byline_skip_openings (text);
  glong chars = g_utf8_strlen (text, -1);

  if (chars == 0 || chars > MAX_BYLINE_CHARS)
    return FALSE;
  return (rest > text + 2 && names_persons (text, rest)) || cut_meta_date_is_line (text);
}

/* "홍길동 기자 hong@paper.example": whose it is stands behind the name, the address behind that. */
gboolean
cut_byline_is_signed_behind (const char *text)
{
  static const char *const words[] = { " 기자", " 특파원", " 논설위원", NULL };

  if (g_utf8_strlen (text, -1) > MAX_SOURCE_CHARS || has_digit (text))
    return FALSE;
  for (const char *const *word = words; *word != NULL; word++)
    {
      const char *at = strstr (text, *word);
      const char *rest = at ? at + strlen (*word) : NULL;

      if (at != NULL && g_utf8_strlen (text, at - text) <= MAX_SIGNATURE_CHARS && (*rest == '\0' || strchr (rest, '@') != NULL))
        return TRUE;
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
                                      "with reporting by ",
                                      "with files from ",
                                      "with additional reporting",
                                      "this story was reported by ",
                                      "contributing: ",
                                      "redaktion: ",
                                      "mitarbeit: ",
                                      "übersetzung: ",
                                      "traduit par ",
                                      "avec afp",
                                      "(avec afp",
                                      "(dpa",
                                      "mit material von ",
                                      "this story was originally reported by ",
                                      "con información de ",
                                      "com informações d",
                                      "our standards: ",
                                      NULL };
  static const char *const endings_of[]
      = { " contributed to this report.", " contributed to this article.",
          " contributed to this story.", " contributed reporting.", "(theo afp)", "(theo reuters)", "(theo ap)", NULL };
  static const char *const sources[]
      = { "source: ",  "source : ", "sources: ", "quelle: ", "quellen: ", "fuente: ", "fonte: ",   "bron: ",
          "kilde: ",   "källa: ",   "lähde: ",   "źródło: ", "zdroj: ",   "forrás: ", "kaynak: ", "πηγή: ",
          "источник: ", "джерело: ", "المصدر:",  "المصدر :", "来源：",    "出典：",   "출처: ",    NULL };
  g_autofree char *folded = g_utf8_strdown (text, -1);

  if (cut_byline_is_signed_behind (text))
    return TRUE;
  for (const char *const *source = sources; *source != NULL; source++)
    if (g_str_has_prefix (folded, *source))
      return g_utf8_strlen (text, -1) <= MAX_SOURCE_CHARS;
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
