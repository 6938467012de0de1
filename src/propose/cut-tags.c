/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-tags.h"

#define BIT CUT_CLASS_BIT

#define HEADLINE_TOKENS 30 /* a longer line is prose, whatever its capitals */

typedef struct
{
  const CutTokens *tokens;
  guint8 *tags;
  gboolean verb_second;
  guint start; /* of the sentence */
  guint end;
  gboolean headline; /* capitals tell nothing */
} Tagger;

static const CutProse *
get (const Tagger *self,
     guint         i)
{
  return &self->tokens->tokens[i];
}

static gboolean
is (const Tagger *self,
    guint         i,
    guint64       classes)
{
  return i >= self->start && i < self->end && cut_entry_is (get (self, i)->entry, classes);
}

static gboolean
has_form (const Tagger *self,
          guint         i,
          guint         forms)
{
  return i < self->end && get (self, i)->entry != NULL && (get (self, i)->entry->forms & forms) != 0;
}

static gboolean
is_capital (const Tagger *self,
            guint         i)
{
  return i < self->end && (get (self, i)->flags & CUT_PROSE_CAPITAL) != 0;
}

/* Where a capital says only that something begins. */
static gboolean
is_opening (const Tagger *self,
            guint         i)
{
  const CutProse *before;

  if (i == self->start)
    return TRUE;
  before = get (self, i - 1);
  return before->kind == CUT_PROSE_OPEN || before->sign == ':' || before->sign == 0x2022 || (before->sign == 0x2014 && i - 1 == self->start);
}

/* The last tag before @i that is no adverb or negation; CUT_TAG_SIGN at the beginning. */
static CutTag
get_before (const Tagger *self,
            guint         i,
            guint        *at)
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

static guint
skip_adverbs (const Tagger *self,
              guint         i)
{
  while (is (self, i, BIT (CUT_CLASS_ADVERB) | BIT (CUT_CLASS_NEGATION)) && !is (self, i, BIT (CUT_CLASS_PREPOSITION)))
    i++;
  return i;
}

static gboolean
opens_noun_phrase (const Tagger *self,
                   guint         i)
{
  if (i >= self->end)
    return FALSE;
  if (get (self, i)->kind == CUT_PROSE_NUMBER)
    return TRUE;
  if (is_capital (self, i) && !self->headline)
    return TRUE;
  return is (self, i, BIT (CUT_CLASS_ARTICLE) | BIT (CUT_CLASS_POSSESSIVE) | BIT (CUT_CLASS_DETERMINER) | BIT (CUT_CLASS_SUBJECT) | BIT (CUT_CLASS_OBJECT)
                        | BIT (CUT_CLASS_NUMERAL));
}

static gboolean
is_auxiliary (const Tagger *self,
              guint         i)
{
  return is (self, i, BIT (CUT_CLASS_BE) | BIT (CUT_CLASS_HAVE) | BIT (CUT_CLASS_DO) | BIT (CUT_CLASS_MODAL));
}

/* A verb that a clause without "that" may follow. */
static gboolean
takes_clause (const Tagger *self,
              guint         i)
{
  const CutEntry *entry = get (self, i)->entry;

  if (self->tags[i] != CUT_TAG_FINITE || entry == NULL || entry->verb == NULL)
    return FALSE;
  for (const char *p = entry->verb->frames; *p != '\0' && *p != '/'; p++)
    if (*p == 'b')
      return TRUE;
  return FALSE;
}

/* Whether the clause that goes on at @i has its finite verb already. Going left, each word that opens a clause takes one. */
static gboolean
has_finite (const Tagger *self,
            guint         i)
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
        if (finites == 0 || (i > self->start && get (self, i - 1)->sign == ','))
          return finites > 0;
        break;
      case CUT_TAG_SIGN:
      case CUT_TAG_QUOTE:
        if (get (self, i)->sign != ',' || finites == 0)
          return finites > 0;
        break;
      default:
        break;
      }
  return finites > 0;
}

