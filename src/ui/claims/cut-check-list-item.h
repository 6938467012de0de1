/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-check-list.h"

G_BEGIN_DECLS

#define CUT_TYPE_CHECK_LIST_ITEM (cut_check_list_item_get_type ())
G_DECLARE_FINAL_TYPE (CutCheckListItem, cut_check_list_item, CUT, CHECK_LIST_ITEM, GObject)

/** CutCheckListItem: a line of the check list: a gap, or the heading of those of one urgency */
struct _CutCheckListItem
{
  GObject parent_instance;

  CutClaimStanding *standing; /* (owned) (nullable): of the claim; what @gap belongs to */
  const CutGap *gap;          /* (nullable): %NULL in a heading */
  CutUrgency urgency;
  guint n;                    /* in a heading: how many gaps follow; else how many claims lack it */
};

CutCheckListItem *cut_check_list_item_new (const CutCheckItem *item);
CutCheckListItem *cut_check_list_item_new_heading (CutUrgency urgency, guint n);
/** cut_check_list_item_is_same: whether both lines show the same */
gboolean cut_check_list_item_is_same (CutCheckListItem *a, CutCheckListItem *b);

G_END_DECLS
