/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-tags.h"

#include "cut-tagger.h"

#define BIT CUT_CLASS_BIT

#define HEADLINE_TOKENS 30 /* a longer line is prose, whatever its capitals */

/* Where a capital says only that something begins. */
static gboolean
is_opening (const CutTagger *self,
            guint            i)
{
  const CutProse *before;

  if (i == self->start)
    return TRUE;
  before = cut_tagger_get (self, i - 1);
  return before->kind == CUT_PROSE_OPEN || before->sign == ':' || before->sign == 0x2022 || (before->sign == 0x2014 && i - 1 == self->start);
}

static CutTag
tag_that (const CutTagger *self,
          guint            i)
{
  guint at;
  CutTag before = cut_tagger_get_before (self, i, &at);
  guint next = i + 1;

  if (self->verb_second)
    return CUT_TAG_THAT;
  if (cut_tagger_is_auxiliary (self, next) && (before == CUT_TAG_SIGN || before == CUT_TAG_COORDINATOR || before == CUT_TAG_THAT || before == CUT_TAG_QUOTE))
    return CUT_TAG_PRONOUN;
  if (before == CUT_TAG_NOUN || before == CUT_TAG_NAME || before == CUT_TAG_PRONOUN)
    {
      guint verb = cut_tagger_skip_adverbs (self, next);

      if (cut_tagger_is (self, at, 0) || (cut_tagger_get (self, at)->entry != NULL && cut_tagger_get (self, at)->entry->noun != NULL && !cut_tagger_is_auxiliary (self, verb)))
        return CUT_TAG_THAT;
      if (cut_tagger_is_auxiliary (self, verb) || (cut_tagger_has_form (self, verb, CUT_FORM_PRESENT | CUT_FORM_PAST) && !cut_tagger_opens_noun_phrase (self, verb)))
        return CUT_TAG_RELATIVE;
      return CUT_TAG_THAT;
    }
  if (before == CUT_TAG_PREPOSITION)
    return CUT_TAG_DETERMINER;
  if ((before == CUT_TAG_SIGN || before == CUT_TAG_QUOTE || before == CUT_TAG_SUBORDINATOR || before == CUT_TAG_COORDINATOR) && !cut_tagger_opens_noun_phrase (self, next)
      && next < self->end && cut_tagger_get (self, next)->kind == CUT_PROSE_WORD && (cut_tagger_has_form (self, next, CUT_FORM_PRESENT | CUT_FORM_PAST)))
    return CUT_TAG_PRONOUN;
  if (i == self->start)
    return cut_tagger_opens_noun_phrase (self, next) ? CUT_TAG_THAT : CUT_TAG_DETERMINER;
  if (next >= self->end || (cut_tagger_get (self, next)->kind == CUT_PROSE_SIGN && cut_tagger_get (self, next)->sign != ',' && cut_tagger_get (self, next)->sign != '$'))
    return CUT_TAG_PRONOUN;
  return CUT_TAG_THAT;
}

static CutTag
tag_to (const CutTagger *self,
        guint            i)
{
  guint next = cut_tagger_skip_adverbs (self, i + 1);

  if (cut_tagger_is_capital (self, next) && !self->headline)
    return CUT_TAG_PREPOSITION;
  if (i > self->start && self->tags[i - 1] == CUT_TAG_PREPOSITION)
    return CUT_TAG_PREPOSITION;
  /* A verb that no list has: "vowed to boycott the shop". */
  if (next < self->end && cut_tagger_get (self, next)->entry == NULL && cut_tagger_get (self, next)->kind == CUT_PROSE_WORD
      && cut_tagger_is (self, next + 1, BIT (CUT_CLASS_ARTICLE) | BIT (CUT_CLASS_POSSESSIVE) | BIT (CUT_CLASS_OBJECT)))
    return CUT_TAG_TO;
  if (cut_tagger_is (self, next, BIT (CUT_CLASS_BE) | BIT (CUT_CLASS_HAVE) | BIT (CUT_CLASS_DO)))
    return CUT_TAG_TO;
  if (!cut_tagger_has_form (self, next, CUT_FORM_BASE) || cut_tagger_opens_noun_phrase (self, next))
    return CUT_TAG_PREPOSITION;
  return CUT_TAG_TO;
}

