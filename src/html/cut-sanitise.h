/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_sanitise_write:
 * @roots: (element-type CutNode): the article's containers, in order
 * @base: (nullable): what relative addresses resolve against
 *
 * Writes the nodes below @roots as HTML from a closed list of elements and attributes; any
 * other element is left out and its text kept. Addresses are http, https or mailto. Body,
 * captions and credits are written; other roles are not.
 *
 * Returns: (transfer full): HTML that means the same in every parser
 */
char *cut_sanitise_write (CutTree *tree, GPtrArray *roots, const char *base);

G_END_DECLS
