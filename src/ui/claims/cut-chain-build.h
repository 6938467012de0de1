/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-chain.h"
#include "cut-origin-tree.h"

G_BEGIN_DECLS

/** CutChainLookup: Returns: (transfer none) (nullable): the object with @id */
typedef CutRecord *(*CutChainLookup) (const char *id, gpointer user_data);

#define CUT_CHAIN_MOST_PATHS 60 /* of one drawing: more cannot be told apart */

/**
 * cut_chain_build:
 * @tree: of a claim: what proves its origins
 * @lookup: finds attributions, annotations and clips
 *
 * The tree as it is drawn: from the sources on, what is the same joined, each end with the number of the origin that it is. The
 * first %CUT_CHAIN_MOST_PATHS paths count. Any thread.
 *
 * Returns: (transfer full): arranged
 */
CutChain *cut_chain_build (const CutNode *tree, CutChainLookup lookup, gpointer user_data);

G_END_DECLS
