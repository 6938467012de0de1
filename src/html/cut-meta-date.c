/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-meta-date.h"

#include "cut-clock.h"
#include "cut-month.h"

#include <stdlib.h>
#include <string.h>

/* The web began; a year from now is no publication date. */
#define FIRST_YEAR 1990
#define LAST_YEAR 2100
#define MAX_TEXT_BYTES 200
#define MAX_TOKENS 48
#define MAX_LINE_CHARS 120
#define MAX_OTHER_LETTERS 24
#define MAX_OTHER_LETTERS_WITH_CUE 60

typedef struct
{
  const char *start;
  const char *end;
  int number; /* -1 for a word */
  guint digits;
  int month; /* of a word; 0 for none */
} Token;

typedef struct
{
  const char *text;
  Token tokens[MAX_TOKENS];
  guint n;
} Line;

typedef struct
{
  int year;
  int month;
  int day;
  const char *start;
  const char *end;
} Day;

CutDateOrder
cut_meta_date_get_order (const char *language)
{
  if (language == NULL)
    return CUT_DATE_ORDER_UNKNOWN;
  if (g_ascii_strncasecmp (language, "en", 2) != 0)
    return CUT_DATE_ORDER_DAY_FIRST;
  if (g_ascii_strncasecmp (language, "en-us", 5) == 0)
    return CUT_DATE_ORDER_MONTH_FIRST;
  return language[2] == '-' ? CUT_DATE_ORDER_DAY_FIRST : CUT_DATE_ORDER_UNKNOWN;
}

static const char *
read_number (const char *at, Token *token)
{
  token->number = 0;
  while (*at != '\0' && token->digits < 9 && g_unichar_isdigit (g_utf8_get_char (at)))
    {
      token->number = token->number * 10 + g_unichar_digit_value (g_utf8_get_char (at));
      token->digits++;
      at = g_utf8_next_char (at);
    }
  return at;
}

static const char *
skip_word (const char *at)
{
  while (*at != '\0'
         && (g_unichar_isalpha (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at))))
    at = g_utf8_next_char (at);
  return at;
}

static const char *
read_word (const char *at, Token *token)
{
  const char *start = at;

  at = skip_word (at);
  token->number = -1;
  token->month = cut_month_from_name (start, at - start);
  /* Some months of Arabic have names of two words. */
  if (token->month == 0 && (guchar) *start >= 0x80 && *at == ' ')
    {
      const char *end = skip_word (at + 1);

      token->month = cut_month_from_name (start, end - start);
      at = token->month > 0 ? end : at;
    }
  return at;
}

/* Numbers and words; whatever else stands between them. */
static void
read_tokens (Line *line, const char *text)
{
  line->text = text;
  line->n = 0;
  while (*text != '\0' && line->n < MAX_TOKENS)
    {
      Token token = { text, text, -1, 0, 0 };
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isalnum (c))
        {
          text = g_utf8_next_char (text);
          continue;
        }
      text = g_unichar_isdigit (c) ? read_number (text, &token) : read_word (text, &token);
      /* Other numerals, such as roman or circled ones, are neither. */
      if (text == token.start)
        text = g_utf8_next_char (text);
      token.end = text;
      line->tokens[line->n++] = token;
    }
}

static gboolean
is_plausible (const Day *day)
{
  return day->year >= FIRST_YEAR && day->year <= LAST_YEAR && day->month >= 1 && day->month <= 12
         && day->day >= 1 && day->day <= 31 && g_date_valid_dmy (day->day, day->month, day->year);
}

static const Token *
token_at (const Line *line, guint i)
{
  return i < line->n ? &line->tokens[i] : NULL;
}

/* What stands right behind @token, but for spaces after a full stop ("5. 7. 2016"). */
static char
mark_after (const Token *token, const Token *next)
{
  gsize gap = next != NULL ? next->start - token->end : 0;

  if (gap == 1 || (gap == 2 && token->end[0] == '.' && token->end[1] == ' '))
    return *token->end;
  return '\0';
}

static gboolean
is_number (const Token *token, guint min_digits, guint max_digits)
{
  return token != NULL && token->number >= 0 && token->digits >= min_digits
         && token->digits <= max_digits;
}

