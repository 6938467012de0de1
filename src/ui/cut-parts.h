/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What several views are made of. */

/** cut_heading_new: a line over a part of a pane. @text: translated */
GtkWidget *cut_heading_new (const char *text);

/** cut_labelled_row_new: Returns: (transfer floating): a row of a boxed list: @editor below what it is called. @title: translated */
GtkWidget *cut_labelled_row_new (const char *title, GtkWidget *editor);

/** cut_passage_button_new: a flat button that stands for going to a passage; the caller connects it */
GtkWidget *cut_passage_button_new (void);

/** cut_scrolled_begin_at_start: of a table wider than @scrolled: it opens at its first column, which is at the right where the language runs
 *   from right to left */
void cut_scrolled_begin_at_start (GtkScrolledWindow *scrolled);

/** cut_widget_next_below: Returns: (transfer none) (nullable): the widget behind @widget in the order of the tree below @root */
GtkWidget *cut_widget_next_below (GtkWidget *widget, GtkWidget *root);

/**
 * cut_list_store_take:
 * @fresh: (element-type GObject): what the store is to hold; it takes references of its own
 * @same: whether an item of @store and one of @fresh show the same
 *
 * Replaces only what lies between the first and the last difference, so that a list that shows @store stays where it is.
 */
void cut_list_store_take (GListStore *store, GPtrArray *fresh, GEqualFunc same);

G_END_DECLS
