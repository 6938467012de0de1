/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook-protection.h"
#include "cut-source-item.h"

G_BEGIN_DECLS

#define CUT_TYPE_SOURCE_PANE (cut_source_pane_get_type ())
G_DECLARE_FINAL_TYPE (CutSourcePane, cut_source_pane, CUT, SOURCE_PANE, GtkWidget)

/**
 * CutSourcePane:
 *
 * All about one source: who it is, how it is rated, what it has said and on which terms (and where it says the opposite
 * elsewhere), what it was asked. Contact and code name, and of a confidential source all that tells who it is, stand behind a
 * reveal that closes by itself after a while without a key or a click in it, when another source is shown, and at once
 * when the notebook locks. While hidden none of it is in the widgets.
 *
 * Property `revealed`. Signal `passage-activated` (clip, annotation: ids).
 */
GtkWidget *cut_source_pane_new (CutNotebook *notebook);

/** cut_source_pane_set_reveal_for: @seconds: how long a reveal stays open; 30 unless set */
void cut_source_pane_set_reveal_for (CutSourcePane *self, guint seconds);
/** cut_source_pane_show: @item: (nullable) */
void cut_source_pane_show (CutSourcePane *self, CutSourceItem *item);
/** cut_source_pane_conceal: closes the reveal now */
void cut_source_pane_conceal (CutSourcePane *self);
gboolean cut_source_pane_is_revealed (CutSourcePane *self);

G_END_DECLS
