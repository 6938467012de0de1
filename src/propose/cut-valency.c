/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-valency.h"

#include "cut-content.h"
#include "cut-noun-phrase.h"

#include <string.h>

#define BIT CUT_CLASS_BIT
#define MAX_ADVERBIALS 6
#define MAX_INSERTION 16 /* tokens between a cue and its quotation */

gboolean
cut_valency_has (const CutCue *cue,
                 char          letter)
{
  for (const char *p = cue->frames; *p != '\0' && *p != '/'; p++)
    if (*p == letter)
      return TRUE;
  return FALSE;
}

static gboolean
is_adverbial_start (const CutParsed *parsed,
                    guint            i)
{
  CutTag tag = cut_parsed_tag (parsed, i);

  return tag == CUT_TAG_TIME || tag == CUT_TAG_ADVERB || (tag == CUT_TAG_NOUN && cut_parsed_is (parsed, i, BIT (CUT_CLASS_TIME)));
}

static gboolean
can_open_content (const CutParsed *parsed,
                  guint            i,
                  guint            end)
{
  CutTag tag = cut_parsed_tag (parsed, i);

  return i < end && (tag == CUT_TAG_THAT || cut_parsed_opens (parsed, i) || tag == CUT_TAG_QUESTION || cut_parsed_sign (parsed, i) == ':' || cut_parsed_sign (parsed, i) == ','
                     || (tag == CUT_TAG_SUBORDINATOR && cut_parsed_is (parsed, i, BIT (CUT_CLASS_QUESTION))));
}

guint
cut_valency_skip_adverbials (const CutParsed *parsed,
                             guint            i,
                             guint            end)
{
  for (guint n = 0; n < MAX_ADVERBIALS && i < end; n++)
    {
      guint next = i;

      if (is_adverbial_start (parsed, i) || (n > 0 && cut_parsed_tag (parsed, i) == CUT_TAG_PARTICIPLE))
        next = i + 1;
      else if (cut_parsed_tag (parsed, i) == CUT_TAG_PREPOSITION)
        next = cut_parsed_tag (parsed, i + 1) == CUT_TAG_TIME ? i + 2 : cut_noun_phrase_after (parsed, i + 1, end, CUT_NOUN_PHRASE_PLAIN);
      else if ((cut_parsed_tag (parsed, i) == CUT_TAG_DETERMINER || cut_parsed_tag (parsed, i) == CUT_TAG_ADJECTIVE) && cut_parsed_is (parsed, i + 1, BIT (CUT_CLASS_TIME)))
        next = i + 2;
      if (next == i || (next == i + 1 && cut_parsed_tag (parsed, i) == CUT_TAG_PREPOSITION))
        break;
      i = next;
    }
  return i;
}

/* "pumps, locks and gates": another comma or a coordinator soon, and no verb. */
static gboolean
is_list (const CutParsed *parsed,
         guint            comma,
         guint            end)
{
  if (cut_parsed_tag (parsed, comma + 1) == CUT_TAG_COORDINATOR)
    return TRUE;
  for (guint at = comma + 1; at < end && at < comma + 12; at++)
    {
      if (cut_parsed_is_finite (parsed, at) || cut_parsed_tag (parsed, at) == CUT_TAG_PREPOSITION)
        return FALSE;
      if (cut_parsed_sign (parsed, at) == ',' || cut_parsed_tag (parsed, at) == CUT_TAG_COORDINATOR)
        return TRUE;
    }
  return FALSE;
}

/* A noun phrase goes on behind a comma only as a list. */
static guint
end_at_comma (const CutParsed *parsed,
              guint            i,
              guint            end)
{
  for (guint at = i; at < end; at++)
    {
      if (cut_parsed_opens (parsed, at) && parsed->mates[at] != CUT_NO_TOKEN && parsed->mates[at] < end)
        at = parsed->mates[at];
      else if (cut_parsed_sign (parsed, at) == ',' && !is_list (parsed, at, end))
        return at;
    }
  return end;
}

static char
take_rest (const CutParsed *parsed,
           guint            i,
           guint            end,
           char             frame,
           CutRange        *content)
{
  end = cut_content_end (parsed, i, end);
  if (strchr ("n/caf", frame) != NULL)
    end = end_at_comma (parsed, i, end);
  *content = cut_content_trim (parsed, (CutRange){ i, end });
  return content->start < content->end ? frame : 0;
}

