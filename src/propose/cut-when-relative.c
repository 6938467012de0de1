/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-when-private.h"

static const CutWhenMatch none = { 0 };

static CutWhenMatch
found (guint     n,
       CutMoment moment)
{
  CutWhenMatch match = { n, moment };

  return match;
}

/* How many units: in figures or words; -1 for none. @n: tokens. */
static int
read_count (const CutWhenRun *run,
            guint             i,
            guint            *n)
{
  const char *value;
  int number = cut_when_number (run, i, 4);

  *n = 1;
  if (number >= 0)
    return number;
  value = i < run->end && run->numbers != 0 ? cut_tokens_match (run->tokens, run->numbers, i, run->end, n) : NULL;
  return value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : -1;
}

/* Names. */

/* "Thursday", and with the date that explains it: "Thursday, Nov. 22" */
static CutWhenMatch
match_weekday (const CutWhenRun *run,
               guint             i,
               int               turn)
{
  CutWhenWord word;
  CutWhenMatch date;
  guint comma;

  if (!cut_when_read_kind (run, i, CUT_WHEN_WEEKDAY, &word))
    return none;
  comma = cut_when_sign (run, i + word.n) == ',' ? 1 : 0;
  if (comma == 1 && cut_when_read (run, i + word.n + 1).kind == CUT_WHEN_NEAR)
    comma++;
  date = cut_when_match_absolute (run, i + word.n + comma);
  if (date.n > 0 && (date.moment.grain == CUT_GRAIN_NONE || date.moment.grain >= CUT_GRAIN_DAY))
    return found (word.n + comma + date.n, date.moment);
  return found (word.n, cut_calendar_weekday (&run->published, word.number, turn));
}

static gboolean
is_name (const CutWhenRun *run,
         guint             i,
         int              *doubt)
{
  guint n;
  const char *value = run->when != 0 ? cut_tokens_match (run->tokens, run->when, i, run->end, &n) : NULL;

  *doubt = value != NULL && g_str_has_prefix (value, "name ") ? (int) (value[5] - '0') : 0;
  return *doubt > 0;
}

/* "a speech by May", "June Carter", "March on the city": @near is the word before it that ties it in. */
static gboolean
is_month_indeed (const CutWhenRun *run,
                 guint             i,
                 const char       *near)
{
  int doubt;
  gboolean sure = near != NULL && g_str_equal (near, "in");
  gboolean before_name = cut_when_is_capital (run, i + 1) && cut_when_read (run, i + 1).kind == CUT_WHEN_NOTHING;
  gboolean behind_name = i > 0 && cut_when_is_capital (run, i - 1) && (run->tokens->tokens[i - 1].flags & CUT_PROSE_SENTENCE) == 0;

  if (sure)
    return TRUE;
  if (!is_name (run, i, &doubt))
    return !behind_name || near != NULL;
  if (before_name || (behind_name && near == NULL))
    return FALSE;
  if (doubt == 1)
    return TRUE;
  return near != NULL && g_str_equal (near, "from") && cut_when_read (run, i + 1).kind == CUT_WHEN_NEAR;
}

static CutWhenMatch
match_month (const CutWhenRun *run,
             guint             i,
             int               turn,
             const char       *near)
{
  CutWhenWord word;

  if (!cut_when_read_kind (run, i, CUT_WHEN_MONTH, &word) || !is_month_indeed (run, i, near))
    return none;
  /* "Feb. 30" is no day of February, and no February either. */
  if (cut_when_number (run, i + word.n, 2) >= 0 && (near == NULL || !g_str_equal (near, "in")))
    return none;
  return found (word.n, cut_calendar_bare_month (&run->published, word.number, turn));
}

