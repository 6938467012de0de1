/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_IDS_ROW (cut_ids_row_get_type ())
G_DECLARE_FINAL_TYPE (CutIdsRow, cut_ids_row, CUT, IDS_ROW, GtkWidget)

/**
 * CutIdsRow:
 *
 * An ordered list of objects of one kind, each with a button to take it out (Alt+Left and Alt+Right
 * move it), and a completing entry that adds one.
 *
 * Signal `edited` (GStrv ids, CutRecord *created): the list as a person changed it.
 */
GtkWidget *cut_ids_row_new (CutNotebook *notebook, CutKind kind, const char *label);
void cut_ids_row_show (CutIdsRow *self, const char *const *ids);

G_END_DECLS
