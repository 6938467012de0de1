/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-pdf-document.h"

G_BEGIN_DECLS

/**
 * cut_pdf_order_page:
 * @from_right: whether columns are read from the right (Arabic, Hebrew)
 *
 * Puts the lines of @page into reading order, its furniture before and behind them, and joins the pieces of one line. A gutter is a strip that few lines
 * cross and that has at least three lines of prose on either side; the lines that do cross it (a headline over both
 * columns) part the page into bands, and in each band the columns are read one after the other. This is done again within
 * each column. What is next to each other without being columns (the cells of a table) is read line by line.
 */
void cut_pdf_order_page (CutPdfPage *page, gboolean from_right);

G_END_DECLS
