/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CutTickUnit: what the strokes of an axis are named by */
typedef enum
{
  CUT_TICK_YEAR,
  CUT_TICK_MONTH,
  CUT_TICK_DAY,
  CUT_TICK_HOUR,
} CutTickUnit;

/**
 * CutTick:
 * @at: milliseconds since 1970 UTC
 * @begins: whether the next larger unit begins there: a year among months, a month among days, a day among hours
 */
typedef struct
{
  gint64 at;
  gboolean begins;
} CutTick;

/**
 * CutTimelineAxis:
 * @unit: of the strokes
 * @step: how many of it lie between two of them
 * @ticks: (element-type CutTick): from the last one at or before the first moment on to the first one after the last
 */
typedef struct
{
  CutTickUnit unit;
  int step;
  GArray *ticks;
} CutTimelineAxis;

/**
 * cut_timeline_axis_new:
 * @from, @to: milliseconds; the years 1 to 9999 have strokes
 * @scale: pixels a millisecond
 * @least: pixels between two strokes
 *
 * The finest strokes of the calendar (UTC) that stand that far from each other: years by 1, 2, 5, 10 and so on, months, days, hours.
 */
CutTimelineAxis *cut_timeline_axis_new (gint64 from, gint64 to, double scale, double least);
void cut_timeline_axis_free (CutTimelineAxis *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutTimelineAxis, cut_timeline_axis_free)

G_END_DECLS
