/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-finder.h"
#include "cut-valency.h"
#include "cut-noun-phrase.h"

#define BIT CUT_CLASS_BIT

void
cut_finder_add (CutFinder *self,
                CutSaying *saying)
{
  if (saying->n_parts == 0)
    return;
  saying->word = self->cue;
  g_array_append_val (self->sayings, *saying);
}

double
cut_finder_weigh (char frame)
{
  switch (frame)
    {
    case 'q':
    case 'p':
      return 0.9;
    case 't':
    case 'b':
    case 'w':
      return 0.85;
    case 'i':
    case 'd':
      return 0.7;
    default:
      return 0.55;
    }
}

/* "hat am Montag gesagt": the auxiliary stands where the verb would. */
static void
read_bracket (CutFinder *self)
{
  for (guint at = self->verb; at > self->sentence.start; at--)
    {
      CutTag tag = cut_parsed_tag (self->parsed, at - 1);

      if (tag == CUT_TAG_SIGN || tag == CUT_TAG_QUOTE || tag == CUT_TAG_FINITE || tag == CUT_TAG_THAT)
        return;
      if (tag != CUT_TAG_HAVE && tag != CUT_TAG_BE)
        continue;
      self->have = tag == CUT_TAG_HAVE;
      self->be = tag == CUT_TAG_BE;
      self->group.start = at - 1;
      return;
    }
}

static void
read_group (CutFinder *self)
{
  const CutParsed *parsed = self->parsed;
  guint at = self->verb;

  self->be = self->have = self->modal = FALSE;
  for (; at > self->sentence.start; at--)
    {
      CutTag tag = cut_parsed_tag (parsed, at - 1);

      if (tag == CUT_TAG_BE)
        self->be = TRUE;
      else if (tag == CUT_TAG_HAVE)
        self->have = TRUE;
      else if (tag == CUT_TAG_MODAL || tag == CUT_TAG_DO)
        self->modal = TRUE;
      else if (tag != CUT_TAG_ADVERB && tag != CUT_TAG_NEGATION)
        break;
    }
  self->group = (CutRange){ at, self->verb + 1 };
  if (cut_language_is_verb_second (parsed->tokens->language) && cut_parsed_tag (parsed, self->verb) == CUT_TAG_PARTICIPLE && !self->have && !self->be)
    read_bracket (self);
}

/* "is reportedly planning": nobody is named; the hedge is the cue, see find_hedge() of the words. */
static gboolean
is_hedged (CutFinder *self)
{
  for (guint i = self->group.start; i < self->group.end; i++)
    if (cut_parsed_is (self->parsed, i, BIT (CUT_CLASS_HEDGE)))
      return self->cue == NULL || self->be || (!cut_valency_has (self->cue, 'q') && !cut_valency_has (self->cue, 't'));
  return FALSE;
}

/* "As she put it, …", "…, as she noted." */
static void
find_as (CutFinder *self,
         CutSaying *saying)
{
  const CutParsed *parsed = self->parsed;
  guint as = saying->source.start;
  guint behind = cut_valency_skip_adverbials (parsed, self->group.end, self->sentence.end);

  if (as == self->sentence.start || !cut_parsed_is (parsed, as - 1, BIT (CUT_CLASS_AS)) || cut_parsed_tag (parsed, self->verb) != CUT_TAG_FINITE)
    return;
  as--;
  saying->frame = 'p';
  saying->weight = 0.8;
  if (behind + 1 < self->sentence.end && cut_parsed_sign (parsed, behind) == ',' && as <= self->sentence.start + 1)
    cut_saying_add_part (saying, cut_content_trim (parsed, (CutRange){ behind + 1, cut_content_end (parsed, behind + 1, self->sentence.end) }));
  else if (as > self->sentence.start && cut_parsed_sign (parsed, as - 1) == ',')
    cut_saying_add_part (saying, cut_content_trim (parsed, (CutRange){ self->sentence.start, as - 1 }));
  cut_finder_add (self, saying);
}

