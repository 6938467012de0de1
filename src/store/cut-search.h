/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-select.h"

G_BEGIN_DECLS

/**
 * cut_search_apply:
 * @text: what a person typed (`cli.md`, search): words, "phrases", prefix*, -not, OR, NEAR/5, and the filters
 *   site: by: tag: story: entity: source: status: before: after: kind:
 * @languages: (nullable): see cut_stems_add_forms()
 *
 * Adds to @select what must hold. What cannot be read as syntax is words; only a failing
 * notebook is an error. `before:` is strictly before the date's first moment, `after:` from it on.
 */
gboolean cut_search_apply (CutDb *db, const char *text, const char *languages, CutSelect *select, GError **error);

G_END_DECLS
