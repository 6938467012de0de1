/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-claim-facts.h"

G_BEGIN_DECLS

#define CUT_TYPE_CLAIM_EVIDENCE_LIST (cut_claim_evidence_list_get_type ())
G_DECLARE_FINAL_TYPE (CutClaimEvidenceList, cut_claim_evidence_list, CUT, CLAIM_EVIDENCE_LIST, GtkWidget)

/**
 * CutClaimEvidenceList:
 *
 * The attributions of a claim: those that stand for it, those against it, and answers that say neither. Each opens its
 * passage, and unfolds to be edited. Rows of what is still there stay, with whatever is being typed in them.
 */
GtkWidget *cut_claim_evidence_list_new (CutNotebook *notebook);
void cut_claim_evidence_list_show (CutClaimEvidenceList *self, CutClaimFacts *facts);

G_END_DECLS
