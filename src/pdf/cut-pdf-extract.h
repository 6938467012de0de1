/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cut_extract_pdf:
 * @bytes: a PDF
 * @error: %CUT_ERROR_UNSUPPORTED for one that is protected with a password, damaged beyond reading or without pages
 *
 * The article in a PDF: its words in reading order (columns one after the other), lines joined to paragraphs, headings by
 * the size of their letters, running heads, feet and page numbers marked as furniture, footnotes at the end of their page.
 * Each block has the number of the page it stands on, and none goes over a page's end, so that every word has one page to
 * cite: a paragraph that goes on overleaf is two. Title, authors, dates and language are those that the file says of
 * itself (origin `pdf`), a title that a program made up excepted.
 *
 * A PDF whose pages are pictures is an article without words and with a warning. Blocking; safe in any thread, but meant
 * for a process that can be killed: poppler is what reads the bytes.
 *
 * Returns: (transfer full) (nullable): the article
 */
CutArticle *cut_extract_pdf (GBytes *bytes, GError **error);

G_END_DECLS
