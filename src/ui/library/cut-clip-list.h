/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_CLIP_LIST (cut_clip_list_get_type ())
G_DECLARE_FINAL_TYPE (CutClipList, cut_clip_list, CUT, CLIP_LIST, GtkWidget)

/**
 * CutClipList:
 *
 * The clips of a view, found and sorted, with the search entry above and words for when there is nothing.
 * One chosen clip is opened (`open`); several are for the actions `clips.add-to-story`, `clips.add-tag`,
 * `clips.remove-from`, `clips.delete`, `clips.restore`, `clips.export`, `clips.details`.
 *
 * Signals: `open` (const char *id, gboolean go): one clip was chosen; @go: by Enter or a double click;
 * `export-ids` (GStrv): these should be exported; `fetch-ids` (GStrv): their pages should be fetched again; `details` (const char *id);
 * `search-order-changed`: another order of what is searched for was chosen;
 * `filled`: rows are there to be seen, or it is certain that there are none.
 */
/** cut_clip_list_set_notebook: once; the same again changes nothing */
void cut_clip_list_set_notebook (CutClipList *self, CutNotebook *notebook);
/** cut_clip_list_set_view: @view: one of clips; the search starts anew */
void cut_clip_list_set_view (CutClipList *self, const char *view);
void cut_clip_list_set_sort (CutClipList *self, const char *sort);
/** cut_clip_list_set_languages: @languages: (nullable): in which words are found in their other forms; see #CutQuery */
void cut_clip_list_set_languages (CutClipList *self, const char *languages);
/** cut_clip_list_set_search_order: @order: of what is searched for: `relevance` or `published` */
void cut_clip_list_set_search_order (CutClipList *self, const char *order);
/** cut_clip_list_get_search_order: Returns: (transfer none): likewise */
const char *cut_clip_list_get_search_order (CutClipList *self);
/** cut_clip_list_get_search: (transfer none): the words searched for, "" for none */
const char *cut_clip_list_get_search (CutClipList *self);
/** cut_clip_list_get_match: (transfer none): the same as it is looked for: a word that is being typed is found by what begins with it */
const char *cut_clip_list_get_match (CutClipList *self);
/** cut_clip_list_set_search: searches for @words, as a person types them */
void cut_clip_list_set_search (CutClipList *self, const char *words);
/** cut_clip_list_show_saved: searches for @words, which were saved under @name */
void cut_clip_list_show_saved (CutClipList *self, const char *name, const char *words);
void cut_clip_list_focus_search (CutClipList *self);
void cut_clip_list_focus_list (CutClipList *self);
/** cut_clip_list_set_open: @id: (nullable): the clip that is open elsewhere: its row is shown as chosen */
void cut_clip_list_set_open (CutClipList *self, const char *id);
/** cut_clip_list_scroll_to_top: what was clipped last comes into view */
void cut_clip_list_scroll_to_top (CutClipList *self);

G_END_DECLS