/* Whether any finite verb stands before @i in the sentence, behind the last dash or semicolon. */
static gboolean
has_finite_anywhere (const Tagger *self,
                     guint         i)
{
  while (i > self->start)
    {
      CutTag tag = self->tags[--i];

      if (tag == CUT_TAG_FINITE || (tag >= CUT_TAG_MODAL && tag <= CUT_TAG_DO))
        return TRUE;
      if (get (self, i)->sign == ';')
        return FALSE;
    }
  return FALSE;
}

/* "past" or "participle" for words that are both. */
static CutTag
tag_past (const Tagger *self,
          guint         i)
{
  guint at;
  CutTag before = get_before (self, i, &at);
  guint next = skip_adverbs (self, i + 1);

  switch ((int) before)
    {
    case CUT_TAG_HAVE:
    case CUT_TAG_BE:
      return CUT_TAG_PARTICIPLE;
    case CUT_TAG_NUMBER:
      if (get (self, i)->entry->verb != NULL && get (self, i)->entry->verb->frames[0] == 'q' && !has_finite (self, at))
        return CUT_TAG_FINITE;
      return CUT_TAG_ADJECTIVE;
    case CUT_TAG_DETERMINER:
    case CUT_TAG_OWNER:
    case CUT_TAG_ADJECTIVE:
      return at + 1 == i && !is (self, at, BIT (CUT_CLASS_SUBJECT)) ? CUT_TAG_ADJECTIVE : CUT_TAG_FINITE;
    case CUT_TAG_PREPOSITION:
      return CUT_TAG_ADJECTIVE;
    case CUT_TAG_PRONOUN:
    case CUT_TAG_RELATIVE:
    case CUT_TAG_QUESTION:
      return CUT_TAG_FINITE;
    case CUT_TAG_NOUN:
    case CUT_TAG_NAME:
    case CUT_TAG_TIME:
      if (is (self, next, BIT (CUT_CLASS_AGENT)))
        return CUT_TAG_PARTICIPLE;
      return has_finite (self, at) ? CUT_TAG_PARTICIPLE : CUT_TAG_FINITE;
    case CUT_TAG_COORDINATOR:
      if (at > self->start && (self->tags[at - 1] == CUT_TAG_PARTICIPLE || self->tags[at - 1] == CUT_TAG_ADJECTIVE))
        return self->tags[at - 1];
      return has_finite_anywhere (self, at) ? CUT_TAG_FINITE : CUT_TAG_PARTICIPLE;
    case CUT_TAG_SUBORDINATOR:
    case CUT_TAG_OBJECT:
    case CUT_TAG_FINITE:
    case CUT_TAG_BASE:
    case CUT_TAG_GERUND:
    case CUT_TAG_PARTICIPLE:
      return CUT_TAG_PARTICIPLE;
    case CUT_TAG_SIGN:
      if (at == i || i == self->start)
        return CUT_TAG_PARTICIPLE;
      if (is (self, next, BIT (CUT_CLASS_AGENT) | BIT (CUT_CLASS_PREPOSITION) | BIT (CUT_CLASS_WEEKDAY)))
        return get (self, i)->entry->verb != NULL && get (self, i)->entry->verb->frames[0] == 'q' ? CUT_TAG_FINITE : CUT_TAG_PARTICIPLE;
      return CUT_TAG_FINITE;
    default:
      return CUT_TAG_FINITE;
    }
}

static gboolean
is_plural_noun (const Tagger *self,
                guint         i)
{
  const CutProse *token = get (self, i);

  if (cut_entry_is (token->entry, BIT (CUT_CLASS_PLURAL)))
    return TRUE;
  return token->length > 3 && self->tokens->text[token->at + token->length - 1] == 's' && self->tokens->text[token->at + token->length - 2] != 's';
}

