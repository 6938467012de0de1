/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-mention-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-index.h"
#include "cut-mention-marks.h"

#define AROUND 70 /* code points that a snippet shows on either side, at most */

G_DEFINE_BOXED_TYPE (CutMention, cut_mention, cut_mention_ref, cut_mention_unref)

CutMention *
cut_mention_ref (CutMention *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_mention_unref (CutMention *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->entity);
  g_free (self->clip);
  g_free (self->capture);
  g_free (self->words);
  g_free (self->snippet);
  g_free (self->annotation);
  g_free (self);
}

static void
clip_mentions_free (gpointer data)
{
  CutClipMentions *self = data;

  g_clear_object (&self->clip);
  g_clear_pointer (&self->mentions, g_ptr_array_unref);
  g_free (self);
}

void
cut_mentions_free (CutMentions *self)
{
  g_clear_pointer (&self->clips, g_ptr_array_unref);
  g_free (self);
}

gint64
cut_mention_find_entity (CutStore    *store,
                         const char  *id,
                         GError     **error)
{
  gint64 key = cut_store_find_key (store, CUT_KIND_ENTITY, id, error);
  g_autoptr (CutNamed) named = key != 0 ? cut_store_get_named (store, key, error) : NULL;

  return named != NULL ? named->key : 0;
}

/* Snippets. */

/* From the border of a word on that is at most so far before @at, in the same line. */
static const char *
find_start (const char *text,
            const char *at)
{
  const char *start = at;
  const char *word = at;

  for (guint n = 0; n < AROUND; n++)
    {
      if (start == text || start[-1] == '\n')
        return start;
      if (start[-1] == ' ')
        word = start;
      start = g_utf8_prev_char (start);
    }
  return word;
}

static const char *
find_end (const char *at)
{
  const char *end = at;
  const char *word = at;

  for (guint n = 0; n < AROUND; n++)
    {
      if (*end == '\0' || *end == '\n')
        return end;
      if (*end == ' ')
        word = end;
      end = g_utf8_next_char (end);
    }
  return word;
}

static void
set_snippet (CutMention *self,
             const char *text,
             const char *start,
             const char *end)
{
  const char *from = find_start (text, start);
  const char *to = find_end (end);

  self->words = g_strndup (start, (gsize) (end - start));
  self->snippet = g_strdelimit (g_strndup (from, (gsize) (to - from)), "\n", ' ');
  self->snippet_start = (guint) g_utf8_strlen (from, start - from);
  self->snippet_end = self->snippet_start + self->end - self->start;
}

/* One clip. */

typedef struct
{
  const CutSoughtText *text;
  CutIndex *index;
  CutMentionMarks *marks;
  CutMentionState state;
} Page;

static gboolean
is_asked_for (const Page           *page,
              const CutMentionSpan *span)
{
  gboolean linked = (span->flags & CUT_SPAN_LINKED) != 0;

  return page->state == CUT_MENTIONS_ALL || linked == (page->state == CUT_MENTIONS_LINKED);
}

