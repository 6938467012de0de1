/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-commit.h"
#include "cut-error.h"
#include "cut-id.h"
#include "cut-notebook-private.h"
#include "cut-sketching.h"
#include "cut-standing-book.h"

/* What the reader's thread is asked about claims. */
typedef struct
{
  CutNotebook *notebook; /* (owned) */
  char *id;              /* (owned) (nullable) */
  GPtrArray *changes;    /* (owned) (nullable) (element-type CutChange) */
} Question;

static Question *
question_new (CutNotebook *notebook,
              const char  *id,
              GPtrArray   *changes)
{
  Question *question = g_new0 (Question, 1);

  question->notebook = g_object_ref (notebook);
  question->id = g_strdup (id != NULL ? cut_id_strip (id) : NULL);
  question->changes = changes != NULL ? g_ptr_array_ref (changes) : NULL;
  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->notebook);
  g_clear_pointer (&question->changes, g_ptr_array_unref);
  g_free (question->id);
  g_free (question);
}

/* The book: the reader's thread alone has it, but for the word that there is one. */

static void
close_book (CutNotebook *self)
{
  g_clear_pointer (&self->book, cut_standing_book_free);
  g_atomic_int_set (&self->has_book, FALSE);
}

static gboolean
has_kind (GPtrArray *changes,
          CutKind    kind)
{
  for (guint i = 0; i < changes->len; i++)
    if (((const CutChange *) g_ptr_array_index (changes, i))->kind == kind)
      return TRUE;
  return FALSE;
}

static void post_headlines (CutNotebook *self);

static gpointer
apply_job (CutStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Question *question = data;
  CutNotebook *self = question->notebook;

  if (self->book == NULL)
    return NULL;
  if (!cut_standing_book_apply (self->book, store, question->changes))
    close_book (self);
  else if (has_kind (question->changes, CUT_KIND_CLIP) || has_kind (question->changes, CUT_KIND_CAPTURE) ||
           has_kind (question->changes, CUT_KIND_ATTRIBUTION))
    post_headlines (self);
  return NULL;
}

/* Texts that nobody compared yet. */

/* So many at once keep the writer's thread for less than a tenth of a second; acts come between. */
#define SKETCH_BATCH 20

static GPtrArray *
changes_of_clips (CutStore  *store,
                  GPtrArray *clips)
{
  GPtrArray *changes = cut_changes_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < clips->len; i++)
    {
      CutChange *change;

      if (!g_hash_table_add (seen, g_ptr_array_index (clips, i)))
        continue;
      change = g_new0 (CutChange, 1);
      change->kind = CUT_KIND_CLIP;
      change->id = g_strdup (g_ptr_array_index (clips, i));
      change->record = cut_store_find (store, change->id, NULL);
      g_ptr_array_add (changes, change);
    }
  return changes;
}

static void
announce_alike (CutNotebook *self,
                CutStore    *store,
                GPtrArray   *clips)
{
  if (clips->len > 0)
    cut_notebook_announce_again (self, changes_of_clips (store, clips));
}

/* What the book itself found out it knows already. */
static void
tell_views (CutNotebook *self,
            CutStore    *store,
            GPtrArray   *clips)
{
  if (clips->len > 0)
    cut_notebook_announce_shown (self, changes_of_clips (store, clips));
}

/* Returns: how many were looked at, as a pointer; NULL with or without an error when none is left */
static gpointer
sketch_job (CutStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  CutNotebook *self = data;
  g_autoptr (GPtrArray) touched = NULL;
  int n = cut_sketching_run (store, SKETCH_BATCH, &touched, error);

  if (touched != NULL)
    announce_alike (self, store, touched);
  return n > 0 ? GINT_TO_POINTER (n) : NULL;
}

static gpointer
sketch_on_job (CutStore      *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  CutNotebook *self = ((Question *) data)->notebook;

  /* What fails is tried again with the next capture, or when somebody asks for reprints. */
  if (g_atomic_int_get (&self->n_holding) == 0 && sketch_job (store, self, cancellable, NULL) != NULL)
    cut_worker_post (self->writer, sketch_on_job, question_new (self, NULL, NULL), question_free);
  return NULL;
}

