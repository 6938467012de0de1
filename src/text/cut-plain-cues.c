/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-plain-cues.h"

#include <string.h>

#define LONGEST_CUE_LINE 120
#define LONGEST_BYLINE 90
#define LONGEST_NAME_WORDS 4
#define LONGEST_JOB 60
#define LONGEST_CAPTION 350
#define LONGEST_CREDIT 60 /* at the end of a caption */
#define LONGEST_FURNITURE_SENTENCE 60

/* Line openings, case-folded. Behind a letter or digit the word has to end there. */
static const char *const furniture_openings[] = {
  "see all photos", "see all", "view gallery", "view all", "watch this:", "watch now", "watch:",
  "read more", "read also", "read next", "also read", "related:", "related stories", "related articles",
  "more from", "more on this", "most read", "sign up", "sign in", "log in", "subscribe to", "subscribe now",
  "download our", "download the app", "follow us", "share this", "share article", "advertisement", "skip to",
  "continue reading", "leave a comment", "expertise ", "topics:", "tags:", "filed under", "listen to this", "save article",
  "story continues", "article continues", "click here", "all rights reserved", "jump to", "print this",
  "mehr zum thema", "lesen sie auch", "lesen sie hier", "newsletter bestellen", "jetzt abonnieren",
  "zur startseite", "artikel teilen", "lire aussi", "abonnez-vous", "temps de lecture", "lesezeit",
  "lea también", "lee también", "suscríbete",
};

/* Openings that prose has too: a line that ends as a sentence is none. */
static const char *const label_openings[] = {
  "recommended", "trending", "subscribe", "newsletter", "get the ", "get our ", "share on", "sponsored", "comments",
  "cookie", "reading time", "key events", "key points", "anzeige", "kommentare", "publicité", "partager",
  "publicidad", "compartir",
};

/* Whole lines, case-folded. */
static const char *const furniture_lines[] = {
  "share", "save", "print", "email", "tweet", "facebook", "twitter", "x", "whatsapp", "linkedin",
  "copy link", "menu", "search", "home", "close", "more", "photos", "video", "gallery", "opens in new window",
  "live", "breaking", "exclusive", "ad", "published", "updated", "last updated", "image caption", "image caption,",
  "teilen", "drucken", "merken", "veröffentlicht", "aktualisiert", "publié", "publicado",
};

static const char *const credit_openings[] = {
  "photo:", "photo by", "photograph:", "photograph by", "picture:", "image:", "image credit", "image source", "photo credit",
  "credit:", "photos:", "illustration:", "illustration by", "graphic:", "getty", "courtesy of", "©", "(c) ",
  "foto:", "bild:", "bildquelle", "crédit", "crédito",
};

static const char *const credit_endings[] = {
  " images", "/reuters", "/afp", "/ap", " via getty images", "/getty images", "/getty", "/epa", "/bloomberg", "/shutterstock",
  " via ap", " via reuters", "/dpa", " archive", " press agency", " photo agency", " handout", "/alamy", " pictures",
};

/* What parts a caption from the credit in the same line. */
static const char *const inline_credits[] = {
  " photo: ", " photograph: ", " picture: ", " image: ", " credit: ", " illustration: ", " foto: ", " bild: ", " crédit: ",
  " crédit : ", "(photo: ", "(foto: ", " © ", "(©", " photo by ", " photograph by ",
};

static const char *const job_nouns[] = {
  "writer", "reporter", "editor", "correspondent", "producer", "columnist", "contributor", "journalist", "redakteur",
  "redakteurin", "korrespondent", "korrespondentin", "journaliste", "correspondant", "correspondante", "periodista",
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
  "city", "court", "courts", "crime", "education", "energy", "foreign", "harbour", "home", "legal", "local", "media",
  "metro", "national", "sports", "transport", "world",
};

static const char *const byline_openings[] = {
  "by ", "written by ", "reported by ", "reporting by ", "report by ", "story by ", "words by ", "text by ", "analysis by ",
  "opinion by ", "live coverage by ", "live reporting by ", "von ", "ein bericht von ", "text von ", "par ", "por ",
};

/* Words that end the names of a byline: "By A B in London", "Von C D für die dpa". */
static const char *const name_enders[] = { "in", "at", "for", "from", "aus", "für", "à", "en", "pour" };

/* Two capitalised words that begin or end so are a place or the title of a section. */
static const char *const no_name_words[] = {
  "new", "north", "south", "east", "west", "united", "san", "los", "saint", "top", "latest", "world", "breaking", "news", "more",
  "key", "live", "the", "business", "sports", "stories", "city", "county", "street", "times", "post", "press", "images", "photos",
};

/* Three letters and more of these are a month; in English, German, French and Spanish. */
static const char *const months[][4] = {
  { "january", "januar", "janvier", "enero" },
  { "february", "februar", "février", "febrero" },
  { "march", "märz", "mars", "marzo" },
  { "april", "april", "avril", "abril" },
  { "may", "mai", "mai", "mayo" },
  { "june", "juni", "juin", "junio" },
  { "july", "juli", "juillet", "julio" },
  { "august", "august", "août", "agosto" },
  { "september", "september", "septembre", "septiembre" },
  { "october", "oktober", "octobre", "octubre" },
  { "november", "november", "novembre", "noviembre" },
  { "december", "dezember", "décembre", "diciembre" },
};

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

