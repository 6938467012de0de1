/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-timeline-layout.h"

G_BEGIN_DECLS

/* Ways through a timeline from mark to mark. Places are those in the marks of the layout; %G_MAXUINT where there is no such mark. */

/** cut_timeline_step_along: the one before (@step below 0) or behind it in its row */
guint cut_timeline_step_along (const CutTimelineLayout *layout, guint place, int step);
/** cut_timeline_step_across: the one whose middle is nearest, in the next row above (@step below 0) or below that has any */
guint cut_timeline_step_across (const CutTimelineLayout *layout, guint place, int step);
/** cut_timeline_step_to_end: the one of all rows that begins first, or ends @last */
guint cut_timeline_step_to_end (const CutTimeline *timeline, const CutTimelineLayout *layout, gboolean last);
/** cut_timeline_step_into: the first one between @from and @to, in pixels of the layout; else the first of all */
guint cut_timeline_step_into (const CutTimelineLayout *layout, double from, double to);

/** cut_timeline_mark_parts: @from, @to: all that @mark stands for, in milliseconds. Returns: whether that are several times, which stand apart
 *   when they are seen from near enough */
gboolean cut_timeline_mark_parts (const CutTimeline *timeline, const CutTimelineLayout *layout, const CutTimelineMark *mark, gint64 *from,
                                  gint64 *to);

G_END_DECLS
