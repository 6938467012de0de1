/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutPassage:
 * @clip, @annotation: (nullable): ids of where it stands
 * @other: (nullable): id of the object at the other end: the claim of a source, …
 * @title: what is said
 * @subtitle: (nullable): who, how, where
 *
 * One line of what an object rests on.
 */
typedef struct
{
  char *clip;
  char *annotation;
  char *other;
  char *title;
  char *subtitle;
} CutPassage;

#define CUT_TYPE_CATALOGUE_ITEM (cut_catalogue_item_get_type ())
G_DECLARE_FINAL_TYPE (CutCatalogueItem, cut_catalogue_item, CUT, CATALOGUE_ITEM, GObject)

/**
 * CutCatalogueItem:
 *
 * One row of a catalogue. Properties: `title`, `kind` (label), `says`, `origins`, `outlets` (strings), `n-first`,
 * `n-second` (uint), `sort-status` (uint: place of the word in its vocabulary). Filled in a worker thread, then read-only.
 */
struct _CutCatalogueItem
{
  GObject parent_instance;

  CutRecord *record;       /* (owned) */
  char *word;              /* (owned) (nullable): the word the filter goes by: a status, kind or schema */
  char *title;             /* (owned) */
  char *kind;              /* (owned) */
  char *says;              /* (owned) */
  char *origins;           /* (owned) */
  char *outlets;           /* (owned) */
  char *folded;            /* (owned): what the search looks in */
  guint sort_status;
  guint n_first;
  guint n_second;
  GPtrArray *passages;     /* (owned) (element-type CutPassage) */
  GPtrArray *attributions; /* (owned) (element-type CutRecord): of a claim */
};

CutCatalogueItem *cut_catalogue_item_new (CutRecord *record);
/** cut_catalogue_item_same: whether both show the same */
gboolean cut_catalogue_item_same (CutCatalogueItem *a, CutCatalogueItem *b);
void cut_catalogue_item_add_passage (CutCatalogueItem *self, const char *clip, const char *annotation, const char *other,
                                     const char *title, const char *subtitle);

G_END_DECLS
