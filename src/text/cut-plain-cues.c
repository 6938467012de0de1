/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-plain-cues.h"

#include <string.h>

#include "cut-plain-words.h"

#define LONGEST_CUE_LINE 120
#define LONGEST_BYLINE 90
#define LONGEST_LABEL 60
#define LONGEST_NAME_WORDS 4
#define LONGEST_JOB 60
#define LONGEST_CAPTION 350
#define LONGEST_NOTE 300
#define LONGEST_CREDIT 60 /* at the end of a caption */
#define LONGEST_FURNITURE_SENTENCE 60

/* Three letters and more of these are a month. */
static const char *const months[][10] = {
  { "january", "januar", "janvier", "enero", "gennaio", "janeiro", "januari", "stycznia", "января", "tammikuuta" },
  { "february", "februar", "février", "febrero", "febbraio", "fevereiro", "februari", "lutego", "февраля", "helmikuuta" },
  { "march", "märz", "mars", "marzo", "marzo", "março", "maart", "marca", "марта", "maaliskuuta" },
  { "april", "april", "avril", "abril", "aprile", "abril", "april", "kwietnia", "апреля", "huhtikuuta" },
  { "may", "mai", "mai", "mayo", "maggio", "maio", "mei", "maja", "мая", "toukokuuta" },
  { "june", "juni", "juin", "junio", "giugno", "junho", "juni", "czerwca", "июня", "kesäkuuta" },
  { "july", "juli", "juillet", "julio", "luglio", "julho", "juli", "lipca", "июля", "heinäkuuta" },
  { "august", "august", "août", "agosto", "agosto", "agosto", "augustus", "sierpnia", "августа", "elokuuta" },
  { "september", "september", "septembre", "septiembre", "settembre", "setembro", "september", "września", "сентября", "syyskuuta" },
  { "october", "oktober", "octobre", "octubre", "ottobre", "outubro", "oktober", "października", "октября", "lokakuuta" },
  { "november", "november", "novembre", "noviembre", "novembre", "novembro", "november", "listopada", "ноября", "marraskuuta" },
  { "december", "dezember", "décembre", "diciembre", "dicembre", "dezembro", "december", "grudnia", "декабря", "joulukuuta" },
};

static gboolean
is_longer_than (const char *line,
                glong       length)
{
  return g_utf8_strlen (line, -1) > length;
}

/* "Mia Holt / AFP" as "mia holt/afp" */
static char *
close_strokes (const char *line)
{
  GString *closed = g_string_new (line);

  g_string_replace (closed, " /", "/", 0);
  g_string_replace (closed, "/ ", "/", 0);
  return g_string_free (closed, FALSE);
}

/* "Mia Holt (EFE)", "Nordhafen (dpa)" */
static gboolean
ends_with_agency (const char *folded)
{
  const char *open = strrchr (folded, '(');
  g_autofree char *inside = NULL;
  g_auto (GStrv) names = NULL;

  if (open == NULL || !g_str_has_suffix (folded, ")") || is_longer_than (folded, LONGEST_CREDIT))
    return FALSE;
  inside = g_strndup (open + 1, strlen (open) - 2);
  names = g_strsplit_set (inside, "/ ", 2);
  return names[0] != NULL && cut_plain_words_are (CUT_PLAIN_AGENCY, names[0]);
}

/* Of an agency's name the last word is capital, too: "Police release images" is a heading. */
static gboolean
ends_as_credit (const char *line)
{
  g_autofree char *closed = close_strokes (line);
  g_autofree char *folded = g_utf8_strdown (closed, -1);

  for (const char *const *ending = cut_plain_words_get (CUT_PLAIN_CREDIT_END); *ending != NULL; ending++)
    {
      gsize length = strlen (*ending);

      if (g_str_has_suffix (folded, *ending) && strlen (closed) > length &&
          (**ending == '/' || g_str_has_prefix (*ending, " via ") || g_ascii_isupper (closed[strlen (closed) - length + 1])))
        return TRUE;
    }
  return ends_with_agency (folded);
}

