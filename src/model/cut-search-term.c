/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-term.h"

#include <string.h>

#include "cut-date.h"

#define MOST_TERMS 64 /* more than a person types; keeps the statement small */
#define NEAR_WORDS 10 /* that may stand between two words where no number is given */
#define MOST_NEAR 1000
#define SHORTEST_OPEN 2 /* letters of a word that may go on: almost every text has words that begin with one letter */

static const struct
{
  const char *name;
  CutFilter filter;
} filters[] = {
  { "site", CUT_FILTER_SITE },     { "by", CUT_FILTER_BY },         { "tag", CUT_FILTER_TAG },
  { "story", CUT_FILTER_STORY },   { "entity", CUT_FILTER_ENTITY }, { "source", CUT_FILTER_SOURCE },
  { "status", CUT_FILTER_STATUS }, { "before", CUT_FILTER_BEFORE }, { "after", CUT_FILTER_AFTER },
  { "kind", CUT_FILTER_KIND },
};

typedef struct
{
  const char *start; /* of the whole text */
  const char *at;    /* what is not yet read */
  GPtrArray *terms;
  guint group;
  gboolean joining;  /* an OR was read */
  guint near;        /* a NEAR was read, and the number of words it goes with */
} Parser;

static void
term_free (gpointer data)
{
  CutSearchTerm *term = data;

  g_free (term->text);
  g_strfreev (term->forms);
  g_free (term);
}

gboolean
cut_search_has_word (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

const char *
cut_filter_get_word (CutFilter filter)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (filters[i].filter == filter)
      return filters[i].name;
  return "";
}

gboolean
cut_search_is_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb;
}

static gboolean
at_quote (const char *at)
{
  return *at != '\0' && cut_search_is_quote (g_utf8_get_char (at));
}

static void
skip_space (Parser *parser)
{
  while (*parser->at != '\0' && g_unichar_isspace (g_utf8_get_char (parser->at)))
    parser->at = g_utf8_next_char (parser->at);
}

/* A phrase whose second quote is missing goes to the end. */
static char *
take_quoted (Parser *parser)
{
  const char *start = g_utf8_next_char (parser->at);
  const char *end = start;

  while (*end != '\0' && !at_quote (end))
    end = g_utf8_next_char (end);
  parser->at = *end != '\0' ? g_utf8_next_char (end) : end;
  return g_strndup (start, (gsize) (end - start));
}

static char *
take_bare (Parser *parser)
{
  const char *start = parser->at;
  const char *end = start;

  while (*end != '\0' && !at_quote (end) && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  parser->at = end;
  return g_strndup (start, (gsize) (end - start));
}

static CutFilter
take_filter (Parser *parser)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      gsize length = strlen (filters[i].name);
      const char *value = parser->at + length + 1;

      if (g_ascii_strncasecmp (parser->at, filters[i].name, length) != 0 || parser->at[length] != ':')
        continue;
      if (*value == '\0' || g_unichar_isspace (g_utf8_get_char (value)))
        return CUT_FILTER_NONE;
      parser->at = value;
      return filters[i].filter;
    }
  return CUT_FILTER_NONE;
}

static gboolean
take_date (CutSearchTerm *term)
{
  g_autoptr (CutDate) date = cut_date_new (term->text, CUT_DATE_UNKNOWN, NULL, NULL);

  if (date == NULL)
    return FALSE;
  term->date = cut_date_get_sort_key (date);
  return TRUE;
}

/* Whether what was read can be searched for; a date that is none becomes a word. */
static gboolean
settle (CutSearchTerm *term)
{
  gsize length = strlen (term->text);

  if ((term->filter == CUT_FILTER_BEFORE || term->filter == CUT_FILTER_AFTER) && !take_date (term))
    term->filter = CUT_FILTER_NONE;
  if (length > 0 && term->text[length - 1] == '*')
    {
      term->prefix = TRUE;
      term->text[length - 1] = '\0';
    }
  return cut_search_has_word (term->text);
}

