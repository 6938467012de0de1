/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-reader-view.h"

G_BEGIN_DECLS

#define CUT_TYPE_MARGIN_TRAYS (cut_margin_trays_get_type ())
G_DECLARE_FINAL_TYPE (CutMarginTrays, cut_margin_trays, CUT, MARGIN_TRAYS, GtkWidget)

/**
 * CutMarginTrays:
 *
 * Two trays above the cards: the marks of the capture shown that the program is unsure of, and those whose words are gone.
 * Each with its old words and what stood around them, and what a person can say of it: this is the place, it stands at
 * the words selected, or it stays an orphan. Each is one act, that can be undone. Not there when both are empty.
 */
GtkWidget *cut_margin_trays_new (CutNotebook *notebook);
/** cut_margin_trays_set_reader: @reader: (nullable): whose reading it is about and whose selection marks are attached to */
void cut_margin_trays_set_reader (CutMarginTrays *self, CutReaderView *reader);
/** cut_margin_trays_set_reading: @reading: (nullable) */
void cut_margin_trays_set_reading (CutMarginTrays *self, CutReading *reading);
/** cut_margin_trays_show: opens the tray that holds the annotation. Returns: whether one does */
gboolean cut_margin_trays_show (CutMarginTrays *self, const char *id);

G_END_DECLS
