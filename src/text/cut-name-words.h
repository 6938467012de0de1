/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-letters.h"

G_BEGIN_DECLS

/* Texts and names as words, for cut-name-matcher alone. */

/* What stands between a word and the one before. */
typedef enum
{
  CUT_GAP_BREAK, /* the beginning, a line end, or more than stands within a name */
  CUT_GAP_SPACE,
  CUT_GAP_HYPHEN,
  CUT_GAP_APOSTROPHE,
  CUT_GAP_AND,   /* an ampersand, with or without spaces */
  CUT_GAP_DOT,   /* a full stop without a space */
  CUT_GAP_STOP,  /* a full stop and a space */
  CUT_GAP_COMMA, /* and a space */
  CUT_GAP_SLASH,
  CUT_GAP_NONE,  /* nothing: of scripts without spaces */
  CUT_GAP_OTHER, /* a few other signs */
} CutGap;

enum
{
  CUT_NAME_WORD_CAPITAL = 1 << 0, /* begins with one */
  CUT_NAME_WORD_UPPER = 1 << 1,   /* has capitals */
  CUT_NAME_WORD_LOWER = 1 << 2,   /* has small letters */
  CUT_NAME_WORD_SINGLE = 1 << 3,  /* is one character */
  CUT_NAME_WORD_ALONE = 1 << 4,
  CUT_NAME_WORD_KANA = 1 << 5,
};

/**
 * CutNameWord:
 * @start, @end: bytes of the text
 * @id: of the word without case and diacritics; 0 where the table does not hold it
 * @stem: likewise, without a final s; 0 where that was not asked for
 * @gap: of #CutGap: before it
 * @flags: CUT_NAME_WORD_…
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 id;
  guint32 stem;
  guint8 gap;
  guint8 flags;
} CutNameWord;

/** CutNameTable: words that names are made of, numbered from 1 */
typedef struct _CutNameTable CutNameTable;

CutNameTable *cut_name_table_new (void);
void cut_name_table_free (CutNameTable *self);
const CutLetters *cut_name_table_get_letters (const CutNameTable *self);
/** cut_name_table_get_size: Returns: one more than the highest number given */
guint cut_name_table_get_size (const CutNameTable *self);

/** cut_name_table_add_words: @words: (element-type CutNameWord): emptied and filled with those of @name, a line of valid UTF-8, which
 *   the table gets to know */
void cut_name_table_add_words (CutNameTable *self, const char *name, GArray *words);

/**
 * cut_name_table_split:
 * @start, @end: bytes of @text, at most 4 GB; borders of characters
 * @folded: whether a line end is a space
 * @stems: whether words that end in s are looked for without it too
 * @words: (element-type CutNameWord): emptied and filled
 *
 * Any thread, while no other adds words. Takes linear time.
 */
void cut_name_table_split (const CutNameTable *self, const char *text, gsize start, gsize end, gboolean folded, gboolean stems, GArray *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutNameTable, cut_name_table_free)

G_END_DECLS
