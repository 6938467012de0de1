/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-margin-item.h"

G_BEGIN_DECLS

/**
 * CutMarginOrder:
 *
 * What has a card in the margin, in text order: the annotations of a reading but for those that wait in the trays, and between them the
 * proposals. It comes one by one and each is made when it is asked for, so that the first ones of thousands cost as little as those of ten.
 */
typedef struct _CutMarginOrder CutMarginOrder;

/** cut_margin_order_new: @proposals: (nullable) (element-type CutProposal): in text order; kept by a reference */
CutMarginOrder *cut_margin_order_new (CutReading *reading, GPtrArray *proposals);
void cut_margin_order_free (CutMarginOrder *self);
/** cut_margin_order_next: Returns: (transfer full) (nullable): the next one, made afresh; %NULL behind the last */
CutMarginItem *cut_margin_order_next (CutMarginOrder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutMarginOrder, cut_margin_order_free)

G_END_DECLS
