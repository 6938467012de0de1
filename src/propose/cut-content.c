/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-content.h"

#include "cut-noun-phrase.h"

#include <string.h>

#define BIT CUT_CLASS_BIT
#define MAX_ADVERBIALS 6
#define MAX_INSERTION 16 /* tokens between a cue and its quotation */

gboolean
cut_content_has_frame (const CutCue *cue,
                       char          letter)
{
  for (const char *p = cue->frames; *p != '\0' && *p != '/'; p++)
    if (*p == letter)
      return TRUE;
  return FALSE;
}

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

  return verb != NULL && (cut_content_has_frame (verb, 'q') || cut_content_has_frame (verb, 't') || cut_content_has_frame (verb, 'b'));
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
      if (cut_parsed_sign (parsed, at) == ',' && (leading || (clause && cut_parsed_tag (parsed, at + 1) == CUT_TAG_RELATIVE && !cut_parsed_has_finite (parsed, i, at))))
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
cut_content_skip_adverbials (const CutParsed *parsed,
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
cut_at_comma (const CutParsed *parsed,
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
    end = cut_at_comma (parsed, i, end);
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

      return frame == 0 && cut_content_has_frame (cue, 'b') && cut_content_begins_clause (parsed, i + 1, end) ? take_rest (parsed, i + 1, end, 'b', content) : frame;
    }
  if (cut_content_has_frame (cue, 't') && tag == CUT_TAG_THAT)
    return take_rest (parsed, i, end, 't', content);
  if (cut_content_has_frame (cue, 'w') && (tag == CUT_TAG_QUESTION || tag == CUT_TAG_RELATIVE || (tag == CUT_TAG_SUBORDINATOR && cut_parsed_is (parsed, i, BIT (CUT_CLASS_QUESTION)))))
    return take_rest (parsed, i, end, 'w', content);
  if (cut_content_has_frame (cue, 'q') || cut_content_has_frame (cue, 'n') || cut_content_has_frame (cue, 'b'))
    {
      if (cut_parsed_opens (parsed, i))
        return take_rest (parsed, i, end, 'q', content);
      if ((cut_parsed_sign (parsed, i) == ',' || cut_parsed_sign (parsed, i) == ':') && cut_parsed_opens (parsed, i + 1) && i + 1 < end)
        return take_rest (parsed, i + 1, end, 'q', content);
      if (cut_parsed_sign (parsed, i) == ':' && i + 1 < end && cut_content_has_frame (cue, 'q'))
        return take_rest (parsed, i + 1, end, 'q', content);
      quote = cut_content_has_frame (cue, 'q') ? find_quote_behind (parsed, i, end) : i;
      if (quote > i)
        return take_rest (parsed, quote, MAX (end, quote + 1), 'q', content);
    }
  if (cut_content_has_frame (cue, 'i') && (tag == CUT_TAG_TO || (tag == CUT_TAG_NEGATION && cut_parsed_tag (parsed, i + 1) == CUT_TAG_TO)))
    return take_rest (parsed, i, end, 'i', content);
  return 0;
}

char
cut_content_frame (const CutParsed *parsed,
                   const CutCue    *cue,
                   guint           *i,
                   guint            end,
                   CutRange        *content)
{
  guint at = *i;
  guint skipped;
  char frame = read_clause (parsed, cue, at, end, content);

  if (frame != 0)
    return frame;
  if (takes_preposition (cue, parsed, at))
    {
      guint next = at + 1;

      if (cut_noun_phrase_begins (parsed, next) || cut_parsed_opens (parsed, next) || cut_parsed_tag (parsed, next) == CUT_TAG_GERUND
          || cut_parsed_tag (parsed, next) == CUT_TAG_QUESTION || cut_parsed_tag (parsed, next) == CUT_TAG_THAT)
        {
          *i = next;
          return take_rest (parsed, next, end, '/', content);
        }
    }
  if (cut_content_has_frame (cue, 'd') || cut_content_has_frame (cue, 'D'))
    {
      guint behind = cut_noun_phrase_after (parsed, at, end, CUT_NOUN_PHRASE_PLAIN);

      if (behind > at)
        {
          skipped = cut_content_skip_adverbials (parsed, behind, end);
          frame = read_clause (parsed, cue, behind, end, content);
          if (frame == 0 && skipped > behind && can_open_content (parsed, skipped, end))
            frame = read_clause (parsed, cue, skipped, end, content);
          if (frame == 0 && cut_content_has_frame (cue, 'o') && has_complement (parsed, at, end, 'o'))
            return take_rest (parsed, at, end, 'o', content);
          if (frame == 0 && behind < end && cut_content_has_frame (cue, 'b') && cut_content_begins_clause (parsed, behind, end))
            return take_rest (parsed, behind, end, 'b', content);
          if (frame != 0)
            return frame;
        }
    }
  if (cut_content_has_frame (cue, 'o') && has_complement (parsed, at, end, 'o'))
    return take_rest (parsed, at, end, 'o', content);
  if (cut_content_has_frame (cue, 'a') && has_complement (parsed, at, end, 'a'))
    return take_rest (parsed, at, end, 'a', content);
  if (cut_content_has_frame (cue, 'f') && has_complement (parsed, at, end, 'f'))
    return take_rest (parsed, at, end, 'f', content);
  if (cut_content_has_frame (cue, 'b') && !cut_language_is_verb_second (parsed->tokens->language) && cut_content_begins_clause (parsed, at, end))
    return take_rest (parsed, at, end, 'b', content);
  skipped = cut_content_skip_adverbials (parsed, at, end);
  if (skipped > at)
    {
      frame = can_open_content (parsed, skipped, end) ? read_clause (parsed, cue, skipped, end, content) : 0;
      if (frame != 0)
        return frame;
      if (cut_content_has_frame (cue, 'b') && !cut_language_is_verb_second (parsed->tokens->language) && cut_content_begins_clause (parsed, skipped, end))
        return take_rest (parsed, skipped, end, 'b', content);
    }
  if (cut_content_has_frame (cue, 'g') && cut_parsed_tag (parsed, at) == CUT_TAG_GERUND)
    return take_rest (parsed, at, end, 'g', content);
  if (skipped > at && is_time_phrase (parsed, at))
    return 0;
  if (cut_content_has_frame (cue, 'c') && (cut_noun_phrase_begins (parsed, at) || cut_parsed_opens (parsed, at)))
    return take_rest (parsed, at, end, 'c', content);
  if (cut_content_has_frame (cue, 'n') && (cut_noun_phrase_begins (parsed, at) || cut_parsed_tag (parsed, at) == CUT_TAG_QUESTION || cut_parsed_opens (parsed, at)))
    return take_rest (parsed, at, end, 'n', content);
  return 0;
}
