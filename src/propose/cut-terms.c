/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-terms.h"

#include "cut-noun-phrase.h"
#include "cut-vocab.h"

#include <string.h>

#define BIT CUT_CLASS_BIT

typedef struct
{
  const CutParsed *parsed;
  CutSaying *saying;
  CutTerms *terms;
  CutRange area; /* the sentences of cue and source */
} Reader;

static gboolean
is_in (CutRange range,
       guint    i)
{
  return i >= range.start && i < range.end;
}

static gboolean
is_in_content (const CutSaying *saying,
               guint            i)
{
  for (guint part = 0; part < saying->n_parts; part++)
    if (is_in (saying->parts[part], i))
      return TRUE;
  return FALSE;
}

/* The noun that a source is about: "officials" of "two senior officials in the capital". */
static guint
find_head (const CutParsed *parsed,
           CutRange         source)
{
  guint head = source.start;

  for (guint i = source.start; i < source.end; i++)
    {
      CutTag tag = cut_parsed_tag (parsed, i);

      if (tag == CUT_TAG_RELATIVE || tag == CUT_TAG_SIGN || tag == CUT_TAG_COORDINATOR || tag == CUT_TAG_GERUND || tag == CUT_TAG_PARTICIPLE || cut_parsed_is_finite (parsed, i))
        break;
      if (tag == CUT_TAG_DETERMINER && i > source.start && cut_parsed_is (parsed, i, BIT (CUT_CLASS_OF)))
        break;
      if (tag == CUT_TAG_PREPOSITION)
        {
          /* "two of his aides", "some of the people" */
          if (cut_parsed_is (parsed, i, BIT (CUT_CLASS_OF)) && cut_parsed_tag (parsed, head) != CUT_TAG_NOUN)
            continue;
          break;
        }
      head = i;
    }
  return head;
}

/* "a strategist, Ann Reed," has a name. */
static gboolean
is_named_behind (const CutParsed *parsed,
                 CutRange         source,
                 guint            head)
{
  return head + 2 < source.end && cut_parsed_sign (parsed, head + 1) == ',' && cut_parsed_tag (parsed, head + 2) == CUT_TAG_NAME;
}

gboolean
cut_terms_is_unnamed (const CutParsed *parsed,
                      CutRange         source)
{
  gboolean unnamed = FALSE;

  for (guint i = source.start; i < source.end; i++)
    {
      CutTag tag = cut_parsed_tag (parsed, i);
      CutTag next = i + 1 < source.end ? cut_parsed_tag (parsed, i + 1) : CUT_TAG_SIGN;

      if (tag == CUT_TAG_RELATIVE || tag == CUT_TAG_SIGN || tag == CUT_TAG_GERUND || tag == CUT_TAG_PARTICIPLE || cut_parsed_is_finite (parsed, i))
        break;
      if (tag == CUT_TAG_PREPOSITION && (!cut_parsed_is (parsed, i, BIT (CUT_CLASS_OF)) || unnamed))
        break;
      /* A name that ends a noun phrase is whose it is; one before a noun is its owner's. */
      if (tag == CUT_TAG_NAME && next != CUT_TAG_NAME && next != CUT_TAG_NOUN && next != CUT_TAG_OWNER && next != CUT_TAG_ADJECTIVE && !cut_parsed_is (parsed, i, BIT (CUT_CLASS_UNNAMED)))
        {
          if (next != CUT_TAG_COORDINATOR && !unnamed)
            return FALSE;
        }
      if (cut_parsed_is (parsed, i, BIT (CUT_CLASS_UNNAMED)) && next != CUT_TAG_NOUN && next != CUT_TAG_NAME && next != CUT_TAG_OWNER)
        {
          if (is_named_behind (parsed, source, i))
            return FALSE;
          unnamed = TRUE;
        }
    }
  return unnamed;
}

gboolean
cut_terms_is_outlet (const CutParsed *parsed,
                     CutRange         name)
{
  for (guint i = name.start; i < name.end; i++)
    {
      if (cut_parsed_is (parsed, i, BIT (CUT_CLASS_OUTLET)) && (cut_parsed_get (parsed, i)->flags & CUT_PROSE_CAPITAL) != 0)
        return TRUE;
      if (cut_parsed_tag (parsed, i) == CUT_TAG_PREPOSITION || cut_parsed_tag (parsed, i) == CUT_TAG_SIGN)
        return FALSE;
    }
  return FALSE;
}

static void
add_via (CutTerms *terms,
         CutRange  outlet)
{
  for (guint i = 0; i < terms->n_via; i++)
    if (terms->via[i].start == outlet.start)
      return;
  if (terms->n_via < CUT_TERMS_VIA)
    terms->via[terms->n_via++] = outlet;
}

