/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"
#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_verdict_judge:
 * @tree: as it is after the extraction
 * @article: with its text and all metadata
 * @url: (nullable): the page's address
 *
 * What a page is when it is no article, from its markup and its words in the larger languages of
 * the web: no site is known by name. A page is an article until much speaks against it; a whole
 * text behind a paywall's mark is one.
 *
 * Returns: (nullable): a word of %CUT_VOCAB_VERDICT; %NULL for an article
 */
const char *cut_verdict_judge (CutTree *tree, const CutArticle *article, const char *url);

/** cut_verdict_explain: Returns: (transfer none) (nullable): what a page of @verdict seems to be and
 * what can be done about it, one sentence or two */
const char *cut_verdict_explain (const char *verdict);

/** cut_verdict_has_text: Returns: whether what was found is some of the article's text, though not all of it */
gboolean cut_verdict_has_text (const char *verdict);

/** cut_verdict_set: gives @article the verdict and its sentence, before any other warning; %NULL changes nothing */
void cut_verdict_set (CutArticle *article, const char *verdict);

/** cut_verdict_set_status: likewise where @status, of the server's answer, says so and nothing else did; 0: not known */
void cut_verdict_set_status (CutArticle *article, guint status);

G_END_DECLS