/* Whether a verb that needs a subject comes in what is left of the clause. */
static gboolean
has_finite_ahead (const Tagger *self,
                  guint         i)
{
  for (; i < self->end; i++)
    {
      const CutProse *token = get (self, i);

      if (token->kind == CUT_PROSE_OPEN || token->kind == CUT_PROSE_CLOSE || (token->kind == CUT_PROSE_SIGN && token->sign != '$' && token->sign != '%'))
        return FALSE;
      if (is (self, i, BIT (CUT_CLASS_THAT) | BIT (CUT_CLASS_RELATIVE) | BIT (CUT_CLASS_SUBORDINATOR) | BIT (CUT_CLASS_TO)))
        return FALSE;
      if (is_auxiliary (self, i))
        return TRUE;
      if (has_form (self, i, CUT_FORM_PAST | CUT_FORM_PRESENT) && !is (self, i, BIT (CUT_CLASS_NOUN)) && token->entry->noun == NULL)
        return TRUE;
    }
  return FALSE;
}

/* Words that are nouns and verbs: "claims", "plan". */
static CutTag
tag_ambiguous (const Tagger *self,
               guint         i,
               gboolean      present)
{
  guint at;
  CutTag before = get_before (self, i, &at);
  guint next = skip_adverbs (self, i + 1);
  gboolean object = opens_noun_phrase (self, next) || is (self, next, BIT (CUT_CLASS_THAT) | BIT (CUT_CLASS_QUESTION))
                    || (next < self->end && get (self, next)->kind == CUT_PROSE_OPEN);

  switch ((int) before)
    {
    case CUT_TAG_PRONOUN:
    case CUT_TAG_RELATIVE:
    case CUT_TAG_QUESTION:
      return CUT_TAG_FINITE;
    case CUT_TAG_NAME:
      if (present)
        return object || is (self, next, BIT (CUT_CLASS_TO)) || !has_finite (self, at) ? CUT_TAG_FINITE : CUT_TAG_NOUN;
      return is_plural_noun (self, at) && !has_finite (self, at) && !has_finite_ahead (self, i + 1) && i + 1 < self->end ? CUT_TAG_FINITE : CUT_TAG_NOUN;
    case CUT_TAG_GERUND:
      return present && object ? CUT_TAG_FINITE : CUT_TAG_NOUN;
    case CUT_TAG_NOUN:
      if (has_finite (self, at))
        return CUT_TAG_NOUN;
      if (!self->headline && i + 1 < self->end && get (self, i + 1)->kind == CUT_PROSE_WORD && present != is_plural_noun (self, at) && !has_finite_ahead (self, i + 1))
        return CUT_TAG_FINITE;
      if (present)
        return object || is (self, next, BIT (CUT_CLASS_TO)) ? CUT_TAG_FINITE : CUT_TAG_NOUN;
      return is_plural_noun (self, at) && (object || is (self, next, BIT (CUT_CLASS_TO) | BIT (CUT_CLASS_PREPOSITION))) ? CUT_TAG_FINITE : CUT_TAG_NOUN;
    case CUT_TAG_COORDINATOR:
      if (at > self->start && (self->tags[at - 1] == CUT_TAG_BASE || (self->tags[at - 1] == CUT_TAG_FINITE && object)))
        return self->tags[at - 1];
      return object && has_finite_anywhere (self, at) ? CUT_TAG_FINITE : CUT_TAG_NOUN;
    case CUT_TAG_SIGN:
      return present && object && i > self->start && has_finite_anywhere (self, at) ? CUT_TAG_FINITE : CUT_TAG_NOUN;
    default:
      return CUT_TAG_NOUN;
    }
}

