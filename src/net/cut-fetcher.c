/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-fetcher.h"

#include "cut-limits.h"
#include "cut-run.h"
#include "cut-transfer.h"

#define ACCEPT_PAGE "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"
#define DEFAULT_USER_AGENT "Cuttings/" PACKAGE_VERSION " (+https://cuttings.app)"

struct _CutFetcher
{
  GObject parent_instance;

  char *user_agent;
  CutFetchLimits limits;
  GTlsDatabase *tls_database;
  GPtrArray *public_servers;
};

G_DEFINE_FINAL_TYPE (CutFetcher, cut_fetcher, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (CutFetchSession, cut_fetch_session, G_TYPE_OBJECT)

void
cut_fetch_limits_init (CutFetchLimits *limits)
{
  *limits = (CutFetchLimits){
    .idle_ms = CUT_LIMIT_IDLE_SECONDS * 1000,
    .total_ms = CUT_LIMIT_TOTAL_SECONDS * 1000,
    .body_bytes = CUT_LIMIT_BODY,
    .redirects = CUT_LIMIT_REDIRECTS,
    .pictures = CUT_LIMIT_IMAGES,
    .picture_bytes = CUT_LIMIT_IMAGE_BYTES,
    .pictures_bytes = CUT_LIMIT_IMAGES_BYTES,
  };
}

static void
cut_fetch_session_finalize (GObject *object)
{
  CutFetchSession *self = CUT_FETCH_SESSION (object);

  g_free (self->user_agent);
  g_clear_object (&self->tls_database);
  g_ptr_array_unref (self->public_servers);
  g_object_unref (self->cookies);
  g_hash_table_unref (self->approved);
  G_OBJECT_CLASS (cut_fetch_session_parent_class)->finalize (object);
}

static void
cut_fetch_session_class_init (CutFetchSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_fetch_session_finalize;
}

static void
cut_fetch_session_init (CutFetchSession *self)
{
  self->cookies = cut_transport_new_cookies ();
  self->approved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->public_servers = g_ptr_array_new_with_free_func (g_free);
}

static void
cut_fetcher_finalize (GObject *object)
{
  CutFetcher *self = CUT_FETCHER (object);

  g_free (self->user_agent);
  g_clear_object (&self->tls_database);
  g_ptr_array_unref (self->public_servers);
  G_OBJECT_CLASS (cut_fetcher_parent_class)->finalize (object);
}

static void
cut_fetcher_class_init (CutFetcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_fetcher_finalize;
}

static void
cut_fetcher_init (CutFetcher *self)
{
  self->user_agent = g_strdup (DEFAULT_USER_AGENT);
  self->public_servers = g_ptr_array_new_with_free_func (g_free);
  cut_fetch_limits_init (&self->limits);
}

CutFetcher *
cut_fetcher_new (void)
{
  return g_object_new (CUT_TYPE_FETCHER, NULL);
}

void
cut_fetcher_set_user_agent (CutFetcher *self, const char *user_agent)
{
  g_return_if_fail (CUT_IS_FETCHER (self));

  g_free (self->user_agent);
  self->user_agent = g_strdup (user_agent != NULL ? user_agent : DEFAULT_USER_AGENT);
  /* A line end in it would let a setting write headers of its own. */
  g_strdelimit (self->user_agent, "\r\n", ' ');
  g_strstrip (self->user_agent);
}

const char *
cut_fetcher_get_user_agent (CutFetcher *self)
{
  g_return_val_if_fail (CUT_IS_FETCHER (self), NULL);

  return self->user_agent;
}

void
cut_fetcher_set_limits (CutFetcher *self, const CutFetchLimits *limits)
{
  g_return_if_fail (CUT_IS_FETCHER (self));

  self->limits = *limits;
}

void
cut_fetcher_get_limits (CutFetcher *self, CutFetchLimits *limits)
{
  g_return_if_fail (CUT_IS_FETCHER (self));

  *limits = self->limits;
}

void
cut_fetcher_set_tls_database (CutFetcher *self, GTlsDatabase *database)
{
  g_return_if_fail (CUT_IS_FETCHER (self));

  g_set_object (&self->tls_database, database);
}

void
cut_fetcher_count_as_public (CutFetcher *self, const char *host_port)
{
  g_return_if_fail (CUT_IS_FETCHER (self));

  g_ptr_array_add (self->public_servers, g_strdup (host_port));
}

CutFetchSession *
cut_fetcher_begin_clip (CutFetcher *self)
{
  CutFetchSession *session;

  g_return_val_if_fail (CUT_IS_FETCHER (self), NULL);

  session = g_object_new (CUT_TYPE_FETCH_SESSION, NULL);
  session->user_agent = g_strdup (self->user_agent);
  session->limits = self->limits;
  g_set_object (&session->tls_database, self->tls_database);
  for (unsigned i = 0; i < self->public_servers->len; i++)
    g_ptr_array_add (session->public_servers, g_strdup (self->public_servers->pdata[i]));
  return session;
}

/* --- Blocking ----------------------------------------------------------------------------- */

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

CutFetched *
cut_fetch_session_fetch (CutFetchSession *self, const char *url, CutFetchFlags flags,
                         CutFetchProgress progress, gpointer progress_data,
                         GCancellable *cancellable, GError **error)
{
  CutTransferOptions options = { ACCEPT_PAGE, flags, 0, progress, progress_data };
  g_autoptr (GAsyncResult) result = NULL;
  CutRun run;
  CutTransport *transport;

  g_return_val_if_fail (CUT_IS_FETCH_SESSION (self), NULL);
  g_return_val_if_fail (url != NULL, NULL);

  options.max_bytes = self->limits.body_bytes;
  cut_run_begin (&run);
  transport = cut_transport_new (self);
  cut_transfer_async (transport, url, &options, cancellable, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (run.context, TRUE);
  cut_transport_free (transport);
  cut_run_end (&run);
  return cut_transfer_finish (result, error);
}

CutFetched *
cut_fetcher_fetch (CutFetcher *self, const char *url, CutFetchFlags flags,
                   CutFetchProgress progress, gpointer progress_data,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (CutFetchSession) session = NULL;

  g_return_val_if_fail (CUT_IS_FETCHER (self), NULL);

  session = cut_fetcher_begin_clip (self);
  return cut_fetch_session_fetch (session, url, flags, progress, progress_data, cancellable, error);
}

/* --- Asynchronous ------------------------------------------------------------------------- */

/* Carries progress from the worker to the context of the caller. Reports that come before the
 * last one was delivered are folded into it. */
typedef struct
{
  CutFetchSession *session;
  char *url;
  CutFetchFlags flags;
  CutFetchProgress progress;
  gpointer progress_data;
  GTask *task; /* (borrowed): owns this */
  GMutex lock;
  guint64 bytes;
  gboolean pending;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_object_unref (self->session);
  g_free (self->url);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static gboolean
deliver_progress_cb (gpointer data)
{
  GTask *task = data;
  Job *self = g_task_get_task_data (task);
  guint64 bytes;

  g_mutex_lock (&self->lock);
  bytes = self->bytes;
  self->pending = FALSE;
  g_mutex_unlock (&self->lock);
  if (!g_task_get_completed (task))
    self->progress (bytes, self->progress_data);
  return G_SOURCE_REMOVE;
}

static void
forward_progress (guint64 bytes, gpointer data)
{
  Job *self = data;
  gboolean pending;

  g_mutex_lock (&self->lock);
  self->bytes = bytes;
  pending = self->pending;
  self->pending = TRUE;
  g_mutex_unlock (&self->lock);
  if (!pending)
    g_main_context_invoke_full (g_task_get_context (self->task), G_PRIORITY_DEFAULT_IDLE, deliver_progress_cb,
                                g_object_ref (self->task), g_object_unref);
}

static void
fetch_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *self = task_data;
  GError *error = NULL;
  CutFetched *fetched
      = cut_fetch_session_fetch (self->session, self->url, self->flags,
                                 self->progress != NULL ? forward_progress : NULL, self, cancellable, &error);

  if (fetched != NULL)
    g_task_return_pointer (task, fetched, (GDestroyNotify) cut_fetched_unref);
  else
    g_task_return_error (task, error);
}

static void
start_job (gpointer source, CutFetchSession *session, const char *url, CutFetchFlags flags,
           CutFetchProgress progress, gpointer progress_data,
           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->session = g_object_ref (session);
  job->url = g_strdup (url);
  job->flags = flags;
  job->progress = progress;
  job->progress_data = progress_data;
  job->task = task;
  g_mutex_init (&job->lock);
  g_task_set_source_tag (task, start_job);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, fetch_thread);
}

void
cut_fetch_session_fetch_async (CutFetchSession *self, const char *url, CutFetchFlags flags,
                               CutFetchProgress progress, gpointer progress_data,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (CUT_IS_FETCH_SESSION (self));
  g_return_if_fail (url != NULL);

  start_job (self, self, url, flags, progress, progress_data, cancellable, callback, user_data);
}

CutFetched *
cut_fetch_session_fetch_finish (CutFetchSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
cut_fetcher_fetch_async (CutFetcher *self, const char *url, CutFetchFlags flags,
                         CutFetchProgress progress, gpointer progress_data,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (CutFetchSession) session = NULL;

  g_return_if_fail (CUT_IS_FETCHER (self));
  g_return_if_fail (url != NULL);

  session = cut_fetcher_begin_clip (self);
  start_job (self, session, url, flags, progress, progress_data, cancellable, callback, user_data);
}

CutFetched *
cut_fetcher_fetch_finish (CutFetcher *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
