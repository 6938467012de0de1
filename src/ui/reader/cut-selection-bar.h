/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CUT_TYPE_SELECTION_BAR (cut_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (CutSelectionBar, cut_selection_bar, CUT, SELECTION_BAR, GtkWidget)

/**
 * CutSelectionBar:
 *
 * The small bar at selected words: a button for each kind of mark that is needed often, with its key, and behind a last one the others and
 * the colours. The buttons are `reader.mark` and `reader.colour`; it never takes the focus from the text by itself.
 */
GtkWidget *cut_selection_bar_new (void);

G_END_DECLS
