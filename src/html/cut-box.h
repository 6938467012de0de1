/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_box_mark:
 * @roots: (element-type CutNode): the article's containers
 * @authors: (nullable): its authors
 *
 * Makes furniture of boxes inside the article that are told by what is in them, whatever they are
 * called: those that ask for an address of mail or for a choice, those that begin with the heading of comments or
 * with the author's name. The tree must have been measured.
 */
void cut_box_mark (CutTree *tree, GPtrArray *roots, const char *const *authors);

G_END_DECLS
