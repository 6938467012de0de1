/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-claim-standing.h"

G_BEGIN_DECLS

#define CUT_TYPE_CLAIM_ITEM (cut_claim_item_get_type ())
G_DECLARE_FINAL_TYPE (CutClaimItem, cut_claim_item, CUT, CLAIM_ITEM, GObject)

/**
 * CutClaimItem:
 *
 * One row of the Claims view: how a claim stands. The words that are shown and the keys it is sorted by are made when they are asked
 * for first: most rows are never seen. One object stands for one claim as long as the view is open; what changes is taken over by
 * cut_claim_item_take(), so that the selection and the place in the table stay.
 */
struct _CutClaimItem
{
  GObject parent_instance;

  char *id;                   /* (owned): of the claim */
  CutClaimStanding *standing; /* (owned) */
  GHashTable *names;          /* (owned) (element-type utf8 utf8): titles of the stories, by id */
  char *folded;               /* (owned) (nullable): what the search looks in */
  char *key;                  /* (owned) (nullable): collation key of the text */
};

/** cut_claim_item_new: @names: (element-type utf8 utf8): titles of the stories, by id */
CutClaimItem *cut_claim_item_new (CutClaimStanding *standing, GHashTable *names);

/** cut_claim_item_take: @standing: of the same claim. Returns: whether something else may be shown than before */
gboolean cut_claim_item_take (CutClaimItem *self, CutClaimStanding *standing, GHashTable *names);

/** cut_claim_item_get_folded: Returns: (transfer none): case-folded text and names to look for words in */
const char *cut_claim_item_get_folded (CutClaimItem *self);
/** cut_claim_item_get_key: Returns: (transfer none): to be compared by strcmp() */
const char *cut_claim_item_get_key (CutClaimItem *self);

/* The words of a cell; each Returns: (transfer full), never %NULL. */
char *cut_claim_item_format_stances (CutClaimItem *self);
/** cut_claim_item_format_origins: such as "1–3 origins", and how many deny it */
char *cut_claim_item_format_origins (CutClaimItem *self);
/** cut_claim_item_format_gaps: how many, and a sign where one is urgent */
char *cut_claim_item_format_gaps (CutClaimItem *self);
char *cut_claim_item_format_stories (CutClaimItem *self);

/** cut_claim_format_origins: Returns: (transfer full): such as "1–3 origins, 2 deny" */
char *cut_claim_format_origins (const CutClaimStanding *standing);

G_END_DECLS
