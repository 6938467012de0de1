/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-ledger.h"
#include "cut-store.h"

G_BEGIN_DECLS

/**
 * cut_headlines_find:
 * @clip: a clip
 *
 * Compares the headline of a clip with the text of the capture it shows; takes some ms. Private to src/notebook; in the store's
 * thread.
 *
 * Returns: (transfer full) (nullable): what the headline states though the text only says that somebody says so; %NULL where it is borne
 *   by the text, or where there is none
 */
char *cut_headlines_find (CutStore *store, CutRecord *clip, GCancellable *cancellable);

/** cut_headlines_skip: a text often begins with its headline, which would bear itself. Returns: (transfer none): @text behind it */
const char *cut_headlines_skip (const char *text, const char *title);

/**
 * cut_headlines_list_links:
 * @clip: a clip
 *
 * Returns: (transfer full) (element-type CutCitation): the links that count in the text it shows, but those within its own outlet, each
 *   with the words before it in its block
 */
GPtrArray *cut_headlines_list_links (CutStore *store, CutRecord *clip);

G_END_DECLS