static gboolean
is_plain (const CutSearchTerm *term)
{
  return term->filter == CUT_FILTER_NONE && !term->negative;
}

static void
take_term (Parser *parser)
{
  CutSearchTerm *term = g_new0 (CutSearchTerm, 1);

  term->start = (gsize) (parser->at - parser->start);
  if (*parser->at == '-' && parser->at[1] != '\0' && !g_ascii_isspace (parser->at[1]))
    {
      term->negative = TRUE;
      parser->at++;
    }
  term->filter = take_filter (parser);
  term->quoted = at_quote (parser->at);
  term->text_start = (gsize) ((term->quoted ? g_utf8_next_char (parser->at) : parser->at) - parser->start);
  term->text = term->quoted ? take_quoted (parser) : take_bare (parser);
  if (*parser->at == '*')
    {
      term->prefix = TRUE;
      parser->at++;
    }
  term->end = (gsize) (parser->at - parser->start);
  if (!settle (term) || parser->terms->len >= MOST_TERMS)
    {
      term_free (term);
      return;
    }
  term->near = is_plain (term) ? parser->near : 0;
  if (!parser->joining && term->near == 0)
    parser->group++;
  term->group = parser->group;
  parser->joining = FALSE;
  parser->near = 0;
  g_ptr_array_add (parser->terms, term);
}

/* NEAR, or NEAR/5, between two words or phrases. */
static gboolean
take_near (Parser *parser)
{
  const char *at = parser->at;
  guint64 near = NEAR_WORDS;
  char *end;

  if (parser->terms->len == 0 || !is_plain (g_ptr_array_index (parser->terms, parser->terms->len - 1)) ||
      !g_str_has_prefix (at, "NEAR"))
    return FALSE;
  at += 4;
  if (*at == '/' && g_ascii_isdigit (at[1]))
    {
      near = g_ascii_strtoull (at + 1, &end, 10);
      at = end;
    }
  if (!g_ascii_isspace (*at))
    return FALSE;
  while (g_ascii_isspace (*at))
    at++;
  if (*at == '\0')
    return FALSE;
  parser->at = at;
  parser->near = (guint) CLAMP (near, 1, MOST_NEAR);
  return TRUE;
}

/* OR joins only where there is a term before it. */
static gboolean
take_or (Parser *parser)
{
  if (parser->terms->len == 0 || !g_str_has_prefix (parser->at, "OR") ||
      (parser->at[2] != '\0' && !g_ascii_isspace (parser->at[2])))
    return FALSE;
  parser->at += 2;
  skip_space (parser);
  parser->joining = *parser->at != '\0';
  return parser->joining;
}

char *
cut_search_terms_compose (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
}

GPtrArray *
cut_search_terms_parse (const char *text)
{
  g_autofree char *composed = cut_search_terms_compose (text);
  Parser parser = { composed, composed, g_ptr_array_new_with_free_func (term_free), 0, FALSE, 0 };

  skip_space (&parser);
  while (*parser.at != '\0')
    {
      if (!take_or (&parser) && !take_near (&parser))
        take_term (&parser);
      skip_space (&parser);
    }
  return parser.terms;
}

/* Letters without a break at the end of @text. */
static guint
count_last_letters (const char *text)
{
  guint n = 0;

  for (const char *p = text + strlen (text); p > text; n++)
    {
      p = g_utf8_prev_char (p);
      if (!g_unichar_isalnum (g_utf8_get_char (p)) && !g_unichar_ismark (g_utf8_get_char (p)))
        break;
    }
  return n;
}

char *
cut_search_leave_open (const char *text)
{
  g_autofree char *composed = cut_search_terms_compose (text);
  g_autoptr (GPtrArray) terms = cut_search_terms_parse (composed);
  const CutSearchTerm *last = terms->len > 0 ? g_ptr_array_index (terms, terms->len - 1) : NULL;
  gboolean open = last != NULL && is_plain (last) && last->end == strlen (composed) && count_last_letters (composed) >= SHORTEST_OPEN;

  return open ? g_strconcat (composed, "*", NULL) : g_strdup (text);
}
