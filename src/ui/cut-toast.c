/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-toast.h"

#include "cut-notebook.h"

void
cut_toast (GtkWidget  *widget,
           const char *sentence,
           gboolean    undo)
{
  gtk_widget_activate_action (widget, "win.toast", "(sb)", sentence, undo);
}

void
cut_toast_error (GtkWidget    *widget,
                 const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cut_toast (widget, error->message, FALSE);
}

void
cut_toast_committed_cb (GObject      *notebook,
                        GAsyncResult *result,
                        gpointer      widget)
{
  g_autoptr (GtkWidget) self = widget;
  g_autoptr (GError) error = NULL;

  if (!cut_notebook_commit_finish (CUT_NOTEBOOK (notebook), result, &error))
    cut_toast_error (self, error);
}
