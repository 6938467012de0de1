/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-finder.h"
#include "cut-valency.h"
#include "cut-noun-phrase.h"

#define BIT CUT_CLASS_BIT

/* The content is the subject with what is behind the verb: "is expected to", "seems". */
void
cut_finder_find_about_subject (CutFinder *self,
                               CutRange   subject,
                               char       frame)
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
  cut_finder_add (self, &saying);
}

static gboolean
is_behind_as (CutFinder *self)
{
  return self->group.start > self->sentence.start && cut_parsed_is (self->parsed, self->group.start - 1, BIT (CUT_CLASS_AS));
}

/* "As reported by the paper, …", "…, as reported by the paper." */
static gboolean
find_as_passive (CutFinder *self,
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
  cut_finder_add (self, saying);
  return TRUE;
}

/* "was praised by the mayor", "was accused by the mayor of lying" */
static void
find_by_agent (CutFinder *self,
               CutRange   subject)
{
  const CutParsed *parsed = self->parsed;
  CutSaying saying = { { 0, 0 } };
  guint from = self->group.end + 1;
  guint behind = cut_noun_phrase_after (parsed, from, self->sentence.end, CUT_NOUN_PHRASE_PLAIN);

  if (behind == from)
    return;
  saying.source = (CutRange){ from, behind };
  saying.cue = self->group;
  if (find_as_passive (self, &saying, behind) || subject.start >= subject.end)
    return;
  saying.passive = TRUE;
  saying.frame = 'y';
  saying.weight = 0.5;
  cut_saying_add_part (&saying, subject);
  if (cut_parsed_tag (parsed, behind) == CUT_TAG_TO || cut_parsed_is (parsed, behind, BIT (CUT_CLASS_AS) | BIT (CUT_CLASS_OF)))
    cut_saying_add_part (&saying, cut_content_trim (parsed, (CutRange){ behind, cut_content_end (parsed, behind, self->sentence.end) }));
  cut_finder_add (self, &saying);
}

/* "was asked whether", "have been told that", "was reported that": who did is not said. */
static void
find_impersonal (CutFinder *self,
                 gboolean   over_adverbials)
{
  const CutParsed *parsed = self->parsed;
  CutSaying saying = { { 0, 0 } };
  CutRange content;
  guint i = self->group.end;

  if (over_adverbials)
    i = cut_valency_skip_adverbials (parsed, i, self->sentence.end);
  saying.frame = cut_valency_read (parsed, self->cue, &i, self->sentence.end, &content);
  if (saying.frame == 0 && over_adverbials)
    {
      i = self->group.end;
      saying.frame = cut_valency_read (parsed, self->cue, &i, self->sentence.end, &content);
    }
  if (saying.frame == 0 || saying.frame == 'b' || saying.frame == 'n')
    return;
  saying.cue = (CutRange){ self->group.start, MAX (i, self->group.end) };
  saying.passive = TRUE;
  saying.weight = 0.6;
  cut_saying_add_part (&saying, content);
  cut_finder_add (self, &saying);
}

void
cut_finder_find_passive (CutFinder *self)
{
  const CutParsed *parsed = self->parsed;
  CutRange subject = { 0, 0 };
  guint i = self->group.end;

  if (!cut_subject_before (parsed, self->group.start, self->sentence.start, &subject) && !is_behind_as (self))
    return;
  if (cut_parsed_is (parsed, i, BIT (CUT_CLASS_AGENT)))
    find_by_agent (self, subject);
  else if (!self->be || subject.start >= subject.end)
    return;
  else if (cut_valency_has (self->cue, 'd') || cut_valency_has (self->cue, 'D'))
    find_impersonal (self, TRUE);
  else if (cut_parsed_tag (parsed, i) == CUT_TAG_THAT)
    find_impersonal (self, FALSE);
  else if ((cut_valency_has (self->cue, 'x') && cut_parsed_tag (parsed, i) == CUT_TAG_TO)
           || (cut_valency_has (self->cue, 'f') && cut_parsed_is (parsed, i, BIT (CUT_CLASS_OF))))
    cut_finder_find_about_subject (self, subject, 'x');
}

/* "Asked whether he would stay, he …" */
void
cut_finder_find_asked (CutFinder *self)
{
  CutSaying saying = { { 0, 0 } };
  CutRange content;
  guint i = cut_valency_skip_adverbials (self->parsed, self->group.end, self->sentence.end);

  if (!cut_valency_has (self->cue, 'd') || !cut_valency_has (self->cue, 'q'))
    return;
  saying.frame = cut_valency_read (self->parsed, self->cue, &i, self->sentence.end, &content);
  if (saying.frame == 0)
    {
      i = self->group.end;
      saying.frame = cut_valency_read (self->parsed, self->cue, &i, self->sentence.end, &content);
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
  cut_finder_add (self, &saying);
}

/* "She is convinced that …": an adjective, or a participle, behind a form of "be". */
gboolean
cut_finder_find_predicate (CutFinder    *self,
                           const CutCue *cue)
{
  const CutParsed *parsed = self->parsed;
  CutSaying saying = { { 0, 0 } };
  CutRange content;
  guint i = self->group.end;

  if (!self->be || !cut_subject_before (parsed, self->group.start, self->sentence.start, &saying.source))
    return FALSE;
  saying.frame = cut_valency_read (parsed, cue, &i, self->sentence.end, &content);
  if (saying.frame == 0)
    return FALSE;
  self->cue = cue;
  saying.cue = (CutRange){ self->group.start, MAX (i, self->group.end) };
  saying.weight = 0.5;
  cut_saying_add_part (&saying, content);
  cut_finder_add (self, &saying);
  return TRUE;
}
