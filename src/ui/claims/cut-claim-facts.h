/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-chain.h"
#include "cut-notebook-standing.h"

G_BEGIN_DECLS

/**
 * CutClaimEvidence:
 * @attribution: the record
 * @clip, @annotation: (nullable): ids of the passage
 * @says: who says it and through whom, in a line
 * @words: (nullable): of the passage
 */
typedef struct
{
  CutRecord *attribution;
  char *clip;
  char *annotation;
  char *says;
  char *words;
} CutClaimEvidence;

/**
 * CutClaimTie:
 * @field: `same_as`, `supports` or `contradicts`
 * @other: the claim at the other end
 * @back: @other says it of this one, not this one of @other
 * @far: neither says it: both are the same as a third one
 */
typedef struct
{
  const char *field;
  CutRecord *other;
  gboolean back;
  gboolean far;
} CutClaimTie;

/**
 * CutClaimFacts:
 * @claim: the record
 * @standing: how it stands: origins, gaps
 * @evidence: (element-type CutClaimEvidence): of this claim and of those that are the same
 * @chain: arranged
 * @enquiries: (element-type CutRecord): newest first
 * @checks: (element-type CutRecord): newest first
 * @titles: (element-type utf8 utf8): of what the checks name as evidence, by id
 * @ties: (element-type CutClaimTie)
 *
 * All that is shown of one claim. Read in a worker thread, then immutable; reference-counted.
 */
typedef struct
{
  gatomicrefcount ref_count;
  CutRecord *claim;
  CutClaimStanding *standing;
  GPtrArray *evidence;
  CutChain *chain;
  GPtrArray *enquiries;
  GPtrArray *checks;
  GHashTable *titles;
  GPtrArray *ties;
} CutClaimFacts;

CutClaimFacts *cut_claim_facts_ref (CutClaimFacts *self);
void cut_claim_facts_unref (CutClaimFacts *self);

/** cut_claim_facts_load_async: @id: of a claim. Off the main thread; %CUT_ERROR_NOT_FOUND where there is none or it lies in the Trash */
void cut_claim_facts_load_async (CutNotebook *notebook, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);
CutClaimFacts *cut_claim_facts_load_finish (GAsyncResult *result, GError **error);

/** cut_claim_facts_touches: Returns: whether one of @changes (element-type CutChange) may have changed what is shown */
gboolean cut_claim_facts_touches (CutClaimFacts *self, GPtrArray *changes);

/** cut_claim_tie_get_label: Returns: (transfer none): such as "Contradicts" or "Contradicted by", translated */
const char *cut_claim_tie_get_label (const CutClaimTie *self);
/** cut_claim_untie: Returns: (transfer full): an act that takes @tie away, whichever of the two claims says it */
CutAct *cut_claim_untie (CutRecord *claim, const CutClaimTie *tie);
/** cut_claim_tie: @field: as of a #CutClaimTie. Returns: (transfer full): an act that ties @claim to the claim with id @other; one that was the
 *   same as it before gives way */
CutAct *cut_claim_tie (CutRecord *claim, const char *field, const char *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutClaimFacts, cut_claim_facts_unref)

G_END_DECLS