/* A season has no value of its own: it is the year that it is in. */
static CutWhenMatch
match_season (const CutWhenRun *run,
              guint             i,
              int               turn,
              gboolean          turned)
{
  CutWhenWord word;
  CutWhenMatch year;
  guint of = 0;
  CutMoment moment;
  CutWhenWord next;

  if (!cut_when_read_kind (run, i, CUT_WHEN_SEASON, &word))
    return none;
  if (cut_when_read_kind (run, i + word.n, CUT_WHEN_NEAR, &next) && g_str_equal (next.arg, "of"))
    of = next.n;
  year = cut_when_match_year (run, i + word.n + of, TRUE);
  if (year.n > 0)
    return found (word.n + of + year.n, year.moment);
  if (!turned)
    return none;
  moment = cut_calendar_bare_month (&run->published, word.number, turn);
  return found (word.n, moment.grain != CUT_GRAIN_NONE ? cut_calendar_year (moment.year) : moment);
}

/* "the third quarter of 2018", "Q3 2018"; alone it is that of the year of publication. */
static CutWhenMatch
match_quarter (const CutWhenRun *run,
               guint             i)
{
  CutWhenWord word, next;
  CutWhenMatch year;
  guint of = 0;
  CutMoment moment;

  if (!cut_when_read_kind (run, i, CUT_WHEN_QUARTER, &word))
    return none;
  if (cut_when_read_kind (run, i + word.n, CUT_WHEN_NEAR, &next) && (g_str_equal (next.arg, "of") || g_str_equal (next.arg, "in")))
    of = next.n;
  year = cut_when_match_year (run, i + word.n + of, TRUE);
  moment = cut_calendar_month (year.n > 0 ? year.moment.year : run->published.year, word.number * 3 - 2);
  /* Of a quarter still to come, the last one is meant. */
  if (year.n == 0 && (run->published.grain < CUT_GRAIN_MONTH || moment.month > run->published.month))
    moment = run->published.grain < CUT_GRAIN_MONTH ? run->published : cut_calendar_month (run->published.year - 1, moment.month);
  if (year.n == 0 && run->published.grain < CUT_GRAIN_MONTH)
    moment.grain = CUT_GRAIN_NONE;
  moment.precision = CUT_DATE_ABOUT;
  return found (year.n > 0 ? word.n + of + year.n : word.n, moment);
}

/* Turns and distances. */

static CutDatePrecision
since_of (CutMoment *moment)
{
  return moment->grain == CUT_GRAIN_NONE ? CUT_DATE_UNKNOWN : CUT_DATE_AFTER;
}

/* "the last two years": since then. */
static CutWhenMatch
match_last_units (const CutWhenRun *run,
                  guint             i,
                  int               turn)
{
  guint n;
  int count = read_count (run, i, &n);
  CutWhenWord unit;
  CutMoment moment;

  if (turn >= 0 || count < 1 || !cut_when_read_kind (run, i + n, CUT_WHEN_UNIT, &unit))
    return none;
  moment = cut_calendar_ago (&run->published, (CutSpanUnit) unit.number, count);
  moment.precision = since_of (&moment);
  return found (n + unit.n, moment);
}

/* "last month", "this year", "next Thursday", "last March", "last summer" */
static CutWhenMatch
match_turn (const CutWhenRun *run,
            guint             i)
{
  CutWhenWord turn, unit;
  CutWhenMatch match = none;
  guint at;

  if (!cut_when_read_kind (run, i, CUT_WHEN_TURN, &turn))
    return none;
  at = i + turn.n;
  if (cut_when_read_kind (run, at, CUT_WHEN_UNIT, &unit))
    return unit.number == CUT_UNIT_DAY ? none
                                       : found (turn.n + unit.n, cut_calendar_unit (&run->published, (CutSpanUnit) unit.number, turn.number));
  match = match_weekday (run, at, turn.number);
  if (match.n == 0)
    match = match_month (run, at, turn.number, "in");
  if (match.n == 0)
    match = match_season (run, at, turn.number, TRUE);
  if (match.n == 0)
    match = match_last_units (run, at, turn.number);
  if (match.n > 0)
    match.n += turn.n;
  return match;
}

