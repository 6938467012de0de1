/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-when-private.h"

#define FIRST_YEAR 1900     /* of a year that only an article stands before */
#define FIRST_SURE_YEAR 1000 /* of one behind "in", "since" … */
#define LAST_YEAR 2099

static const CutWhenMatch none = { 0 };

static const char *
bytes_at (const CutWhenRun *run,
          guint             i)
{
  return run->tokens->text + run->tokens->tokens[i].at;
}

static gboolean
is_number (const CutWhenRun *run,
           guint             i)
{
  return i < run->end && run->tokens->tokens[i].kind == CUT_PROSE_NUMBER;
}

/* Two tokens without white space between them. */
static gboolean
is_joined (const CutWhenRun *run,
           guint             i)
{
  return i < run->end && (run->tokens->tokens[i].flags & CUT_PROSE_SPACED) == 0;
}

static int
two_digits (const char *at)
{
  return (at[0] - '0') * 10 + at[1] - '0';
}

/* `9` stands for a figure; everything else for itself. */
static gboolean
has_form (const CutWhenRun *run,
          guint             i,
          const char       *form)
{
  gsize length = strlen (form);

  if (!is_number (run, i) || run->tokens->tokens[i].length < length)
    return FALSE;
  for (gsize j = 0; j < length; j++)
    if (form[j] == '9' ? !g_ascii_isdigit (bytes_at (run, i)[j]) : bytes_at (run, i)[j] != form[j])
      return FALSE;
  return TRUE;
}

static gboolean
has_just_form (const CutWhenRun *run,
               guint             i,
               const char       *form)
{
  return has_form (run, i, form) && run->tokens->tokens[i].length == strlen (form);
}

static int
read_year (const CutWhenRun *run,
           guint             i)
{
  int year = cut_when_number (run, i, 4);

  return i < run->end && run->tokens->tokens[i].length == 4 && year >= FIRST_SURE_YEAR && year <= LAST_YEAR ? year : -1;
}

/* Clocks. */