/* "45", "2 min read", "3 minute read", "5 Min. Lesezeit", "12 comments", "3 hours ago" */
static gboolean
is_counter (const char *folded)
{
  static const char *const counted[] = { "min ",      "min.",  "minut", "mins",     "comment",    "share",      "kommentar",
                                         "likes",     "views", "reacties", "comentario", "comentário", "commenti" };
  const char *p = folded;

  if (!g_ascii_isdigit (*p))
    return FALSE;
  while (g_ascii_isdigit (*p))
    p++;
  if (*p == '\0')
    return p - folded < 4; /* not a year */
  while (*p == ' ' || *p == '-')
    p++;
  if (strlen (p) >= 24)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (g_str_has_prefix (p, counted[i]))
      return TRUE;
  return g_str_equal (p, "min") || g_str_has_suffix (p, " ago");
}

/* What stands as a whole sentence under articles. */
static gboolean
is_closing (const char *folded)
{
  static const char *const openings[] = { "associated writers", "thanks for reading", "thank you for reading", "sign up ", "mit material von", "our standards:", "a version of this article",
                                          "dieses thema im programm", "hier können sie die rechte", "this article was amended", NULL };

  for (const char *const *opening = openings; *opening != NULL; opening++)
    if (g_str_has_prefix (folded, *opening))
      return TRUE;
  return FALSE;
}

/* A longer sentence that only says how the article came to be. */
static gboolean
is_note (const char *line)
{
  static const char *const openings[] = { "a version of this article", "this article was amended", "this article was originally",
                                          "dieses thema im programm", NULL };

  for (const char *const *opening = openings; *opening != NULL; opening++)
    if (g_ascii_strncasecmp (line, *opening, strlen (*opening)) == 0)
      return !is_longer_than (line, LONGEST_NOTE);
  return FALSE;
}

/* "de", "van" */
static gboolean
is_particle (const char *word)
{
  static const char *const particles[] = { "de", "la", "van", "von", "der", "den", "bin", "al", "el", "da", "di", "du", "y", "dos", "das", "do", "del",
                                          "della", "ten", "ter", "zu", "af", "le", NULL };

  return g_strv_contains (particles, word);
}

/* "Reporting by Ada Kell in Norrvik; editing by Bo Lind": nothing but names and what they did. Where other words follow, a sentence
 * begins so. */
static gboolean
names_makers (const char *line)
{
  g_autofree char *folded = is_longer_than (line, LONGEST_NOTE) ? NULL : g_utf8_strdown (line, -1);
  g_auto (GStrv) words = NULL;

  if (folded == NULL || !cut_plain_words_open (CUT_PLAIN_MAKER, folded))
    return FALSE;
  words = g_strsplit_set (line, " ,;:.()/&", -1);
  for (char **word = words + 1; *word != NULL; word++)
    if (g_unichar_islower (g_utf8_get_char (*word)) && !is_particle (*word) && !cut_plain_words_are (CUT_PLAIN_MAKER_WORD, *word))
      return FALSE;
  return TRUE;
}

/* "Posted in Harbour, News", "Posted in harbour | 3 comments"; headlines begin so, too. */
static gboolean
is_filed (const char *line)
{
  const char *opening = "posted in ";
  g_auto (GStrv) words = NULL;

  if (g_ascii_strncasecmp (line, opening, strlen (opening)) != 0)
    return FALSE;
  if (strstr (line, " | ") != NULL)
    return TRUE;
  words = g_strsplit_set (line + strlen (opening), " ,", -1);
  for (char **word = words; *word != NULL; word++)
    if (g_unichar_islower (g_utf8_get_char (*word)) && !g_str_equal (*word, "and"))
      return FALSE;
  return !cut_cue_ends_sentence (line);
}

/* "Del 2" of a series; "del" is a button, too. */
static gboolean
numbers_part (const char *folded)
{
  const char *opening = "del ";
  const char *number = g_str_has_prefix (folded, opening) ? folded + strlen (opening) : "";

  return *number != '\0' && strspn (number, "0123456789") == strlen (number);
}

/* "Comments (12)", "Teilen Drucken": nothing but buttons, and how many. */
static gboolean
is_row_of_buttons (const char *folded)
{
  g_auto (GStrv) words = g_strsplit_set (folded, " ,:.|/()+0123456789", -1);
  gboolean found = FALSE;

  if (cut_plain_words_are (CUT_PLAIN_LONE, folded))
    return TRUE;
  if (numbers_part (folded))
    return FALSE;
  for (char **word = words; *word != NULL; word++)
    {
      gboolean lone = cut_plain_words_are (CUT_PLAIN_LONE, *word);

      if (**word != '\0' && !lone && !cut_plain_words_are (CUT_PLAIN_BUTTON, *word))
        return FALSE;
      found = found || lone;
    }
  return found;
}

