/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-fetcher.h"
#include "cut-intake.h"

G_BEGIN_DECLS

/**
 * cut_further_pages_fetch:
 * @self: with the first page fetched and its article in it
 * @progress: (nullable)
 *
 * Fetches the article's further pages, those of the same server only and each once, keeps their bytes and joins what
 * they hold to the article. A page that fails ends it with a warning that names it. Private to src/notebook; blocking.
 *
 * Returns: %FALSE when cancelled
 */
gboolean cut_further_pages_fetch (CutIntake *self, CutFetchSession *session, CutProgress *progress,
                                  GCancellable *cancellable, GError **error);

G_END_DECLS
