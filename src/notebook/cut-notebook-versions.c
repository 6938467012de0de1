/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-error.h"
#include "cut-id.h"
#include "cut-notebook-private.h"
#include "cut-placing.h"
#include "cut-version-new.h"

/* What the reader's thread is asked about captures. */
typedef struct
{
  CutNotebook *notebook; /* (owned) */
  char *id;              /* (owned) (nullable) */
} Question;

static Question *
question_new (CutNotebook *notebook,
              const char  *id)
{
  Question *question = g_new0 (Question, 1);

  question->notebook = g_object_ref (notebook);
  question->id = g_strdup (id != NULL ? cut_id_strip (id) : NULL);
  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->notebook);
  g_free (question->id);
  g_free (question);
}

static gpointer
ask (CutNotebook    *self,
     CutWorkerFunc   func,
     const char     *id,
     GCancellable   *cancellable,
     GError        **error)
{
  Question *question = question_new (self, id);
  gpointer answer = cut_worker_run (self->reader, func, question, cancellable, error);

  question_free (question);
  return answer;
}

static void
ask_async (CutNotebook         *self,
           gpointer             source_tag,
           CutWorkerFunc        func,
           const char          *id,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  cut_worker_push (self->reader, task, func, question_new (self, id), question_free, (GDestroyNotify) g_ptr_array_unref);
}

/* Keeping what was found. It can be found again, so nobody waits for it and no failure is told. */

static gpointer
keep_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  cut_store_put_found (store, data, NULL);
  return NULL;
}

void
cut_notebook_keep_found (CutNotebook *self,
                         GPtrArray   *found)
{
  if (self->read_only || found == NULL || found->len == 0)
    return;
  cut_worker_post (self->writer, keep_job, g_ptr_array_ref (found), (GDestroyNotify) g_ptr_array_unref);
}

/* The captures of a clip. */

static int
compare_time (gconstpointer a,
              gconstpointer b)
{
  CutRecord *const records[] = { *(CutRecord *const *) a, *(CutRecord *const *) b };
  gint64 times[2];

  for (guint i = 0; i < 2; i++)
    {
      times[i] = cut_capture_get_fetched_at (CUT_CAPTURE (records[i]));
      if (times[i] == 0)
        times[i] = cut_record_get_int (records[i], CUT_RECORD_CREATED);
    }
  if (times[0] != times[1])
    return times[0] < times[1] ? -1 : 1;
  return g_strcmp0 (cut_record_get_id (records[0]), cut_record_get_id (records[1]));
}

static GPtrArray *
list_captures (CutStore    *store,
               const char  *clip,
               GError     **error)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CAPTURE);
  GPtrArray *captures;

  cut_query_where (query, "clip", clip);
  captures = cut_store_list (store, query, error);
  if (captures != NULL)
    g_ptr_array_sort (captures, compare_time);
  return captures;
}

static GPtrArray *
list_versions (CutStore      *store,
               GPtrArray     *captures,
               const char    *shown,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_version_free);

  for (guint i = 0; i < captures->len; i++)
    {
      CutRecord *capture = g_ptr_array_index (captures, i);
      CutVersion *version = cut_version_new (store, capture, i > 0 ? g_ptr_array_index (captures, i - 1) : NULL);

      g_ptr_array_add (versions, version);
      version->shown = g_strcmp0 (shown, cut_record_get_id (capture)) == 0;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  return g_steal_pointer (&versions);
}

/* @id as a whole id, of an object that is there. */
static CutRecord *
get_named (CutStore    *store,
           const char  *id,
           GError     **error)
{
  g_autofree char *full = cut_id_is_valid (id) ? g_strdup (id) : cut_store_find_prefix (store, id, error);

  return full != NULL ? cut_store_get (store, full, error) : NULL;
}

static gpointer
captures_job (CutStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (CutRecord) clip = get_named (store, ((Question *) data)->id, error);
  g_autoptr (CutRecord) shown = NULL;
  g_autoptr (GPtrArray) captures = clip != NULL ? list_captures (store, cut_record_get_id (clip), error) : NULL;

  if (captures == NULL)
    return NULL;
  shown = cut_store_shown_capture (store, cut_record_get_id (clip), NULL);
  return list_versions (store, captures, shown != NULL ? cut_record_get_id (shown) : NULL, cancellable, error);
}

GPtrArray *
cut_notebook_captures (CutNotebook   *self,
                       const char    *clip,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && clip != NULL, NULL);

  return ask (self, captures_job, clip, cancellable, error);
}

