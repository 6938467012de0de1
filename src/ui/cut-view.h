/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-query.h"

G_BEGIN_DECLS

/* Views are named as the setting last-view names them: `inbox`, `all`, `trash`, `claims`, `check-list`, `sources`, `entities`,
 * `timeline`, `conflicts`, `story:ID`, `tag:ID`, `search:ID` (a saved search), `check-list:STORY-ID` and `timeline:STORY-ID`. */

/** cut_view_get_id: Returns: (transfer none) (nullable): of a story's or tag's view: its id */
const char *cut_view_get_id (const char *view);
/** cut_view_get_search: Returns: (transfer none) (nullable): of a saved search's view: its id */
const char *cut_view_get_search (const char *view);
/** cut_view_is_check_list: whether it is one, of the notebook or of a story */
gboolean cut_view_is_check_list (const char *view);
/** cut_view_get_check_list_story: Returns: (transfer none) (nullable): of the check list of a story: the story's id */
const char *cut_view_get_check_list_story (const char *view);
/** cut_view_is_timeline: whether it is one, of the notebook or of a story */
gboolean cut_view_is_timeline (const char *view);
/** cut_view_get_timeline_story: Returns: (transfer none) (nullable): of the timeline of a story: the story's id */
const char *cut_view_get_timeline_story (const char *view);
/** cut_view_get_kind: Returns: what the view lists: %CUT_KIND_CLIP but for claims, sources, entities; %CUT_KIND_NONE of a check list, a
 *   timeline and conflicts */
CutKind cut_view_get_kind (const char *view);
/** cut_view_is_known: whether @view names a view */
gboolean cut_view_is_known (const char *view);
/** cut_view_get_title: Returns: (transfer none): of a view that is no story or tag; else "" */
const char *cut_view_get_title (const char *view);

/**
 * cut_view_make_query:
 * @sort: `created`, `published`, `title` or `site`, as the setting sort-order
 * @match: (nullable): words to find
 *
 * Returns: (transfer full): what a view of clips lists
 */
CutQuery *cut_view_make_query (const char *view, const char *sort, const char *match);

G_END_DECLS