/* "Am Montag sagte sie, …": the subject behind the verb, where the language has the verb second. */
static gboolean
find_verb_first (CutFinder *self)
{
  const CutParsed *parsed = self->parsed;
  CutSaying saying = { { 0, 0 } };
  CutRange content;
  guint behind = cut_noun_phrase_after (parsed, self->verb + 1, self->sentence.end, CUT_NOUN_PHRASE_PLAIN);
  guint i = behind;

  if (!cut_language_is_verb_second (parsed->tokens->language) || behind == self->verb + 1)
    return FALSE;
  saying.source = (CutRange){ self->verb + 1, behind };
  saying.cue = (CutRange){ self->verb, self->verb + 1 };
  saying.frame = cut_valency_read (parsed, self->cue, &i, self->sentence.end, &content);
  if (saying.frame == 0)
    return FALSE;
  saying.weight = cut_finder_weigh (saying.frame);
  cut_saying_add_part (&saying, content);
  cut_finder_add (self, &saying);
  return TRUE;
}

/* "a list which she says holds three names": the clause is split by who says it. */
static gboolean
find_split (CutFinder *self,
            CutSaying *saying)
{
  const CutParsed *parsed = self->parsed;
  guint opener = saying->source.start;

  if (!cut_valency_has (self->cue, 'b') || !cut_parsed_is_finite (parsed, self->group.end) || self->group.end >= self->sentence.end)
    return FALSE;
  if (opener > self->sentence.start && cut_parsed_tag (parsed, opener - 1) == CUT_TAG_RELATIVE)
    cut_saying_add_part (saying, (CutRange){ opener - 1, opener });
  cut_saying_add_part (saying, cut_content_trim (parsed, (CutRange){ self->group.end, cut_content_end (parsed, self->group.end, self->sentence.end) }));
  saying->frame = 's';
  saying->weight = 0.6;
  cut_finder_add (self, saying);
  return TRUE;
}

/* "After saying that it was late, she left": the speaker comes with the main verb. */
static gboolean
find_before_main (CutFinder *self)
{
  const CutParsed *parsed = self->parsed;
  CutSaying saying = { { 0, 0 } };
  CutRange content;
  guint i = self->group.end;
  guint comma;
  guint behind;

  if (cut_parsed_tag (parsed, self->verb) != CUT_TAG_GERUND || self->group.start > self->sentence.start + 2)
    return FALSE;
  saying.frame = cut_valency_read (parsed, self->cue, &i, self->sentence.end, &content);
  if (saying.frame == 0)
    return FALSE;
  for (comma = content.start; comma < self->sentence.end && cut_parsed_sign (parsed, comma) != ','; comma++)
    ;
  behind = cut_noun_phrase_after (parsed, comma + 1, self->sentence.end, CUT_NOUN_PHRASE_PLAIN);
  if (comma == self->sentence.end || behind <= comma + 1)
    return FALSE;
  saying.source = (CutRange){ comma + 1, behind };
  saying.cue = (CutRange){ self->group.start, MAX (i, self->group.end) };
  saying.weight = 0.6;
  cut_saying_add_part (&saying, (CutRange){ content.start, MIN (content.end, comma) });
  cut_finder_add (self, &saying);
  return TRUE;
}

/* Behind what was said, "when it opened the books" is when it was said; before it, it may be what she told. */
static gboolean
is_circumstance (const CutFinder *self,
                 char             frame,
                 CutRange         content)
{
  const CutParsed *parsed = self->parsed;

  if (frame != 'w' || cut_parsed_is (parsed, self->verb, BIT (CUT_CLASS_ASKING)) || cut_parsed_tag (parsed, content.start) != CUT_TAG_SUBORDINATOR)
    return FALSE;
  for (guint i = content.start; i < content.end; i++)
    if (cut_parsed_tag (parsed, i) == CUT_TAG_QUOTE)
      return FALSE;
  return TRUE;
}

