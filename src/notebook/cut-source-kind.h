/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-attribute.h"
#include "cut-language.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

/**
 * cut_source_kind_of_noun:
 * @name: what a text calls a source
 *
 * Returns: (transfer none) (nullable): the word of #CUT_VOCAB_SOURCE_KIND that the nouns in it say: "harbour board" is a body. %NULL where
 *   they say nothing, as of most names
 */
const char *cut_source_kind_of_noun (const char *name, const CutLanguage *language);

/** CutSourceKinds: what a text tells of the sources in it. Immutable; any thread. */
typedef struct _CutSourceKinds CutSourceKinds;

/** cut_source_kinds_new: @reading: borrowed, must stay. Linear in its text. Returns: (transfer full) (nullable): %NULL when cancelled */
CutSourceKinds *cut_source_kinds_new (CutReading *reading, GCancellable *cancellable);
void cut_source_kinds_free (CutSourceKinds *self);

/**
 * cut_source_kinds_guess:
 * @name: of one source, as the text calls it or as a person put it
 * @schema: (nullable): that of the entity that a person made of this name
 *
 * Returns: (transfer none): a word of #CUT_VOCAB_SOURCE_KIND; "unknown" rather than a kind that nothing speaks for
 */
const char *cut_source_kinds_guess (const CutSourceKinds *self, const char *name, const char *schema);

/** cut_source_kinds_is_new: whether the text speaks at @span of somebody, or something, for the first time: "a report" */
gboolean cut_source_kinds_is_new (const CutSourceKinds *self, const CutStretch *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutSourceKinds, cut_source_kinds_free)

G_END_DECLS
