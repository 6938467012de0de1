/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-worker.h"

#include <glib/gi18n-lib.h>

#include "cut-error.h"

struct _CutWorker
{
  gatomicrefcount ref_count;
  GThread *thread; /* (owned) (nullable): gone once stopped; touched by the owner only */
  char *path;      /* (owned) */
  CutStoreFlags flags;
  CutVault *vault; /* (owned) (nullable) */
  CutStore *store; /* (owned) (nullable): the thread's own */

  GMutex mutex; /* guards the rest */
  GCond cond;   /* something below changed */
  GQueue jobs;  /* (element-type Job) */
  gboolean opened;
  GError *refusal; /* (owned) (nullable): why the store can only be read */
  gboolean stopping;
  gboolean drain;
  GError *open_error; /* (owned) (nullable) */
};

typedef struct
{
  CutWorkerFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GCancellable *cancellable; /* (owned) (nullable) */
  GTask *task;               /* (owned) (nullable): of a job nobody waits for */
  gboolean posted;           /* its end matters to nobody */
  GDestroyNotify free_result;
  gboolean done; /* guarded by the worker's mutex */
  gpointer result;
  GError *error;
} Job;

static void
closed_error (GError **error)
{
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("The notebook is closed"));
}

/* Jobs that are waited for live on the stack of who waits. */
static void
job_finish (CutWorker *self,
            Job       *job)
{
  if (job->posted)
    {
      job->free_data (job->data);
      g_clear_error (&job->error);
      g_free (job);
      return;
    }
  if (job->task == NULL)
    {
      g_mutex_lock (&self->mutex);
      job->done = TRUE;
      g_cond_broadcast (&self->cond);
      g_mutex_unlock (&self->mutex);
      return;
    }
  g_clear_pointer (&job->data, job->free_data);
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, job->result, job->free_result);
  g_object_unref (job->task);
  g_clear_object (&job->cancellable);
  g_free (job);
}

static void
job_run (CutWorker *self,
         Job       *job)
{
  if (!g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    {
      cut_store_set_cancellable (self->store, job->cancellable);
      job->result = job->func (self->store, job->data, job->cancellable, &job->error);
      cut_store_set_cancellable (self->store, NULL);
    }
  job_finish (self, job);
}

static void
job_refuse (CutWorker *self,
            Job       *job)
{
  closed_error (&job->error);
  job_finish (self, job);
}

static Job *
next_job (CutWorker *self,
          gboolean  *refuse)
{
  Job *job;

  g_mutex_lock (&self->mutex);
  while (g_queue_is_empty (&self->jobs) && !self->stopping)
    g_cond_wait (&self->cond, &self->mutex);
  job = g_queue_pop_head (&self->jobs);
  *refuse = self->stopping && !self->drain;
  g_mutex_unlock (&self->mutex);
  return job;
}

static gboolean
open_store (CutWorker *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refusal = NULL;

  self->store = cut_store_open (self->path, self->flags, &error);
  if (self->store != NULL)
    {
      cut_store_set_vault (self->store, self->vault);
      cut_store_refuse (self->store, &refusal);
    }
  g_mutex_lock (&self->mutex);
  self->opened = TRUE;
  self->refusal = g_steal_pointer (&refusal);
  self->open_error = g_steal_pointer (&error);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  return self->store != NULL;
}

static gpointer
worker_main (gpointer data)
{
  CutWorker *self = data;
  gboolean refuse = FALSE;

  if (open_store (self))
    {
      for (Job *job = next_job (self, &refuse); job != NULL; job = next_job (self, &refuse))
        {
          if (refuse)
            job_refuse (self, job);
          else
            job_run (self, job);
        }
      cut_store_close (self->store);
      g_clear_object (&self->store);
    }
  cut_worker_unref (self);
  return NULL;
}

CutWorker *
cut_worker_new (const char     *name,
                const char     *path,
                CutStoreFlags   flags,
                CutVault       *vault,
                GError        **error)
{
  g_autoptr (CutWorker) self = g_new0 (CutWorker, 1);
  g_autoptr (GError) failure = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  self->path = g_strdup (path);
  self->flags = flags;
  self->vault = vault != NULL ? cut_vault_ref (vault) : NULL;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->jobs);
  self->thread = g_thread_new (name, worker_main, cut_worker_ref (self));
  g_mutex_lock (&self->mutex);
  while (!self->opened)
    g_cond_wait (&self->cond, &self->mutex);
  failure = g_steal_pointer (&self->open_error);
  g_mutex_unlock (&self->mutex);
  if (failure != NULL)
    {
      cut_worker_stop (self, FALSE);
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&self);
}

CutWorker *
cut_worker_ref (CutWorker *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_worker_unref (CutWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_assert (self->store == NULL && g_queue_is_empty (&self->jobs));
  g_clear_pointer (&self->thread, g_thread_unref);
  g_clear_error (&self->open_error);
  g_clear_error (&self->refusal);
  g_clear_pointer (&self->vault, cut_vault_unref);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->path);
  g_free (self);
}

const GError *
cut_worker_get_refusal (CutWorker *self)
{
  return self->refusal;
}

/* Whether the job was queued; it is not once the worker stops. */
static gboolean
enqueue (CutWorker *self,
         Job       *job)
{
  gboolean queued;

  g_mutex_lock (&self->mutex);
  queued = !self->stopping;
  if (queued)
    g_queue_push_tail (&self->jobs, job);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  return queued;
}

gpointer
cut_worker_run (CutWorker      *self,
                CutWorkerFunc   func,
                gpointer        data,
                GCancellable   *cancellable,
                GError        **error)
{
  Job job = { .func = func, .data = data, .cancellable = cancellable };

  if (!enqueue (self, &job))
    {
      closed_error (error);
      return NULL;
    }
  g_mutex_lock (&self->mutex);
  while (!job.done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  if (job.error != NULL)
    g_propagate_error (error, job.error);
  return job.result;
}

void
cut_worker_push (CutWorker      *self,
                 GTask          *task,
                 CutWorkerFunc   func,
                 gpointer        data,
                 GDestroyNotify  free_data,
                 GDestroyNotify  free_result)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  job->task = task;
  if (g_task_get_cancellable (task) != NULL)
    job->cancellable = g_object_ref (g_task_get_cancellable (task));
  if (!enqueue (self, job))
    job_refuse (self, job);
}

void
cut_worker_post (CutWorker      *self,
                 CutWorkerFunc   func,
                 gpointer        data,
                 GDestroyNotify  free_data)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->posted = TRUE;
  if (!enqueue (self, job))
    job_refuse (self, job);
}

void
cut_worker_stop (CutWorker *self,
                 gboolean   drain)
{
  GThread *thread = g_steal_pointer (&self->thread);

  if (thread == NULL)
    return;
  g_mutex_lock (&self->mutex);
  self->stopping = TRUE;
  self->drain = drain;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  /* A job that held the last reference to the notebook closes it from within the thread. */
  if (thread == g_thread_self ())
    g_thread_unref (thread);
  else
    g_thread_join (thread);
}
