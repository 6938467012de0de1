/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_lead_add_text:
 * @roots: (element-type CutNode): the article's containers, in document order
 * @headline: (nullable): the heading that is the article's title
 *
 * Adds what stands between the headline and the first container and reads like text: a first
 * paragraph kept in the header, the question above the answers. The tree must be measured;
 * @roots stays in document order, none inside another.
 */
void cut_lead_add_text (CutTree *tree, GPtrArray *roots, const CutNode *headline);

/**
 * cut_lead_add_picture:
 * @roots: (element-type CutNode): the article's containers, in document order
 * @image: (nullable): the address of the picture the page gives as its own
 * @base: (nullable): what relative addresses resolve against
 *
 * Adds the picture (its figure, if in one) that stands before the first container when it is
 * @image or a figure behind the first heading. Pictures with links around them are teasers'.
 */
void cut_lead_add_picture (CutTree *tree, GPtrArray *roots, const char *image, const char *base);

G_END_DECLS
