/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-noun-phrase.h"
#include "cut-saying.h"

#define BIT CUT_CLASS_BIT
#define MIN_CLAUSE 3 /* tokens; shorter ones before ", he said" are adverbs */

typedef struct
{
  const CutParsed *parsed;
  GArray *sayings;
  const CutCue *cue;
  CutRange sentence;
  guint verb;
  CutRange group; /* the verb with its auxiliaries and adverbs */
  gboolean be;
  gboolean have;
  gboolean modal;
} Finder;

/* "hat am Montag gesagt": the auxiliary stands where the verb would. */
static void
read_bracket (Finder *self)
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
read_group (Finder *self)
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

static void
add (Finder    *self,
     CutSaying *saying)
{
  if (saying->n_parts == 0)
    return;
  saying->word = self->cue;
  g_array_append_val (self->sayings, *saying);
}

static gboolean
goes_on_behind (Finder *self)
{
  guint behind = self->group.end;

  return behind + 1 < self->sentence.end && cut_parsed_sign (self->parsed, behind) == ','
         && cut_parsed_has_finite (self->parsed, behind + 1, self->sentence.end) && cut_parsed_tag (self->parsed, behind + 1) != CUT_TAG_GERUND
         && cut_parsed_tag (self->parsed, behind + 1) != CUT_TAG_RELATIVE;
}

/* What stands before a source or verb at @before that comes behind what is said: the quotation, or the clause. */
static gboolean
find_content_before (Finder   *self,
                     guint     before,
                     CutRange *content,
                     gboolean *quoted)
{
  const CutParsed *parsed = self->parsed;
  guint end = before;
  guint start = self->sentence.start;

  *quoted = FALSE;
  if (end == 0 || (cut_parsed_get (parsed, end)->flags & CUT_PROSE_PARAGRAPH) != 0)
    return FALSE;
  /* “Really?” she asked: a new sentence only by the look of it. */
  if (end <= start && (end < 2 || !cut_parsed_closes (parsed, end - 1) || cut_parsed_sign (parsed, end - 2) == '.'))
    return FALSE;
  if (end > 0 && (cut_parsed_sign (parsed, end - 1) == ',' || cut_parsed_sign (parsed, end - 1) == 0x2014))
    end--;
  else if (end == 0 || !cut_parsed_closes (parsed, end - 1))
    return FALSE;
  if (end > 0 && cut_parsed_closes (parsed, end - 1) && (cut_parsed_get (parsed, end - 1)->flags & CUT_PROSE_SINGLE) == 0)
    {
      guint open = parsed->mates[end - 1];
      CutRange sentence;

      *quoted = TRUE;
      if (open == CUT_NO_TOKEN)
        open = cut_parsed_get_paragraph (parsed, end - 1).start;
      sentence = cut_parsed_get_sentence (parsed, open);
      start = open;
      /* "The plan is “a joke,” she said": the clause it stands in. */
      if (open > sentence.start && cut_parsed_sign (parsed, open - 1) != ',' && cut_parsed_sign (parsed, open - 1) != ':'
          && !cut_parsed_closes (parsed, open - 1))
        start = cut_parsed_tag (parsed, sentence.start) == CUT_TAG_COORDINATOR ? sentence.start + 1 : sentence.start;
      *content = (CutRange){ start, end };
      return end - start >= 2;
    }
  /* "Within a year, she said, the wall will fall": the verb may come behind. */
  if ((end < start + MIN_CLAUSE || !cut_parsed_has_finite (parsed, start, end)) && !goes_on_behind (self))
    return FALSE;
  if (cut_parsed_tag (parsed, start) == CUT_TAG_COORDINATOR)
    start++;
  *content = cut_content_trim (parsed, (CutRange){ start, end });
  return content->start < content->end;
}