/* "two weeks ago" */
static CutWhenMatch
match_ago (const CutWhenRun *run,
           guint             i)
{
  CutWhenWord unit, ago;
  guint n;
  int count = read_count (run, i, &n);

  if (count < 1 || !cut_when_read_kind (run, i + n, CUT_WHEN_UNIT, &unit) ||
      !cut_when_read_kind (run, i + n + unit.n, CUT_WHEN_AGO, &ago))
    return none;
  return found (n + unit.n + ago.n, cut_calendar_ago (&run->published, (CutSpanUnit) unit.number, count));
}

/* "vor zwei Wochen": where the word that says "before" stands first, and a number and a unit behind it. */
static CutWhenMatch
match_ago_first (const CutWhenRun *run,
                 guint             i)
{
  CutWhenWord before, than, unit;
  guint n;
  int count;
  guint at;
  CutWhenMatch match;

  if (!cut_when_read_kind (run, i, CUT_WHEN_MOD, &before) || before.precision != CUT_DATE_BEFORE ||
      !run->ago_first)
    return none;
  at = i + before.n;
  if (cut_when_read_kind (run, at, CUT_WHEN_THAN, &than))
    at += than.n;
  count = read_count (run, at, &n);
  if (count < 1 || !cut_when_read_kind (run, at + n, CUT_WHEN_UNIT, &unit))
    return none;
  match = found (at + n + unit.n - i, cut_calendar_ago (&run->published, (CutSpanUnit) unit.number, count));
  if (than.kind == CUT_WHEN_THAN && match.moment.grain != CUT_GRAIN_NONE)
    match.moment.precision = than.precision;
  return match;
}

/* "more than a year ago" */
static CutWhenMatch
match_than (const CutWhenRun *run,
            guint             i)
{
  CutWhenWord than = cut_when_read (run, i);
  gboolean fits = than.kind == CUT_WHEN_THAN || (than.kind == CUT_WHEN_MOD && than.precision == CUT_DATE_ABOUT);
  CutWhenMatch match = fits ? match_ago (run, i + than.n) : none;

  if (match.n == 0)
    return none;
  if (match.moment.grain != CUT_GRAIN_NONE)
    match.moment.precision = than.precision;
  match.n += than.n;
  return match;
}

static CutWhenMatch
match_day_word (const CutWhenRun *run,
                guint             i)
{
  CutWhenWord word;

  /* In German a "Morgen" with a capital is a morning. */
  if (!cut_when_read_kind (run, i, CUT_WHEN_DAY, &word) ||
      (word.number == 1 && word.n == 1 && cut_when_is_capital (run, i) && (run->tokens->tokens[i].flags & CUT_PROSE_SENTENCE) == 0))
    return none;
  return found (word.n, cut_calendar_move_days (&run->published, word.number));
}

/* "the end of the year", "end of 2018", "Ende dieses Monats" */
static CutWhenMatch
match_edge (const CutWhenRun *run,
            guint             i)
{
  CutWhenWord edge, article, unit;
  CutWhenMatch of = none;
  guint at;

  if (!cut_when_read_kind (run, i, CUT_WHEN_EDGE, &edge))
    return none;
  at = i + edge.n;
  if (cut_when_read_kind (run, at, CUT_WHEN_ARTICLE, &article) && cut_when_read_kind (run, at + article.n, CUT_WHEN_UNIT, &unit))
    of = found (article.n + unit.n, cut_calendar_unit (&run->published, (CutSpanUnit) unit.number, 0));
  if (of.n == 0)
    of = cut_when_match_absolute (run, at);
  if (of.n == 0)
    of = cut_when_match_year (run, at, TRUE);
  if (of.n == 0)
    of = match_turn (run, at);
  if (of.n == 0)
    of = match_month (run, at, 0, "in");
  if (of.n == 0)
    return none;
  return found (edge.n + of.n, cut_calendar_edge (&of.moment, edge.number));
}

