/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-claim-standing.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_CLAIM_GAPS (cut_claim_gaps_get_type ())
G_DECLARE_FINAL_TYPE (CutClaimGaps, cut_claim_gaps, CUT, CLAIM_GAPS, GtkWidget)

/**
 * CutClaimGaps:
 *
 * What one claim lacks, most urgent first, each with the act that closes it; and what contradicts it. Hidden where nothing is missing.
 */
GtkWidget *cut_claim_gaps_new (CutNotebook *notebook);
void cut_claim_gaps_show (CutClaimGaps *self, CutClaimStanding *standing);

G_END_DECLS
