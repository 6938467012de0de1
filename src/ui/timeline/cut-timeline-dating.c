/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-timeline-dating.h"

#include <glib/gi18n-lib.h>

#include "cut-name-popover.h"
#include "cut-toast.h"

typedef struct
{
  GtkWidget *widget;     /* (owned): the window, which outlives the row */
  CutNotebook *notebook; /* (owned) */
  char *id;              /* (owned) */
  CutTimelineKind kind;
  char *text;            /* (owned) (nullable) */
} Asked;

static Asked *
asked_new (GtkWidget       *widget,
           CutNotebook     *notebook,
           const char      *id,
           CutTimelineKind  kind,
           const char      *text)
{
  Asked *asked = g_new0 (Asked, 1);

  *asked = (Asked) { g_object_ref (widget), g_object_ref (notebook), g_strdup (id), kind, g_strdup (text) };
  return asked;
}

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->widget);
  g_object_unref (asked->notebook);
  g_free (asked->id);
  g_free (asked->text);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static const char *
field_of (CutTimelineKind kind)
{
  static const char *const fields[CUT_N_TIMELINE_KINDS] = {
    [CUT_TIMELINE_FACT] = "fact_date", [CUT_TIMELINE_SAID] = "said_at",   [CUT_TIMELINE_PUBLISHED] = "published",
    [CUT_TIMELINE_EVENT] = "date",     [CUT_TIMELINE_RELATION] = "start",
  };

  return fields[kind];
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Asked) asked = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) record = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, &error);
  g_autoptr (CutRecord) dated = record != NULL ? cut_record_with_text (record, field_of (asked->kind), asked->text, &error) : NULL;
  CutAct *act;

  if (dated == NULL)
    {
      cut_toast_error (asked->widget, error);
      return;
    }
  act = cut_act_new (C_("act", "Set Date"));
  cut_act_put (act, dated);
  cut_toast_commit (asked->widget, asked->notebook, act, _("Date set"));
}

static void
named_cb (const char *text,
          gpointer    user_data)
{
  Asked *asked = user_data;

  cut_notebook_get_async (asked->notebook, asked->id, NULL, read_cb,
                          asked_new (asked->widget, asked->notebook, asked->id, asked->kind, text));
}

void
cut_timeline_ask_date (GtkWidget             *widget,
                       CutNotebook           *notebook,
                       const CutTimelineItem *item)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  cut_name_popover_show (widget, _("Date, such as 2018-11-23, 2018-11 or 2018"), C_("date", "_Set"), NULL, named_cb,
                         asked_new (window, notebook, item->id, item->kind, NULL), asked_free);
}