/* Behind "…, she said": a second part, in the same sentence. */
static void
add_second_part (Finder    *self,
                 CutSaying *saying,
                 guint      i,
                 gboolean   quoted)
{
  const CutParsed *parsed = self->parsed;
  guint behind = i;
  CutTag tag;

  if (i < self->sentence.end && (cut_content_has_frame (self->cue, 'd') || cut_content_has_frame (self->cue, 'D')) && cut_noun_phrase_begins (parsed, i))
    i = cut_noun_phrase_after (parsed, i, self->sentence.end, CUT_NOUN_PHRASE_PLAIN);
  behind = cut_content_skip_adverbials (parsed, i, self->sentence.end);
  if (cut_parsed_sign (parsed, behind) != ',' && cut_parsed_sign (parsed, behind) != ':')
    behind = i;
  if (behind >= self->sentence.end || (cut_parsed_sign (parsed, behind) != ',' && cut_parsed_sign (parsed, behind) != ':' && cut_parsed_sign (parsed, behind) != 0x2014))
    return;
  behind++;
  if (behind >= self->sentence.end)
    return;
  if (cut_parsed_opens (parsed, behind))
    {
      cut_saying_add_part (saying, cut_content_trim (parsed, (CutRange){ behind, cut_content_end (parsed, behind, self->sentence.end) }));
      return;
    }
  tag = cut_parsed_tag (parsed, behind);
  if (quoted || tag == CUT_TAG_GERUND || tag == CUT_TAG_RELATIVE || tag == CUT_TAG_SUBORDINATOR || tag == CUT_TAG_PARTICIPLE)
    return;
  cut_saying_add_part (saying, cut_content_trim (parsed, (CutRange){ behind, cut_content_end (parsed, behind, self->sentence.end) }));
}

/* "…," said Ann Reed, the mayor. Returns whether it is one. */
static gboolean
find_inverted (Finder *self)
{
  const CutParsed *parsed = self->parsed;
  CutSaying saying = { { 0, 0 } };
  CutRange content;
  gboolean quoted;
  guint behind;

  if (self->be || self->have || self->modal || !cut_content_has_frame (self->cue, 'q') || cut_content_has_frame (self->cue, 'D'))
    return FALSE;
  behind = cut_noun_phrase_after (parsed, self->group.end, self->sentence.end, CUT_NOUN_PHRASE_FULL | CUT_NOUN_PHRASE_APPOSITION);
  if (behind == self->group.end || (behind < self->sentence.end && cut_parsed_is_finite (parsed, behind)))
    return FALSE;
  /* "Reed, who came late, said Marten had left" is not inverted. */
  if (self->group.start > 0 && cut_parsed_sign (parsed, self->group.start - 1) == ',' && (self->group.start < 2 || !cut_parsed_closes (parsed, self->group.start - 2))
      && cut_content_begins_clause (parsed, self->group.end, self->sentence.end))
    return FALSE;
  saying.source = (CutRange){ self->group.end, behind };
  saying.cue = self->group;
  if (find_content_before (self, self->group.start, &content, &quoted))
    {
      cut_saying_add_part (&saying, content);
      add_second_part (self, &saying, behind, quoted);
      saying.frame = quoted ? 'q' : 'p';
      saying.weight = 0.9;
      add (self, &saying);
      return TRUE;
    }
  /* "Said Ann Reed: “…”" */
  if (self->group.start != self->sentence.start && !(cut_parsed_tag (parsed, self->group.start - 1) == CUT_TAG_COORDINATOR && self->group.start - 1 == self->sentence.start))
    return FALSE;
  if (!((cut_parsed_sign (parsed, behind) == ',' || cut_parsed_sign (parsed, behind) == ':') && cut_parsed_opens (parsed, behind + 1)))
    return FALSE;
  cut_saying_add_part (&saying, (CutRange){ behind + 1, cut_content_end (parsed, behind + 1, self->sentence.end) });
  saying.frame = 'q';
  saying.weight = 0.9;
  add (self, &saying);
  return TRUE;
}

static double
weigh (char frame)
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

