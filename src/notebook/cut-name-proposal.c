/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-name-proposal.h"

#include <glib/gi18n-lib.h>

#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-dismissed.h"
#include "cut-name-topics.h"
#include "cut-proposal.h"
#include "cut-topic.h"

CutNameProposal *
cut_name_proposal_copy (const CutNameProposal *self)
{
  CutNameProposal *copy = g_new0 (CutNameProposal, 1);

  copy->name = g_strdup (self->name);
  copy->schema = g_strdup (self->schema);
  copy->spans = g_array_ref (self->spans);
  copy->known = g_strdup (self->known);
  copy->known_name = g_strdup (self->known_name);
  return copy;
}

void
cut_name_proposal_free (CutNameProposal *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->schema);
  g_array_unref (self->spans);
  g_free (self->known);
  g_free (self->known_name);
  g_free (self);
}

/* Passages that are linked already, as one bit for each code point: marks may be many, and long. */

static void
fill_linked (CutReading *reading,
             guint8     *linked,
             guint       n)
{
  for (guint i = 0; i < reading->annotations->len; i++)
    {
      CutRecord *annotation = g_ptr_array_index (reading->annotations, i);
      guint start, end;

      if (g_strcmp0 (cut_annotation_get_kind (CUT_ANNOTATION (annotation)), "entity") != 0 || cut_record_is_deleted (annotation)
          || !cut_reading_find_place (reading, cut_record_get_id (annotation), &start, &end))
        continue;
      for (guint at = start; at < MIN (end, n); at++)
        linked[at] = 1;
    }
}

static CutNameProposal *
proposal_new (const CutNameGroup *group)
{
  CutNameProposal *self = g_new0 (CutNameProposal, 1);

  self->name = g_strdup (group->name);
  self->schema = g_strdup (group->schema);
  self->spans = g_array_new (FALSE, FALSE, sizeof (CutStretch));
  return self;
}

static GPtrArray *
make_groups (const CutNames *names,
             const guint8   *linked)
{
  GPtrArray *all = g_ptr_array_new_full (names->groups->len, (GDestroyNotify) cut_name_proposal_free);

  for (guint i = 0; i < names->groups->len; i++)
    g_ptr_array_add (all, proposal_new (g_ptr_array_index (names->groups, i)));
  for (guint i = 0; i < names->names->len; i++)
    {
      const CutProposedName *name = &g_array_index (names->names, CutProposedName, i);
      CutNameProposal *proposal = g_ptr_array_index (all, name->group);

      if (!linked[name->span.start] && !linked[name->span.end - 1])
        g_array_append_val (proposal->spans, name->span);
    }
  return all;
}

static gboolean
is_wanted (const CutNameProposal *proposal,
           GPtrArray             *dismissals)
{
  return proposal->schema != NULL && proposal->spans->len > 0 && !cut_dismissed_has (dismissals, NULL, "name", 0, 0, proposal->name);
}

CutNames *
cut_name_proposals_find (CutReading   *reading,
                         const char   *counted,
                         GCancellable *cancellable)
{
  const char *language = cut_clip_get_language (CUT_CLIP (reading->clip));
  CutCapture *capture = CUT_CAPTURE (reading->capture);
  g_autoptr (GPtrArray) topics = cut_topics_from_json (cut_capture_get_about (capture));
  CutNames *names = cut_names_find (counted, language, cancellable);

  if (names != NULL)
    cut_names_use_topics (names, counted, language, topics, cut_capture_get_keywords (capture));
  return names;
}

GPtrArray *
cut_name_proposals_new (CutReading   *reading,
                        GPtrArray    *dismissals,
                        GCancellable *cancellable)
{
  g_autofree char *counted = cut_proposal_counted_text (reading);
  g_autoptr (CutNames) names = cut_name_proposals_find (reading, counted, cancellable);
  guint n = (guint) g_utf8_strlen (counted, -1);
  g_autofree guint8 *linked = g_new0 (guint8, n + 1);
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *wanted;

  if (names == NULL)
    return NULL;
  fill_linked (reading, linked, n);
  all = make_groups (names, linked);
  wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_name_proposal_free);
  for (guint i = 0; i < all->len; i++)
    if (is_wanted (g_ptr_array_index (all, i), dismissals))
      g_ptr_array_add (wanted, cut_name_proposal_copy (g_ptr_array_index (all, i)));
  return wanted;
}

CutAct *
cut_name_proposal_dismiss (const CutNameProposal *self,
                           CutReading            *reading)
{
  CutAct *act = cut_act_new (_("Dismiss Name"));

  cut_act_take (act, cut_dismissed_new (cut_record_get_id (reading->clip), cut_capture_get_text_sha256 (CUT_CAPTURE (reading->capture)),
                                        "name", 0, 0, self->name, CUT_NAME_RULES));
  return act;
}
