/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CUT_TYPE_SEARCH_SUGGESTION (cut_search_suggestion_get_type ())
G_DECLARE_FINAL_TYPE (CutSearchSuggestion, cut_search_suggestion, CUT, SEARCH_SUGGESTION, GtkWidget)

/**
 * CutSearchSuggestion:
 *
 * Where nothing was found: a button with another spelling of the search, which the notebook's own words allow; nothing where there
 * is none.
 *
 * Signal: `chosen` (const char *text): this is to be searched for.
 */

/** cut_search_suggestion_set: @text: (nullable): the search in another spelling */
void cut_search_suggestion_set (CutSearchSuggestion *self, const char *text);

G_END_DECLS