static gboolean
set_time (CutMoment *moment,
          int        hour,
          int        minute)
{
  if (moment->grain != CUT_GRAIN_DAY || hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return FALSE;
  moment->grain = CUT_GRAIN_INSTANT;
  moment->hour = hour;
  moment->minute = minute;
  return TRUE;
}

/* "9am", "10pm": the hour by 24, -1 for another token. */
static int
read_short_hour (const CutWhenRun *run,
                 guint             i)
{
  const char *at = is_number (run, i) ? bytes_at (run, i) : "";
  gsize length = *at != '\0' ? run->tokens->tokens[i].length : 0;
  gsize figures = length > 2 ? length - 2 : 0;
  int hour = 0;

  if (figures < 1 || figures > 2 || g_ascii_tolower (at[figures + 1]) != 'm' || strchr ("aApP", at[figures]) == NULL)
    return -1;
  for (gsize j = 0; j < figures; j++)
    hour = g_ascii_isdigit (at[j]) ? hour * 10 + at[j] - '0' : 99;
  if (hour < 1 || hour > 12)
    return -1;
  return hour % 12 + (g_ascii_tolower (at[figures]) == 'p' ? 12 : 0);
}

/* "14:30", "14.30 Uhr", "14 Uhr", "3 p.m.", "3:30 p.m."; @n: how many tokens. */
static gboolean
read_clock (const CutWhenRun *run,
            guint             i,
            int              *hour,
            int              *minute,
            guint            *n)
{
  CutWhenWord word;

  *minute = 0;
  *n = 1;
  *hour = read_short_hour (run, i);
  if (*hour >= 0)
    return TRUE;
  *hour = cut_when_number (run, i, 2);
  if (*hour >= 0 && cut_when_sign (run, i + 1) == ':' && is_joined (run, i + 1) && is_number (run, i + 2) && is_joined (run, i + 2) &&
      run->tokens->tokens[i + 2].length == 2)
    {
      *minute = cut_when_number (run, i + 2, 2);
      *n = 3;
    }
  else if (has_just_form (run, i, "99.99"))
    {
      *hour = two_digits (bytes_at (run, i));
      *minute = two_digits (bytes_at (run, i) + 3);
    }
  if (*hour < 0 || *minute < 0)
    return FALSE;
  word = cut_when_read (run, i + *n);
  if (word.kind == CUT_WHEN_HALF)
    {
      *hour = *hour % 12 + word.number;
      *n += word.n;
      return TRUE;
    }
  if (word.kind == CUT_WHEN_HOUR)
    {
      *n += word.n;
      return TRUE;
    }
  return *n == 3;
}

static void
add_zone (const CutWhenRun *run,
          guint             i,
          CutWhenMatch     *match)
{
  CutWhenWord word;

  if (!cut_when_read_kind (run, i + match->n, CUT_WHEN_ZONE, &word))
    return;
  match->moment.zone = word.arg;
  match->n += word.n;
}

/* ", at 14:30 GMT" behind a day. */
static void
add_clock (const CutWhenRun *run,
           guint             i,
           CutWhenMatch     *match)
{
  guint at = i + match->n;
  int hour, minute;
  guint n;
  CutWhenWord word;

  if (cut_when_sign (run, at) == ',')
    at++;
  word = cut_when_read (run, at);
  if (word.kind == CUT_WHEN_CLOCK || word.kind == CUT_WHEN_MOD)
    at += word.n;
  if (!read_clock (run, at, &hour, &minute, &n) || !set_time (&match->moment, hour, minute))
    return;
  match->n = at + n - i;
  add_zone (run, i, match);
}

/* Days. */

/* 1 to 31, also "23rd" and "3-5" (then it is about the first); 0 for none. @n: tokens. */
static int
read_day (const CutWhenRun *run,
          guint             i,
          gboolean         *range,
          guint            *n)
{
  const char *at = is_number (run, i) ? bytes_at (run, i) : NULL;
  gsize length = at != NULL ? run->tokens->tokens[i].length : 0;
  gsize figures = 0;
  int day = 0;

  *range = FALSE;
  *n = 1;
  while (figures < length && figures < 3 && g_ascii_isdigit (at[figures]))
    day = day * 10 + at[figures++] - '0';
  if (figures == 0 || figures > 2 || day < 1 || day > 31)
    return 0;
  if (figures == length || (length == figures + 2 && g_ascii_isalpha (at[figures])))
    return day;
  /* "3-5", and "3–5" where the dash is longer. */
  *range = length <= figures + 4 && (at[figures] == '-' || (guchar) at[figures] == 0xe2);
  return *range ? day : 0;
}

/* A German day has a full stop behind it. */
static guint
skip_stop (const CutWhenRun *run,
           guint             i)
{
  return cut_when_sign (run, i) == '.' && is_joined (run, i) ? 1 : 0;
}

static int
read_month (const CutWhenRun *run,
            guint             i,
            gboolean          beside_number,
            guint            *n)
{
  CutWhenWord word = cut_when_read (run, i);

  *n = word.n;
  if (word.kind == CUT_WHEN_MONTH_SHORT && beside_number && cut_when_is_capital (run, i))
    {
      *n += skip_stop (run, i + word.n);
      return word.number;
    }
  return word.kind == CUT_WHEN_MONTH ? word.number : 0;
}

/* ", 2018" or " 2018"; how many tokens, 0 where there is no year. */
static guint
read_year_behind (const CutWhenRun *run,
                  guint             i,
                  int              *year)
{
  guint comma = cut_when_sign (run, i) == ',' ? 1 : 0;

  *year = read_year (run, i + comma);
  /* "In May, 2015 people came": behind a comma a year is followed by a sign or a function word. */
  if (*year < 0 || (comma == 1 && cut_when_is_plain (run, i + 2)))
    return 0;
  return comma + 1;
}

static CutMoment
resolve_day (const CutWhenRun *run,
             int               year,
             int               month,
             int               day,
             gboolean          range)
{
  CutMoment moment = year > 0 ? cut_calendar_day (year, month, day) : cut_calendar_bare_day (&run->published, month, day);

  if (range)
    moment.precision = CUT_DATE_ABOUT;
  return moment;
}

static gboolean
is_possible (int month,
             int day)
{
  return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, 2000);
}

/* "23 November 2018", "23rd of November", "23. November" */
static CutWhenMatch
match_day_month (const CutWhenRun *run,
                 guint             i)
{
  CutWhenMatch match = none;
  gboolean range;
  guint n_day, n_month;
  int day = read_day (run, i, &range, &n_day);
  int month, year;
  CutWhenWord word;
  guint at;

  if (day == 0)
    return none;
  at = i + n_day + skip_stop (run, i + n_day);
  if (cut_when_read_kind (run, at, CUT_WHEN_NEAR, &word) && g_str_equal (word.arg, "of"))
    at += word.n;
  month = read_month (run, at, TRUE, &n_month);
  if (month == 0 || !is_possible (month, day))
    return none;
  at += n_month;
  at += read_year_behind (run, at, &year);
  match.n = at - i;
  match.moment = resolve_day (run, year, month, day, range);
  add_clock (run, i, &match);
  return match;
}

