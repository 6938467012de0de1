/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-job.h"

#include <glib/gi18n-lib.h>

struct _CutJob
{
  GObject parent_instance;

  char *title;           /* (owned) */
  char *result;          /* (owned) (nullable): once finished */
  CutProgress *progress; /* (owned) */
  CutJobState state;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_MESSAGE,
  PROP_FRACTION,
  PROP_STATE,
  N_PROPS,
};

enum
{
  RETRY,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutJob, cut_job, G_TYPE_OBJECT)

static void
progress_cb (CutJob *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

static void
set_state (CutJob      *self,
           CutJobState  state)
{
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  progress_cb (self);
}

static void
cut_job_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  CutJob *self = CUT_JOB (object);

  switch (prop_id)
    {
    case PROP_TITLE: g_value_set_string (value, self->title); break;
    case PROP_MESSAGE: g_value_set_string (value, cut_job_get_message (self)); break;
    case PROP_FRACTION: g_value_set_double (value, cut_job_get_fraction (self)); break;
    case PROP_STATE: g_value_set_int (value, (int) self->state); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec); break;
    }
}

static void
cut_job_finalize (GObject *object)
{
  CutJob *self = CUT_JOB (object);

  g_free (self->title);
  g_free (self->result);
  g_object_unref (self->progress);
  G_OBJECT_CLASS (cut_job_parent_class)->finalize (object);
}

static void
cut_job_class_init (CutJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cut_job_get_property;
  object_class->finalize = cut_job_finalize;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, CUT_JOB_CANCELLED, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[RETRY] = g_signal_new ("retry", CUT_TYPE_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cut_job_init (CutJob *self)
{
  self->progress = cut_progress_new ();
  g_signal_connect_object (self->progress, "notify", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
}

CutJob *
cut_job_new (const char *title)
{
  CutJob *self = g_object_new (CUT_TYPE_JOB, NULL);

  self->title = g_strdup (title);
  return self;
}

const char *
cut_job_get_title (CutJob *self)
{
  return self->title;
}

const char *
cut_job_get_message (CutJob *self)
{
  const char *message = cut_progress_get_message (self->progress);

  if (self->result != NULL)
    return self->result;
  return message != NULL && self->state == CUT_JOB_RUNNING ? message : _("Waiting…");
}

double
cut_job_get_fraction (CutJob *self)
{
  return cut_progress_get_fraction (self->progress);
}

CutJobState
cut_job_get_state (CutJob *self)
{
  return self->state;
}

gboolean
cut_job_is_finished (CutJob *self)
{
  return self->state > CUT_JOB_RUNNING;
}

CutProgress *
cut_job_get_progress (CutJob *self)
{
  return self->progress;
}

void
cut_job_start (CutJob *self)
{
  set_state (self, CUT_JOB_RUNNING);
}

void
cut_job_finish (CutJob       *self,
                const char   *message,
                const GError *error)
{
  g_return_if_fail (CUT_IS_JOB (self));

  if (cut_job_is_finished (self))
    return;
  if (error == NULL)
    self->result = g_strdup (message != NULL ? message : _("Done"));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->result = g_strdup (_("Cancelled"));
  else
    self->result = g_strdup (error->message);
  if (error == NULL)
    set_state (self, CUT_JOB_DONE);
  else
    set_state (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? CUT_JOB_CANCELLED : CUT_JOB_FAILED);
}

void
cut_job_cancel (CutJob *self)
{
  g_cancellable_cancel (cut_progress_get_cancellable (self->progress));
}

void
cut_job_retry (CutJob *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}
