/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-ledger.h"
#include "cut-notebook-standing.h"
#include "cut-store.h"

G_BEGIN_DECLS

/**
 * CutStandingBook:
 *
 * The ledger of a notebook, filled from its store when first asked for and kept in step with its changes. Private to
 * src/notebook; in the reader's thread alone.
 */
typedef struct _CutStandingBook CutStandingBook;

CutStandingBook *cut_standing_book_new (CutStore *store, GCancellable *cancellable, GError **error);
void cut_standing_book_free (CutStandingBook *self);

/** cut_standing_book_apply: @changes: (element-type CutChange). Returns: FALSE when it can no longer be kept in step and must be made anew */
gboolean cut_standing_book_apply (CutStandingBook *self, CutStore *store, GPtrArray *changes);

/** cut_standing_book_list: Returns: (transfer full) (nullable) (element-type CutClaimStanding) */
GPtrArray *cut_standing_book_list (CutStandingBook *self, const char *story, GCancellable *cancellable, GError **error);

/**
 * cut_standing_book_read_headlines:
 * @claim: (nullable): id: only the clips that it stands in
 * @limit: at most so many clips; each takes some ms
 *
 * Compares the headlines of clips with their texts, where that was not done yet.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): ids of the clips of which something else is known now; %NULL when none was left
 */
GPtrArray *cut_standing_book_read_headlines (CutStandingBook *self, CutStore *store, const char *claim, guint limit, GCancellable *cancellable);

/** cut_standing_book_get_ledger: (transfer none) */
CutLedger *cut_standing_book_get_ledger (CutStandingBook *self);

/** cut_claim_detail_load: @claim: id. Returns: (transfer full) (nullable) */
CutClaimDetail *cut_claim_detail_load (CutStandingBook *book, CutStore *store, const char *claim, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutStandingBook, cut_standing_book_free)

G_END_DECLS
