/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-timeline-axis.h"

#define HOUR_MS 3600000.0
#define DAY_MS (24 * HOUR_MS)

typedef struct
{
  CutTickUnit unit;
  int step;
  double shortest; /* between two strokes, in milliseconds */
} Step;

/* Of days by ten and by five the last of a month is left out: the next month begins at its place. */
static const Step steps[] = {
  { CUT_TICK_HOUR, 1, HOUR_MS },          { CUT_TICK_HOUR, 3, 3 * HOUR_MS },      { CUT_TICK_HOUR, 6, 6 * HOUR_MS },
  { CUT_TICK_HOUR, 12, 12 * HOUR_MS },    { CUT_TICK_DAY, 1, DAY_MS },            { CUT_TICK_DAY, 5, 3 * DAY_MS },
  { CUT_TICK_DAY, 10, 8 * DAY_MS },       { CUT_TICK_MONTH, 1, 28 * DAY_MS },     { CUT_TICK_MONTH, 3, 90 * DAY_MS },
  { CUT_TICK_MONTH, 6, 181 * DAY_MS },    { CUT_TICK_YEAR, 1, 365 * DAY_MS },     { CUT_TICK_YEAR, 2, 730 * DAY_MS },
  { CUT_TICK_YEAR, 5, 1826 * DAY_MS },    { CUT_TICK_YEAR, 10, 3652 * DAY_MS },   { CUT_TICK_YEAR, 20, 7305 * DAY_MS },
  { CUT_TICK_YEAR, 50, 18262 * DAY_MS },  { CUT_TICK_YEAR, 100, 36524 * DAY_MS }, { CUT_TICK_YEAR, 500, 182620 * DAY_MS },
  { CUT_TICK_YEAR, 1000, 365242 * DAY_MS },
};

static const Step *
choose_step (double scale,
             double least)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (steps) && steps[i].shortest * scale < least)
    i++;
  return &steps[i];
}

/* A stroke at or before @moment. */
static GDateTime *
begin_at (GDateTime  *moment,
          const Step *step)
{
  int year = g_date_time_get_year (moment);
  int month = g_date_time_get_month (moment);
  int day = g_date_time_get_day_of_month (moment);

  switch (step->unit)
    {
    case CUT_TICK_YEAR:
      return g_date_time_new_utc (MAX (1, year - year % step->step), 1, 1, 0, 0, 0);
    case CUT_TICK_MONTH:
      return g_date_time_new_utc (year, month - (month - 1) % step->step, 1, 0, 0, 0);
    case CUT_TICK_DAY:
      day = step->step > 1 ? MIN (day, 30) : day;
      return g_date_time_new_utc (year, month, day - (day - 1) % step->step, 0, 0, 0);
    case CUT_TICK_HOUR:
    default:
      return g_date_time_new_utc (year, month, day, g_date_time_get_hour (moment) - g_date_time_get_hour (moment) % step->step, 0, 0);
    }
}

static GDateTime *
next_day (GDateTime  *tick,
          const Step *step)
{
  g_autoptr (GDateTime) next = g_date_time_add_days (tick, step->step);

  /* Into the next month, or to a last day with nothing but the next month behind it. */
  if (next != NULL && step->step > 1
      && (g_date_time_get_month (next) != g_date_time_get_month (tick) || g_date_time_get_day_of_month (next) > 31 - step->step / 2))
    {
      g_autoptr (GDateTime) first = g_date_time_new_utc (g_date_time_get_year (tick), g_date_time_get_month (tick), 1, 0, 0, 0);

      return g_date_time_add_months (first, 1);
    }
  return g_steal_pointer (&next);
}

/* Returns: (nullable): %NULL where the calendar ends */
static GDateTime *
next_of (GDateTime  *tick,
         const Step *step)
{
  switch (step->unit)
    {
    case CUT_TICK_YEAR:
      /* The first year of all is 1, but the second stroke stands at a round number again. */
      return g_date_time_add_years (tick, step->step - g_date_time_get_year (tick) % step->step);
    case CUT_TICK_MONTH:
      return g_date_time_add_months (tick, step->step);
    case CUT_TICK_DAY:
      return next_day (tick, step);
    case CUT_TICK_HOUR:
    default:
      return g_date_time_add_hours (tick, step->step);
    }
}

static gboolean
begins_larger (GDateTime   *tick,
               CutTickUnit  unit)
{
  switch (unit)
    {
    case CUT_TICK_MONTH:
      return g_date_time_get_month (tick) == 1;
    case CUT_TICK_DAY:
      return g_date_time_get_day_of_month (tick) == 1;
    case CUT_TICK_HOUR:
      return g_date_time_get_hour (tick) == 0;
    case CUT_TICK_YEAR:
    default:
      return FALSE;
    }
}

static GDateTime *
first_tick (gint64      from,
            const Step *step)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (from / 1000 - (from % 1000 < 0));

  if (moment == NULL && from < 0)
    moment = g_date_time_new_utc (1, 1, 1, 0, 0, 0);
  return moment != NULL ? begin_at (moment, step) : NULL;
}

CutTimelineAxis *
cut_timeline_axis_new (gint64 from,
                       gint64 to,
                       double scale,
                       double least)
{
  CutTimelineAxis *self = g_new0 (CutTimelineAxis, 1);
  const Step *step = choose_step (scale, least);
  g_autoptr (GDateTime) tick = first_tick (from, step);
  gint64 at = G_MININT64;

  self->unit = step->unit;
  self->step = step->step;
  self->ticks = g_array_new (FALSE, FALSE, sizeof (CutTick));
  while (tick != NULL && at <= to)
    {
      GDateTime *next = next_of (tick, step);
      CutTick made = { g_date_time_to_unix (tick) * 1000, begins_larger (tick, step->unit) };

      at = made.at;
      g_array_append_val (self->ticks, made);
      g_date_time_unref (tick);
      tick = next;
    }
  return self;
}

void
cut_timeline_axis_free (CutTimelineAxis *self)
{
  g_array_unref (self->ticks);
  g_free (self);
}
