/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tags.h"

G_BEGIN_DECLS

/**
 * CutTagger:
 * @tags: (array): those before the token under way are known
 * @verb_second: see cut_language_is_verb_second()
 * @start, @end: of the sentence
 * @headline: capitals tell nothing
 *
 * What the rules for one token work with; inside this folder alone.
 */
typedef struct
{
  const CutTokens *tokens;
  guint8 *tags;
  gboolean verb_second;
  guint start;
  guint end;
  gboolean headline;
} CutTagger;

static inline const CutProse *
cut_tagger_get (const CutTagger *self,
                guint            i)
{
  return &self->tokens->tokens[i];
}

static inline gboolean
cut_tagger_is (const CutTagger *self,
               guint            i,
               guint64          classes)
{
  return i >= self->start && i < self->end && cut_entry_is (cut_tagger_get (self, i)->entry, classes);
}

static inline gboolean
cut_tagger_has_form (const CutTagger *self,
                     guint            i,
                     guint            forms)
{
  return i < self->end && cut_tagger_get (self, i)->entry != NULL && (cut_tagger_get (self, i)->entry->forms & forms) != 0;
}

static inline gboolean
cut_tagger_is_capital (const CutTagger *self,
                       guint            i)
{
  return i < self->end && (cut_tagger_get (self, i)->flags & CUT_PROSE_CAPITAL) != 0;
}

/** cut_tagger_get_before: the last tag before @i that is no adverb or negation, and @at which token; %CUT_TAG_SIGN at the beginning */
CutTag cut_tagger_get_before (const CutTagger *self, guint i, guint *at);

guint cut_tagger_skip_adverbs (const CutTagger *self, guint i);
gboolean cut_tagger_opens_noun_phrase (const CutTagger *self, guint i);
gboolean cut_tagger_is_auxiliary (const CutTagger *self, guint i);
gboolean cut_tagger_is_plural_noun (const CutTagger *self, guint i);

/** cut_tagger_has_finite: whether the clause that goes on at @i has its finite verb already; each word that opens a clause takes one */
gboolean cut_tagger_has_finite (const CutTagger *self, guint i);

/** cut_tagger_has_finite_anywhere: whether any finite verb stands before @i in the sentence, behind the last semicolon */
gboolean cut_tagger_has_finite_anywhere (const CutTagger *self, guint i);

/** cut_tagger_has_finite_ahead: whether a verb that needs a subject comes in what is left of the clause */
gboolean cut_tagger_has_finite_ahead (const CutTagger *self, guint i);

/** cut_tagger_tag_verb: of a word that is a form of a verb: which it is here, or that it is a noun */
CutTag cut_tagger_tag_verb (const CutTagger *self, guint i);

G_END_DECLS
