/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CUT_TYPE_PAGED_ROWS (cut_paged_rows_get_type ())
G_DECLARE_FINAL_TYPE (CutPagedRows, cut_paged_rows, CUT, PAGED_ROWS, GtkWidget)

/** CutMakeRow: Returns: (transfer floating): a #GtkListBoxRow for what is at @place */
typedef GtkWidget *(*CutMakeRow) (guint place, gpointer user_data);

/**
 * CutPagedRows:
 *
 * A boxed list that makes its rows some fifty at a time, with a button for more: thousands of widgets would be felt.
 * It is hidden while it holds nothing.
 *
 * Signal `row-activated` (guint place).
 */

/** cut_paged_rows_new: @label: the accessible name. @make: makes a row; it and @user_data outlive the widget */
GtkWidget *cut_paged_rows_new (const char *label, CutMakeRow make, gpointer user_data);

/**
 * cut_paged_rows_show:
 * @n: how many there are now
 * @same: it is still the same list, in which something changed: as many rows as before are shown, and the focus stays at its place
 */
void cut_paged_rows_show (CutPagedRows *self, guint n, gboolean same);

G_END_DECLS
