/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-dismissed.h"
#include "cut-id.h"
#include "cut-index.h"
#include "cut-notebook-private.h"
#include "cut-notebook-standing.h"
#include "cut-sketch.h"
#include "cut-store-likeness.h"

/* What proposes reprints. */
#define PROPOSED_BY "reprints-1"

void
cut_reprint_free (CutReprint *self)
{
  g_clear_object (&self->clip);
  g_clear_object (&self->original);
  g_free (self);
}

typedef struct
{
  CutStore *store;
  GPtrArray *list;       /* (element-type CutReprint) */
  GPtrArray *dismissals; /* (element-type CutDismissal): of the kind `reprint` */
  GError **error;
} Search;

static gboolean
is_pair (CutRecord  *a,
         CutRecord  *b,
         const char *one,
         const char *other)
{
  return (g_strcmp0 (cut_record_get_id (a), one) == 0 && g_strcmp0 (cut_record_get_id (b), other) == 0) ||
         (g_strcmp0 (cut_record_get_id (a), other) == 0 && g_strcmp0 (cut_record_get_id (b), one) == 0);
}

static gboolean
is_dismissed (Search    *self,
              CutRecord *a,
              CutRecord *b)
{
  for (guint i = 0; i < self->dismissals->len; i++)
    {
      CutDismissal *dismissal = g_ptr_array_index (self->dismissals, i);

      if (is_pair (a, b, cut_dismissal_get_clip (dismissal), cut_dismissal_get_other (dismissal)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
names (CutRecord *clip,
       CutRecord *original)
{
  return g_strcmp0 (cut_clip_get_reprint_of (CUT_CLIP (clip)), cut_record_get_id (original)) == 0;
}

static gboolean
is_older (CutRecord *a,
          CutRecord *b)
{
  CutDate *left = cut_clip_get_published (CUT_CLIP (a));
  CutDate *right = cut_clip_get_published (CUT_CLIP (b));

  if (left != NULL && right != NULL && cut_date_get_sort_key (left) != cut_date_get_sort_key (right))
    return cut_date_get_sort_key (left) < cut_date_get_sort_key (right);
  return strcmp (cut_record_get_id (a), cut_record_get_id (b)) < 0;
}

static CutReprint *
add (Search    *self,
     CutRecord *a,
     CutRecord *b)
{
  CutReprint *reprint = g_new0 (CutReprint, 1);
  gboolean accepted = names (a, b) || names (b, a);
  gboolean turned = accepted ? names (b, a) : is_older (a, b);

  reprint->clip = g_object_ref (turned ? b : a);
  reprint->original = g_object_ref (turned ? a : b);
  reprint->accepted = accepted;
  reprint->dismissed = is_dismissed (self, a, b);
  g_ptr_array_add (self->list, reprint);
  return reprint;
}

static CutReprint *
find_known (Search     *self,
            const char *one,
            const char *other)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      CutReprint *reprint = g_ptr_array_index (self->list, i);

      if (is_pair (reprint->clip, reprint->original, one, other))
        return reprint;
    }
  return NULL;
}

static gboolean
have_same_credit (CutRecord *a,
                  CutRecord *b)
{
  const char *left = cut_clip_get_wire_credit (CUT_CLIP (a));
  const char *right = cut_clip_get_wire_credit (CUT_CLIP (b));
  g_autofree char *folded = left != NULL ? g_utf8_casefold (left, -1) : NULL;
  g_autofree char *other = right != NULL ? g_utf8_casefold (right, -1) : NULL;

  return folded != NULL && g_strcmp0 (folded, other) == 0;
}

static gboolean
add_alike (Search         *self,
           const CutAlike *pair)
{
  CutReprint *reprint = find_known (self, pair->clip, pair->other_clip);
  g_autoptr (CutRecord) a = NULL;
  g_autoptr (CutRecord) b = NULL;

  /* The most alike captures of two clips come first. */
  if (reprint != NULL)
    return TRUE;
  if (!cut_store_look_up (self->store, pair->clip, &a, self->error) || !cut_store_look_up (self->store, pair->other_clip, &b, self->error))
    return FALSE;
  if (a == NULL || b == NULL || (pair->containment < CUT_SKETCH_ALIKE && !have_same_credit (a, b) && !names (a, b) && !names (b, a)))
    return TRUE;
  reprint = add (self, a, b);
  reprint->resemblance = pair->resemblance;
  reprint->containment = pair->containment;
  return TRUE;
}

/* What a person says is a reprint need not be alike. */
static gboolean
add_said (Search    *self,
          CutRecord *clip)
{
  const char *id = cut_clip_get_reprint_of (CUT_CLIP (clip));
  g_autoptr (CutRecord) original = NULL;

  if (id == NULL || find_known (self, cut_record_get_id (clip), id) != NULL)
    return TRUE;
  if (!cut_store_look_up (self->store, id, &original, self->error))
    return FALSE;
  if (original != NULL && CUT_IS_CLIP (original) && !cut_record_is_deleted (original))
    add (self, clip, original);
  return TRUE;
}

static GPtrArray *
list_said (Search     *self,
           const char *clip)
{
  g_autoptr (CutQuery) query = NULL;
  GPtrArray *list;
  CutRecord *own;

  if (clip == NULL)
    return cut_store_list_reprints (self->store, self->error);
  query = cut_query_new (CUT_KIND_CLIP);
  cut_query_where (query, "reprint_of", clip);
  list = cut_store_list (self->store, query, self->error);
  own = list != NULL ? cut_store_get (self->store, clip, self->error) : NULL;
  if (own != NULL && CUT_IS_CLIP (own))
    g_ptr_array_add (list, own);
  else
    {
      g_clear_object (&own);
      g_clear_pointer (&list, g_ptr_array_unref);
    }
  return list;
}

static gboolean
search (Search     *self,
        const char *clip)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_DISMISSAL);
  g_autoptr (GPtrArray) alike = NULL;
  g_autoptr (GPtrArray) said = NULL;

  cut_query_where (query, "kind", "reprint");
  self->dismissals = cut_store_list (self->store, query, self->error);
  alike = self->dismissals != NULL ? cut_store_list_alike (self->store, clip, self->error) : NULL;
  said = alike != NULL ? list_said (self, clip) : NULL;
  if (said == NULL)
    return FALSE;
  for (guint i = 0; i < alike->len; i++)
    if (!add_alike (self, g_ptr_array_index (alike, i)))
      return FALSE;
  for (guint i = 0; i < said->len; i++)
    if (!add_said (self, g_ptr_array_index (said, i)))
      return FALSE;
  return TRUE;
}