CutWhenMatch
cut_when_match_relative (const CutWhenRun *run,
                         guint             i)
{
  CutWhenMatch (*const rules[]) (const CutWhenRun *, guint) = {
    match_day_word, match_than, match_ago_first, match_ago, match_turn, match_edge, match_quarter,
  };
  CutWhenMatch match = match_weekday (run, i, 0);

  for (guint rule = 0; match.n == 0 && rule < G_N_ELEMENTS (rules); rule++)
    match = rules[rule](run, i);
  return match.n > 0 ? match : match_season (run, i, 0, FALSE);
}

/* What stands before. */

static CutWhenMatch
match_plain (const CutWhenRun *run,
             guint             i,
             const char       *near)
{
  CutWhenMatch match = cut_when_match_absolute (run, i);

  if (match.n == 0)
    match = cut_when_match_relative (run, i);
  if (match.n == 0)
    match = match_month (run, i, 0, near);
  if (match.n > 0)
    return match;
  /* "in 2015 and 2016", but "$5 and 1999 percent". */
  return cut_when_match_year (run, i, near != NULL && (!g_str_equal (near, "and") || run->last == i - 1));
}

/* The word behind which the date stands, when it is one that ties a date in. */
static const char *
near_of (const CutWhenRun *run,
         guint             i)
{
  CutWhenWord word;

  for (guint back = 1; back <= 2 && back <= i; back++)
    {
      word = cut_when_read (run, i - back);
      if (word.kind == CUT_WHEN_NEAR && word.n == back)
        return word.arg;
      if (word.kind == CUT_WHEN_PART && word.n == back)
        return "in";
      /* "the year 2015" */
      if (word.kind == CUT_WHEN_UNIT && word.number == CUT_UNIT_YEAR && word.n == back)
        return "of";
    }
  return NULL;
}

/* "after Thursday's vote" is about Thursday. */
static gboolean
is_owner (const CutWhenRun *run,
          guint             behind)
{
  return behind < run->end && cut_entry_is (run->tokens->tokens[behind].entry, CUT_CLASS_BIT (CUT_CLASS_CLITIC));
}

/* "since March", "by the end of the year", "around 2015" */
static CutWhenMatch
match_mod (const CutWhenRun *run,
           guint             i)
{
  CutWhenWord mod, skip;
  CutWhenMatch match;
  guint at;
  const char *near;

  if (!cut_when_read_kind (run, i, CUT_WHEN_MOD, &mod))
    return none;
  at = i + mod.n;
  near = mod.precision == CUT_DATE_AFTER && mod.n == 1 ? "in" : "by";
  skip = cut_when_read (run, at);
  if (skip.kind == CUT_WHEN_NEAR && g_str_equal (skip.arg, "in"))
    at += skip.n;
  match = match_plain (run, at, near);
  if (match.n == 0 && (skip.kind == CUT_WHEN_PART || skip.kind == CUT_WHEN_ARTICLE))
    {
      at += skip.n;
      match = match_plain (run, at, "in");
      /* "after the 2012 loss" is about 2012. */
      if (skip.kind == CUT_WHEN_ARTICLE && match.n == 1 && cut_when_number (run, at, 4) >= 0 && at + 1 < run->end &&
          run->tokens->tokens[at + 1].kind == CUT_PROSE_WORD)
        return none;
    }
  if (match.n == 0 || is_owner (run, at + match.n))
    return none;
  if (match.moment.grain != CUT_GRAIN_NONE)
    match.moment.precision = mod.precision;
  match.n += at - i;
  return match;
}

CutWhenMatch
cut_when_match (const CutWhenRun *run,
                guint             i)
{
  CutWhenMatch match = match_ago_first (run, i);

  if (match.n == 0)
    match = match_mod (run, i);
  return match.n > 0 ? match : match_plain (run, i, near_of (run, i));
}
