/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook-purge.h"
#include "cut-store.h"

G_BEGIN_DECLS

/**
 * cut_purging_run:
 * @owner: (nullable): the contributor that new objects carry, who stays
 * @ids: (nullable): objects in the Trash; %NULL for all of it
 * @dry_run: only says what would be done
 * @progress: (nullable)
 * @changes: (out) (transfer full) (nullable) (element-type CutChange): what is different now
 *
 * Private to src/notebook; in the thread of @store. One transaction, no undo step; then what was erased is wiped from the file. Cancelled before the
 * transaction ends nothing has changed, cancelled later the wiping is left to the next act or opening.
 */
CutPurgeReport *cut_purging_run (CutStore *store, const char *owner, const char *const *ids, gboolean dry_run, CutProgress *progress,
                                 GPtrArray **changes, GError **error);

G_END_DECLS