/* "Mehr dazu: the light at the end of the mole"; one word may head a headline so. */
static gboolean
is_label_of_other (const char *folded)
{
  const char *colon = strchr (folded, ':');
  g_autofree char *label = colon != NULL ? g_strchomp (g_strndup (folded, (gsize) (colon - folded))) : NULL;

  return label != NULL && strchr (label, ' ') != NULL && cut_plain_words_are (CUT_PLAIN_LONE, label);
}

/* "Follow the Post on Mastodon" */
static gboolean
invites_to_follow (const char *folded)
{
  static const char *const verbs[] = { "follow ", "siga ", "sigue ", "suivez ", "segui ", "folge ", "folgen sie ", "volg ", "följ ", NULL };
  static const char *const networks[] = { "facebook", "twitter", "instagram", "mastodon", "bluesky", "linkedin", "threads", "youtube", "telegram", "whatsapp", "tiktok", NULL };
  static const char *const places[] = { " on", " auf", " sur", " en", " su", " op", " på", " no", NULL };
  const char *last = strrchr (folded, ' ');
  g_autofree char *before = last != NULL ? g_strndup (folded, (gsize) (last - folded)) : NULL;
  gboolean placed = FALSE;

  if (last == NULL || !g_strv_contains (networks, last + 1))
    return FALSE;
  for (const char *const *place = places; *place != NULL; place++)
    placed = placed || g_str_has_suffix (before, *place);
  if (!placed)
    return FALSE;
  for (const char *const *verb = verbs; *verb != NULL; verb++)
    if (g_str_has_prefix (folded, *verb))
      return TRUE;
  return FALSE;
}

/* "Expertise Harbours, Ships, Tides": what an author knows of */
static gboolean
lists_fields (const char *folded)
{
  return g_str_has_prefix (folded, "expertise ") && strchr (folded, ',') != NULL;
}

gboolean
cut_cue_is_furniture (const char *line)
{
  g_autofree char *folded = NULL;
  gboolean sentence;

  if (is_longer_than (line, LONGEST_CUE_LINE))
    return is_note (line) || names_makers (line);
  folded = g_utf8_strdown (line, -1);
  sentence = cut_cue_ends_sentence (line);
  return is_counter (folded) || cut_plain_words_are (CUT_PLAIN_BUTTON, folded) || is_row_of_buttons (folded) || is_label_of_other (folded) ||
         invites_to_follow (folded) || names_makers (line) || is_filed (line) ||
         (!sentence && lists_fields (folded)) || (!sentence && cut_plain_words_open (CUT_PLAIN_LABEL, folded)) ||
         ((!sentence || !is_longer_than (line, LONGEST_FURNITURE_SENTENCE) || is_closing (folded)) &&
          cut_plain_words_open (CUT_PLAIN_FURNITURE, folded));
}

gboolean
cut_cue_is_menu (const char *line)
{
  g_autofree char *folded = is_longer_than (line, LONGEST_LABEL) ? NULL : g_utf8_strdown (line, -1);

  return folded != NULL && cut_plain_words_are (CUT_PLAIN_MENU, folded);
}

gboolean
cut_cue_leads_away (const char *line)
{
  g_autofree char *folded = is_longer_than (line, LONGEST_LABEL) ? NULL : g_utf8_strdown (line, -1);
  gsize length = folded != NULL ? strlen (folded) : 0;

  if (length > 0 && folded[length - 1] == ':')
    folded[length - 1] = '\0';
  return length > 0 && cut_plain_words_are (CUT_PLAIN_RELATED, g_strchomp (folded));
}

gboolean
cut_cue_closes (const char *line)
{
  g_autofree char *folded = is_longer_than (line, LONGEST_LABEL) ? NULL : g_utf8_strdown (line, -1);

  return folded != NULL && cut_plain_words_open (CUT_PLAIN_END, folded) && (cut_cue_is_furniture (line) || g_str_has_suffix (line, ":"));
}

