/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-id.h"
#include "cut-mention-book.h"
#include "cut-mention-linking.h"
#include "cut-mention-list.h"
#include "cut-notebook-private.h"

/* µs that the writer's thread looks for mentions at first, so that the latest are there at once, and then each time: acts come between. */
#define A_LITTLE 15000
#define SOME 80000
/* The same where somebody waits for all of it. */
#define A_LOT 1000000

/* What is asked of a thread. */
typedef struct
{
  CutNotebook *notebook; /* (owned) */
  CutMentionQuestion asked;
  CutMention *mention; /* (owned) (nullable) */
  gint64 budget;
  gboolean gives_way;  /* to who asks for mentions */
} Question;

static Question *
question_new (CutNotebook *notebook,
              const char  *entity,
              const char  *clip)
{
  Question *question = g_new0 (Question, 1);

  question->notebook = g_object_ref (notebook);
  question->asked.entity = entity != NULL ? g_strdup (cut_id_strip (entity)) : NULL;
  question->asked.clip = clip != NULL ? g_strdup (cut_id_strip (clip)) : NULL;
  question->budget = A_LITTLE;
  return question;
}

static Question *
question_of_mention (CutNotebook *notebook,
                     CutMention  *mention)
{
  Question *question = question_new (notebook, NULL, NULL);

  question->mention = cut_mention_ref (mention);
  return question;
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->notebook);
  g_clear_pointer (&question->mention, cut_mention_unref);
  g_free (question->asked.entity);
  g_free (question->asked.clip);
  g_free (question);
}

/* Looking for mentions; in the writer's thread. */

static gboolean
work (CutNotebook   *self,
      CutStore      *store,
      gint64         first,
      gint64         budget,
      gboolean       gives_way,
      GCancellable  *cancellable,
      GError       **error)
{
  gboolean changed = FALSE, done;

  if (self->mention_book == NULL)
    self->mention_book = cut_mention_book_new (store, error);
  if (self->mention_book == NULL)
    return FALSE;
  done = cut_mention_book_work (self->mention_book, store, first, budget, gives_way ? &self->n_asking : NULL, &changed, cancellable, error);
  if (!done)
    g_clear_pointer (&self->mention_book, cut_mention_book_free);
  else if (changed)
    cut_notebook_announce_mentions (self);
  return done;
}

/* Returns: the notebook where something is left, else %NULL with or without an error */
static gpointer
seek_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Question *question = data;
  gint64 first = question->asked.clip != NULL ? cut_store_find_key (store, CUT_KIND_CLIP, question->asked.clip, NULL) : 0;

  if (!cut_store_has_unsought (store, first, NULL) ||
      !work (question->notebook, store, first, question->budget, question->gives_way, cancellable, error))
    return NULL;
  return cut_store_has_unsought (store, first, NULL) ? question->notebook : NULL;
}

static void post_seeking (CutNotebook *self, gint64 budget);

static gpointer
seek_on_job (CutStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  CutNotebook *self = ((Question *) data)->notebook;

  /* What fails is tried again with the next change, or when somebody asks. What is left at the end is done the next time. */
  if (!g_cancellable_is_cancelled (self->closing) && g_atomic_int_get (&self->n_holding) == 0 && seek_job (store, data, cancellable, NULL) != NULL)
    post_seeking (self, SOME);
  return NULL;
}

static void
post_seeking (CutNotebook *self,
              gint64       budget)
{
  Question *question = question_new (self, NULL, NULL);

  question->budget = budget;
  question->gives_way = TRUE;
  cut_worker_post (self->writer, seek_on_job, question, question_free);
}

void
cut_notebook_seek_on (CutNotebook *self)
{
  if (!self->read_only)
    post_seeking (self, A_LITTLE);
}

gboolean
cut_notebook_find_mentions (CutNotebook   *self,
                            GCancellable  *cancellable,
                            GError       **error)
{
  Question *question;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), FALSE);

  question = question_new (self, NULL, NULL);
  question->budget = A_LOT;
  while (!self->read_only && cut_worker_run (self->writer, seek_job, question, cancellable, &failure) != NULL)
    if (g_cancellable_set_error_if_cancelled (cancellable, &failure))
      break;
  question_free (question);
  cut_notebook_flush (self);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Asking. */

