/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-mention-linking.h"

#include <glib/gi18n-lib.h>

#include "cut-dismissed.h"
#include "cut-error.h"
#include "cut-mention-list.h"
#include "cut-mention-marks.h"
#include "cut-quote.h"
#include "cut-sha256.h"
#include "cut-store-mentions.h"

/* What finds mentions. */
#define PROPOSED_BY "mentions-1"

static CutRecord *
annotation_new (const CutSoughtText  *text,
                const CutIndex       *index,
                const char           *entity,
                guint                 start,
                guint                 end,
                GError              **error)
{
  const char *entities[] = { entity, NULL };
  g_autoptr (CutSelector) selector = cut_quote_make (text->text, index, start, end, error);

  if (selector == NULL)
    return NULL;
  return cut_record_new (CUT_KIND_ANNOTATION, "clip", text->clip_id, "capture", text->capture_id, "kind", "entity", "selectors", selector,
                         "colour", "purple", "entities", entities, "proposed-by", PROPOSED_BY, NULL);
}

static gboolean
add_span (CutCommit              *commit,
          const CutSoughtText    *text,
          const CutIndex         *index,
          const char             *entity,
          const CutMentionSpan   *span,
          guint                  *n,
          GError                **error)
{
  g_autoptr (CutRecord) annotation = NULL;

  if (span->flags & (CUT_SPAN_LINKED | CUT_SPAN_AMBIGUOUS))
    return TRUE;
  annotation = annotation_new (text, index, entity, span->start, span->end, error);
  if (annotation == NULL || !cut_commit_put (commit, annotation, error))
    return FALSE;
  (*n)++;
  return TRUE;
}

static gboolean
add_of_clip (CutCommit  *commit,
             CutStore   *store,
             gint64      entity,
             gint64      clip,
             guint      *n,
             GError    **error)
{
  g_autoptr (GPtrArray) list = cut_store_list_mentions (store, clip, entity, error);
  g_autoptr (CutSoughtText) text = list != NULL ? cut_store_get_sought_text (store, clip, error) : NULL;
  g_autoptr (CutIndex) index = NULL;

  if (text == NULL || text->text == NULL)
    return text != NULL;
  index = cut_index_new (text->text);
  for (guint i = 0; i < list->len; i++)
    {
      const CutStoredMentions *mentions = g_ptr_array_index (list, i);

      for (guint k = 0; mentions->capture == text->capture && k < mentions->spans->len; k++)
        if (!add_span (commit, text, index, mentions->entity_id, &g_array_index (mentions->spans, CutMentionSpan, k), n, error))
          return FALSE;
    }
  return TRUE;
}

gboolean
cut_mention_linking_add (CutCommit     *commit,
                         CutStore      *store,
                         gint64         entity,
                         gint64         clip,
                         guint         *n,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GArray) rows = cut_store_list_mentioning (store, entity, clip, CUT_MENTIONING_UNLINKED, 0, 0, error);

  *n = 0;
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !add_of_clip (commit, store, entity, g_array_index (rows, CutMentioning, i).clip, n, error))
      return FALSE;
  return rows != NULL;
}

/* The text that @mention was found in, as long as the clip shows it. */
static CutSoughtText *
get_text (CutStore          *store,
          const CutMention  *mention,
          GError           **error)
{
  gint64 clip = cut_store_find_key (store, CUT_KIND_CLIP, mention->clip, error);
  g_autoptr (CutSoughtText) text = clip != 0 ? cut_store_get_sought_text (store, clip, error) : NULL;

  if (text == NULL)
    return NULL;
  if (text->text != NULL && g_strcmp0 (text->capture_id, mention->capture) == 0)
    return g_steal_pointer (&text);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_REFUSED, _("The clip shows another capture by now; look at its mentions again"));
  return NULL;
}

/* Who it is now: it may have been merged meanwhile. */
static char *
find_entity (CutStore          *store,
             const CutMention  *mention,
             GError           **error)
{
  gint64 key = cut_mention_find_entity (store, mention->entity, error);
  g_autoptr (CutRecord) entity = key != 0 ? cut_store_get_by_key (store, CUT_KIND_ENTITY, key, error) : NULL;

  return entity != NULL ? g_strdup (cut_record_get_id (entity)) : NULL;
}

char *
cut_mention_linking_add_one (CutCommit         *commit,
                             CutStore          *store,
                             const CutMention  *mention,
                             GError           **error)
{
  g_autoptr (CutSoughtText) text = get_text (store, mention, error);
  g_autofree char *entity = text != NULL ? find_entity (store, mention, error) : NULL;
  g_autoptr (CutIndex) index = NULL;
  g_autoptr (CutRecord) annotation = NULL;

  if (entity == NULL)
    return NULL;
  index = cut_index_new (text->text);
  annotation = annotation_new (text, index, entity, mention->start, mention->end, error);
  if (annotation == NULL || !cut_commit_put (commit, annotation, error))
    return NULL;
  return g_strdup (cut_record_get_id (annotation));
}

gboolean
cut_mention_linking_refuse (CutCommit         *commit,
                            CutStore          *store,
                            const CutMention  *mention,
                            GError           **error)
{
  g_autoptr (CutSoughtText) text = get_text (store, mention, error);
  g_autofree char *entity = text != NULL ? find_entity (store, mention, error) : NULL;
  g_autofree char *context = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (CutRecord) plain = NULL;
  g_autoptr (CutRecord) dismissal = NULL;

  if (entity == NULL)
    return FALSE;
  context = cut_mention_context (text->text, mention->start, mention->end);
  sha256 = cut_sha256_of_text (text->text, -1);
  plain = cut_dismissed_new (mention->clip, sha256, "mention", mention->start, mention->end, context, PROPOSED_BY);
  dismissal = cut_record_with (plain, "entity", entity, NULL);
  return cut_commit_put (commit, dismissal, error);
}