/* "…, The Paper reported, citing officials": the paper only passes it on. */
static void
read_citing (Reader *self)
{
  const CutParsed *parsed = self->parsed;
  guint table = cut_language_get_table (parsed->tokens->language, "citing");
  guint n;

  if (self->saying->source.start >= self->saying->source.end)
    return;
  for (guint i = self->saying->source.start + 1; i < self->saying->source.end; i++)
    if (cut_tokens_match (parsed->tokens, table, i, self->saying->source.end, &n) != NULL && i + n < self->saying->source.end)
      {
        add_via (self->terms, (CutRange){ self->saying->source.start, i });
        self->saying->source.start = i + n;
        return;
      }
  for (guint i = self->saying->cue.end; i < self->area.end; i++)
    {
      guint behind;

      if (is_in_content (self->saying, i) || cut_tokens_match (parsed->tokens, table, i, self->area.end, &n) == NULL)
        continue;
      behind = cut_noun_phrase_after (parsed, i + n, self->area.end, CUT_NOUN_PHRASE_FULL);
      if (behind == i + n)
        continue;
      add_via (self->terms, self->saying->source);
      self->saying->source = (CutRange){ i + n, behind };
      return;
    }
}

/* "sources told The Paper", "in an interview with Radio Nord": outlets round the cue. */
static void
read_outlets (Reader *self)
{
  const CutParsed *parsed = self->parsed;

  for (guint i = self->saying->cue.end; i < self->area.end; i++)
    {
      guint behind;
      guint name = i;

      if (is_in_content (self->saying, i) || is_in (self->saying->source, i) || cut_parsed_sign (parsed, i) == ';')
        break;
      if (i != self->saying->cue.end && cut_parsed_tag (parsed, i - 1) != CUT_TAG_PREPOSITION && cut_parsed_tag (parsed, i - 1) != CUT_TAG_TO)
        continue;
      behind = cut_noun_phrase_after (parsed, name, self->area.end, CUT_NOUN_PHRASE_PLAIN);
      if (behind > name && cut_terms_is_outlet (parsed, (CutRange){ name, behind }))
        {
          add_via (self->terms, (CutRange){ name, behind });
          return;
        }
    }
}

static void
read_phrases (Reader *self)
{
  const CutTokens *tokens = self->parsed->tokens;
  guint terms = cut_language_get_table (tokens->language, "terms");
  guint channels = cut_language_get_table (tokens->language, "channels");
  guint stances = cut_language_get_table (tokens->language, "stances");

  for (guint i = self->area.start; i < self->area.end; i++)
    {
      guint n;
      const char *value;
      gboolean content = is_in_content (self->saying, i);

      if (tokens->tokens[i].entry == NULL || tokens->tokens[i].entry->phrases == NULL || self->parsed->inside[i] != CUT_NO_TOKEN)
        continue;
      value = content ? NULL : cut_tokens_match (tokens, terms, i, self->area.end, &n);
      if (value != NULL && self->terms->terms == NULL)
        {
          self->terms->terms = value;
          self->terms->condition = (CutRange){ i, i + n };
          while (self->terms->condition.end < self->area.end && cut_parsed_tag (self->parsed, self->terms->condition.end) != CUT_TAG_SIGN
                 && cut_parsed_tag (self->parsed, self->terms->condition.end) != CUT_TAG_QUOTE)
            self->terms->condition.end++;
        }
      value = content ? NULL : cut_tokens_match (tokens, channels, i, self->area.end, &n);
      if (value != NULL && self->terms->channel == NULL)
        self->terms->channel = value;
      value = content && !is_in (self->saying->cue, i) && i != self->saying->cue.end ? NULL : cut_tokens_match (tokens, stances, i, self->area.end, &n);
      if (value != NULL)
        self->terms->stance = value;
    }
}

static gboolean
is_negated (const CutParsed *parsed,
            CutRange         cue)
{
  for (guint i = cue.start; i < cue.end; i++)
    if (cut_parsed_tag (parsed, i) == CUT_TAG_NEGATION)
      return TRUE;
  return FALSE;
}

static const char *
get_stance (Reader *self)
{
  const char *stance = self->saying->word != NULL ? self->saying->word->stance : NULL;

  if (stance == NULL)
    stance = "asserts";
  if (!is_negated (self->parsed, self->saying->cue))
    return stance;
  if (strcmp (stance, "responds") == 0)
    return "did-not-respond";
  if (strcmp (stance, "confirms") == 0)
    return "declines-to-comment";
  return strcmp (stance, "denies") == 0 ? "asserts" : stance;
}

