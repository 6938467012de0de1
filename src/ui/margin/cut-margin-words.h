/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-margin-item.h"

G_BEGIN_DECLS

/* What a card says, as text. */

/** cut_margin_get_attribution_line: Returns: (transfer full): such as "Unnamed officials → The Gazette: asserts, on background" */
char *cut_margin_get_attribution_line (CutReading *reading, CutRecord *attribution);

/** cut_margin_get_proposal_kind: Returns: (transfer none): what kind of proposal it is, translated */
const char *cut_margin_get_proposal_kind (const CutProposal *proposal);

/** cut_margin_get_proposal_line: Returns: (transfer full): the same of what is only proposed: who says it and how; of a date, when it was and
 *   what of; of a headline, who says so in the text */
char *cut_margin_get_proposal_line (const CutProposal *proposal);

/** cut_margin_get_names: @ids: of objects in @reading. Returns: (transfer full) (nullable): their names in one line; NULL for none */
char *cut_margin_get_names (CutReading *reading, const char *const *ids);

/** cut_margin_get_card_label: Returns: (transfer full): the accessible name of a card: "Claim: …" */
char *cut_margin_get_card_label (CutMarginItem *item);

/** cut_margin_get_kind_line: Returns: (transfer full): what kind of mark it is, and of a document with pages the page it begins on */
char *cut_margin_get_kind_line (CutMarginItem *item);

/** cut_margin_get_badge: Returns: (transfer none) (nullable): what became of the mark in the capture shown: moved, changed, or not there */
const char *cut_margin_get_badge (CutMarginItem *item);

/** cut_margin_get_quote: Returns: (transfer full): the words marked, in one line, shortened */
char *cut_margin_get_quote (CutAnnotation *annotation);

G_END_DECLS
