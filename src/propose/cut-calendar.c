/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-calendar.h"

#include <string.h>

#define DAYS_AHEAD 95 /* a day without a year is not farther ahead than three months */

static const CutMoment nothing = { .grain = CUT_GRAIN_NONE };

static gboolean
is_year (int year)
{
  return year >= 1 && year <= 9999;
}

CutMoment
cut_calendar_year (int year)
{
  CutMoment moment = { .grain = CUT_GRAIN_YEAR, .year = year, .month = 1, .day = 1 };

  return is_year (year) ? moment : nothing;
}

CutMoment
cut_calendar_month (int year,
                    int month)
{
  CutMoment moment = cut_calendar_year (year);

  if (moment.grain == CUT_GRAIN_NONE || month < 1 || month > 12)
    return nothing;
  moment.grain = CUT_GRAIN_MONTH;
  moment.month = month;
  return moment;
}

CutMoment
cut_calendar_day (int year,
                  int month,
                  int day)
{
  CutMoment moment = cut_calendar_month (year, month);

  if (moment.grain == CUT_GRAIN_NONE || day < 1 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return nothing;
  moment.grain = CUT_GRAIN_DAY;
  moment.day = day;
  return moment;
}

static int
digits (const char *text,
        guint       n)
{
  int number = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return 0;
      number = number * 10 + text[i] - '0';
    }
  return number;
}

/* The day as it was written: that of the place where it was published. */
CutMoment
cut_calendar_of_date (CutDate *date)
{
  const char *value = cut_date_get_value (date);
  gsize length = strlen (value);

  if (length >= 10)
    return cut_calendar_day (digits (value, 4), digits (value + 5, 2), digits (value + 8, 2));
  if (length >= 7)
    return cut_calendar_month (digits (value, 4), digits (value + 5, 2));
  return length >= 4 ? cut_calendar_year (digits (value, 4)) : nothing;
}

/* Days since the beginning of the year 1. */
static int
julian (const CutMoment *moment)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) moment->day, (GDateMonth) moment->month, (GDateYear) moment->year);
  return (int) g_date_get_julian (&date);
}

#define LAST_JULIAN 3652059 /* 9999-12-31 */

static CutMoment
from_julian (int days)
{
  GDate date;

  if (days < 1 || days > LAST_JULIAN)
    return nothing;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) days);
  return cut_calendar_day (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date));
}

CutMoment
cut_calendar_move_days (const CutMoment *from,
                        int              days)
{
  return from->grain >= CUT_GRAIN_DAY ? from_julian (julian (from) + days) : nothing;
}

static int
weekday_of (const CutMoment *moment)
{
  return (julian (moment) - 1) % 7 + 1;
}

CutMoment
cut_calendar_weekday (const CutMoment *from,
                      int              weekday,
                      int              turn)
{
  int back;

  if (from->grain < CUT_GRAIN_DAY)
    return nothing;
  back = (weekday_of (from) - weekday + 7) % 7;
  if (turn < 0 && back == 0)
    back = 7;
  return cut_calendar_move_days (from, turn > 0 ? 7 - back : -back);
}

CutMoment
cut_calendar_bare_month (const CutMoment *from,
                         int              month,
                         int              turn)
{
  gboolean later;

  if (from->grain < CUT_GRAIN_MONTH)
    return nothing;
  later = turn < 0 ? month >= from->month : month > from->month;
  if (turn > 0)
    return cut_calendar_month (later ? from->year : from->year + 1, month);
  return cut_calendar_month (later ? from->year - 1 : from->year, month);
}

CutMoment
cut_calendar_bare_day (const CutMoment *from,
                       int              month,
                       int              day)
{
  if (from->grain < CUT_GRAIN_DAY)
    return nothing;
  /* The 29th of February is not in every year. */
  for (int year = from->year + 1; year >= from->year - 4; year--)
    {
      CutMoment moment = cut_calendar_day (year, month, day);

      if (moment.grain != CUT_GRAIN_NONE && julian (&moment) <= julian (from) + DAYS_AHEAD)
        return moment;
    }
  return nothing;
}

static CutMoment
about (CutMoment moment)
{
  moment.precision = CUT_DATE_ABOUT;
  return moment;
}

