/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutSearchWord:
 * @start, @end: bytes of the text
 * @first_end: of a pair: the byte behind its first character; else as @end
 * @folded: (array length=length): without case, diacritics and typography; not closed with NUL, and gone with the call; seven bytes more can be
 *   read behind it, whatever they are
 * @length: bytes
 * @of_letters: whether it could be a word of some language: letters alone, and of a script that parts words by blanks
 *
 * A word as the search finds it.
 */
typedef struct
{
  gsize start;
  gsize end;
  gsize first_end;
  const char *folded;
  gsize length;
  gboolean of_letters;
} CutSearchWord;

/** CutSearchWordFunc: Returns: whether to go on */
typedef gboolean (*CutSearchWordFunc) (const CutSearchWord *word, gpointer data);

/**
 * CutSearchWords:
 *
 * Cuts texts into the words that a search finds: the same for the index, for what is looked for and for what is marked. A word
 * is a run of letters, digits and their marks, folded: "Straße" and "STRASSE", "İstanbul", "istanbul" and "Istanbul" are one, so are
 * "Wałęsa" and "Walesa". Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese are not parted by blanks, or not where a word ends: there
 * each two characters that stand side by side are a word, and the last of a run by itself, so that whatever stands in a run is
 * found by the pairs it is made of (J. H. Lee and J. S. Ahn, "Using n-grams for Korean text retrieval", 1996, compare this with others).
 *
 * One thread at a time.
 */
typedef struct _CutSearchWords CutSearchWords;

CutSearchWords *cut_search_words_new (void);
void cut_search_words_free (CutSearchWords *self);

/**
 * cut_search_words_cut:
 * @text: (array length=length): whatever is not valid UTF-8 ends a word
 * @sought: whether it is what is looked for: then a run of pairs at its end goes without its last character
 *
 * Calls @func for each word in order. Linear time.
 *
 * Returns: whether @func never stopped it
 */
gboolean cut_search_words_cut (CutSearchWords *self, const char *text, gsize length, gboolean sought, CutSearchWordFunc func, gpointer data);

/** cut_search_words_end_single: whether @text, looked for, ends in one character that is half of a pair: it is found by what begins with it */
gboolean cut_search_words_end_single (CutSearchWords *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutSearchWords, cut_search_words_free)

G_END_DECLS