/* The Buddhist era, as Thai calendars count. */
#define FIRST_BUDDHIST_YEAR (FIRST_YEAR + 543)
#define LAST_BUDDHIST_YEAR (LAST_YEAR + 543)

static gboolean
accept (Day *day, const Token *first, const Token *last)
{
  if (day->year >= FIRST_BUDDHIST_YEAR && day->year <= LAST_BUDDHIST_YEAR)
    day->year -= 543;
  day->start = first->start;
  day->end = last->end;
  return is_plausible (day);
}

/* Returns: the year before the first of the era that the word @token ends with, else 0 */
static int
era_of (const Token *token)
{
  static const struct
  {
    const char *name;
    int before;
  } eras[] = { { "令和", 2018 }, { "平成", 1988 } };

  for (guint i = 0; token != NULL && token->number < 0 && i < G_N_ELEMENTS (eras); i++)
    {
      gsize n = strlen (eras[i].name);

      if ((gsize) (token->end - token->start) >= n && memcmp (token->end - n, eras[i].name, n) == 0)
        return eras[i].before;
    }
  return 0;
}

/* "令和6年2月6日" */
static gboolean
with_era (const Line *line, guint i, Day *day)
{
  const Token *last = token_at (line, i + 5);
  int before = era_of (token_at (line, i));

  if (before == 0 || !is_number (token_at (line, i + 1), 1, 2) || !is_number (token_at (line, i + 3), 1, 2)
      || !is_number (last, 1, 2) || !g_str_has_prefix (line->tokens[i + 2].start, "年"))
    return FALSE;
  *day = (Day){ .year = before + line->tokens[i + 1].number, .month = line->tokens[i + 3].number, .day = last->number };
  return accept (day, &line->tokens[i + 1], last);
}

/* "2017-11-24", "2017/11/24", "2017. 11. 24", "2017年11月24日" */
static gboolean
year_first (const Line *line, guint i, Day *day)
{
  const Token *year = token_at (line, i);
  const Token *month = token_at (line, i + 1);
  const Token *last = token_at (line, i + 2);

  if (!is_number (year, 4, 4))
    return FALSE;
  if (month != NULL && month->number < 0)
    {
      static const char *const marks[] = { "年", "년", NULL };
      gboolean named = FALSE;

      for (const char *const *mark = marks; *mark != NULL; mark++)
        named = named || g_str_has_prefix (month->start, *mark);
      month = last;
      last = token_at (line, i + 4);
      if (!named || !is_number (month, 1, 2) || !is_number (last, 1, 2))
        return FALSE;
    }
  else if (!is_number (month, 1, 2) || !is_number (last, 1, 2)
           || strchr ("-/.", mark_after (year, month)) == NULL || mark_after (year, month) == '\0'
           || mark_after (month, last) != mark_after (year, month))
    return FALSE;
  *day = (Day){ .year = year->number, .month = month->number, .day = last->number };
  return accept (day, year, last);
}

/* "20171124", at the start of the text: elsewhere it is a number like any other. */
static gboolean
run_of_figures (const Line *line, guint i, Day *day)
{
  const Token *token = token_at (line, i);

  if (i != 0 || !is_number (token, 8, 8) || token->start != line->text)
    return FALSE;
  *day = (Day){ .year = token->number / 10000,
                .month = token->number / 100 % 100,
                .day = token->number % 100 };
  return accept (day, token, token);
}

/* "24.11.2017" and "24-11-2017" (the day comes first everywhere); "24/11/2017" and "11/24/2017"
 * where one of the two cannot be a month, or @order says. */
static gboolean
figures (const Line *line, guint i, CutDateOrder order, Day *day)
{
  const Token *first = token_at (line, i);
  const Token *second = token_at (line, i + 1);
  const Token *year = token_at (line, i + 2);
  gboolean month_first = order == CUT_DATE_ORDER_MONTH_FIRST;
  char mark;

  if (!is_number (first, 1, 2) || !is_number (second, 1, 2) || year == NULL || year->number < 0)
    return FALSE;
  mark = mark_after (first, second);
  if ((mark != '.' && mark != '/' && mark != '-') || mark_after (second, year) != mark)
    return FALSE;
  if (year->digits != 4 && !(year->digits == 2 && mark == '.'))
    return FALSE;
  if (mark == '.')
    month_first = FALSE;
  else if (first->number > 12 || second->number > 12)
    month_first = second->number > 12;
  else if (order == CUT_DATE_ORDER_UNKNOWN && first->number != second->number)
    return FALSE;
  *day = (Day){ .year = year->digits == 2 ? 2000 + year->number : year->number,
                .month = month_first ? first->number : second->number,
                .day = month_first ? second->number : first->number };
  return accept (day, first, year);
}

