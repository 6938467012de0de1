/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_EXPORT_DIALOG (cut_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CutExportDialog, cut_export_dialog, CUT, EXPORT_DIALOG, AdwWindow)

/**
 * CutExportDialog:
 *
 * Asks what shall leave the notebook, for whom and in which language, shows exactly what would be
 * written and what is withheld, then writes it with progress and Cancel. Modal; set the parent with
 * gtk_window_set_transient_for() and present it.
 *
 * Signal `exported` (const char *path): the bundle lies at @path; the dialog closes itself.
 */

/**
 * cut_export_dialog_new:
 * @scope: (nullable): what is chosen at first: its ids (selected clips), story or query
 * @folder: (nullable): path of the folder offered for the file
 */
GtkWidget *cut_export_dialog_new (CutNotebook *notebook, const CutExportRequest *scope, const char *folder);

G_END_DECLS
