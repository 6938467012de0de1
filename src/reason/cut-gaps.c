/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-gaps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-date-text.h"
#include "cut-enquiry.h"

/* From which share of text on two clips are worth a question; see cut-sketch.h. */
#define ALIKE 0.5

typedef struct
{
  CutLedger *ledger;
  CutLedgerClaim *claim;
  const CutWalk *walk;
  GPtrArray *same;         /* (element-type CutLedgerClaim) */
  GPtrArray *attributions; /* (element-type CutLedgerAttribution) */
  GPtrArray *gaps;
  gint64 now;
  gint64 stale_at;
} Search;

static CutUrgency
weigh (const CutLedgerClaim *claim,
       CutUrgency            urgency)
{
  int weight = (int) urgency;

  weight += g_strcmp0 (claim->importance, "key") == 0;
  weight -= g_strcmp0 (claim->importance, "minor") == 0;
  return (CutUrgency) CLAMP (weight, (int) CUT_URGENCY_LOW, (int) CUT_URGENCY_HIGH);
}

static CutGap *
add (Search     *self,
     CutGapKind  kind,
     CutGapAct   act,
     CutUrgency  urgency,
     const char *object,
     char       *words)
{
  CutGap *gap = g_new0 (CutGap, 1);

  gap->kind = kind;
  gap->act = act;
  gap->urgency = weigh (self->claim, urgency);
  gap->claim = g_strdup (self->claim->id);
  gap->object = g_strdup (object);
  gap->words = words;
  g_ptr_array_add (self->gaps, gap);
  return gap;
}

static gboolean
has_gap (Search     *self,
         CutGapKind  kind,
         const char *object)
{
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const CutGap *gap = g_ptr_array_index (self->gaps, i);

      if (gap->kind == kind && (object == NULL || g_strcmp0 (gap->object, object) == 0))
        return TRUE;
    }
  return FALSE;
}

static const CutWalkPath *
get_path (Search *self,
          guint   i)
{
  return g_ptr_array_index (self->walk->paths, i);
}

static gboolean
asserts (const CutWalkPath *path)
{
  return cut_ledger_asserts (path->attribution->stance);
}

/* Who says so. */

static gboolean
is_only_anonymous (Search *self)
{
  for (guint i = 0; i < self->walk->paths->len && asserts (get_path (self, i)); i++)
    if (!get_path (self, i)->terminal)
      continue;
    else if (!cut_walk_path_is_anonymous (get_path (self, i)))
      return FALSE;
  return ((const CutOrigin *) g_ptr_array_index (self->walk->origins->origins, 0))->kind != CUT_ORIGIN_WORK;
}

static void
find_few_origins (Search *self)
{
  const CutOrigins *origins = self->walk->origins;

  if (origins->n_asserting == 0)
    add (self, CUT_GAP_UNATTRIBUTED, CUT_GAP_ACT_ATTRIBUTE, CUT_URGENCY_NORMAL, NULL, g_strdup (_("Nobody is named as saying so")));
  else if (origins->n_asserting == 1 && is_only_anonymous (self))
    add (self, CUT_GAP_ONE_ANONYMOUS_ORIGIN, CUT_GAP_ACT_SECOND_SOURCE, CUT_URGENCY_HIGH, NULL,
         /* Translators: an origin, such as "unnamed sources of The Courier" */
         g_strdup_printf (_("It rests on one origin without a name: %s"),
                          ((const CutOrigin *) g_ptr_array_index (origins->origins, 0))->label));
}

static void
find_hedges (Search *self)
{
  guint n_asserting = 0;

  for (guint i = 0; i < self->walk->paths->len; i++)
    {
      if (!asserts (get_path (self, i)))
        continue;
      n_asserting++;
      if (get_path (self, i)->attribution->hedge == NULL)
        return;
    }
  if (n_asserting > 0)
    add (self, CUT_GAP_ONLY_HEDGED, CUT_GAP_ACT_SECOND_SOURCE, CUT_URGENCY_NORMAL, NULL,
         g_strdup (_("Everybody who says so hedges it")));
}

static void
find_unnamed (Search *self)
{
  for (guint i = 0; i < self->walk->paths->len; i++)
    {
      const CutWalkPath *path = get_path (self, i);
      const char *source = path->attribution->source;

      if (asserts (path) && cut_walk_path_is_anonymous (path) && !has_gap (self, CUT_GAP_SPEAKER_UNNAMED, source))
        add (self, CUT_GAP_SPEAKER_UNNAMED, CUT_GAP_ACT_NAME_SOURCE, CUT_URGENCY_LOW, source,
             /* Translators: a source as it is called: "two officials" */
             g_strdup_printf (_("Who is “%s”?"), path->source->label));
    }
}

