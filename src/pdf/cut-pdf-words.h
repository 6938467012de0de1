/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-pdf-document.h"

G_BEGIN_DECLS

/**
 * CutPdfWords:
 *
 * The words of a document that no line's end parts: what tells whether a hyphen at a line's end is one of the word.
 */
typedef struct _CutPdfWords CutPdfWords;

CutPdfWords *cut_pdf_words_new (CutPdfDocument *document);
void cut_pdf_words_free (CutPdfWords *self);

/**
 * cut_pdf_words_join:
 * @text: a paragraph so far; gets @line appended
 * @line: the words of its next line
 *
 * Joins with a space, but over a hyphen at the line's end:
 *
 * - a soft hyphen is always dropped;
 * - before anything but a lower-case letter the hyphen stays, and no space comes ("Anglo-" "American", "2019-" "20");
 * - before a lower-case letter it is as the document has the word elsewhere, within a line: with the hyphen, if it has it
 *   so and never without; it stays in a word with another hyphen ("state-of-the-" "art"), and after a part without
 *   letters ("16-" "year");
 * - else it is dropped ("co-" "operate").
 */
void cut_pdf_words_join (CutPdfWords *self, GString *text, const char *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPdfWords, cut_pdf_words_free)

G_END_DECLS
