/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-valency.h"
#include "cut-noun-phrase.h"
#include "cut-saying.h"

#include <string.h>

#define BIT CUT_CLASS_BIT
#define MAX_SPEAKER 6 /* tokens of a name before a colon */

/* "According to the schedule published today, …": behind the comma, where no verb comes before it. */
static guint
skip_to_comma (const CutParsed *parsed,
               guint            i,
               guint            end)
{
  for (guint at = i; at < end && !cut_parsed_is_finite (parsed, at); at++)
    if (cut_parsed_sign (parsed, at) == ',')
      return at + 1;
  return i;
}

/* “…”, @i */
static gboolean
ends_quotation (const CutParsed *parsed,
                guint            i)
{
  return i >= 2 && cut_parsed_sign (parsed, i - 1) == ',' && cut_parsed_closes (parsed, i - 2);
}

/* "dem Bericht zufolge": the source stands before its word. */
static void
find_behind (const CutParsed *parsed,
             GArray          *sayings,
             guint            i)
{
  CutRange sentence = cut_parsed_get_sentence (parsed, i);
  CutSaying saying = { { 0, 0 } };
  guint start = i;

  while (start > sentence.start && cut_parsed_tag (parsed, start - 1) >= CUT_TAG_NUMBER && cut_parsed_tag (parsed, start - 1) <= CUT_TAG_DETERMINER)
    start--;
  if (start == i)
    return;
  saying.source = (CutRange){ start, i };
  saying.cue = (CutRange){ i, i + 1 };
  saying.frame = 'p';
  saying.weight = 0.85;
  if (start > sentence.start)
    cut_saying_add_part (&saying, cut_content_trim (parsed, (CutRange){ sentence.start, start }));
  if (i + 1 < sentence.end)
    cut_saying_add_part (&saying, cut_content_trim (parsed, (CutRange){ i + 1, cut_content_end (parsed, i + 1, sentence.end) }));
  if (saying.n_parts > 0)
    g_array_append_val (sayings, saying);
}

/* "According to the report, …", "…, according to the report". */
static void
find_phrase (const CutParsed *parsed,
             GArray          *sayings,
             guint            i,
             guint            n,
             const char      *value)
{
  CutRange sentence = cut_parsed_get_sentence (parsed, i);
  CutSaying saying = { { 0, 0 } };
  /* "g": the last word of the phrase is the article of the source. */
  guint from = *value == 'g' ? i + n - 1 : i + n;
  guint behind = cut_noun_phrase_after (parsed, from, sentence.end, CUT_NOUN_PHRASE_FULL | CUT_NOUN_PHRASE_APPOSITION);
  guint start = sentence.start;

  if (behind == from || (*value == 'q' && !ends_quotation (parsed, i)))
    return;
  saying.cue = (CutRange){ i, from };
  saying.source = (CutRange){ from, behind };
  saying.frame = 'p';
  saying.weight = 0.85;
  if (*value == 'q')
    {
      guint open = parsed->mates[i - 2];

      cut_saying_add_part (&saying, (CutRange){ open != CUT_NO_TOKEN ? open : cut_parsed_get_paragraph (parsed, i).start, i - 1 });
      g_array_append_val (sayings, saying);
      return;
    }
  if (i > start + 1)
    {
      guint end = i;

      if (cut_parsed_sign (parsed, end - 1) == ',')
        end--;
      if (cut_parsed_tag (parsed, start) == CUT_TAG_COORDINATOR)
        start++;
      if (cut_parsed_has_finite (parsed, start, end) || end - start > 3)
        {
          cut_saying_add_part (&saying, cut_content_trim (parsed, (CutRange){ start, end }));
          if (saying.n_parts > 0)
            g_array_append_val (sayings, saying);
          return;
        }
    }
  behind = skip_to_comma (parsed, behind, sentence.end);
  if (behind >= sentence.end)
    return;
  cut_saying_add_part (&saying, cut_content_trim (parsed, (CutRange){ behind, cut_content_end (parsed, behind, sentence.end) }));
  if (saying.n_parts > 0)
    g_array_append_val (sayings, saying);
}