/* Words and endings that may stand between the parts of a date. */
static gboolean
is_filler (const Token *token)
{
  static const char *const words[]
      = { "de", "del", "of", "the", "d",  "den", "do", "st", "nd",
          "rd", "th",  "er", "º",   "ª",  "da",  "le", "di", NULL };
  g_autofree char *word = NULL;

  if (token == NULL || token->number >= 0)
    return FALSE;
  word = g_utf8_strdown (token->start, token->end - token->start);
  return g_strv_contains (words, word);
}

static const Token *
before (const Line *line, guint i)
{
  for (guint step = 0; i > 0 && step < 3; step++)
    if (!is_filler (token_at (line, --i)))
      return token_at (line, i);
  return NULL;
}

static guint
next_index (const Line *line, guint i)
{
  i++;
  for (guint step = 0; step < 2 && is_filler (token_at (line, i)); step++)
    i++;
  return i;
}

/* Passes the time of "Nov 24 18:42:20 2017". */
static guint
skip_clock (const Line *line, guint i)
{
  for (guint step = 0; step < 3 && is_number (token_at (line, i), 2, 2); step++)
    i++;
  return i;
}

static gboolean
is_of_time (const Line *line, const Token *token)
{
  return *token->end == ':' || (token->start > line->text && token->start[-1] == ':');
}

/* "24 November 2017", "November 24, 2017", "2017. november 24.", "24-Nov-2017" */
static gboolean
with_name (const Line *line, guint i, Day *day)
{
  const Token *month = token_at (line, i);
  const Token *ahead = before (line, i);
  guint j = next_index (line, i);
  const Token *next = token_at (line, j);

  if (month->number >= 0 || month->month == 0)
    return FALSE;
  /* "آب/أغسطس": the month in the words of two regions. */
  if (next != NULL && next->month == month->month)
    {
      j = next_index (line, j);
      next = token_at (line, j);
    }
  if (ahead != NULL && is_number (ahead, 1, 2) && !is_of_time (line, ahead)
      && is_number (next, 4, 4))
    {
      *day = (Day){ .year = next->number, .month = month->month, .day = ahead->number };
      return accept (day, ahead, next);
    }
  if (!is_number (next, 1, 2) || *next->end == ':')
    return FALSE;
  if (ahead != NULL && is_number (ahead, 4, 4))
    {
      *day = (Day){ .year = ahead->number, .month = month->month, .day = next->number };
      if (accept (day, ahead, next))
        return TRUE;
    }
  j = next_index (line, j);
  if (!is_number (token_at (line, j), 4, 4))
    j = skip_clock (line, j);
  if (!is_number (token_at (line, j), 4, 4))
    return FALSE;
  *day = (Day){ .year = line->tokens[j].number, .month = month->month, .day = next->number };
  return accept (day, month, &line->tokens[j]);
}

static gboolean
is_word (const Token *token, const char *word)
{
  gsize n = strlen (word);

  return token != NULL && token->number < 0 && (gsize) (token->end - token->start) == n
         && memcmp (token->start, word, n) == 0;
}

/* "24 tháng 11 năm 2017" */
static gboolean
with_units (const Line *line, guint i, Day *day)
{
  const Token *last = token_at (line, i + 4);

  if (!is_number (token_at (line, i), 1, 2) || !is_word (token_at (line, i + 1), "tháng")
      || !is_number (token_at (line, i + 2), 1, 2) || !is_number (last, 4, 4))
    return FALSE;
  *day = (Day){ .year = last->number, .month = line->tokens[i + 2].number, .day = line->tokens[i].number };
  return accept (day, &line->tokens[i], last);
}

