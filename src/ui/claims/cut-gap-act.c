/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-gap-act.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "cut-claim-log.h"
#include "cut-enquiry.h"
#include "cut-field-label.h"
#include "cut-notebook-standing.h"
#include "cut-record-dialog.h"
#include "cut-toast.h"

/* What an act that has to read something first carries with it. */
typedef struct
{
  GtkWidget *widget;     /* (owned) */
  CutNotebook *notebook; /* (owned) */
  CutGapAct act;
  char *claim;           /* (owned) */
  char *whom;            /* (owned) (nullable) */
  char *other;           /* (owned) (nullable) */
} Asked;

static Asked *
asked_new (GtkWidget    *widget,
           CutNotebook  *notebook,
           const CutGap *gap)
{
  Asked *self = g_new0 (Asked, 1);

  self->widget = g_object_ref (widget);
  self->notebook = g_object_ref (notebook);
  self->act = gap->act;
  self->claim = g_strdup (gap->claim);
  self->whom = g_strdup (gap->whom);
  self->other = g_strdup (gap->other);
  return self;
}

static void
asked_free (Asked *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->notebook);
  g_free (self->claim);
  g_free (self->whom);
  g_free (self->other);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

/* A question about the claim: its words stand in the form. */

static void
claim_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) claim = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, &error);
  g_autofree char *text = claim != NULL ? cut_record_get_title (claim) : NULL;

  if (claim == NULL)
    cut_toast_error (asked->widget, error);
  else
    cut_claim_log_ask (asked->widget, asked->notebook, asked->claim, asked->whom, text);
}

/* The outcome of an enquiry. */

static void
enquiry_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  static const char *const fields[] = { "outcome", "answer", "deadline", "channel", NULL };
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) enquiry = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, &error);
  GtkRoot *root = gtk_widget_get_root (asked->widget);
  GtkWidget *dialog;

  if (enquiry == NULL || !CUT_IS_ENQUIRY (enquiry))
    {
      if (error != NULL)
        cut_toast_error (asked->widget, error);
      return;
    }
  dialog = cut_record_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, asked->notebook,
                                  cut_enquiry_get_whom (CUT_ENQUIRY (enquiry)), _("_Keep"), cut_kind_get_edit_label (CUT_KIND_ENQUIRY),
                                  enquiry, fields);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Who says it: an attribution is added, and its source asked for. */

static void
attribution_added_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;

  if (!cut_notebook_commit_finish (CUT_NOTEBOOK (source), result, &error))
    cut_toast_error (asked->widget, error);
  else
    gtk_widget_activate_action (asked->widget, "win.show-claim", "s", asked->claim);
}

static void
add_attribution (Asked *asked)
{
  CutAct *act = cut_act_new (_("Add Attribution"));

  cut_act_take (act, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", asked->claim, NULL));
  cut_notebook_commit_async (asked->notebook, act, NULL, attribution_added_cb, asked);
}

/* Reprints. */

typedef struct
{
  GtkWidget *widget;     /* (owned) */
  CutNotebook *notebook; /* (owned) */
  CutReprint *reprint;   /* (owned) */
} Settling;

static void
settling_free (gpointer data)
{
  Settling *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->notebook);
  cut_reprint_free (self->reprint);
  g_free (self);
}

static void
settled_cb (AdwMessageDialog *dialog,
            const char       *response,
            Settling         *settling)
{
  if (g_str_equal (response, "reprint"))
    cut_toast_commit (settling->widget, settling->notebook, cut_reprint_accept (settling->reprint), _("Counted as a reprint"));
  else if (g_str_equal (response, "own"))
    cut_toast_commit (settling->widget, settling->notebook, cut_reprint_dismiss (settling->reprint), _("Counted as a work of its own"));
}

