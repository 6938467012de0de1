/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutPassage:
 * @clip, @annotation: (nullable): ids of where it stands
 * @title: what is said
 * @subtitle: (nullable): who, how, where
 *
 * One line of what is said of an entity.
 */
typedef struct
{
  char *clip;
  char *annotation;
  char *title;
  char *subtitle;
} CutPassage;

#define CUT_TYPE_CATALOGUE_ITEM (cut_catalogue_item_get_type ())
G_DECLARE_FINAL_TYPE (CutCatalogueItem, cut_catalogue_item, CUT, CATALOGUE_ITEM, GObject)

/**
 * CutCatalogueItem:
 *
 * One entity. Properties: `title`, `kind` (label), `aliases` (strings), `n-passages`, `n-claims` (uint), `sort-kind`
 * (uint: place of the kind in its vocabulary). Filled in a worker thread, then read-only.
 */
struct _CutCatalogueItem
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
  GPtrArray *passages; /* (owned) (element-type CutPassage) */
};

CutCatalogueItem *cut_catalogue_item_new (CutRecord *record);
/** cut_catalogue_item_same: a #GEqualFunc: whether two #CutCatalogueItem show the same */
gboolean cut_catalogue_item_same (gconstpointer one, gconstpointer other);
void cut_catalogue_item_add_passage (CutCatalogueItem *self, const char *clip, const char *annotation, const char *title,
                                     const char *subtitle);

G_END_DECLS