/* Behind an NP: "to" with an infinitive, "as", "of" … */
static gboolean
has_complement (const CutParsed *parsed,
                guint            i,
                guint            end,
                char             frame)
{
  guint at = cut_noun_phrase_after (parsed, i, end, CUT_NOUN_PHRASE_PLAIN);

  if (at == i)
    return FALSE;
  for (guint n = 0; n < 12 && at < end; n++, at++)
    {
      CutTag tag = cut_parsed_tag (parsed, at);

      if (frame == 'o' && (tag == CUT_TAG_TO || (tag == CUT_TAG_NEGATION && cut_parsed_tag (parsed, at + 1) == CUT_TAG_TO)))
        return TRUE;
      if (frame == 'a' && cut_parsed_is (parsed, at, BIT (CUT_CLASS_AS)))
        return TRUE;
      if (frame == 'f' && tag == CUT_TAG_PREPOSITION)
        return TRUE;
      if (tag == CUT_TAG_SIGN || cut_parsed_is_finite (parsed, at) || tag == CUT_TAG_COORDINATOR)
        return FALSE;
    }
  return FALSE;
}

/* The prepositions that a cue takes stand behind its letters: "/for/against". */
static gboolean
takes_preposition (const CutCue    *cue,
                   const CutParsed *parsed,
                   guint            i)
{
  const CutEntry *entry = i < parsed->tokens->n ? cut_parsed_get (parsed, i)->entry : NULL;
  gsize length = entry == NULL ? 0 : strlen (entry->word);

  for (const char *p = strchr (cue->frames, '/'); p != NULL && length > 0; p = strchr (p + 1, '/'))
    if (strncmp (p + 1, entry->word, length) == 0 && (p[1 + length] == '/' || p[1 + length] == '\0'))
      return TRUE;
  return FALSE;
}

/* "he joked, again in his old voice, “…”", and "he said:" with the quotation in the next paragraph. */
static guint
find_quote_behind (const CutParsed *parsed,
                   guint            i,
                   guint            end)
{
  if (cut_parsed_sign (parsed, i) == ':' && i + 1 == end && cut_parsed_opens (parsed, end))
    return end;
  if (cut_parsed_sign (parsed, i) != ',')
    return i;
  for (guint at = i + 1; at + 1 < end && at < i + MAX_INSERTION; at++)
    {
      if (cut_parsed_sign (parsed, at) == ',' && cut_parsed_opens (parsed, at + 1))
        return at + 1;
      if (cut_parsed_is_finite (parsed, at) || cut_parsed_tag (parsed, at) == CUT_TAG_QUOTE || cut_parsed_sign (parsed, at) == ';')
        return i;
    }
  return i;
}

/* "last week", "Tuesday": when it was said, not what. */
static gboolean
is_time_phrase (const CutParsed *parsed,
                guint            i)
{
  return is_adverbial_start (parsed, i) || cut_parsed_is (parsed, i + 1, BIT (CUT_CLASS_TIME));
}

static char
read_clause (const CutParsed *parsed,
             const CutCue    *cue,
             guint            i,
             guint            end,
             CutRange        *content)
{
  CutTag tag = cut_parsed_tag (parsed, i);
  guint quote;

  if (i >= end)
    return 0;
  if (cut_language_is_verb_second (parsed->tokens->language) && cut_parsed_sign (parsed, i) == ',' && !cut_parsed_opens (parsed, i + 1))
    {
      char frame = read_clause (parsed, cue, i + 1, end, content);

      return frame == 0 && cut_valency_has (cue, 'b') && cut_content_begins_clause (parsed, i + 1, end) ? take_rest (parsed, i + 1, end, 'b', content) : frame;
    }
  if (cut_valency_has (cue, 't') && tag == CUT_TAG_THAT)
    return take_rest (parsed, i, end, 't', content);
  if (cut_valency_has (cue, 'w') && (tag == CUT_TAG_QUESTION || tag == CUT_TAG_RELATIVE || (tag == CUT_TAG_SUBORDINATOR && cut_parsed_is (parsed, i, BIT (CUT_CLASS_QUESTION)))))
    return take_rest (parsed, i, end, 'w', content);
  if (cut_valency_has (cue, 'q') || cut_valency_has (cue, 'n') || cut_valency_has (cue, 'b'))
    {
      if (cut_parsed_opens (parsed, i))
        return take_rest (parsed, i, end, 'q', content);
      if ((cut_parsed_sign (parsed, i) == ',' || cut_parsed_sign (parsed, i) == ':') && cut_parsed_opens (parsed, i + 1) && i + 1 < end)
        return take_rest (parsed, i + 1, end, 'q', content);
      if (cut_parsed_sign (parsed, i) == ':' && i + 1 < end && cut_valency_has (cue, 'q'))
        return take_rest (parsed, i + 1, end, 'q', content);
      quote = cut_valency_has (cue, 'q') ? find_quote_behind (parsed, i, end) : i;
      if (quote > i)
        return take_rest (parsed, quote, MAX (end, quote + 1), 'q', content);
    }
  if (cut_valency_has (cue, 'i') && (tag == CUT_TAG_TO || (tag == CUT_TAG_NEGATION && cut_parsed_tag (parsed, i + 1) == CUT_TAG_TO)))
    return take_rest (parsed, i, end, 'i', content);
  return 0;
}

