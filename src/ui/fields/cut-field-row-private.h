/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-field-row.h"

G_BEGIN_DECLS

/* CutFieldEditor: how one type of field is edited. */
typedef struct
{
  /* Returns: (transfer floating): the editor */
  GtkWidget *(*build) (CutFieldRow *row);
  void (*show) (CutFieldRow *row, GtkWidget *editor, CutRecord *record);
} CutFieldEditor;

/** cut_field_editor_for: Returns: (transfer none): the editor for @field of @kind */
const CutFieldEditor *cut_field_editor_for (CutKind kind, const CutField *field);

CutNotebook *cut_field_row_get_notebook (CutFieldRow *self);
const CutField *cut_field_row_get_field (CutFieldRow *self);
guint cut_field_row_get_index (CutFieldRow *self);
const char *cut_field_row_get_label (CutFieldRow *self);
/** cut_field_row_is_showing: whether the value is being set by the program */
gboolean cut_field_row_is_showing (CutFieldRow *self);
/** cut_field_row_get_record: (nullable) */
CutRecord *cut_field_row_get_record (CutFieldRow *self);
/** cut_field_row_restore: shows the stored value in place of what was typed */
void cut_field_row_restore (CutFieldRow *self);
/** cut_field_row_commit_value: @value: (nullable): NULL clears. @created: (nullable): a new object it names */
void cut_field_row_commit_value (CutFieldRow *self, const GValue *value, CutRecord *created);
/** cut_field_row_commit_text: as typed; a sentence is shown when it cannot be read */
void cut_field_row_commit_text (CutFieldRow *self, const char *text);

G_END_DECLS
