/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** cut_colour_swatch_new: a small picture of the colour @colour, in the present palette; decorative */
GtkWidget *cut_colour_swatch_new (const char *colour);
/** cut_colour_swatch_set: @colour: (nullable) */
void cut_colour_swatch_set (GtkWidget *swatch, const char *colour);

/** cut_colour_buttons_fill: adds a button for each colour to @box, named by the colour's meaning;
 *   each activates @action with the colour's word */
void cut_colour_buttons_fill (GtkBox *box, const char *action);

G_END_DECLS
