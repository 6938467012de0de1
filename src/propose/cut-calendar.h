/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-date.h"

G_BEGIN_DECLS

/* Private to src/propose: reckoning from a date of publication. Gregorian, years 1 to 9999. */

/** CutGrain: how much of a moment is known, or wanted */
typedef enum
{
  CUT_GRAIN_NONE,
  CUT_GRAIN_YEAR,
  CUT_GRAIN_MONTH,
  CUT_GRAIN_DAY,
  CUT_GRAIN_INSTANT,
} CutGrain;

/**
 * CutMoment:
 * @grain: how many of the fields count; %CUT_GRAIN_NONE where it cannot be known
 * @precision: %CUT_DATE_UNKNOWN for the one that @grain implies
 * @zone: (nullable): "Z" of an instant
 */
typedef struct
{
  CutGrain grain;
  int year;
  int month;
  int day;
  int hour;
  int minute;
  const char *zone;
  CutDatePrecision precision;
} CutMoment;

/** CutSpanUnit: what a person counts in */
typedef enum
{
  CUT_UNIT_DAY,
  CUT_UNIT_WEEK,
  CUT_UNIT_WEEKEND,
  CUT_UNIT_MONTH,
  CUT_UNIT_QUARTER,
  CUT_UNIT_YEAR,
  CUT_UNIT_DECADE,
} CutSpanUnit;

CutMoment cut_calendar_of_date (CutDate *date);
CutMoment cut_calendar_year (int year);
CutMoment cut_calendar_month (int year, int month);
/** cut_calendar_day: without grain when there is no such day */
CutMoment cut_calendar_day (int year, int month, int day);

/** cut_calendar_move_days: without grain where the day is not known or leaves the years 1 to 9999 */
CutMoment cut_calendar_move_days (const CutMoment *from, int days);

/** cut_calendar_weekday: @weekday: 1 is Monday. @turn: 0: the nearest not after; -1: the nearest before; 1: the nearest after */
CutMoment cut_calendar_weekday (const CutMoment *from, int weekday, int turn);
/** cut_calendar_bare_month: the same for a month without a year */
CutMoment cut_calendar_bare_month (const CutMoment *from, int month, int turn);
/** cut_calendar_bare_day: a day of a month without a year */
CutMoment cut_calendar_bare_day (const CutMoment *from, int month, int day);
/** cut_calendar_unit: this (0), the one before (-1), the next (1): week, month … that @from is in */
CutMoment cut_calendar_unit (const CutMoment *from, CutSpanUnit unit, int turn);
/** cut_calendar_ago: so many units before; @n may be negative */
CutMoment cut_calendar_ago (const CutMoment *from, CutSpanUnit unit, int n);
/** cut_calendar_edge: the first (-1), middle (0) or last (1) day of a year or month */
CutMoment cut_calendar_edge (const CutMoment *of, int edge);

/** cut_calendar_to_date: Returns: (transfer full) (nullable): %NULL without grain */
CutDate *cut_calendar_to_date (const CutMoment *self);

G_END_DECLS