/* "REED: We will build." */
static void
find_speaker (const CutParsed *parsed,
              GArray          *sayings,
              guint            start,
              guint            end)
{
  CutSaying saying = { { 0, 0 } };
  guint colon = start;

  while (colon < end && colon < start + MAX_SPEAKER && cut_parsed_sign (parsed, colon) != ':')
    {
      if (cut_parsed_tag (parsed, colon) != CUT_TAG_NAME)
        return;
      colon++;
    }
  if (colon == start || colon + 2 >= end || cut_parsed_sign (parsed, colon) != ':')
    return;
  /* A label and what it labels have no verb. */
  if (!cut_parsed_opens (parsed, colon + 1) && !cut_parsed_has_finite (parsed, colon + 1, end))
    return;
  saying.source = (CutRange){ start, colon };
  saying.cue = (CutRange){ colon, colon + 1 };
  saying.frame = ':';
  saying.weight = 0.8;
  cut_saying_add_part (&saying, cut_content_trim (parsed, (CutRange){ colon + 1, end }));
  if (saying.n_parts > 0)
    g_array_append_val (sayings, saying);
}

/* "his claim that …", "calls for …" */
static void
find_noun (const CutParsed *parsed,
           GArray          *sayings,
           guint            i)
{
  const CutCue *cue = cut_parsed_get (parsed, i)->entry->noun;
  CutRange sentence = cut_parsed_get_sentence (parsed, i);
  CutSaying saying = { { 0, 0 } };
  CutRange content;
  guint at = i + 1;
  guint left = i;

  saying.frame = cut_valency_read (parsed, cue, &at, sentence.end, &content);
  if (saying.frame == 0)
    return;
  saying.word = cue;
  saying.cue = (CutRange){ i, at };
  saying.weight = 0.5;
  while (left > sentence.start && (cut_parsed_tag (parsed, left - 1) == CUT_TAG_ADJECTIVE || cut_parsed_tag (parsed, left - 1) == CUT_TAG_NOUN))
    left--;
  if (left > sentence.start && cut_parsed_tag (parsed, left - 1) == CUT_TAG_OWNER)
    {
      guint owner = left - 1;

      while (owner > sentence.start
             && (cut_parsed_tag (parsed, owner - 1) == CUT_TAG_NAME || cut_parsed_tag (parsed, owner - 1) == CUT_TAG_NOUN
                 || cut_parsed_tag (parsed, owner - 1) == CUT_TAG_ADJECTIVE))
        owner--;
      saying.source = (CutRange){ owner, left };
    }
  else if (left > sentence.start && cut_parsed_is (parsed, left - 1, BIT (CUT_CLASS_POSSESSIVE)))
    saying.source = (CutRange){ left - 1, left };
  else
    return;
  cut_saying_add_part (&saying, content);
  g_array_append_val (sayings, saying);
}

/* Whether the hedge stands with a verb that reports by itself ("reportedly said"). */
static gboolean
hedges_report (const CutParsed *parsed,
               guint            i)
{
  guint at = i + 1;

  while (cut_parsed_tag (parsed, at) == CUT_TAG_ADVERB || (cut_parsed_tag (parsed, at) >= CUT_TAG_NEGATION && cut_parsed_tag (parsed, at) <= CUT_TAG_DO))
    at++;
  if (at >= parsed->tokens->n || cut_parsed_get (parsed, at)->entry == NULL || cut_parsed_get (parsed, at)->entry->verb == NULL)
    return FALSE;
  if (cut_parsed_tag (parsed, at) != CUT_TAG_FINITE && cut_parsed_tag (parsed, at) != CUT_TAG_BASE && cut_parsed_tag (parsed, at - 1) != CUT_TAG_HAVE)
    return FALSE;
  return cut_valency_has (cut_parsed_get (parsed, at)->entry->verb, 'q') || cut_valency_has (cut_parsed_get (parsed, at)->entry->verb, 't');
}

/* "soll gewusst haben" is hearsay, "soll kommen" a plan. */
static gboolean
is_hearsay (const CutParsed *parsed,
            guint            i,
            guint            end)
{
  if (cut_tokens_match (parsed->tokens, cut_language_get_table (parsed->tokens->language, "hearsay"), i, end, NULL) == NULL)
    return TRUE;
  for (guint at = i + 1; at < end; at++)
    if (cut_parsed_tag (parsed, at) == CUT_TAG_SIGN)
      return cut_parsed_is (parsed, at - 1, BIT (CUT_CLASS_HAVE) | BIT (CUT_CLASS_BE)) || cut_parsed_is (parsed, at - 1, BIT (CUT_CLASS_POSSESSIVE));
  return FALSE;
}

