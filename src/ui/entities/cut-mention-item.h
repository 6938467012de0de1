/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-mentions.h"

G_BEGIN_DECLS

#define CUT_TYPE_MENTION_ITEM (cut_mention_item_get_type ())
G_DECLARE_FINAL_TYPE (CutMentionItem, cut_mention_item, CUT, MENTION_ITEM, GObject)

/**
 * CutMentionItem:
 * @clip: the clip
 * @mention: (nullable): one mention in it; %NULL for the line that stands above them
 * @n_linked, @n_unlinked: of the line above: how many there are of either
 *
 * One line of the list of mentions. Immutable.
 */
struct _CutMentionItem
{
  GObject parent_instance;

  CutRecord *clip;
  CutMention *mention;
  guint n_linked;
  guint n_unlinked;
};

/** cut_mention_items_new: Returns: (transfer full) (element-type CutMentionItem): a line for each clip of @mentions, and behind it one for each mention in it */
GPtrArray *cut_mention_items_new (CutMentions *mentions);
/** cut_mention_item_same: a #GEqualFunc: whether two #CutMentionItem show the same */
gboolean cut_mention_item_same (gconstpointer one, gconstpointer other);

G_END_DECLS
