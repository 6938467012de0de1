/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_measure_tree:
 *
 * Counts what each node holds of text, links and paragraphs (the fields of #CutNode that say
 * so), leaving out nodes whose role is not body. Call again after roles changed. Two loops.
 */
void cut_measure_tree (CutTree *tree);

/** cut_node_stands_alone: Returns: whether an inline element is a line of its own: in no paragraph,
 * between line breaks or blocks */
gboolean cut_node_stands_alone (const CutTree *tree, const CutNode *node);

G_END_DECLS
