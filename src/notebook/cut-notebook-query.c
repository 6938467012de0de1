/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-id.h"
#include "cut-notebook-private.h"
#include "cut-reading.h"
#include "cut-search-values.h"

/* What the reader's thread is asked. */
typedef struct
{
  CutQuery *query; /* (owned) (nullable) */
  char *text;      /* (owned) (nullable): an id, a hash, a name or a prefix */
  GArray *keys;    /* (owned) (nullable) (element-type gint64) */
  CutKind kind;
  CutFilter filter;
  guint limit;
  CutNotebook *notebook; /* (owned) (nullable): where what was found on the way is kept */
} Question;

static Question *
question_new (const CutQuery *query,
              const char     *text)
{
  Question *question = g_new0 (Question, 1);

  question->query = query != NULL ? cut_query_copy (query) : NULL;
  question->text = g_strdup (text);
  return question;
}

static Question *
question_of_keys (const CutQuery *query,
                  const gint64   *keys,
                  guint           n_keys)
{
  Question *question = question_new (query, NULL);

  question->keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_keys);
  if (n_keys > 0)
    g_array_append_vals (question->keys, keys, n_keys);
  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->query, cut_query_free);
  g_clear_pointer (&question->keys, g_array_unref);
  g_clear_object (&question->notebook);
  g_free (question->text);
  g_free (question);
}

static gpointer
ask (CutNotebook    *self,
     CutWorkerFunc   func,
     Question       *question,
     GCancellable   *cancellable,
     GError        **error)
{
  gpointer answer = cut_worker_run (self->reader, func, question, cancellable, error);

  question_free (question);
  return answer;
}

static void
ask_async (CutNotebook         *self,
           gpointer             source_tag,
           CutWorkerFunc        func,
           Question            *question,
           GDestroyNotify       free_answer,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  cut_worker_push (self->reader, task, func, question, question_free, free_answer);
}

/* One object. */

static gpointer
get_job (CutStore      *store,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  const char *text = ((Question *) data)->text;
  g_autofree char *id = NULL;

  if (cut_id_is_valid (text))
    return cut_store_get (store, text, error);
  id = cut_store_find_prefix (store, text, error);
  return id != NULL ? cut_store_get (store, id, error) : NULL;
}

CutRecord *
cut_notebook_get (CutNotebook  *self,
                  const char   *id,
                  GError      **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && id != NULL, NULL);

  return ask (self, get_job, question_new (NULL, cut_id_strip (id)), NULL, error);
}

void
cut_notebook_get_async (CutNotebook         *self,
                        const char          *id,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && id != NULL);

  ask_async (self, cut_notebook_get_async, get_job, question_new (NULL, cut_id_strip (id)),
             g_object_unref, cancellable, callback, user_data);
}

CutRecord *
cut_notebook_get_finish (CutNotebook   *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

/* Lists. */

static gpointer
list_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return cut_store_list (store, ((Question *) data)->query, error);
}

GPtrArray *
cut_notebook_list (CutNotebook     *self,
                   const CutQuery  *query,
                   GCancellable    *cancellable,
                   GError         **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && query != NULL, NULL);

  return ask (self, list_job, question_new (query, NULL), cancellable, error);
}

void
cut_notebook_list_async (CutNotebook         *self,
                         const CutQuery      *query,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && query != NULL);

  ask_async (self, cut_notebook_list_async, list_job, question_new (query, NULL),
             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
cut_notebook_list_finish (CutNotebook   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

static gpointer
rows_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return cut_store_rows (store, ((Question *) data)->query, error);
}

GPtrArray *
cut_notebook_rows (CutNotebook     *self,
                   const CutQuery  *query,
                   GCancellable    *cancellable,
                   GError         **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && query != NULL, NULL);

  return ask (self, rows_job, question_new (query, NULL), cancellable, error);
}

