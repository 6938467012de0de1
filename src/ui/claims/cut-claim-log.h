/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-claim-facts.h"

G_BEGIN_DECLS

#define CUT_TYPE_CLAIM_LOG (cut_claim_log_get_type ())
G_DECLARE_FINAL_TYPE (CutClaimLog, cut_claim_log, CUT, CLAIM_LOG, GtkWidget)

/**
 * CutClaimLog:
 *
 * What was done about a claim: the enquiries, which can be edited until they are answered and after, and the checks,
 * which are only ever added to.
 */
GtkWidget *cut_claim_log_new (CutNotebook *notebook);
void cut_claim_log_show (CutClaimLog *self, CutClaimFacts *facts);

/**
 * cut_claim_log_ask:
 * @widget: in the window that asks
 * @claim: (nullable): id of the claim that it is about
 * @whom: (nullable): proposed
 * @question: (nullable): proposed
 *
 * Opens the form of a new enquiry.
 */
void cut_claim_log_ask (GtkWidget *widget, CutNotebook *notebook, const char *claim, const char *whom, const char *question);
/** cut_claim_log_check: opens the form of a new check of the claim. @method: (nullable): a word of %CUT_VOCAB_METHOD */
void cut_claim_log_check (GtkWidget *widget, CutNotebook *notebook, const char *claim, const char *method);

G_END_DECLS
