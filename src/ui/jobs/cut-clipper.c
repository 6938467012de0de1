/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-clipper.h"

#include <glib/gi18n-lib.h>

/* So many at once: servers are waited for in parallel, and none is stormed. */
#define PARALLEL 4

typedef struct
{
  CutClipper *clipper;     /* (owned) */
  CutJob *job;             /* (owned) */
  CutClipRequest *request; /* (owned) */
} Errand;

struct _CutClipper
{
  GObject parent_instance;

  CutNotebook *notebook; /* (owned) */
  GListStore *jobs;      /* (owned) */
  GQueue waiting;        /* (owned) (element-type Errand) */
  guint running;
  guint done;            /* since it last was idle */
  guint failed;
};

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS,
};

enum
{
  CLIPPED,
  SETTLED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutClipper, cut_clipper, G_TYPE_OBJECT)

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->clipper);
  g_object_unref (errand->job);
  cut_clip_request_free (errand->request);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

static void run_next (CutClipper *self);

static void
count (CutClipper *self,
       CutJob     *job)
{
  if (cut_job_get_state (job) == CUT_JOB_DONE)
    self->done++;
  else if (cut_job_get_state (job) == CUT_JOB_FAILED)
    self->failed++;
}

static void
settle (CutClipper *self)
{
  guint done = self->done;
  guint failed = self->failed;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  if (cut_clipper_is_busy (self))
    return;
  self->done = self->failed = 0;
  g_signal_emit (self, signals[SETTLED], 0, done, failed);
}

/* Returns: (transfer full): what came of it, for the row of the job */
static char *
describe (const CutClipResult *result)
{
  g_autofree char *title = cut_record_get_title (result->clip);

  switch ((int) result->status)
    {
    case CUT_CLIPPED_NEW_CAPTURE:
      /* Translators: %s is the title of an article that had changed since it was clipped */
      return g_strdup_printf (_("Changed since last time: %s"), title);
    case CUT_CLIPPED_UNCHANGED:
      /* Translators: %s is the title of an article */
      return g_strdup_printf (_("Already there, unchanged: %s"), title);
    default:
      return g_steal_pointer (&title);
    }
}

static void
clipped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Errand) errand = user_data;
  CutClipper *self = errand->clipper;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutClipResult) clipped = cut_notebook_clip_finish (CUT_NOTEBOOK (source), result, &error);
  g_autofree char *message = clipped != NULL ? describe (clipped) : NULL;

  cut_job_finish (errand->job, message, error);
  count (self, errand->job);
  self->running--;
  if (clipped != NULL)
    g_signal_emit (self, signals[CLIPPED], 0, clipped);
  run_next (self);
  settle (self);
}

static void
run_next (CutClipper *self)
{
  while (self->running < PARALLEL && !g_queue_is_empty (&self->waiting))
    {
      Errand *errand = g_queue_pop_head (&self->waiting);
      CutProgress *progress = cut_job_get_progress (errand->job);

      self->running++;
      cut_job_start (errand->job);
      cut_notebook_clip_async (self->notebook, errand->request, progress, clipped_cb, errand);
    }
}

/* Returns: (transfer full): what the job is called until the article's title is known */
static char *
name_request (const CutClipRequest *request)
{
  if (request->title != NULL)
    return g_strdup (request->title);
  if (request->path != NULL)
    return g_path_get_basename (request->path);
  if (request->url != NULL)
    return g_strdup (request->url);
  return g_strdup (_("Pasted text"));
}

static void
retry_cb (CutJob         *job,
          CutClipRequest *request)
{
  CutClipper *self = g_object_get_data (G_OBJECT (job), "cut-clipper");
  guint position;

  if (self == NULL)
    return;
  if (g_list_store_find (self->jobs, job, &position))
    g_list_store_remove (self->jobs, position);
  cut_clipper_clip (self, request);
}

static void
request_free_closure (gpointer  request,
                      GClosure *closure)
{
  cut_clip_request_free (request);
}

static Errand *
errand_new (CutClipper           *self,
            CutJob               *job,
            const CutClipRequest *request)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->clipper = g_object_ref (self);
  errand->job = g_object_ref (job);
  errand->request = cut_clip_request_copy (request);
  return errand;
}

static void
cut_clipper_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  g_value_set_boolean (value, cut_clipper_is_busy (CUT_CLIPPER (object)));
}

static void
cut_clipper_finalize (GObject *object)
{
  CutClipper *self = CUT_CLIPPER (object);

  g_queue_clear_full (&self->waiting, (GDestroyNotify) errand_free);
  g_clear_object (&self->jobs);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_clipper_parent_class)->finalize (object);
}

static void
cut_clipper_class_init (CutClipperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cut_clipper_get_property;
  object_class->finalize = cut_clipper_finalize;
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CLIPPED] = g_signal_new ("clipped", CUT_TYPE_CLIPPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SETTLED] = g_signal_new ("settled", CUT_TYPE_CLIPPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
cut_clipper_init (CutClipper *self)
{
  self->jobs = g_list_store_new (CUT_TYPE_JOB);
  g_queue_init (&self->waiting);
}

CutClipper *
cut_clipper_new (CutNotebook *notebook)
{
  CutClipper *self = g_object_new (CUT_TYPE_CLIPPER, NULL);

  self->notebook = g_object_ref (notebook);
  return self;
}

void
cut_clipper_clip (CutClipper           *self,
                  const CutClipRequest *request)
{
  g_autofree char *title = name_request (request);
  g_autoptr (CutJob) job = cut_job_new (title);

  g_return_if_fail (CUT_IS_CLIPPER (self));

  if (!cut_clipper_is_busy (self))
    cut_clipper_clear (self, FALSE);
  /* The clipper owns the job, so the job only points back. */
  g_object_set_data (G_OBJECT (job), "cut-clipper", self);
  g_signal_connect_data (job, "retry", G_CALLBACK (retry_cb), cut_clip_request_copy (request),
                         request_free_closure, 0);
  g_list_store_append (self->jobs, job);
  g_queue_push_tail (&self->waiting, errand_new (self, job, request));
  run_next (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

GListModel *
cut_clipper_get_jobs (CutClipper *self)
{
  g_return_val_if_fail (CUT_IS_CLIPPER (self), NULL);

  return G_LIST_MODEL (self->jobs);
}

gboolean
cut_clipper_is_busy (CutClipper *self)
{
  g_return_val_if_fail (CUT_IS_CLIPPER (self), FALSE);

  return self->running > 0 || !g_queue_is_empty (&self->waiting);
}

void
cut_clipper_clear (CutClipper *self,
                   gboolean    failed)
{
  g_return_if_fail (CUT_IS_CLIPPER (self));

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->jobs)); i > 0; i--)
    {
      g_autoptr (CutJob) job = g_list_model_get_item (G_LIST_MODEL (self->jobs), i - 1);

      if (cut_job_get_state (job) == CUT_JOB_DONE || (failed && cut_job_is_finished (job)))
        g_list_store_remove (self->jobs, i - 1);
    }
}

void
cut_clipper_cancel_all (CutClipper *self)
{
  g_return_if_fail (CUT_IS_CLIPPER (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->jobs)); i++)
    {
      g_autoptr (CutJob) job = g_list_model_get_item (G_LIST_MODEL (self->jobs), i);

      cut_job_cancel (job);
    }
}
