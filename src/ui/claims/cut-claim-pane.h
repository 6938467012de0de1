/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-claim-facts.h"

G_BEGIN_DECLS

#define CUT_TYPE_CLAIM_PANE (cut_claim_pane_get_type ())
G_DECLARE_FINAL_TYPE (CutClaimPane, cut_claim_pane, CUT, CLAIM_PANE, GtkWidget)

/**
 * CutClaimPane:
 *
 * All that is known of one claim, and all that can be done about it: its words and fields, the chain it came through, the evidence
 * for and against, its ties to other claims, enquiries, checks.
 */
GtkWidget *cut_claim_pane_new (CutNotebook *notebook);

/** cut_claim_pane_show: of the same claim only what differs is touched: what is being typed, the focus and the place stay */
void cut_claim_pane_show (CutClaimPane *self, CutClaimFacts *facts);
/** cut_claim_pane_focus: the focus goes to the words of the claim */
void cut_claim_pane_focus (CutClaimPane *self);

G_END_DECLS
