/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-tagger.h"

#define BIT CUT_CLASS_BIT
#define MAX_REDUCED 8 /* tokens of "briefed on the plan" */

static gboolean
is_report (const CutTagger *self,
           guint            i)
{
  const CutEntry *entry = cut_tagger_get (self, i)->entry;

  return entry != NULL && entry->verb != NULL && entry->verb->frames[0] == 'q';
}

/* "Reed, who came late, |sat|": behind the comma of a relative clause comes the main verb. */
static gboolean
closes_relative (const CutTagger *self,
                 guint            comma)
{
  if (cut_tagger_get (self, comma)->sign != ',')
    return FALSE;
  for (guint at = comma; at > self->start; at--)
    if (cut_tagger_get (self, at - 1)->sign == ',')
      return self->tags[at] == CUT_TAG_RELATIVE && !cut_tagger_has_finite (self, comma);
  return FALSE;
}

/* "those surveyed said", "people briefed on the plan said": a report's verb comes so soon that this one is no finite. */
static gboolean
yields_to_report (const CutTagger *self,
                  guint            i)
{
  const CutCue *verb = cut_tagger_get (self, i)->entry->verb;

  if (verb != NULL && verb->frames[0] == 'q')
    return FALSE;
  for (guint at = i + 1; at < self->end && at < i + MAX_REDUCED; at++)
    {
      const CutProse *token = cut_tagger_get (self, at);

      if (token->kind == CUT_PROSE_SIGN || token->kind == CUT_PROSE_OPEN || token->kind == CUT_PROSE_CLOSE)
        return FALSE;
      if (token->entry == NULL || token->entry->forms == 0 || cut_tagger_is (self, at, BIT (CUT_CLASS_NOUN)))
        {
          if (cut_tagger_is (self, at, BIT (CUT_CLASS_THAT) | BIT (CUT_CLASS_TO) | BIT (CUT_CLASS_SUBJECT) | BIT (CUT_CLASS_OBJECT) | BIT (CUT_CLASS_COORDINATOR)))
            return FALSE;
          continue;
        }
      return token->entry->verb != NULL && token->entry->verb->frames[0] == 'q' && (token->entry->forms & (CUT_FORM_PAST | CUT_FORM_PRESENT | CUT_FORM_BASE)) != 0
             && (at == i + 1 || cut_tagger_is (self, i + 1, BIT (CUT_CLASS_PREPOSITION)));
    }
  return FALSE;
}

/* "past" or "participle" for words that are both. */
static CutTag
tag_past (const CutTagger *self,
          guint            i)
{
  guint at;
  CutTag before = cut_tagger_get_before (self, i, &at);
  guint next = cut_tagger_skip_adverbs (self, i + 1);

  switch ((int) before)
    {
    case CUT_TAG_HAVE:
    case CUT_TAG_BE:
      return CUT_TAG_PARTICIPLE;
    case CUT_TAG_NUMBER:
      if (cut_tagger_get (self, i)->entry->verb != NULL && cut_tagger_get (self, i)->entry->verb->frames[0] == 'q' && !cut_tagger_has_finite (self, at))
        return CUT_TAG_FINITE;
      return CUT_TAG_ADJECTIVE;
    case CUT_TAG_DETERMINER:
    case CUT_TAG_OWNER:
    case CUT_TAG_ADJECTIVE:
      return at + 1 == i && !cut_tagger_is (self, at, BIT (CUT_CLASS_SUBJECT)) ? CUT_TAG_ADJECTIVE : CUT_TAG_FINITE;
    case CUT_TAG_PREPOSITION:
      return cut_tagger_is (self, next, BIT (CUT_CLASS_AGENT)) ? CUT_TAG_PARTICIPLE : CUT_TAG_ADJECTIVE;
    case CUT_TAG_PRONOUN:
      return yields_to_report (self, i) ? CUT_TAG_PARTICIPLE : CUT_TAG_FINITE;
    case CUT_TAG_RELATIVE:
    case CUT_TAG_QUESTION:
      return CUT_TAG_FINITE;
    case CUT_TAG_NOUN:
    case CUT_TAG_NAME:
    case CUT_TAG_TIME:
      if (cut_tagger_is (self, next, BIT (CUT_CLASS_AGENT)) || yields_to_report (self, i))
        return CUT_TAG_PARTICIPLE;
      return cut_tagger_has_finite (self, at) ? CUT_TAG_PARTICIPLE : CUT_TAG_FINITE;
    case CUT_TAG_COORDINATOR:
      if (at > self->start && (self->tags[at - 1] == CUT_TAG_PARTICIPLE || self->tags[at - 1] == CUT_TAG_ADJECTIVE))
        return self->tags[at - 1];
      return cut_tagger_has_finite_anywhere (self, at) ? CUT_TAG_FINITE : CUT_TAG_PARTICIPLE;
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
      if (closes_relative (self, at))
        return CUT_TAG_FINITE;
      if (cut_tagger_is (self, next, BIT (CUT_CLASS_AGENT) | BIT (CUT_CLASS_PREPOSITION) | BIT (CUT_CLASS_WEEKDAY)))
        return cut_tagger_get (self, i)->entry->verb != NULL && cut_tagger_get (self, i)->entry->verb->frames[0] == 'q' ? CUT_TAG_FINITE : CUT_TAG_PARTICIPLE;
      return CUT_TAG_FINITE;
    default:
      return CUT_TAG_FINITE;
    }
}

