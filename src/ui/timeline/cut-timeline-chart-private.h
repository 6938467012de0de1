/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-timeline-chart.h"
#include "cut-timeline-painter.h"

G_BEGIN_DECLS

/* What the two files of the chart share: what is drawn, and what keys and pointer do. Places of marks are those in the layout. */

#define NO_MARK G_MAXUINT
#define CUT_TIMELINE_ZOOM_STEP 1.25

struct _CutTimelineChart
{
  GtkWidget parent_instance;

  CutTimelinePainter *painter; /* (owned) */
  CutTimeline *timeline;       /* (owned) (nullable) */
  CutTimelineLayout *layout;   /* (owned) (nullable): %NULL until it is needed again */
  CutTimelineLens lens;
  CutTimelineSizes sizes;
  double row_height;
  guint kinds;
  guint current;               /* the item whose mark Tab comes to; %NO_MARK for none */
  GtkWidget *cursors[2];       /* stand on the mark with the focus, in turns: so the focus moves for a screen reader, too */
  guint cursor;
  gboolean stale;              /* the layout is another one than when the cursor was named */
  double pointer;              /* pixels from the left */
  double held;                 /* lens.from when a gesture began */
  double held_scale;
};

/** cut_timeline_chart_ensure_layout: Returns: (nullable) (transfer none): %NULL while there is nothing, or no place for it */
CutTimelineLayout *cut_timeline_chart_ensure_layout (CutTimelineChart *self);
const CutTimelineMark *cut_timeline_chart_mark_at (CutTimelineChart *self, guint place);
/** cut_timeline_chart_current_mark: Returns: the mark that has the focus, or would get it; %NO_MARK for none */
guint cut_timeline_chart_current_mark (CutTimelineChart *self);
/** cut_timeline_chart_get_box: Returns: where the mark stands in the widget */
graphene_rect_t cut_timeline_chart_get_box (CutTimelineChart *self, const CutTimelineMark *mark);
/** cut_timeline_chart_find_mark: Returns: the mark at that place of the widget; %NO_MARK for none */
guint cut_timeline_chart_find_mark (CutTimelineChart *self, double x, double y);
void cut_timeline_chart_focus_mark (CutTimelineChart *self, guint place);
void cut_timeline_chart_open_mark (CutTimelineChart *self, guint place);
/** cut_timeline_chart_view_changed: after the lens did */
void cut_timeline_chart_view_changed (CutTimelineChart *self);
/** cut_timeline_chart_zoom_at: @factor: over 1 comes nearer; @x: pixels from the left */
void cut_timeline_chart_zoom_at (CutTimelineChart *self, double factor, double x);
/** cut_timeline_chart_add_controllers: once */
void cut_timeline_chart_add_controllers (CutTimelineChart *self);

G_END_DECLS
