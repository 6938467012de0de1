/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-row-list.h"

G_BEGIN_DECLS

#define CUT_TYPE_ROW_CHOICE (cut_row_choice_get_type ())
G_DECLARE_FINAL_TYPE (CutRowChoice, cut_row_choice, CUT, ROW_CHOICE, GObject)

/** CutRowIds: @ids: at least one */
typedef void (*CutRowIds) (gpointer owner, const char *const *ids, gpointer user_data);

/**
 * CutRowChoice:
 *
 * Rows that were chosen, however many, read or not: what is dragged.
 */
CutRowChoice *cut_row_choice_new (CutRowList *list, GtkBitset *positions);

/**
 * cut_row_choice_gather:
 * @owner: kept until @func was called, and given to it; a widget says where the ids cannot be read
 * @free_data: (nullable): for @user_data, also where @func is not called
 *
 * Asks the notebook for the ids alone, in the order of the list. @func is not called where there are none.
 */
void cut_row_choice_gather (CutRowChoice *self, GObject *owner, CutRowIds func, gpointer user_data, GDestroyNotify free_data);

G_END_DECLS
