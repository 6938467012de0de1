/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_ATTRIBUTION_EDITOR (cut_attribution_editor_get_type ())
G_DECLARE_FINAL_TYPE (CutAttributionEditor, cut_attribution_editor, CUT, ATTRIBUTION_EDITOR, GtkWidget)

/**
 * CutAttributionEditor:
 *
 * Who says a claim, on what terms, through whom and with which stance. Each edit is one act,
 * committed at once; the editor follows the notebook by itself and asks nobody for anything.
 * A source or via that is not known yet is created by Enter, in the same act.
 *
 * Property `attribution` (#CutRecord, nullable). Used in the Claims view and in the margin's cards.
 */
GtkWidget *cut_attribution_editor_new (CutNotebook *notebook);

/** cut_attribution_editor_set_attribution: @attribution: (nullable): what to edit */
void cut_attribution_editor_set_attribution (CutAttributionEditor *self, CutRecord *attribution);
/** cut_attribution_editor_get_attribution: (nullable) (transfer none): as last edited */
CutRecord *cut_attribution_editor_get_attribution (CutAttributionEditor *self);
/** cut_attribution_editor_focus: the focus goes to the editor of @field */
void cut_attribution_editor_focus (CutAttributionEditor *self, const char *field);

G_END_DECLS