static void
read_hedge (Reader *self)
{
  const CutParsed *parsed = self->parsed;

  for (guint i = self->area.start; i < self->area.end; i++)
    if (cut_parsed_is (parsed, i, BIT (CUT_CLASS_HEDGE)) && parsed->inside[i] == CUT_NO_TOKEN)
      {
        self->terms->hedge = (CutRange){ i, i + 1 };
        return;
      }
  /* "is said to": the cue itself says that nobody vouches for it. */
  if (self->saying->passive && self->saying->source.start >= self->saying->source.end && self->saying->frame == 'x')
    self->terms->hedge = self->saying->cue;
}

static gboolean
is_time (const CutParsed *parsed,
         guint            i)
{
  return cut_parsed_is (parsed, i, BIT (CUT_CLASS_TIME) | BIT (CUT_CLASS_WEEKDAY)) || (cut_parsed_is (parsed, i, BIT (CUT_CLASS_MONTH)) && (cut_parsed_get (parsed, i)->flags & CUT_PROSE_CAPITAL) != 0);
}

/* "Thursday", "last month", "earlier this week", "on 3 March 2021". */
static void
read_time (Reader *self)
{
  const CutParsed *parsed = self->parsed;

  for (guint i = self->area.start; i < self->area.end; i++)
    {
      CutRange time = { i, i + 1 };

      if (is_in_content (self->saying, i) || is_in (self->saying->source, i) || !is_time (parsed, i))
        continue;
      /* "late" alone says nothing. */
      if (cut_parsed_is (parsed, i, BIT (CUT_CLASS_ADVERB) | BIT (CUT_CLASS_ADJECTIVE)) && !cut_parsed_is (parsed, i, BIT (CUT_CLASS_WEEKDAY)))
        continue;
      while (time.end < self->area.end && (is_time (parsed, time.end) || cut_parsed_tag (parsed, time.end) == CUT_TAG_NUMBER))
        time.end++;
      while (time.start > self->area.start && !is_in_content (self->saying, time.start - 1)
             && (cut_parsed_tag (parsed, time.start - 1) == CUT_TAG_DETERMINER || cut_parsed_tag (parsed, time.start - 1) == CUT_TAG_NUMBER || is_time (parsed, time.start - 1)
                 || cut_parsed_tag (parsed, time.start - 1) == CUT_TAG_ADJECTIVE))
        time.start--;
      self->terms->said_at = time;
      return;
    }
}

static gboolean
is_document (const CutParsed *parsed,
             CutRange         source)
{
  guint head = source.start < source.end ? find_head (parsed, source) : CUT_NO_TOKEN;

  /* "the Harbour Post" is an outlet. */
  return cut_parsed_is (parsed, head, BIT (CUT_CLASS_DOCUMENT)) && (cut_language_is_verb_second (parsed->tokens->language) || cut_parsed_tag (parsed, head) != CUT_TAG_NAME);
}

void
cut_terms_read (const CutParsed *parsed,
                CutSaying       *saying,
                CutRange         limits,
                CutTerms        *terms)
{
  guint anchor = saying->cue.start < saying->cue.end ? saying->cue.start : saying->parts[0].start;
  Reader reader = { parsed, saying, terms, cut_parsed_get_sentence (parsed, anchor) };

  memset (terms, 0, sizeof *terms);
  reader.area.start = MAX (reader.area.start, limits.start);
  reader.area.end = MIN (reader.area.end, limits.end);
  terms->stance = get_stance (&reader);
  read_citing (&reader);
  read_outlets (&reader);
  read_phrases (&reader);
  read_hedge (&reader);
  read_time (&reader);
  if (terms->channel == NULL && saying->word != NULL)
    {
      const CutEntry *lemma = cut_language_find (parsed->tokens->language, saying->word->lemma, strlen (saying->word->lemma));

      terms->channel = cut_language_match (parsed->tokens->language, cut_language_get_table (parsed->tokens->language, "cue-channels"), &lemma, 0, 1, NULL);
    }
  terms->anonymous = cut_terms_is_unnamed (parsed, saying->source);
  if (g_strcmp0 (terms->terms, "anonymous") == 0 && saying->source.start < saying->source.end && cut_parsed_tag (parsed, find_head (parsed, saying->source)) != CUT_TAG_NAME)
    terms->anonymous = TRUE;
  if (terms->terms == NULL && is_document (parsed, saying->source))
    terms->terms = "document";
  if (terms->terms == NULL && terms->anonymous
      && cut_tokens_match (parsed->tokens, cut_language_get_table (parsed->tokens->language, "nameless"), find_head (parsed, saying->source), saying->source.end, NULL) != NULL)
    terms->terms = "anonymous";
}