static CutTag
tag_base (const Tagger *self,
          guint         i)
{
  guint at;
  CutTag before = get_before (self, i, &at);

  /* An infinitive stands at the end of its clause, a verb in the plural has the same form. */
  if (self->verb_second)
    return before == CUT_TAG_TO || has_finite (self, i) ? CUT_TAG_BASE : CUT_TAG_FINITE;
  switch ((int) before)
    {
    case CUT_TAG_TO:
    case CUT_TAG_MODAL:
    case CUT_TAG_DO:
      return CUT_TAG_BASE;
    case CUT_TAG_COORDINATOR:
      return at > self->start && has_finite_anywhere (self, at) ? CUT_TAG_BASE : CUT_TAG_FINITE;
    case CUT_TAG_PRONOUN:
    case CUT_TAG_RELATIVE:
    case CUT_TAG_QUESTION:
      return CUT_TAG_FINITE;
    case CUT_TAG_NOUN:
      return is_plural_noun (self, at) && !has_finite (self, at) ? CUT_TAG_FINITE : CUT_TAG_BASE;
    case CUT_TAG_NAME:
      return has_finite (self, at) ? CUT_TAG_BASE : CUT_TAG_FINITE;
    case CUT_TAG_NUMBER:
      return has_finite (self, at) ? CUT_TAG_BASE : CUT_TAG_FINITE;
    case CUT_TAG_DETERMINER:
      return is (self, at, BIT (CUT_CLASS_SUBJECT)) ? CUT_TAG_FINITE : CUT_TAG_NOUN;
    case CUT_TAG_ADJECTIVE:
    case CUT_TAG_OWNER:
      return CUT_TAG_NOUN;
    case CUT_TAG_PREPOSITION:
      return CUT_TAG_NOUN;
    default:
      return CUT_TAG_BASE;
    }
}

static CutTag
tag_gerund (const Tagger *self,
            guint         i)
{
  guint at;
  CutTag before = get_before (self, i, &at);

  if (before == CUT_TAG_DETERMINER || before == CUT_TAG_ADJECTIVE || before == CUT_TAG_OWNER)
    return CUT_TAG_NOUN;
  return CUT_TAG_GERUND;
}

/* A subject may have stood before an inverted auxiliary: "did he say". */
static gboolean
is_after_inversion (const Tagger *self,
                    guint         i)
{
  for (guint back = 1; back <= 3 && i >= self->start + back; back++)
    {
      CutTag tag = self->tags[i - back];

      if (tag == CUT_TAG_DO || tag == CUT_TAG_MODAL)
        return back > 1;
      if (tag != CUT_TAG_PRONOUN && tag != CUT_TAG_NAME && tag != CUT_TAG_NEGATION && tag != CUT_TAG_ADVERB)
        return FALSE;
    }
  return FALSE;
}

static CutTag
tag_verb (const Tagger *self,
          guint         i)
{
  const CutEntry *entry = get (self, i)->entry;
  guint at;
  CutTag before = get_before (self, i, &at);
  gboolean noun = (entry->classes & BIT (CUT_CLASS_NOUN)) != 0 || entry->noun != NULL;

  if ((entry->classes & BIT (CUT_CLASS_ADJECTIVE)) != 0 && before != CUT_TAG_TO && before != CUT_TAG_MODAL && before != CUT_TAG_DO && before != CUT_TAG_PRONOUN)
    return CUT_TAG_ADJECTIVE;

  if ((entry->forms & CUT_FORM_BASE) != 0 && (before == CUT_TAG_TO || before == CUT_TAG_MODAL || before == CUT_TAG_DO || is_after_inversion (self, i)))
    return CUT_TAG_BASE;
  if ((entry->forms & CUT_FORM_GERUND) != 0)
    return tag_gerund (self, i);
  /* "bestätigt": the finite verb, unless the clause has one. */
  if (self->verb_second && (entry->forms & CUT_FORM_PARTICIPLE) != 0 && (entry->forms & (CUT_FORM_PRESENT | CUT_FORM_PAST)) != 0)
    return has_finite (self, i) ? CUT_TAG_PARTICIPLE : CUT_TAG_FINITE;
  if ((entry->forms & (CUT_FORM_PAST | CUT_FORM_PARTICIPLE)) == (CUT_FORM_PAST | CUT_FORM_PARTICIPLE))
    return tag_past (self, i);
  if ((entry->forms & CUT_FORM_PAST) != 0)
    return CUT_TAG_FINITE;
  if ((entry->forms & CUT_FORM_PARTICIPLE) != 0)
    return before == CUT_TAG_DETERMINER || before == CUT_TAG_PREPOSITION ? CUT_TAG_ADJECTIVE : CUT_TAG_PARTICIPLE;
  if ((entry->forms & CUT_FORM_PRESENT) != 0)
    return noun ? tag_ambiguous (self, i, TRUE) : CUT_TAG_FINITE;
  return noun ? tag_ambiguous (self, i, FALSE) : tag_base (self, i);
}

