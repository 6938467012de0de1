/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"
#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_block_writer_write:
 * @roots: (element-type CutNode): the article's containers, in order
 * @base: (nullable): what relative addresses resolve against
 * @article: gets text, blocks and images
 *
 * Writes the reader text of `domain.md` (rule set `text-1`) and its block table from the
 * nodes below @roots. Roles of nodes become roles of lines; hidden and dropped nodes are left
 * out.
 */
void
cut_block_writer_write (CutTree *tree, GPtrArray *roots, const char *base, CutArticle *article);

G_END_DECLS
