/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-proposal-text.h"

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-happening.h"

/* Dates: of what happened, of claims in the text that have none, and of when somebody said so. */

/* @annotation: of a claim. Returns: whether it stands in the text; @place: where */
static gboolean
find_claim_place (const CutProposalText *text,
                  CutAnnotation         *annotation,
                  CutStretch            *place)
{
  return g_strcmp0 (cut_annotation_get_kind (annotation), "claim") == 0 && !cut_record_is_deleted (CUT_RECORD (annotation))
         && cut_reading_find_place (text->reading, cut_record_get_id (CUT_RECORD (annotation)), &place->start, &place->end);
}

static CutProposal *
date_new (const CutProposedDate *date,
          const CutStretch      *whole,
          char                  *words,
          CutRecord             *about)
{
  CutProposal *self = cut_proposal_new_at ("date", whole, &date->span, words);

  self->date = cut_date_ref (date->date);
  self->about = about != NULL ? g_strdup (cut_record_get_id (about)) : NULL;
  self->about_kind = about != NULL ? cut_record_get_kind (about) : CUT_KIND_EVENT;
  return self;
}

/* Of a claim without a date, the one that its own words give. */
static void
add_date_of_claim (const CutProposalText *text,
                   CutRecord             *claim,
                   const CutStretch      *place,
                   GPtrArray             *found)
{
  const CutProposedDate *date = cut_claim_get_fact_date (CUT_CLAIM (claim)) == NULL
                                  ? cut_happening_get_date (text->parsed, text->dates, text->published, place) : NULL;

  if (date != NULL)
    g_ptr_array_add (found, date_new (date, &date->span, g_strdup (cut_claim_get_text (CUT_CLAIM (claim))), claim));
}

/* (nullable): the day on which what stands at @place was said, as the text says beside it */
static const CutProposedDate *
find_said_at (const CutProposalText *text,
              const CutStretch      *place)
{
  for (guint i = 0; i < text->attributions->len; i++)
    {
      const CutProposedAttribution *proposed = g_ptr_array_index (text->attributions, i);

      if (!cut_stretch_is_empty (&proposed->said_at) && cut_proposal_covers (place->start, place->end, &proposed->content))
        return cut_proposal_text_find_date (text, &proposed->said_at);
    }
  return NULL;
}

/* (nullable): the first attribution at @annotation that does not tell when it was said */
static CutRecord *
find_undated (const CutProposalText *text,
              CutAnnotation         *annotation)
{
  for (guint i = 0; i < text->reading->attributions->len; i++)
    {
      CutAttribution *attribution = g_ptr_array_index (text->reading->attributions, i);

      if (g_strcmp0 (cut_attribution_get_annotation (attribution), cut_record_get_id (CUT_RECORD (annotation))) == 0
          && cut_attribution_get_said_at (attribution) == NULL && !cut_record_is_deleted (CUT_RECORD (attribution)))
        return CUT_RECORD (attribution);
    }
  return NULL;
}

static void
add_said_at (const CutProposalText *text,
             CutAnnotation         *annotation,
             CutRecord             *claim,
             const CutStretch      *place,
             GPtrArray             *found)
{
  CutRecord *attribution = find_undated (text, annotation);
  const CutProposedDate *date = attribution != NULL ? find_said_at (text, place) : NULL;

  if (date != NULL)
    g_ptr_array_add (found, date_new (date, &date->span, g_strdup (cut_claim_get_text (CUT_CLAIM (claim))), attribution));
}

static void
add_of_claims (const CutProposalText *text,
               GPtrArray             *found)
{
  for (guint i = 0; i < text->reading->annotations->len; i++)
    {
      CutAnnotation *annotation = g_ptr_array_index (text->reading->annotations, i);
      const char *id = cut_annotation_get_claim (annotation);
      CutRecord *claim = id != NULL ? cut_reading_find (text->reading, id) : NULL;
      CutStretch place;

      if (claim == NULL || cut_record_is_deleted (claim) || !find_claim_place (text, annotation, &place))
        continue;
      add_date_of_claim (text, claim, &place, found);
      add_said_at (text, annotation, claim, &place, found);
    }
}

/* What a person made a claim of is no event besides. */
static gboolean
is_claimed (const CutProposalText *text,
            const CutStretch      *words)
{
  for (guint i = 0; i < text->reading->annotations->len; i++)
    {
      CutStretch place;

      if (find_claim_place (text, g_ptr_array_index (text->reading->annotations, i), &place)
          && place.start < words->end && place.end > words->start)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
cut_proposal_dates_new (const CutProposalText *self)
{
  g_autoptr (GArray) happenings = cut_happenings_find (self->parsed, self->dates, self->published, self->attributions);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_proposal_free);

  add_of_claims (self, found);
  for (guint i = 0; i < happenings->len; i++)
    {
      const CutHappening *happening = &g_array_index (happenings, CutHappening, i);

      if (!is_claimed (self, &happening->words))
        g_ptr_array_add (found, date_new (happening->date, &happening->words, cut_proposal_text_slice (self, &happening->words), NULL));
    }
  return found;
}
