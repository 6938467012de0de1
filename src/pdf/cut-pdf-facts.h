/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"
#include "cut-pdf-document.h"

G_BEGIN_DECLS

/**
 * cut_pdf_write_facts:
 *
 * Fills the fields of @article that a PDF states of itself, each with the origin `pdf`: its XMP packet goes before its
 * document information, which is older and has one author only.
 */
void cut_pdf_write_facts (const CutPdfDocument *document, CutArticle *article);

/** cut_pdf_is_title: whether @text is a title that somebody gave, not one that a program made up ("Microsoft Word - a.doc") */
gboolean cut_pdf_is_title (const char *text);

G_END_DECLS