/* "The plan was reportedly dropped": the clause with the hedge taken out. */
static void
find_hedge (const CutParsed *parsed,
            GArray          *sayings,
            guint            i)
{
  CutRange sentence = cut_parsed_get_sentence (parsed, i);
  CutSaying saying = { { 0, 0 } };
  guint start = i;

  if (hedges_report (parsed, i) || !is_hearsay (parsed, i, sentence.end))
    return;
  while (start > sentence.start && cut_parsed_sign (parsed, start - 1) != ';' && cut_parsed_sign (parsed, start - 1) != ':'
         && !(cut_parsed_sign (parsed, start - 1) == ',' && cut_parsed_has_finite (parsed, start, i) && cut_parsed_has_finite (parsed, sentence.start, start)))
    start--;
  if (cut_parsed_tag (parsed, start) == CUT_TAG_COORDINATOR)
    start++;
  saying.cue = (CutRange){ i, i + 1 };
  saying.frame = 'h';
  saying.weight = 0.6;
  cut_saying_add_part (&saying, cut_content_trim (parsed, (CutRange){ start, i }));
  if (i + 1 < sentence.end)
    cut_saying_add_part (&saying, cut_content_trim (parsed, (CutRange){ i + 1, cut_content_end (parsed, i + 1, sentence.end) }));
  if (saying.n_parts > 0)
    g_array_append_val (sayings, saying);
}

/* "The firm could not be reached": an answer that was not given is its own content. */
static void
find_silence (const CutParsed *parsed,
              GArray          *sayings,
              guint            i,
              guint            n)
{
  CutRange sentence = cut_parsed_get_sentence (parsed, i);
  CutSaying saying = { { 0, 0 } };

  if (cut_parsed_is (parsed, i + n, BIT (CUT_CLASS_TO))
      || !cut_subject_before (parsed, i, sentence.start, &saying.source))
    return;
  saying.frame = 'n';
  saying.weight = 0.8;
  saying.cue = (CutRange){ i, i };
  cut_saying_add_part (&saying, cut_content_trim (parsed, (CutRange){ i, cut_content_end (parsed, i, sentence.end) }));
  if (saying.n_parts > 0)
    g_array_append_val (sayings, saying);
}

void
cut_sayings_from_words (const CutParsed *parsed,
                        GArray          *sayings)
{
  guint sources = parsed->sources;
  guint behind = cut_language_get_table (parsed->tokens->language, "behind");
  guint stances = cut_language_get_table (parsed->tokens->language, "stances");

  for (guint i = 0; i < parsed->tokens->n; i++)
    {
      const CutProse *token = cut_parsed_get (parsed, i);
      const char *value;
      guint n;

      if ((token->flags & CUT_PROSE_PARAGRAPH) != 0)
        find_speaker (parsed, sayings, i, cut_parsed_get_paragraph (parsed, i).end);
      if (token->entry == NULL || parsed->inside[i] != CUT_NO_TOKEN)
        continue;
      value = token->entry->phrases == NULL ? NULL : cut_tokens_match (parsed->tokens, sources, i, cut_parsed_get_sentence (parsed, i).end, &n);
      if (value != NULL)
        find_phrase (parsed, sayings, i, n, value);
      if (token->entry->phrases != NULL && cut_tokens_match (parsed->tokens, behind, i, i + 1, NULL) != NULL)
        find_behind (parsed, sayings, i);
      value = token->entry->phrases == NULL ? NULL : cut_tokens_match (parsed->tokens, stances, i, cut_parsed_get_sentence (parsed, i).end, &n);
      if (value != NULL && strcmp (value, "responds") != 0)
        find_silence (parsed, sayings, i, n);
      if (cut_entry_is (token->entry, BIT (CUT_CLASS_HEDGE)))
        find_hedge (parsed, sayings, i);
      if (token->entry->noun != NULL && (cut_parsed_tag (parsed, i) == CUT_TAG_NOUN))
        find_noun (parsed, sayings, i);
    }
}
