/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-source-item.h"

G_BEGIN_DECLS

#define CUT_TYPE_SOURCE_ROW (cut_source_row_get_type ())
G_DECLARE_FINAL_TYPE (CutSourceRow, cut_source_row, CUT, SOURCE_ROW, GtkWidget)

/** CutSourceRow: one line of the contact book: name, kind, rating and number of claims, and a lock where the name is hidden */
GtkWidget *cut_source_row_new (void);
/** cut_source_row_show: @item: (nullable) */
void cut_source_row_show (CutSourceRow *self, CutSourceItem *item);
/** cut_source_row_describe: Returns: (transfer full): what a screen reader says of the row */
char *cut_source_row_describe (CutSourceItem *item);

G_END_DECLS