gboolean
cut_cue_is_caption (const char *line)
{
  g_autofree char *folded = NULL;
  const char *tail;

  if (is_longer_than (line, LONGEST_CAPTION))
    return FALSE;
  folded = g_utf8_strdown (line, -1);
  tail = folded;
  for (glong n = g_utf8_strlen (folded, -1); n > LONGEST_CREDIT; n--)
    tail = g_utf8_next_char (tail);
  return cut_plain_words_within (CUT_PLAIN_CREDIT_INSIDE, tail);
}

gboolean
cut_cue_is_job (const char *line)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  if (is_longer_than (line, LONGEST_JOB) || cut_cue_ends_sentence (line))
    return FALSE;
  folded = g_utf8_strdown (line, -1);
  words = g_strsplit_set (folded, " ,", 5);
  for (guint i = 0; i < 4 && words[i] != NULL; i++)
    if (cut_plain_words_are (CUT_PLAIN_JOB, words[i]))
      return TRUE;
  return FALSE;
}

/* "Foto ANP / Mia Holt" */
static gboolean
is_picture_of (const char *folded)
{
  return (g_str_has_prefix (folded, "foto ") || g_str_has_prefix (folded, "photo ") || g_str_has_prefix (folded, "bild ")) &&
         strstr (folded, " / ") != NULL && !is_longer_than (folded, LONGEST_CREDIT);
}

gboolean
cut_cue_is_credit (const char *line)
{
  g_autofree char *folded = NULL;

  if (is_longer_than (line, LONGEST_BYLINE))
    return FALSE;
  folded = g_utf8_strdown (line, -1);
  return cut_plain_words_open (CUT_PLAIN_CREDIT, folded) || (!cut_cue_ends_sentence (line) && (ends_as_credit (line) || is_picture_of (folded)));
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
  for (const char *const *word = cut_plain_words_get (CUT_PLAIN_BIO); *word != NULL; word++)
    if (has_word (folded, *word))
      return TRUE;
  return FALSE;
}

static gboolean
is_name_word (const char *word)
{
  gunichar first = g_utf8_get_char (word);

  if (is_particle (word))
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

  return cut_plain_words_are (CUT_PLAIN_ROLE, folded);
}

static gboolean
is_no_name_word (const char *word)
{
  g_autofree char *folded = g_utf8_strdown (word, -1);

  return cut_plain_words_are (CUT_PLAIN_NO_NAME, folded);
}

/* "By An Oldenshaw", but not "By An Observer", nor "An Old Pier" where no byline begins. */
static gboolean
is_article (char   **words,
            gboolean opened)
{
  g_autofree char *folded = g_utf8_strdown (words[0], -1);
  g_autofree char *next = g_utf8_strdown (words[1], -1);

  if (!g_str_equal (folded, "a") && !g_str_equal (folded, "an"))
    return FALSE;
  return !opened || cut_plain_words_are (CUT_PLAIN_NO_SURNAME, next) || cut_plain_words_are (CUT_PLAIN_NO_NAME, next);
}

/* "Vitamin A" */
static gboolean
ends_with_letter (const char *word,
                  gboolean    opened)
{
  return !opened && g_ascii_isalpha (word[0]) && word[1] == '\0';
}

/* The name that @words start with, up to a word of a job; NULL when they do not. @opened: whether they stand behind "By" */
static char *
leading_name (char   **words,
              gboolean opened)
{
  g_autoptr (GString) name = g_string_new (NULL);
  guint n = 0;

  for (; words[n] != NULL && is_name_word (words[n]) && !is_role_word (words[n]); n++)
    g_string_append_printf (name, "%s%s", n > 0 ? " " : "", words[n]);
  if (n < 2 || n > LONGEST_NAME_WORDS || is_article (words, opened) || ends_with_letter (words[n - 1], opened) ||
      is_no_name_word (words[0]) || is_no_name_word (words[n - 1]))
    return NULL;
  if (words[n] != NULL && !is_role_word (words[n]) && !cut_plain_words_are (CUT_PLAIN_NAME_END, words[n]))
    return NULL;
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static gboolean
is_all_capital (const char *word)
{
  glong letters = 0;

  for (const char *p = word; *p != '\0' && *p != ' '; p = g_utf8_next_char (p))
    {
      if (g_unichar_islower (g_utf8_get_char (p)) || *p == '.')
        return FALSE;
      letters += g_unichar_isalpha (g_utf8_get_char (p));
    }
  return letters > 2;
}

/* "ANNA O'NEILL" as "Anna O'Neill", "Ada KELL" as "Ada Kell" */
static char *
soften_capitals (const char *name)
{
  GString *soft = g_string_new (NULL);
  gboolean inside = FALSE;
  gboolean capital = FALSE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (p == name || p[-1] == ' ')
        capital = is_all_capital (p);
      g_string_append_unichar (soft, inside && capital ? g_unichar_tolower (c) : c);
      inside = g_unichar_isalpha (c) || g_unichar_ismark (c);
    }
  return g_string_free (soft, FALSE);
}