/* Takes @reprint. */
static void
ask_for_reprint (Asked      *asked,
                 CutReprint *reprint)
{
  GtkRoot *root = gtk_widget_get_root (asked->widget);
  g_autofree char *title = cut_record_get_title (reprint->clip);
  g_autofree char *original = cut_record_get_title (reprint->original);
  /* Translators: titles of two articles, and how much of the shorter text is in both, in per cent */
  g_autofree char *body = g_strdup_printf (_("“%s” has %.0f %% of its text in common with “%s”. A reprint is no source of its own."), title,
                                           100 * reprint->containment, original);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Is This a Reprint?"), body);
  Settling *settling = g_new0 (Settling, 1);

  settling->widget = g_object_ref (asked->widget);
  settling->notebook = g_object_ref (asked->notebook);
  settling->reprint = reprint;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "own", _("_Not a Reprint"), "reprint",
                                    _("It Is a _Reprint"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (settled_cb), settling, (GClosureNotify) (void (*) (void)) settling_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
reprints_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reprints = cut_notebook_reprints_finish (CUT_NOTEBOOK (source), result, &error);

  if (reprints == NULL)
    {
      cut_toast_error (asked->widget, error);
      return;
    }
  for (guint i = 0; i < reprints->len; i++)
    {
      CutReprint *reprint = g_ptr_array_index (reprints, i);

      if (asked->other != NULL && g_strcmp0 (cut_record_get_id (reprint->original), asked->other) != 0 &&
          g_strcmp0 (cut_record_get_id (reprint->clip), asked->other) != 0)
        continue;
      g_ptr_array_set_free_func (reprints, NULL);
      for (guint k = 0; k < reprints->len; k++)
        if (k != i)
          cut_reprint_free (g_ptr_array_index (reprints, k));
      ask_for_reprint (asked, reprint);
      return;
    }
}

/* The act. */

static void
clip_original (GtkWidget    *widget,
               const CutGap *gap)
{
  if (gap->url != NULL)
    gtk_widget_activate_action (widget, "win.clip-url", "s", gap->url);
  else
    gtk_widget_activate_action (widget, "win.search-for", "s", gap->search != NULL ? gap->search : gap->whom != NULL ? gap->whom : "");
}

void
cut_gap_act_run (GtkWidget    *widget,
                 CutNotebook  *notebook,
                 const CutGap *gap)
{
  switch (gap->act)
    {
    case CUT_GAP_ACT_ATTRIBUTE:
      add_attribution (asked_new (widget, notebook, gap));
      break;
    case CUT_GAP_ACT_SECOND_SOURCE:
    case CUT_GAP_ACT_ASK:
      cut_notebook_get_async (notebook, gap->claim, NULL, claim_read_cb, asked_new (widget, notebook, gap));
      break;
    case CUT_GAP_ACT_CLIP_ORIGINAL:
      clip_original (widget, gap);
      break;
    case CUT_GAP_ACT_NAME_SOURCE:
      gtk_widget_activate_action (widget, "win.show-source", "s", gap->object);
      break;
    case CUT_GAP_ACT_FOLLOW_UP:
      cut_notebook_get_async (notebook, gap->object, NULL, enquiry_read_cb, asked_new (widget, notebook, gap));
      break;
    case CUT_GAP_ACT_SET_DATE:
      gtk_widget_activate_action (widget, "win.set-date", "s", gap->object);
      break;
    case CUT_GAP_ACT_READ:
      gtk_widget_activate_action (widget, "win.open-clip", "s", gap->object);
      break;
    case CUT_GAP_ACT_SETTLE_REPRINT:
      cut_notebook_reprints_async (notebook, gap->object, NULL, reprints_read_cb, asked_new (widget, notebook, gap));
      break;
    case CUT_GAP_ACT_CHECK:
      cut_claim_log_check (widget, notebook, gap->claim, NULL);
      break;
    case CUT_GAP_ACT_SETTLE:
    default:
      gtk_widget_activate_action (widget, "win.show-claim", "s", gap->claim);
      break;
    }
}

const char *
cut_gap_get_icon (const CutGap *gap)
{
  switch (gap->urgency)
    {
    case CUT_URGENCY_HIGH:
      return "dialog-warning-symbolic";
    case CUT_URGENCY_NORMAL:
      return "dialog-question-symbolic";
    case CUT_URGENCY_LOW:
    case CUT_URGENCY_NONE:
    default:
      return "dialog-information-symbolic";
    }
}
