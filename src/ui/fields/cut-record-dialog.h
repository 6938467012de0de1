/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_RECORD_DIALOG (cut_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CutRecordDialog, cut_record_dialog, CUT, RECORD_DIALOG, AdwWindow)

/**
 * CutRecordDialog:
 *
 * Asks for the fields of an object that is to be made: an enquiry, a check. Nothing is stored before the button that says
 * what it does (or Ctrl+Enter); Escape leaves. What cannot be stored is said in the dialog, which stays.
 *
 * Signal `stored` (CutRecord *record): it is in the notebook now.
 */

/**
 * cut_record_dialog_new:
 * @parent: (nullable)
 * @title: of the window
 * @verb: of the button, with a mnemonic
 * @label: name of the act
 * @record: as it is proposed, of the kind that is edited
 * @fields: (array zero-terminated=1): names of the fields to ask for, in this order; static
 *
 * Returns: (transfer none): lives until it is closed
 */
GtkWidget *cut_record_dialog_new (GtkWindow *parent, CutNotebook *notebook, const char *title, const char *verb, const char *label,
                                  CutRecord *record, const char *const *fields);

/** cut_record_dialog_add_top: @top: stands above the fields, and edits the draft by cut_record_form_put(); the focus starts in it. Its action
 *   `record.changed` takes back what was said to be wrong */
void cut_record_dialog_add_top (CutRecordDialog *self, GtkWidget *top);
/** cut_record_dialog_get_form: Returns: (transfer none): the #CutRecordForm of the draft */
GtkWidget *cut_record_dialog_get_form (CutRecordDialog *self);

/** CutRecordCheck: Returns: whether @record may be stored; else a sentence that is shown in the dialog */
typedef gboolean (*CutRecordCheck) (CutRecord *record, gpointer user_data, GError **error);
/** cut_record_dialog_set_check: @check: asked before the record is stored; it and @user_data outlive the dialog's button */
void cut_record_dialog_set_check (CutRecordDialog *self, CutRecordCheck check, gpointer user_data);

/** cut_record_dialog_focus: the focus starts in the editor of @field; to be called before it is shown */
void cut_record_dialog_focus (CutRecordDialog *self, const char *field);

G_END_DECLS
