/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-busy.h"

guint
cut_busy_begin (GtkWidget  *widget,
                const char *reason)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GApplication *application = g_application_get_default ();

  if (!GTK_IS_APPLICATION (application))
    return 0;
  return gtk_application_inhibit (GTK_APPLICATION (application), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                  GTK_APPLICATION_INHIBIT_LOGOUT | GTK_APPLICATION_INHIBIT_SUSPEND, reason);
}

void
cut_busy_end (guint *cookie)
{
  GApplication *application = g_application_get_default ();

  if (*cookie != 0 && GTK_IS_APPLICATION (application))
    gtk_application_uninhibit (GTK_APPLICATION (application), *cookie);
  *cookie = 0;
}

static void
work_gone_cb (gpointer data)
{
  guint cookie = GPOINTER_TO_UINT (data);

  cut_busy_end (&cookie);
}

void
cut_busy_while (GObject    *work,
                GtkWidget  *widget,
                const char *reason)
{
  g_object_set_data_full (work, "cut-busy", GUINT_TO_POINTER (cut_busy_begin (widget, reason)), work_gone_cb);
}
