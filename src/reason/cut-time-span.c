/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-time-span.h"

#include <string.h>

#define DAY_MS (G_GINT64_CONSTANT (86400000))

/* From the coarsest on. */
typedef enum
{
  UNIT_YEAR,
  UNIT_MONTH,
  UNIT_DAY,
  UNIT_INSTANT,
} Unit;

static Unit
unit_of_form (const char *value)
{
  switch (strlen (value))
    {
    case 4:
      return UNIT_YEAR;
    case 7:
      return UNIT_MONTH;
    case 10:
      return UNIT_DAY;
    default:
      return UNIT_INSTANT;
    }
}

static Unit
unit_of_date (const CutDate *date)
{
  Unit form = unit_of_form (cut_date_get_value (date));

  switch ((int) cut_date_get_precision (date))
    {
    case CUT_DATE_YEAR:
      return UNIT_YEAR;
    case CUT_DATE_MONTH:
      return MIN (form, UNIT_MONTH);
    case CUT_DATE_DAY:
      return MIN (form, UNIT_DAY);
    default:
      return form;
    }
}

/* The day that the value names in its own zone: one that is known only to the day has no other. */
static GDateTime *
read_moment (const CutDate *date)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) zoned = NULL;

  if (unit_of_form (cut_date_get_value (date)) == UNIT_INSTANT)
    zoned = g_date_time_new_from_iso8601 (cut_date_get_value (date), utc);
  return zoned != NULL ? g_steal_pointer (&zoned) : g_date_time_new_from_unix_utc (cut_date_get_sort_key (date) / 1000);
}

static GDateTime *
begin_of (GDateTime *moment,
          Unit       unit)
{
  return g_date_time_new_utc (g_date_time_get_year (moment), unit >= UNIT_MONTH ? g_date_time_get_month (moment) : 1,
                              unit >= UNIT_DAY ? g_date_time_get_day_of_month (moment) : 1, 0, 0, 0);
}

/* Returns: (nullable): %NULL after the year 9999 */
static GDateTime *
end_of (GDateTime *begin,
        Unit       unit)
{
  if (unit == UNIT_YEAR)
    return g_date_time_add_years (begin, 1);
  return unit == UNIT_MONTH ? g_date_time_add_months (begin, 1) : g_date_time_add_days (begin, 1);
}

static void
set_unit (CutTimeSpan   *span,
          const CutDate *date,
          Unit           unit)
{
  g_autoptr (GDateTime) moment = read_moment (date);
  g_autoptr (GDateTime) begin = moment != NULL ? begin_of (moment, unit) : NULL;
  g_autoptr (GDateTime) end = begin != NULL ? end_of (begin, unit) : NULL;

  if (begin != NULL)
    span->start = g_date_time_to_unix (begin) * 1000;
  span->end = end != NULL ? g_date_time_to_unix (end) * 1000 : span->start + DAY_MS;
}

CutTimeSpan
cut_time_span_of_date (const CutDate *date)
{
  gint64 key = cut_date_get_sort_key (date);
  CutTimeSpan span = { key, key, FALSE, FALSE, FALSE };
  Unit unit = unit_of_date (date);

  if (unit != UNIT_INSTANT)
    set_unit (&span, date, unit);
  switch ((int) cut_date_get_precision (date))
    {
    case CUT_DATE_BEFORE:
      span.end = span.start;
      span.open_start = TRUE;
      break;
    case CUT_DATE_AFTER:
      span.start = span.end;
      span.open_end = TRUE;
      break;
    default:
      span.about = cut_date_get_precision (date) == CUT_DATE_ABOUT;
    }
  return span;
}

CutTimeSpan
cut_time_span_of_range (const CutDate *from,
                        const CutDate *to)
{
  CutTimeSpan first = cut_time_span_of_date (from != NULL ? from : to);
  CutTimeSpan last = cut_time_span_of_date (to != NULL ? to : from);

  return (CutTimeSpan) { MIN (first.start, last.start), MAX (first.end, last.end), from == NULL || first.open_start,
                         to == NULL || last.open_end, first.about || last.about };
}

static int
compare_times (gint64 a,
               gint64 b)
{
  return (a > b) - (a < b);
}

int
cut_time_span_compare (const CutTimeSpan *a,
                       const CutTimeSpan *b)
{
  int order = compare_times (a->start, b->start);

  if (order == 0)
    order = (b->open_start != FALSE) - (a->open_start != FALSE);
  if (order == 0)
    order = compare_times (a->end, b->end);
  return order != 0 ? order : (a->open_end != FALSE) - (b->open_end != FALSE);
}

gboolean
cut_time_span_meets (const CutTimeSpan *self,
                     gint64             from,
                     gint64             to)
{
  return self->start < to && (self->end > from || (self->end == self->start && self->start == from));
}
