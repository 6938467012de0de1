/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-timeline-axis.h"
#include "cut-timeline-layout.h"

G_BEGIN_DECLS

/* What a timeline says in words, in the user's language. */

/** cut_timeline_row_get_label: Returns: (transfer none): such as "Said" */
const char *cut_timeline_row_get_label (CutTimelineRow row);
/** cut_timeline_kind_get_label: Returns: (transfer none): such as "Fact" */
const char *cut_timeline_kind_get_label (CutTimelineKind kind);

/** cut_timeline_item_get_date_text: Returns: (transfer full): when it was, no more exactly than that is known; "" without a date */
char *cut_timeline_item_get_date_text (const CutTimelineItem *item);
/** cut_timeline_item_get_detail: Returns: (transfer full): its kind, and who says so or where: "Said · Petra denies" */
char *cut_timeline_item_get_detail (const CutTimelineItem *item);
/** cut_timeline_item_describe: Returns: (transfer full): all of it in one line, as a screen reader reads it */
char *cut_timeline_item_describe (const CutTimelineItem *item);
/** cut_timeline_mark_describe: Returns: (transfer full): the same of an item alone; how many there are, and from when to when, of more */
char *cut_timeline_mark_describe (const CutTimeline *timeline, const CutTimelineLayout *layout, const CutTimelineMark *mark);

/** cut_timeline_tick_get_label: Returns: (transfer full): of a stroke of the axis: "2018", "Nov", "23", "09:00" */
char *cut_timeline_tick_get_label (CutTickUnit unit, gint64 at);
/** cut_timeline_tick_get_context: Returns: (transfer full) (nullable): what the strokes around @at belong to: "2018", "November 2018",
 *   "23 Nov 2018, UTC"; %NULL of years */
char *cut_timeline_tick_get_context (CutTickUnit unit, gint64 at);

G_END_DECLS
