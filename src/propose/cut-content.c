/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-content.h"

#include "cut-valency.h"
#include "cut-noun-phrase.h"

#define BIT CUT_CLASS_BIT

static const CutCue *
get_verb (const CutParsed *parsed,
          guint            i)
{
  const CutEntry *entry = i < parsed->tokens->n ? cut_parsed_get (parsed, i)->entry : NULL;

  return entry != NULL && entry->verb != NULL && entry->verb->frames[0] != '-' ? entry->verb : NULL;
}

/* A verb that reports, said of a sentence: not of a thing or an infinitive only. */
static gboolean
is_report (const CutParsed *parsed,
           guint            i)
{
  const CutCue *verb = get_verb (parsed, i);

  return verb != NULL && (cut_valency_has (verb, 'q') || cut_valency_has (verb, 't') || cut_valency_has (verb, 'b'));
}

static guint
skip_weak (const CutParsed *parsed,
           guint            i,
           guint            end)
{
  while (i < end)
    {
      CutTag tag = cut_parsed_tag (parsed, i);

      if (tag != CUT_TAG_ADVERB && tag != CUT_TAG_NEGATION && (tag < CUT_TAG_MODAL || tag > CUT_TAG_DO))
        break;
      i++;
    }
  return i;
}

static guint
skip_adverbs (const CutParsed *parsed,
              guint            i,
              guint            end)
{
  while (i < end && cut_parsed_tag (parsed, i) == CUT_TAG_ADVERB)
    i++;
  return i;
}

/* "… and has said", "… and saying": the next verb of whoever says it. */
static gboolean
goes_on_reporting (const CutParsed *parsed,
                   guint            i,
                   guint            end)
{
  guint at = skip_weak (parsed, i, end);
  CutTag tag = cut_parsed_tag (parsed, at);

  if (at >= end || !is_report (parsed, at))
    return FALSE;
  return tag == CUT_TAG_FINITE || tag == CUT_TAG_GERUND || (tag == CUT_TAG_PARTICIPLE && at > i && cut_parsed_tag (parsed, i) == CUT_TAG_HAVE);
}

/* Behind a comma or a coordinator at @i: whether another report begins there. */
static gboolean
begins_report (const CutParsed *parsed,
               guint            i,
               guint            end)
{
  guint at = i;
  guint phrase;
  guint source_table = parsed->sources;

  if (cut_tokens_match (parsed->tokens, source_table, at, end, NULL) != NULL)
    return TRUE;
  if (cut_parsed_tag (parsed, at) == CUT_TAG_COORDINATOR || cut_parsed_tag (parsed, at) == CUT_TAG_SUBORDINATOR)
    at++;
  at = skip_weak (parsed, at, end);
  if (at >= end)
    return FALSE;
  if (cut_parsed_tag (parsed, at) == CUT_TAG_GERUND)
    return is_report (parsed, at);
  if (cut_parsed_tag (parsed, at) == CUT_TAG_FINITE)
    return is_report (parsed, at);
  phrase = cut_noun_phrase_after (parsed, at, end, CUT_NOUN_PHRASE_PLAIN);
  if (phrase == at || phrase >= end)
    return FALSE;
  phrase = skip_weak (parsed, phrase, end);
  return phrase < end && cut_parsed_tag (parsed, phrase) == CUT_TAG_FINITE && is_report (parsed, phrase);
}

/* Behind a comma: words with which the author mostly goes on himself. */
static gboolean
ends_content (const CutParsed *parsed,
              guint            i,
              guint            end)
{
  if (i >= end)
    return FALSE;
  if (cut_parsed_tag (parsed, i) == CUT_TAG_GERUND)
    return TRUE;
  return cut_tokens_match (parsed->tokens, parsed->ends, i, end, NULL) != NULL;
}

/* A dash that no other one closes. */
static gboolean
dash_ends_content (const CutParsed *parsed,
                   guint            i,
                   guint            end)
{
  for (guint at = i + 1; at < end; at++)
    if (cut_parsed_sign (parsed, at) == 0x2014)
      return FALSE;
  return i + 1 < end;
}

/* "that if it fails, …", "that despite the storm, …": its first comma ends nothing. */
static gboolean
begins_with_insertion (const CutParsed *parsed,
                       guint            i)
{
  CutTag tag = cut_parsed_tag (parsed, cut_parsed_tag (parsed, i) == CUT_TAG_THAT ? i + 1 : i);

  return tag == CUT_TAG_SUBORDINATOR || tag == CUT_TAG_PREPOSITION;
}

static gboolean
opens_insertion (const CutParsed *parsed,
                 guint            i)
{
  return cut_parsed_tag (parsed, i) == CUT_TAG_RELATIVE || cut_parsed_tag (parsed, i) == CUT_TAG_SUBORDINATOR;
}

