/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-claim-standing.h"

#include "cut-check.h"
#include "cut-gaps.h"

G_DEFINE_BOXED_TYPE (CutClaimStanding, cut_claim_standing, cut_claim_standing_ref, cut_claim_standing_unref)

CutClaimStanding *
cut_claim_standing_ref (CutClaimStanding *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_claim_standing_unref (CutClaimStanding *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->text);
  g_free (self->status);
  g_free (self->kind);
  g_free (self->importance);
  g_clear_pointer (&self->fact_date, cut_date_unref);
  g_strfreev (self->entities);
  g_strfreev (self->stories);
  g_strfreev (self->all_stories);
  g_strfreev (self->stances);
  g_clear_pointer (&self->last_check, cut_date_unref);
  g_ptr_array_unref (self->gaps);
  g_ptr_array_unref (self->contradictions);
  g_free (self);
}

static void
set_fields (CutClaimStanding     *self,
            const CutLedgerClaim *claim)
{
  self->id = g_strdup (claim->id);
  self->text = g_strdup (claim->text != NULL ? claim->text : "");
  self->status = g_strdup (claim->status);
  self->kind = g_strdup (claim->kind);
  self->importance = g_strdup (claim->importance);
  self->fact_date = claim->fact_date != NULL ? cut_date_ref (claim->fact_date) : NULL;
  self->entities = g_strdupv (claim->entities);
  self->stories = g_strdupv (claim->stories);
}

/* In the order of the vocabulary, each once. */
static char **
list_stances (const CutWalk *walk)
{
  const char *const *words = cut_vocab_get_words (CUT_VOCAB_STANCE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    for (guint j = 0; j < walk->paths->len; j++)
      if (g_strcmp0 (((const CutWalkPath *) g_ptr_array_index (walk->paths, j))->attribution->stance, words[i]) == 0)
        {
          g_strv_builder_add (builder, words[i]);
          break;
        }
  return g_strv_builder_end (builder);
}

static void
add_stories (GPtrArray *list,
             char     **stories)
{
  for (guint i = 0; stories[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (list, stories[i], g_str_equal, NULL))
      g_ptr_array_add (list, stories[i]);
}

static char **
list_stories (CutLedger            *ledger,
              const CutLedgerClaim *claim)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  add_stories (list, claim->stories);
  for (guint i = 0; i < claim->attributions->len; i++)
    {
      const CutLedgerAttribution *attribution = g_ptr_array_index (claim->attributions, i);
      CutLedgerClip *clip = cut_ledger_find_clip (ledger, attribution->clip);

      if (clip != NULL && clip->known)
        add_stories (list, clip->stories);
    }
  g_ptr_array_add (list, NULL);
  return g_strdupv ((char **) list->pdata);
}

static void
set_log (CutClaimStanding     *self,
         const CutLedgerClaim *claim)
{
  GHashTableIter iter;
  gpointer check;

  self->n_checks = g_hash_table_size (claim->checks);
  self->n_enquiries = g_hash_table_size (claim->enquiries);
  g_hash_table_iter_init (&iter, claim->checks);
  while (g_hash_table_iter_next (&iter, NULL, &check))
    {
      CutDate *at = cut_check_get_at (CUT_CHECK (check));

      if (at == NULL || (self->last_check != NULL && cut_date_get_sort_key (at) <= cut_date_get_sort_key (self->last_check)))
        continue;
      g_clear_pointer (&self->last_check, cut_date_unref);
      self->last_check = cut_date_ref (at);
    }
}

static CutClaimStanding *
work_out (CutLedger      *ledger,
          CutLedgerClaim *claim,
          gint64          now)
{
  CutClaimStanding *self = g_new0 (CutClaimStanding, 1);
  g_autoptr (CutWalk) walk = cut_walk_new (ledger, claim);

  g_atomic_ref_count_init (&self->ref_count);
  set_fields (self, claim);
  set_log (self, claim);
  self->all_stories = list_stories (ledger, claim);
  self->stances = list_stances (walk);
  self->n_attributions = walk->paths->len;
  self->low = walk->origins->low;
  self->high = walk->origins->high;
  self->denials = walk->origins->denials;
  self->contradictions = cut_contradictions_find (ledger, claim, walk);
  self->gaps = cut_gaps_find (ledger, claim, walk, self->contradictions, now, &claim->stale_at);
  if (self->gaps->len > 0)
    self->urgency = ((const CutGap *) g_ptr_array_index (self->gaps, 0))->urgency;
  return self;
}

CutClaimStanding *
cut_ledger_get_standing (CutLedger  *self,
                         const char *claim,
                         gint64      now)
{
  CutLedgerClaim *found = cut_ledger_find_claim (self, claim);

  if (found == NULL)
    return NULL;
  if (found->standing != NULL && now >= found->stale_at)
    g_clear_pointer (&found->standing, cut_claim_standing_unref);
  if (found->standing == NULL)
    found->standing = work_out (self, found, now);
  self->any_standing = TRUE;
  return cut_claim_standing_ref (found->standing);
}
