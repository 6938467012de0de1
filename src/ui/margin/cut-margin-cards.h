/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-margin-item.h"

G_BEGIN_DECLS

/**
 * CutMarginCards:
 *
 * The list of what has a card, which grows by some at a time: a list view makes some two hundred rows whatever is in view, and made at once
 * they would hold the window up. What is in the list stays the same item for as long as it is shown.
 */
typedef struct _CutMarginCards CutMarginCards;

CutMarginCards *cut_margin_cards_new (void);
void cut_margin_cards_free (CutMarginCards *self);
/** cut_margin_cards_get_model: Returns: (transfer none) (element-type CutMarginItem) */
GListModel *cut_margin_cards_get_model (CutMarginCards *self);

/**
 * cut_margin_cards_show:
 * @reading: (nullable): whose annotations are shown
 * @proposals: (nullable) (element-type CutProposal)
 * @afresh: another clip is shown: it begins with few cards, and grows
 *
 * Changes as little as can be. What is typed in a card that goes is kept in the notebook. Annotations that are new are there at once, proposals
 * only when it grows.
 *
 * Returns: the first position at which something changed
 */
guint cut_margin_cards_show (CutMarginCards *self, CutReading *reading, GPtrArray *proposals, gboolean afresh);
/** cut_margin_cards_is_whole: whether all that has a card is in the list */
gboolean cut_margin_cards_is_whole (CutMarginCards *self);
/** cut_margin_cards_grow: as many more as can come in one frame */
void cut_margin_cards_grow (CutMarginCards *self);
/** cut_margin_cards_complete: all that are left, at once */
void cut_margin_cards_complete (CutMarginCards *self);
/** cut_margin_cards_find: @id: (nullable). Returns: its position, or %G_MAXUINT, which is GTK's invalid position */
guint cut_margin_cards_find (CutMarginCards *self, const char *id);
/** cut_margin_cards_close: ends the typing in all of them */
void cut_margin_cards_close (CutMarginCards *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutMarginCards, cut_margin_cards_free)

G_END_DECLS
