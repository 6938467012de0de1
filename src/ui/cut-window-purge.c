/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-kind-counts.h"
#include "cut-notebook-purge.h"
#include "cut-window-private.h"

/* Deleting for good: what it would take along is found out first, then it is asked for, then it is a job as any other. */

#define MOST_REASONS 6 /* why something stays: a dialog is no list */

typedef struct
{
  gatomicrefcount ref_count;
  CutWindow *window; /* (owned) */
  char **ids;        /* (owned) (nullable): all of the Trash when there are none */
  CutJob *job;       /* (owned) (nullable): while it runs */
} Purge;

static Purge *
purge_ref (Purge *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
purge_unref (gpointer data)
{
  Purge *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->window);
  g_clear_object (&self->job);
  g_strfreev (self->ids);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Purge, purge_unref)

static void
unref_closure (gpointer  data,
               GClosure *closure)
{
  purge_unref (data);
}

static const char *const *
get_ids (Purge *self)
{
  return (const char *const *) self->ids;
}

/* Doing it. */

static char *
describe_done (CutPurgeReport *report)
{
  guint n = cut_purge_report_count (report);
  g_autofree char *gone = g_strdup_printf (ngettext ("%u object deleted for good", "%u objects deleted for good", n), n);

  if (report->wiped)
    return g_steal_pointer (&gone);
  /* Translators: how much was deleted for good, and a sentence on what is left of it */
  return g_strdup_printf (_("%s. %s"), gone, report->unwiped);
}

static void
purged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Purge) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutPurgeReport) report = cut_notebook_purge_finish (CUT_NOTEBOOK (source), result, &error);
  g_autofree char *sentence = report != NULL ? describe_done (report) : NULL;

  cut_job_finish (self->job, sentence, error);
  /* Which holds this, to be tried again. */
  g_clear_object (&self->job);
  /* It was closed meanwhile. */
  if (self->window->notebook == NULL)
    return;
  /* Of very many changes the window does not hear each. */
  if (report != NULL && self->ids == NULL && strcmp (self->window->view, "trash") == 0)
    cut_window_open_clip (self->window, NULL, FALSE);
  if (sentence != NULL)
    cut_window_toast (self->window, sentence, FALSE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cut_window_toast (self->window, error->message, FALSE);
}

static void start (Purge *self);

static void
retry_cb (CutJob *job,
          Purge  *self)
{
  cut_clipper_remove_job (self->window->clipper, job);
  start (self);
}

static void
start (Purge *self)
{
  g_autoptr (CutJob) job = cut_job_new (_("Delete for Good"));

  g_set_object (&self->job, job);
  g_signal_connect_data (job, "retry", G_CALLBACK (retry_cb), purge_ref (self), unref_closure, 0);
  cut_clipper_add_job (self->window->clipper, job);
  cut_job_start (job);
  cut_notebook_purge_async (self->window->notebook, get_ids (self), FALSE, cut_job_get_progress (job), purged_cb, purge_ref (self));
}

/* Asking. */

static void
answered_cb (GtkWidget  *dialog,
             const char *response,
             Purge      *self)
{
  if (strcmp (response, "purge") == 0)
    start (self);
}

static void
append_reasons (GString   *body,
                GPtrArray *kept)
{
  for (guint i = 0; i < MIN (kept->len, MOST_REASONS); i++)
    g_string_append_printf (body, "\n\n%s", (const char *) g_ptr_array_index (kept, i));
  if (kept->len > MOST_REASONS)
    {
      guint more = kept->len - MOST_REASONS;
      g_autofree char *rest = g_strdup_printf (ngettext ("%u more is kept.", "%u more are kept.", more), more);

      g_string_append_printf (body, "\n\n%s", rest);
    }
}

static char *
make_body (CutPurgeReport *plan)
{
  g_autofree char *purged = cut_kind_counts_describe (plan->purged, NULL);
  g_autofree char *along = cut_kind_counts_describe (plan->along, NULL);
  GString *body = g_string_new (purged);

  if (along != NULL)
    {
      /* Translators: "2 captures · 3 annotations" */
      g_autofree char *with = g_strdup_printf (_("With it goes what belongs to it: %s"), along);

      g_string_append_printf (body, "\n\n%s", with);
    }
  if (purged != NULL)
    g_string_append_printf (body, "\n\n%s", _("This cannot be undone. Backups and bundles made before hold what they held."));
  append_reasons (body, plan->kept);
  return g_string_free (body, FALSE);
}

static const char *
make_heading (Purge    *self,
              gboolean  any)
{
  if (!any)
    return _("Nothing Can Be Deleted for Good");
  return self->ids == NULL ? _("Empty the Trash?") : _("Delete for Good?");
}

static void
ask (Purge          *self,
     CutPurgeReport *plan)
{
  gboolean any = cut_purge_report_count (plan) > 0;
  g_autofree char *body = make_body (plan);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self->window), make_heading (self, any), body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", any ? _("_Cancel") : _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  if (any)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "purge", self->ids == NULL ? _("_Empty Trash") : _("_Delete for Good"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "purge", ADW_RESPONSE_DESTRUCTIVE);
    }
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), purge_ref (self), unref_closure, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Purge) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutPurgeReport) plan = cut_notebook_purge_finish (CUT_NOTEBOOK (source), result, &error);

  if (self->window->notebook == NULL)
    return;
  if (plan == NULL)
    cut_window_toast (self->window, error->message, FALSE);
  else if (cut_purge_report_count (plan) + plan->kept->len == 0)
    cut_window_toast (self->window, _("The Trash is empty"), FALSE);
  else
    ask (self, plan);
}

static void
purge_action_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  g_autoptr (Purge) self = g_new0 (Purge, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->window = g_object_ref (CUT_WINDOW (widget));
  if (g_variant_n_children (parameter) > 0)
    self->ids = g_variant_dup_strv (parameter, NULL);
  cut_notebook_purge_async (self->window->notebook, get_ids (self), TRUE, NULL, planned_cb, purge_ref (self));
}

void
cut_window_class_install_purge_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.purge", "as", purge_action_cb);
}
