/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-proposal.h"

G_BEGIN_DECLS

#define CUT_TYPE_PROPOSAL_EDITOR (cut_proposal_editor_get_type ())
G_DECLARE_FINAL_TYPE (CutProposalEditor, cut_proposal_editor, CUT, PROPOSAL_EDITOR, GtkWidget)

/**
 * CutProposalEditor:
 *
 * What can be changed about a proposal before it is accepted. It stores nothing. Signal `activate`: Enter in one of its lines.
 */
GtkWidget *cut_proposal_editor_new (CutNotebook *notebook, const CutProposal *proposal);
/** cut_proposal_editor_get: Returns: (transfer full) (nullable): the proposal as it was changed; %NULL and %CUT_ERROR_INPUT where what was
 *   typed is no date */
CutProposal *cut_proposal_editor_get (CutProposalEditor *self, GError **error);

G_END_DECLS
