/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CUT_TYPE_LIBRARY_ROW (cut_library_row_get_type ())
G_DECLARE_FINAL_TYPE (CutLibraryRow, cut_library_row, CUT, LIBRARY_ROW, GtkListBoxRow)

/** CutLibraryRow: a view in the sidebar: icon, name, and how much is in it. */
GtkWidget *cut_library_row_new (const char *view, const char *icon, const char *label);
const char *cut_library_row_get_view (CutLibraryRow *self);
const char *cut_library_row_get_label (CutLibraryRow *self);
void cut_library_row_set_label (CutLibraryRow *self, const char *label);
/** cut_library_row_set_count: 0 or less shows nothing */
void cut_library_row_set_count (CutLibraryRow *self, gint64 count);

G_END_DECLS
