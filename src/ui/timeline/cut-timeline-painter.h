/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-timeline-axis.h"
#include "cut-timeline-layout.h"
#include "cut-timeline-lens.h"

G_BEGIN_DECLS

/**
 * CutTimelineSizes:
 * @line: height of a line of text
 * @em: width of a wide letter
 * @axis: height of the axis
 * @caption: height of the name of a row
 * @lane: height of a lane
 * @metrics: for the layout; its lanes are the caller's to fill
 *
 * All in pixels, and larger with the text.
 */
typedef struct
{
  double line;
  double em;
  double axis;
  double caption;
  double lane;
  CutTimelineMetrics metrics;
} CutTimelineSizes;

/**
 * CutTimelinePainter:
 *
 * Draws the parts of a timeline in the style of a widget. What it drew once it keeps as render nodes: to pan only moves them.
 *
 * A kind is told by the shape of its sign (a fact is round, what was said a diamond, what was published a square, an event a
 * triangle, a relation two dots with a line) as well as by the colour of its row. A bar is as long as the time it stands for, dashed where
 * that is not exact, and has an arrow where it is open.
 */
typedef struct _CutTimelinePainter CutTimelinePainter;

/** cut_timeline_painter_new: @widget: outlives the painter */
CutTimelinePainter *cut_timeline_painter_new (GtkWidget *widget);
void cut_timeline_painter_free (CutTimelinePainter *self);
/** cut_timeline_painter_reset: forgets all it drew: style or text are others now */
void cut_timeline_painter_reset (CutTimelinePainter *self);
/** cut_timeline_painter_forget_bars: forgets the bars: the layout is another one */
void cut_timeline_painter_forget_bars (CutTimelinePainter *self);
/** cut_timeline_painter_get_sizes: Returns: whether they are others than at the last call */
gboolean cut_timeline_painter_get_sizes (CutTimelinePainter *self, CutTimelineSizes *sizes);

/** cut_timeline_painter_draw_axis: with its strokes down to @height */
void cut_timeline_painter_draw_axis (CutTimelinePainter *self, GtkSnapshot *snapshot, const CutTimelineAxis *axis,
                                     const CutTimelineLens *lens, double height);
/** cut_timeline_painter_draw_caption: name and sign of @row at its top, and its ground line at its bottom */
void cut_timeline_painter_draw_caption (CutTimelinePainter *self, GtkSnapshot *snapshot, CutTimelineRow row, double y, double height,
                                        const CutTimelineLens *lens);
/**
 * cut_timeline_painter_draw_mark:
 * @place: of the mark in the list of the layout
 * @box: where it stands, in the widget
 * @room: free pixels behind it
 */
void cut_timeline_painter_draw_mark (CutTimelinePainter *self, GtkSnapshot *snapshot, const CutTimeline *timeline,
                                     const CutTimelineMark *mark, guint place, const graphene_rect_t *box, double room,
                                     const CutTimelineLens *lens);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutTimelinePainter, cut_timeline_painter_free)

G_END_DECLS
