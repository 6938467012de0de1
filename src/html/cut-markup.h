/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-facts.h"

G_BEGIN_DECLS

/** cut_markup_read_meta: fills @facts from `meta`, `link`, `title` and the root's attributes */
void cut_markup_read_meta (CutTree *tree, CutFacts *og, CutFacts *meta);

/** cut_markup_read_reviews: appends the ClaimReview items of the page's microdata. @reviews: (element-type CutReview) */
void cut_markup_read_reviews (CutTree *tree, GPtrArray *reviews);

/** cut_markup_read_items: fills @facts from microdata and RDFa in the body, and from `rel` and
 * `time` */
void cut_markup_read_items (CutTree *tree, CutFacts *facts);

/** cut_markup_get_title: Returns: (transfer full) (nullable): the `title` element's text */
char *cut_markup_get_title (CutTree *tree);

/** cut_markup_get_base: Returns: (transfer full) (nullable): what relative addresses resolve
 * against */
char *cut_markup_get_base (CutTree *tree, const char *url);

/** cut_markup_get_dir: Returns: (transfer full) (nullable): `ltr` or `rtl` where an element at or
 * above @node says so */
char *cut_markup_get_dir (const CutNode *node);

G_END_DECLS
