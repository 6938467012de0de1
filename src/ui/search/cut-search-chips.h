/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CUT_TYPE_SEARCH_CHIPS (cut_search_chips_get_type ())
G_DECLARE_FINAL_TYPE (CutSearchChips, cut_search_chips, CUT, SEARCH_CHIPS, GtkWidget)

/**
 * CutSearchChips:
 *
 * The filters of a search, side by side, each a button that removes it; hidden where there are none. Arrow keys go from one to the
 * next; Delete and Backspace remove the one with the focus.
 *
 * Signals: `removed` (guint index): somebody wants it gone; `left`: the focus goes on to the words.
 */
GtkWidget *cut_search_chips_new (void);
/** cut_search_chips_show: @chips: (element-type CutSearchChip): read now, not kept */
void cut_search_chips_show (CutSearchChips *self, GPtrArray *chips);
/** cut_search_chips_focus: @index: at most the last; where there is none `left` is emitted */
void cut_search_chips_focus (CutSearchChips *self, guint index);

G_END_DECLS
