/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-proposal.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-dismissed.h"
#include "cut-proposal-text.h"

CutProposal *
cut_proposal_copy (const CutProposal *self)
{
  CutProposal *copy = g_memdup2 (self, sizeof *self);

  copy->parts = g_memdup2 (self->parts, self->n_parts * sizeof *self->parts);
  copy->words = g_strdup (self->words);
  copy->source = g_strdup (self->source);
  copy->via = g_strdup (self->via);
  copy->condition = g_strdup (self->condition);
  copy->hedge = g_strdup (self->hedge);
  copy->said_at = self->said_at != NULL ? cut_date_ref (self->said_at) : NULL;
  copy->date = self->date != NULL ? cut_date_ref (self->date) : NULL;
  copy->about = g_strdup (self->about);
  return copy;
}

void
cut_proposal_free (CutProposal *self)
{
  if (self == NULL)
    return;
  g_free (self->parts);
  g_free (self->words);
  g_free (self->source);
  g_free (self->via);
  g_free (self->condition);
  g_free (self->hedge);
  g_clear_pointer (&self->said_at, cut_date_unref);
  g_clear_pointer (&self->date, cut_date_unref);
  g_free (self->about);
  g_free (self);
}

static gboolean
is_same_date (const CutDate *a,
              const CutDate *b)
{
  return a == b || (a != NULL && b != NULL && cut_date_equal (a, b));
}

gboolean
cut_proposal_equal (const CutProposal *a,
                    const CutProposal *b)
{
  return g_str_equal (a->kind, b->kind) && a->start == b->start && a->end == b->end && a->presumed == b->presumed
         && g_strcmp0 (a->words, b->words) == 0 && g_strcmp0 (a->source, b->source) == 0 && g_strcmp0 (a->via, b->via) == 0
         && g_strcmp0 (a->stance, b->stance) == 0 && g_strcmp0 (a->terms, b->terms) == 0 && g_strcmp0 (a->form, b->form) == 0
         && g_strcmp0 (a->hedge, b->hedge) == 0 && g_strcmp0 (a->about, b->about) == 0 && is_same_date (a->said_at, b->said_at)
         && is_same_date (a->date, b->date);
}

CutProposal *
cut_proposal_new_at (const char       *kind,
                     const CutStretch *whole,
                     const CutStretch *part,
                     char             *words)
{
  CutProposal *self = g_new0 (CutProposal, 1);

  self->kind = kind;
  self->start = whole->start;
  self->end = whole->end;
  self->parts = g_memdup2 (part, sizeof *part);
  self->n_parts = 1;
  self->words = words;
  return self;
}

gboolean
cut_proposal_covers (guint             start,
                     guint             end,
                     const CutStretch *whole)
{
  return 2 * ((gint64) MIN (end, whole->end) - (gint64) MAX (start, whole->start))
         > (gint64) MIN (end - start, whole->end - whole->start);
}

/* Which of them. */

/* What kind of mark a proposal makes; none for what only dates a record that has its mark. */
static const char *
get_mark_kind (const CutProposal *proposal)
{
  if (g_str_equal (proposal->kind, "headline"))
    return "note";
  if (g_str_equal (proposal->kind, "date"))
    return proposal->about == NULL ? "date" : NULL;
  return "claim";
}

static gboolean
is_marked (CutReading        *reading,
           const CutProposal *proposal)
{
  const char *kind = get_mark_kind (proposal);
  CutStretch whole = { proposal->start, proposal->end };

  for (guint i = 0; kind != NULL && i < reading->annotations->len; i++)
    {
      CutAnnotation *annotation = g_ptr_array_index (reading->annotations, i);
      guint start, end;

      if (g_strcmp0 (cut_annotation_get_kind (annotation), kind) == 0 && !cut_record_is_deleted (CUT_RECORD (annotation))
          && cut_reading_find_place (reading, cut_record_get_id (CUT_RECORD (annotation)), &start, &end)
          && cut_proposal_covers (start, end, &whole))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_wanted (CutReading        *reading,
           GPtrArray         *dismissals,
           const CutProposal *proposal)
{
  const char *sha256 = cut_capture_get_text_sha256 (CUT_CAPTURE (reading->capture));

  return proposal->words != NULL && *proposal->words != '\0' && !is_marked (reading, proposal)
         && !cut_dismissed_has (dismissals, sha256, proposal->kind, proposal->start, proposal->end, proposal->words);
}

/* @found: (transfer full) (element-type CutProposal) */
static void
take_wanted (CutReading *reading,
             GPtrArray  *dismissals,
             GPtrArray  *found,
             GPtrArray  *wanted)
{
  for (guint i = 0; i < found->len; i++)
    if (is_wanted (reading, dismissals, g_ptr_array_index (found, i)))
      g_ptr_array_add (wanted, cut_proposal_copy (g_ptr_array_index (found, i)));
  g_ptr_array_unref (found);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const CutProposal *one = *(const CutProposal *const *) a;
  const CutProposal *other = *(const CutProposal *const *) b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return g_strcmp0 (one->kind, other->kind);
}

GPtrArray *
cut_proposals_new (CutReading   *reading,
                   GPtrArray    *dismissals,
                   GCancellable *cancellable)
{
  g_autoptr (CutProposalText) text = cut_proposal_text_new (reading, cancellable);
  GPtrArray *wanted;

  if (text == NULL)
    return NULL;
  wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_proposal_free);
  take_wanted (reading, dismissals, cut_proposal_sayings_new (text), wanted);
  take_wanted (reading, dismissals, cut_proposal_dates_new (text), wanted);
  take_wanted (reading, dismissals, cut_proposal_headlines_new (text), wanted);
  g_ptr_array_sort (wanted, compare_places);
  return wanted;
}

const char *
cut_proposal_get_rules (const CutProposal *self)
{
  if (g_str_equal (self->kind, "date"))
    return "dates-" G_STRINGIFY (CUT_WHEN_RULES);
  return g_str_equal (self->kind, "headline") ? "headline-1" : CUT_PROPOSAL_RULES;
}

CutAct *
cut_proposal_dismiss (const CutProposal *self,
                      CutReading        *reading)
{
  CutAct *act = cut_act_new (_("Dismiss Proposal"));

  cut_act_take (act, cut_dismissed_new (cut_record_get_id (reading->clip),
                                        cut_capture_get_text_sha256 (CUT_CAPTURE (reading->capture)), self->kind,
                                        self->start, self->end, self->words, cut_proposal_get_rules (self)));
  return act;
}
