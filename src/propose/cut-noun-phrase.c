/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-noun-phrase.h"

#define BIT CUT_CLASS_BIT
#define MAX_DEPTH 4          /* insertions within insertions; deeper ones are no prose */
#define MAX_QUOTED_WORDS 8   /* a quoted name within a phrase */
#define MAX_PHRASE 60        /* tokens looked over for one phrase */

static gboolean
is_nominal (CutTag tag)
{
  return tag == CUT_TAG_NUMBER || tag == CUT_TAG_NOUN || tag == CUT_TAG_NAME || tag == CUT_TAG_ADJECTIVE || tag == CUT_TAG_DETERMINER || tag == CUT_TAG_OWNER;
}

static gboolean
is_pronoun (CutTag tag)
{
  return tag == CUT_TAG_PRONOUN || tag == CUT_TAG_OBJECT;
}

gboolean
cut_noun_phrase_begins (const CutParsed *parsed,
                        guint            i)
{
  CutTag tag = cut_parsed_tag (parsed, i);

  if (i >= parsed->tokens->n)
    return FALSE;
  if (tag == CUT_TAG_ADVERB || tag == CUT_TAG_NEGATION)
    return is_nominal (cut_parsed_tag (parsed, i + 1)) && cut_parsed_tag (parsed, i + 1) != CUT_TAG_OWNER;
  /* "retired judge Ann Reed" */
  if (tag == CUT_TAG_PARTICIPLE)
    return cut_parsed_tag (parsed, i + 1) == CUT_TAG_NOUN || cut_parsed_tag (parsed, i + 1) == CUT_TAG_NAME;
  return (is_nominal (tag) && tag != CUT_TAG_OWNER) || is_pronoun (tag);
}

/* Determiners, adjectives, nouns, names and owners, as far as they go. */
static guint
skip_core (const CutParsed *parsed,
           guint            i,
           guint            end)
{
  guint from = i;

  if (i < end && is_pronoun (cut_parsed_tag (parsed, i)))
    return i + 1;
  while (i < end)
    {
      CutTag tag = cut_parsed_tag (parsed, i);

      if (i == from && tag == CUT_TAG_PARTICIPLE)
        i++;
      else if (is_nominal (tag))
        {
          if (i > from && tag == CUT_TAG_DETERMINER && cut_parsed_tag (parsed, i - 1) != CUT_TAG_DETERMINER)
            break;
          i++;
        }
      else if ((tag == CUT_TAG_ADVERB || tag == CUT_TAG_NEGATION) && i + 1 < end
               && (cut_parsed_tag (parsed, i + 1) == CUT_TAG_ADJECTIVE || (i > from && is_nominal (cut_parsed_tag (parsed, i + 1)) && cut_parsed_tag (parsed, i - 1) == CUT_TAG_DETERMINER)
                   || (i == from && is_nominal (cut_parsed_tag (parsed, i + 1)))))
        i++;
      else if (cut_parsed_opens (parsed, i) && parsed->mates[i] != CUT_NO_TOKEN && parsed->mates[i] < end && parsed->mates[i] - i <= MAX_QUOTED_WORDS && i > from)
        i = parsed->mates[i] + 1;
      else if (cut_parsed_sign (parsed, i) == '/' && i > from && is_nominal (cut_parsed_tag (parsed, i + 1)))
        i++;
      else
        break;
    }
  return i;
}

static guint
skip_parenthesis (const CutParsed *parsed,
                  guint            i,
                  guint            end)
{
  guint close = i + 1;

  if (i >= end || (cut_parsed_sign (parsed, i) != '(' && cut_parsed_sign (parsed, i) != '['))
    return i;
  while (close < end && close < i + MAX_PHRASE && cut_parsed_sign (parsed, close) != ')' && cut_parsed_sign (parsed, close) != ']')
    close++;
  return close < end && close < i + MAX_PHRASE ? close + 1 : i;
}

/* ", the mayor of the town," or before a full stop; not an item of a list. */
static guint
skip_apposition (const CutParsed *parsed,
                 guint            i,
                 guint            end)
{
  guint behind;

  if (i >= end || cut_parsed_sign (parsed, i) != ',' || !cut_noun_phrase_begins (parsed, i + 1) || is_pronoun (cut_parsed_tag (parsed, i + 1)))
    return i;
  behind = cut_noun_phrase_after (parsed, i + 1, end, CUT_NOUN_PHRASE_FULL);
  if (behind > i + 1 && (behind >= end || cut_parsed_sign (parsed, behind) == ',' || cut_parsed_sign (parsed, behind) == '.'))
    return behind;
  return i;
}