/* Words that are nouns and verbs: "claims", "plan". */
static CutTag
tag_ambiguous (const CutTagger *self,
               guint            i,
               gboolean         present)
{
  guint at;
  CutTag before = cut_tagger_get_before (self, i, &at);
  guint next = cut_tagger_skip_adverbs (self, i + 1);
  gboolean object = cut_tagger_opens_noun_phrase (self, next) || cut_tagger_is (self, next, BIT (CUT_CLASS_THAT) | BIT (CUT_CLASS_QUESTION))
                    || (next < self->end && cut_tagger_get (self, next)->kind == CUT_PROSE_OPEN);

  switch ((int) before)
    {
    case CUT_TAG_PRONOUN:
    case CUT_TAG_RELATIVE:
    case CUT_TAG_QUESTION:
      return CUT_TAG_FINITE;
    case CUT_TAG_NAME:
      if (present)
        return object || cut_tagger_is (self, next, BIT (CUT_CLASS_TO)) || !cut_tagger_has_finite (self, at) ? CUT_TAG_FINITE : CUT_TAG_NOUN;
      return cut_tagger_is_plural_noun (self, at) && !cut_tagger_has_finite (self, at) && !cut_tagger_has_finite_ahead (self, i + 1) && i + 1 < self->end ? CUT_TAG_FINITE : CUT_TAG_NOUN;
    case CUT_TAG_GERUND:
      return present && object ? CUT_TAG_FINITE : CUT_TAG_NOUN;
    case CUT_TAG_NOUN:
      if (cut_tagger_has_finite (self, at))
        return CUT_TAG_NOUN;
      if (!self->headline && i + 1 < self->end && cut_tagger_get (self, i + 1)->kind == CUT_PROSE_WORD && present != cut_tagger_is_plural_noun (self, at) && !cut_tagger_has_finite_ahead (self, i + 1))
        return CUT_TAG_FINITE;
      if (present)
        return object || cut_tagger_is (self, next, BIT (CUT_CLASS_TO)) ? CUT_TAG_FINITE : CUT_TAG_NOUN;
      return cut_tagger_is_plural_noun (self, at) && (object || cut_tagger_is (self, next, BIT (CUT_CLASS_TO) | BIT (CUT_CLASS_PREPOSITION))) ? CUT_TAG_FINITE : CUT_TAG_NOUN;
    case CUT_TAG_COORDINATOR:
      if (at > self->start && (self->tags[at - 1] == CUT_TAG_BASE || (self->tags[at - 1] == CUT_TAG_FINITE && object)))
        return self->tags[at - 1];
      return object && cut_tagger_has_finite_anywhere (self, at) ? CUT_TAG_FINITE : CUT_TAG_NOUN;
    case CUT_TAG_SIGN:
      return present && object && i > self->start && cut_tagger_has_finite_anywhere (self, at) ? CUT_TAG_FINITE : CUT_TAG_NOUN;
    default:
      return CUT_TAG_NOUN;
    }
}

