/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CUT_TYPE_SEARCH_BAR (cut_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (CutSearchBar, cut_search_bar, CUT, SEARCH_BAR, GtkWidget)

/**
 * CutSearchBar:
 *
 * Above what a search found: how much that is, in which order it stands, and a button that keeps the search.
 *
 * Signals: `order-changed`; `save` (const char *name): the search is to be kept under that name.
 */

/** cut_search_bar_begin: a search is made; one that takes a while is said to be on its way until its count is set */
void cut_search_bar_begin (CutSearchBar *self);
/** cut_search_bar_set_count: how many were found; a screen reader says so. @partial: there may be more, which are still looked for */
void cut_search_bar_set_count (CutSearchBar *self, guint count, gboolean partial);
/** cut_search_bar_get_order: Returns: (transfer none): `relevance` or `published`, as #CutQuery orders */
const char *cut_search_bar_get_order (CutSearchBar *self);
/** cut_search_bar_set_order: @order: likewise; emits `order-changed` where it is another one */
void cut_search_bar_set_order (CutSearchBar *self, const char *order);
/** cut_search_bar_set_name: @name: (nullable): of the saved search that is shown; it is offered for what is kept */
void cut_search_bar_set_name (CutSearchBar *self, const char *name);
/** cut_search_bar_set_can_save: whether the search may be kept */
void cut_search_bar_set_can_save (CutSearchBar *self, gboolean can_save);

G_END_DECLS
