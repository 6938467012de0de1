/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_IMPORT_DIALOG (cut_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CutImportDialog, cut_import_dialog, CUT, IMPORT_DIALOG, AdwWindow)

/**
 * CutImportDialog:
 *
 * Opens a bundle, also one that is encrypted, checks it and who signed it, shows what is new, the same, changed or in conflict before anything is written, then
 * imports it with progress and Cancel. Modal; set the parent with gtk_window_set_transient_for() and present it.
 *
 * Signal `imported` (const char *summary, guint conflicts): done, in one translated sentence, and how much waits to be settled; the dialog
 * closes itself.
 */
GtkWidget *cut_import_dialog_new (CutNotebook *notebook, const char *path);

G_END_DECLS
