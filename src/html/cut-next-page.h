/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_next_page_find:
 * @here: (nullable): the page's own address
 * @base: (nullable): what relative addresses resolve against
 *
 * Looks for the next page of the same article: a `rel=next`, or a link labelled as one or with its
 * number in a box of page numbers, whose address is the page's own but for a page number. Blogs and archives link to the next article in the same way; that is not meant.
 *
 * Returns: (transfer full) (nullable): absolute, on the same site
 */
char *cut_next_page_find (CutTree *tree, const char *here, const char *base);

G_END_DECLS
