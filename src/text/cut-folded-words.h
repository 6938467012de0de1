/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-folded.h"
#include "cut-index.h"

G_BEGIN_DECLS

/**
 * CutWordKind:
 * @CUT_WORD_LETTERS: a run of letters and digits; of scripts that are written without blanks, one character
 * @CUT_WORD_MARK: one character of punctuation
 * @CUT_WORD_QUOTE: stands for a whole quote, and is like nothing but itself
 */
typedef enum
{
  CUT_WORD_LETTERS,
  CUT_WORD_MARK,
  CUT_WORD_QUOTE,
} CutWordKind;

/**
 * CutWord:
 * @chars: borrowed from the folded text
 * @start, @length: folded characters
 * @cut_head, @cut_tail: it is only the end, or only the beginning, of a word
 */
typedef struct
{
  const gunichar *chars;
  guint start;
  guint length;
  CutWordKind kind;
  gboolean cut_head;
  gboolean cut_tail;
} CutWord;

/** cut_words_split: appends the words of [@start, @end) of @folded; a border goes through a word as it may */
void cut_words_split (const CutFolded *folded, guint start, guint end, GArray *words);

/** cut_word_is_same: letter for letter, after folding */
gboolean cut_word_is_same (const CutWord *a, const CutWord *b);

/**
 * cut_word_get_likeness:
 *
 * Returns: 1 for the same word; less, but more than 0, for one with a slip of the pen in it or another ending; else 0.
 * A figure with a slip in it is another figure. A word that is cut is like any that ends, or begins, as it does.
 */
double cut_word_get_likeness (const CutWord *a, const CutWord *b);

/** cut_word_has_digit: whether it is a figure, or holds one */
gboolean cut_word_has_digit (const CutWord *self);

/** cut_word_ends_sentence: whether it is punctuation that does */
gboolean cut_word_ends_sentence (const CutWord *self);

/**
 * CutTelling:
 * @CUT_TELLING_NOT: says nothing about whom or how many
 * @CUT_TELLING_MAYBE: a capital where a sentence begins
 * @CUT_TELLING_SURELY: a name or a figure
 */
typedef enum
{
  CUT_TELLING_NOT,
  CUT_TELLING_MAYBE,
  CUT_TELLING_SURELY,
} CutTelling;

/** cut_word_get_telling: @index: of the text that @folded is the copy of */
CutTelling cut_word_get_telling (const CutWord *self, const CutFolded *folded, const CutIndex *index);

G_END_DECLS
