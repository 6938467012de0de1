/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"
#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_meta_fill:
 * @url: (nullable): the page's address
 * @base: (nullable): what relative addresses resolve against
 * @article: gets every field that is not its text
 * @body: (out) (nullable): the text of the article as JSON-LD has it
 *
 * Gathers what the page says of its article in several places and settles on one answer a
 * field, in order of trust: JSON-LD, OpenGraph, microdata, meta, visible text, the address.
 * Each answer's origin is kept.
 */
void
cut_meta_fill (CutTree *tree, const char *url, const char *base, CutArticle *article, char **body);

/** cut_meta_finish: gives @article an excerpt of its text where the page gave none, and the wire
 * credit */
void cut_meta_finish (CutArticle *article);

G_END_DECLS
