/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_MERGE_DIALOG (cut_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CutMergeDialog, cut_merge_dialog, CUT, MERGE_DIALOG, AdwWindow)

/**
 * CutMergeDialog:
 *
 * Merges two entities: which of them stands for both, and what comes together. Nothing happens before the button; what cannot be
 * merged is said in the dialog, and merging what somebody said is not the same takes a second look. Escape leaves.
 */

/**
 * cut_merge_dialog_new:
 * @parent: whose toast offers to undo it
 * @entity: the one to keep, unless another choice is made
 * @other: (nullable): what is merged with it; %NULL to ask for it
 *
 * Returns: (transfer none): lives until it is closed
 */
GtkWidget *cut_merge_dialog_new (GtkWindow *parent, CutNotebook *notebook, CutRecord *entity, CutRecord *other);

G_END_DECLS