static CutTag
tag_that (const Tagger *self,
          guint         i)
{
  guint at;
  CutTag before = get_before (self, i, &at);
  guint next = i + 1;

  if (self->verb_second)
    return CUT_TAG_THAT;
  if (is_auxiliary (self, next) && (before == CUT_TAG_SIGN || before == CUT_TAG_COORDINATOR || before == CUT_TAG_THAT || before == CUT_TAG_QUOTE))
    return CUT_TAG_PRONOUN;
  if (before == CUT_TAG_NOUN || before == CUT_TAG_NAME || before == CUT_TAG_PRONOUN)
    {
      guint verb = skip_adverbs (self, next);

      if (is (self, at, 0) || (get (self, at)->entry != NULL && get (self, at)->entry->noun != NULL && !is_auxiliary (self, verb)))
        return CUT_TAG_THAT;
      if (is_auxiliary (self, verb) || (has_form (self, verb, CUT_FORM_PRESENT | CUT_FORM_PAST) && !opens_noun_phrase (self, verb)))
        return CUT_TAG_RELATIVE;
      return CUT_TAG_THAT;
    }
  if (before == CUT_TAG_PREPOSITION)
    return CUT_TAG_DETERMINER;
  if ((before == CUT_TAG_SIGN || before == CUT_TAG_QUOTE || before == CUT_TAG_SUBORDINATOR || before == CUT_TAG_COORDINATOR) && !opens_noun_phrase (self, next)
      && next < self->end && get (self, next)->kind == CUT_PROSE_WORD && (has_form (self, next, CUT_FORM_PRESENT | CUT_FORM_PAST)))
    return CUT_TAG_PRONOUN;
  if (i == self->start)
    return opens_noun_phrase (self, next) ? CUT_TAG_THAT : CUT_TAG_DETERMINER;
  if (next >= self->end || (get (self, next)->kind == CUT_PROSE_SIGN && get (self, next)->sign != ',' && get (self, next)->sign != '$'))
    return CUT_TAG_PRONOUN;
  return CUT_TAG_THAT;
}

static CutTag
tag_to (const Tagger *self,
        guint         i)
{
  guint next = skip_adverbs (self, i + 1);

  if (is_capital (self, next) && !self->headline)
    return CUT_TAG_PREPOSITION;
  if (i > self->start && self->tags[i - 1] == CUT_TAG_PREPOSITION)
    return CUT_TAG_PREPOSITION;
  /* A verb that no list has: "vowed to boycott the shop". */
  if (next < self->end && get (self, next)->entry == NULL && get (self, next)->kind == CUT_PROSE_WORD
      && is (self, next + 1, BIT (CUT_CLASS_ARTICLE) | BIT (CUT_CLASS_POSSESSIVE) | BIT (CUT_CLASS_OBJECT)))
    return CUT_TAG_TO;
  if (is (self, next, BIT (CUT_CLASS_BE) | BIT (CUT_CLASS_HAVE) | BIT (CUT_CLASS_DO)))
    return CUT_TAG_TO;
  if (!has_form (self, next, CUT_FORM_BASE) || opens_noun_phrase (self, next))
    return CUT_TAG_PREPOSITION;
  return CUT_TAG_TO;
}

