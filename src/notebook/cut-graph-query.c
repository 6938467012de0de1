/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-graph-query.h"

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-id.h"
#include "cut-notebook-private.h"
#include "cut-store-ties.h"

/* What the reader's thread is asked. */
typedef struct
{
  CutNotebook *notebook;  /* (owned) */
  char *entity;           /* (owned) (nullable) */
  CutGraphFilter *filter; /* (owned) (nullable) */
  CutGraph *graph;        /* (owned) (nullable) */
  guint edge;
} Question;

static Question *
question_new (CutNotebook *notebook)
{
  Question *question = g_new0 (Question, 1);

  question->notebook = g_object_ref (notebook);
  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->notebook);
  g_clear_pointer (&question->filter, cut_graph_filter_free);
  g_clear_pointer (&question->graph, cut_graph_unref);
  g_free (question->entity);
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

/* The ties: the reader's thread alone has them, but for the word that there are some. */

static gpointer
forget_job (CutStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  CutNotebook *self = ((Question *) data)->notebook;

  g_clear_pointer (&self->ties, cut_ties_free);
  g_atomic_int_set (&self->has_ties, FALSE);
  return NULL;
}

static gboolean
is_tied (CutKind kind)
{
  return kind == CUT_KIND_ENTITY || kind == CUT_KIND_RELATION || kind == CUT_KIND_CLAIM || kind == CUT_KIND_ANNOTATION ||
         kind == CUT_KIND_CLIP;
}

void
cut_notebook_forget_ties (CutNotebook *self,
                          GPtrArray   *changes)
{
  gboolean touched = FALSE;

  for (guint i = 0; i < changes->len && !touched; i++)
    touched = is_tied (((const CutChange *) g_ptr_array_index (changes, i))->kind);
  if (touched && g_atomic_int_get (&self->has_ties))
    cut_worker_post (self->reader, forget_job, question_new (self), question_free);
}

static CutTies *
ensure_ties (CutNotebook  *self,
             CutStore     *store,
             GError      **error)
{
  g_autoptr (CutTies) ties = NULL;
  gint64 version;

  if (!cut_store_get_version (store, &version, error))
    return NULL;
  if (self->ties != NULL && self->ties_version == version)
    return self->ties;
  g_clear_pointer (&self->ties, cut_ties_free);
  self->ties_version = version;
  /* Said before they are read: what is written meanwhile makes them be read again. */
  g_atomic_int_set (&self->has_ties, TRUE);
  ties = cut_ties_new ();
  if (!cut_store_fill_ties (store, ties, error))
    {
      g_atomic_int_set (&self->has_ties, FALSE);
      return NULL;
    }
  cut_ties_close (ties);
  self->ties = g_steal_pointer (&ties);
  return self->ties;
}

static gpointer
graph_job (CutStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Question *question = data;
  CutTies *ties = ensure_ties (question->notebook, store, error);

  return ties != NULL ? cut_graph_new (ties, question->entity, question->filter, cancellable, error) : NULL;
}

static Question *
graph_question (CutNotebook          *self,
                const char           *entity,
                const CutGraphFilter *filter)
{
  Question *question = question_new (self);

  question->entity = g_strdup (cut_id_strip (entity));
  question->filter = cut_graph_filter_copy (filter);
  return question;
}

CutGraph *
cut_notebook_graph (CutNotebook           *self,
                    const char            *entity,
                    const CutGraphFilter  *filter,
                    GCancellable          *cancellable,
                    GError               **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && entity != NULL && filter != NULL, NULL);

  return ask (self, graph_job, graph_question (self, entity, filter), cancellable, error);
}

void
cut_notebook_graph_async (CutNotebook          *self,
                          const char           *entity,
                          const CutGraphFilter *filter,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && entity != NULL && filter != NULL);

  ask_async (self, cut_notebook_graph_async, graph_job, graph_question (self, entity, filter), (GDestroyNotify) cut_graph_unref,
             cancellable, callback, user_data);
}