/* 's is an owner's, or "is" and "has". */
static CutTag
tag_s (const CutTagger *self,
       guint            i)
{
  guint next = cut_tagger_skip_adverbs (self, i + 1);
  CutTag before = i > self->start ? (CutTag) self->tags[i - 1] : CUT_TAG_SIGN;

  if (before != CUT_TAG_NOUN && before != CUT_TAG_NAME && before != CUT_TAG_TIME && before != CUT_TAG_NUMBER && before != CUT_TAG_ADJECTIVE)
    return CUT_TAG_BE;
  if (next > i + 1 && !cut_tagger_is (self, i + 1, BIT (CUT_CLASS_ADVERB)))
    return CUT_TAG_BE;
  return cut_tagger_is (self, next, BIT (CUT_CLASS_ARTICLE) | BIT (CUT_CLASS_NEGATION)) ? CUT_TAG_BE : CUT_TAG_OWNER;
}

static CutTag
tag_clitic (const CutTagger *self,
            guint            i)
{
  const CutEntry *entry = cut_tagger_get (self, i)->entry;

  if (cut_entry_is (entry, BIT (CUT_CLASS_NEGATION)))
    return CUT_TAG_NEGATION;
  if (cut_entry_is (entry, BIT (CUT_CLASS_MODAL)))
    return CUT_TAG_MODAL;
  if (cut_entry_is (entry, BIT (CUT_CLASS_HAVE)) && !cut_entry_is (entry, BIT (CUT_CLASS_BE)))
    return CUT_TAG_HAVE;
  return cut_tagger_get (self, i)->length > 1 && cut_entry_is (entry, BIT (CUT_CLASS_BE)) && cut_entry_is (entry, BIT (CUT_CLASS_HAVE)) ? tag_s (self, i)
         : cut_entry_is (entry, BIT (CUT_CLASS_BE))                                                                     ? CUT_TAG_BE
                                                                                                                        : CUT_TAG_OWNER;
}

/* "her plan", "asked her". */
static CutTag
tag_her (const CutTagger *self,
         guint            i)
{
  guint next = i + 1;

  if (next >= self->end || cut_tagger_get (self, next)->kind == CUT_PROSE_SIGN)
    return CUT_TAG_OBJECT;
  if (cut_tagger_is (self, next, BIT (CUT_CLASS_PREPOSITION) | BIT (CUT_CLASS_TO) | BIT (CUT_CLASS_THAT) | BIT (CUT_CLASS_ARTICLE) | BIT (CUT_CLASS_COORDINATOR)
                        | BIT (CUT_CLASS_POSSESSIVE) | BIT (CUT_CLASS_QUESTION) | BIT (CUT_CLASS_SUBORDINATOR) | BIT (CUT_CLASS_WEEKDAY) | BIT (CUT_CLASS_OBJECT)))
    return CUT_TAG_OBJECT;
  return CUT_TAG_DETERMINER;
}

static CutTag
tag_question (const CutTagger *self,
              guint            i)
{
  const CutEntry *entry = cut_tagger_get (self, i)->entry;
  guint at;
  CutTag before = cut_tagger_get_before (self, i, &at);

  if (cut_entry_is (entry, BIT (CUT_CLASS_RELATIVE)))
    return before == CUT_TAG_NOUN || before == CUT_TAG_NAME || before == CUT_TAG_SIGN || before == CUT_TAG_PREPOSITION || before == CUT_TAG_OBJECT
                   || before == CUT_TAG_PRONOUN || before == CUT_TAG_DETERMINER || before == CUT_TAG_NUMBER || before == CUT_TAG_COORDINATOR
               ? CUT_TAG_RELATIVE
               : CUT_TAG_QUESTION;
  return cut_entry_is (entry, BIT (CUT_CLASS_SUBORDINATOR)) ? CUT_TAG_SUBORDINATOR : CUT_TAG_QUESTION;
}

