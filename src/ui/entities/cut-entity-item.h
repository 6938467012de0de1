/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

#define CUT_TYPE_ENTITY_ITEM (cut_entity_item_get_type ())
G_DECLARE_FINAL_TYPE (CutEntityItem, cut_entity_item, CUT, ENTITY_ITEM, GObject)

/**
 * CutEntityItem:
 *
 * One row of the table. Properties: `title`, `kind` (label), `aliases` (strings), `n-passages`, `n-claims`, `n-unlinked` (uint: mentions that nobody has linked yet), `sort-kind`
 * (uint: place of the kind in its vocabulary). Filled in a worker thread, then read-only.
 */
struct _CutEntityItem
{
  GObject parent_instance;

  CutRecord *record;   /* (owned) */
  char *word;          /* (owned) (nullable): its schema, by which the filter goes */
  char *title;         /* (owned) */
  char *kind;          /* (owned) */
  char *aliases;       /* (owned) */
  char *folded;        /* (owned): what the search looks in */
  guint sort_kind;
  guint n_passages;
  guint n_claims;
  guint n_unlinked;
};

/** cut_entity_item_new: @record: an entity. Any thread. */
CutEntityItem *cut_entity_item_new (CutRecord *record);
/** cut_entity_item_same: a #GEqualFunc: whether two #CutEntityItem show the same */
gboolean cut_entity_item_same (gconstpointer one, gconstpointer other);

G_END_DECLS
