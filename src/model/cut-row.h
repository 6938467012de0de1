/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

#define CUT_TYPE_ROW (cut_row_get_type ())
G_DECLARE_FINAL_TYPE (CutRow, cut_row, CUT, ROW, GObject)

/**
 * CutRow:
 *
 * What a list shows of one object: light, made only for what is visible, and the same for
 * every kind and for search hits. All properties are construct-only: `kind` (#CutKind as int),
 * `id`, `title`, `byline`, `site-name`, `snippet`, `published` (#CutDate), `created` (ms),
 * `deleted` (ms), `status` (a claim's; of a clip what its newest capture is when it is no article,
 * a word of %CUT_VOCAB_VERDICT), `detail` (one more word: a source's or entity's kind),
 * `n-annotations`, `n-claims`, `n-links`, `score` (double). Immutable; any thread.
 *
 * In a snippet the hits stand between U+2068 and U+2069 (isolates, invisible and harmless if shown).
 * The counts: of a clip its annotations and claims; of a source, entity, tag, story what refers to it.
 */
CutKind cut_row_get_kind (CutRow *self);
const char *cut_row_get_id (CutRow *self);
const char *cut_row_get_title (CutRow *self);
const char *cut_row_get_byline (CutRow *self);
const char *cut_row_get_site_name (CutRow *self);
const char *cut_row_get_snippet (CutRow *self);
const char *cut_row_get_status (CutRow *self);
const char *cut_row_get_detail (CutRow *self);
CutDate *cut_row_get_published (CutRow *self);
gint64 cut_row_get_created (CutRow *self);
gint64 cut_row_get_deleted (CutRow *self);
guint cut_row_get_n_annotations (CutRow *self);
guint cut_row_get_n_claims (CutRow *self);
guint cut_row_get_n_links (CutRow *self);
double cut_row_get_score (CutRow *self);

/** cut_row_with_title: Returns: (transfer full): the same row under another title */
CutRow *cut_row_with_title (CutRow *self, const char *title);

/** cut_row_equal: the same value in every property, so that nothing shown would change */
gboolean cut_row_equal (CutRow *a, CutRow *b);

#define CUT_ROW_HIT_START "\342\201\250"
#define CUT_ROW_HIT_END "\342\201\251"

G_END_DECLS
