/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-page.h"
#include "cut-palette.h"

G_BEGIN_DECLS

/* How a block or a mark looks, as the tags of the reader's buffer. All tags are made at once and shared by every block and mark
 * of their kind, so that a text with thousands of marks needs no more than a few dozen. */

/** cut_reader_tags_new: Returns: (transfer full): a table with every tag, weakest first */
GtkTextTagTable *cut_reader_tags_new (void);

/** cut_reader_tags_update: @em: height of a line of text in pixels; sizes and colours follow it and the palette */
void cut_reader_tags_update (GtkTextTagTable *tags, CutPalette *palette, GtkWidget *widget, int em);

/** cut_reader_tags_set_hidden: whether lines that do not count are left out of view */
void cut_reader_tags_set_hidden (GtkTextTagTable *tags, gboolean hidden);

/** cut_reader_tags_set_language: @language: (nullable): BCP 47 tag of the text, for its shaping */
void cut_reader_tags_set_language (GtkTextTagTable *tags, const char *language);

/** cut_reader_tags_set_tables: makes the tags of the rows of the grids of @page, @em as above; the same ones again follow the font */
void cut_reader_tags_set_tables (GtkTextTagTable *tags, const CutPage *page, GtkWidget *widget, int em);

/** cut_reader_tags_apply_row: @index: of the first cell of a row of a grid; says where its columns are */
void cut_reader_tags_apply_row (GtkTextBuffer *buffer, const CutPage *page, guint index, guint line_end);

/**
 * cut_reader_tags_apply_turn:
 * @block: every other one
 *
 * A tag that looks like nothing and begins or ends with every line. GTK 4.8 takes the style of the last line that it laid out
 * for a line that begins with no change of tags, also where that was another line: it would be grey like a byline.
 */
void cut_reader_tags_apply_turn (GtkTextBuffer *buffer, const CutBlock *block, guint line_end);

/** cut_reader_tags_apply_block: @rtl: the line runs from right to left; @more: the next line belongs to the same listing or table;
 *   @line_end: where the tags end, the line's LF included */
void cut_reader_tags_apply_block (GtkTextBuffer *buffer, const CutPage *page, const CutBlock *block, gboolean rtl,
                                  gboolean more, guint line_end);

/** cut_reader_tags_set_role: the part of it that shows whether the block counts, also where it was shown otherwise before */
void cut_reader_tags_set_role (GtkTextBuffer *buffer, const CutPage *page, const CutBlock *block, guint line_end);

/** cut_reader_tags_apply_marks: the grounds of the marks of @page within [start, end) */
void cut_reader_tags_apply_marks (GtkTextBuffer *buffer, const CutPage *page, guint start, guint end);
void cut_reader_tags_clear_marks (GtkTextBuffer *buffer, guint start, guint end);

G_END_DECLS