void
cut_notebook_rows_async (CutNotebook         *self,
                         const CutQuery      *query,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && query != NULL);

  ask_async (self, cut_notebook_rows_async, rows_job, question_new (query, NULL),
             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
cut_notebook_rows_finish (CutNotebook   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

static gpointer
keys_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return cut_store_keys (store, ((Question *) data)->query, error);
}

void
cut_notebook_keys_async (CutNotebook         *self,
                         const CutQuery      *query,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && query != NULL);

  ask_async (self, cut_notebook_keys_async, keys_job, question_new (query, NULL),
             (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

GArray *
cut_notebook_keys_finish (CutNotebook   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

static gpointer
rows_for_keys_job (CutStore      *store,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  Question *question = data;

  return cut_store_rows_for_keys (store, question->query, (const gint64 *) (void *) question->keys->data,
                                  question->keys->len, error);
}

void
cut_notebook_rows_for_keys_async (CutNotebook         *self,
                                  const CutQuery      *query,
                                  const gint64        *keys,
                                  guint                n_keys,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && query != NULL);

  ask_async (self, cut_notebook_rows_for_keys_async, rows_for_keys_job, question_of_keys (query, keys, n_keys),
             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
cut_notebook_rows_for_keys_finish (CutNotebook   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

static gpointer
ids_for_keys_job (CutStore      *store,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  GArray *keys = ((Question *) data)->keys;

  return cut_store_ids_for_keys (store, (const gint64 *) (void *) keys->data, keys->len, error);
}

void
cut_notebook_ids_for_keys_async (CutNotebook         *self,
                                 const gint64        *keys,
                                 guint                n_keys,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  ask_async (self, cut_notebook_ids_for_keys_async, ids_for_keys_job, question_of_keys (NULL, keys, n_keys), (GDestroyNotify) g_strfreev,
             cancellable, callback, user_data);
}

GStrv
cut_notebook_ids_for_keys_finish (CutNotebook   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

/* The count travels as a pointer to it, so that NULL can mean an error. */
static gpointer
count_job (CutStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 count = cut_store_count (store, ((Question *) data)->query, error);

  return count >= 0 ? g_memdup2 (&count, sizeof count) : NULL;
}

static gint64
take_count (gint64 *boxed)
{
  gint64 count = boxed != NULL ? *boxed : -1;

  g_free (boxed);
  return count;
}

gint64
cut_notebook_count (CutNotebook     *self,
                    const CutQuery  *query,
                    GError         **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && query != NULL, -1);

  return take_count (ask (self, count_job, question_new (query, NULL), NULL, error));
}

void
cut_notebook_count_async (CutNotebook         *self,
                          const CutQuery      *query,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && query != NULL);

  ask_async (self, cut_notebook_count_async, count_job, question_new (query, NULL), g_free, cancellable,
             callback, user_data);
}

gint64
cut_notebook_count_finish (CutNotebook   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return take_count (cut_notebook_finish_pointer (self, result, error));
}

/* Names. */

static gpointer
complete_job (CutStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Question *question = data;

  return cut_store_complete_named (store, question->kind, question->text, question->limit, error);
}

void
cut_notebook_complete_async (CutNotebook         *self,
                             CutKind              kind,
                             const char          *prefix,
                             guint                limit,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Question *question;

  g_return_if_fail (CUT_IS_NOTEBOOK (self) && prefix != NULL);

  question = question_new (NULL, prefix);
  question->kind = kind;
  question->limit = limit;
  ask_async (self, cut_notebook_complete_async, complete_job, question,
             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
cut_notebook_complete_finish (CutNotebook   *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

static gpointer
complete_value_job (CutStore      *store,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  Question *question = data;

  return cut_store_complete_value (store, question->filter, question->text, question->limit, error);
}

void
cut_notebook_complete_value_async (CutNotebook         *self,
                                   CutFilter            filter,
                                   const char          *prefix,
                                   guint                limit,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Question *question;

  g_return_if_fail (CUT_IS_NOTEBOOK (self) && prefix != NULL);

  question = question_new (NULL, prefix);
  question->filter = filter;
  question->limit = limit;
  ask_async (self, cut_notebook_complete_value_async, complete_value_job, question,
             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
cut_notebook_complete_value_finish (CutNotebook   *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

static gpointer
find_named_job (CutStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Question *question = data;

  return cut_store_find_named (store, question->kind, question->text, error);
}

char *
cut_notebook_find_named (CutNotebook  *self,
                         CutKind       kind,
                         const char   *name,
                         GError      **error)
{
  Question *question;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && name != NULL, NULL);

  question = question_new (NULL, name);
  question->kind = kind;
  return ask (self, find_named_job, question, NULL, error);
}

/* Bytes. */

static gpointer
blob_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return cut_store_get_blob (store, ((Question *) data)->text, error);
}

GBytes *
cut_notebook_blob (CutNotebook  *self,
                   const char   *sha256,
                   GError      **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && sha256 != NULL, NULL);

  return ask (self, blob_job, question_new (NULL, sha256), NULL, error);
}

void
cut_notebook_blob_async (CutNotebook         *self,
                         const char          *sha256,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && sha256 != NULL);

  ask_async (self, cut_notebook_blob_async, blob_job, question_new (NULL, sha256),
             (GDestroyNotify) g_bytes_unref, cancellable, callback, user_data);
}

GBytes *
cut_notebook_blob_finish (CutNotebook   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

/* Reading one clip. */

static gpointer
read_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Question *question = data;
  CutReading *reading = cut_reading_load (store, question->text, cancellable, error);

  if (reading != NULL)
    cut_notebook_keep_found (question->notebook, reading->fresh);
  return reading;
}

static Question *
question_of_reading (CutNotebook *self,
                     const char  *id)
{
  Question *question = question_new (NULL, cut_id_strip (id));

  question->notebook = g_object_ref (self);
  return question;
}

CutReading *
cut_notebook_read (CutNotebook  *self,
                   const char   *id,
                   GError      **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && id != NULL, NULL);

  return ask (self, read_job, question_of_reading (self, id), NULL, error);
}

void
cut_notebook_read_async (CutNotebook         *self,
                         const char          *id,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && id != NULL);

  ask_async (self, cut_notebook_read_async, read_job, question_of_reading (self, id), (GDestroyNotify) cut_reading_unref,
             cancellable, callback, user_data);
}

CutReading *
cut_notebook_read_finish (CutNotebook   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}
