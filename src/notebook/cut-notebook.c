/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-notebook-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "cut-commit.h"
#include "cut-error.h"
#include "cut-id.h"
#include "cut-mention-book.h"
#include "cut-notebook-protection.h"
#include "cut-standing-book.h"
#include "cut-thread.h"
#include "cut-ties.h"

enum
{
  PROP_0,
  PROP_PATH,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_READ_ONLY,
  PROP_PROTECTED,
  PROP_LOCKED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  MENTIONS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutNotebook, cut_notebook, G_TYPE_OBJECT)

static void
cut_notebook_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  CutNotebook *self = CUT_NOTEBOOK (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_PROTECTED:
      g_value_set_boolean (value, cut_notebook_is_protected (self));
      break;
    case PROP_LOCKED:
      g_value_set_boolean (value, cut_notebook_is_locked (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Jobs hold the notebook, so none is left here; the thread may be one of theirs, so do not wait for it. */
static void
cut_notebook_finalize (GObject *object)
{
  CutNotebook *self = CUT_NOTEBOOK (object);

  if (self->jobs != NULL)
    g_thread_pool_free (self->jobs, FALSE, FALSE);
  if (self->answers != NULL)
    g_thread_pool_free (self->answers, FALSE, FALSE);
  if (self->reader != NULL)
    cut_worker_stop (self->reader, FALSE);
  if (self->writer != NULL)
    cut_worker_stop (self->writer, TRUE);
  g_clear_pointer (&self->book, cut_standing_book_free);
  g_clear_pointer (&self->mention_book, cut_mention_book_free);
  g_clear_pointer (&self->ties, cut_ties_free);
  g_clear_pointer (&self->reader, cut_worker_unref);
  g_clear_pointer (&self->writer, cut_worker_unref);
  g_clear_pointer (&self->flush, g_source_unref);
  if (self->lock_timer != NULL)
    g_source_destroy (self->lock_timer);
  g_clear_pointer (&self->lock_timer, g_source_unref);
  g_clear_pointer (&self->vault, cut_vault_unref);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_object (&self->closing);
  g_clear_object (&self->extractor);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self->owner);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->next_undo_label);
  g_free (self->next_redo_label);
  G_OBJECT_CLASS (cut_notebook_parent_class)->finalize (object);
}

static void
cut_notebook_class_init (CutNotebookClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cut_notebook_get_property;
  object_class->finalize = cut_notebook_finalize;
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_PROTECTED] = g_param_spec_boolean ("protected", NULL, NULL, FALSE, flags);
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * CutNotebook::changed:
   * @changes: (element-type CutChange): what an act, undo, redo or import changed
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  /** CutNotebook::mentions-changed: what cut_notebook_mentions() answers is different now */
  signals[MENTIONS_CHANGED] = g_signal_new ("mentions-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
}

static void
cut_notebook_init (CutNotebook *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->closing = g_cancellable_new ();
  self->vault = cut_vault_new ();
  self->cost = CUT_VAULT_COST_DEFAULT;
  self->extractor = cut_extractor_new ();
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_mutex_init (&self->mutex);
}

/* Telling views. */

static void
set_label (CutNotebook  *self,
           char        **label,
           char         *next,
           guint         property)
{
  g_autofree char *owned = next;

  if (g_strcmp0 (*label, next) == 0)
    return;
  g_free (*label);
  *label = g_steal_pointer (&owned);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
emit_pending (CutNotebook *self)
{
  g_autoptr (GPtrArray) pending = NULL;
  g_autoptr (GSource) flush = NULL;
  char *undo_label, *redo_label;
  gboolean mentions;

  g_mutex_lock (&self->mutex);
  flush = g_steal_pointer (&self->flush);
  pending = g_steal_pointer (&self->pending);
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  undo_label = g_strdup (self->next_undo_label);
  redo_label = g_strdup (self->next_redo_label);
  mentions = self->mentions_changed;
  self->mentions_changed = FALSE;
  g_mutex_unlock (&self->mutex);
  if (flush != NULL)
    g_source_destroy (flush);
  cut_notebook_notify_protection (self);
  set_label (self, &self->undo_label, undo_label, PROP_UNDO_LABEL);
  set_label (self, &self->redo_label, redo_label, PROP_REDO_LABEL);
  for (guint i = 0; i < pending->len; i++)
    g_signal_emit (self, signals[CHANGED], 0, g_ptr_array_index (pending, i));
  if (mentions)
    g_signal_emit (self, signals[MENTIONS_CHANGED], 0);
}

static gboolean
flush_cb (gpointer user_data)
{
  emit_pending (user_data);
  return G_SOURCE_REMOVE;
}

/* Called with the mutex held. The priority is that of finished tasks, so that who waits for one
 * has heard of its changes before. */
static void
queue_flush (CutNotebook *self)
{
  if (self->flush != NULL)
    return;
  self->flush = g_idle_source_new ();
  g_source_set_priority (self->flush, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->flush, flush_cb, g_object_ref (self), g_object_unref);
  g_source_attach (self->flush, self->context);
}

void
cut_notebook_announce (CutNotebook *self,
                       GPtrArray   *changes,
                       const char  *undo_label,
                       const char  *redo_label)
{
  cut_notebook_follow_changes (self, changes);
  cut_notebook_forget_ties (self, changes);
  g_mutex_lock (&self->mutex);
  g_free (self->next_undo_label);
  g_free (self->next_redo_label);
  self->next_undo_label = g_strdup (undo_label);
  self->next_redo_label = g_strdup (redo_label);
  g_ptr_array_add (self->pending, changes);
  queue_flush (self);
  g_mutex_unlock (&self->mutex);
}

void
cut_notebook_announce_again (CutNotebook *self,
                             GPtrArray   *changes)
{
  cut_notebook_follow_changes (self, changes);
  cut_notebook_forget_ties (self, changes);
  cut_notebook_announce_shown (self, changes);
}

void
cut_notebook_announce_shown (CutNotebook *self,
                             GPtrArray   *changes)
{
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->pending, changes);
  queue_flush (self);
  g_mutex_unlock (&self->mutex);
}

void
cut_notebook_announce_mentions (CutNotebook *self)
{
  g_mutex_lock (&self->mutex);
  self->mentions_changed = TRUE;
  queue_flush (self);
  g_mutex_unlock (&self->mutex);
}

void
cut_notebook_flush (CutNotebook *self)
{
  if (!g_main_context_acquire (self->context))
    return;
  emit_pending (self);
  g_main_context_release (self->context);
}

/* Opening. */

char *
cut_notebook_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "cuttings", "notebook.cuttings", NULL);
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int code;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  code = errno;
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("The folder “%s” could not be made: %s"), folder,
               g_strerror (code));
  return FALSE;
}