gboolean
cut_notebook_compare_texts (CutNotebook   *self,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr (GError) failure = NULL;

  if (self->read_only)
    return TRUE;
  while (cut_worker_run (self->writer, sketch_job, self, cancellable, &failure) != NULL)
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

void
cut_notebook_follow_changes (CutNotebook *self,
                             GPtrArray   *changes)
{
  if (g_atomic_int_get (&self->has_book))
    cut_worker_post (self->reader, apply_job, question_new (self, NULL, changes), question_free);
  if (g_atomic_int_get (&self->n_holding) > 0)
    return;
  if (has_kind (changes, CUT_KIND_CAPTURE))
    cut_worker_post (self->writer, sketch_on_job, question_new (self, NULL, NULL), question_free);
  if (has_kind (changes, CUT_KIND_CAPTURE) || has_kind (changes, CUT_KIND_CLIP) || has_kind (changes, CUT_KIND_ENTITY) ||
      has_kind (changes, CUT_KIND_ANNOTATION) || has_kind (changes, CUT_KIND_PLACEMENT) || has_kind (changes, CUT_KIND_DISMISSAL))
    cut_notebook_seek_on (self);
}

void
cut_notebook_hold_follow_up (CutNotebook *self,
                             gboolean     hold)
{
  if (hold)
    g_atomic_int_inc (&self->n_holding);
  else if (g_atomic_int_dec_and_test (&self->n_holding))
    {
      cut_worker_post (self->writer, sketch_on_job, question_new (self, NULL, NULL), question_free);
      cut_notebook_seek_on (self);
    }
}

/* Headlines, some at a time: other questions come between. */

#define HEADLINE_BATCH 4
#define HEADLINES_OF_CLAIM 50

static gpointer
headlines_job (CutStore      *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  CutNotebook *self = ((Question *) data)->notebook;
  g_autoptr (GPtrArray) found = NULL;

  if (self->book == NULL)
    return NULL;
  found = cut_standing_book_read_headlines (self->book, store, NULL, HEADLINE_BATCH, self->closing);
  if (found == NULL || g_cancellable_is_cancelled (self->closing))
    return NULL;
  tell_views (self, store, found);
  post_headlines (self);
  return NULL;
}

static void
post_headlines (CutNotebook *self)
{
  cut_worker_post (self->reader, headlines_job, question_new (self, NULL, NULL), question_free);
}

/* Asking. */

static CutStandingBook *
ensure_book (CutNotebook   *self,
             CutStore      *store,
             GCancellable  *cancellable,
             GError       **error)
{
  if (self->book != NULL)
    return self->book;
  /* Said before it is read: what is written meanwhile is told again, not missed. */
  g_atomic_int_set (&self->has_book, TRUE);
  self->book = cut_standing_book_new (store, cancellable, error);
  if (self->book == NULL)
    g_atomic_int_set (&self->has_book, FALSE);
  else if (!self->read_only)
    cut_worker_post (self->writer, sketch_on_job, question_new (self, NULL, NULL), question_free);
  if (self->book != NULL)
    post_headlines (self);
  return self->book;
}

static gpointer
list_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Question *question = data;
  CutStandingBook *book = ensure_book (question->notebook, store, cancellable, error);

  return book != NULL ? cut_standing_book_list (book, question->id, cancellable, error) : NULL;
}

static gpointer
detail_job (CutStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Question *question = data;
  CutStandingBook *book = ensure_book (question->notebook, store, cancellable, error);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (book == NULL)
    return NULL;
  id = cut_id_is_valid (question->id) ? g_strdup (question->id) : cut_store_find_prefix (store, question->id, error);
  /* Who looks at one claim wants all that is known of it. */
  if (id != NULL)
    found = cut_standing_book_read_headlines (book, store, id, HEADLINES_OF_CLAIM, cancellable);
  if (found != NULL)
    tell_views (question->notebook, store, found);
  return id != NULL ? cut_claim_detail_load (book, store, id, error) : NULL;
}

static gpointer
ask (CutNotebook    *self,
     CutWorkerFunc   func,
     const char     *id,
     GCancellable   *cancellable,
     GError        **error)
{
  Question *question = question_new (self, id, NULL);
  gpointer answer = cut_worker_run (self->reader, func, question, cancellable, error);

  question_free (question);
  return answer;
}

static void
ask_async (CutNotebook         *self,
           gpointer             source_tag,
           CutWorkerFunc        func,
           const char          *id,
           GDestroyNotify       free_answer,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  cut_worker_push (self->reader, task, func, question_new (self, id, NULL), question_free, free_answer);
}

GPtrArray *
cut_notebook_claim_standings (CutNotebook   *self,
                              const char    *story,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), NULL);

  return ask (self, list_job, story, cancellable, error);
}

void
cut_notebook_claim_standings_async (CutNotebook         *self,
                                    const char          *story,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  ask_async (self, cut_notebook_claim_standings_async, list_job, story, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
             user_data);
}

GPtrArray *
cut_notebook_claim_standings_finish (CutNotebook   *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

CutClaimDetail *
cut_notebook_claim_detail (CutNotebook   *self,
                           const char    *claim,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && claim != NULL, NULL);

  return ask (self, detail_job, claim, cancellable, error);
}

void
cut_notebook_claim_detail_async (CutNotebook         *self,
                                 const char          *claim,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && claim != NULL);

  ask_async (self, cut_notebook_claim_detail_async, detail_job, claim, (GDestroyNotify) cut_claim_detail_unref, cancellable, callback,
             user_data);
}

CutClaimDetail *
cut_notebook_claim_detail_finish (CutNotebook   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}