static CutTag
tag_base (const CutTagger *self,
          guint            i)
{
  guint at;
  CutTag before = cut_tagger_get_before (self, i, &at);

  /* An infinitive stands at the end of its clause, a verb in the plural has the same form. */
  if (self->verb_second)
    return before == CUT_TAG_TO || cut_tagger_has_finite (self, i) ? CUT_TAG_BASE : CUT_TAG_FINITE;
  switch ((int) before)
    {
    case CUT_TAG_TO:
    case CUT_TAG_MODAL:
    case CUT_TAG_DO:
      return CUT_TAG_BASE;
    case CUT_TAG_COORDINATOR:
      return at > self->start && cut_tagger_has_finite_anywhere (self, at) ? CUT_TAG_BASE : CUT_TAG_FINITE;
    case CUT_TAG_PRONOUN:
    case CUT_TAG_RELATIVE:
    case CUT_TAG_QUESTION:
      return CUT_TAG_FINITE;
    case CUT_TAG_NOUN:
      /* "supporters of the plan say" */
      return (cut_tagger_is_plural_noun (self, at) || is_report (self, i)) && !cut_tagger_has_finite (self, at) ? CUT_TAG_FINITE : CUT_TAG_BASE;
    case CUT_TAG_NAME:
      return cut_tagger_has_finite (self, at) ? CUT_TAG_BASE : CUT_TAG_FINITE;
    case CUT_TAG_NUMBER:
      return cut_tagger_has_finite (self, at) ? CUT_TAG_BASE : CUT_TAG_FINITE;
    case CUT_TAG_DETERMINER:
      return cut_tagger_is (self, at, BIT (CUT_CLASS_SUBJECT)) ? CUT_TAG_FINITE : CUT_TAG_NOUN;
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
tag_gerund (const CutTagger *self,
            guint            i)
{
  guint at;
  CutTag before = cut_tagger_get_before (self, i, &at);

  if (before == CUT_TAG_DETERMINER || before == CUT_TAG_ADJECTIVE || before == CUT_TAG_OWNER)
    return CUT_TAG_NOUN;
  return CUT_TAG_GERUND;
}

/* A subject may have stood before an inverted auxiliary: "did he say". */
static gboolean
is_after_inversion (const CutTagger *self,
                    guint            i)
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

CutTag
cut_tagger_tag_verb (const CutTagger *self,
                     guint            i)
{
  const CutEntry *entry = cut_tagger_get (self, i)->entry;
  guint at;
  CutTag before = cut_tagger_get_before (self, i, &at);
  gboolean noun = (entry->classes & BIT (CUT_CLASS_NOUN)) != 0 || entry->noun != NULL;

  if ((entry->classes & BIT (CUT_CLASS_ADJECTIVE)) != 0 && before != CUT_TAG_TO && before != CUT_TAG_MODAL && before != CUT_TAG_DO && before != CUT_TAG_PRONOUN)
    return CUT_TAG_ADJECTIVE;

  if ((entry->forms & CUT_FORM_BASE) != 0 && (before == CUT_TAG_TO || before == CUT_TAG_MODAL || before == CUT_TAG_DO || is_after_inversion (self, i)))
    return CUT_TAG_BASE;
  if ((entry->forms & CUT_FORM_GERUND) != 0)
    return tag_gerund (self, i);
  /* "bestätigt": the finite verb, unless the clause has one. */
  if (self->verb_second && (entry->forms & CUT_FORM_PARTICIPLE) != 0 && (entry->forms & (CUT_FORM_PRESENT | CUT_FORM_PAST)) != 0)
    return cut_tagger_has_finite (self, i) ? CUT_TAG_PARTICIPLE : CUT_TAG_FINITE;
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
