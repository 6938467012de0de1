/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-check-dialog.h"

#include <glib/gi18n-lib.h>

#include "cut-compat.h"
#include "cut-counts.h"
#include "cut-judgement.h"
#include "cut-opening.h"

struct _CutCheckDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkButton *cancel_button;
  CutOpening *opening;
  GtkListBox *list;

  char *path; /* (owned) */
};

G_DEFINE_FINAL_TYPE (CutCheckDialog, cut_check_dialog, ADW_TYPE_WINDOW)

static void
show_verdict (CutCheckDialog     *self,
              const CutJudgement *judgement)
{
  guint n = judgement->problems->len;
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *verdict = n == 0 ? g_strdup (_("All is as it was written"))
                                    : g_strdup_printf (ngettext ("%u thing is wrong with it", "%u things are wrong with it", n), n);

  cut_counts_add_line (self->list, n == 0 ? "object-select-symbolic" : "dialog-error-symbolic", verdict, name);
}

static void
show_judgement (CutCheckDialog     *self,
                const CutJudgement *judgement)
{
  show_verdict (self, judgement);
  /* Who signed something else says nothing about this. */
  if (judgement->signature != NULL && judgement->problems->len == 0)
    cut_counts_add_signature (self->list, judgement->signature, judgement->trust);
  cut_counts_add_lines (self->list, "dialog-error-symbolic", judgement->problems);
  cut_counts_add_lines (self->list, "dialog-warning-symbolic", judgement->warnings);
  cut_opening_end (self->opening);
}

static void
judged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutCheckDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutJudgement) judgement = cut_judgement_new_finish (result, &error);

  cut_button_set_label (self->cancel_button, _("_Close"));
  if (judgement != NULL)
    show_judgement (self, judgement);
  else
    cut_opening_fail (self->opening, error);
}

static void
opened_cb (CutCheckDialog *self)
{
  g_autofree char *name = g_path_get_basename (self->path);
  /* Translators: the name of a file */
  g_autofree char *message = g_strdup_printf (_("Checking “%s”…"), name);
  CutProgress *progress = cut_opening_begin (self->opening, message);

  cut_judgement_new_async (cut_opening_get_opened (self->opening), FALSE, progress, judged_cb, g_object_ref (self));
}

static void
stopped_cb (CutCheckDialog *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
cancel_cb (CutCheckDialog *self)
{
  if (!cut_opening_cancel (self->opening))
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
cut_check_dialog_close_request (GtkWindow *window)
{
  return cut_opening_cancel (CUT_CHECK_DIALOG (window)->opening) ||
         GTK_WINDOW_CLASS (cut_check_dialog_parent_class)->close_request (window);
}

static void
cut_check_dialog_finalize (GObject *object)
{
  g_free (CUT_CHECK_DIALOG (object)->path);
  G_OBJECT_CLASS (cut_check_dialog_parent_class)->finalize (object);
}

static void
cut_check_dialog_class_init (CutCheckDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cut_check_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cut_check_dialog_close_request;
  g_type_ensure (CUT_TYPE_OPENING);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/transfer/cut-check-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CutCheckDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, CutCheckDialog, opening);
  gtk_widget_class_bind_template_child (widget_class, CutCheckDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
}

static void
cut_check_dialog_init (CutCheckDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cut_check_dialog_new (const char *path)
{
  CutCheckDialog *self = g_object_new (CUT_TYPE_CHECK_DIALOG, NULL);

  self->path = g_strdup (path);
  cut_opening_open (self->opening, path);
  return GTK_WIDGET (self);
}