/* "in May 20 people": a count, no day. */
static gboolean
is_count (const CutWhenRun *run,
          guint             i,
          guint             behind)
{
  CutWhenWord before = i > 0 ? cut_when_read (run, i - 1) : (CutWhenWord) { 0 };

  return before.kind == CUT_WHEN_NEAR && g_str_equal (before.arg, "in") && cut_when_is_plain (run, behind);
}

/* "Nov. 23, 2018" */
static CutWhenMatch
match_month_day (const CutWhenRun *run,
                 guint             i)
{
  CutWhenMatch match = none;
  gboolean range;
  guint n_day, n_month;
  int month = read_month (run, i, TRUE, &n_month);
  int day, year;

  if (month == 0)
    return none;
  day = read_day (run, i + n_month, &range, &n_day);
  if (day == 0 || !is_possible (month, day) || is_count (run, i, i + n_month + n_day))
    return none;
  match.n = n_month + n_day;
  match.n += read_year_behind (run, i + match.n, &year);
  match.moment = resolve_day (run, year, month, day, range);
  add_clock (run, i, &match);
  return match;
}

static CutWhenMatch
match_month_year (const CutWhenRun *run,
                  guint             i)
{
  CutWhenMatch match = none;
  guint n_month;
  int month = read_month (run, i, TRUE, &n_month);
  int year;
  CutWhenWord word;
  guint of;

  if (month == 0)
    return none;
  of = cut_when_read_kind (run, i + n_month, CUT_WHEN_NEAR, &word) && g_str_equal (word.arg, "of") ? word.n : 0;
  match.n = read_year_behind (run, i + n_month + of, &year);
  if (match.n == 0)
    return none;
  match.n += n_month + of;
  match.moment = cut_calendar_month (year, month);
  return match;
}

/* Figures alone. */

/* "2018-11-23", with "T14:30Z" behind it. */
static CutWhenMatch
match_iso (const CutWhenRun *run,
           guint             i)
{
  CutWhenMatch match = none;
  const char *at;
  gsize length;

  if (!has_form (run, i, "9999-99-99"))
    return none;
  at = bytes_at (run, i);
  length = run->tokens->tokens[i].length;
  match.moment = cut_calendar_day (two_digits (at) * 100 + two_digits (at + 2), two_digits (at + 5), two_digits (at + 8));
  if (match.moment.grain == CUT_GRAIN_NONE)
    return none;
  match.n = 1;
  if (length == strlen ("2018-11-23T14") && has_form (run, i, "9999-99-99T99") && cut_when_sign (run, i + 1) == ':' &&
      has_form (run, i + 2, "99") && set_time (&match.moment, two_digits (at + 11), two_digits (bytes_at (run, i + 2))))
    {
      match.n = 3;
      if (bytes_at (run, i + 2)[2] == 'Z')
        match.moment.zone = "Z";
    }
  else if (length == strlen ("2018-11-23"))
    add_clock (run, i, &match);
  return length == strlen ("2018-11-23") || match.n == 3 ? match : none;
}

/* "23.11.2018", "3.5.2018" */
static CutWhenMatch
match_dotted (const CutWhenRun *run,
              guint             i)
{
  static const char *const forms[] = { "99.99.9999", "9.99.9999", "99.9.9999", "9.9.9999" };
  CutWhenMatch match = none;

  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      const char *month;

      if (!has_just_form (run, i, forms[f]))
        continue;
      month = strchr (bytes_at (run, i), '.') + 1;
      match.moment = cut_calendar_day ((int) strtol (strchr (month, '.') + 1, NULL, 10), (int) strtol (month, NULL, 10),
                                       (int) strtol (bytes_at (run, i), NULL, 10));
      match.n = match.moment.grain != CUT_GRAIN_NONE ? 1 : 0;
      add_clock (run, i, &match);
    }
  return match;
}

