/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_RECORD_FORM (cut_record_form_get_type ())
G_DECLARE_FINAL_TYPE (CutRecordForm, cut_record_form, CUT, RECORD_FORM, GtkWidget)

/**
 * CutRecordForm:
 *
 * The fields of one object, each edit an act of its own. Follows the notebook's changes by itself.
 * What could not be stored is said by the action `win.toast`.
 *
 * @fields: (array zero-terminated=1): names of the fields of @kind, in the order to show; static
 */
GtkWidget *cut_record_form_new (CutNotebook *notebook, CutKind kind, const char *const *fields);

/** cut_record_form_set_record: @record: (nullable): of the form's kind */
void cut_record_form_set_record (CutRecordForm *self, CutRecord *record);
/** cut_record_form_get_record: (nullable) (transfer none): as last edited */
CutRecord *cut_record_form_get_record (CutRecordForm *self);
/**
 * cut_record_form_new_draft:
 *
 * The same for an object that is not stored yet: edits are kept, none is committed. The act that stores them is made by
 * cut_record_form_make_act().
 */
GtkWidget *cut_record_form_new_draft (CutNotebook *notebook, CutKind kind, const char *const *fields);
/** cut_record_form_make_act: of a draft. Returns: (transfer full): an act that stores the object as edited, and what was made on the way */
CutAct *cut_record_form_make_act (CutRecordForm *self, const char *label);

/** cut_record_form_put: of a draft. @record: as it is now, edited elsewhere. @created: (nullable): a new object that it names */
void cut_record_form_put (CutRecordForm *self, CutRecord *record, CutRecord *created);

/** cut_record_form_focus: the focus goes to the editor of @field */
void cut_record_form_focus (CutRecordForm *self, const char *field);

G_END_DECLS
