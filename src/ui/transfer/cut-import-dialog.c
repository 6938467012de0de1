/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "cut-counts.h"
#include "cut-imports.h"
#include "cut-progress-page.h"

struct _CutImportDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkButton *cancel_button;
  GtkWidget *import_button;
  GtkStack *stack;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkListBox *list;
  AdwStatusPage *error_page;

  CutNotebook *notebook; /* (owned) */
  char *path;            /* (owned) */
  CutProgress *progress; /* (owned) (nullable): of the check or import under way */
};

enum
{
  IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutImportDialog, cut_import_dialog, ADW_TYPE_WINDOW)

static void
show_error (CutImportDialog *self,
            const GError    *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  adw_status_page_set_description (self->error_page, escaped);
  gtk_widget_set_visible (self->import_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
progress_cb (CutImportDialog *self,
             GParamSpec      *pspec,
             CutProgress     *progress)
{
  /* The last news of a job may come after its end. */
  if (progress == self->progress)
    cut_progress_page_update (self->progress_label, self->progress_bar, progress);
}

static void
run (CutImportDialog     *self,
     const char          *message,
     gboolean             dry_run,
     GAsyncReadyCallback  callback)
{
  g_clear_object (&self->progress);
  self->progress = cut_progress_new ();
  g_signal_connect_object (self->progress, "notify::fraction", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_label (self->progress_label, message);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  gtk_widget_set_sensitive (self->import_button, FALSE);
  cut_notebook_import_async (self->notebook, self->path, NULL, dry_run, self->progress, callback, g_object_ref (self));
}

/* The preview. */

static void
show_report (CutImportDialog *self,
             CutImportReport *report)
{
  guint news;

  cut_counts_clear (self->list);
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
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CutImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutImportReport) report = cut_notebook_import_finish (CUT_NOTEBOOK (source), result, &error);

  g_clear_object (&self->progress);
  if (report != NULL)
    show_report (self, report);
  else
    show_error (self, error);
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

  g_clear_object (&self->progress);
  if (report == NULL)
    {
      show_error (self, error);
      return;
    }
  n = count_all (report->added) + count_all (report->changed);
  summary = g_strdup_printf (ngettext ("%u object imported", "%u objects imported", n), n);
  g_signal_emit (self, signals[IMPORTED], 0, summary);
  finish (self, report);
}

static void
import_cb (CutImportDialog *self)
{
  run (self, _("Importing…"), FALSE, imported_cb);
}

static void
cancel_cb (CutImportDialog *self)
{
  if (self->progress != NULL)
    g_cancellable_cancel (cut_progress_get_cancellable (self->progress));
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
cut_import_dialog_close_request (GtkWindow *window)
{
  CutImportDialog *self = CUT_IMPORT_DIALOG (window);

  if (self->progress != NULL)
    {
      g_cancellable_cancel (cut_progress_get_cancellable (self->progress));
      return TRUE;
    }
  return GTK_WINDOW_CLASS (cut_import_dialog_parent_class)->close_request (window);
}

static void
cut_import_dialog_finalize (GObject *object)
{
  CutImportDialog *self = CUT_IMPORT_DIALOG (object);

  g_clear_object (&self->notebook);
  g_clear_object (&self->progress);
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
                                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/transfer/cut-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CutImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, CutImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, CutImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CutImportDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, CutImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, CutImportDialog, list);
  gtk_widget_class_bind_template_child (widget_class, CutImportDialog, error_page);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
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
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *message = g_strdup_printf (_("Checking “%s”…"), name);

  self->notebook = g_object_ref (notebook);
  self->path = g_strdup (path);
  run (self, message, TRUE, checked_cb);
  return GTK_WIDGET (self);
}
