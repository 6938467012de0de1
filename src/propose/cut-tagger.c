/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-tagger.h"

#define BIT CUT_CLASS_BIT

/* The last tag before @i that is no adverb or negation; CUT_TAG_SIGN at the beginning. */
CutTag
cut_tagger_get_before (const CutTagger *self,
                       guint            i,
                       guint           *at)
{
  while (i > self->start)
    {
      CutTag tag = self->tags[--i];

      *at = i;
      if (tag != CUT_TAG_ADVERB && tag != CUT_TAG_NEGATION)
        return tag;
    }
  *at = i;
  return CUT_TAG_SIGN;
}

guint
cut_tagger_skip_adverbs (const CutTagger *self,
                         guint            i)
{
  while (cut_tagger_is (self, i, BIT (CUT_CLASS_ADVERB) | BIT (CUT_CLASS_NEGATION)) && !cut_tagger_is (self, i, BIT (CUT_CLASS_PREPOSITION)))
    i++;
  return i;
}

gboolean
cut_tagger_opens_noun_phrase (const CutTagger *self,
                              guint            i)
{
  if (i >= self->end)
    return FALSE;
  if (cut_tagger_get (self, i)->kind == CUT_PROSE_NUMBER)
    return TRUE;
  if (cut_tagger_is_capital (self, i) && !self->headline)
    return TRUE;
  return cut_tagger_is (self, i, BIT (CUT_CLASS_ARTICLE) | BIT (CUT_CLASS_POSSESSIVE) | BIT (CUT_CLASS_DETERMINER) | BIT (CUT_CLASS_SUBJECT) | BIT (CUT_CLASS_OBJECT)
                        | BIT (CUT_CLASS_NUMERAL));
}

gboolean
cut_tagger_is_auxiliary (const CutTagger *self,
                         guint            i)
{
  return cut_tagger_is (self, i, BIT (CUT_CLASS_BE) | BIT (CUT_CLASS_HAVE) | BIT (CUT_CLASS_DO) | BIT (CUT_CLASS_MODAL));
}

/* A verb that a clause without "that" may follow. */
static gboolean
takes_clause (const CutTagger *self,
              guint            i)
{
  const CutEntry *entry = cut_tagger_get (self, i)->entry;

  if (self->tags[i] != CUT_TAG_FINITE || entry == NULL || entry->verb == NULL)
    return FALSE;
  for (const char *p = entry->verb->frames; *p != '\0' && *p != '/'; p++)
    if (*p == 'b')
      return TRUE;
  return FALSE;
}

/* Whether the clause that goes on at @i has its finite verb already. Going left, each word that opens a clause takes one. */
gboolean
cut_tagger_has_finite (const CutTagger *self,
                       guint            i)
{
  int finites = 0;

  while (i > self->start)
    switch ((int) self->tags[--i])
      {
      case CUT_TAG_FINITE:
      case CUT_TAG_MODAL:
      case CUT_TAG_BE:
      case CUT_TAG_HAVE:
      case CUT_TAG_DO:
        if (finites == 0 && takes_clause (self, i))
          return FALSE;
        while (i > self->start && self->tags[i - 1] >= CUT_TAG_ADVERB && self->tags[i - 1] <= CUT_TAG_DO && self->tags[i - 1] != CUT_TAG_TIME)
          i--;
        if (i == self->start || self->tags[i - 1] != CUT_TAG_COORDINATOR || finites == 0)
          finites++;
        break;
      case CUT_TAG_THAT:
      case CUT_TAG_RELATIVE:
      case CUT_TAG_QUESTION:
      case CUT_TAG_SUBORDINATOR:
        if (finites == 0)
          return FALSE;
        finites--;
        break;
      case CUT_TAG_COORDINATOR:
        if (finites == 0 || (i > self->start && cut_tagger_get (self, i - 1)->sign == ','))
          return finites > 0;
        break;
      case CUT_TAG_SIGN:
      case CUT_TAG_QUOTE:
        if (cut_tagger_get (self, i)->sign != ',' || finites == 0)
          return finites > 0;
        break;
      default:
        break;
      }
  return finites > 0;
}

/* Whether any finite verb stands before @i in the sentence, behind the last dash or semicolon. */
gboolean
cut_tagger_has_finite_anywhere (const CutTagger *self,
                                guint            i)
{
  while (i > self->start)
    {
      CutTag tag = self->tags[--i];

      if (tag == CUT_TAG_FINITE || (tag >= CUT_TAG_MODAL && tag <= CUT_TAG_DO))
        return TRUE;
      if (cut_tagger_get (self, i)->sign == ';')
        return FALSE;
    }
  return FALSE;
}

gboolean
cut_tagger_is_plural_noun (const CutTagger *self,
                           guint            i)
{
  const CutProse *token = cut_tagger_get (self, i);

  if (cut_entry_is (token->entry, BIT (CUT_CLASS_PLURAL)))
    return TRUE;
  return token->length > 3 && self->tokens->text[token->at + token->length - 1] == 's' && self->tokens->text[token->at + token->length - 2] != 's';
}

/* Whether a verb that needs a subject comes in what is left of the clause. */
gboolean
cut_tagger_has_finite_ahead (const CutTagger *self,
                             guint            i)
{
  for (; i < self->end; i++)
    {
      const CutProse *token = cut_tagger_get (self, i);

      if (token->kind == CUT_PROSE_OPEN || token->kind == CUT_PROSE_CLOSE || (token->kind == CUT_PROSE_SIGN && token->sign != '$' && token->sign != '%'))
        return FALSE;
      if (cut_tagger_is (self, i, BIT (CUT_CLASS_THAT) | BIT (CUT_CLASS_RELATIVE) | BIT (CUT_CLASS_SUBORDINATOR) | BIT (CUT_CLASS_TO)))
        return FALSE;
      if (cut_tagger_is_auxiliary (self, i))
        return TRUE;
      if (cut_tagger_has_form (self, i, CUT_FORM_PAST | CUT_FORM_PRESENT) && !cut_tagger_is (self, i, BIT (CUT_CLASS_NOUN)) && token->entry->noun == NULL)
        return TRUE;
    }
  return FALSE;
}
