/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-growing-text.h"

#define LEAST_LINES 2
#define MOST_LINES 10

static const char waiting[] = "cut-growing-text";

static int
get_line_height (GtkWidget *view)
{
  PangoFontMetrics *font = pango_context_get_metrics (gtk_widget_get_pango_context (view), NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (font));

  pango_font_metrics_unref (font);
  return MAX (height, 1);
}

static int
get_text_height (GtkTextView *view)
{
  GtkTextIter end;
  int y, height;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
  gtk_text_view_get_line_yrange (view, &end, &y, &height);
  return y + height;
}

static gboolean
fit_cb (gpointer data)
{
  GtkScrolledWindow *scrolled = data;
  GtkTextView *view = GTK_TEXT_VIEW (gtk_scrolled_window_get_child (scrolled));
  int margins, line, least, height;

  g_object_set_data (G_OBJECT (scrolled), waiting, NULL);
  if (view == NULL || gtk_widget_get_width (GTK_WIDGET (view)) == 0)
    return G_SOURCE_REMOVE;
  margins = gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
  line = get_line_height (GTK_WIDGET (view));
  least = LEAST_LINES * line;
  height = CLAMP (get_text_height (view), least, MOST_LINES * line) + margins;
  if (height != gtk_scrolled_window_get_min_content_height (scrolled))
    gtk_scrolled_window_set_min_content_height (scrolled, height);
  return G_SOURCE_REMOVE;
}

/* Not while sizes are being given. */
static void
fit (GtkScrolledWindow *scrolled)
{
  if (g_object_get_data (G_OBJECT (scrolled), waiting) != NULL)
    return;
  g_object_set_data (G_OBJECT (scrolled), waiting, GINT_TO_POINTER (1));
  g_idle_add_full (GTK_PRIORITY_RESIZE - 1, fit_cb, g_object_ref (scrolled), g_object_unref);
}

GtkWidget *
cut_growing_text_new (GtkTextView *view)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (view));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), "changed", G_CALLBACK (fit), scrolled,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (fit), scrolled, G_CONNECT_SWAPPED);
  g_signal_connect (scrolled, "map", G_CALLBACK (fit), NULL);
  return scrolled;
}
