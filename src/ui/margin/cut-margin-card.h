/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-margin-item.h"
#include "cut-reader-view.h"

G_BEGIN_DECLS

#define CUT_TYPE_MARGIN_CARD (cut_margin_card_get_type ())
G_DECLARE_FINAL_TYPE (CutMarginCard, cut_margin_card, CUT, MARGIN_CARD, GtkWidget)

/**
 * CutMarginCard:
 *
 * Shows one annotation, and while its item is editing, everything that can be changed about it. Cards are
 * reused by the list for other items; the editing part is made only when asked for.
 */
GtkWidget *cut_margin_card_new (CutNotebook *notebook);
/** cut_margin_card_set_item: @item: (nullable). @reader: (nullable): whose selection gives new ends */
void cut_margin_card_set_item (CutMarginCard *self, CutMarginItem *item, CutReaderView *reader);
/** cut_margin_card_get_item: (nullable) (transfer none) */
CutMarginItem *cut_margin_card_get_item (CutMarginCard *self);
/** cut_margin_card_focus_editor: the focus goes to where it was before the list moved the card, else to what is typed first in a mark of its kind */
void cut_margin_card_focus_editor (CutMarginCard *self);
/** cut_margin_card_had_focus: whether something in the editor had the focus when the list moved the card, and has to get it again */
gboolean cut_margin_card_had_focus (CutMarginCard *self);

G_END_DECLS
