/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-name-proposal.h"

G_BEGIN_DECLS

#define CUT_TYPE_NAME_ROW (cut_name_row_get_type ())
G_DECLARE_FINAL_TYPE (CutNameRow, cut_name_row, CUT, NAME_ROW, GtkListBoxRow)

/**
 * CutNameRow:
 *
 * Shows one proposed name: what kind of entity it seems to be, or which entity has it already, and how often it stands in the text. Its
 * buttons are made when it is first selected.
 *
 * Signals: `accepted`, `dismissed`.
 */
GtkWidget *cut_name_row_new (CutNotebook *notebook, const CutNameProposal *proposal);
/** cut_name_row_get_proposal: (transfer none): with the kind, or the known entity, that was chosen */
CutNameProposal *cut_name_row_get_proposal (CutNameRow *self);
/** cut_name_row_set_chosen: whether it is the selected row, which shows its buttons */
void cut_name_row_set_chosen (CutNameRow *self, gboolean chosen);
/** cut_name_row_choose_kind: opens the list of kinds; where it is known whose name it is, that entity instead */
void cut_name_row_choose_kind (CutNameRow *self);
/** cut_name_row_choose_entity: asks which known entity it is */
void cut_name_row_choose_entity (CutNameRow *self);

G_END_DECLS
