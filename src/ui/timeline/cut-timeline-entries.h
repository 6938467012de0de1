/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cut-timeline.h"

G_BEGIN_DECLS

#define CUT_TYPE_TIMELINE_ENTRY (cut_timeline_entry_get_type ())
G_DECLARE_FINAL_TYPE (CutTimelineEntry, cut_timeline_entry, CUT, TIMELINE_ENTRY, GObject)

/** CutTimelineEntry: an item of a timeline, made when a list asks for it. */
const CutTimelineItem *cut_timeline_entry_get_item (CutTimelineEntry *self);

#define CUT_TYPE_TIMELINE_ENTRIES (cut_timeline_entries_get_type ())
G_DECLARE_FINAL_TYPE (CutTimelineEntries, cut_timeline_entries, CUT, TIMELINE_ENTRIES, GObject)

/**
 * CutTimelineEntries:
 *
 * A #GListModel of #CutTimelineEntry over some items of a timeline. Ten thousand cost no more than those that are shown.
 */
CutTimelineEntries *cut_timeline_entries_new (void);

/**
 * cut_timeline_entries_show:
 * @timeline: (nullable)
 * @items: (nullable) (element-type CutTimelineItem): of @timeline
 * @places: (nullable) (element-type guint): places in @items; %NULL for all
 *
 * Nothing is told to have changed where the same is listed as before.
 */
void cut_timeline_entries_show (CutTimelineEntries *self, CutTimeline *timeline, GPtrArray *items, GArray *places);
/** cut_timeline_entries_find: Returns: where the item at @place of the timeline's items is listed; %G_MAXUINT where it is not */
guint cut_timeline_entries_find (CutTimelineEntries *self, guint place);

G_END_DECLS
