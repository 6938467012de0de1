/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record-dialog.h"

G_BEGIN_DECLS

/**
 * cut_fact_dialog_new:
 * @about: the entity or the relation
 * @fact: (nullable): the one to change; %NULL for a new one
 *
 * Asks which property of @about has which value, and what proves it. What does not fit the property's type is said below the
 * value while it is typed, and is not stored.
 *
 * Returns: (transfer none): a #CutRecordDialog, which lives until it is closed
 */
GtkWidget *cut_fact_dialog_new (GtkWindow *parent, CutNotebook *notebook, CutRecord *about, CutRecord *fact);

G_END_DECLS
