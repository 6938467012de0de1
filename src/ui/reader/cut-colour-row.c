/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-colour-row.h"

#include <glib/gi18n-lib.h>

#include "cut-palette.h"
#include "cut-vocab.h"

#define SWATCH_SIZE 14

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  CutPalette *palette = cut_palette_get (gtk_widget_get_display (GTK_WIDGET (area)));
  const char *colour = g_object_get_data (G_OBJECT (area), "cut-colour");
  GdkRGBA ground, line;

  cut_palette_lookup (palette, GTK_WIDGET (area), colour, FALSE, &ground);
  cut_palette_lookup (palette, GTK_WIDGET (area), colour, TRUE, &line);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0 - 1, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

GtkWidget *
cut_colour_swatch_new (const char *colour)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  CutPalette *palette = cut_palette_get (gdk_display_get_default ());

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SWATCH_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_SIZE);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, NULL, NULL);
  g_signal_connect_object (palette, "changed", G_CALLBACK (gtk_widget_queue_draw), area, G_CONNECT_SWAPPED);
  cut_colour_swatch_set (area, colour);
  return area;
}

void
cut_colour_swatch_set (GtkWidget  *swatch,
                       const char *colour)
{
  g_object_set_data_full (G_OBJECT (swatch), "cut-colour", g_strdup (colour), g_free);
  gtk_widget_queue_draw (swatch);
}

void
cut_colour_buttons_fill (GtkBox     *box,
                         const char *action)
{
  const char *const *colours = cut_vocab_get_words (CUT_VOCAB_COLOUR);

  for (guint i = 0; colours[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new ();
      const char *meaning = cut_vocab_get_label (CUT_VOCAB_COLOUR, colours[i]);
      /* Translators: the meaning of a colour, and the key that chooses it */
      g_autofree char *tip = g_strdup_printf (_("%s (%u)"), meaning, i + 1);

      gtk_button_set_child (GTK_BUTTON (button), cut_colour_swatch_new (colours[i]));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "colour-button");
      gtk_widget_set_tooltip_text (button, tip);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", colours[i]);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, meaning, -1);
      gtk_box_append (box, button);
    }
}