static char *
read_name (const char *text,
           gboolean    opened)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  g_autofree char *name = NULL;
  g_auto (GStrv) words = NULL;

  clean[strcspn (clean, ",(")] = '\0';
  g_strchomp (clean);
  words = g_strsplit (clean, " ", -1);
  name = leading_name (words, opened);
  return name != NULL ? soften_capitals (name) : NULL;
}

gboolean
cut_cue_is_name (const char *line)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *name = NULL;

  if (is_longer_than (line, LONGEST_BYLINE))
    return FALSE;
  words = g_strsplit (line, " ", -1);
  name = leading_name (words, FALSE);
  return name != NULL && g_str_equal (name, line);
}

/* Behind "By " and its like; the line itself when there is none. */
static const char *
skip_byline_opening (const char *line)
{
  for (const char *const *opening = cut_plain_words_get (CUT_PLAIN_BYLINE); *opening != NULL; opening++)
    {
      g_autofree char *start = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), g_utf8_strlen (*opening, -1)));
      g_autofree char *folded = g_utf8_strdown (start, -1);

      if (g_str_equal (folded, *opening))
        return line + strlen (start);
    }
  return line;
}

/* Behind "Posted on April 3, 2024 by "; the line itself when it begins otherwise. */
static const char *
skip_posting (const char *line)
{
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  /* Few lines have a number, and to compile the pattern takes longer than to look for one. */
  if (strpbrk (line, "0123456789") == NULL)
    return line;
  regex = g_regex_new ("^(?:posted|published|updated|written|publié|veröffentlicht|publicado|pubblicato)\\b.*\\d.* (?:by|par|von|por|da) (?=\\p{Lu})",
                       G_REGEX_CASELESS, 0, NULL);
  if (!g_regex_match (regex, line, 0, &match) || !g_match_info_fetch_pos (match, 0, NULL, &end))
    return line;
  return line + end;
}

gboolean
cut_cue_is_byline (const char *line)
{
  gboolean opens = !is_longer_than (line, LONGEST_BYLINE) && (skip_byline_opening (line) != line || skip_posting (line) != line);
  g_auto (GStrv) names = opens ? cut_cue_get_authors (line) : NULL;

  return names != NULL;
}

/* "By A B | 4 March", "By A B • Desk" */
static char *
before_separator (const char *line)
{
  static const char *const separators[] = { " | ", " · ", " • ", " – ", " — ", " - " };
  char *start = g_strdup (line);

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      char *separator = strstr (start, separators[i]);

      if (separator != NULL)
        *separator = '\0';
    }
  return start;
}

char **
cut_cue_get_authors (const char *line)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (GRegex) joiners = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *names = NULL;
  const char *start;
  guint n = 0;

  if (is_longer_than (line, LONGEST_BYLINE) || cut_cue_ends_sentence (line))
    return NULL;
  builder = g_strv_builder_new ();
  joiners = g_regex_new (",? (?:and|und|et|y|e|en|i|och|og|ja) |, |; | & ", 0, 0, NULL);
  start = skip_byline_opening (skip_posting (line));
  names = before_separator (start);
  parts = g_regex_split (joiners, names, 0);
  for (; parts[n] != NULL; n++)
    {
      g_autofree char *name = read_name (parts[n], start != line);

      if (name == NULL)
        break;
      g_strv_builder_add (builder, name);
    }
  return n > 0 ? g_strv_builder_end (builder) : NULL;
}