/* Where it was read. */

static gboolean
is_clipped (Search     *self,
            const char *work)
{
  for (guint i = 0; i < self->walk->paths->len; i++)
    {
      const GArray *steps = get_path (self, i)->steps;

      for (guint j = 0; j < steps->len; j++)
        if (g_array_index (steps, CutWalkStep, j).clip && g_str_equal (g_array_index (steps, CutWalkStep, j).key, work))
          return TRUE;
    }
  return FALSE;
}

/* A phrase in a search holds no quotation marks. */
static char *
search_for (const char *outlet)
{
  g_autofree char *phrase = g_strdelimit (g_strdup (outlet), "\"", ' ');

  return g_strdup_printf ("site:\"%s\"", phrase);
}

/* Where the clips on the way link to the outlet: "The Courier <reported>". */
static const char *
find_link (Search            *self,
           const CutWalkPath *path,
           const char        *outlet)
{
  g_autofree char *wanted = cut_ledger_fold (outlet);

  for (guint i = 0; i < path->steps->len && *wanted != '\0'; i++)
    {
      const CutWalkStep *step = &g_array_index (path->steps, CutWalkStep, i);
      CutLedgerClip *clip = step->clip ? cut_ledger_find_clip (self->ledger, step->id) : NULL;

      for (guint j = 0; clip != NULL && clip->citations != NULL && j < clip->citations->len; j++)
        {
          const CutCitation *citation = g_ptr_array_index (clip->citations, j);

          if (strstr (citation->words, wanted) != NULL)
            return citation->url;
        }
    }
  return NULL;
}

static void
find_originals_of (Search            *self,
                   const CutWalkPath *path)
{
  for (guint i = 0; i < path->steps->len; i++)
    {
      const CutWalkStep *step = &g_array_index (path->steps, CutWalkStep, i);
      CutGap *gap;

      if (step->clip || !step->outlet || is_clipped (self, step->key) || has_gap (self, CUT_GAP_ORIGINAL_NOT_CLIPPED, step->id))
        continue;
      gap = add (self, CUT_GAP_ORIGINAL_NOT_CLIPPED, CUT_GAP_ACT_CLIP_ORIGINAL, CUT_URGENCY_NORMAL, step->id,
                 /* Translators: the name of an outlet */
                 g_strdup_printf (_("%s is cited, but what it wrote is not among the clips"), step->label));
      gap->whom = g_strdup (step->label);
      gap->url = g_strdup (find_link (self, path, step->label));
      gap->search = search_for (step->label);
    }
}

static void
find_originals (Search *self)
{
  for (guint i = 0; i < self->walk->paths->len; i++)
    if (asserts (get_path (self, i)))
      find_originals_of (self, get_path (self, i));
}

static void
find_in_clip (Search        *self,
              CutLedgerClip *clip)
{
  if (clip->published == NULL && !has_gap (self, CUT_GAP_DATE_MISSING, clip->id))
    add (self, CUT_GAP_DATE_MISSING, CUT_GAP_ACT_SET_DATE, CUT_URGENCY_LOW, clip->id,
         /* Translators: the name of an outlet */
         g_strdup_printf (_("The clip from %s has no date of publication"), cut_ledger_get_outlet (clip)));
  if (clip->headline != NULL && !has_gap (self, CUT_GAP_HEADLINE, clip->id))
    add (self, CUT_GAP_HEADLINE, CUT_GAP_ACT_READ, CUT_URGENCY_LOW, clip->id,
         /* Translators: the name of an outlet, and the headline */
         g_strdup_printf (_("The headline of %s says more than its text: “%s”"), cut_ledger_get_outlet (clip), clip->headline));
}

static gboolean
stands_in (Search     *self,
           const char *clip)
{
  for (guint i = 0; i < self->attributions->len; i++)
    if (g_strcmp0 (((const CutLedgerAttribution *) g_ptr_array_index (self->attributions, i))->clip, clip) == 0)
      return TRUE;
  return FALSE;
}

static void
find_reprint (Search               *self,
              CutLedgerClip        *clip,
              const CutLedgerAlike *alike)
{
  CutLedgerClip *other = cut_ledger_find_clip (self->ledger, alike->other);
  CutGap *gap;

  if (other == NULL || !other->known || alike->dismissed || alike->containment < ALIKE || g_strcmp0 (clip->id, other->id) > 0 ||
      !stands_in (self, other->id) || g_str_equal (cut_ledger_get_work (self->ledger, clip), cut_ledger_get_work (self->ledger, other)) ||
      has_gap (self, CUT_GAP_REPRINT_UNSETTLED, clip->id))
    return;
  gap = add (self, CUT_GAP_REPRINT_UNSETTLED, CUT_GAP_ACT_SETTLE_REPRINT, CUT_URGENCY_NORMAL, clip->id,
             /* Translators: two outlets, and a percentage */
             g_strdup_printf (_("%s and %s have %d %% of a text in common: is one a reprint?"), cut_ledger_get_outlet (clip),
                              cut_ledger_get_outlet (other), (int) (alike->containment * 100 + 0.5)));
  gap->other = g_strdup (other->id);
}

