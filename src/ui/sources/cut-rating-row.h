/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_RATING_ROW (cut_rating_row_get_type ())
G_DECLARE_FINAL_TYPE (CutRatingRow, cut_rating_row, CUT, RATING_ROW, AdwActionRow)

/** CutRatingRow: a source's rating on the Admiralty scale: a letter for its reliability (A–F), a figure for the credibility of what it says
 *   (1–6), each with its words. Each choice is an act of its own. */
GtkWidget *cut_rating_row_new (CutNotebook *notebook);

/** cut_rating_row_show: @record: (nullable): a source */
void cut_rating_row_show (CutRatingRow *self, CutRecord *record);

G_END_DECLS
