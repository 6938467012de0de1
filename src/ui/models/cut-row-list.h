/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"
#include "cut-row-item.h"

G_BEGIN_DECLS

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
 * A query with words comes in two steps: the first page with its first rows as soon as it is known, or as the best of what was looked
 * at in less than a frame, then all. So does a list of all of a kind: a screen of rows, then the order of all. Between them the list is partial.
 *
 * Properties: `loading` (the order, or the rest of it, is on its way), `n-items`. Signal `refreshed`: the order is up to date, or its
 * beginning is there.
 */
CutRowList *cut_row_list_new (CutNotebook *notebook);

/** cut_row_list_set_query: @query: (nullable) (transfer none): what to list; cancels what was under way */
void cut_row_list_set_query (CutRowList *self, const CutQuery *query);
/** cut_row_list_get_query: (nullable) (transfer none) */
const CutQuery *cut_row_list_get_query (CutRowList *self);
/** cut_row_list_refresh: reads the order and the rows in use again, soon */
void cut_row_list_refresh (CutRowList *self);
gboolean cut_row_list_is_loading (CutRowList *self);
/** cut_row_list_is_partial: whether there are more rows, or may be, than the list holds yet */
gboolean cut_row_list_is_partial (CutRowList *self);
/** cut_row_list_get_suggestion: (transfer none) (nullable): nothing was found, but this search would find something; see #CutHits */
const char *cut_row_list_get_suggestion (CutRowList *self);
/** cut_row_list_get_error: (nullable): why the last order could not be read */
const GError *cut_row_list_get_error (CutRowList *self);
CutNotebook *cut_row_list_get_notebook (CutRowList *self);
/** cut_row_list_get_key: of the row at @position, which is not read for that */
gint64 cut_row_list_get_key (CutRowList *self, guint position);
/** cut_row_list_find_keys: @keys: (element-type gint64). Returns: (transfer full): where they are now */
GtkBitset *cut_row_list_find_keys (CutRowList *self, const GArray *keys);

G_END_DECLS
