/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CutStemmer: takes the endings off the words of one language: Snowball (M. F. Porter, 2001). One thread at a time. */
typedef struct _CutStemmer CutStemmer;

/** cut_stemmer_new: @language: as ISO 639 has it, "de" or "deu"; what stands behind a hyphen does not count. Returns: (nullable): %NULL for
 *   a language that it does not know */
CutStemmer *cut_stemmer_new (const char *language);
void cut_stemmer_free (CutStemmer *self);

/** cut_stemmer_stem: @word: of small letters. Returns: (transfer none): until the next call */
const char *cut_stemmer_stem (CutStemmer *self, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutStemmer, cut_stemmer_free)

G_END_DECLS