static gpointer
search_job (CutStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_reprint_free);
  Search self = { store, list, NULL, error };
  gboolean found = search (&self, data);

  g_clear_pointer (&self.dismissals, g_ptr_array_unref);
  return found ? g_steal_pointer (&list) : NULL;
}

static gpointer
reprints_job (CutNotebook   *self,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return cut_notebook_compare_texts (self, cancellable, error) ? cut_worker_run (self->reader, search_job, data, cancellable, error) : NULL;
}

GPtrArray *
cut_notebook_reprints (CutNotebook   *self,
                       const char    *clip,
                       GCancellable  *cancellable,
                       GError       **error)
{
  GPtrArray *list;

  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), NULL);

  list = cut_notebook_run_job (self, reprints_job, (gpointer) (clip != NULL ? cut_id_strip (clip) : NULL), cancellable, error);
  cut_notebook_flush (self);
  return list;
}

void
cut_notebook_reprints_async (CutNotebook         *self,
                             const char          *clip,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  cut_notebook_push_job (self, cut_notebook_reprints_async, reprints_job, clip != NULL ? g_strdup (cut_id_strip (clip)) : NULL, g_free,
                         (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
cut_notebook_reprints_finish (CutNotebook   *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}

/* Acts. */

CutAct *
cut_reprint_accept (const CutReprint *self)
{
  CutAct *act = cut_act_new (C_ ("act", "Accept Reprint"));

  cut_act_take (act, cut_record_with (self->clip, "reprint-of", cut_record_get_id (self->original), NULL));
  return act;
}

CutAct *
cut_reprint_dismiss (const CutReprint *self)
{
  CutAct *act = cut_act_new (C_ ("act", "Dismiss Reprint"));
  g_autoptr (CutRecord) bare = cut_record_new (CUT_KIND_DISMISSAL, "clip", cut_record_get_id (self->clip), "other",
                                               cut_record_get_id (self->original), "kind", "reprint", "proposed-by", PROPOSED_BY, NULL);

  cut_act_take (act, cut_dismissed_complete (bare));
  if (self->accepted)
    cut_act_take (act, cut_record_with (self->clip, "reprint-of", NULL, NULL));
  return act;
}

static CutAct *
dismiss (CutReading *reading,
         const char *kind,
         guint       start,
         guint       end,
         const char *words,
         const char *proposed_by)
{
  CutAct *act = cut_act_new (C_ ("act", "Dismiss Proposal"));
  g_autoptr (CutIndex) index = cut_index_new (reading->text);
  guint length = cut_index_get_length (index);
  g_autofree char *own = NULL;

  start = MIN (start, length);
  end = CLAMP (end, start, length);
  if (words == NULL)
    own = cut_index_slice (index, start, end);
  cut_act_take (act, cut_dismissed_new (cut_record_get_id (reading->clip), cut_capture_get_text_sha256 (CUT_CAPTURE (reading->capture)),
                                        kind, start, end, words != NULL ? words : own, proposed_by));
  return act;
}

gboolean
cut_notebook_dismiss_proposal (CutNotebook  *self,
                               CutReading   *reading,
                               const char   *kind,
                               guint         start,
                               guint         end,
                               const char   *words,
                               const char   *proposed_by,
                               GError      **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self) && cut_vocab_has (CUT_VOCAB_PROPOSAL, kind), FALSE);

  return cut_notebook_commit (self, dismiss (reading, kind, start, end, words, proposed_by), NULL, error);
}

void
cut_notebook_dismiss_proposal_async (CutNotebook         *self,
                                     CutReading          *reading,
                                     const char          *kind,
                                     guint                start,
                                     guint                end,
                                     const char          *words,
                                     const char          *proposed_by,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self) && cut_vocab_has (CUT_VOCAB_PROPOSAL, kind));

  cut_notebook_commit_async (self, dismiss (reading, kind, start, end, words, proposed_by), cancellable, callback, user_data);
}

gboolean
cut_notebook_dismiss_proposal_finish (CutNotebook   *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  return cut_notebook_commit_finish (self, result, error);
}
