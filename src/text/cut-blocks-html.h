/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-block.h"

G_BEGIN_DECLS

/**
 * cut_blocks_to_html:
 * @blocks: (element-type CutBlock): of a text that did not come as HTML
 * @text: the reader text
 *
 * Writes what the blocks that count say as headings, paragraphs, lists, tables, quotes and code, captions included; of the
 * pages of a document the number stands at the first block of each, as `data-page`. Links and emphasis are left out.
 *
 * Returns: (transfer full) (nullable): %NULL when nothing counts
 */
char *cut_blocks_to_html (GPtrArray *blocks, const char *text);

G_END_DECLS
