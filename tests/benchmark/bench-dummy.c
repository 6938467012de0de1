/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "cut-startup.h"

/* bench-dummy ROWS: the start of a window with a list of so many rows and a pane of text that are made up, which is what the program's own
 * start is measured by (bench-start.py). Prints the line that `cuttings bench-startup` prints. */

#define TEXT_BYTES (60 * 1024)

typedef struct
{
  CutStartup *startup;
  GtkWindow *window;
  guint n_rows;
} Dummy;

static void
reach (Dummy          *self,
       CutStartupStep  step)
{
  g_autofree char *line = NULL;

  if (!cut_startup_reach (self->startup, step))
    return;
  line = cut_startup_describe (self->startup);
  g_print ("%s\n", line);
  gtk_window_close (self->window);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *line = gtk_inscription_new (NULL);

      gtk_inscription_set_min_lines (GTK_INSCRIPTION (line), i == 1 ? 3 : 1);
      gtk_box_append (GTK_BOX (box), line);
    }
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  GtkStringObject *item = gtk_list_item_get_item (list_item);

  for (GtkWidget *line = gtk_widget_get_first_child (gtk_list_item_get_child (list_item)); line != NULL; line = gtk_widget_get_next_sibling (line))
    gtk_inscription_set_text (GTK_INSCRIPTION (line), gtk_string_object_get_string (item));
}

static GtkWidget *
scroll (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  return scrolled;
}

static GtkWidget *
make_list (Dummy *self)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  for (guint i = 0; i < self->n_rows; i++)
    gtk_string_list_take (rows, g_strdup_printf ("The harbour board admitted leak number %u in its minutes", i));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  list = scroll (gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows))), factory));
  gtk_widget_set_size_request (list, 272, -1);
  return list;
}

static GtkWidget *
make_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = scroll (view);

  while (text->len < TEXT_BYTES)
    g_string_append (text, "The harbour board of Norrvik has admitted that a second tank leaked in March, a week after it denied the first.\n\n");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text->str, -1);
  gtk_widget_set_hexpand (scrolled, TRUE);
  return scrolled;
}

static void
drawn_cb (GdkFrameClock *clock,
          Dummy         *self)
{
  g_signal_handlers_disconnect_by_func (clock, drawn_cb, self);
  reach (self, CUT_STARTUP_FIRST_FRAME);
  reach (self, CUT_STARTUP_LIST_READY);
}

static void
mapped_cb (GtkWidget *window,
           Dummy     *self)
{
  reach (self, CUT_STARTUP_MAP);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (drawn_cb), self);
}

static void
activate_cb (GtkApplication *application,
             Dummy          *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *panes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  reach (self, CUT_STARTUP_ACTIVATE);
  self->window = GTK_WINDOW (adw_application_window_new (application));
  gtk_box_append (GTK_BOX (panes), make_list (self));
  gtk_box_append (GTK_BOX (panes), make_text ());
  gtk_widget_set_vexpand (panes, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), panes);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self->window), box);
  gtk_window_set_default_size (self->window, 1280, 800);
  g_signal_connect (self->window, "map", G_CALLBACK (mapped_cb), self);
  gtk_window_present (self->window);
}

static void
startup_cb (GApplication *application,
            Dummy        *self)
{
  reach (self, CUT_STARTUP_INIT);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (CutStartup) startup = cut_startup_new (g_get_monotonic_time ());
  g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  Dummy dummy = { .startup = startup, .n_rows = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 10000 };

  cut_startup_reach (startup, CUT_STARTUP_MAIN);
  g_signal_connect_after (application, "startup", G_CALLBACK (startup_cb), &dummy);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &dummy);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
