/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_SEARCH_OFFERS (cut_search_offers_get_type ())
G_DECLARE_FINAL_TYPE (CutSearchOffers, cut_search_offers, CUT, SEARCH_OFFERS, GtkPopover)

/**
 * CutSearchOffers:
 *
 * How what is being typed in a search may go on: the name of a filter, or a value behind its colon. It never takes the focus from
 * the entry that it belongs to, which hands on its keys.
 *
 * Signal: `picked` (int start, int end, const char *text): @text is to stand in place of those code points.
 */
GtkWidget *cut_search_offers_new (void);
void cut_search_offers_set_notebook (CutSearchOffers *self, CutNotebook *notebook);
/** cut_search_offers_follow: @text: of the entry; @caret: code point. Offers what fits there, or closes */
void cut_search_offers_follow (CutSearchOffers *self, const char *text, int caret);
/** cut_search_offers_close: what is on its way is not shown any more either */
void cut_search_offers_close (CutSearchOffers *self);
/** cut_search_offers_key: Returns: whether the key was meant for the offers */
gboolean cut_search_offers_key (CutSearchOffers *self, guint keyval);

G_END_DECLS