void
cut_notebook_captures_async (CutNotebook         *self,
                             const char          *clip,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && clip != NULL);

  ask_async (self, cut_notebook_captures_async, captures_job, clip, cancellable, callback, user_data);
}

GPtrArray *
cut_notebook_captures_finish (CutNotebook   *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

/* Where annotations stand. */

static GPtrArray *
standings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cut_standing_free);
}

static gboolean
add_standings (CutNotebook   *notebook,
               CutPlacing    *placing,
               GPtrArray     *list,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GHashTable) standings = cut_placing_run (placing, cancellable, error);
  g_autoptr (GPtrArray) fresh = NULL;
  GHashTableIter iter;
  gpointer standing;

  if (standings == NULL)
    return FALSE;
  fresh = cut_placing_steal_fresh (placing);
  cut_notebook_keep_found (notebook, fresh);
  g_hash_table_iter_init (&iter, standings);
  while (g_hash_table_iter_next (&iter, NULL, &standing))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (list, standing);
    }
  return TRUE;
}

static int
compare_standings (gconstpointer a,
                   gconstpointer b)
{
  const CutStanding *first = *(const CutStanding *const *) a;
  const CutStanding *second = *(const CutStanding *const *) b;

  if (first->placed != second->placed)
    return first->placed ? -1 : 1;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return g_strcmp0 (first->annotation, second->annotation);
}

static GPtrArray *
standings_in_capture (CutStore      *store,
                      Question      *question,
                      CutRecord     *capture,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (CutPlacing) placing = cut_placing_load_capture (store, cut_record_get_id (capture), error);
  g_autoptr (GPtrArray) list = standings_new ();

  if (placing == NULL || !add_standings (question->notebook, placing, list, cancellable, error))
    return NULL;
  g_ptr_array_sort (list, compare_standings);
  return g_steal_pointer (&list);
}

static GPtrArray *
standings_of_annotation (CutStore      *store,
                         Question      *question,
                         CutRecord     *annotation,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GPtrArray) captures = list_captures (store, cut_annotation_get_clip (CUT_ANNOTATION (annotation)), error);
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  g_autoptr (GPtrArray) list = standings_new ();

  g_ptr_array_add (alone, annotation);
  for (guint i = 0; captures != NULL && i < captures->len; i++)
    {
      CutRecord *capture = g_ptr_array_index (captures, i);
      g_autoptr (CutPlacing) placing = NULL;
      g_autofree char *text = NULL;

      if (!cut_store_get_text (store, cut_record_get_id (capture), &text, NULL, NULL, error))
        return NULL;
      placing = cut_placing_load (store, capture, text != NULL ? text : "", alone, error);
      if (placing == NULL || !add_standings (question->notebook, placing, list, cancellable, error))
        return NULL;
    }
  return captures != NULL ? g_steal_pointer (&list) : NULL;
}

static gpointer
standings_job (CutStore      *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Question *question = data;
  g_autoptr (CutRecord) record = get_named (store, question->id, error);

  if (record == NULL)
    return NULL;
  if (CUT_IS_CAPTURE (record))
    return standings_in_capture (store, question, record, cancellable, error);
  if (CUT_IS_ANNOTATION (record))
    return standings_of_annotation (store, question, record, cancellable, error);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("Only annotations stand somewhere; name one, or a capture"));
  return NULL;
}

GPtrArray *
cut_notebook_standings (CutNotebook   *self,
                        const char    *id,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && id != NULL, NULL);

  return ask (self, standings_job, id, cancellable, error);
}

void
cut_notebook_standings_async (CutNotebook         *self,
                              const char          *id,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && id != NULL);

  ask_async (self, cut_notebook_standings_async, standings_job, id, cancellable, callback, user_data);
}

GPtrArray *
cut_notebook_standings_finish (CutNotebook   *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

/* What waits for a person. */

static gpointer
unsettled_job (CutStore      *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return cut_store_list_unsettled (store, ((Question *) data)->id, error);
}

GPtrArray *
cut_notebook_unsettled (CutNotebook   *self,
                        const char    *clip,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), NULL);

  return ask (self, unsettled_job, clip, cancellable, error);
}

void
cut_notebook_unsettled_async (CutNotebook         *self,
                              const char          *clip,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  ask_async (self, cut_notebook_unsettled_async, unsettled_job, clip, cancellable, callback, user_data);
}

GPtrArray *
cut_notebook_unsettled_finish (CutNotebook   *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}
