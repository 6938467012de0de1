/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-search-term.h"
#include "cut-store.h"

G_BEGIN_DECLS

/**
 * cut_store_complete_value:
 * @filter: %CUT_FILTER_SITE or %CUT_FILTER_BY: what is written in clips and has no object of its own
 * @prefix: of an outlet, or of a word of an author's name; case and accents do not matter
 * @limit: at most so many, more than 0
 *
 * Outlets are found among all clips, authors among the clips that came last.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): as they are written, each once; %NULL with an error
 */
GPtrArray *cut_store_complete_value (CutStore *self, CutFilter filter, const char *prefix, guint limit, GError **error);

G_END_DECLS
