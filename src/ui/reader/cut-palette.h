/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CUT_TYPE_PALETTE (cut_palette_get_type ())
G_DECLARE_FINAL_TYPE (CutPalette, cut_palette, CUT, PALETTE, GObject)

/**
 * CutPalette:
 *
 * The colours of marks on one display. They are named in CSS, once for each of light, dark, high contrast and
 * both; the palette loads the fitting sheet and says `changed` when the style turns. Main thread.
 */

/** cut_palette_get: Returns: (transfer none): the palette of @display, made on first use */
CutPalette *cut_palette_get (GdkDisplay *display);

/**
 * cut_palette_lookup:
 * @widget: whose style the colour is for
 * @colour: (nullable): a word of %CUT_VOCAB_COLOUR; an unknown one counts as `yellow`
 * @line: the strong shade for lines, not the soft one for grounds
 */
void cut_palette_lookup (CutPalette *self, GtkWidget *widget, const char *colour, gboolean line, GdkRGBA *rgba);

/** cut_palette_lookup_name: a named colour of the style, such as `accent_color`; the text colour when unknown */
void cut_palette_lookup_name (CutPalette *self, GtkWidget *widget, const char *name, GdkRGBA *rgba);

G_END_DECLS
