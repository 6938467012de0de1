/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_body_find:
 * @title: (nullable): the headline, to tell the article from others on the page
 *
 * Chooses the elements that hold the article: by container rules (microdata, names that
 * content systems give, `article`, `main`), checked against a paragraph scoring in which each
 * paragraph speaks for the elements above it (the idea is Readability's). Leaves
 * `score` set. The tree must be measured.
 *
 * Returns: (transfer container) (element-type CutNode): one or more nodes in document
 *   order, none inside another; the body itself when nothing better is found
 */
GPtrArray *cut_body_find (CutTree *tree, const char *title);

G_END_DECLS
