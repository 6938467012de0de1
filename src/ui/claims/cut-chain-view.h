/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-chain.h"

G_BEGIN_DECLS

#define CUT_TYPE_CHAIN_VIEW (cut_chain_view_get_type ())
G_DECLARE_FINAL_TYPE (CutChainView, cut_chain_view, CUT, CHAIN_VIEW, GtkWidget)

/**
 * CutChainView:
 *
 * The drawing of a chain: source → whoever passed it on → clip, branches joined. Who is unnamed stands in a dashed box;
 * a denial has a sign, a word and a line of its own, an answer that says neither a dotted one, so that nothing hangs on colours. Where the columns do not fit
 * beside each other (a narrow window, large text) the boxes stand below each other.
 *
 * One stop for Tab; within it the arrow keys walk: along the chain, and up and down. Enter opens the node. The drawing is
 * one group for a screen reader, described in words, and each node is a button that says what it is.
 *
 * Signal `node-activated` (guint node)
 */
GtkWidget *cut_chain_view_new (void);

/** cut_chain_view_set_chain: @chain: (nullable): arranged. The focus stays on the node with the same key. */
void cut_chain_view_set_chain (CutChainView *self, CutChain *chain);
/** cut_chain_view_get_chain: (nullable) (transfer none) */
CutChain *cut_chain_view_get_chain (CutChainView *self);

G_END_DECLS
