/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-language.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  CUT_PROSE_WORD,   /* letters, with what is written together: U.S., co-author, @name */
  CUT_PROSE_NUMBER, /* begins with a digit: 1,200.50 or 12th */
  CUT_PROSE_SIGN,   /* punctuation and symbols; dots in a row are one */
  CUT_PROSE_OPEN,   /* a quotation mark that opens */
  CUT_PROSE_CLOSE,  /* a quotation mark that closes */
} CutProseKind;

typedef enum
{
  CUT_PROSE_CAPITAL = 1 << 0,   /* its first letter is a capital */
  CUT_PROSE_CAPS = 1 << 1,      /* all its letters are, and they are two or more */
  CUT_PROSE_SPACED = 1 << 2,    /* white space, or the beginning of the text, before it */
  CUT_PROSE_SENTENCE = 1 << 3,  /* the first of a sentence */
  CUT_PROSE_PARAGRAPH = 1 << 4, /* the first of a paragraph */
  CUT_PROSE_SINGLE = 1 << 5,    /* a single quotation mark */
} CutProseFlags;

/**
 * CutProse:
 * @entry: (nullable): what the language knows of it
 * @start, @end: code points of the text, half-open
 * @at, @length: bytes
 * @sign: the character of a sign or mark: of dots in a row U+2026, of two hyphens U+2014; else 0
 * @sentence, @paragraph: counted from 0
 *
 * One token of running text.
 */
typedef struct
{
  const CutEntry *entry;
  guint start;
  guint end;
  guint at;
  guint length;
  gunichar sign;
  guint sentence;
  guint paragraph;
  guint8 kind;
  guint8 flags;
} CutProse;

/**
 * CutTokens:
 * @text: borrowed
 * @tokens: @n of them, in order
 * @sentences: first token of each of the @n_sentences sentences, and @n behind the last
 * @paragraphs: the same for paragraphs; every line is one, empty ones are not counted
 *
 * A text in words and signs, sentences and paragraphs. Immutable; any thread.
 */
typedef struct
{
  const char *text;
  const CutLanguage *language;
  CutProse *tokens;
  guint n;
  guint *sentences;
  guint n_sentences;
  guint *paragraphs;
  guint n_paragraphs;
} CutTokens;

/**
 * cut_tokens_new:
 * @text: valid UTF-8, under 4 GiB; borrowed, must stay
 * @cancellable: (nullable): looked at every few thousand tokens
 *
 * Cost: linear. Sentences end at full stops, question and exclamation marks (and the quotation marks behind them)
 * before a capital, a figure or a quotation, but not at the stop of an abbreviation that the language lists, and at
 * the end of a line; one of 500 tokens is cut. A quotation may go over several sentences; its mark opens and closes where a line or another
 * mark says so, however many are missing.
 *
 * Returns: (transfer full) (nullable): %NULL when cancelled
 */
CutTokens *cut_tokens_new (const char *text, const CutLanguage *language, GCancellable *cancellable);
void cut_tokens_free (CutTokens *self);

/** cut_tokens_match: cut_language_match() with the words from token @i on, up to token @end */
const char *cut_tokens_match (const CutTokens *self, guint table, guint i, guint end, guint *n);

/** cut_tokens_dup: Returns: (transfer full): the text of tokens [@first, @end) as it stands there */
char *cut_tokens_dup (const CutTokens *self, guint first, guint end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutTokens, cut_tokens_free)

G_END_DECLS
