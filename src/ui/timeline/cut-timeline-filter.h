/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_TIMELINE_FILTER (cut_timeline_filter_get_type ())
G_DECLARE_FINAL_TYPE (CutTimelineFilter, cut_timeline_filter, CUT, TIMELINE_FILTER, GtkPopover)

/**
 * CutTimelineFilter:
 *
 * What a timeline leaves out: kinds of dates, each with its sign, and all but one story or entity.
 *
 * Signals: `kinds-changed` (guint kinds), `scope-chosen` (nullable id of a story or an entity).
 */
GtkWidget *cut_timeline_filter_new (CutNotebook *notebook);

guint cut_timeline_filter_get_kinds (CutTimelineFilter *self);
/** cut_timeline_filter_show_scope: @story, @entity: (nullable): at most one; says nothing to whoever listens */
void cut_timeline_filter_show_scope (CutTimelineFilter *self, const char *story, const char *entity);
/** cut_timeline_filter_set_fixed: whether the scope is not to be chosen here */
void cut_timeline_filter_set_fixed (CutTimelineFilter *self, gboolean fixed);
/** cut_timeline_filter_clear: all kinds, and unless the scope is fixed the whole notebook */
void cut_timeline_filter_clear (CutTimelineFilter *self);
/** cut_timeline_filter_count: Returns: how many of its choices leave something out */
guint cut_timeline_filter_count (CutTimelineFilter *self);

G_END_DECLS
