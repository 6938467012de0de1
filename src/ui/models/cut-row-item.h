/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_ROW_ITEM (cut_row_item_get_type ())
G_DECLARE_FINAL_TYPE (CutRowItem, cut_row_item, CUT, ROW_ITEM, GObject)

/**
 * CutRowItem:
 *
 * A place in a #CutRowList. Property `row` (#CutRow, nullable, notify): %NULL until it was read.
 */
CutRowItem *cut_row_item_new (gint64 key);
/** cut_row_item_get_row: Returns: (transfer none) (nullable) */
CutRow *cut_row_item_get_row (CutRowItem *self);
/** cut_row_item_set_row: notifies only where @row says something else */
void cut_row_item_set_row (CutRowItem *self, CutRow *row);
gint64 cut_row_item_get_key (CutRowItem *self);
/** cut_row_item_peek_key: Returns: (transfer none): the key where it stands in the item: stays as long as that does */
const gint64 *cut_row_item_peek_key (CutRowItem *self);

G_END_DECLS
