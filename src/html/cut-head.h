/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"
#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_head_mark:
 * @roots: (element-type CutNode): the article's containers
 * @article: what is known of it: its headline, who wrote it, when and what it is about
 *
 * Tells by their place what stands at the head of an article when no class does: labels above the
 * headline, a standfirst between it and the byline, a line with the author's name alone. The tree
 * must have been measured, and headline and bylines marked.
 */
void cut_head_mark (CutTree *tree, GPtrArray *roots, const CutArticle *article);

G_END_DECLS
