/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CUT_TOKEN_OTHER,  /* a sign: punctuation, a symbol, an emoji */
  CUT_TOKEN_WORD,   /* letters; of a script written without spaces one character */
  CUT_TOKEN_NUMBER, /* begins with a digit: 1,200.50 or 3.5m or 12th */
  CUT_TOKEN_BREAK,  /* the end of a line */
} CutTokenKind;

/**
 * CutToken:
 * @start, @end: code points; never within a grapheme
 * @id: the same for the same characters, of one lexicon
 */
typedef struct
{
  guint start;
  guint end;
  guint id;
  CutTokenKind kind;
} CutToken;

/** CutLexicon: gives the same number to the same bytes. Borrows what it is given. Of one thread. */
typedef struct _CutLexicon CutLexicon;

CutLexicon *cut_lexicon_new (void);
void cut_lexicon_free (CutLexicon *self);
/** cut_lexicon_add: Returns: the number of these @length bytes, counted from 0 in order of first sight */
guint cut_lexicon_add (CutLexicon *self, gconstpointer bytes, gsize length);
guint cut_lexicon_get_size (const CutLexicon *self);

/**
 * cut_lexicon_split:
 * @text: valid UTF-8; borrowed
 *
 * The words, numbers and signs of a text; spaces are between them. Words are runs of letters, marks and digits, with
 * apostrophes inside; Han, Kana, Thai, Lao, Khmer and Burmese, written without spaces, are taken character by character.
 *
 * Returns: (transfer full) (element-type CutToken)
 */
GArray *cut_lexicon_split (CutLexicon *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutLexicon, cut_lexicon_free)

G_END_DECLS
