/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-comparing.h"

G_BEGIN_DECLS

#define CUT_CHANGES_NONE G_MAXUINT

/**
 * CutChangesPart:
 * @change: which change it belongs to, counted from 0, or %CUT_CHANGES_NONE
 * @text: (owned)
 */
typedef struct
{
  CutRunKind kind;
  guint change;
  char *text;
} CutChangesPart;

#define CUT_TYPE_CHANGES_ITEM (cut_changes_item_get_type ())
G_DECLARE_FINAL_TYPE (CutChangesItem, cut_changes_item, CUT, CHANGES_ITEM, GObject)

/**
 * CutChangesItem:
 *
 * One row of the Changes view: a field of the page, a block or a piece of a long one, or a number of blocks that are
 * the same, folded away. Immutable once made.
 */

/** cut_changes_item_get_badge: (nullable): what became of it, as "Added", or the name of the field */
const char *cut_changes_item_get_badge (CutChangesItem *self);
/** cut_changes_item_get_parts: (transfer none) (element-type CutChangesPart): in order */
GArray *cut_changes_item_get_parts (CutChangesItem *self);
/** cut_changes_item_get_folded: (nullable) (element-type CutChangesItem): the rows in its place when it is unfolded */
GPtrArray *cut_changes_item_get_folded (CutChangesItem *self);
/** cut_changes_item_has: whether the change belongs to the row */
gboolean cut_changes_item_has (CutChangesItem *self, guint change);
/** cut_changes_item_get_label: (transfer full): all of it in words, for those who do not see the marks */
char *cut_changes_item_get_label (CutChangesItem *self);

/**
 * cut_changes_items_new:
 * @targets: (out) (element-type CutChangesItem): for each change the row where it begins: the fields first, then the text
 *
 * Any thread. Returns: (transfer full) (element-type CutChangesItem)
 */
GPtrArray *cut_changes_items_new (CutComparing *comparing, GPtrArray **targets);

G_END_DECLS
