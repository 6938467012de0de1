/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

G_BEGIN_DECLS

/**
 * cut_language_guess:
 * @text: an article's text
 *
 * Tells the language of a text that does not declare it: by its script where only one language is
 * likely to use it, else by the small words that each language has most of (the method of stop
 * words; only its first few thousand characters are read).
 *
 * Returns: (transfer none) (nullable): a BCP 47 tag; %NULL when the text is short or undecided
 */
const char *cut_language_guess (const char *text);

/** cut_language_guess_for: gives @article the language of the text that counts, where it has none */
void cut_language_guess_for (CutArticle *article);

G_END_DECLS
