/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"

G_BEGIN_DECLS

/**
 * CutRank:
 *
 * The auxiliary function `cut_rank (search, WEIGHT…)` of FTS5 on one connection: Okapi BM25 (Robertson and Zaragoza, "The
 * Probabilistic Relevance Framework", 2009) with k1 1.2 and b 0.75, a hit counting the weight of its column, as SQLite's own
 * bm25() has it; lower is better. What was published lately counts up to a fifth more: so much that of two clips that answer as well
 * the newer comes first, and too little to put it before one that answers better (`tests/cli/test-judged.py`). Without dates the order is that of bm25().
 * It is faster where a word stands in many documents: lengths and dates of documents are kept once they were read, and the places of
 * hits are not sorted into one list. The score of a single word or phrase is without its rarity, which is the same for each of
 * its documents.
 */
typedef struct _CutRank CutRank;

/** cut_rank_new: gives the connection the function, which the cancellable of @db stops. Returns: (nullable) (transfer none): of the connection, which
 *   frees it; %NULL when this SQLite has no FTS5 */
CutRank *cut_rank_new (CutDb *db);

/**
 * cut_rank_refresh:
 *
 * Before a search that ranks: reads the dates of clips that came since, and all of them anew with the lengths when the notebook has changed since
 * they were read and they are older than some seconds. Until then a text that changed is ranked with the length and the date it had, which moves it by
 * a place or two.
 */
gboolean cut_rank_refresh (CutDb *db, GError **error);

G_END_DECLS