guint
cut_content_end (const CutParsed *parsed,
                 guint            i,
                 guint            end)
{
  guint outer = parsed->inside[i];
  gboolean quoted = cut_parsed_opens (parsed, i);
  guint commas = 0;
  gboolean clause = cut_parsed_tag (parsed, i) == CUT_TAG_THAT || cut_content_begins_clause (parsed, i, end);
  gboolean leading = begins_with_insertion (parsed, i);

  for (guint at = i; at < end; at++)
    {
      if (cut_parsed_opens (parsed, at) && parsed->mates[at] != CUT_NO_TOKEN && (cut_parsed_get (parsed, at)->flags & CUT_PROSE_SINGLE) == 0)
        {
          at = parsed->mates[at];
          if (at + 1 >= end || (cut_parsed_sign (parsed, at - 1) == ',' && cut_parsed_is_finite (parsed, skip_adverbs (parsed, at + 1, end))))
            return at + 1;
          if (cut_parsed_sign (parsed, at - 1) == ',' && !clause && ends_content (parsed, at + 1, end))
            return at + 1;
          continue;
        }
      if (outer == CUT_NO_TOKEN && quoted == FALSE && cut_parsed_closes (parsed, at) && parsed->mates[at] != CUT_NO_TOKEN && parsed->mates[at] < i
          && (cut_parsed_get (parsed, at)->flags & CUT_PROSE_SINGLE) == 0)
        return at + 1;
      if (at == i)
        continue;
      if (cut_parsed_sign (parsed, at) == ';')
        return at;
      if (cut_parsed_sign (parsed, at) == ',' && (leading || (clause && opens_insertion (parsed, at + 1) && !cut_parsed_has_finite (parsed, i, at))))
        {
          leading = FALSE;
          commas++;
          continue;
        }
      /* The comma may be the second of an insertion. */
      if (cut_parsed_sign (parsed, at) == ','
          && ((commas == 0 && cut_parsed_is_finite (parsed, skip_adverbs (parsed, at + 1, end))) || begins_report (parsed, at + 1, end)))
        return at;
      if (cut_parsed_sign (parsed, at) == ',' && ends_content (parsed, at + 1, end))
        return at;
      if (cut_parsed_sign (parsed, at) == 0x2014 && dash_ends_content (parsed, at, end))
        return at;
      commas += cut_parsed_sign (parsed, at) == ',';
      if (cut_parsed_tag (parsed, at) == CUT_TAG_COORDINATOR && goes_on_reporting (parsed, at + 1, end))
        return at;
      if (cut_parsed_tag (parsed, at) == CUT_TAG_PREPOSITION && begins_report (parsed, at, end)
          && cut_tokens_match (parsed->tokens, parsed->sources, at, end, NULL) != NULL)
        return at;
    }
  return end;
}

CutRange
cut_content_trim (const CutParsed *parsed,
                  CutRange         content)
{
  while (content.end > content.start)
    {
      gunichar sign = cut_parsed_sign (parsed, content.end - 1);

      if (sign != ',' && sign != ';' && sign != ':' && sign != '.' && sign != 0x2014)
        break;
      content.end--;
    }
  while (content.start < content.end && cut_parsed_get (parsed, content.start)->kind == CUT_PROSE_SIGN
         && cut_parsed_sign (parsed, content.start) != '$' && cut_parsed_sign (parsed, content.start) != '('
         && cut_parsed_sign (parsed, content.start) != '[' && cut_parsed_sign (parsed, content.start) != 0x2026)
    content.start++;
  return content;
}

gboolean
cut_content_begins_clause (const CutParsed *parsed,
                           guint            i,
                           guint            end)
{
  guint at = i;

  while (at < end && (cut_parsed_tag (parsed, at) == CUT_TAG_ADVERB))
    at++;
  /* "in an interview he would" is skipped by the caller; here a leading phrase with a comma may stand */
  if (!cut_noun_phrase_begins (parsed, at) && !cut_parsed_opens (parsed, at) && cut_parsed_tag (parsed, at) != CUT_TAG_GERUND)
    return FALSE;
  for (guint n = 0; at < end && n < 40; at++, n++)
    {
      CutTag tag = cut_parsed_tag (parsed, at);

      if (cut_parsed_is_finite (parsed, at))
        return at > i;
      if (cut_parsed_sign (parsed, at) == ',' && cut_parsed_tag (parsed, at + 1) == CUT_TAG_COORDINATOR)
        return FALSE;
      if (cut_parsed_sign (parsed, at) == ',' && cut_parsed_tag (parsed, at + 1) == CUT_TAG_SUBORDINATOR)
        {
          /* over ", while late," */
          for (at++; at < end && cut_parsed_sign (parsed, at) != ','; at++)
            ;
          continue;
        }
      if (tag == CUT_TAG_THAT || tag == CUT_TAG_SUBORDINATOR || cut_parsed_sign (parsed, at) == ';' || cut_parsed_sign (parsed, at) == ':')
        return FALSE;
      if (tag == CUT_TAG_RELATIVE)
        {
          /* over its verb */
          while (at < end && !cut_parsed_is_finite (parsed, at))
            at++;
          while (at < end && (cut_parsed_is_finite (parsed, at) || cut_parsed_tag (parsed, at) == CUT_TAG_ADVERB || cut_parsed_tag (parsed, at) == CUT_TAG_NEGATION))
            at++;
          at--;
        }
    }
  return FALSE;
}
