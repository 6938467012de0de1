/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tags.h"

G_BEGIN_DECLS

#define CUT_NO_TOKEN G_MAXUINT

/** CutRange: tokens, half-open; empty when @start == @end */
typedef struct
{
  guint start;
  guint end;
} CutRange;

/**
 * CutParsed:
 * @tags: (array): a #CutTag for each token
 * @mates: (array): for each quotation mark its other one; %CUT_NO_TOKEN for others, and where the other is missing
 * @inside: (array): for each token the double mark that opened the quotation it stands in, marks included; else %CUT_NO_TOKEN
 *
 * A text with what the rules need to know of each token, worked out once. Immutable.
 */
typedef struct
{
  const CutTokens *tokens;
  guint8 *tags;
  guint *mates;
  guint *inside;
  guint sources; /* tables of the language, looked up once */
  guint ends;
  guint light;
} CutParsed;

CutParsed *cut_parsed_new (const CutTokens *tokens);
void cut_parsed_free (CutParsed *self);

static inline const CutProse *
cut_parsed_get (const CutParsed *self,
                guint            i)
{
  return &self->tokens->tokens[i];
}

static inline CutTag
cut_parsed_tag (const CutParsed *self,
                guint            i)
{
  return i < self->tokens->n ? (CutTag) self->tags[i] : CUT_TAG_SIGN;
}

static inline gunichar
cut_parsed_sign (const CutParsed *self,
                 guint            i)
{
  return i < self->tokens->n ? self->tokens->tokens[i].sign : 0;
}

static inline gboolean
cut_parsed_is (const CutParsed *self,
               guint            i,
               guint64          classes)
{
  return i < self->tokens->n && cut_entry_is (self->tokens->tokens[i].entry, classes);
}

static inline gboolean
cut_parsed_opens (const CutParsed *self,
                  guint            i)
{
  return i < self->tokens->n && self->tokens->tokens[i].kind == CUT_PROSE_OPEN;
}

static inline gboolean
cut_parsed_closes (const CutParsed *self,
                   guint            i)
{
  return i < self->tokens->n && self->tokens->tokens[i].kind == CUT_PROSE_CLOSE;
}

/** cut_parsed_get_sentence: the sentence of token @i */
static inline CutRange
cut_parsed_get_sentence (const CutParsed *self,
                         guint            i)
{
  guint s = self->tokens->tokens[i].sentence;

  return (CutRange){ self->tokens->sentences[s], self->tokens->sentences[s + 1] };
}

static inline CutRange
cut_parsed_get_paragraph (const CutParsed *self,
                          guint            i)
{
  guint p = self->tokens->tokens[i].paragraph;

  return (CutRange){ self->tokens->paragraphs[p], self->tokens->paragraphs[p + 1] };
}

/** cut_parsed_is_finite: whether token @i is a verb, or an auxiliary, that a subject goes with */
static inline gboolean
cut_parsed_is_finite (const CutParsed *self,
                      guint            i)
{
  CutTag tag = cut_parsed_tag (self, i);

  return tag == CUT_TAG_FINITE || (tag >= CUT_TAG_MODAL && tag <= CUT_TAG_DO);
}

/** cut_parsed_has_finite: whether one stands in [@start, @end), outside quotations that are closed in it */
gboolean cut_parsed_has_finite (const CutParsed *self, guint start, guint end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutParsed, cut_parsed_free)

G_END_DECLS
