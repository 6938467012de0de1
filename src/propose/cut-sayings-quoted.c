/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-finder.h"
#include "cut-valency.h"
#include "cut-noun-phrase.h"

#define MIN_CLAUSE 3 /* tokens; shorter ones before ", he said" are adverbs */

static gboolean
goes_on_behind (CutFinder *self)
{
  guint behind = self->group.end;

  return behind + 1 < self->sentence.end && cut_parsed_sign (self->parsed, behind) == ','
         && cut_parsed_has_finite (self->parsed, behind + 1, self->sentence.end) && cut_parsed_tag (self->parsed, behind + 1) != CUT_TAG_GERUND
         && cut_parsed_tag (self->parsed, behind + 1) != CUT_TAG_RELATIVE;
}

/* What stands before a source or verb at @before that comes behind what is said: the quotation, or the clause. */
gboolean
cut_finder_find_content_before (CutFinder *self,
                                guint      before,
                                CutRange  *content,
                                gboolean  *quoted)
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
void
cut_finder_add_second_part (CutFinder *self,
                            CutSaying *saying,
                            guint      i,
                            gboolean   quoted)
{
  const CutParsed *parsed = self->parsed;
  guint behind = i;
  CutTag tag;

  if (i < self->sentence.end && (cut_valency_has (self->cue, 'd') || cut_valency_has (self->cue, 'D')) && cut_noun_phrase_begins (parsed, i))
    i = cut_noun_phrase_after (parsed, i, self->sentence.end, CUT_NOUN_PHRASE_PLAIN);
  behind = cut_valency_skip_adverbials (parsed, i, self->sentence.end);
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
gboolean
cut_finder_find_inverted (CutFinder *self)
{
  const CutParsed *parsed = self->parsed;
  CutSaying saying = { { 0, 0 } };
  CutRange content;
  gboolean quoted;
  guint behind;

  if (self->be || self->have || self->modal || !cut_valency_has (self->cue, 'q') || cut_valency_has (self->cue, 'D'))
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
  if (cut_finder_find_content_before (self, self->group.start, &content, &quoted))
    {
      cut_saying_add_part (&saying, content);
      cut_finder_add_second_part (self, &saying, behind, quoted);
      saying.frame = quoted ? 'q' : 'p';
      saying.weight = 0.9;
      cut_finder_add (self, &saying);
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
  cut_finder_add (self, &saying);
  return TRUE;
}
