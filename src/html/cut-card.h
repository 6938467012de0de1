/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_card_mark:
 *
 * Makes furniture of lists of teasers: three or more blocks of one parent that are each little more
 * than a linked heading, behind a text that is much longer than they are. The tree must have been
 * measured.
 */
void cut_card_mark (CutTree *tree);

G_END_DECLS
