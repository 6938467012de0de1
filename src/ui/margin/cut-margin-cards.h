/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-margin-item.h"

G_BEGIN_DECLS

/**
 * cut_margin_cards_show:
 * @items: (element-type CutMarginItem): what the list of cards shows
 * @shown: (element-type CutMarginItem): what it is to show, made afresh
 *
 * Changes as little of @items as can be: what is in both stays the same item. What is typed in a card that goes is kept in the notebook.
 *
 * Returns: the first position at which something changed
 */
guint cut_margin_cards_show (GListStore *items, GPtrArray *shown);
/** cut_margin_cards_find: @id: (nullable). Returns: its position, or %G_MAXUINT, which is GTK's invalid position */
guint cut_margin_cards_find (GListStore *items, const char *id);
/** cut_margin_cards_close: ends the typing in all of them */
void cut_margin_cards_close (GListStore *items);

G_END_DECLS