/* "is reportedly planning": nobody is named; the hedge is the cue, see find_hedge() of the words. */
static gboolean
is_hedged (Finder *self)
{
  for (guint i = self->group.start; i < self->group.end; i++)
    if (cut_parsed_is (self->parsed, i, BIT (CUT_CLASS_HEDGE)))
      return self->cue == NULL || self->be || (!cut_content_has_frame (self->cue, 'q') && !cut_content_has_frame (self->cue, 't'));
  return FALSE;
}

/* The content is the subject with what is behind the verb: "is expected to", "seems". */
static void
find_about_subject (Finder  *self,
                    CutRange subject,
                    char     frame)
{
  const CutParsed *parsed = self->parsed;
  CutSaying saying = { { 0, 0 } };
  guint i = self->group.end;
  CutRange rest = cut_content_trim (parsed, (CutRange){ i, cut_content_end (parsed, i, self->sentence.end) });

  if (rest.start >= rest.end)
    return;
  saying.cue = self->group;
  saying.passive = TRUE;
  saying.frame = frame;
  saying.weight = 0.5;
  cut_saying_add_part (&saying, subject);
  cut_saying_add_part (&saying, rest);
  add (self, &saying);
}

static gboolean
is_behind_as (Finder *self)
{
  return self->group.start > self->sentence.start && cut_parsed_is (self->parsed, self->group.start - 1, BIT (CUT_CLASS_AS));
}

/* "As reported by the paper, …", "…, as reported by the paper." */
static gboolean
find_as_passive (Finder    *self,
                 CutSaying *saying,
                 guint      behind)
{
  const CutParsed *parsed = self->parsed;
  guint as = self->group.start - 1;

  if (!is_behind_as (self))
    return FALSE;
  if (as == self->sentence.start && behind + 1 < self->sentence.end && cut_parsed_sign (parsed, behind) == ',')
    cut_saying_add_part (saying, cut_content_trim (parsed, (CutRange){ behind + 1, cut_content_end (parsed, behind + 1, self->sentence.end) }));
  else if (as > self->sentence.start && cut_parsed_sign (parsed, as - 1) == ',')
    cut_saying_add_part (saying, cut_content_trim (parsed, (CutRange){ self->sentence.start, as - 1 }));
  saying->frame = 'p';
  saying->weight = 0.8;
  add (self, saying);
  return TRUE;
}

static void
find_passive (Finder *self)
{
  const CutParsed *parsed = self->parsed;
  CutSaying saying = { { 0, 0 } };
  CutRange subject = { 0, 0 };
  CutRange content;
  guint i = self->group.end;
  guint behind;

  if (!cut_subject_before (parsed, self->group.start, self->sentence.start, &subject) && !is_behind_as (self))
    return;
  if (cut_parsed_is (parsed, i, BIT (CUT_CLASS_AGENT)))
    {
      behind = cut_noun_phrase_after (parsed, i + 1, self->sentence.end, CUT_NOUN_PHRASE_PLAIN);
      if (behind == i + 1)
        return;
      saying.source = (CutRange){ i + 1, behind };
      saying.cue = self->group;
      if (find_as_passive (self, &saying, behind))
        return;
      saying.passive = TRUE;
      saying.frame = 'y';
      saying.weight = 0.5;
      if (subject.start >= subject.end)
        return;
      cut_saying_add_part (&saying, subject);
      if (cut_parsed_tag (parsed, behind) == CUT_TAG_TO || cut_parsed_is (parsed, behind, BIT (CUT_CLASS_AS) | BIT (CUT_CLASS_OF)))
        cut_saying_add_part (&saying, cut_content_trim (parsed, (CutRange){ behind, cut_content_end (parsed, behind, self->sentence.end) }));
      add (self, &saying);
      return;
    }
  if (!self->be || subject.start >= subject.end)
    return;
  /* "was asked whether", "have been told that": who asked is not said. */
  if (cut_content_has_frame (self->cue, 'd') || cut_content_has_frame (self->cue, 'D'))
    {
      i = cut_content_skip_adverbials (parsed, i, self->sentence.end);
      saying.frame = cut_content_frame (parsed, self->cue, &i, self->sentence.end, &content);
      if (saying.frame == 0)
        {
          i = self->group.end;
          saying.frame = cut_content_frame (parsed, self->cue, &i, self->sentence.end, &content);
        }
      if (saying.frame == 0 || saying.frame == 'b' || saying.frame == 'n')
        return;
      saying.cue = (CutRange){ self->group.start, MAX (i, self->group.end) };
      saying.passive = TRUE;
      saying.weight = 0.6;
      cut_saying_add_part (&saying, content);
      add (self, &saying);
      return;
    }
  if (cut_parsed_tag (parsed, i) == CUT_TAG_THAT)
    {
      saying.cue = self->group;
      saying.passive = TRUE;
      saying.frame = cut_content_frame (parsed, self->cue, &i, self->sentence.end, &content);
      if (saying.frame == 0)
        return;
      saying.weight = 0.6;
      cut_saying_add_part (&saying, content);
      add (self, &saying);
    }
  else if (cut_content_has_frame (self->cue, 'x') && cut_parsed_tag (parsed, i) == CUT_TAG_TO)
    find_about_subject (self, subject, 'x');
  else if (cut_content_has_frame (self->cue, 'f') && cut_parsed_is (parsed, i, BIT (CUT_CLASS_OF)))
    find_about_subject (self, subject, 'x');
}

