/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-claim-item.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_CLAIM_FILTER (cut_claim_filter_get_type ())
G_DECLARE_FINAL_TYPE (CutClaimFilter, cut_claim_filter, CUT, CLAIM_FILTER, GtkFilter)

/** CutClaimOrigins: by how many independent origins a claim is asked for */
typedef enum
{
  CUT_CLAIM_ORIGINS_ANY,
  CUT_CLAIM_ORIGINS_NONE,
  CUT_CLAIM_ORIGINS_ONE,     /* at most one is certain */
  CUT_CLAIM_ORIGINS_SEVERAL, /* two or more are certain */
  CUT_CLAIM_ORIGINS_UNSURE,  /* a range */
  CUT_N_CLAIM_ORIGINS,
} CutClaimOrigins;

/**
 * CutClaimFilter:
 *
 * What the Claims view leaves of a #CutClaimList. All that is set must hold. The story is not among it: that is what the list reads.
 */
CutClaimFilter *cut_claim_filter_new (void);

/** cut_claim_filter_set_words: @words: (nullable): all must be in the text, stances or story of a claim, in any order */
void cut_claim_filter_set_words (CutClaimFilter *self, const char *words);
/** cut_claim_filter_set_status: @status: (nullable): a word */
void cut_claim_filter_set_status (CutClaimFilter *self, const char *status);
/** cut_claim_filter_set_stance: @stance: (nullable): a word: somebody takes it */
void cut_claim_filter_set_stance (CutClaimFilter *self, const char *stance);
void cut_claim_filter_set_origins (CutClaimFilter *self, CutClaimOrigins origins);
/** cut_claim_filter_set_entity: @entity: (nullable): id */
void cut_claim_filter_set_entity (CutClaimFilter *self, const char *entity);
void cut_claim_filter_set_gaps (CutClaimFilter *self, gboolean gaps);

/** cut_claim_filter_count: Returns: how many things but words are asked for */
guint cut_claim_filter_count (CutClaimFilter *self);

G_END_DECLS
