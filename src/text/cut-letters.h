/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a character is to a name, as bits. */
typedef enum
{
  CUT_LETTER_UPPER = 1 << 0, /* or title case */
  CUT_LETTER_LOWER = 1 << 1,
  CUT_LETTER_OTHER = 1 << 2, /* a letter without case, a mark that is part of its word */
  CUT_LETTER_DIGIT = 1 << 3,
  CUT_LETTER_MARK = 1 << 4,  /* a diacritic by itself, which does not count */
  CUT_LETTER_SPACE = 1 << 5, /* of any width, no-break ones too; no line end */
  CUT_LETTER_ALONE = 1 << 6, /* of a script written without spaces between words: a word by itself */
  CUT_LETTER_KANA = 1 << 7,  /* Katakana, which writes foreign names: a run of it is one word all the same */
} CutLetterKind;

#define CUT_LETTER_IN_WORD (CUT_LETTER_UPPER | CUT_LETTER_LOWER | CUT_LETTER_OTHER | CUT_LETTER_DIGIT | CUT_LETTER_MARK)

/* Below this they are looked up, above worked out. */
#define CUT_LETTERS_KNOWN 0x3000

/**
 * CutLetters:
 *
 * A table of what characters are and what they are without case and diacritics. Diacritics are taken off Latin letters alone:
 * elsewhere they make another letter. Immutable; any thread.
 */
typedef struct
{
  guint8 kinds[CUT_LETTERS_KNOWN];
  guint16 bare[CUT_LETTERS_KNOWN];   /* without diacritics */
  guint16 folded[CUT_LETTERS_KNOWN]; /* nor case */
} CutLetters;

CutLetters *cut_letters_new (void);
void cut_letters_free (CutLetters *self);

/** cut_letters_look_at: what cut_letters_get_kind() does for a character that is not in the table */
guint cut_letters_look_at (gunichar c);

/** cut_letters_get_kind: Returns: bits of #CutLetterKind; 0 for what ends a word */
static inline guint
cut_letters_get_kind (const CutLetters *self,
                      gunichar          c)
{
  return c < CUT_LETTERS_KNOWN ? self->kinds[c] : cut_letters_look_at (c);
}

static inline gunichar
cut_letters_get_bare (const CutLetters *self,
                      gunichar          c)
{
  return c < CUT_LETTERS_KNOWN ? self->bare[c] : c;
}

static inline gunichar
cut_letters_fold (const CutLetters *self,
                  gunichar          c)
{
  return c < CUT_LETTERS_KNOWN ? self->folded[c] : g_unichar_tolower (c);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutLetters, cut_letters_free)

G_END_DECLS
