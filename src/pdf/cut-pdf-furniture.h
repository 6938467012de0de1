/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-pdf-document.h"

G_BEGIN_DECLS

/**
 * cut_pdf_mark_furniture:
 *
 * Tells the lines at the head and foot of pages that are not of the text: those that stand at the same place with the same
 * words, numbers aside, on most pages (on three of a long document, whose running heads change with the chapter), and page
 * numbers. The pages' lines are in any order.
 */
void cut_pdf_mark_furniture (CutPdfDocument *document);

/** cut_pdf_is_page_number: whether @text is a page's number and nothing else ("7", "– xii –", "Seite 3 von 10") */
gboolean cut_pdf_is_page_number (const char *text);

/**
 * cut_pdf_get_body_size:
 *
 * Returns: points: the size of most letters
 */
double cut_pdf_get_body_size (CutPdfDocument *document);

/**
 * cut_pdf_mark_footnotes:
 * @body: of cut_pdf_get_body_size()
 *
 * Finds the lines of smaller letters that close a column of @page and begin with a footnote's mark, and puts them behind
 * the page's text. The lines are in reading order.
 */
void cut_pdf_mark_footnotes (CutPdfPage *page, double body);

G_END_DECLS
