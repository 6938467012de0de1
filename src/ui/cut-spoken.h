/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a screen reader hears of widgets that GTK 4.8 leaves without a name, or reads out by the name of their class. */

/** cut_drop_down_set_spoken: @label: what is chosen; with what was chosen behind it, it is the name of the button within */
void cut_drop_down_set_spoken (GtkDropDown *self, const char *label);

/** cut_expander_set_spoken: a label, that is its name, too */
void cut_expander_set_spoken (GtkExpander *self, const char *label);

/** cut_buttons_read_once: of the buttons of a template below @root the labels as they are shown, without the sign of the mnemonic */
void cut_buttons_read_once (GtkWidget *root);

G_END_DECLS
