/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-check-list-item.h"

G_DEFINE_FINAL_TYPE (CutCheckListItem, cut_check_list_item, G_TYPE_OBJECT)

static void
cut_check_list_item_finalize (GObject *object)
{
  g_clear_pointer (&CUT_CHECK_LIST_ITEM (object)->standing, cut_claim_standing_unref);
  G_OBJECT_CLASS (cut_check_list_item_parent_class)->finalize (object);
}

static void
cut_check_list_item_class_init (CutCheckListItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_check_list_item_finalize;
}

static void
cut_check_list_item_init (CutCheckListItem *self)
{
}

CutCheckListItem *
cut_check_list_item_new (const CutCheckItem *item)
{
  CutCheckListItem *self = g_object_new (CUT_TYPE_CHECK_LIST_ITEM, NULL);

  self->standing = cut_claim_standing_ref (item->standing);
  self->gap = item->gap;
  self->urgency = item->gap->urgency;
  self->n = item->n_claims;
  return self;
}

CutCheckListItem *
cut_check_list_item_new_heading (CutUrgency urgency,
                                 guint      n)
{
  CutCheckListItem *self = g_object_new (CUT_TYPE_CHECK_LIST_ITEM, NULL);

  self->urgency = urgency;
  self->n = n;
  return self;
}

gboolean
cut_check_list_item_is_same (CutCheckListItem *a,
                             CutCheckListItem *b)
{
  if (a->urgency != b->urgency || a->n != b->n || (a->gap == NULL) != (b->gap == NULL))
    return FALSE;
  return a->gap == NULL || (a->gap->kind == b->gap->kind && g_str_equal (a->gap->words, b->gap->words) &&
                            g_strcmp0 (a->gap->object, b->gap->object) == 0 && g_str_equal (a->gap->claim, b->gap->claim) &&
                            g_str_equal (a->standing->text, b->standing->text));
}
