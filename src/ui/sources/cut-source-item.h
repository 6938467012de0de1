/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

#define CUT_TYPE_SOURCE_ITEM (cut_source_item_get_type ())
G_DECLARE_FINAL_TYPE (CutSourceItem, cut_source_item, CUT, SOURCE_ITEM, GObject)

/**
 * CutSourceItem:
 * @record: the source, as the notebook gave it: whole or locked
 * @title: what the list calls it: its name, or what a source goes by whose name is hidden
 * @subtitle: its kind, rating and how many claims it speaks to, translated
 * @folded: what the search looks in, case-folded; with the name where that is known
 * @n_claims: different claims it has said anything about
 * @hidden: whether its name is only shown when asked for
 *
 * One row of the contact book. Filled in a worker thread, then read-only.
 */
struct _CutSourceItem
{
  GObject parent_instance;

  CutRecord *record;
  char *title;
  char *subtitle;
  char *folded;
  guint n_claims;
  gboolean hidden;
};

/** cut_source_item_new: @title: (nullable): what stands for a name that is hidden */
CutSourceItem *cut_source_item_new (CutRecord *record, const char *title, guint n_claims);
/** cut_source_item_same: a #GEqualFunc: whether two #CutSourceItem show the same */
gboolean cut_source_item_same (gconstpointer one, gconstpointer other);
/** cut_source_item_compare: by title, in the order of the language, then by id */
int cut_source_item_compare (gconstpointer a, gconstpointer b, gpointer user_data);

/** cut_rating_get_label: @letter: 'A'–'F' or '1'–'6'. Returns: (transfer none) (nullable): in words; %NULL for any other character */
const char *cut_rating_get_label (char letter);

G_END_DECLS
