/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CUT_TYPE_LINK_DIALOG (cut_link_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CutLinkDialog, cut_link_dialog, CUT, LINK_DIALOG, AdwWindow)

/**
 * CutLinkDialog:
 *
 * Asks for the addresses of articles, one or many. Not modal. Signal `links` (GStrv): what was given.
 */
GtkWidget *cut_link_dialog_new (void);
/** cut_link_dialog_set_text: what stands in the entry, to be clipped or changed */
void cut_link_dialog_set_text (CutLinkDialog *self, const char *text);

G_END_DECLS