/* "As she put it, …", "…, as she noted." */
static void
find_as (Finder    *self,
         CutSaying *saying)
{
  const CutParsed *parsed = self->parsed;
  guint as = saying->source.start;
  guint behind = cut_content_skip_adverbials (parsed, self->group.end, self->sentence.end);

  if (as == self->sentence.start || !cut_parsed_is (parsed, as - 1, BIT (CUT_CLASS_AS)) || cut_parsed_tag (parsed, self->verb) != CUT_TAG_FINITE)
    return;
  as--;
  saying->frame = 'p';
  saying->weight = 0.8;
  if (behind + 1 < self->sentence.end && cut_parsed_sign (parsed, behind) == ',' && as <= self->sentence.start + 1)
    cut_saying_add_part (saying, cut_content_trim (parsed, (CutRange){ behind + 1, cut_content_end (parsed, behind + 1, self->sentence.end) }));
  else if (as > self->sentence.start && cut_parsed_sign (parsed, as - 1) == ',')
    cut_saying_add_part (saying, cut_content_trim (parsed, (CutRange){ self->sentence.start, as - 1 }));
  add (self, saying);
}

/* "Am Montag sagte sie, …": the subject behind the verb, where the language has the verb second. */
static gboolean
find_verb_first (Finder *self)
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
  saying.frame = cut_content_frame (parsed, self->cue, &i, self->sentence.end, &content);
  if (saying.frame == 0)
    return FALSE;
  saying.weight = weigh (saying.frame);
  cut_saying_add_part (&saying, content);
  add (self, &saying);
  return TRUE;
}

/* "a list which she says holds three names": the clause is split by who says it. */
static gboolean
find_split (Finder    *self,
            CutSaying *saying)
{
  const CutParsed *parsed = self->parsed;
  guint opener = saying->source.start;

  if (!cut_content_has_frame (self->cue, 'b') || !cut_parsed_is_finite (parsed, self->group.end) || self->group.end >= self->sentence.end)
    return FALSE;
  if (opener > self->sentence.start && cut_parsed_tag (parsed, opener - 1) == CUT_TAG_RELATIVE)
    cut_saying_add_part (saying, (CutRange){ opener - 1, opener });
  cut_saying_add_part (saying, cut_content_trim (parsed, (CutRange){ self->group.end, cut_content_end (parsed, self->group.end, self->sentence.end) }));
  saying->frame = 's';
  saying->weight = 0.6;
  add (self, saying);
  return TRUE;
}