static gboolean
find_day (const Line *line, CutDateOrder order, Day *day)
{
  for (guint i = 0; i < line->n; i++)
    if (year_first (line, i, day) || run_of_figures (line, i, day)
        || figures (line, i, order, day) || with_name (line, i, day)
        || with_units (line, i, day) || with_era (line, i, day))
      return TRUE;
  return FALSE;
}

/* Where clocks are put forward in summer the day says which time it was. */
static void
settle_zone (const Day *day, CutClock *clock)
{
  g_autoptr (GTimeZone) zone = clock->region ? g_time_zone_new_identifier (clock->region) : NULL;
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *offset = NULL;

  if (zone == NULL)
    return;
  moment = g_date_time_new (zone, day->year, day->month, day->day, clock->hour, clock->minute, 0);
  offset = moment ? g_date_time_format (moment, "%:z") : NULL;
  if (offset != NULL)
    g_strlcpy (clock->zone, offset, sizeof clock->zone);
}

static CutDate *
build (const Day *day, const CutClock *clock, const char *origin)
{
  g_autofree char *value = g_strdup_printf ("%04d-%02d-%02d", day->year, day->month, day->day);
  g_autofree char *instant = NULL;

  if (clock == NULL)
    return cut_date_new (value, CUT_DATE_UNKNOWN, origin, NULL);
  if (clock->second < 0)
    instant = g_strdup_printf ("%sT%02d:%02d%s", value, clock->hour, clock->minute, clock->zone);
  else
    instant = g_strdup_printf ("%sT%02d:%02d:%02d%s", value, clock->hour, clock->minute,
                               clock->second, clock->zone);
  return cut_date_new (instant, CUT_DATE_UNKNOWN, origin, NULL);
}

static CutDate *
from_number (const char *text, const char *origin)
{
  gsize digits = strspn (text, "0123456789");
  gint64 value;
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *iso = NULL;

  if (text[digits] != '\0' || (digits != 10 && digits != 13))
    return NULL;
  value = g_ascii_strtoll (text, NULL, 10);
  moment = g_date_time_new_from_unix_utc (digits == 13 ? value / 1000 : value);
  iso = moment ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  return iso ? cut_date_new (iso, CUT_DATE_UNKNOWN, origin, NULL) : NULL;
}

/* ISO 8601 writes all colons or none, and schema.org takes those with: "T03:00:00-0800" is neither. Returns: (transfer full) */
static char *
put_colon_in_zone (const char *text)
{
  gsize length = strlen (text);
  const char *zone = length > 16 ? text + length - 5 : "";

  if ((*zone == '+' || *zone == '-') && strspn (zone + 1, "0123456789") == 4 && strchr (text, ':') != NULL)
    return g_strdup_printf ("%.*s:%s", (int) (length - 2), text, text + length - 2);
  return g_strdup (text);
}

static CutDate *
from_iso (const char *text, const char *origin)
{
  g_autofree char *extended = put_colon_in_zone (text);
  g_autoptr (CutDate) date = NULL;
  char year[5] = "";

  if (strlen (text) < 10 || (text[10] != '\0' && text[10] != 'T'))
    return NULL;
  memcpy (year, text, 4);
  date = cut_date_new (extended, CUT_DATE_UNKNOWN, origin, NULL);
  if (date == NULL || atoi (year) < FIRST_YEAR || atoi (year) > LAST_YEAR)
    return NULL;
  return g_steal_pointer (&date);
}

/* Returns: (transfer full) (nullable): the part of @text a date is looked for in */
static char *
clean (const char *text)
{
  const char *end = text;

  while (*end != '\0' && end - text < MAX_TEXT_BYTES)
    end = g_utf8_next_char (end);
  return g_strstrip (g_strndup (text, end - text));
}

CutDate *
cut_meta_date_parse_in (const char *text, CutDateOrder order, const char *origin)
{
  g_autofree char *copy = NULL;
  CutDate *date;
  CutClock clock;
  Line line;
  Day day;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return NULL;
  copy = clean (text);
  date = from_number (copy, origin);
  if (date == NULL)
    date = from_iso (copy, origin);
  if (date != NULL)
    return date;
  read_tokens (&line, copy);
  if (!find_day (&line, order, &day))
    return NULL;
  if (!cut_clock_read (copy, day.start, day.end, &clock))
    return build (&day, NULL, origin);
  settle_zone (&day, &clock);
  return build (&day, &clock, origin);
}

