/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-gap.h"
#include "cut-walk.h"

G_BEGIN_DECLS

/* Private to src/reason: what a claim's standing is made of. */

/** cut_contradictions_find: Returns: (transfer full) (element-type CutContradiction) */
GPtrArray *cut_contradictions_find (CutLedger *ledger, CutLedgerClaim *claim, const CutWalk *walk);

/** cut_gaps_find: @stale_at: (out): when the first deadline after @now passes; %G_MAXINT64 for never. Returns: (transfer full)
 *   (element-type CutGap): most urgent first */
GPtrArray *cut_gaps_find (CutLedger *ledger, CutLedgerClaim *claim, const CutWalk *walk, GPtrArray *contradictions, gint64 now, gint64 *stale_at);

G_END_DECLS
