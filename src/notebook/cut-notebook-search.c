/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-notebook-search.h"

#include "cut-notebook-private.h"
#include "cut-store-search.h"

/* µs that the writer's thread indexes at a time: acts come between. The same where somebody waits. */
#define SOME 100000
#define A_LOT 1000000

void
cut_hits_free (CutHits *self)
{
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->suggestion);
  g_free (self);
}

/* Searching; in the reader's thread. */

typedef struct
{
  CutQuery *query; /* (owned) */
  guint n_rows;
} Question;

static Question *
question_new (const CutQuery *query,
              guint           n_rows)
{
  Question *question = g_new0 (Question, 1);

  question->query = cut_query_copy (query);
  question->n_rows = n_rows;
  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  cut_query_free (question->query);
  g_free (question);
}

static gpointer
search_job (CutStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Question *question = data;
  g_autoptr (CutHits) hits = g_new0 (CutHits, 1);

  hits->keys = cut_store_search (store, question->query, &hits->partial, error);
  if (hits->keys == NULL)
    return NULL;
  hits->rows = cut_store_rows_for_keys (store, question->query, (const gint64 *) (void *) hits->keys->data,
                                        MIN (hits->keys->len, question->n_rows), error);
  hits->n_waiting = hits->rows != NULL ? cut_store_count_unindexed (store, error) : -1;
  if (hits->n_waiting < 0)
    return NULL;
  if (hits->keys->len == 0 && !hits->partial && !cut_store_suggest (store, question->query, &hits->suggestion, error))
    return NULL;
  return g_steal_pointer (&hits);
}

CutHits *
cut_notebook_search (CutNotebook     *self,
                     const CutQuery  *query,
                     guint            n_rows,
                     GCancellable    *cancellable,
                     GError         **error)
{
  Question *question;
  CutHits *hits;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && query != NULL, NULL);

  question = question_new (query, n_rows);
  hits = cut_worker_run (self->reader, search_job, question, cancellable, error);
  question_free (question);
  return hits;
}

void
cut_notebook_search_async (CutNotebook         *self,
                           const CutQuery      *query,
                           guint                n_rows,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CUT_IS_NOTEBOOK (self) && query != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cut_notebook_search_async);
  cut_worker_push (self->reader, task, search_job, question_new (query, n_rows), question_free, (GDestroyNotify) cut_hits_free);
}

CutHits *
cut_notebook_search_finish (CutNotebook   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

/* Making the index; in the writer's thread. */

/* Returns: how many were indexed, as a pointer; NULL with or without an error when none is left */
static gpointer
catch_up_job (CutStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  guint n_done = 0;

  return cut_store_catch_up (store, *(const gint64 *) data, &n_done, error) ? GUINT_TO_POINTER (n_done) : NULL;
}

static gpointer
count_job (CutStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  *(gint64 *) data = cut_store_count_unindexed (store, error);
  return data;
}

static gpointer
catch_up_on_job (CutStore      *store,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  CutNotebook *self = data;
  gint64 budget = SOME;

  /* What fails, or is left at the end, is done the next time. */
  if (g_cancellable_is_cancelled (self->closing) || cut_store_count_unindexed (store, NULL) <= 0)
    return NULL;
  if (catch_up_job (store, &budget, cancellable, NULL) != NULL)
    cut_notebook_catch_up_on (self);
  return NULL;
}

void
cut_notebook_catch_up_on (CutNotebook *self)
{
  if (!self->read_only)
    cut_worker_post (self->writer, catch_up_on_job, g_object_ref (self), g_object_unref);
}

gboolean
cut_notebook_catch_up (CutNotebook   *self,
                       gint64        *n_left,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 budget = A_LOT;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), FALSE);

  cut_worker_run (self->reader, count_job, n_left, cancellable, &failure);
  if (failure == NULL && *n_left > 0 && !self->read_only)
    {
      cut_worker_run (self->writer, catch_up_job, &budget, cancellable, &failure);
      if (failure == NULL)
        cut_worker_run (self->reader, count_job, n_left, cancellable, &failure);
    }
  else
    {
      *n_left = 0;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
