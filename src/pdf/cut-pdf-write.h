/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"
#include "cut-pdf-document.h"

G_BEGIN_DECLS

/**
 * cut_pdf_write:
 * @document: its lines in reading order, with their uses
 * @body: points
 * @title: (nullable): what the file says; the heading that it is gets the role of a title
 * @article: gets text and blocks
 *
 * Joins lines to paragraphs and writes the reader text with its block table. A paragraph ends where the column does, where
 * the size of the letters changes, at a gap wider than between the lines before, at an indented line, at a line that begins
 * like an item of a list, and at a line that ends a sentence short of the column's edge.
 *
 * Returns: (transfer full) (nullable): the text of the heading that is the title, where one is
 */
char *cut_pdf_write (CutPdfDocument *document, double body, const char *title, CutArticle *article);

G_END_DECLS
