/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record-dialog.h"

G_BEGIN_DECLS

/**
 * cut_relation_dialog_new:
 * @parent: (nullable)
 * @entity: the one that is looked at
 * @relation: (nullable): the one to change; %NULL for a new one
 *
 * Asks how the entity and another one are related: from the end of @entity, so that what it owns and what owns it are two choices.
 * Nothing is stored before the button; a relation whose ends do not fit is refused in the dialog.
 *
 * Returns: (transfer none): a #CutRecordDialog, which lives until it is closed
 */
GtkWidget *cut_relation_dialog_new (GtkWindow *parent, CutNotebook *notebook, CutRecord *entity, CutRecord *relation);

G_END_DECLS
