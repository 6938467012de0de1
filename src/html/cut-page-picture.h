/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_page_picture_get_url:
 * @image: an `img`
 * @base: (nullable): what relative addresses resolve against
 *
 * Finds the picture meant, also where a script was to load it: attributes that hold
 * addresses (`data-src` and its kin), `srcset` (the widest), `source` elements beside it, a
 * `noscript` after it. Placeholders, data: pictures and tracking pixels are none.
 *
 * Returns: (transfer full) (nullable): absolute address
 */
char *cut_page_picture_get_url (const CutTree *tree, const CutNode *image, const char *base);

/**
 * cut_page_picture_from_figure:
 * @figure: a `figure`
 *
 * Returns: (transfer full) (nullable): the absolute address that @figure itself names, when a
 *   script was to make its picture and none stands in it
 */
char *cut_page_picture_from_figure (const CutTree *tree, const CutNode *figure, const char *base);

/**
 * cut_page_picture_in_noscript:
 * @noscript: a `noscript`
 *
 * Returns: (transfer none) (nullable): the `img` in @noscript when no picture stands right before
 * it
 */
const CutNode *
cut_page_picture_in_noscript (const CutTree *tree, const CutNode *noscript, const char *base);

G_END_DECLS
