/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-reader-link.h"

gboolean
cut_link_is_safe (const char *address)
{
  static const char *const schemes[] = { "http", "https", "mailto" };
  g_autofree char *scheme = address != NULL ? g_uri_parse_scheme (address) : NULL;

  for (guint i = 0; scheme != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strcasecmp (scheme, schemes[i]) == 0)
      return TRUE;
  return FALSE;
}

static const CutSpan *
find_link (CutReaderText *text,
           guint          offset)
{
  CutPage *page = cut_reader_text_get_page (text);

  return page != NULL ? cut_page_find_link (page, offset) : NULL;
}

static const CutSpan *
find_link_at (CutReaderText *text,
              double         x,
              double         y)
{
  guint offset;

  return cut_reader_text_get_offset_at (text, x, y, &offset) ? find_link (text, offset) : NULL;
}

gboolean
cut_reader_link_open (CutReaderText *text,
                      guint          offset)
{
  const CutSpan *link = find_link (text, offset);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (text));

  if (link == NULL || !cut_link_is_safe (link->target))
    return FALSE;
  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, link->target, GDK_CURRENT_TIME);
  return TRUE;
}

static void
released_cb (CutReaderText *text,
             int            n_press,
             double         x,
             double         y)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  guint offset;

  if (n_press == 1 && !gtk_text_buffer_get_has_selection (buffer)
      && cut_reader_text_get_offset_at (text, x, y, &offset))
    cut_reader_link_open (text, offset);
}

static void
motion_cb (CutReaderText *text,
           double         x,
           double         y)
{
  const CutSpan *link = find_link_at (text, x, y);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (text), link != NULL ? "pointer" : "text");
}

static gboolean
tooltip_cb (CutReaderText *text,
            int            x,
            int            y,
            gboolean       keyboard,
            GtkTooltip    *tooltip)
{
  const CutSpan *link = keyboard ? find_link (text, cut_reader_text_get_caret (text)) : find_link_at (text, x, y);

  if (link == NULL || link->target == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, link->target);
  return TRUE;
}

void
cut_reader_link_add (CutReaderText *text)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), text);
  gtk_widget_add_controller (GTK_WIDGET (text), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), text);
  gtk_widget_add_controller (GTK_WIDGET (text), motion);
  gtk_widget_set_has_tooltip (GTK_WIDGET (text), TRUE);
  g_signal_connect (text, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
}
