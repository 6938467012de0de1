/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_clean_mark:
 * @roots: (element-type CutNode): the article's containers
 * @authors: (nullable): its authors
 *
 * Makes furniture of what stands inside the article and is not of it: lists of links, link
 * lines, calls to read, share and subscribe, headings over nothing,
 * what is said of the author behind the text. Each pruning is small by
 * construction; the tree must have been measured.
 */
void cut_clean_mark (CutTree *tree, GPtrArray *roots, const char *const *authors);

G_END_DECLS
