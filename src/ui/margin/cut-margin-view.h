/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"
#include "cut-reader-view.h"

G_BEGIN_DECLS

#define CUT_TYPE_MARGIN_VIEW (cut_margin_view_get_type ())
G_DECLARE_FINAL_TYPE (CutMarginView, cut_margin_view, CUT, MARGIN_VIEW, GtkWidget)

/**
 * CutMarginView:
 *
 * One card for each annotation of what the reader shows, in text order. Selecting a card scrolls the
 * text to its words, and a mark activated in the text selects its card. Cards are edited in place; each
 * edit is one act of the notebook. Escape returns to the text.
 *
 * Between them stand pale cards for what the text seems to say that somebody claims. On such a card Tab goes to the next,
 * Enter accepts it, E opens it for changes first, and Delete dismisses it for good. There are none where the reader's
 * `show-proposals` is off, and in a notebook that can only be read.
 */
GtkWidget *cut_margin_view_new (CutNotebook *notebook);

/** cut_margin_view_set_reader: @reader: (nullable): whose reading is shown and whose selection "Use selection" takes */
void cut_margin_view_set_reader (CutMarginView *self, CutReaderView *reader);

/** cut_margin_view_show_annotation: selects its card and scrolls to it; @edit: opens it for typing */
void cut_margin_view_show_annotation (CutMarginView *self, const char *id, gboolean edit);

/** cut_margin_view_focus_cards: the focus goes to the selected card, or the first */
void cut_margin_view_focus_cards (CutMarginView *self);

G_END_DECLS
