/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_SEARCH_FIELD (cut_search_field_get_type ())
G_DECLARE_FINAL_TYPE (CutSearchField, cut_search_field, CUT, SEARCH_FIELD, GtkWidget)

/**
 * CutSearchField:
 *
 * Where somebody types a search: words in an entry, and below it a chip for each filter that is finished. Its text is that of the
 * whole search, as `cli.md` has it. Backspace at the beginning removes the last chip, Left goes to it.
 *
 * Signals: `changed`: another search than before, a moment after the last key; `activated`: Enter; `stopped`: Escape where nothing
 * is searched for. Action: `search.filter` (s: a filter's word): its value is typed next.
 */
void cut_search_field_set_notebook (CutSearchField *self, CutNotebook *notebook);
/** cut_search_field_get_text: Returns: (transfer none): the whole search, "" for none */
const char *cut_search_field_get_text (CutSearchField *self);
/** cut_search_field_get_match: Returns: (transfer none): what to look for: the same, with the last word as cut_search_leave_open() has it while somebody
 *   types */
const char *cut_search_field_get_match (CutSearchField *self);
/** cut_search_field_set_text: shows it without telling so */
void cut_search_field_set_text (CutSearchField *self, const char *text);
/** cut_search_field_change_text: the same as if somebody had typed it */
void cut_search_field_change_text (CutSearchField *self, const char *text);
/** cut_search_field_has_filters: whether there are chips */
gboolean cut_search_field_has_filters (CutSearchField *self);
/** cut_search_field_drop_filters: removes all chips */
void cut_search_field_drop_filters (CutSearchField *self);

G_END_DECLS
