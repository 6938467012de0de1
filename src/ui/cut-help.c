/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-help.h"

#include <glib/gi18n-lib.h>

#include "cut-toast.h"

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkWindow) window = GTK_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (window, result, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cut_toast (GTK_WIDGET (window), _("There is no program that shows help, such as Yelp. “man cuttings” has the manual."), FALSE);
}

void
cut_help_show (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_show_uri_full (g_object_ref (window), "help:cuttings", GDK_CURRENT_TIME, NULL, shown_cb, NULL);
}