static void
find_active (CutFinder *self)
{
  const CutParsed *parsed = self->parsed;
  CutSaying saying = { { 0, 0 } };
  CutRange before = { 0, 0 };
  CutRange after;
  gboolean quoted = FALSE;
  gboolean precedes = FALSE;
  gboolean has_source;
  CutTag tag = cut_parsed_tag (parsed, self->verb);
  guint i = self->group.end;

  if (tag == CUT_TAG_GERUND && !self->be)
    has_source = cut_subject_of_clause (parsed, self->group.start, self->sentence.start, &saying.source);
  else
    has_source = cut_subject_before (parsed, self->group.start, self->sentence.start, &saying.source);
  if (!has_source && (find_verb_first (self) || find_before_main (self)))
    return;
  if (!has_source)
    return;
  if (cut_valency_has (self->cue, 's'))
    {
      cut_finder_find_about_subject (self, saying.source, 's');
      return;
    }
  saying.cue = self->group;
  saying.frame = cut_valency_read (parsed, self->cue, &i, self->sentence.end, &after);
  if (tag == CUT_TAG_FINITE && cut_valency_has (self->cue, 'q') && cut_subject_trim (parsed, saying.source).start == saying.source.start)
    precedes = cut_finder_find_content_before (self, saying.source.start, &before, &quoted);
  if (precedes && (quoted || saying.frame == 0 || is_circumstance (self, saying.frame, after)))
    {
      cut_saying_add_part (&saying, before);
      cut_finder_add_second_part (self, &saying, self->group.end, quoted);
      saying.frame = quoted ? 'q' : 'p';
      saying.weight = 0.9;
      cut_finder_add (self, &saying);
      return;
    }
  if (saying.frame == 0 && find_split (self, &saying))
    return;
  if (saying.frame == 0)
    {
      find_as (self, &saying);
      return;
    }
  /* "what he said frightens": the content is not said again. */
  if (saying.frame == 'b' && saying.source.start > self->sentence.start && cut_parsed_tag (parsed, saying.source.start - 1) == CUT_TAG_QUESTION)
    return;
  saying.cue.end = MAX (saying.cue.end, i);
  saying.weight = cut_finder_weigh (saying.frame);
  cut_saying_add_part (&saying, after);
  cut_finder_add (self, &saying);
}

/* "went on to say": the verb that says nothing by itself belongs to the cue. */
static gboolean
read_light (CutFinder *self)
{
  const CutParsed *parsed = self->parsed;
  guint table = parsed->light;

  for (guint back = 2; back <= 4 && self->verb >= self->sentence.start + back; back++)
    {
      guint n;

      if (cut_tokens_match (parsed->tokens, table, self->verb - back, self->verb, &n) == NULL || n != back)
        continue;
      self->group.start = self->verb - back;
      return cut_parsed_is_finite (parsed, self->group.start);
    }
  return FALSE;
}

void
cut_sayings_from_verbs (const CutParsed *parsed,
                        GArray          *sayings)
{
  CutFinder finder = { parsed, sayings, NULL };

  for (guint i = 0; i < parsed->tokens->n; i++)
    {
      const CutEntry *entry = cut_parsed_get (parsed, i)->entry;
      CutTag tag = cut_parsed_tag (parsed, i);

      if (entry == NULL || parsed->inside[i] != CUT_NO_TOKEN || (entry->predicate == NULL && (entry->verb == NULL || entry->verb->frames[0] == '-')))
        continue;
      finder.cue = entry->verb;
      finder.verb = i;
      finder.sentence = cut_parsed_get_sentence (parsed, i);
      read_group (&finder);
      if (is_hedged (&finder))
        continue;
      if (entry->predicate != NULL && (cut_finder_find_predicate (&finder, entry->predicate) || entry->verb == NULL || entry->verb->frames[0] == '-'))
        continue;
      if (tag == CUT_TAG_PARTICIPLE && !finder.be && !finder.have && i == finder.sentence.start)
        cut_finder_find_asked (&finder);
      else if (tag == CUT_TAG_PARTICIPLE && (finder.be || !finder.have))
        cut_finder_find_passive (&finder);
      else if (tag == CUT_TAG_FINITE || tag == CUT_TAG_GERUND || tag == CUT_TAG_PARTICIPLE || (tag == CUT_TAG_BASE && (finder.modal || read_light (&finder))))
        {
          if (tag != CUT_TAG_FINITE || !cut_finder_find_inverted (&finder))
            find_active (&finder);
        }
    }
}