static gpointer
has_unsought_job (CutStore      *store,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Question *question = data;
  gint64 clip = question->asked.clip != NULL ? cut_store_find_key (store, CUT_KIND_CLIP, question->asked.clip, NULL) : 0;

  return cut_store_has_unsought (store, clip, NULL) ? question : NULL;
}

static gpointer
list_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return cut_mention_list_load (store, &((Question *) data)->asked, cancellable, error);
}

/* What is latest is looked through before the answer, the rest behind it. */
static gpointer
mentions_job (CutNotebook   *self,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  CutMentions *mentions;
  g_autoptr (GError) failure = NULL;

  g_atomic_int_inc (&self->n_asking);
  if (!self->read_only && cut_worker_run (self->reader, has_unsought_job, data, cancellable, NULL) != NULL)
    cut_worker_run (self->writer, seek_job, data, cancellable, &failure);
  g_atomic_int_add (&self->n_asking, -1);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  mentions = cut_worker_run (self->reader, list_job, data, cancellable, error);
  if (mentions != NULL && !mentions->complete)
    cut_notebook_seek_on (self);
  return mentions;
}

static gpointer
count_unlinked_job (CutStore      *store,
                    gpointer       data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  return cut_store_count_unlinked (store, error);
}

GHashTable *
cut_notebook_count_unlinked (CutNotebook   *self,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), NULL);

  return cut_worker_run (self->reader, count_unlinked_job, NULL, cancellable, error);
}

static Question *
ask (CutNotebook     *self,
     const char      *entity,
     const char      *clip,
     CutMentionState  state,
     guint            offset,
     guint            limit)
{
  Question *question = question_new (self, entity, clip);

  question->asked.state = state;
  question->asked.offset = offset;
  question->asked.limit = limit;
  return question;
}

CutMentions *
cut_notebook_mentions (CutNotebook      *self,
                       const char       *entity,
                       const char       *clip,
                       CutMentionState   state,
                       guint             offset,
                       guint             limit,
                       GCancellable     *cancellable,
                       GError          **error)
{
  Question *question;
  CutMentions *mentions;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), NULL);

  question = ask (self, entity, clip, state, offset, limit);
  mentions = cut_notebook_run_job (self, mentions_job, question, cancellable, error);
  question_free (question);
  cut_notebook_flush (self);
  return mentions;
}

void
cut_notebook_mentions_async (CutNotebook         *self,
                             const char          *entity,
                             const char          *clip,
                             CutMentionState      state,
                             guint                offset,
                             guint                limit,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  cut_notebook_push_answer (self, cut_notebook_mentions_async, mentions_job, ask (self, entity, clip, state, offset, limit), question_free,
                            (GDestroyNotify) cut_mentions_free, cancellable, callback, user_data);
}

CutMentions *
cut_notebook_mentions_finish (CutNotebook   *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

/* Acts; in the writer's thread. */

static gboolean
keep (Question   *question,
      CutCommit  *commit,
      const char *label,
      GError    **error)
{
  if (!cut_commit_end (commit, error))
    return FALSE;
  cut_notebook_announce (question->notebook, cut_commit_steal_changes (commit), label, NULL);
  return TRUE;
}

/* All that may be linked has to be known before. */
static gboolean
look_through (Question      *question,
              CutStore      *store,
              gint64         clip,
              GCancellable  *cancellable,
              GError       **error)
{
  while (cut_store_has_unsought (store, clip, NULL))
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !work (question->notebook, store, clip, clip != 0 ? 0 : A_LOT, FALSE, cancellable, error))
      return FALSE;
  return TRUE;
}

/* Returns: (transfer full): how many */
static gpointer
link_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Question *question = data;
  gint64 entity = cut_mention_find_entity (store, question->asked.entity, error);
  gint64 clip = 0;
  g_autoptr (CutCommit) commit = NULL;
  const char *label = C_ ("act", "Link Mentions");
  guint n;

  if (entity == 0 || (question->asked.clip != NULL && (clip = cut_store_find_key (store, CUT_KIND_CLIP, question->asked.clip, error)) == 0) ||
      !look_through (question, store, clip, cancellable, error))
    return NULL;
  commit = cut_commit_begin (store, question->notebook->owner, label, error);
  if (commit == NULL || !cut_mention_linking_add (commit, store, entity, clip, &n, cancellable, error) ||
      (n > 0 && !keep (question, commit, label, error)))
    return NULL;
  return g_memdup2 (&n, sizeof n);
}

