/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-ledger.h"
#include "cut-store.h"

G_BEGIN_DECLS

/**
 * cut_store_fill_ledger:
 * @ledger: an empty one
 *
 * Puts all claims and attributions outside the Trash into it, from just the columns that count there: made for notebooks
 * with many thousand. What these refer to is then missing (cut_ledger_steal_missing()), checks and enquiries too.
 */
gboolean cut_store_fill_ledger (CutStore *self, CutLedger *ledger, GError **error);

G_END_DECLS
