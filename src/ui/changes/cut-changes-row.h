/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-changes-item.h"

G_BEGIN_DECLS

#define CUT_TYPE_CHANGES_ROW (cut_changes_row_get_type ())
G_DECLARE_FINAL_TYPE (CutChangesRow, cut_changes_row, CUT, CHANGES_ROW, GtkWidget)

/**
 * CutChangesRow:
 *
 * Shows one item of the Changes view: in one column, what was removed struck out before what was added underlined, or
 * in two. Rows are reused by the list. Signal `unfold`: what is folded away shall be shown.
 */
GtkWidget *cut_changes_row_new (void);
/** cut_changes_row_set_item: @item: (nullable); @current: the change somebody is at, or %CUT_CHANGES_NONE */
void cut_changes_row_set_item (CutChangesRow *self, CutChangesItem *item, gboolean side_by_side, guint current);
/** cut_changes_row_get_item: (nullable) (transfer none) */
CutChangesItem *cut_changes_row_get_item (CutChangesRow *self);

G_END_DECLS