guint
cut_noun_phrase_after (const CutParsed    *parsed,
                       guint               i,
                       guint               end,
                       CutNounPhraseFlags  flags)
{
  guint at;

  if (!cut_noun_phrase_begins (parsed, i))
    return i;
  end = MIN (end, i + MAX_PHRASE);
  at = skip_core (parsed, i, end);
  while (at > i && at < end)
    {
      CutTag tag = cut_parsed_tag (parsed, at);
      guint next = skip_parenthesis (parsed, at, end);

      if (next == at && tag == CUT_TAG_PREPOSITION && !is_pronoun (cut_parsed_tag (parsed, i))
          && (cut_parsed_is (parsed, at, BIT (CUT_CLASS_OF)) || (flags & CUT_NOUN_PHRASE_FULL) != 0))
        next = skip_core (parsed, at + 1, end) > at + 1 ? skip_core (parsed, at + 1, end) : at;
      /* A genitive: "Bericht des Amtes". */
      else if (next == at && tag == CUT_TAG_DETERMINER && cut_parsed_is (parsed, at, BIT (CUT_CLASS_OF)))
        next = skip_core (parsed, at, end);
      else if (next == at && tag == CUT_TAG_COORDINATOR && is_nominal (cut_parsed_tag (parsed, at + 1)) && cut_parsed_tag (parsed, at + 1) != CUT_TAG_OWNER)
        {
          next = skip_core (parsed, at + 1, end);
          /* "X said and Y replied": the second has a verb of its own. */
          if (next < end && cut_parsed_is_finite (parsed, next) && cut_parsed_has_finite (parsed, cut_parsed_get_sentence (parsed, i).start, i))
            next = at;
        }
      if (next == at)
        break;
      at = next;
    }
  if ((flags & CUT_NOUN_PHRASE_APPOSITION) != 0)
    at = skip_apposition (parsed, at, end);
  return at;
}

/* Takes a leading "in the morning", "On Tuesday" off. */
static guint
skip_leading_prepositional (const CutParsed *parsed,
                            CutRange         range)
{
  guint at = cut_noun_phrase_after (parsed, range.start + 1, range.end, CUT_NOUN_PHRASE_PLAIN);
  guint last;

  if (cut_parsed_tag (parsed, range.start + 1) == CUT_TAG_TIME)
    at = range.start + 2;
  if (at < range.end && at > range.start + 1)
    return at;
  /* "In Washington officials": the last noun phrase that can stand by itself. */
  for (last = range.end - 1; last > range.start; last--)
    if (cut_parsed_tag (parsed, last) == CUT_TAG_DETERMINER)
      return last;
  for (last = range.end - 1; last > range.start + 1; last--)
    if (cut_parsed_tag (parsed, last - 1) != cut_parsed_tag (parsed, range.end - 1))
      return last;
  return range.end - 1;
}

CutRange
cut_subject_trim (const CutParsed *parsed,
                  CutRange         range)
{
  for (guint turn = 0; range.start + 1 < range.end && turn < MAX_PHRASE; turn++)
    switch ((int) cut_parsed_tag (parsed, range.start))
      {
      case CUT_TAG_COORDINATOR:
      case CUT_TAG_SUBORDINATOR:
      case CUT_TAG_TIME:
      case CUT_TAG_ADVERB:
      case CUT_TAG_OWNER:
      case CUT_TAG_NEGATION:
      case CUT_TAG_SIGN:
        range.start++;
        break;
      case CUT_TAG_PREPOSITION:
        range.start = skip_leading_prepositional (parsed, range);
        break;
      default:
        return range;
      }
  return range;
}

static gboolean look_left (const CutParsed *parsed, guint end, guint start, guint depth, CutRange *subject);

static gboolean
goes_left (const CutParsed *parsed,
           guint            i)
{
  CutTag tag = cut_parsed_tag (parsed, i);

  if (is_nominal (tag) || tag == CUT_TAG_PREPOSITION || tag == CUT_TAG_COORDINATOR)
    return TRUE;
  if (tag == CUT_TAG_PRONOUN)
    return cut_parsed_tag (parsed, i + 1) == CUT_TAG_PREPOSITION;
  return tag == CUT_TAG_TIME || (tag == CUT_TAG_ADVERB && is_nominal (cut_parsed_tag (parsed, i + 1)));
}

