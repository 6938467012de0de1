/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-happening.h"

#include <string.h>

#define MAX_SENTENCE 60 /* tokens: nobody keeps a longer one as what happened on a day */

/* The first token that ends behind @offset. */
static guint
find_token (const CutTokens *tokens,
            guint            offset)
{
  guint low = 0;
  guint high = tokens->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (tokens->tokens[middle].end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The tokens that stand in @span, whole or in part. */
static CutRange
find_tokens (const CutTokens  *tokens,
             const CutStretch *span)
{
  guint start = find_token (tokens, span->start);

  if (cut_stretch_is_empty (span) || start == tokens->n)
    return (CutRange){ start, start };
  return (CutRange){ start, MIN (find_token (tokens, span->end - 1) + 1, tokens->n) };
}

/* What is ascribed. */

static void
widen (CutStretch       *whole,
       const CutStretch *part)
{
  if (cut_stretch_is_empty (part))
    return;
  whole->start = MIN (whole->start, part->start);
  whole->end = MAX (whole->end, part->end);
}

static CutStretch
get_whole (const CutProposedAttribution *attribution)
{
  CutStretch whole = attribution->content;

  widen (&whole, &attribution->source);
  widen (&whole, &attribution->cue);
  widen (&whole, &attribution->said_at);
  widen (&whole, &attribution->condition);
  return whole;
}

/* Returns: (transfer full): for each token whether it belongs to what somebody says */
static guint8 *
mark_said (const CutTokens *tokens,
           GPtrArray       *attributions)
{
  guint8 *said = g_new0 (guint8, MAX (tokens->n, 1));

  for (guint i = 0; i < attributions->len; i++)
    {
      CutStretch whole = get_whole (g_ptr_array_index (attributions, i));
      CutRange range = find_tokens (tokens, &whole);

      memset (said + range.start, 1, range.end - range.start);
    }
  return said;
}

/* What a date does in its sentence. */

static gboolean
is_noun_like (CutTag tag)
{
  return tag == CUT_TAG_NOUN || tag == CUT_TAG_NAME || tag == CUT_TAG_ADJECTIVE || tag == CUT_TAG_NUMBER;
}

/* "the poll conducted last month" tells of another time than the sentence. */
static gboolean
belongs_to_noun (const CutParsed *parsed,
                 CutRange         sentence,
                 guint            i)
{
  return i >= sentence.start + 2 && cut_parsed_tag (parsed, i - 1) == CUT_TAG_PARTICIPLE && is_noun_like (cut_parsed_tag (parsed, i - 2));
}

/* "in 2012" says when; in "the 2012 election" and "Tuesday's vote" the date only says which. */
static gboolean
says_when (const CutParsed *parsed,
           CutRange         date)
{
  CutRange sentence = cut_parsed_get_sentence (parsed, date.start);
  CutTag before = date.start > sentence.start ? cut_parsed_tag (parsed, date.start - 1) : CUT_TAG_SIGN;
  CutTag after = date.end < sentence.end ? cut_parsed_tag (parsed, date.end) : CUT_TAG_SIGN;
  gboolean bare = date.end - date.start == 1 && cut_parsed_get (parsed, date.start)->kind == CUT_PROSE_NUMBER;

  if (after == CUT_TAG_OWNER || belongs_to_noun (parsed, sentence, date.start))
    return FALSE;
  if (bare)
    return before == CUT_TAG_PREPOSITION && !is_noun_like (after) && after != CUT_TAG_COORDINATOR;
  return before != CUT_TAG_DETERMINER && before != CUT_TAG_OWNER && before != CUT_TAG_COORDINATOR && (before != CUT_TAG_ADJECTIVE || !is_noun_like (after));
}

/* "which was founded in 1942" is about one thing in the sentence, "since she came in 1942" about another time. */
static gboolean
is_in_lower_clause (const CutParsed *parsed,
                    CutRange         whole,
                    guint            i)
{
  for (; i > whole.start && cut_parsed_sign (parsed, i - 1) != ','; i--)
    {
      CutTag tag = cut_parsed_tag (parsed, i - 1);

      if (tag == CUT_TAG_RELATIVE || tag == CUT_TAG_QUESTION || (tag == CUT_TAG_PREPOSITION && cut_parsed_tag (parsed, i) == CUT_TAG_PRONOUN))
        return TRUE;
      if (tag == CUT_TAG_SUBORDINATOR && cut_parsed_has_finite (parsed, whole.start, i - 1))
        return TRUE;
    }
  return FALSE;
}

/* "will vote on Thursday", of which the rules found the Thursday before. */
static gboolean
is_ahead (const CutParsed *parsed,
          CutRange         whole,
          CutDate         *date,
          CutDate         *published)
{
  if (published == NULL || cut_date_get_sort_key (date) > cut_date_get_sort_key (published))
    return FALSE;
  for (guint i = whole.start; i < whole.end; i++)
    if (cut_parsed_tag (parsed, i) == CUT_TAG_MODAL)
      return TRUE;
  return FALSE;
}

/* "LOWFIELD, June 10 (Agency) — …" */
static gboolean
is_dateline (const CutParsed *parsed,
             CutRange         date)
{
  gunichar sign = cut_parsed_sign (parsed, date.end);
  CutRange sentence = cut_parsed_get_sentence (parsed, date.start);

  return (sign == '(' || sign == '-' || sign == 0x2013 || sign == 0x2014) && !cut_parsed_has_finite (parsed, sentence.start, date.start);
}

/* @whole: the tokens that state something. Returns: whether @date says when that was */
static gboolean
tells (const CutParsed       *parsed,
       CutRange               whole,
       const CutProposedDate *date,
       CutRange               tokens,
       CutDate               *published)
{
  CutDatePrecision precision = date->date != NULL ? cut_date_get_precision (date->date) : CUT_DATE_UNKNOWN;

  return tokens.start < tokens.end && precision != CUT_DATE_UNKNOWN && precision != CUT_DATE_BEFORE && precision != CUT_DATE_AFTER
         && cut_parsed_has_finite (parsed, whole.start, whole.end) && says_when (parsed, tokens)
         && !is_in_lower_clause (parsed, whole, tokens.start) && !is_ahead (parsed, whole, date->date, published);
}

/* What the author states himself, and no more than fits on a line of a timeline. */
static gboolean
is_statement (const CutParsed *parsed,
              CutRange         sentence,
              CutRange         date)
{
  return sentence.end - sentence.start <= MAX_SENTENCE && cut_parsed_sign (parsed, sentence.end - 1) != '?'
         && parsed->inside[date.start] == CUT_NO_TOKEN && !is_dateline (parsed, date);
}

/* Sentences. */

static CutStretch
get_words (const CutParsed *parsed,
           CutRange         sentence)
{
  return (CutStretch){ cut_parsed_get (parsed, sentence.start)->start, cut_parsed_get (parsed, sentence.end - 1)->end };
}

static gboolean
take_sentence (const CutParsed       *parsed,
               const guint8          *said,
               const CutProposedDate *date,
               CutDate               *published,
               CutHappening          *happening)
{
  CutRange tokens = find_tokens (parsed->tokens, &date->span);
  CutRange sentence;

  if (tokens.start >= tokens.end || said[tokens.start])
    return FALSE;
  sentence = cut_parsed_get_sentence (parsed, tokens.start);
  if (!is_statement (parsed, sentence, tokens) || !tells (parsed, sentence, date, tokens, published))
    return FALSE;
  *happening = (CutHappening){ get_words (parsed, sentence), date };
  return TRUE;
}

GArray *
cut_happenings_find (const CutParsed *parsed,
                     GPtrArray       *dates,
                     CutDate         *published,
                     GPtrArray       *attributions)
{
  g_autofree guint8 *said = mark_said (parsed->tokens, attributions);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CutHappening));
  CutHappening last = { { G_MAXUINT, G_MAXUINT }, NULL };
  CutHappening happening;
  guint n = 0; /* dates that tell in the sentence of the last one */

  for (guint i = 0; i < dates->len; i++)
    {
      if (!take_sentence (parsed, said, g_ptr_array_index (dates, i), published, &happening))
        continue;
      n = happening.words.start == last.words.start ? n + 1 : 1;
      last = happening;
      /* Two dates in one sentence: which of them is it? */
      if (n == 1)
        g_array_append_val (found, happening);
      else if (n == 2)
        g_array_set_size (found, found->len - 1);
    }
  return found;
}

const CutProposedDate *
cut_happening_get_date (const CutParsed  *parsed,
                        GPtrArray        *dates,
                        CutDate          *published,
                        const CutStretch *part)
{
  CutRange whole = find_tokens (parsed->tokens, part);
  const CutProposedDate *found = NULL;

  for (guint i = 0; i < dates->len && ((const CutProposedDate *) g_ptr_array_index (dates, i))->span.start < part->end; i++)
    {
      const CutProposedDate *date = g_ptr_array_index (dates, i);

      if (date->span.start < part->start || date->span.end > part->end)
        continue;
      if (found != NULL || !tells (parsed, whole, date, find_tokens (parsed->tokens, &date->span), published))
        return NULL;
      found = date;
    }
  return found;
}