/* What opening finds in the notebook. */
typedef struct
{
  char *owner;
  char *undo_label;
  char *redo_label;
  CutWrap *wrap;
} Opened;

static void
opened_free (Opened *opened)
{
  g_free (opened->owner);
  g_free (opened->undo_label);
  g_free (opened->redo_label);
  g_clear_pointer (&opened->wrap, cut_wrap_free);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

/* A notebook's first words: which it is, and whose. */
static char *
make_owner (CutStore  *store,
            GError   **error)
{
  g_autofree char *id = cut_id_new ();
  g_autofree char *created = cut_time_format (cut_time_now ());
  g_autoptr (CutRecord) owner = cut_record_new (CUT_KIND_CONTRIBUTOR, "name", g_get_real_name (), NULL);
  g_autoptr (CutCommit) commit = cut_commit_begin (store, cut_record_get_id (owner), "", error);

  if (commit == NULL || !cut_commit_put (commit, owner, error) || !cut_store_set_meta (store, "id", id, error) ||
      !cut_store_set_meta (store, "created", created, error) ||
      !cut_store_set_meta (store, "owner", cut_record_get_id (owner), error) ||
      !cut_commit_end_quietly (commit, error))
    return NULL;
  return g_strdup (cut_record_get_id (owner));
}

static gboolean
find_owner (CutStore  *store,
            char     **owner,
            GError   **error)
{
  g_autoptr (GError) failure = NULL;

  *owner = cut_store_get_meta (store, "owner", &failure);
  if (failure == NULL && *owner == NULL && !cut_store_is_read_only (store))
    *owner = make_owner (store, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
find_label (CutStore  *store,
            gboolean   redo,
            char     **label,
            GError   **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CutJournalEntry) entry = cut_store_journal_peek (store, redo, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  *label = entry != NULL ? g_strdup (entry->label) : NULL;
  return TRUE;
}

/* What was to be wiped when the program or the computer stopped, or while another program was reading. */
static void
wipe_what_is_due (CutStore *store)
{
  g_autoptr (GError) failure = NULL;

  if (!cut_store_is_read_only (store) && cut_store_is_purge_due (store) && !cut_store_purge (store, &failure))
    g_debug ("not wiped yet: %s", failure->message);
}

static gpointer
opened_job (CutStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (Opened) opened = g_new0 (Opened, 1);

  cut_thread_step_behind ();
  wipe_what_is_due (store);
  if (!find_owner (store, &opened->owner, error) || !cut_store_get_wrap (store, &opened->wrap, error) ||
      !find_label (store, FALSE, &opened->undo_label, error) ||
      !find_label (store, TRUE, &opened->redo_label, error))
    return NULL;
  return g_steal_pointer (&opened);
}

static void job_cb (gpointer data, gpointer user_data);

/* A few clips at once keep the network busy; more only make each slower. The threads are the notebook's own: they stand
 * behind the window's. */
#define JOB_THREADS 8

static gboolean
open_parts (CutNotebook   *self,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (Opened) opened = NULL;

  self->writer = cut_worker_new ("cut-writer", self->path, CUT_STORE_CREATE, self->vault, error);
  if (self->writer == NULL)
    return FALSE;
  self->read_only = cut_worker_get_refusal (self->writer) != NULL;
  self->reader = cut_worker_new ("cut-reader", self->path, CUT_STORE_READ_ONLY, self->vault, error);
  if (self->reader == NULL)
    return FALSE;
  opened = cut_worker_run (self->writer, opened_job, NULL, cancellable, error);
  if (opened == NULL)
    return FALSE;
  self->owner = g_steal_pointer (&opened->owner);
  self->guarded = self->shown_guarded = self->shown_locked = opened->wrap != NULL;
  self->undo_label = g_strdup (opened->undo_label);
  self->redo_label = g_strdup (opened->redo_label);
  self->next_undo_label = g_steal_pointer (&opened->undo_label);
  self->next_redo_label = g_steal_pointer (&opened->redo_label);
  self->jobs = g_thread_pool_new (job_cb, self, JOB_THREADS, TRUE, error);
  if (self->jobs != NULL)
    self->answers = g_thread_pool_new (job_cb, self, 1, FALSE, error);
  if (self->answers != NULL)
    cut_notebook_catch_up_on (self);
  return self->answers != NULL;
}

CutNotebook *
cut_notebook_open (const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (CutNotebook) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!make_folder (path, error))
    return NULL;
  self = g_object_new (CUT_TYPE_NOTEBOOK, NULL);
  self->path = g_strdup (path);
  return open_parts (self, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  CutNotebook *self = data;
  GError *error = NULL;

  if (make_folder (self->path, &error) && open_parts (self, cancellable, &error))
    g_task_return_pointer (task, g_object_ref (self), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
cut_notebook_open_async (const char          *path,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  CutNotebook *self = g_object_new (CUT_TYPE_NOTEBOOK, NULL);

  self->path = g_strdup (path);
  g_task_set_source_tag (task, cut_notebook_open_async);
  g_task_set_task_data (task, self, g_object_unref);
  g_task_run_in_thread (task, open_thread);
}

CutNotebook *
cut_notebook_open_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
cut_notebook_close (CutNotebook *self)
{
  gboolean closed;

  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  g_mutex_lock (&self->mutex);
  closed = self->closed;
  self->closed = TRUE;
  g_mutex_unlock (&self->mutex);
  if (closed)
    return;
  g_cancellable_cancel (self->closing);
  if (self->jobs != NULL)
    g_thread_pool_free (g_steal_pointer (&self->jobs), FALSE, TRUE);
  if (self->answers != NULL)
    g_thread_pool_free (g_steal_pointer (&self->answers), FALSE, TRUE);
  cut_vault_lock (self->vault);
  /* What a person did before closing is still written; nobody looks at lists any more. */
  cut_worker_stop (self->reader, FALSE);
  cut_worker_stop (self->writer, TRUE);
  cut_notebook_flush (self);
}

const char *
cut_notebook_get_path (CutNotebook *self)
{
  return self->path;
}

gboolean
cut_notebook_is_read_only (CutNotebook *self)
{
  return self->read_only;
}

const char *
cut_notebook_get_owner (CutNotebook *self)
{
  return self->owner;
}

const char *
cut_notebook_get_undo_label (CutNotebook *self)
{
  return self->undo_label;
}

const char *
cut_notebook_get_redo_label (CutNotebook *self)
{
  return self->redo_label;
}

const GError *
cut_notebook_get_refusal (CutNotebook *self)
{
  return self->read_only ? cut_worker_get_refusal (self->writer) : NULL;
}

gboolean
cut_notebook_refuse (CutNotebook  *self,
                     GError      **error)
{
  if (self->read_only)
    g_propagate_error (error, g_error_copy (cut_worker_get_refusal (self->writer)));
  return self->read_only;
}

gpointer
cut_notebook_write (CutNotebook    *self,
                    CutWorkerFunc   func,
                    gpointer        data,
                    GCancellable   *cancellable,
                    GError        **error)
{
  if (cut_notebook_refuse (self, error))
    return NULL;
  return cut_worker_run (self->writer, func, data, cancellable, error);
}

/* Long jobs. */

typedef struct
{
  CutJobFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  GTask *task; /* (owned): its source, the notebook, lives as long */
} LongJob;

static void
cancel_cb (GCancellable *cancellable,
           gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static gulong
follow (GCancellable *leader,
        GCancellable *follower)
{
  if (leader == NULL)
    return 0;
  return g_cancellable_connect (leader, G_CALLBACK (cancel_cb), g_object_ref (follower), g_object_unref);
}

gpointer
cut_notebook_run_job (CutNotebook   *self,
                      CutJobFunc     func,
                      gpointer       data,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GCancellable) both = g_cancellable_new ();
  gulong callers = follow (cancellable, both);
  gulong closers = follow (self->closing, both);
  gpointer result = NULL;

  if (g_cancellable_is_cancelled (self->closing))
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("The notebook is closed"));
  else if (!g_cancellable_set_error_if_cancelled (both, error))
    result = func (self, data, both, error);
  g_cancellable_disconnect (cancellable, callers);
  g_cancellable_disconnect (self->closing, closers);
  return result;
}

static void
job_cb (gpointer data,
        gpointer user_data)
{
  LongJob *job = data;
  CutNotebook *self = g_task_get_source_object (job->task);
  GError *error = NULL;
  gpointer result;

  cut_thread_step_behind ();
  result = cut_notebook_run_job (self, job->func, job->data, g_task_get_cancellable (job->task), &error);
  g_clear_pointer (&job->data, job->free_data);
  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, result, job->free_result);
  g_object_unref (job->task);
  g_free (job);
}

static void
push (GThreadPool *pool,
      LongJob     *job)
{
  /* What was written is reported as written, also to who changed her mind at the last moment. */
  g_task_set_check_cancellable (job->task, FALSE);
  if (pool != NULL)
    g_thread_pool_push (pool, job, NULL);
  else
    job_cb (job, NULL);
}

static LongJob *
job_new (CutJobFunc      func,
         gpointer        data,
         GDestroyNotify  free_data,
         GDestroyNotify  free_result,
         GTask          *task)
{
  LongJob *job = g_new0 (LongJob, 1);

  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  job->task = task;
  return job;
}

void
cut_notebook_push_job (CutNotebook         *self,
                       gpointer             source_tag,
                       CutJobFunc           func,
                       gpointer             data,
                       GDestroyNotify       free_data,
                       GDestroyNotify       free_result,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  push (self->jobs, job_new (func, data, free_data, free_result, task));
}

void
cut_notebook_push_answer (CutNotebook         *self,
                          gpointer             source_tag,
                          CutJobFunc           func,
                          gpointer             data,
                          GDestroyNotify       free_data,
                          GDestroyNotify       free_result,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  push (self->answers, job_new (func, data, free_data, free_result, task));
}

gpointer
cut_notebook_finish_pointer (CutNotebook   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
