/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-margin-item.h"

G_BEGIN_DECLS

#define CUT_TYPE_PROPOSAL_CARD (cut_proposal_card_get_type ())
G_DECLARE_FINAL_TYPE (CutProposalCard, cut_proposal_card, CUT, PROPOSAL_CARD, GtkWidget)

/**
 * CutProposalCard:
 *
 * Shows one proposal, paler than what a person made, with what can be done about it, and while its item is editing, what can
 * be changed before it is accepted. Cards are reused by the list for other items.
 *
 * Signals: `accepted` (const CutProposal *proposal): with the changes made; `dismissed`.
 */
GtkWidget *cut_proposal_card_new (CutNotebook *notebook);
/** cut_proposal_card_set_item: @item: (nullable): of a proposal */
void cut_proposal_card_set_item (CutProposalCard *self, CutMarginItem *item);
/** cut_proposal_card_get_item: (nullable) (transfer none) */
CutMarginItem *cut_proposal_card_get_item (CutProposalCard *self);
/** cut_proposal_card_set_selected: whether it is the chosen card of its list, which shows its buttons */
void cut_proposal_card_set_selected (CutProposalCard *self, gboolean selected);
/** cut_proposal_card_focus_editor: the focus goes to what is typed first */
void cut_proposal_card_focus_editor (CutProposalCard *self);

G_END_DECLS