static int
take_count (gpointer boxed)
{
  g_autofree guint *n = boxed;

  return n != NULL ? (int) MIN (*n, G_MAXINT) : -1;
}

static gpointer
link_outside_job (CutNotebook   *self,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return cut_notebook_write (self, link_job, data, cancellable, error);
}

int
cut_notebook_link_mentions (CutNotebook   *self,
                            const char    *entity,
                            const char    *clip,
                            GCancellable  *cancellable,
                            GError       **error)
{
  Question *question;
  gpointer n;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && entity != NULL, -1);

  question = question_new (self, entity, clip);
  n = cut_notebook_run_job (self, link_outside_job, question, cancellable, error);
  question_free (question);
  cut_notebook_flush (self);
  return take_count (n);
}

void
cut_notebook_link_mentions_async (CutNotebook         *self,
                                  const char          *entity,
                                  const char          *clip,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && entity != NULL);

  cut_notebook_push_job (self, cut_notebook_link_mentions_async, link_outside_job, question_new (self, entity, clip), question_free,
                         g_free, cancellable, callback, user_data);
}

int
cut_notebook_link_mentions_finish (CutNotebook   *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return take_count (cut_notebook_finish_pointer (self, result, error));
}

/* One. */

static gpointer
link_one_job (CutStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Question *question = data;
  const char *label = C_ ("act", "Link Mention");
  g_autoptr (CutCommit) commit = NULL;
  g_autofree char *id = NULL;

  if (question->mention->annotation != NULL)
    return g_strdup (question->mention->annotation);
  commit = cut_commit_begin (store, question->notebook->owner, label, error);
  id = commit != NULL ? cut_mention_linking_add_one (commit, store, question->mention, error) : NULL;
  return id != NULL && keep (question, commit, label, error) ? g_steal_pointer (&id) : NULL;
}

static gpointer
refuse_job (CutStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  Question *question = data;
  const char *label = C_ ("act", "Not This Entity");
  g_autoptr (CutCommit) commit = cut_commit_begin (store, question->notebook->owner, label, error);

  if (commit == NULL || !cut_mention_linking_refuse (commit, store, question->mention, error) || !keep (question, commit, label, error))
    return NULL;
  return question;
}

static gpointer
act_on (CutNotebook   *self,
        CutMention    *mention,
        CutWorkerFunc  func,
        GCancellable  *cancellable,
        GError       **error)
{
  Question *question = question_of_mention (self, mention);
  gpointer result = cut_notebook_write (self, func, question, cancellable, error);

  question_free (question);
  cut_notebook_flush (self);
  return result;
}

static void
act_on_async (CutNotebook         *self,
              gpointer             source_tag,
              CutMention          *mention,
              CutWorkerFunc        func,
              GDestroyNotify       free_result,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, source_tag);
  /* What was written is reported as written. */
  g_task_set_check_cancellable (task, FALSE);
  if (cut_notebook_refuse (self, &error))
    g_task_return_error (task, error);
  else
    cut_worker_push (self->writer, g_steal_pointer (&task), func, question_of_mention (self, mention), question_free, free_result);
}

char *
cut_notebook_link_mention (CutNotebook   *self,
                           CutMention    *mention,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && mention != NULL, NULL);

  return act_on (self, mention, link_one_job, cancellable, error);
}

void
cut_notebook_link_mention_async (CutNotebook         *self,
                                 CutMention          *mention,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && mention != NULL);

  act_on_async (self, cut_notebook_link_mention_async, mention, link_one_job, g_free, cancellable, callback, user_data);
}

char *
cut_notebook_link_mention_finish (CutNotebook   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

gboolean
cut_notebook_refuse_mention (CutNotebook   *self,
                             CutMention    *mention,
                             GCancellable  *cancellable,
                             GError       **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && mention != NULL, FALSE);

  return act_on (self, mention, refuse_job, cancellable, error) != NULL;
}

void
cut_notebook_refuse_mention_async (CutNotebook         *self,
                                   CutMention          *mention,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && mention != NULL);

  act_on_async (self, cut_notebook_refuse_mention_async, mention, refuse_job, NULL, cancellable, callback, user_data);
}

gboolean
cut_notebook_refuse_mention_finish (CutNotebook   *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error) != NULL;
}