/* Of an agency's name the last word is capital, too: "Police release images" is a heading. */
static gboolean
ends_as_credit (const char *line,
                const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (credit_endings); i++)
    {
      gsize length = strlen (credit_endings[i]);

      if (g_str_has_suffix (folded, credit_endings[i]) && strlen (line) > length &&
          (*credit_endings[i] == '/' || g_str_has_prefix (credit_endings[i], " via ") ||
           g_ascii_isupper (line[strlen (line) - length + 1])))
        return TRUE;
    }
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

/* "2 min read", "3 minute read", "5 Min. Lesezeit", "12 comments", "3 hours ago" */
static gboolean
is_counter (const char *folded)
{
  static const char *const counted[] = { "min ", "min.", "minute", "comment", "share", "kommentar" };
  const char *p = folded;

  if (!g_ascii_isdigit (*p))
    return FALSE;
  while (g_ascii_isdigit (*p))
    p++;
  while (*p == ' ' || *p == '-')
    p++;
  if (strlen (p) >= 24)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (g_str_has_prefix (p, counted[i]))
      return TRUE;
  return g_str_equal (p, "min") || g_str_has_suffix (p, " ago");
}

static gboolean
is_longer_than (const char *line,
                glong       length)
{
  return g_utf8_strlen (line, -1) > length;
}

gboolean
cut_cue_is_furniture (const char *line)
{
  g_autofree char *folded = NULL;
  gboolean sentence;

  if (is_longer_than (line, LONGEST_CUE_LINE))
    return FALSE;
  folded = g_utf8_strdown (line, -1);
  sentence = cut_cue_ends_sentence (line);
  return is_counter (folded) || is_one_of (folded, furniture_lines, G_N_ELEMENTS (furniture_lines)) ||
         (!sentence && opens_with (folded, label_openings, G_N_ELEMENTS (label_openings))) ||
         (!(sentence && is_longer_than (line, LONGEST_FURNITURE_SENTENCE)) &&
          opens_with (folded, furniture_openings, G_N_ELEMENTS (furniture_openings)));
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
  for (guint i = 0; i < G_N_ELEMENTS (inline_credits); i++)
    if (strstr (tail, inline_credits[i]) != NULL)
      return TRUE;
  return FALSE;
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
    if (is_one_of (words[i], job_nouns, G_N_ELEMENTS (job_nouns)))
      return TRUE;
  return FALSE;
}

gboolean
cut_cue_is_credit (const char *line)
{
  g_autofree char *folded = NULL;

  if (is_longer_than (line, LONGEST_BYLINE))
    return FALSE;
  folded = g_utf8_strdown (line, -1);
  return opens_with (folded, credit_openings, G_N_ELEMENTS (credit_openings)) ||
         (!cut_cue_ends_sentence (line) && ends_as_credit (line, folded));
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

static gboolean
is_no_name_word (const char *word)
{
  g_autofree char *folded = g_utf8_strdown (word, -1);

  return is_one_of (folded, no_name_words, G_N_ELEMENTS (no_name_words));
}

/* The name that @words start with, up to a word of a job; NULL when they do not. */
static char *
leading_name (char **words)
{
  g_autoptr (GString) name = g_string_new (NULL);
  guint n = 0;

  for (; words[n] != NULL && is_name_word (words[n]) && !is_role_word (words[n]); n++)
    g_string_append_printf (name, "%s%s", n > 0 ? " " : "", words[n]);
  if (n < 2 || n > LONGEST_NAME_WORDS || is_no_name_word (words[0]) || is_no_name_word (words[n - 1]))
    return NULL;
  if (words[n] != NULL && !is_role_word (words[n]) && !is_one_of (words[n], name_enders, G_N_ELEMENTS (name_enders)))
    return NULL;
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* "ANNA O'NEILL" as "Anna O'Neill" */
static char *
soften_capitals (const char *name)
{
  GString *soft = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        {
          g_string_assign (soft, name);
          break;
        }
      g_string_append_unichar (soft, inside ? g_unichar_tolower (c) : c);
      inside = g_unichar_isalpha (c) || g_unichar_ismark (c);
    }
  return g_string_free (soft, FALSE);
}

static char *
read_name (const char *text)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  g_autofree char *name = NULL;
  g_auto (GStrv) words = NULL;
  char *comma = strchr (clean, ',');

  if (comma != NULL)
    *comma = '\0';
  words = g_strsplit (clean, " ", -1);
  name = leading_name (words);
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
  name = leading_name (words);
  return name != NULL && g_str_equal (name, line);
}

/* Behind "By " and its like; the line itself when there is none. */
static const char *
skip_byline_opening (const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (byline_openings); i++)
    {
      g_autofree char *start = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), g_utf8_strlen (byline_openings[i], -1)));
      g_autofree char *folded = g_utf8_strdown (start, -1);

      if (g_str_equal (folded, byline_openings[i]))
        return line + strlen (start);
    }
  return line;
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
  guint n = 0;

  if (is_longer_than (line, LONGEST_BYLINE) || cut_cue_ends_sentence (line))
    return NULL;
  builder = g_strv_builder_new ();
  joiners = g_regex_new (",? (?:and|und|et|y) |, |; | & ", 0, 0, NULL);
  names = before_separator (skip_byline_opening (line));
  parts = g_regex_split (joiners, names, 0);
  for (; parts[n] != NULL; n++)
    {
      g_autofree char *name = read_name (parts[n]);

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
    "\\b(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>(?:19|20)\\d\\d)\\b",
  };

  if (is_longer_than (line, LONGEST_BYLINE) || strpbrk (line, "0123456789") == NULL || cut_cue_ends_sentence (line))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (patterns[i], 0, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      CutDate *date = g_regex_match (regex, line, 0, &match) ? date_from_match (match) : NULL;

      if (date != NULL)
        return date;
    }
  return NULL;
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