/* "an official who spoke to discuss the plan said": the pronoun of a relative clause that goes on to @i without a comma. */
static guint
find_relative (const CutParsed *parsed,
               guint            i,
               guint            start)
{
  CutTag tag = cut_parsed_tag (parsed, i);

  if (tag != CUT_TAG_BASE && tag != CUT_TAG_FINITE && tag != CUT_TAG_PARTICIPLE && tag != CUT_TAG_GERUND)
    return CUT_NO_TOKEN;
  for (guint at = i; at > start && at + MAX_PHRASE / 3 > i; at--)
    {
      tag = cut_parsed_tag (parsed, at);
      if (tag == CUT_TAG_RELATIVE && is_nominal (cut_parsed_tag (parsed, at - 1)))
        return at;
      if (tag == CUT_TAG_SIGN || tag == CUT_TAG_QUOTE || tag == CUT_TAG_THAT || tag == CUT_TAG_SUBORDINATOR || tag == CUT_TAG_COORDINATOR)
        return CUT_NO_TOKEN;
    }
  return CUT_NO_TOKEN;
}

/* Everything of a noun phrase that ends before @end. */
static gboolean
collect_left (const CutParsed *parsed,
              guint            end,
              guint            start,
              guint            depth,
              CutRange        *subject)
{
  guint at = end;
  guint edge;
  guint relative;
  CutRange range;

  while (at > start && end - at < MAX_PHRASE)
    {
      if (goes_left (parsed, at - 1))
        at--;
      else if (cut_parsed_closes (parsed, at - 1) && parsed->mates[at - 1] != CUT_NO_TOKEN && parsed->mates[at - 1] > start
               && at - 1 - parsed->mates[at - 1] <= MAX_QUOTED_WORDS && at < end && cut_parsed_sign (parsed, at - 2) != ',')
        at = parsed->mates[at - 1];
      else if (cut_parsed_sign (parsed, at - 1) == '/' && at < end)
        at--;
      else
        break;
    }
  /* "a source speaking to the paper": over what is said of it. */
  edge = at;
  while (edge > start && cut_parsed_tag (parsed, edge - 1) == CUT_TAG_ADVERB)
    edge--;
  if (edge > start + 1 && (cut_parsed_tag (parsed, edge - 1) == CUT_TAG_GERUND || cut_parsed_tag (parsed, edge - 1) == CUT_TAG_PARTICIPLE) && depth < MAX_DEPTH
      && find_relative (parsed, edge - 1, start) == CUT_NO_TOKEN)
    {
      guint before = cut_parsed_sign (parsed, edge - 2) == ',' ? edge - 2 : edge - 1;

      if (look_left (parsed, before, start, depth + 1, subject))
        return TRUE;
    }
  relative = edge > start ? find_relative (parsed, edge - 1, start) : CUT_NO_TOKEN;
  if (relative != CUT_NO_TOKEN && depth < MAX_DEPTH && look_left (parsed, relative, start, depth + 1, subject))
    return TRUE;
  /* "In a statement, Ann Reed, the mayor, said": what stands before the name is no name. */
  if (depth > 0 && cut_parsed_tag (parsed, at) == CUT_TAG_PREPOSITION && cut_noun_phrase_after (parsed, at + 1, end, CUT_NOUN_PHRASE_FULL) == end)
    return FALSE;
  range = cut_subject_trim (parsed, (CutRange){ at, end });
  /* "Ann Reed, of Malmö, speaking today, said": what stands before one insertion may be another. */
  if (depth > 0 && depth < MAX_DEPTH && range.start > start + 1 && range.start == at && cut_parsed_sign (parsed, at - 1) == ',' && is_nominal (cut_parsed_tag (parsed, at - 2))
      && look_left (parsed, at - 1, start, depth + 1, subject))
    return TRUE;
  if (range.start >= range.end || cut_parsed_is (parsed, range.end - 1, BIT (CUT_CLASS_TIME)) || cut_parsed_tag (parsed, range.end - 1) == CUT_TAG_OWNER || cut_parsed_tag (parsed, range.start) == CUT_TAG_PREPOSITION)
    return FALSE;
  *subject = range;
  return TRUE;
}

