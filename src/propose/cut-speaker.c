/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-speaker.h"

#include "cut-noun-phrase.h"

#define BIT CUT_CLASS_BIT
#define MAX_PARAGRAPHS 3 /* further back nobody is meant without a name */
#define MAX_SAYINGS 24   /* looked back over */

static gboolean
has_name (const CutParsed *parsed,
          CutRange         range)
{
  for (guint i = range.start; i < range.end; i++)
    if (cut_parsed_tag (parsed, i) == CUT_TAG_NAME)
      return TRUE;
  return FALSE;
}

static gboolean
has (const CutParsed *parsed,
     CutRange         range,
     guint64          classes)
{
  for (guint i = range.start; i < range.end; i++)
    if (cut_parsed_is (parsed, i, classes))
      return TRUE;
  return FALSE;
}

static gboolean
is_plural (const CutParsed *parsed,
           CutRange         range)
{
  for (guint i = range.start; i < range.end; i++)
    {
      const CutProse *token = cut_parsed_get (parsed, i);

      if (cut_parsed_tag (parsed, i) == CUT_TAG_COORDINATOR)
        return TRUE;
      if (cut_parsed_tag (parsed, i) == CUT_TAG_PREPOSITION || cut_parsed_tag (parsed, i) == CUT_TAG_SIGN)
        break;
      if (cut_parsed_tag (parsed, i) == CUT_TAG_NOUN && token->length > 3 && parsed->tokens->text[token->at + token->length - 1] == 's')
        return TRUE;
    }
  return FALSE;
}

/* Whether @pronoun can stand for @candidate. */
static gboolean
agrees (const CutParsed *parsed,
        guint            pronoun,
        CutRange         candidate)
{
  gboolean plural = cut_parsed_is (parsed, pronoun, BIT (CUT_CLASS_PLURAL));
  gboolean male = cut_parsed_is (parsed, pronoun, BIT (CUT_CLASS_MALE));
  gboolean female = cut_parsed_is (parsed, pronoun, BIT (CUT_CLASS_FEMALE));

  if (candidate.start >= candidate.end || cut_parsed_is (parsed, candidate.start, BIT (CUT_CLASS_PERSONAL)))
    return FALSE;
  if (male && has (parsed, candidate, BIT (CUT_CLASS_FEMALE)))
    return FALSE;
  if (female && has (parsed, candidate, BIT (CUT_CLASS_MALE)))
    return FALSE;
  if (male || female)
    return has_name (parsed, candidate) || has (parsed, candidate, BIT (CUT_CLASS_PERSON) | BIT (CUT_CLASS_UNNAMED) | BIT (CUT_CLASS_TITLE)) ? !is_plural (parsed, candidate) : FALSE;
  if (plural)
    return is_plural (parsed, candidate) || has (parsed, candidate, BIT (CUT_CLASS_BODY) | BIT (CUT_CLASS_UNNAMED));
  return !is_plural (parsed, candidate);
}

/* The subject of a sentence's first finite verb. */
static CutRange
get_sentence_subject (const CutParsed *parsed,
                      guint            sentence)
{
  CutRange range = { parsed->tokens->sentences[sentence], parsed->tokens->sentences[sentence + 1] };
  CutRange subject = { 0, 0 };

  for (guint i = range.start; i < range.end; i++)
    if (parsed->inside[i] == CUT_NO_TOKEN && cut_parsed_is_finite (parsed, i) && cut_subject_before (parsed, i, range.start, &subject))
      return subject;
  return (CutRange){ 0, 0 };
}

/* What a relative pronoun stands behind. */
static CutRange
get_antecedent (const CutParsed *parsed,
                guint            pronoun)
{
  guint start = cut_parsed_get_sentence (parsed, pronoun).start;
  guint end = pronoun;
  guint at;

  if (end > start && cut_parsed_sign (parsed, end - 1) == ',')
    end--;
  for (at = end; at > start; at--)
    {
      CutTag tag = cut_parsed_tag (parsed, at - 1);

      if (tag != CUT_TAG_NAME && tag != CUT_TAG_NOUN && tag != CUT_TAG_ADJECTIVE && tag != CUT_TAG_DETERMINER && tag != CUT_TAG_NUMBER && tag != CUT_TAG_OWNER)
        break;
    }
  return cut_subject_trim (parsed, (CutRange){ at, end });
}

static CutRange
find_before (const CutParsed *parsed,
             const GArray    *sayings,
             const CutRange  *resolved,
             guint            i,
             guint            pronoun)
{
  guint paragraph = cut_parsed_get (parsed, pronoun)->paragraph;
  guint sentence = cut_parsed_get (parsed, pronoun)->sentence;
  guint looked = 0;

  for (guint back = i; back > 0 && looked < MAX_SAYINGS; back--, looked++)
    {
      const CutSaying *saying = &g_array_index (sayings, CutSaying, back - 1);
      CutRange candidate = resolved[back - 1].start < resolved[back - 1].end ? resolved[back - 1] : saying->source;
      guint said = saying->cue.start;

      if (said >= parsed->tokens->n || cut_parsed_get (parsed, said)->paragraph + MAX_PARAGRAPHS < paragraph)
        break;
      if (candidate.start < pronoun && agrees (parsed, pronoun, candidate))
        return candidate;
    }
  for (guint back = 0; back < 4 && sentence >= back; back++)
    {
      CutRange candidate = get_sentence_subject (parsed, sentence - back);

      if (candidate.end <= pronoun && agrees (parsed, pronoun, candidate) && has_name (parsed, candidate))
        return candidate;
    }
  return (CutRange){ 0, 0 };
}

CutRange *
cut_speakers_find (const CutParsed *parsed,
                   const GArray    *sayings)
{
  CutRange *resolved = g_new0 (CutRange, MAX (sayings->len, 1));

  for (guint i = 0; i < sayings->len; i++)
    {
      CutRange source = g_array_index (sayings, CutSaying, i).source;

      if (source.start >= source.end)
        continue;
      if (cut_parsed_tag (parsed, source.start) == CUT_TAG_RELATIVE)
        resolved[i] = get_antecedent (parsed, source.start);
      else if (source.end == source.start + 1 && cut_parsed_is (parsed, source.start, BIT (CUT_CLASS_PERSONAL) | BIT (CUT_CLASS_POSSESSIVE)))
        resolved[i] = find_before (parsed, sayings, resolved, i, source.start);
    }
  return resolved;
}
