/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-gap.h"

G_BEGIN_DECLS

/**
 * CutClaimStanding:
 * @id: of the claim
 * @text, @status, @kind, @importance: its fields (nullable, but for @text)
 * @fact_date: (nullable)
 * @entities, @stories: ids, as the claim has them (never %NULL)
 * @all_stories: ids of those it is in, by itself or through a clip it stands in
 * @low, @high: independent origins; see #CutOrigins
 * @denials: independent origins that deny or dispute it
 * @n_attributions: how many passages, those of claims that are the same included
 * @stances: (array zero-terminated=1): the stances taken, in the order of the vocabulary
 * @n_checks, @n_enquiries: as they say
 * @last_check: (nullable): the date of the latest check
 * @gaps: (element-type CutGap): most urgent first
 * @contradictions: (element-type CutContradiction)
 * @urgency: of the most urgent gap
 *
 * How one claim stands: a row of the Claims view. Immutable and reference-counted; any thread. As long as nothing that
 * it rests on changes, the ledger gives the same one again: who compares pointers knows what to redraw.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *id;
  char *text;
  char *status;
  char *kind;
  char *importance;
  CutDate *fact_date;
  char **entities;
  char **stories;
  char **all_stories;
  guint low;
  guint high;
  guint denials;
  guint n_attributions;
  char **stances;
  guint n_checks;
  guint n_enquiries;
  CutDate *last_check;
  GPtrArray *gaps;
  GPtrArray *contradictions;
  CutUrgency urgency;
} CutClaimStanding;

#define CUT_TYPE_CLAIM_STANDING (cut_claim_standing_get_type ())
GType cut_claim_standing_get_type (void);
CutClaimStanding *cut_claim_standing_ref (CutClaimStanding *self);
void cut_claim_standing_unref (CutClaimStanding *self);

/** cut_ledger_get_standing: @claim: id. @now: milliseconds since 1970 UTC: deadlines before it are past. Worked out when first asked for
 *   after a change (or a deadline). Returns: (transfer full) (nullable): %NULL for an unknown claim */
CutClaimStanding *cut_ledger_get_standing (CutLedger *self, const char *claim, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutClaimStanding, cut_claim_standing_unref)

G_END_DECLS
