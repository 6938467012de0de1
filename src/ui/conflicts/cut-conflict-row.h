/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-conflict.h"

G_BEGIN_DECLS

#define CUT_TYPE_CONFLICT_ROW (cut_conflict_row_get_type ())
G_DECLARE_FINAL_TYPE (CutConflictRow, cut_conflict_row, CUT, CONFLICT_ROW, GtkListBoxRow)

/**
 * CutConflictRow:
 *
 * One field that two people wrote different things into: the object, each value with who wrote it and when, and a button to let it
 * stand; where the field has an editor, another value can be written.
 *
 * Signal `settled` (CutRecord *record, CutRecord *created): a person chose or wrote a value: the object with it, to be stored, and
 *   (nullable) a new object that it names.
 */

/** cut_conflict_row_new: @conflict: (transfer none): must outlive the row. @writable: whether anything can be settled */
GtkWidget *cut_conflict_row_new (CutNotebook *notebook, const CutConflict *conflict, gboolean writable);

G_END_DECLS