static void
find_in_clips (Search *self)
{
  for (guint i = 0; i < self->attributions->len; i++)
    {
      const CutLedgerAttribution *attribution = g_ptr_array_index (self->attributions, i);
      CutLedgerClip *clip = cut_ledger_find_clip (self->ledger, attribution->clip);

      if (clip == NULL)
        continue;
      find_in_clip (self, clip);
      for (guint j = 0; j < clip->alike->len; j++)
        find_reprint (self, clip, g_ptr_array_index (clip->alike, j));
    }
}

/* Who was asked. */

static gboolean
is_allegation (Search *self)
{
  for (guint i = 0; i < self->attributions->len; i++)
    {
      const char *stance = ((const CutLedgerAttribution *) g_ptr_array_index (self->attributions, i))->stance;

      if (g_strcmp0 (stance, "alleges") == 0 || cut_ledger_denies (stance))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_entity (Search                *self,
           const char            *id,
           const CutLedgerEntity *entity,
           const char            *other,
           const char            *name)
{
  g_autofree char *folded = NULL;
  g_autofree char *wanted = NULL;

  if (other != NULL)
    cut_ledger_find_entity (self->ledger, &other);
  if (g_strcmp0 (id, other) == 0)
    return TRUE;
  if (name == NULL || entity->name == NULL)
    return FALSE;
  folded = cut_ledger_fold (name);
  wanted = cut_ledger_fold (entity->name);
  return g_str_equal (folded, wanted);
}

static gboolean
is_asked_by (Search                *self,
             CutEnquiry            *enquiry,
             const char            *id,
             const CutLedgerEntity *entity)
{
  CutLedgerSource *source = cut_ledger_find_source (self->ledger, cut_enquiry_get_source (enquiry));

  return is_entity (self, id, entity, cut_enquiry_get_entity (enquiry), cut_enquiry_get_whom (enquiry)) ||
         (source != NULL && is_entity (self, id, entity, source->entity, source->label));
}

static gboolean
was_asked (Search                *self,
           const char            *id,
           const CutLedgerEntity *entity)
{
  for (guint i = 0; i < self->same->len; i++)
    {
      GHashTableIter iter;
      gpointer enquiry;

      g_hash_table_iter_init (&iter, ((CutLedgerClaim *) g_ptr_array_index (self->same, i))->enquiries);
      while (g_hash_table_iter_next (&iter, NULL, &enquiry))
        if (is_asked_by (self, CUT_ENQUIRY (enquiry), id, entity))
          return TRUE;
    }
  return FALSE;
}

/* Whoever is heard in the passages, be it that there was no answer, was asked by somebody. */
static gboolean
was_heard (Search                *self,
           const char            *id,
           const CutLedgerEntity *entity)
{
  for (guint i = 0; i < self->attributions->len; i++)
    {
      const CutLedgerAttribution *attribution = g_ptr_array_index (self->attributions, i);
      CutLedgerSource *source = cut_ledger_find_source (self->ledger, attribution->source);

      if (source != NULL && is_entity (self, id, entity, source->entity, source->label))
        return TRUE;
    }
  return FALSE;
}

static gboolean
can_answer (const CutLedgerEntity *entity)
{
  static const char *const things[] = { "Address", "Event", "Country", NULL };

  return entity->schema == NULL || !g_strv_contains (things, entity->schema);
}

static void
find_unasked (Search *self)
{
  if (!is_allegation (self))
    return;
  for (guint i = 0; self->claim->entities[i] != NULL; i++)
    {
      const char *id = self->claim->entities[i];
      const CutLedgerEntity *entity = cut_ledger_find_entity (self->ledger, &id);
      CutGap *gap;

      if (entity == NULL || !can_answer (entity) || was_asked (self, id, entity) || was_heard (self, id, entity) ||
          has_gap (self, CUT_GAP_SUBJECT_NOT_ASKED, id))
        continue;
      gap = add (self, CUT_GAP_SUBJECT_NOT_ASKED, CUT_GAP_ACT_ASK, CUT_URGENCY_HIGH, id,
                 /* Translators: a person or body that something is alleged of */
                 g_strdup_printf (_("%s was not asked"), entity->name));
      gap->whom = g_strdup (entity->name);
    }
}

#define DAY_MS (24 * 60 * 60 * G_GINT64_CONSTANT (1000))

static void
find_overdue_one (Search     *self,
                  CutEnquiry *enquiry)
{
  CutDate *deadline = cut_enquiry_get_deadline (enquiry);
  const char *outcome = cut_enquiry_get_outcome (enquiry);
  g_autofree char *day = NULL;
  gint64 end;
  CutGap *gap;

  if (deadline == NULL || (outcome != NULL && !g_str_equal (outcome, "pending")))
    return;
  /* A day is over when it ends. */
  end = cut_date_get_sort_key (deadline) + (cut_date_get_precision (deadline) == CUT_DATE_INSTANT ? 0 : DAY_MS);
  if (end > self->now)
    {
      self->stale_at = MIN (self->stale_at, end);
      return;
    }
  day = cut_date_to_text (deadline);
  gap = add (self, CUT_GAP_ENQUIRY_OVERDUE, CUT_GAP_ACT_FOLLOW_UP, CUT_URGENCY_HIGH, cut_record_get_id (CUT_RECORD (enquiry)),
             /* Translators: who was asked, and the date until when an answer was wanted */
             g_strdup_printf (_("%s has not answered, and the deadline (%s) is over"), cut_enquiry_get_whom (enquiry), day));
  gap->whom = g_strdup (cut_enquiry_get_whom (enquiry));
}

static void
find_overdue (Search *self)
{
  GHashTableIter iter;
  gpointer enquiry;

  g_hash_table_iter_init (&iter, self->claim->enquiries);
  while (g_hash_table_iter_next (&iter, NULL, &enquiry))
    find_overdue_one (self, CUT_ENQUIRY (enquiry));
}

/* What was found out. */

static gboolean
is_status (Search            *self,
           const char *const *words)
{
  return self->claim->status != NULL && g_strv_contains (words, self->claim->status);
}

static void
find_contradiction (Search    *self,
                    GPtrArray *contradictions)
{
  static const char *const settled[] = { "disputed", NULL };
  const CutContradiction *first;

  if (contradictions->len == 0 || is_status (self, settled))
    return;
  first = g_ptr_array_index (contradictions, 0);
  add (self, CUT_GAP_CONTRADICTION, CUT_GAP_ACT_SETTLE, CUT_URGENCY_HIGH, first->claim != NULL ? first->claim : first->source,
       g_strdup (first->words));
}

static void
find_unchecked (Search *self)
{
  if (g_strcmp0 (self->claim->importance, "key") != 0)
    return;
  for (guint i = 0; i < self->same->len; i++)
    if (g_hash_table_size (((CutLedgerClaim *) g_ptr_array_index (self->same, i))->checks) > 0)
      return;
  add (self, CUT_GAP_NOT_CHECKED, CUT_GAP_ACT_CHECK, CUT_URGENCY_NORMAL, NULL, g_strdup (_("A key claim that nobody has checked yet")));
}

static void
find_open (Search    *self,
           GPtrArray *contradictions)
{
  gboolean opinion = g_strcmp0 (self->claim->kind, "opinion") == 0;

  find_few_origins (self);
  if (!opinion)
    find_hedges (self);
  if (!has_gap (self, CUT_GAP_ONE_ANONYMOUS_ORIGIN, NULL))
    find_unnamed (self);
  find_originals (self);
  find_contradiction (self, contradictions);
  if (!opinion)
    find_unchecked (self);
}

/* A claim that was dropped needs nothing more; of one that was settled only what fairness and the record need. */
static void
find_all (Search    *self,
          GPtrArray *contradictions)
{
  static const char *const dropped[] = { "false", "superseded", NULL };
  static const char *const settled[] = { "verified", "unverifiable", NULL };

  if (is_status (self, dropped))
    return;
  if (!is_status (self, settled))
    find_open (self, contradictions);
  find_in_clips (self);
  find_unasked (self);
  find_overdue (self);
}

GPtrArray *
cut_gaps_find (CutLedger      *ledger,
               CutLedgerClaim *claim,
               const CutWalk  *walk,
               GPtrArray      *contradictions,
               gint64          now,
               gint64         *stale_at)
{
  Search self = { .ledger = ledger, .claim = claim, .walk = walk, .now = now, .stale_at = G_MAXINT64 };

  self.same = cut_ledger_list_same (ledger, claim);
  self.attributions = cut_ledger_list_attributions (ledger, claim);
  self.gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_gap_free);
  find_all (&self, contradictions);
  g_ptr_array_sort (self.gaps, cut_gap_compare);
  g_ptr_array_unref (self.same);
  g_ptr_array_unref (self.attributions);
  *stale_at = self.stale_at;
  return self.gaps;
}