static CutMoment
move_months (const CutMoment *from,
             int              months)
{
  int count;

  if (from->grain < CUT_GRAIN_MONTH)
    return nothing;
  count = from->year * 12 + from->month - 1 + months;
  return count >= 12 ? cut_calendar_month (count / 12, count % 12 + 1) : nothing;
}

static CutMoment
move_weeks (const CutMoment *from,
            int              weekday,
            int              weeks)
{
  if (from->grain < CUT_GRAIN_DAY)
    return nothing;
  return about (cut_calendar_move_days (from, weekday - weekday_of (from) + 7 * weeks));
}

static CutMoment
move_quarters (const CutMoment *from,
               int              quarters)
{
  CutMoment first = cut_calendar_month (from->year, (from->month - 1) / 3 * 3 + 1);

  return from->grain >= CUT_GRAIN_MONTH ? about (move_months (&first, 3 * quarters)) : nothing;
}

CutMoment
cut_calendar_unit (const CutMoment *from,
                   CutSpanUnit      unit,
                   int              turn)
{
  if (from->grain == CUT_GRAIN_NONE)
    return nothing;
  switch (unit)
    {
    case CUT_UNIT_DAY:
      return cut_calendar_move_days (from, turn);
    case CUT_UNIT_WEEK:
      return move_weeks (from, 1, turn);
    case CUT_UNIT_WEEKEND:
      /* On a Sunday the last weekend is the one before; on all other days the one of the week before. */
      return move_weeks (from, 6, turn);
    case CUT_UNIT_MONTH:
      return move_months (from, turn);
    case CUT_UNIT_QUARTER:
      return move_quarters (from, turn);
    case CUT_UNIT_YEAR:
      return cut_calendar_year (from->year + turn);
    case CUT_UNIT_DECADE:
      return about (cut_calendar_year (from->year / 10 * 10 + 10 * turn));
    default:
      return nothing;
    }
}

CutMoment
cut_calendar_ago (const CutMoment *from,
                  CutSpanUnit      unit,
                  int              n)
{
  switch (unit)
    {
    case CUT_UNIT_DAY:
      return cut_calendar_move_days (from, -n);
    case CUT_UNIT_WEEK:
    case CUT_UNIT_WEEKEND:
      return about (cut_calendar_move_days (from, -7 * n));
    case CUT_UNIT_MONTH:
      return move_months (from, -n);
    case CUT_UNIT_QUARTER:
      return move_months (from, -3 * n);
    case CUT_UNIT_YEAR:
      return from->grain != CUT_GRAIN_NONE ? cut_calendar_year (from->year - n) : nothing;
    case CUT_UNIT_DECADE:
      return from->grain != CUT_GRAIN_NONE ? about (cut_calendar_year (from->year - 10 * n)) : nothing;
    default:
      return nothing;
    }
}

CutMoment
cut_calendar_edge (const CutMoment *of,
                   int              edge)
{
  gboolean year = of->grain == CUT_GRAIN_YEAR;
  int month = of->month;
  int day = 1;

  if (of->grain != CUT_GRAIN_YEAR && of->grain != CUT_GRAIN_MONTH)
    return of->grain == CUT_GRAIN_DAY ? about (cut_calendar_move_days (of, edge > 0 ? 6 : edge == 0 ? 3 : 0)) : nothing;
  if (year)
    month = edge < 0 ? 1 : edge == 0 ? 7 : 12;
  else if (edge == 0)
    day = 15;
  if (edge > 0)
    day = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) of->year);
  return about (cut_calendar_day (of->year, month, day));
}

CutDate *
cut_calendar_to_date (const CutMoment *self)
{
  g_autofree char *value = NULL;

  switch (self->grain)
    {
    case CUT_GRAIN_YEAR:
      value = g_strdup_printf ("%04d", self->year);
      break;
    case CUT_GRAIN_MONTH:
      value = g_strdup_printf ("%04d-%02d", self->year, self->month);
      break;
    case CUT_GRAIN_DAY:
      value = g_strdup_printf ("%04d-%02d-%02d", self->year, self->month, self->day);
      break;
    case CUT_GRAIN_INSTANT:
      value = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d%s", self->year, self->month, self->day, self->hour, self->minute,
                               self->zone == NULL ? "" : g_str_equal (self->zone, "Z") ? ":00Z" : self->zone);
      break;
    case CUT_GRAIN_NONE:
    default:
      return NULL;
    }
  return cut_date_new (value, self->precision, "text", NULL);
}
