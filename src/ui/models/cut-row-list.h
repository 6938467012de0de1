/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_ROW_ITEM (cut_row_item_get_type ())
G_DECLARE_FINAL_TYPE (CutRowItem, cut_row_item, CUT, ROW_ITEM, GObject)

/**
 * CutRowItem:
 *
 * A place in a #CutRowList. Property `row` (#CutRow, nullable, notify): %NULL until it was read.
 */
CutRow *cut_row_item_get_row (CutRowItem *self);
gint64 cut_row_item_get_key (CutRowItem *self);

#define CUT_TYPE_ROW_LIST (cut_row_list_get_type ())
G_DECLARE_FINAL_TYPE (CutRowList, cut_row_list, CUT, ROW_LIST, GObject)

/**
 * CutRowList:
 *
 * A #GListModel of #CutRowItem over a query: it knows the order of all rows by small keys and reads
 * the rows in pages, only those somebody asked for. After a change of the notebook the order is
 * read again, once however many changes come; items that stay keep their identity, and only
 * the part between the first and last difference is reported as changed.
 *
 * Properties: `loading` (the order is on its way), `n-items`. Signal `refreshed`: the order is up to date.
 */
CutRowList *cut_row_list_new (CutNotebook *notebook);

/** cut_row_list_set_query: @query: (nullable) (transfer none): what to list; cancels what was under way */
void cut_row_list_set_query (CutRowList *self, const CutQuery *query);
/** cut_row_list_get_query: (nullable) (transfer none) */
const CutQuery *cut_row_list_get_query (CutRowList *self);
/** cut_row_list_refresh: reads the order and the rows in use again, soon */
void cut_row_list_refresh (CutRowList *self);
gboolean cut_row_list_is_loading (CutRowList *self);
/** cut_row_list_get_error: (nullable): why the last order could not be read */
const GError *cut_row_list_get_error (CutRowList *self);
/** cut_row_list_find_key: Returns: its position, or G_MAXUINT */
guint cut_row_list_find_key (CutRowList *self, gint64 key);

G_END_DECLS
