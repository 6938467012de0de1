/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-gap.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

/**
 * cut_gap_act_run:
 * @widget: in the window where the button of the gap was pressed
 * @gap: copied as far as it is needed later
 *
 * Starts the act that closes the gap: a form, a dialog, or the place in the window where it can be done.
 */
void cut_gap_act_run (GtkWidget *widget, CutNotebook *notebook, const CutGap *gap);

/** cut_gap_get_icon: Returns: (transfer none): a sign of how urgent it is; the words of cut_urgency_get_label() must be there, too */
const char *cut_gap_get_icon (const CutGap *gap);

G_END_DECLS
