/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-page.h"
#include "cut-proposal.h"

G_BEGIN_DECLS

#define CUT_TYPE_READER_TEXT (cut_reader_text_get_type ())
G_DECLARE_FINAL_TYPE (CutReaderText, cut_reader_text, CUT, READER_TEXT, GtkTextView)

/**
 * CutReaderText:
 *
 * The words of a page, set for reading: a column of about 70 characters, and what is drawn around the
 * words: bullets, bars, rules, the lines of marks, what was found. Its buffer holds the reader text and nothing else.
 *
 * Signals: `filled` (gboolean done): more of the text is there; `laid-out`: the column or the lines moved.
 */
GtkWidget *cut_reader_text_new (void);

/** cut_reader_text_set_page: @page: (nullable): shows it; where its text is the one shown, place and selection stay */
void cut_reader_text_set_page (CutReaderText *self, CutPage *page);
/** cut_reader_text_get_page: (nullable) (transfer none) */
CutPage *cut_reader_text_get_page (CutReaderText *self);
/** cut_reader_text_get_filled: how many code points of the page are in the buffer */
guint cut_reader_text_get_filled (CutReaderText *self);

/** cut_reader_text_set_scale: @scale: of the text, 1 is the style's own size */
void cut_reader_text_set_scale (CutReaderText *self, double scale);
/** cut_reader_text_step_scale: Returns: the scale @steps larger or smaller than @scale */
double cut_reader_text_step_scale (double scale, int steps);

/** cut_reader_text_set_show_furniture: also the lines of web pages that do not count */
void cut_reader_text_set_show_furniture (CutReaderText *self, gboolean show);
gboolean cut_reader_text_get_show_furniture (CutReaderText *self);

/** cut_reader_text_set_found: @hits: (nullable) (element-type CutSearchHit): in text order; @current: index of the one gone to, or -1 */
void cut_reader_text_set_found (CutReaderText *self, GArray *hits, int current);

/** cut_reader_text_set_active: @id: (nullable): the annotation whose ground is drawn stronger */
void cut_reader_text_set_active (CutReaderText *self, const char *id);

/** cut_reader_text_set_proposals: @proposals: (nullable) (element-type CutProposal): in text order; a dotted line is drawn under each */
void cut_reader_text_set_proposals (CutReaderText *self, GPtrArray *proposals);

/** cut_reader_text_set_active_proposal: the one that begins at @start is drawn stronger; %G_MAXUINT: none */
void cut_reader_text_set_active_proposal (CutReaderText *self, guint start);

/** cut_reader_text_set_head: @head: (transfer none): the widget above the words, as wide as the column */
void cut_reader_text_set_head (CutReaderText *self, GtkWidget *head);

/** cut_reader_text_get_column: in widget pixels: where the column starts, and its width; @em: height of a line */
void cut_reader_text_get_column (CutReaderText *self, int *x, int *width, int *em);

/** cut_reader_text_get_offset_at: the code point at a point of the widget; Returns: whether there is one */
gboolean cut_reader_text_get_offset_at (CutReaderText *self, double x, double y, guint *offset);

/** cut_reader_text_get_caret: of the caret, in code points */
guint cut_reader_text_get_caret (CutReaderText *self);

/** cut_reader_text_show_range: scrolls [start, end) into view; @select: and puts the caret at @start */
void cut_reader_text_show_range (CutReaderText *self, guint start, guint end, gboolean caret);

/** cut_reader_text_get_top: the first code point in view */
guint cut_reader_text_get_top (CutReaderText *self);
void cut_reader_text_set_top (CutReaderText *self, guint offset);

G_END_DECLS
