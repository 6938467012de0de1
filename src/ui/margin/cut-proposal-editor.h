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
GtkWidget *cut_proposal_editor_new (const CutProposal *proposal);
/** cut_proposal_editor_get: Returns: (transfer full): the proposal as it was changed */
CutProposal *cut_proposal_editor_get (CutProposalEditor *self);

G_END_DECLS
