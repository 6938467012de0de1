/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-timeline.h"

G_BEGIN_DECLS

#define CUT_TYPE_TIMELINE_CHART (cut_timeline_chart_get_type ())
G_DECLARE_FINAL_TYPE (CutTimelineChart, cut_timeline_chart, CUT, TIMELINE_CHART, GtkWidget)

/**
 * CutTimelineChart:
 *
 * A timeline drawn on one axis, in three rows. It runs in the direction of the language. Ctrl and scrolling zooms at the pointer, plain
 * scrolling and dragging pan, two fingers do both.
 *
 * One stop for Tab. Left and Right go from mark to mark of a row, Up and Down to the nearest one of another row, Home and End to
 * the first and last one; + and − zoom, 0 shows all, Page Up and Page Down go on by a window. Enter opens: an item, or of several at one
 * place nearer what they are. The mark that has the focus is a button for a screen reader, with all it stands for as its name.
 *
 * Signals: `item-activated` (guint place in the timeline's items), `crowd-activated` (GArray of guint places: several that no
 * zoom parts), `item-focused` (guint place: the first one of the mark that got the focus), `view-changed`.
 */
GtkWidget *cut_timeline_chart_new (void);

/** cut_timeline_chart_set_timeline: @timeline: (nullable); @fit: whether to show all of it; else what is in view stays, and so does the focus
 *   on what is still there */
void cut_timeline_chart_set_timeline (CutTimelineChart *self, CutTimeline *timeline, gboolean fit);
/** cut_timeline_chart_set_kinds: @kinds: 1 << #CutTimelineKind each: what is drawn */
void cut_timeline_chart_set_kinds (CutTimelineChart *self, guint kinds);
/** cut_timeline_chart_get_span: @from, @to: what is in view, in milliseconds. Returns: whether anything is */
gboolean cut_timeline_chart_get_span (CutTimelineChart *self, gint64 *from, gint64 *to);
/** cut_timeline_chart_zoom: @steps: over 0 comes nearer; around the mark with the focus, else the middle */
void cut_timeline_chart_zoom (CutTimelineChart *self, double steps);
/** cut_timeline_chart_pan: @windows: so many widths, over 0 to later moments */
void cut_timeline_chart_pan (CutTimelineChart *self, double windows);
/** cut_timeline_chart_fit: shows all */
void cut_timeline_chart_fit (CutTimelineChart *self);

G_END_DECLS