/* "23/11/2018" and "11/23/2018"; where both could be the month nobody can say. */
static CutWhenMatch
match_slashed (const CutWhenRun *run,
               guint             i)
{
  CutWhenMatch match = none;
  int first = cut_when_number (run, i, 2);
  int second, year;

  if (first < 1 || cut_when_sign (run, i + 1) != '/' || cut_when_sign (run, i + 3) != '/')
    return none;
  second = cut_when_number (run, i + 2, 2);
  year = read_year (run, i + 4);
  if (second < 1 || year < 0 || (first <= 12 && second <= 12 && first != second))
    return none;
  match.moment = first > 12 ? cut_calendar_day (year, second, first) : cut_calendar_day (year, first, second);
  match.n = match.moment.grain != CUT_GRAIN_NONE ? 5 : 0;
  return match;
}

/* "14:30 GMT on Nov. 23", "3 p.m. Thursday" */
static CutWhenMatch
match_clock_first (const CutWhenRun *run,
                   guint             i)
{
  CutWhenMatch match = none;
  CutWhenMatch day;
  CutWhenWord word;
  int hour, minute;
  guint n;
  const char *zone = NULL;
  guint at;

  if (!read_clock (run, i, &hour, &minute, &n))
    return none;
  at = i + n;
  if (cut_when_read_kind (run, at, CUT_WHEN_ZONE, &word))
    {
      zone = word.arg;
      at += word.n;
    }
  if (cut_when_read_kind (run, at, CUT_WHEN_NEAR, &word) && g_str_equal (word.arg, "on"))
    at += word.n;
  /* Another clock there would call this again and again. */
  if (cut_when_number (run, at, 2) >= 0 && !read_month (run, at + 1 + skip_stop (run, at + 1), TRUE, &n))
    return none;
  day = cut_when_match_absolute (run, at);
  if (day.n == 0)
    day = cut_when_match_relative (run, at);
  match = day;
  if (day.n == 0 || !(set_time (&match.moment, hour, minute) || day.moment.grain == CUT_GRAIN_NONE))
    return none;
  match.moment.zone = zone;
  match.n = at + day.n - i;
  return match;
}

/* Decades and years. */

/* "the 1990s", "the ’90s", "die 1990er Jahre" */
static CutWhenMatch
match_decade (const CutWhenRun *run,
              guint             i)
{
  guint mark = cut_when_is_apostrophe (run, i) ? 1 : 0;
  CutWhenMatch match = none;
  CutWhenWord word;

  if (mark == 1 && has_just_form (run, i + 1, "90s"))
    match.moment = cut_calendar_year (1900 + two_digits (bytes_at (run, i + 1)));
  else if (mark == 0 && (has_just_form (run, i, "9990s") || has_just_form (run, i, "9990er")))
    match.moment = cut_calendar_year (two_digits (bytes_at (run, i)) * 100 + two_digits (bytes_at (run, i) + 2));
  if (match.moment.grain == CUT_GRAIN_NONE)
    return none;
  match.moment.precision = CUT_DATE_ABOUT;
  match.n = mark + 1;
  if (cut_when_read_kind (run, i + match.n, CUT_WHEN_UNIT, &word) && word.number == CUT_UNIT_YEAR)
    match.n += word.n;
  return match;
}

/* Money, shares, and what else a number of four figures counts. */
static gboolean
counts_something (const CutWhenRun *run,
                  guint             i,
                  int               year)
{
  gunichar behind = cut_when_sign (run, i + 1);
  gunichar before = i > 0 ? run->tokens->tokens[i - 1].sign : 0;
  const CutEntry *next = i + 1 < run->end ? run->tokens->tokens[i + 1].entry : NULL;

  if (behind == '%' || behind == '/' || behind == 0xb0 || (behind == ':' && is_joined (run, i + 1)))
    return TRUE;
  if (before != 0 && g_unichar_type (before) == G_UNICODE_CURRENCY_SYMBOL)
    return TRUE;
  if (cut_entry_is (next, CUT_CLASS_BIT (CUT_CLASS_NUMERAL)))
    return TRUE;
  return (year % 100 == 0 || year < FIRST_YEAR) && cut_when_is_plain (run, i + 1);
}

/* "that 2012 remark", "his contentious 2008 bid": one thing of that year, so no number of things. */
static gboolean
is_of_one_thing (const CutWhenRun *run,
                 guint             i)
{
  static const guint64 before = CUT_CLASS_BIT (CUT_CLASS_ARTICLE) | CUT_CLASS_BIT (CUT_CLASS_POSSESSIVE) |
                                CUT_CLASS_BIT (CUT_CLASS_DETERMINER) | CUT_CLASS_BIT (CUT_CLASS_CLITIC);
  const CutProse *next = &run->tokens->tokens[i + 1];
  guint back = cut_when_is_plain (run, i - 1) ? 2 : 1;

  if (i < back || i + 1 >= run->end || next->kind != CUT_PROSE_WORD || next->length < 2 ||
      run->tokens->text[next->at + next->length - 1] == 's' || !cut_when_is_plain (run, i + 1))
    return FALSE;
  return run->tokens->tokens[i - back].sentence == run->tokens->tokens[i].sentence &&
         cut_entry_is (run->tokens->tokens[i - back].entry, before);
}