/* 's is an owner's, or "is" and "has". */
static CutTag
tag_s (const Tagger *self,
       guint         i)
{
  guint next = skip_adverbs (self, i + 1);
  CutTag before = i > self->start ? (CutTag) self->tags[i - 1] : CUT_TAG_SIGN;

  if (before != CUT_TAG_NOUN && before != CUT_TAG_NAME && before != CUT_TAG_TIME && before != CUT_TAG_NUMBER && before != CUT_TAG_ADJECTIVE)
    return CUT_TAG_BE;
  if (next > i + 1 && !is (self, i + 1, BIT (CUT_CLASS_ADVERB)))
    return CUT_TAG_BE;
  return is (self, next, BIT (CUT_CLASS_ARTICLE) | BIT (CUT_CLASS_NEGATION)) ? CUT_TAG_BE : CUT_TAG_OWNER;
}

static CutTag
tag_clitic (const Tagger *self,
            guint         i)
{
  const CutEntry *entry = get (self, i)->entry;

  if (cut_entry_is (entry, BIT (CUT_CLASS_NEGATION)))
    return CUT_TAG_NEGATION;
  if (cut_entry_is (entry, BIT (CUT_CLASS_MODAL)))
    return CUT_TAG_MODAL;
  if (cut_entry_is (entry, BIT (CUT_CLASS_HAVE)) && !cut_entry_is (entry, BIT (CUT_CLASS_BE)))
    return CUT_TAG_HAVE;
  return get (self, i)->length > 1 && cut_entry_is (entry, BIT (CUT_CLASS_BE)) && cut_entry_is (entry, BIT (CUT_CLASS_HAVE)) ? tag_s (self, i)
         : cut_entry_is (entry, BIT (CUT_CLASS_BE))                                                                     ? CUT_TAG_BE
                                                                                                                        : CUT_TAG_OWNER;
}

/* "her plan", "asked her". */
static CutTag
tag_her (const Tagger *self,
         guint         i)
{
  guint next = i + 1;

  if (next >= self->end || get (self, next)->kind == CUT_PROSE_SIGN)
    return CUT_TAG_OBJECT;
  if (is (self, next, BIT (CUT_CLASS_PREPOSITION) | BIT (CUT_CLASS_TO) | BIT (CUT_CLASS_THAT) | BIT (CUT_CLASS_ARTICLE) | BIT (CUT_CLASS_COORDINATOR)
                        | BIT (CUT_CLASS_POSSESSIVE) | BIT (CUT_CLASS_QUESTION) | BIT (CUT_CLASS_SUBORDINATOR) | BIT (CUT_CLASS_WEEKDAY) | BIT (CUT_CLASS_OBJECT)))
    return CUT_TAG_OBJECT;
  return CUT_TAG_DETERMINER;
}

static CutTag
tag_question (const Tagger *self,
              guint         i)
{
  const CutEntry *entry = get (self, i)->entry;
  guint at;
  CutTag before = get_before (self, i, &at);

  if (cut_entry_is (entry, BIT (CUT_CLASS_RELATIVE)))
    return before == CUT_TAG_NOUN || before == CUT_TAG_NAME || before == CUT_TAG_SIGN || before == CUT_TAG_PREPOSITION || before == CUT_TAG_OBJECT
                   || before == CUT_TAG_PRONOUN || before == CUT_TAG_DETERMINER || before == CUT_TAG_NUMBER || before == CUT_TAG_COORDINATOR
               ? CUT_TAG_RELATIVE
               : CUT_TAG_QUESTION;
  return cut_entry_is (entry, BIT (CUT_CLASS_SUBORDINATOR)) ? CUT_TAG_SUBORDINATOR : CUT_TAG_QUESTION;
}

static CutTag
tag_determiner (const Tagger *self,
                guint         i)
{
  guint next = i + 1;

  if (!is (self, i, BIT (CUT_CLASS_SUBJECT)))
    return CUT_TAG_DETERMINER;
  next = skip_adverbs (self, next);
  if (is_auxiliary (self, next) || (has_form (self, next, CUT_FORM_PAST | CUT_FORM_PRESENT) && !is (self, next, BIT (CUT_CLASS_NOUN)))
      || (has_form (self, next, CUT_FORM_BASE) && get (self, next)->entry->verb != NULL && !is (self, next, BIT (CUT_CLASS_NOUN) | BIT (CUT_CLASS_ADJECTIVE))))
    return CUT_TAG_PRONOUN;
  return CUT_TAG_DETERMINER;
}

