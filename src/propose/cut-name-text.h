/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cut-name-lists.h"

G_BEGIN_DECLS

typedef enum
{
  CUT_NAME_WORD,
  CUT_NAME_NUMBER,
  CUT_NAME_SIGN,
  CUT_NAME_POSSESSIVE, /* 's, also written apart from its word */
} CutNameKind;

typedef enum
{
  CUT_NAME_CAPITAL = 1 << 0,  /* begins with a capital, or has one inside: iPhone */
  CUT_NAME_CAPS = 1 << 1,     /* capitals only, two or more */
  CUT_NAME_MIXED = 1 << 2,    /* a capital behind a small letter */
  CUT_NAME_FRESH = 1 << 3,    /* begins a sentence, a quotation or the like: its capital may mean nothing */
  CUT_NAME_LINE = 1 << 4,     /* the first of a line; not in a paragraph that is wrapped */
  CUT_NAME_APART = 1 << 5,    /* a gap as between the columns of a table is before it */
  CUT_NAME_JOINED = 1 << 6,   /* nothing is between it and the token before */
  CUT_NAME_INITIAL = 1 << 7,  /* "J.", "J.K." */
  CUT_NAME_IN_CAPS = 1 << 8,  /* in a line of capitals */
  CUT_NAME_IN_TITLE = 1 << 9, /* in a headline that writes most words with a capital */
  CUT_NAME_QUOTED = 1 << 10,  /* an opening quotation mark is before it */
} CutNameFlags;

/**
 * CutNameToken:
 * @at, @length: bytes
 * @start, @end: code points
 * @type: of a word, its number among the types; of a sign, its character
 */
typedef struct
{
  guint at;
  guint length;
  guint start;
  guint end;
  guint type;
  guint16 kind;
  guint16 flags;
} CutNameToken;

/**
 * CutNameType:
 * @classes: what the lists, or its ending, know of it
 * @folded, @length: where it stands in lower case in the words' store
 * @n_lower: how often it stands in lower case
 * @n_capital: how often with a capital that is no headline's and no sentence's
 * @n_named: how often behind a title or a given name
 *
 * One word of a text, in whatever case.
 */
typedef struct
{
  const CutNameEntry *entry;
  guint64 classes;
  gsize folded;
  guint length;
  guint hash;
  guint n_lower;
  guint n_capital;
  guint n_named;
} CutNameType;

/** CutNameText: a text as words and signs, with what is known of each. Borrows text and lists. */
typedef struct
{
  const char *text;
  const CutNameLists *lists;
  GArray *tokens; /* (element-type CutNameToken) */
  GArray *types;  /* (element-type CutNameType) */
  GString *store;
  guint *slots;
  guint mask;
  guint n_sport; /* words that tell of sport */
  guint length;  /* code points of the text */
} CutNameText;

/**
 * cut_name_text_new:
 * @text: valid UTF-8
 * @cancellable: (nullable)
 *
 * Linear in the text's length.
 *
 * Returns: (transfer full) (nullable): %NULL only when cancelled
 */
CutNameText *cut_name_text_new (const char *text, const CutNameLists *lists, GCancellable *cancellable);
void cut_name_text_free (CutNameText *self);

static inline const CutNameToken *
cut_name_text_get (const CutNameText *self,
                    guint               i)
{
  return &g_array_index (self->tokens, CutNameToken, i);
}

/** cut_name_text_type: Returns: (nullable): the type of token @i; %NULL when it is no word, or there is no such token */
static inline CutNameType *
cut_name_text_type (const CutNameText *self,
                     guint               i)
{
  if (i >= self->tokens->len || cut_name_text_get (self, i)->kind != CUT_NAME_WORD)
    return NULL;
  return &g_array_index (self->types, CutNameType, cut_name_text_get (self, i)->type);
}

/** cut_name_text_is: whether token @i is a word of one of the @classes; not when there is no such token (-1) */
static inline gboolean
cut_name_text_is (const CutNameText *self,
                   guint               i,
                   guint64             classes)
{
  const CutNameType *type = cut_name_text_type (self, i);

  return type != NULL && (type->classes & classes) != 0;
}

/** cut_name_text_sign: Returns: the character of token @i; 0 when it is no sign, or there is no such token */
static inline gunichar
cut_name_text_sign (const CutNameText *self,
                     guint               i)
{
  return i < self->tokens->len && cut_name_text_get (self, i)->kind == CUT_NAME_SIGN ? cut_name_text_get (self, i)->type : 0;
}

/** cut_name_text_has: whether token @i is there and has one of the @flags */
static inline gboolean
cut_name_text_has (const CutNameText *self,
                    guint               i,
                    guint               flags)
{
  return i < self->tokens->len && (cut_name_text_get (self, i)->flags & flags) != 0;
}

#define CUT_NAME_SPORT_WORDS 4 /* different ones, that make a text one about sport */

static inline gboolean
cut_name_text_are_sport (const CutNameText *self)
{
  return self->n_sport >= CUT_NAME_SPORT_WORDS;
}

/** cut_name_text_phrase: Returns: (nullable): the longest phrase of the lists that begins at token @i */
const CutNamePhrase *cut_name_text_phrase (const CutNameText *self, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutNameText, cut_name_text_free)

G_END_DECLS
