/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-timeline-lens.h"

#define HOUR_MS 3600000.0
#define YEAR_MS (365.25 * 24 * HOUR_MS)

/* The least and the most that is shown at once. */
#define LEAST_MS (6 * HOUR_MS)
#define MOST_MS (40 * YEAR_MS)
#define MARGIN 0.06

static double
get_length (const CutTimelineLens *self)
{
  return (double) (self->last - self->first);
}

static double
least_scale (const CutTimelineLens *self)
{
  return self->width / MAX (2 * get_length (self), MOST_MS);
}

/* Neither so near nor so far that nothing can be seen, and something of what there is always in view. */
static void
hold (CutTimelineLens *self)
{
  double most = self->width / LEAST_MS;
  double shown;

  self->scale = CLAMP (self->scale, MIN (least_scale (self), most), most);
  shown = self->width / self->scale;
  self->from = CLAMP (self->from, (double) self->first - shown * (1 - MARGIN), (double) self->last - shown * MARGIN);
}

void
cut_timeline_lens_show (CutTimelineLens *self,
                        gint64           from,
                        gint64           to)
{
  double length = MAX ((double) (to - from), LEAST_MS);

  self->scale = MAX (self->width - 2 * MAX (self->inset, self->width * MARGIN), self->width / 2) / length;
  hold (self);
  self->from = ((double) from + (double) to) / 2 - self->width / self->scale / 2;
  hold (self);
}

void
cut_timeline_lens_fit (CutTimelineLens *self)
{
  /* One day alone says more in its week. */
  double length = MAX (get_length (self), 7 * 24 * HOUR_MS);
  gint64 more = (gint64) ((length - get_length (self)) / 2);

  cut_timeline_lens_show (self, self->first - more, self->last + more);
}

void
cut_timeline_lens_zoom (CutTimelineLens *self,
                        double           factor,
                        double           x)
{
  double fixed = cut_timeline_lens_get_time (self, x);
  double from_start = self->mirrored ? self->width - x : x;

  self->scale *= factor;
  hold (self);
  self->from = fixed - from_start / self->scale;
  hold (self);
}

void
cut_timeline_lens_pan (CutTimelineLens *self,
                       double           pixels)
{
  self->from += pixels / self->scale;
  hold (self);
}

void
cut_timeline_lens_resize (CutTimelineLens *self,
                          double           width)
{
  gboolean all = self->width <= 0 || (self->from <= (double) self->first && self->from + self->width / self->scale >= (double) self->last);

  if (width == self->width || width <= 0)
    return;
  self->width = width;
  if (all)
    cut_timeline_lens_fit (self);
  else
    hold (self);
}

double
cut_timeline_lens_get_x (const CutTimelineLens *self,
                         double                 ms)
{
  double x = (ms - self->from) * self->scale;

  return self->mirrored ? self->width - x : x;
}

double
cut_timeline_lens_get_time (const CutTimelineLens *self,
                            double                 x)
{
  return self->from + (self->mirrored ? self->width - x : x) / self->scale;
}

void
cut_timeline_lens_get_span (const CutTimelineLens *self,
                            gint64                *from,
                            gint64                *to)
{
  *from = (gint64) self->from;
  *to = (gint64) (self->from + self->width / self->scale);
}