static void
find_active (Finder *self)
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
  if (!has_source && find_verb_first (self))
    return;
  if (!has_source)
    return;
  if (cut_content_has_frame (self->cue, 's'))
    {
      find_about_subject (self, saying.source, 's');
      return;
    }
  saying.cue = self->group;
  saying.frame = cut_content_frame (parsed, self->cue, &i, self->sentence.end, &after);
  if (tag == CUT_TAG_FINITE && cut_content_has_frame (self->cue, 'q') && cut_subject_trim (parsed, saying.source).start == saying.source.start)
    precedes = find_content_before (self, saying.source.start, &before, &quoted);
  if (precedes && (quoted || saying.frame == 0))
    {
      cut_saying_add_part (&saying, before);
      add_second_part (self, &saying, self->group.end, quoted);
      saying.frame = quoted ? 'q' : 'p';
      saying.weight = 0.9;
      add (self, &saying);
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
  saying.weight = weigh (saying.frame);
  cut_saying_add_part (&saying, after);
  add (self, &saying);
}

/* "Asked whether he would stay, he …" */
static void
find_asked (Finder *self)
{
  CutSaying saying = { { 0, 0 } };
  CutRange content;
  guint i = cut_content_skip_adverbials (self->parsed, self->group.end, self->sentence.end);

  if (!cut_content_has_frame (self->cue, 'd') || !cut_content_has_frame (self->cue, 'q'))
    return;
  saying.frame = cut_content_frame (self->parsed, self->cue, &i, self->sentence.end, &content);
  if (saying.frame == 0)
    {
      i = self->group.end;
      saying.frame = cut_content_frame (self->parsed, self->cue, &i, self->sentence.end, &content);
    }
  if (saying.frame == 0)
    return;
  saying.cue = (CutRange){ self->group.start, MAX (i, self->group.end) };
  saying.weight = 0.6;
  for (guint at = content.start; at < content.end; at++)
    if (cut_parsed_sign (self->parsed, at) == ',')
      {
        content.end = at;
        break;
      }
  cut_saying_add_part (&saying, content);
  add (self, &saying);
}

/* "went on to say": the verb that says nothing by itself belongs to the cue. */
static gboolean
read_light (Finder *self)
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

/* "She is convinced that …": an adjective, or a participle, behind a form of "be". */
static gboolean
find_predicate (Finder       *self,
                const CutCue *cue)
{
  const CutParsed *parsed = self->parsed;
  CutSaying saying = { { 0, 0 } };
  CutRange content;
  guint i = self->group.end;

  if (!self->be || !cut_subject_before (parsed, self->group.start, self->sentence.start, &saying.source))
    return FALSE;
  saying.frame = cut_content_frame (parsed, cue, &i, self->sentence.end, &content);
  if (saying.frame == 0)
    return FALSE;
  self->cue = cue;
  saying.cue = (CutRange){ self->group.start, MAX (i, self->group.end) };
  saying.weight = 0.5;
  cut_saying_add_part (&saying, content);
  add (self, &saying);
  return TRUE;
}

void
cut_sayings_from_verbs (const CutParsed *parsed,
                        GArray          *sayings)
{
  Finder finder = { parsed, sayings, NULL };

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
      if (entry->predicate != NULL && (find_predicate (&finder, entry->predicate) || entry->verb == NULL || entry->verb->frames[0] == '-'))
        continue;
      if (tag == CUT_TAG_PARTICIPLE && !finder.be && !finder.have && i == finder.sentence.start)
        find_asked (&finder);
      else if (tag == CUT_TAG_PARTICIPLE && (finder.be || !finder.have))
        find_passive (&finder);
      else if (tag == CUT_TAG_FINITE || tag == CUT_TAG_GERUND || tag == CUT_TAG_PARTICIPLE || (tag == CUT_TAG_BASE && (finder.modal || read_light (&finder))))
        {
          if (tag != CUT_TAG_FINITE || !find_inverted (&finder))
            find_active (&finder);
        }
    }
}
