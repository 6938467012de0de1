/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-chain.h"

G_BEGIN_DECLS

/** CutChainBox: where a node stands; pixels from the top start corner, mirrored already where the language runs from right to left */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} CutChainBox;

typedef struct
{
  double x;
  double y;
} CutChainPoint;

/** CutChainMetrics: @narrowest, @widest: of a box; @across: between columns; @down: between boxes of one column. All in pixels. */
typedef struct
{
  int narrowest;
  int widest;
  int across;
  int down;
} CutChainMetrics;

/** CutChainMeasure: Returns: the height that @node needs at @width; both in pixels */
typedef int (*CutChainMeasure) (guint node, int width, gpointer user_data);

/**
 * CutChainLayout:
 * @boxes: (element-type CutChainBox): one for each node
 * @lines: (element-type GArray of CutChainPoint): one for each edge, from its start to its end
 * @stacked: the columns do not fit beside each other: the nodes stand below each other, the lines go beside them
 * @width, @height: of all
 */
typedef struct
{
  GArray *boxes;
  GPtrArray *lines;
  gboolean stacked;
  int width;
  int height;
} CutChainLayout;

/**
 * cut_chain_layout_new:
 * @chain: arranged
 * @width: at most so wide
 * @mirrored: the language runs from right to left
 *
 * Columns beside each other where they fit, each box as near as it can be to the mean of its neighbours; an edge that
 * passes a column gets room in it, so that no line runs behind a box. A pure function.
 *
 * Returns: (transfer full)
 */
CutChainLayout *cut_chain_layout_new (const CutChain *chain, int width, const CutChainMetrics *metrics, gboolean mirrored,
                                      CutChainMeasure measure, gpointer user_data);
void cut_chain_layout_free (CutChainLayout *self);

/** cut_chain_layout_fits: Returns: whether the columns fit beside each other in @width */
gboolean cut_chain_layout_fits (const CutChain *chain, int width, const CutChainMetrics *metrics);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutChainLayout, cut_chain_layout_free)

G_END_DECLS
