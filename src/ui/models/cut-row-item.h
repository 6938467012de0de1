/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_ROW_ITEM (cut_row_item_get_type ())
G_DECLARE_FINAL_TYPE (CutRowItem, cut_row_item, CUT, ROW_ITEM, GObject)

/** CutRowAsker: whom items ask for their rows, as long as it is there */
typedef struct _CutRowAsker CutRowAsker;
typedef void (*CutRowAsk) (gpointer list, CutRowItem *item);

/** cut_row_asker_new: @list: not held; it says with cut_row_asker_leave() that it goes */
CutRowAsker *cut_row_asker_new (CutRowAsk ask, gpointer list);
/** cut_row_asker_leave: (transfer full): nobody is asked any more */
void cut_row_asker_leave (CutRowAsker *self);

/**
 * CutRowItem:
 *
 * A place in a #CutRowList. Property `row` (#CutRow, nullable, notify): %NULL until it was read, which is asked for by who looks for it first:
 * GTK holds the items of all that is chosen, seen or not.
 */
CutRowItem *cut_row_item_new (gint64 key, CutRowAsker *asker);
/** cut_row_item_get_row: Returns: (transfer none) (nullable): then it comes later */
CutRow *cut_row_item_get_row (CutRowItem *self);
/** cut_row_item_is_wanted: whether somebody looked for the row */
gboolean cut_row_item_is_wanted (CutRowItem *self);
/** cut_row_item_set_position: where it stood last */
void cut_row_item_set_position (CutRowItem *self, guint position);
guint cut_row_item_get_position (CutRowItem *self);
/** cut_row_item_set_row: notifies only where @row says something else */
void cut_row_item_set_row (CutRowItem *self, CutRow *row);
gint64 cut_row_item_get_key (CutRowItem *self);
/** cut_row_item_peek_key: Returns: (transfer none): the key where it stands in the item: stays as long as that does */
const gint64 *cut_row_item_peek_key (CutRowItem *self);

G_END_DECLS
