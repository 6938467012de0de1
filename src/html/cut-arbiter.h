/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_arbiter_bound:
 * @roots: (element-type CutNode): the article's containers
 * @body: (nullable): the article's text as the page's JSON-LD has it
 *
 * Where a page says in its data what the article's words are, and the containers hold them,
 * the paragraphs before the first and behind the last of them are other stories: they become
 * furniture. Does nothing where the two do not fit well together. The tree must be measured.
 */
void cut_arbiter_bound (CutTree *tree, GPtrArray *roots, const char *body);

G_END_DECLS