static gboolean
is_dash_or_comma (gunichar sign)
{
  return sign == ',' || sign == 0x2014;
}

static gboolean
begins_insertion (const CutParsed *parsed,
                  guint            i)
{
  switch ((int) cut_parsed_tag (parsed, i))
    {
    case CUT_TAG_RELATIVE:
    case CUT_TAG_PREPOSITION:
    case CUT_TAG_DETERMINER:
    case CUT_TAG_NUMBER:
    case CUT_TAG_GERUND:
    case CUT_TAG_PARTICIPLE:
    case CUT_TAG_ADJECTIVE:
    case CUT_TAG_ADVERB:
    case CUT_TAG_SUBORDINATOR:
    case CUT_TAG_NAME:
    case CUT_TAG_NOUN:
    case CUT_TAG_TIME:
    case CUT_TAG_TO:
    case CUT_TAG_COORDINATOR:
      return TRUE;
    default:
      return FALSE;
    }
}

/* @end is behind the comma that closes an insertion. */
static gboolean
look_over_insertion (const CutParsed *parsed,
                     guint            end,
                     guint            start,
                     guint            depth,
                     CutRange        *subject)
{
  gunichar sign = cut_parsed_sign (parsed, end - 1);

  for (guint at = end - 1; at > start + 1; at--)
    if (cut_parsed_sign (parsed, at - 1) == sign)
      return begins_insertion (parsed, at) && !cut_parsed_closes (parsed, at - 2) && look_left (parsed, at - 1, start, depth + 1, subject);
    else if (parsed->inside[at - 1] != CUT_NO_TOKEN && parsed->inside[end - 1] == CUT_NO_TOKEN && cut_parsed_closes (parsed, at - 1))
      return FALSE;
  return FALSE;
}

static gboolean
look_over_parenthesis (const CutParsed *parsed,
                       guint            end,
                       guint            start,
                       guint            depth,
                       CutRange        *subject)
{
  for (guint at = end - 1; at > start; at--)
    if (cut_parsed_sign (parsed, at - 1) == '(' || cut_parsed_sign (parsed, at - 1) == '[')
      return look_left (parsed, at - 1, start, depth, subject);
  return FALSE;
}

/* "Reed on Tuesday |said|" */
static guint
skip_time_left (const CutParsed *parsed,
                guint            end,
                guint            start)
{
  while (end > start)
    {
      CutTag tag = cut_parsed_tag (parsed, end - 1);

      if (tag == CUT_TAG_ADVERB || tag == CUT_TAG_NEGATION || tag == CUT_TAG_TIME)
        end--;
      else if (tag == CUT_TAG_PREPOSITION && cut_parsed_tag (parsed, end) == CUT_TAG_TIME)
        end--;
      /* "last year" */
      else if (tag == CUT_TAG_NOUN && cut_parsed_is (parsed, end - 1, BIT (CUT_CLASS_TIME)) && end > start + 2
               && (cut_parsed_tag (parsed, end - 2) == CUT_TAG_ADJECTIVE || cut_parsed_tag (parsed, end - 2) == CUT_TAG_DETERMINER))
        end -= 2;
      else
        break;
    }
  return end;
}

static gboolean
look_left (const CutParsed *parsed,
           guint            end,
           guint            start,
           guint            depth,
           CutRange        *subject)
{
  end = skip_time_left (parsed, end, start);
  if (end <= start || depth > MAX_DEPTH)
    return FALSE;
  switch ((int) cut_parsed_tag (parsed, end - 1))
    {
    case CUT_TAG_PRONOUN:
      /* "Reed and Marten both" */
      if (cut_parsed_is (parsed, end - 1, BIT (CUT_CLASS_DETERMINER)) && end - 1 > start && is_nominal (cut_parsed_tag (parsed, end - 2)))
        return collect_left (parsed, end - 1, start, depth, subject);
      *subject = (CutRange){ end - 1, end };
      return TRUE;
    case CUT_TAG_RELATIVE:
      *subject = (CutRange){ end - 1, end };
      return TRUE;
    case CUT_TAG_NOUN:
    case CUT_TAG_NAME:
    case CUT_TAG_NUMBER:
    case CUT_TAG_ADJECTIVE:
    case CUT_TAG_DETERMINER:
      return collect_left (parsed, end, start, depth, subject);
    case CUT_TAG_QUESTION:
      if (!cut_parsed_is (parsed, end - 1, BIT (CUT_CLASS_RELATIVE)))
        return FALSE;
      *subject = (CutRange){ end - 1, end };
      return TRUE;
    case CUT_TAG_SIGN:
      if (is_dash_or_comma (cut_parsed_sign (parsed, end - 1)))
        return look_over_insertion (parsed, end, start, depth, subject);
      if (cut_parsed_sign (parsed, end - 1) == '.')
        return look_left (parsed, end - 1, start, depth + 1, subject);
      if (cut_parsed_sign (parsed, end - 1) == ')' || cut_parsed_sign (parsed, end - 1) == ']')
        return look_over_parenthesis (parsed, end, start, depth, subject);
      return FALSE;
    default:
      return FALSE;
    }
}

