/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-mention-item.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (CutMentionItem, cut_mention_item, G_TYPE_OBJECT)

static void
cut_mention_item_finalize (GObject *object)
{
  CutMentionItem *self = CUT_MENTION_ITEM (object);

  g_clear_object (&self->clip);
  g_clear_pointer (&self->mention, cut_mention_unref);
  G_OBJECT_CLASS (cut_mention_item_parent_class)->finalize (object);
}

static void
cut_mention_item_class_init (CutMentionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_mention_item_finalize;
}

static void
cut_mention_item_init (CutMentionItem *self)
{
}

static CutMentionItem *
item_new (const CutClipMentions *in_clip,
          CutMention            *mention)
{
  CutMentionItem *self = g_object_new (CUT_TYPE_MENTION_ITEM, NULL);

  self->clip = g_object_ref (in_clip->clip);
  self->mention = mention != NULL ? cut_mention_ref (mention) : NULL;
  self->n_linked = in_clip->n_linked;
  self->n_unlinked = in_clip->n_unlinked;
  return self;
}

GPtrArray *
cut_mention_items_new (CutMentions *mentions)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < mentions->clips->len; i++)
    {
      const CutClipMentions *in_clip = g_ptr_array_index (mentions->clips, i);

      g_ptr_array_add (items, item_new (in_clip, NULL));
      for (guint j = 0; j < in_clip->mentions->len; j++)
        g_ptr_array_add (items, item_new (in_clip, g_ptr_array_index (in_clip->mentions, j)));
    }
  return items;
}

static gboolean
same_mention (const CutMention *a,
              const CutMention *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->start == b->start && a->end == b->end && strcmp (a->capture, b->capture) == 0 && strcmp (a->snippet, b->snippet) == 0
         && a->ambiguous == b->ambiguous && g_strcmp0 (a->annotation, b->annotation) == 0;
}

gboolean
cut_mention_item_same (gconstpointer one,
                       gconstpointer other)
{
  const CutMentionItem *a = one;
  const CutMentionItem *b = other;

  if (!same_mention (a->mention, b->mention) || !cut_record_equal (a->clip, b->clip))
    return FALSE;
  return a->mention != NULL || (a->n_linked == b->n_linked && a->n_unlinked == b->n_unlinked);
}
