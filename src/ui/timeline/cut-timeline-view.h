/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_TIMELINE_VIEW (cut_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (CutTimelineView, cut_timeline_view, CUT, TIMELINE_VIEW, GtkWidget)

/**
 * CutTimelineView:
 *
 * The dates of the notebook, a story or an entity: drawn on one axis (CutTimelineChart), below it the list of what is in view, and
 * that of what has no date, with the act that gives it one. Follows the notebook by itself.
 *
 * Signals: `passage-activated` (clip, nullable annotation: ids), `claim-activated` (id), `entity-activated` (id).
 */
GtkWidget *cut_timeline_view_new (CutNotebook *notebook);

/** cut_timeline_view_show_story: @id: (nullable): %NULL for the whole notebook */
void cut_timeline_view_show_story (CutTimelineView *self, const char *id);
/** cut_timeline_view_get_scope: Returns: (nullable): id of the story or entity that is shown; %NULL for the whole notebook */
const char *cut_timeline_view_get_scope (CutTimelineView *self);
/** cut_timeline_view_show_entity: @id: of an entity; what was merged with it counts */
void cut_timeline_view_show_entity (CutTimelineView *self, const char *id);
/** cut_timeline_view_set_fixed: @fixed: the story or entity is chosen elsewhere, as on the page of an entity; before it is shown */
void cut_timeline_view_set_fixed (CutTimelineView *self, gboolean fixed);

G_END_DECLS