/* First token of the auxiliaries and adverbs before a finite verb. */
static guint
get_group_start (const CutParsed *parsed,
                 guint            verb,
                 guint            start)
{
  while (verb > start)
    {
      CutTag tag = cut_parsed_tag (parsed, verb - 1);

      if (tag != CUT_TAG_ADVERB && tag != CUT_TAG_NEGATION && (tag < CUT_TAG_MODAL || tag > CUT_TAG_DO))
        break;
      verb--;
    }
  return verb;
}

gboolean
cut_subject_before (const CutParsed *parsed,
                    guint            verb,
                    guint            start,
                    CutRange        *subject)
{
  CutTag tag;

  verb = skip_time_left (parsed, get_group_start (parsed, verb, start), start);
  if (verb <= start)
    return FALSE;
  tag = cut_parsed_tag (parsed, verb - 1);
  if (tag == CUT_TAG_COORDINATOR || (tag == CUT_TAG_SIGN && cut_parsed_sign (parsed, verb - 1) == ',' && FALSE))
    return cut_subject_of_clause (parsed, verb - 1, start, subject);
  return look_left (parsed, verb, start, 0, subject);
}

/* A verb that a clause without "that" may follow. */
static gboolean
takes_clause (const CutParsed *parsed,
              guint            i)
{
  const CutEntry *entry = cut_parsed_get (parsed, i)->entry;
  CutTag tag = cut_parsed_tag (parsed, i);

  if (entry == NULL || entry->verb == NULL || tag == CUT_TAG_NOUN || tag == CUT_TAG_NAME || tag == CUT_TAG_ADJECTIVE)
    return FALSE;
  for (const char *p = entry->verb->frames; *p != '\0' && *p != '/'; p++)
    if (*p == 'b')
      return TRUE;
  return FALSE;
}

/* Whether a verb's clause is subordinate: what opens it stands before its subject. */
static gboolean
is_subordinate (const CutParsed *parsed,
                guint            at,
                guint            start)
{
  if (at > start && takes_clause (parsed, at - 1))
    return TRUE;
  for (; at > start; at--)
    switch ((int) cut_parsed_tag (parsed, at - 1))
      {
      case CUT_TAG_RELATIVE:
            case CUT_TAG_QUESTION:
      case CUT_TAG_THAT:
        return TRUE;
      case CUT_TAG_SIGN:
      case CUT_TAG_QUOTE:
      case CUT_TAG_FINITE:
      case CUT_TAG_COORDINATOR:
        return FALSE;
      default:
        break;
      }
  return FALSE;
}

gboolean
cut_subject_of_clause (const CutParsed *parsed,
                       guint            i,
                       guint            start,
                       CutRange        *subject)
{
  CutRange second = { 0, 0 };

  for (guint at = i; at > start; at--)
    {
      guint group;

      if (!cut_parsed_is_finite (parsed, at - 1) || parsed->inside[at - 1] != parsed->inside[i])
        continue;
      group = get_group_start (parsed, at - 1, start);
      if (group == start || cut_parsed_tag (parsed, group - 1) == CUT_TAG_COORDINATOR || !look_left (parsed, group, start, 0, subject))
        {
          at = group + 1;
          continue;
        }
      if (!is_subordinate (parsed, subject->start, start) && cut_parsed_tag (parsed, subject->start) != CUT_TAG_RELATIVE)
        return TRUE;
      if (second.end == 0)
        second = *subject;
      at = group + 1;
    }
  *subject = second;
  return second.end > 0;
}
