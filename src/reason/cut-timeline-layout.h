/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-timeline.h"

G_BEGIN_DECLS

/**
 * CutTimelineMetrics:
 * @glyph: width of the sign of a point, and the least of a bar
 * @cell: width of a place; how many points fall on one is counted in it. At least @glyph.
 * @arrow: length of an open end
 * @gap: between two marks of one lane
 * @lanes: how many marks fit above each other in one row; at least %CUT_TIMELINE_LEAST_LANES
 *
 * All but the last in pixels.
 */
typedef struct
{
  double glyph;
  double cell;
  double arrow;
  double gap;
  guint lanes;
} CutTimelineMetrics;

#define CUT_TIMELINE_LEAST_LANES 3

/**
 * CutTimelineMark:
 * @x0, @x1: where it stands, in pixels from the first moment of the timeline
 * @reach: the greatest @x1 of its row up to here
 * @room: free pixels behind it in its lane, %G_MAXDOUBLE where nothing follows
 * @first: place of its first item in the timeline; the others follow by cut_timeline_layout_next()
 * @last: place of the last one
 * @n: how many items it stands for
 * @row: a #CutTimelineRow
 * @lane: from the top. Several points that became one bar stand on the bottom and take all lanes of points.
 * @bar: drawn as long as it lasts, or with an open end; else a point, or several
 */
typedef struct
{
  double x0;
  double x1;
  double reach;
  double room;
  guint first;
  guint last;
  guint n;
  guint8 row;
  guint8 lane;
  gboolean bar;
} CutTimelineMark;

/**
 * CutTimelineLayout:
 * @marks: (element-type CutTimelineMark): by row, and in each from left to right
 * @rows: where each row begins in @marks, and after the last one where it ends
 * @bar_lanes: how many lanes of each row bars take, from the top
 * @most: the greatest @n of a mark
 *
 * Where everything stands at one scale. No two marks overlap. What is too narrow to be a bar is a point; more points at
 * one place than fit above each other become one mark with a count, and so do bars of one extent and those that find no lane.
 */
typedef struct
{
  double scale;
  gint64 origin;
  GArray *marks;
  guint rows[CUT_N_TIMELINE_ROWS + 1];
  guint bar_lanes[CUT_N_TIMELINE_ROWS];
  guint most;
  guint *next;
  guint *mark_of;
} CutTimelineLayout;

/**
 * cut_timeline_layout_new:
 * @scale: pixels a millisecond
 * @kinds: 1 << #CutTimelineKind each
 *
 * Takes n log n time. The same arguments give the same layout, and another part of it that is looked at changes nothing.
 */
CutTimelineLayout *cut_timeline_layout_new (const CutTimeline *timeline, double scale, const CutTimelineMetrics *metrics, guint kinds);
void cut_timeline_layout_free (CutTimelineLayout *self);

/** cut_timeline_layout_get_x: Returns: pixels from the first moment of the timeline */
double cut_timeline_layout_get_x (const CutTimelineLayout *self, gint64 ms);
/** cut_timeline_layout_find: Returns: the first mark of @row that may reach @x or beyond; the end of the row where none does */
guint cut_timeline_layout_find (const CutTimelineLayout *self, CutTimelineRow row, double x);
/** cut_timeline_layout_next: Returns: the item that follows @item in its mark; %G_MAXUINT after the last one */
guint cut_timeline_layout_next (const CutTimelineLayout *self, guint item);
/** cut_timeline_layout_mark_of: Returns: the mark of the item at that place; %G_MAXUINT where its kind is left out */
guint cut_timeline_layout_mark_of (const CutTimelineLayout *self, guint item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutTimelineLayout, cut_timeline_layout_free)

G_END_DECLS
