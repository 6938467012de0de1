/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-claim-facts.h"

G_BEGIN_DECLS

#define CUT_TYPE_CLAIM_TIES (cut_claim_ties_get_type ())
G_DECLARE_FINAL_TYPE (CutClaimTies, cut_claim_ties, CUT, CLAIM_TIES, GtkWidget)

/**
 * CutClaimTies:
 *
 * What a claim has to do with other claims: same as, supports, contradicts, from either end. A tie is made by typing words of the
 * other claim; each leads to that claim and can be taken away.
 */
GtkWidget *cut_claim_ties_new (CutNotebook *notebook);
void cut_claim_ties_show (CutClaimTies *self, CutClaimFacts *facts);

G_END_DECLS
