/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutSieve:
 *
 * Finds any of many folded words in one pass over a text, which is folded on the way (see cut-fold.h): the time does not depend on how many there
 * are (Aho and Corasick, 1975). Not to be changed once it searches; then any thread may.
 */
typedef struct _CutSieve CutSieve;

/**
 * CutSifting:
 * @CUT_SIFTING_SQUEEZED: a word without spaces: anywhere, whatever stands between its letters
 * @CUT_SIFTING_WORDS: words with one space between them and, where it matters, before and behind them: the ends of a text count as spaces
 * @CUT_SIFTING_DIGITS: digits, anywhere in a run of them: see cut_fold_digits()
 */
typedef enum
{
  CUT_SIFTING_SQUEEZED,
  CUT_SIFTING_WORDS,
  CUT_SIFTING_DIGITS,
  CUT_N_SIFTINGS
} CutSifting;

CutSieve *cut_sieve_new (void);
void cut_sieve_free (CutSieve *self);
/** cut_sieve_add: @word: folded, not empty; @number: what cut_sieve_search() says when it finds it */
void cut_sieve_add (CutSieve *self, CutSifting finding, const char *word, guint number);
/** cut_sieve_build: when all are added */
void cut_sieve_build (CutSieve *self);
/** cut_sieve_get_reach: letters and digits of the longest word, in bytes: what is found is never longer */
gsize cut_sieve_get_reach (const CutSieve *self);

/**
 * cut_sieve_search:
 * @text: any bytes: UTF-8, what is none of it counts as a space between letters; or, when @western, Latin-1
 * @length: bytes
 *
 * Returns: the number of the first one found, or -1
 */
int cut_sieve_search (const CutSieve *self, const char *text, gsize length, gboolean western);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutSieve, cut_sieve_free)

G_END_DECLS