static CutTag
tag_determiner (const CutTagger *self,
                guint            i)
{
  guint next = i + 1;

  if (!cut_tagger_is (self, i, BIT (CUT_CLASS_SUBJECT)))
    return CUT_TAG_DETERMINER;
  next = cut_tagger_skip_adverbs (self, next);
  if (cut_tagger_is_auxiliary (self, next) || (cut_tagger_has_form (self, next, CUT_FORM_PAST | CUT_FORM_PRESENT) && !cut_tagger_is (self, next, BIT (CUT_CLASS_NOUN)))
      || (cut_tagger_has_form (self, next, CUT_FORM_BASE) && cut_tagger_get (self, next)->entry->verb != NULL && !cut_tagger_is (self, next, BIT (CUT_CLASS_NOUN) | BIT (CUT_CLASS_ADJECTIVE))))
    return CUT_TAG_PRONOUN;
  return CUT_TAG_DETERMINER;
}

static gboolean
looks_like_name (const CutTagger *self,
                 guint            i)
{
  const CutEntry *entry = cut_tagger_get (self, i)->entry;
  const guint64 plain = BIT (CUT_CLASS_ARTICLE) | BIT (CUT_CLASS_SUBJECT) | BIT (CUT_CLASS_POSSESSIVE) | BIT (CUT_CLASS_PREPOSITION)
                        | BIT (CUT_CLASS_COORDINATOR) | BIT (CUT_CLASS_SUBORDINATOR) | BIT (CUT_CLASS_DETERMINER) | BIT (CUT_CLASS_WEEKDAY)
                        | BIT (CUT_CLASS_BE) | BIT (CUT_CLASS_DO) | BIT (CUT_CLASS_ADVERB) | BIT (CUT_CLASS_QUESTION) | BIT (CUT_CLASS_NEGATION);

  if (!cut_tagger_is_capital (self, i))
    return FALSE;
  if (entry == NULL)
    return TRUE;
  if (self->headline)
    return (entry->classes & BIT (CUT_CLASS_TITLE)) != 0;
  if (!is_opening (self, i))
    return (entry->classes & plain) == 0;
  /* "Will Reed said": a name's first word that is something else too. */
  return (entry->classes & plain) == 0 && (entry->forms & CUT_FORM_GERUND) == 0 && cut_tagger_is_capital (self, i + 1)
         && (cut_tagger_get (self, i + 1)->entry == NULL || (cut_tagger_get (self, i + 1)->entry->classes & BIT (CUT_CLASS_TITLE)) != 0)
         && ((entry->classes & (BIT (CUT_CLASS_TITLE) | BIT (CUT_CLASS_MODAL) | BIT (CUT_CLASS_NOUN))) != 0 || (entry->forms & CUT_FORM_BASE) != 0);
}

