/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_FIELD_ROW (cut_field_row_get_type ())
G_DECLARE_FINAL_TYPE (CutFieldRow, cut_field_row, CUT, FIELD_ROW, AdwPreferencesRow)

/**
 * CutFieldRow:
 *
 * One field of a record: its label and the editor that fits its type (a word: a drop-down; a date: an
 * entry that refuses what is no date; an id: a completing entry; …). It follows the field table
 * alone, so a new field of the model needs no new widget.
 *
 * Signal `edited` (CutRecord *changed, CutRecord *created): a person changed the value: the changed copy,
 * and (nullable) the new object it refers to.
 */
GtkWidget *cut_field_row_new (CutNotebook *notebook, CutKind kind, const char *name);

/** cut_field_row_show: @record: whose value is shown, of the row's kind; what is being typed is left alone */
void cut_field_row_show (CutFieldRow *self, CutRecord *record);
/** cut_field_row_get_name: (transfer none): of the field */
const char *cut_field_row_get_name (CutFieldRow *self);

G_END_DECLS