CutDate *
cut_meta_date_parse (const char *text, const char *origin)
{
  return cut_meta_date_parse_in (text, CUT_DATE_ORDER_UNKNOWN, origin);
}

static const char *const publishing[]
    = { "publish",    "posted",     "submitted", "created on", "veröffentl", "erstellt",    "publié", "publicad", "pubblicat",
        "geplaatst",  "gepubli",    "publicer",  "publiser",   "opublikowa", "опубликован", "дата",   "发布",     "公開",
        "uveřejněno", "publikován", "objavljen", "megjelen",   "yayın",      "نشر",         "入力",   "발행",     "입력", NULL };

static const char *const changing[]
    = { "updated",     "last modified", "aktualisi", "stand:",    "mis à jour", "mise à jour", "actualizad", "atualizad",
        "aggiornat",   "bijgewerkt",    "uppdaterad", "oppdatert", "opdateret",  "aktualiz",    "обновлен",   "更新",
        "güncelleme",  "frissít",       "оновлен",   "수정",      "تحديث",      NULL };

/* Returns: (nullable): the first place in @lower where one of @cues stands */
static const char *
find_cue (const char *lower, const char *const *cues)
{
  const char *first = NULL;

  for (const char *const *cue = cues; *cue != NULL; cue++)
    {
      const char *at = strstr (lower, *cue);

      if (at != NULL && (first == NULL || at < first))
        first = at;
    }
  return first;
}

gboolean
cut_meta_date_has_cue (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return find_cue (lower, publishing) != NULL || find_cue (lower, changing) != NULL;
}

/* Returns: the part of @text that begins at @at in @lower, which is @text in lower case; up to @end there */
static char *
part_of (const char *text, const char *lower, const char *at, const char *end)
{
  gsize n = end != NULL && end > at ? (gsize) (end - at) : strlen (at);

  /* In few languages the case changes the length. */
  return g_strndup (strlen (text) == strlen (lower) ? text + (at - lower) : at, n);
}

char *
cut_meta_date_get_published (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  const char *published = find_cue (lower, publishing);
  const char *changed = find_cue (lower, changing);

  return published != NULL && changed != NULL && changed < published ? part_of (text, lower, published, NULL)
                                                                      : g_strdup (text);
}

char *
cut_meta_date_get_changed (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  const char *published = find_cue (lower, publishing);
  const char *changed = find_cue (lower, changing);

  return changed != NULL ? part_of (text, lower, changed, published) : NULL;
}

static guint
count_letters (const Token *from, const Token *to, const Day *day)
{
  guint letters = 0;

  for (; from < to; from++)
    if (from->number < 0 && (from->end <= day->start || from->start >= day->end))
      letters += g_utf8_strlen (from->start, from->end - from->start);
  return letters;
}

gboolean
cut_meta_date_is_line (const char *text)
{
  guint limit = MAX_OTHER_LETTERS;
  Line line;
  Day day;

  if (strlen (text) > MAX_TEXT_BYTES || g_utf8_strlen (text, -1) > MAX_LINE_CHARS)
    return FALSE;
  read_tokens (&line, text);
  /* Either reading of 05/07/2016 makes it a date. */
  if (!find_day (&line, CUT_DATE_ORDER_DAY_FIRST, &day)
      && !find_day (&line, CUT_DATE_ORDER_MONTH_FIRST, &day))
    return FALSE;
  if (cut_meta_date_has_cue (text))
    limit = MAX_OTHER_LETTERS_WITH_CUE;
  return count_letters (line.tokens, line.tokens + line.n, &day) <= limit;
}

CutDate *
cut_meta_date_from_url (const char *url)
{
  for (const char *at = url ? strchr (url, '/') : NULL; at != NULL; at = strchr (at + 1, '/'))
    {
      gsize n = strspn (at + 1, "0123456789/-._");
      g_autofree char *part = NULL;
      Line line;
      Day day;

      if (n < 8 || n > 40)
        continue;
      part = g_strndup (at + 1, n);
      read_tokens (&line, part);
      if (year_first (&line, 0, &day) || run_of_figures (&line, 0, &day))
        return build (&day, NULL, "address");
    }
  return NULL;
}
