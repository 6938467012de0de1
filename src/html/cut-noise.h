/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_noise_hide:
 *
 * Gives role hidden to what no reader sees: elements that hold no text by nature, `hidden`,
 * inline styles. `aria-hidden` counts only where little text stands in it: some pages put it
 * on the article while a dialog is open.
 */
void cut_noise_hide (CutTree *tree);

/**
 * cut_noise_mark:
 *
 * Gives roles to what belongs to the page and not to its article, by element, ARIA role, class
 * and id: menus and comments are dropped, teasers and calls become furniture, captions and
 * credits are named. Nothing is marked that holds a large part of the page's text. The tree
 * must have been measured and must be measured again afterwards.
 */
void cut_noise_mark (CutTree *tree);

/**
 * cut_noise_count_sure:
 *
 * To be called behind cut_noise_mark(), before the tree is measured again.
 *
 * Returns: characters of the marked paragraphs that are no article's whatever else the page
 *   holds: comments, teasers, menus and footers
 */
guint cut_noise_count_sure (CutTree *tree);

G_END_DECLS
