/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-toast.h"

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

typedef struct
{
  GtkWidget *window; /* (owned) */
  char *sentence;    /* (owned) */
} Said;

static void
stored_cb (GObject      *notebook,
           GAsyncResult *result,
           gpointer      user_data)
{
  Said *self = user_data;
  g_autoptr (GError) error = NULL;

  if (cut_notebook_commit_finish (CUT_NOTEBOOK (notebook), result, &error))
    cut_toast (self->window, self->sentence, TRUE);
  else
    cut_toast_error (self->window, error);
  g_object_unref (self->window);
  g_free (self->sentence);
  g_free (self);
}

void
cut_toast_commit (GtkWidget   *widget,
                  CutNotebook *notebook,
                  CutAct      *act,
                  const char  *sentence)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  Said *said = g_new0 (Said, 1);

  said->window = g_object_ref (root != NULL ? GTK_WIDGET (root) : widget);
  said->sentence = g_strdup (sentence);
  cut_notebook_commit_async (notebook, act, NULL, stored_cb, said);
}