CutGraph *
cut_notebook_graph_finish (CutNotebook   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

/* Passages. */

static void
passage_free (gpointer data)
{
  CutTiePassage *passage = data;

  g_free (passage->id);
  g_free (passage->clip);
  g_free (passage->annotation);
  g_free (passage->words);
  g_free (passage->title);
  g_free (passage->outlet);
  g_free (passage);
}

/* What is gone is not there, whatever names it still. (transfer full) (nullable) */
static CutRecord *
find (CutStore   *store,
      const char *id)
{
  g_autoptr (CutRecord) record = NULL;

  if (id == NULL || !cut_store_look_up (store, id, &record, NULL) || record == NULL || cut_record_is_deleted (record))
    return NULL;
  return g_steal_pointer (&record);
}

static void
set_clip (CutTiePassage *passage,
          CutStore      *store,
          const char    *id)
{
  g_autoptr (CutRecord) clip = find (store, id);

  if (clip == NULL || !CUT_IS_CLIP (clip))
    return;
  g_free (passage->clip);
  passage->clip = g_strdup (id);
  passage->title = g_strdup (cut_clip_get_title (CUT_CLIP (clip)));
  passage->outlet = g_strdup (cut_clip_get_site_name (CUT_CLIP (clip)));
}

/* Returns: whether the mark is there */
static gboolean
set_mark (CutTiePassage *passage,
          CutStore      *store,
          const char    *id)
{
  g_autoptr (CutRecord) mark = find (store, id);

  if (mark == NULL || !CUT_IS_ANNOTATION (mark))
    return FALSE;
  passage->annotation = g_strdup (id);
  if (passage->words == NULL)
    passage->words = cut_record_get_title (mark);
  set_clip (passage, store, cut_annotation_get_clip (CUT_ANNOTATION (mark)));
  return TRUE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (cut_record_get_id (*(CutRecord *const *) a), cut_record_get_id (*(CutRecord *const *) b));
}

/* A claim stands where it was said first. */
static gboolean
set_claim (CutTiePassage *passage,
           CutStore      *store)
{
  g_autoptr (CutRecord) claim = find (store, passage->id);
  g_autoptr (GPtrArray) attributions = NULL;

  if (claim == NULL)
    return FALSE;
  passage->words = g_strdup (cut_claim_get_text (CUT_CLAIM (claim)));
  attributions = cut_store_referrers (store, passage->id, CUT_KIND_ATTRIBUTION, NULL);
  if (attributions != NULL)
    g_ptr_array_sort (attributions, compare_ids);
  for (guint i = 0; attributions != NULL && i < attributions->len; i++)
    if (set_mark (passage, store, cut_attribution_get_annotation (g_ptr_array_index (attributions, i))))
      break;
  return TRUE;
}

static gboolean
fill_passage (CutTiePassage          *passage,
              CutStore               *store,
              const CutGraphEvidence *evidence)
{
  switch (passage->kind)
    {
    case CUT_TIE_CLAIM:
      return set_claim (passage, store);
    case CUT_TIE_PASSAGE:
    case CUT_TIE_CLIP:
      return set_mark (passage, store, evidence->annotation);
    case CUT_TIE_RELATION:
    case CUT_N_TIE_KINDS:
    default:
      /* It is still one when what proved it is gone. */
      set_mark (passage, store, evidence->annotation);
      return TRUE;
    }
}

static gpointer
passages_job (CutStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Question *question = data;
  const CutGraphEdge *edge = cut_graph_get_edge (question->graph, question->edge);
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func (passage_free);

  for (guint i = 0; i < edge->evidence->len; i++)
    {
      const CutGraphEvidence *evidence = g_ptr_array_index (edge->evidence, i);
      CutTiePassage *passage = g_new0 (CutTiePassage, 1);

      passage->kind = edge->kind;
      passage->id = g_strdup (evidence->id);
      if (fill_passage (passage, store, evidence))
        g_ptr_array_add (passages, passage);
      else
        passage_free (passage);
    }
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&passages);
}

static Question *
passages_question (CutNotebook *self,
                   CutGraph    *graph,
                   guint        edge)
{
  Question *question = question_new (self);

  question->graph = cut_graph_ref (graph);
  question->edge = edge;
  return question;
}

GPtrArray *
cut_notebook_tie_passages (CutNotebook   *self,
                           CutGraph      *graph,
                           guint          edge,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && edge < graph->edges->len, NULL);

  return ask (self, passages_job, passages_question (self, graph, edge), cancellable, error);
}

void
cut_notebook_tie_passages_async (CutNotebook         *self,
                                 CutGraph            *graph,
                                 guint                edge,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && edge < graph->edges->len);

  ask_async (self, cut_notebook_tie_passages_async, passages_job, passages_question (self, graph, edge),
             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
cut_notebook_tie_passages_finish (CutNotebook   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}