static CutMention *
mention_new (const Page              *page,
             const CutStoredMentions *stored,
             const CutMentionSpan    *span)
{
  CutMention *self = g_new0 (CutMention, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->entity = g_strdup (stored->entity_id);
  self->clip = g_strdup (page->text->clip_id);
  self->capture = g_strdup (page->text->capture_id);
  self->start = span->start;
  self->end = span->end;
  self->is_short = (span->flags & CUT_SPAN_SHORT) != 0;
  self->ambiguous = (span->flags & CUT_SPAN_AMBIGUOUS) != 0;
  self->annotation = g_strdup (cut_mention_marks_find (page->marks, stored->entity, span->start, span->end));
  set_snippet (self, page->text->text, cut_index_to_pointer (page->index, span->start), cut_index_to_pointer (page->index, span->end));
  return self;
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const CutMention *left = *(const CutMention *const *) a;
  const CutMention *right = *(const CutMention *const *) b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return g_strcmp0 (left->entity, right->entity);
}

static void
add_mentions (const Page *page,
              GPtrArray  *stored,
              GPtrArray  *mentions)
{
  for (guint i = 0; i < stored->len; i++)
    {
      const CutStoredMentions *of_entity = g_ptr_array_index (stored, i);

      /* What was found in another capture is looked for again. */
      for (guint n = 0; of_entity->capture == page->text->capture && n < of_entity->spans->len; n++)
        {
          const CutMentionSpan *span = &g_array_index (of_entity->spans, CutMentionSpan, n);

          if (is_asked_for (page, span))
            g_ptr_array_add (mentions, mention_new (page, of_entity, span));
        }
    }
  g_ptr_array_sort (mentions, compare_mentions);
}

static CutClipMentions *
load_clip (CutStore             *store,
           const CutMentioning  *row,
           gint64                entity,
           CutMentionState       state,
           GHashTable           *roots,
           GError              **error)
{
  g_autoptr (CutRecord) clip = cut_store_get_by_key (store, CUT_KIND_CLIP, row->clip, error);
  g_autoptr (CutSoughtText) text = clip != NULL ? cut_store_get_sought_text (store, row->clip, error) : NULL;
  g_autoptr (GPtrArray) stored = text != NULL ? cut_store_list_mentions (store, row->clip, entity, error) : NULL;
  g_autoptr (CutMentionMarks) marks = NULL;
  g_autoptr (CutIndex) index = NULL;
  CutClipMentions *self;

  if (stored == NULL)
    return NULL;
  if (text->text != NULL)
    {
      marks = cut_mention_marks_new (store, text, roots, error);
      if (marks == NULL)
        return NULL;
      index = cut_index_new (text->text);
    }
  self = g_new0 (CutClipMentions, 1);
  self->clip = g_steal_pointer (&clip);
  self->n_linked = row->n_linked;
  self->n_unlinked = row->n - row->n_linked;
  self->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_mention_unref);
  if (index != NULL)
    add_mentions (&(Page) { text, index, marks, state }, stored, self->mentions);
  return self;
}

/* All. */

static CutMentioningState
state_of (CutMentionState state)
{
  if (state == CUT_MENTIONS_ALL)
    return CUT_MENTIONING_ANY;
  return state == CUT_MENTIONS_LINKED ? CUT_MENTIONING_LINKED : CUT_MENTIONING_UNLINKED;
}

static gboolean
load_page (CutMentions               *self,
           CutStore                  *store,
           const CutMentionQuestion  *question,
           gint64                     entity,
           gint64                     clip,
           GCancellable              *cancellable,
           GError                   **error)
{
  g_autoptr (GArray) rows = cut_store_list_mentioning (store, entity, clip, state_of (question->state), question->offset, question->limit, error);
  g_autoptr (GHashTable) roots = cut_mention_new_roots ();

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      CutClipMentions *of_clip = NULL;

      if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        of_clip = load_clip (store, &g_array_index (rows, CutMentioning, i), entity, question->state, roots, error);
      if (of_clip == NULL)
        return FALSE;
      g_ptr_array_add (self->clips, of_clip);
    }
  return rows != NULL;
}

CutMentions *
cut_mention_list_load (CutStore                  *store,
                       const CutMentionQuestion  *question,
                       GCancellable              *cancellable,
                       GError                   **error)
{
  g_autoptr (CutMentions) self = g_new0 (CutMentions, 1);
  gint64 entity = 0, clip = 0;
  CutMentioning all;

  self->clips = g_ptr_array_new_with_free_func (clip_mentions_free);
  if ((question->entity != NULL && (entity = cut_mention_find_entity (store, question->entity, error)) == 0) ||
      (question->clip != NULL && (clip = cut_store_find_key (store, CUT_KIND_CLIP, question->clip, error)) == 0) ||
      !cut_store_count_mentioning (store, entity, clip, state_of (question->state), &all, error) ||
      !load_page (self, store, question, entity, clip, cancellable, error))
    return NULL;
  self->n_clips = (guint) all.clip;
  self->n_linked = all.n_linked;
  self->n_unlinked = all.n - all.n_linked;
  self->complete = !cut_store_has_unsought (store, clip, NULL);
  return g_steal_pointer (&self);
}
