/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-margin-item.h"
#include "cut-reader-view.h"

G_BEGIN_DECLS

#define CUT_TYPE_MARGIN_EDITOR (cut_margin_editor_get_type ())
G_DECLARE_FINAL_TYPE (CutMarginEditor, cut_margin_editor, CUT, MARGIN_EDITOR, GtkWidget)

/**
 * CutMarginEditor:
 *
 * What can be changed about one annotation: its note, kind, colour, tags, entities and ends; of a claim its text,
 * status and attributions; of an entity its name and kind. Each edit is one act; there is no button to save.
 */
GtkWidget *cut_margin_editor_new (CutNotebook *notebook, CutMarginItem *item, CutReaderView *reader);
/** cut_margin_editor_update: the item is another record now */
void cut_margin_editor_update (CutMarginEditor *self);
/** cut_margin_editor_save: what was typed and is not saved yet */
void cut_margin_editor_save (CutMarginEditor *self);
void cut_margin_editor_focus (CutMarginEditor *self);

G_END_DECLS