static int
month_of (const char *word)
{
  g_autofree char *folded = g_utf8_strdown (word, -1);

  if (!is_longer_than (word, 2))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    for (guint j = 0; j < G_N_ELEMENTS (months[i]); j++)
      if (g_str_has_prefix (months[i][j], folded) || (g_str_equal (folded, "sept") && i == 8))
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
  int number = g_ascii_isdigit (*month) ? atoi (month) : month_of (month);

  if (number == 0)
    return NULL;
  value = g_strdup_printf ("%s-%02d-%02d", year, number, atoi (day));
  return cut_date_new (value, CUT_DATE_UNKNOWN, "text", NULL);
}

CutDate *
cut_cue_get_date (const char *line)
{
  static const char *const patterns[] = {
    "\\b(?<day>\\d{1,2})(?:st|nd|rd|th|er)?\\.? (?:de )?(?<month>\\p{L}{3,10})\\.?,? (?:de )?(?<year>(?:19|20)\\d\\d)\\b",
    "\\b(?<month>\\p{L}{3,10})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>(?:19|20)\\d\\d)\\b",
    "\\b(?<year>(?:19|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)\\b",
    "\\b(?<day>\\d{1,2})[.]\\s?(?<month>\\d{1,2})[.]\\s?(?<year>(?:19|20)\\d\\d)\\b",
    /* With strokes, only what can be read in one way: in English either number may be the day. */
    "\\b(?<day>1[3-9]|2\\d|3[01])[/-](?<month>\\d{1,2})[/-](?<year>(?:19|20)\\d\\d)\\b",
    "\\b(?<month>\\d{1,2})/(?<day>1[3-9]|2\\d|3[01])/(?<year>(?:19|20)\\d\\d)\\b",
    "(?:\\b(?:le|el|al|il|em|publi\\p{L}+|pubbl\\p{L}+|a[tc]tuali[zs]\\p{L}+|mis à jour)[ :]+)(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>(?:19|20)\\d\\d)\\b",
    "\\b(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>(?:19|20)\\d\\d)(?= (?:à |às |- )?\\d\\d?h)",
  };

  if (is_longer_than (line, LONGEST_BYLINE) || strpbrk (line, "0123456789") == NULL || cut_cue_ends_sentence (line))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (patterns[i], G_REGEX_CASELESS, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      CutDate *date = g_regex_match (regex, line, 0, &match) ? date_from_match (match) : NULL;

      if (date != NULL)
        return date;
    }
  return NULL;
}

CutDate *
cut_cue_get_month (const char *line)
{
  g_autoptr (GRegex) regex = g_regex_new ("^(?<month>\\p{L}{3,10})\\.?,? (?:de )?(?<year>(?:19|20)\\d\\d)$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *month = NULL;
  g_autofree char *year = NULL;
  g_autofree char *value = NULL;

  if (!g_regex_match (regex, line, 0, &match))
    return NULL;
  month = g_match_info_fetch_named (match, "month");
  year = g_match_info_fetch_named (match, "year");
  if (month_of (month) == 0)
    return NULL;
  value = g_strdup_printf ("%s-%02d", year, month_of (month));
  return cut_date_new (value, CUT_DATE_UNKNOWN, "text", NULL);
}

static gboolean
is_among (gunichar        c,
          const gunichar *characters,
          guint           n_characters)
{
  for (guint i = 0; i < n_characters; i++)
    if (c == characters[i])
      return TRUE;
  return FALSE;
}

gboolean
cut_cue_ends_sentence (const char *line)
{
  static const gunichar closers[] = { '"', '\'', ')', ']', 0x201c, 0x201d, 0x2019, 0x00bb, 0x203a, 0x300d, 0x300f, 0xff09, 0x00a0 };
  static const gunichar stops[] = { '.', '!', '?', ':', 0x2026, 0x3002, 0xff01, 0xff1f, 0xff0e, 0x061f, 0x06d4, 0x0964 };
  const char *p = line + strlen (line);
  gunichar c = 0;

  while (p > line)
    {
      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (!is_among (c, closers, G_N_ELEMENTS (closers)))
        break;
    }
  return is_among (c, stops, G_N_ELEMENTS (stops));
}
