/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CUT_TYPE_CHECK_DIALOG (cut_check_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CutCheckDialog, cut_check_dialog, CUT, CHECK_DIALOG, AdwWindow)

/**
 * CutCheckDialog:
 *
 * Checks a bundle, or any BagIt bag, also one that is encrypted, and tells what is wrong with it and who signed it. Nothing is imported.
 * Modal; set the parent with gtk_window_set_transient_for() and present it.
 */
GtkWidget *cut_check_dialog_new (const char *path);

G_END_DECLS