/* Behind a preposition that belongs to the cue; @i is moved behind it. */
static char
read_preposition (const CutParsed *parsed,
                  const CutCue    *cue,
                  guint           *i,
                  guint            end,
                  CutRange        *content)
{
  guint next = *i + 1;
  CutTag tag = cut_parsed_tag (parsed, next);

  if (!takes_preposition (cue, parsed, *i))
    return 0;
  if (!cut_noun_phrase_begins (parsed, next) && !cut_parsed_opens (parsed, next) && tag != CUT_TAG_GERUND && tag != CUT_TAG_QUESTION && tag != CUT_TAG_THAT)
    return 0;
  *i = next;
  return take_rest (parsed, next, end, '/', content);
}

/* Behind whom it is told. */
static char
read_told (const CutParsed *parsed,
           const CutCue    *cue,
           guint            i,
           guint            end,
           CutRange        *content)
{
  guint behind = cut_noun_phrase_after (parsed, i, end, CUT_NOUN_PHRASE_PLAIN);
  guint skipped;
  char frame;

  if ((!cut_valency_has (cue, 'd') && !cut_valency_has (cue, 'D')) || behind == i)
    return 0;
  skipped = cut_valency_skip_adverbials (parsed, behind, end);
  frame = read_clause (parsed, cue, behind, end, content);
  if (frame == 0 && skipped > behind && can_open_content (parsed, skipped, end))
    frame = read_clause (parsed, cue, skipped, end, content);
  if (frame == 0 && cut_valency_has (cue, 'o') && has_complement (parsed, i, end, 'o'))
    return take_rest (parsed, i, end, 'o', content);
  if (frame == 0 && behind < end && cut_valency_has (cue, 'b') && cut_content_begins_clause (parsed, behind, end))
    return take_rest (parsed, behind, end, 'b', content);
  return frame;
}

/* A clause without "that"; where the verb is second a comma comes before it, which read_clause() knows. */
static gboolean
has_bare_clause (const CutParsed *parsed,
                 const CutCue    *cue,
                 guint            i,
                 guint            end)
{
  return cut_valency_has (cue, 'b') && !cut_language_is_verb_second (parsed->tokens->language) && cut_content_begins_clause (parsed, i, end);
}

/* What is left: a noun phrase, with or without more. */
static char
read_noun_phrase (const CutParsed *parsed,
                  const CutCue    *cue,
                  guint            i,
                  guint            end,
                  CutRange        *content)
{
  gboolean begins = cut_noun_phrase_begins (parsed, i) || cut_parsed_opens (parsed, i);

  if (cut_valency_has (cue, 'c') && begins)
    return take_rest (parsed, i, end, 'c', content);
  if (cut_valency_has (cue, 'n') && (begins || cut_parsed_tag (parsed, i) == CUT_TAG_QUESTION))
    return take_rest (parsed, i, end, 'n', content);
  return 0;
}

char
cut_valency_read (const CutParsed *parsed,
                  const CutCue    *cue,
                  guint           *i,
                  guint            end,
                  CutRange        *content)
{
  static const char complements[] = "oaf";
  guint at = *i;
  guint skipped = cut_valency_skip_adverbials (parsed, at, end);
  char frame = read_clause (parsed, cue, at, end, content);

  if (frame == 0)
    frame = read_preposition (parsed, cue, i, end, content);
  if (frame == 0)
    frame = read_told (parsed, cue, at, end, content);
  for (const char *p = complements; frame == 0 && *p != '\0'; p++)
    if (cut_valency_has (cue, *p) && has_complement (parsed, at, end, *p))
      frame = take_rest (parsed, at, end, *p, content);
  if (frame == 0 && has_bare_clause (parsed, cue, at, end))
    frame = take_rest (parsed, at, end, 'b', content);
  if (frame == 0 && skipped > at && can_open_content (parsed, skipped, end))
    frame = read_clause (parsed, cue, skipped, end, content);
  if (frame == 0 && skipped > at && has_bare_clause (parsed, cue, skipped, end))
    frame = take_rest (parsed, skipped, end, 'b', content);
  if (frame == 0 && cut_valency_has (cue, 'g') && cut_parsed_tag (parsed, at) == CUT_TAG_GERUND)
    frame = take_rest (parsed, at, end, 'g', content);
  if (frame != 0 || (skipped > at && is_time_phrase (parsed, at)))
    return frame;
  return read_noun_phrase (parsed, cue, at, end, content);
}