static gboolean
looks_like_name (const Tagger *self,
                 guint         i)
{
  const CutEntry *entry = get (self, i)->entry;
  const guint64 plain = BIT (CUT_CLASS_ARTICLE) | BIT (CUT_CLASS_SUBJECT) | BIT (CUT_CLASS_POSSESSIVE) | BIT (CUT_CLASS_PREPOSITION)
                        | BIT (CUT_CLASS_COORDINATOR) | BIT (CUT_CLASS_SUBORDINATOR) | BIT (CUT_CLASS_DETERMINER) | BIT (CUT_CLASS_WEEKDAY)
                        | BIT (CUT_CLASS_BE) | BIT (CUT_CLASS_DO) | BIT (CUT_CLASS_ADVERB) | BIT (CUT_CLASS_QUESTION) | BIT (CUT_CLASS_NEGATION);

  if (!is_capital (self, i))
    return FALSE;
  if (entry == NULL)
    return TRUE;
  if (self->headline)
    return (entry->classes & BIT (CUT_CLASS_TITLE)) != 0;
  if (!is_opening (self, i))
    return (entry->classes & plain) == 0;
  /* "Will Reed said": a name's first word that is something else too. */
  return (entry->classes & plain) == 0 && (entry->forms & CUT_FORM_GERUND) == 0 && is_capital (self, i + 1)
         && (get (self, i + 1)->entry == NULL || (get (self, i + 1)->entry->classes & BIT (CUT_CLASS_TITLE)) != 0)
         && ((entry->classes & (BIT (CUT_CLASS_TITLE) | BIT (CUT_CLASS_MODAL) | BIT (CUT_CLASS_NOUN))) != 0 || (entry->forms & CUT_FORM_BASE) != 0);
}

static CutTag
tag_word (const Tagger *self,
          guint         i)
{
  const CutEntry *entry = get (self, i)->entry;
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
    return tag_verb (self, i);
  return (classes & BIT (CUT_CLASS_ADJECTIVE)) != 0 ? CUT_TAG_ADJECTIVE : CUT_TAG_NOUN;
}

static CutTag
tag_one (const Tagger *self,
         guint         i)
{
  switch ((int) get (self, i)->kind)
    {
    case CUT_PROSE_SIGN:
      return get (self, i)->sign == '$' || get (self, i)->sign == '%' ? CUT_TAG_NUMBER : CUT_TAG_SIGN;
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
is_headline (const Tagger *self)
{
  guint capitals = 0;
  guint words = 0;

  if (self->end - self->start > HEADLINE_TOKENS || (get (self, self->start)->flags & CUT_PROSE_PARAGRAPH) == 0
      || (self->end < self->tokens->n && (get (self, self->end)->flags & CUT_PROSE_PARAGRAPH) == 0))
    return FALSE;
  for (guint i = self->start; i < self->end; i++)
    if (get (self, i)->kind == CUT_PROSE_WORD && get (self, i)->length > 3)
      {
        words++;
        capitals += is_capital (self, i);
      }
  return words >= 3 && capitals * 10 >= words * 8;
}

guint8 *
cut_tags_new (const CutTokens *tokens)
{
  guint8 *tags = g_new0 (guint8, MAX (tokens->n, 1));

  for (guint s = 0; s < tokens->n_sentences; s++)
    {
      Tagger self = { tokens, tags, cut_language_is_verb_second (tokens->language), tokens->sentences[s], tokens->sentences[s + 1], FALSE };

      self.headline = is_headline (&self);
      for (guint i = self.start; i < self.end; i++)
        tags[i] = (guint8) tag_one (&self, i);
    }
  return tags;
}
