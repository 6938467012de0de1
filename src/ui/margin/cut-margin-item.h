/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-annotation.h"
#include "cut-notebook.h"
#include "cut-proposal.h"

G_BEGIN_DECLS

#define CUT_TYPE_MARGIN_ITEM (cut_margin_item_get_type ())
G_DECLARE_FINAL_TYPE (CutMarginItem, cut_margin_item, CUT, MARGIN_ITEM, GObject)

/**
 * CutMarginItem:
 *
 * One annotation in the list of cards, or one proposal, with the reading it stands in. The same item stays for the same annotation
 * when the notebook changes, so that focus and what is being typed stay too. Signal `changed`: it is another record now.
 * Property `editing` (boolean): its card is open for typing.
 */
CutMarginItem *cut_margin_item_new (CutReading *reading, CutAnnotation *annotation);
/** cut_margin_item_new_proposal: @proposal: copied */
CutMarginItem *cut_margin_item_new_proposal (CutReading *reading, const CutProposal *proposal);
/** cut_margin_item_update: takes what @fresh, of the same id, is made of; says `changed` only where what a card shows differs */
void cut_margin_item_update (CutMarginItem *self, CutMarginItem *fresh);
/**
 * cut_margin_item_lay_up:
 * @focus: (nullable): what in @editor has the focus
 *
 * Keeps the editor of a card that is given to another item, until cut_margin_item_take_up() or the end of `editing`.
 */
void cut_margin_item_lay_up (CutMarginItem *self, GObject *editor, GObject *focus);
/** cut_margin_item_take_up: Returns: (transfer full) (nullable): what was laid up, and in @focus (transfer full) (nullable) what had the focus */
GObject *cut_margin_item_take_up (CutMarginItem *self, GObject **focus);
/** cut_margin_item_get_id: of the annotation; of a proposal what no annotation is called */
const char *cut_margin_item_get_id (CutMarginItem *self);
/** cut_margin_item_get_annotation: (nullable): %NULL of a proposal */
CutAnnotation *cut_margin_item_get_annotation (CutMarginItem *self);
/** cut_margin_item_get_proposal: (nullable): %NULL of an annotation */
const CutProposal *cut_margin_item_get_proposal (CutMarginItem *self);
/** cut_margin_item_get_start: where its words begin in the text shown, in code points; %G_MAXUINT where they stand nowhere */
guint cut_margin_item_get_start (CutMarginItem *self);
CutReading *cut_margin_item_get_reading (CutMarginItem *self);
/** cut_margin_item_get_claim: (nullable) (transfer none) */
CutRecord *cut_margin_item_get_claim (CutMarginItem *self);
/** cut_margin_item_get_attributions: Returns: (transfer container) (element-type CutRecord): of its claim, outside the Trash */
GPtrArray *cut_margin_item_get_attributions (CutMarginItem *self);

G_END_DECLS
