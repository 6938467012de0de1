/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-calendar.h"
#include "cut-tokens.h"

G_BEGIN_DECLS

/* Private to cut-when: the rules look at the tokens from one on and say how many of them are a date. */

/** CutWhenKind: the kinds of words in the table "when" of a language */
typedef enum
{
  CUT_WHEN_NOTHING,
  CUT_WHEN_DAY,         /* @number: days from the day of publication */
  CUT_WHEN_TURN,        /* @number: last, this, next */
  CUT_WHEN_UNIT,        /* @number: a #CutSpanUnit */
  CUT_WHEN_AGO,
  CUT_WHEN_MOD,         /* @precision */
  CUT_WHEN_THAN,        /* @precision */
  CUT_WHEN_EDGE,        /* @number: beginning, middle, end */
  CUT_WHEN_PART,
  CUT_WHEN_NEAR,        /* @arg: in, on, of, from, to, and */
  CUT_WHEN_ARTICLE,
  CUT_WHEN_SEASON,      /* @number: month it begins in */
  CUT_WHEN_QUARTER,     /* @number: 1 to 4 */
  CUT_WHEN_MONTH,       /* @number */
  CUT_WHEN_MONTH_SHORT, /* @number; only beside a day or a year */
  CUT_WHEN_WEEKDAY,     /* @number: 1 is Monday */
  CUT_WHEN_NAME,        /* a month that is a name or a verb as well; @number: 2 for one that needs more */
  CUT_WHEN_CLOCK,
  CUT_WHEN_HOUR,        /* written behind the hour */
  CUT_WHEN_HALF,        /* @number: hours to add */
  CUT_WHEN_ZONE,        /* @arg */
  CUT_WHEN_NOT,
} CutWhenKind;

/**
 * CutWhenWord:
 * @n: how many tokens it has
 */
typedef struct
{
  CutWhenKind kind;
  int number;
  const char *arg;
  CutDatePrecision precision;
  guint n;
} CutWhenWord;

typedef struct
{
  const CutTokens *tokens;
  CutMoment published; /* without grain where it is not known */
  guint when;          /* tables of the language */
  guint months;
  guint weekdays;
  guint numbers;
  gboolean ago_first;  /* "vor zwei Wochen" */
  guint end;           /* of the line that is looked at: no date goes over it */
  guint last;          /* token behind the last date that was found */
} CutWhenRun;

/** CutWhenMatch: @n: how many tokens the date has; 0 for none */
typedef struct
{
  guint n;
  CutMoment moment;
} CutWhenMatch;

/** cut_when_read: the word, or phrase, of the tables that begins at token @i */
CutWhenWord cut_when_read (const CutWhenRun *run, guint i);
/** cut_when_read_kind: whether it is of that kind */
gboolean cut_when_read_kind (const CutWhenRun *run, guint i, CutWhenKind kind, CutWhenWord *word);
/** cut_when_number: the number that stands at token @i in figures, at most @most digits, and nothing else with it; -1 for none */
int cut_when_number (const CutWhenRun *run, guint i, guint most);
/** cut_when_sign: the character at token @i when it is a sign */
gunichar cut_when_sign (const CutWhenRun *run, guint i);
/** cut_when_is_apostrophe: whether token @i is one, however it is written */
gboolean cut_when_is_apostrophe (const CutWhenRun *run, guint i);
/** cut_when_is_capital: whether token @i is a word that begins with a capital */
gboolean cut_when_is_capital (const CutWhenRun *run, guint i);
/** cut_when_is_plain: whether token @i is a word in lower case that is no function word */
gboolean cut_when_is_plain (const CutWhenRun *run, guint i);

/** cut_when_match_absolute: dates with figures or names of months, and years */
CutWhenMatch cut_when_match_absolute (const CutWhenRun *run, guint i);
/** cut_when_match_year: a year by itself. @trusted: what stands before it says that it is one */
CutWhenMatch cut_when_match_year (const CutWhenRun *run, guint i, gboolean trusted);
/** cut_when_match_relative: weekdays, "last month", "two weeks ago" … */
CutWhenMatch cut_when_match_relative (const CutWhenRun *run, guint i);
/** cut_when_match: any date, with what stands before it and belongs to it */
CutWhenMatch cut_when_match (const CutWhenRun *run, guint i);

G_END_DECLS