/* What may stand before a year without saying that it is one: an article, an owner, another year and a dash. */
static gboolean
may_stand_behind (const CutWhenRun *run,
                  guint             i)
{
  static const guint64 before =
    CUT_CLASS_BIT (CUT_CLASS_ARTICLE) | CUT_CLASS_BIT (CUT_CLASS_POSSESSIVE) | CUT_CLASS_BIT (CUT_CLASS_CLITIC);
  gunichar sign = i > 0 ? run->tokens->tokens[i - 1].sign : 0;

  if (i == 0 || sign == ';' || (run->tokens->tokens[i].flags & CUT_PROSE_SENTENCE) != 0)
    return cut_entry_is (i + 1 < run->end ? run->tokens->tokens[i + 1].entry : NULL,
                         CUT_CLASS_BIT (CUT_CLASS_BE) | CUT_CLASS_BIT (CUT_CLASS_HAVE));
  if (run->last == i - 1 && (sign == 0x2013 || sign == '-' || sign == ',' || sign == '/' || sign == 0))
    return TRUE;
  return sign == '(' || cut_entry_is (run->tokens->tokens[i - 1].entry, before) || is_of_one_thing (run, i);
}

CutWhenMatch
cut_when_match_year (const CutWhenRun *run,
                     guint             i,
                     gboolean          trusted)
{
  CutWhenMatch match = none;
  int year = read_year (run, i);

  if (year < 0 || counts_something (run, i, year) || (!trusted && (year < FIRST_YEAR || !may_stand_behind (run, i))))
    return none;
  match.n = 1;
  match.moment = cut_calendar_year (year);
  return match;
}

/* The value of one part of a word in a table of the language. */
static const char *
find_part (const CutWhenRun *run,
           guint             table,
           const char       *at,
           gsize             length)
{
  const CutEntry *entry = table != 0 ? cut_language_find (run->tokens->language, at, length) : NULL;

  return entry != NULL && entry->phrases != NULL ? cut_language_match (run->tokens->language, table, &entry, sizeof entry, 1, NULL) : NULL;
}

/* "mid-2016", "early-October" */
static CutWhenMatch
match_hyphenated (const CutWhenRun *run,
                  guint             i)
{
  CutWhenMatch match = none;
  gsize length = i < run->end && run->tokens->tokens[i].kind == CUT_PROSE_WORD ? run->tokens->tokens[i].length : 0;
  const char *hyphen = length > 0 ? memchr (bytes_at (run, i), '-', length) : NULL;
  const char *part, *month;
  gsize left;

  if (hyphen == NULL)
    return none;
  part = find_part (run, run->when, bytes_at (run, i), (gsize) (hyphen - bytes_at (run, i)));
  if (part == NULL || !g_str_has_prefix (part, "part "))
    return none;
  left = length - (gsize) (hyphen + 1 - bytes_at (run, i));
  month = find_part (run, run->months, hyphen + 1, left);
  if (month != NULL)
    match.moment = cut_calendar_bare_month (&run->published, (int) g_ascii_strtoll (month, NULL, 10), 0);
  else if (left == 4 && g_ascii_isdigit (hyphen[1]) && g_ascii_isdigit (hyphen[2]) && g_ascii_isdigit (hyphen[3]) &&
           g_ascii_isdigit (hyphen[4]))
    match.moment = cut_calendar_year (two_digits (hyphen + 1) * 100 + two_digits (hyphen + 3));
  else
    return none;
  match.n = 1;
  match.moment.precision = CUT_DATE_ABOUT;
  return match;
}

CutWhenMatch
cut_when_match_absolute (const CutWhenRun *run,
                         guint             i)
{
  CutWhenMatch (*const rules[]) (const CutWhenRun *, guint) = {
    match_iso, match_dotted, match_slashed, match_day_month, match_month_day, match_month_year, match_decade, match_clock_first, match_hyphenated,
  };
  CutWhenMatch match = none;

  for (guint rule = 0; match.n == 0 && rule < G_N_ELEMENTS (rules); rule++)
    match = rules[rule](run, i);
  return match;
}
