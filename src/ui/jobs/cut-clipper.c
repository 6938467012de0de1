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
  gboolean again;          /* of a clip that is there */
} Errand;

struct _CutClipper
{
  GObject parent_instance;

  CutNotebook *notebook; /* (owned) */
  GListStore *jobs;      /* (owned) */
  GQueue waiting;        /* (owned) (element-type Errand) */
  guint running;
  guint n_others;        /* jobs of others that are not finished */
  guint done;            /* since it last was idle */
  guint failed;
  guint again_done;      /* of what was fetched again */
  guint again_changed;
  guint again_gone;
  guint again_failed;
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
  FETCHED_AGAIN,
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
count (CutClipper          *self,
       const Errand        *errand,
       const CutClipResult *result)
{
  CutJobState state = cut_job_get_state (errand->job);

  if (state == CUT_JOB_DONE)
    (*(errand->again ? &self->again_done : &self->done))++;
  else if (state == CUT_JOB_FAILED)
    (*(errand->again ? &self->again_failed : &self->failed))++;
  if (errand->again && result != NULL && result->status == CUT_CLIPPED_GONE)
    self->again_gone++;
  else if (errand->again && result != NULL && result->status != CUT_CLIPPED_UNCHANGED)
    self->again_changed++;
}

static gboolean
has_errands (CutClipper *self)
{
  return self->running > 0 || !g_queue_is_empty (&self->waiting);
}

static void
settle (CutClipper *self)
{
  guint done = self->done;
  guint failed = self->failed;
  guint again[] = { self->again_changed, self->again_gone, self->again_done, self->again_failed };

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  if (has_errands (self))
    return;
  self->done = self->failed = self->again_done = self->again_changed = self->again_gone = self->again_failed = 0;
  g_signal_emit (self, signals[SETTLED], 0, done, failed);
  if (again[2] + again[3] > 0)
    g_signal_emit (self, signals[FETCHED_AGAIN], 0, again[0], again[1], again[2], again[3]);
}

/* Returns: (transfer full): what came of it, for the row of the job */
static char *
describe (const CutClipResult *result)
{
  g_autofree char *title = cut_record_get_title (result->clip);

  if (result->refusal != NULL)
    return g_strdup (result->refusal);
  switch ((int) result->status)
    {
    case CUT_CLIPPED_NEW_CAPTURE:
      /* Translators: %s is the title of an article that had changed since it was clipped */
      return g_strdup_printf (_("Changed since last time: %s"), title);
    case CUT_CLIPPED_GONE:
      /* Translators: %s is the title of an article whose page is no longer on the web */
      return g_strdup_printf (_("No longer there: %s"), title);
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
  count (self, errand, clipped);
  self->running--;
  if (clipped != NULL && !errand->again)
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

static void add_errand (CutClipper *self, const CutClipRequest *request, const char *title, gboolean again);

static void
retry_cb (CutJob         *job,
          CutClipRequest *request)
{
  CutClipper *self = g_object_get_data (G_OBJECT (job), "cut-clipper");
  gboolean again = g_object_get_data (G_OBJECT (job), "cut-again") != NULL;
  guint position;

  if (self == NULL)
    return;
  if (g_list_store_find (self->jobs, job, &position))
    g_list_store_remove (self->jobs, position);
  add_errand (self, request, cut_job_get_title (job), again);
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
            const CutClipRequest *request,
            gboolean              again)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->clipper = g_object_ref (self);
  errand->job = g_object_ref (job);
  errand->request = cut_clip_request_copy (request);
  errand->again = again;
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
  signals[FETCHED_AGAIN] = g_signal_new ("fetched-again", CUT_TYPE_CLIPPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 4, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
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

static void
add_errand (CutClipper           *self,
            const CutClipRequest *request,
            const char           *title,
            gboolean              again)
{
  g_autoptr (CutJob) job = cut_job_new (title);

  if (!cut_clipper_is_busy (self))
    cut_clipper_clear (self, FALSE);
  /* The clipper owns the job, so the job only points back. */
  g_object_set_data (G_OBJECT (job), "cut-clipper", self);
  g_object_set_data (G_OBJECT (job), "cut-again", GINT_TO_POINTER (again));
  g_signal_connect_data (job, "retry", G_CALLBACK (retry_cb), cut_clip_request_copy (request),
                         request_free_closure, 0);
  g_list_store_append (self->jobs, job);
  g_queue_push_tail (&self->waiting, errand_new (self, job, request, again));
  run_next (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
cut_clipper_clip (CutClipper           *self,
                  const CutClipRequest *request)
{
  g_autofree char *title = name_request (request);

  g_return_if_fail (CUT_IS_CLIPPER (self));

  add_errand (self, request, title, FALSE);
}

void
cut_clipper_fetch_again (CutClipper *self,
                         CutRecord  *clip,
                         const char *user_agent)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autofree char *title = cut_record_get_title (clip);

  g_return_if_fail (CUT_IS_CLIPPER (self));

  request->again = g_strdup (cut_record_get_id (clip));
  request->user_agent = g_strdup (user_agent);
  add_errand (self, request, title, TRUE);
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

  return has_errands (self) || self->n_others > 0;
}

static void
other_cb (CutJob     *job,
          GParamSpec *pspec,
          CutClipper *self)
{
  if (!cut_job_is_finished (job))
    return;
  g_signal_handlers_disconnect_by_func (job, other_cb, self);
  self->n_others--;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
cut_clipper_add_job (CutClipper *self,
                     CutJob     *job)
{
  g_return_if_fail (CUT_IS_CLIPPER (self) && !cut_job_is_finished (job));

  if (!cut_clipper_is_busy (self))
    cut_clipper_clear (self, FALSE);
  self->n_others++;
  g_signal_connect_object (job, "notify::state", G_CALLBACK (other_cb), self, 0);
  g_list_store_append (self->jobs, job);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

void
cut_clipper_remove_job (CutClipper *self,
                        CutJob     *job)
{
  guint position;

  g_return_if_fail (CUT_IS_CLIPPER (self));

  if (g_list_store_find (self->jobs, job, &position))
    g_list_store_remove (self->jobs, position);
}

guint
cut_clipper_count_ended (CutClipper *self)
{
  g_return_val_if_fail (CUT_IS_CLIPPER (self), 0);

  return self->done + self->failed;
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
