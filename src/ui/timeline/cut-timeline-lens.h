/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutTimelineLens:
 * @first, @last: all that there is to see, in milliseconds
 * @from: the moment at the start edge, in milliseconds
 * @scale: pixels a millisecond
 * @width: in pixels
 * @inset: free pixels, at the least, at both edges where all is shown
 * @mirrored: time runs from right to left, as the language does
 *
 * Which part of a timeline is in view: from some hours to all of it, and a little more.
 */
typedef struct
{
  gint64 first;
  gint64 last;
  double from;
  double scale;
  double width;
  double inset;
  gboolean mirrored;
} CutTimelineLens;

/** cut_timeline_lens_fit: shows all, with a margin */
void cut_timeline_lens_fit (CutTimelineLens *self);
/** cut_timeline_lens_show: shows [@from, @to], in milliseconds, with a margin */
void cut_timeline_lens_show (CutTimelineLens *self, gint64 from, gint64 to);
/** cut_timeline_lens_zoom: @factor: over 1 shows less, larger; what is at @x pixels from the left stays there */
void cut_timeline_lens_zoom (CutTimelineLens *self, double factor, double x);
/** cut_timeline_lens_pan: @pixels: over 0 goes on to later moments */
void cut_timeline_lens_pan (CutTimelineLens *self, double pixels);
/** cut_timeline_lens_resize: another width; the start stays where it is, unless all was in view: then all is */
void cut_timeline_lens_resize (CutTimelineLens *self, double width);
/** cut_timeline_lens_get_x: Returns: pixels from the left edge */
double cut_timeline_lens_get_x (const CutTimelineLens *self, double ms);
/** cut_timeline_lens_get_time: @x: pixels from the left edge. Returns: milliseconds */
double cut_timeline_lens_get_time (const CutTimelineLens *self, double x);
/** cut_timeline_lens_get_span: @from, @to: the moments at the edges, in milliseconds */
void cut_timeline_lens_get_span (const CutTimelineLens *self, gint64 *from, gint64 *to);

G_END_DECLS
