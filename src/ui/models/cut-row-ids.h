/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-row-list.h"

G_BEGIN_DECLS

/** CutRowIds: @ids: at least one */
typedef void (*CutRowIds) (gpointer owner, const char *const *ids, gpointer user_data);

/**
 * cut_row_ids_gather:
 * @positions: in @list
 * @owner: kept until @func was called, and given to it
 *
 * The ids of rows, of which those that were not yet in view are read first. @func is not called where there are none.
 */
void cut_row_ids_gather (CutRowList *list, GtkBitset *positions, GObject *owner, CutRowIds func, gpointer user_data);

G_END_DECLS