static CutTag
tag_word (const CutTagger *self,
          guint            i)
{
  const CutEntry *entry = cut_tagger_get (self, i)->entry;
  guint64 classes;

  if (looks_like_name (self, i))
    return CUT_TAG_NAME;
  if (entry == NULL)
    return CUT_TAG_NOUN;
  classes = entry->classes;
  if ((classes & BIT (CUT_CLASS_CLITIC)) != 0)
    return tag_clitic (self, i);
  if ((classes & BIT (CUT_CLASS_THAT)) != 0)
    return tag_that (self, i);
  if ((classes & BIT (CUT_CLASS_TO)) != 0)
    return tag_to (self, i);
  if ((classes & BIT (CUT_CLASS_NEGATION)) != 0)
    return CUT_TAG_NEGATION;
  if ((classes & BIT (CUT_CLASS_ARTICLE)) != 0)
    return CUT_TAG_DETERMINER;
  if ((classes & BIT (CUT_CLASS_POSSESSIVE)) != 0)
    return (classes & BIT (CUT_CLASS_OBJECT)) != 0 ? tag_her (self, i) : CUT_TAG_DETERMINER;
  if ((classes & BIT (CUT_CLASS_QUESTION)) != 0 || (classes & BIT (CUT_CLASS_RELATIVE)) != 0)
    return tag_question (self, i);
  if ((classes & BIT (CUT_CLASS_BE)) != 0)
    return CUT_TAG_BE;
  if ((classes & BIT (CUT_CLASS_HAVE)) != 0)
    return CUT_TAG_HAVE;
  if ((classes & BIT (CUT_CLASS_DO)) != 0)
    return CUT_TAG_DO;
  if ((classes & BIT (CUT_CLASS_MODAL)) != 0)
    return CUT_TAG_MODAL;
  if ((classes & BIT (CUT_CLASS_NUMERAL)) != 0)
    return CUT_TAG_NUMBER;
  if ((classes & BIT (CUT_CLASS_DETERMINER)) != 0)
    return tag_determiner (self, i);
  if ((classes & BIT (CUT_CLASS_SUBJECT)) != 0)
    return CUT_TAG_PRONOUN;
  if ((classes & (BIT (CUT_CLASS_OBJECT) | BIT (CUT_CLASS_REFLEXIVE))) != 0)
    return CUT_TAG_OBJECT;
  if ((classes & BIT (CUT_CLASS_WEEKDAY)) != 0)
    return CUT_TAG_TIME;
  if ((classes & BIT (CUT_CLASS_COORDINATOR)) != 0)
    return CUT_TAG_COORDINATOR;
  if ((classes & BIT (CUT_CLASS_PREPOSITION)) != 0)
    return CUT_TAG_PREPOSITION;
  if ((classes & BIT (CUT_CLASS_SUBORDINATOR)) != 0)
    return CUT_TAG_SUBORDINATOR;
  if ((classes & (BIT (CUT_CLASS_ADVERB) | BIT (CUT_CLASS_HEDGE))) != 0)
    return CUT_TAG_ADVERB;
  if (entry->forms != 0)
    return cut_tagger_tag_verb (self, i);
  return (classes & BIT (CUT_CLASS_ADJECTIVE)) != 0 ? CUT_TAG_ADJECTIVE : CUT_TAG_NOUN;
}

static CutTag
tag_one (const CutTagger *self,
         guint            i)
{
  switch ((int) cut_tagger_get (self, i)->kind)
    {
    case CUT_PROSE_SIGN:
      return cut_tagger_get (self, i)->sign == '$' || cut_tagger_get (self, i)->sign == '%' ? CUT_TAG_NUMBER : CUT_TAG_SIGN;
    case CUT_PROSE_OPEN:
    case CUT_PROSE_CLOSE:
      return CUT_TAG_QUOTE;
    case CUT_PROSE_NUMBER:
      return CUT_TAG_NUMBER;
    case CUT_PROSE_WORD:
    default:
      return tag_word (self, i);
    }
}

/* In a headline most long words have a capital. */
static gboolean
is_headline (const CutTagger *self)
{
  guint capitals = 0;
  guint words = 0;

  if (self->end - self->start > HEADLINE_TOKENS || (cut_tagger_get (self, self->start)->flags & CUT_PROSE_PARAGRAPH) == 0
      || (self->end < self->tokens->n && (cut_tagger_get (self, self->end)->flags & CUT_PROSE_PARAGRAPH) == 0))
    return FALSE;
  for (guint i = self->start; i < self->end; i++)
    if (cut_tagger_get (self, i)->kind == CUT_PROSE_WORD && cut_tagger_get (self, i)->length > 3)
      {
        words++;
        capitals += cut_tagger_is_capital (self, i);
      }
  return words >= 3 && capitals * 10 >= words * 8;
}

guint8 *
cut_tags_new (const CutTokens *tokens)
{
  guint8 *tags = g_new0 (guint8, MAX (tokens->n, 1));

  for (guint s = 0; s < tokens->n_sentences; s++)
    {
      CutTagger self = { tokens, tags, cut_language_is_verb_second (tokens->language), tokens->sentences[s], tokens->sentences[s + 1], FALSE };

      self.headline = is_headline (&self);
      for (guint i = self.start; i < self.end; i++)
        tags[i] = (guint8) tag_one (&self, i);
    }
  return tags;
}
