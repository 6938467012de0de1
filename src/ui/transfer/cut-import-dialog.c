/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "cut-busy.h"
#include "cut-counts.h"
#include "cut-imports.h"
#include "cut-judgement.h"
#include "cut-opening.h"

struct _CutImportDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkButton *cancel_button;
  GtkWidget *import_button;
  CutOpening *opening;
  GtkListBox *list;

  CutNotebook *notebook; /* (owned) */
  char *path;              /* (owned) */
  CutImportReport *report; /* (owned) (nullable): what it would change */
  CutJudgement *signed_by; /* (owned) (nullable) */
};

enum
{
  IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutImportDialog, cut_import_dialog, ADW_TYPE_WINDOW)

/* What is read from memory has no name that anybody knows. */
static void
show_error (CutImportDialog *self,
            GError          *error)
{
  error->message = cut_opened_name (cut_opening_get_opened (self->opening), error->message);
  gtk_widget_set_visible (self->import_button, FALSE);
  cut_opening_fail (self->opening, error);
}

/* What is encrypted is a bundle. */
static void
run (CutImportDialog     *self,
     const char          *message,
     gboolean             dry_run,
     GAsyncReadyCallback  callback)
{
  CutOpened *opened = cut_opening_get_opened (self->opening);
  CutProgress *progress = cut_opening_begin (self->opening, message);

  if (!dry_run)
    cut_busy_while (G_OBJECT (progress), GTK_WIDGET (self), _("A file is being imported"));
  gtk_widget_set_sensitive (self->import_button, FALSE);
  cut_notebook_import_async (self->notebook, cut_opened_get_path (opened), cut_opened_is_decrypted (opened) ? "bundle" : NULL, dry_run, progress,
                             callback, g_object_ref (self));
}

/* The preview. */

static void
show_report (CutImportDialog *self,
             CutImportReport *report)
{
  guint news;

  cut_counts_clear (self->list);
  if (self->signed_by != NULL && self->signed_by->signature != NULL)
    cut_counts_add_signature (self->list, self->signed_by->signature, self->signed_by->trust);
  if (report->format != NULL)
    cut_counts_add_line (self->list, NULL, _("Read as"), cut_imports_get_label (report->format));
  news = cut_counts_add (self->list, _("New"), report->added);
  news += cut_counts_add (self->list, report->format != NULL ? _("Changed") : _("Changed by your colleague"), report->changed);
  cut_counts_add (self->list, _("Already here"), report->same);
  cut_counts_add_lines (self->list, "dialog-warning-symbolic", report->conflicts);
  cut_counts_add_lines (self->list, "dialog-error-symbolic", report->failed);
  cut_counts_add_lines (self->list, "dialog-information-symbolic", report->left_out);
  if (news == 0)
    cut_counts_add_line (self->list, "object-select-symbolic", _("There is nothing new in it"), NULL);
  gtk_widget_set_sensitive (self->import_button, news > 0 || (report->conflicts != NULL && report->conflicts->len > 0));
  cut_opening_end (self->opening);
}

/* Who signed it is worth nothing before it was found that all is as it was signed. */
static void
judged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->signed_by = cut_judgement_new_finish (result, &error);
  if (self->signed_by != NULL)
    show_report (self, self->report);
  else
    cut_opening_fail (self->opening, error);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CutImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CutProgress *progress;

  self->report = cut_notebook_import_finish (CUT_NOTEBOOK (source), result, &error);
  if (self->report == NULL)
    {
      show_error (self, error);
      return;
    }
  progress = cut_opening_begin (self->opening, _("Looking who signed it…"));
  cut_judgement_new_async (cut_opening_get_opened (self->opening), TRUE, progress, judged_cb, g_object_ref (self));
}

/* The import. */

/* What did not come along stays to be read; otherwise the window with the news in it says all. */
static void
finish (CutImportDialog *self,
        CutImportReport *report)
{
  if (report->failed->len + report->left_out->len == 0)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  show_report (self, report);
  gtk_widget_set_visible (self->import_button, FALSE);
  gtk_button_set_label (self->cancel_button, _("_Close"));
  gtk_window_set_title (GTK_WINDOW (self), _("Imported"));
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
}

static guint
count_all (GHashTable *counts)
{
  GHashTableIter iter;
  gpointer value;
  guint total = 0;

  if (counts == NULL)
    return 0;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    total += GPOINTER_TO_UINT (value);
  return total;
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CutImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutImportReport) report = cut_notebook_import_finish (CUT_NOTEBOOK (source), result, &error);
  g_autofree char *summary = NULL;
  guint n;

  if (report == NULL)
    {
      show_error (self, error);
      return;
    }
  n = count_all (report->added) + count_all (report->changed);
  summary = g_strdup_printf (ngettext ("%u object imported", "%u objects imported", n), n);
  g_signal_emit (self, signals[IMPORTED], 0, summary, report->conflicts->len);
  finish (self, report);
}

static void
import_cb (CutImportDialog *self)
{
  run (self, _("Importing…"), FALSE, imported_cb);
}

static void
opened_cb (CutImportDialog *self)
{
  g_autofree char *name = g_path_get_basename (self->path);
  /* Translators: the name of a file */
  g_autofree char *message = g_strdup_printf (_("Checking “%s”…"), name);

  run (self, message, TRUE, checked_cb);
}

static void
stopped_cb (CutImportDialog *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
cancel_cb (CutImportDialog *self)
{
  if (!cut_opening_cancel (self->opening))
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
cut_import_dialog_close_request (GtkWindow *window)
{
  return cut_opening_cancel (CUT_IMPORT_DIALOG (window)->opening) ||
         GTK_WINDOW_CLASS (cut_import_dialog_parent_class)->close_request (window);
}

static void
cut_import_dialog_finalize (GObject *object)
{
  CutImportDialog *self = CUT_IMPORT_DIALOG (object);

  g_clear_object (&self->notebook);
  g_clear_pointer (&self->report, cut_import_report_free);
  g_clear_pointer (&self->signed_by, cut_judgement_free);
  g_free (self->path);
  G_OBJECT_CLASS (cut_import_dialog_parent_class)->finalize (object);
}

static void
cut_import_dialog_class_init (CutImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cut_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cut_import_dialog_close_request;

  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  g_type_ensure (CUT_TYPE_OPENING);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/transfer/cut-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CutImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, CutImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, CutImportDialog, opening);
  gtk_widget_class_bind_template_child (widget_class, CutImportDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, stopped_cb);
}

static void
cut_import_dialog_init (CutImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cut_import_dialog_new (CutNotebook *notebook,
                       const char  *path)
{
  CutImportDialog *self = g_object_new (CUT_TYPE_IMPORT_DIALOG, NULL);

  self->notebook = g_object_ref (notebook);
  self->path = g_strdup (path);
  cut_opening_open (self->opening, path);
  return GTK_WIDGET (self);
}
