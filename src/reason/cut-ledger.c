/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-ledger-private.h"

#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-check.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-enquiry.h"
#include "cut-entity.h"
#include "cut-source.h"

static char **
dup_list (const char *const *list)
{
  static const char *const none[] = { NULL };

  return g_strdupv ((char **) (list != NULL ? list : none));
}

static CutDate *
ref_date (CutDate *date)
{
  return date != NULL ? cut_date_ref (date) : NULL;
}

/* Finding. */

CutLedgerClaim *
cut_ledger_find_claim (CutLedger  *self,
                       const char *id)
{
  CutLedgerClaim *claim = id != NULL ? g_hash_table_lookup (self->claims, id) : NULL;

  return claim != NULL && claim->known ? claim : NULL;
}

gboolean
cut_ledger_has_claim (CutLedger  *self,
                      const char *id)
{
  return cut_ledger_find_claim (self, id) != NULL;
}

CutLedgerSource *
cut_ledger_find_source (CutLedger  *self,
                        const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->sources, id) : NULL;
}

CutLedgerClip *
cut_ledger_find_clip (CutLedger  *self,
                      const char *id)
{
  CutLedgerClip *clip = id != NULL ? g_hash_table_lookup (self->clips, id) : NULL;

  return clip != NULL && (clip->known || clip->gone) ? clip : NULL;
}

/* A chain of mergers is short; one that runs in a circle ends. */
#define LONGEST_MERGER 16

CutLedgerEntity *
cut_ledger_find_entity (CutLedger   *self,
                        const char **id)
{
  CutLedgerEntity *entity = *id != NULL ? g_hash_table_lookup (self->entities, *id) : NULL;

  for (guint i = 0; i < LONGEST_MERGER && entity != NULL && entity->merged_into != NULL; i++)
    {
      CutLedgerEntity *next = g_hash_table_lookup (self->entities, entity->merged_into);

      if (next == NULL)
        break;
      *id = entity->merged_into;
      entity = next;
    }
  return entity;
}

gboolean
cut_ledger_asserts (const char *stance)
{
  static const char *const words[] = { "asserts", "alleges", "reports", "confirms", NULL };

  return stance != NULL && g_strv_contains (words, stance);
}

gboolean
cut_ledger_denies (const char *stance)
{
  static const char *const words[] = { "denies", "disputes", NULL };

  return stance != NULL && g_strv_contains (words, stance);
}

/* What is named and not there. */

gboolean
cut_ledger_has (CutLedger  *self,
                const char *id)
{
  CutLedgerClip *clip = g_hash_table_lookup (self->clips, id);

  return (clip != NULL && (clip->known || clip->gone)) || g_hash_table_contains (self->sources, id) ||
         g_hash_table_contains (self->entities, id) || g_hash_table_contains (self->marks, id) ||
         g_hash_table_contains (self->asked, id);
}

static void
want (CutLedger  *self,
      const char *id)
{
  if (id != NULL && *id != '\0' && !cut_ledger_has (self, id) && !g_hash_table_contains (self->missing, id))
    g_hash_table_add (self->missing, g_strdup (id));
}

static void
want_all (CutLedger         *self,
          const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    want (self, ids[i]);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
cut_ledger_steal_missing (CutLedger *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->missing);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_ptr_array_add (ids, g_strdup (id));
      g_hash_table_add (self->asked, g_strdup (id));
    }
  g_hash_table_remove_all (self->missing);
  g_ptr_array_sort (ids, compare_strings);
  return ids;
}

/* Forgetting what no longer holds. */

static void
forget_opposed (CutLedger      *self,
                CutLedgerClaim *claim)
{
  for (guint i = 0; i < claim->opposed->len; i++)
    g_clear_pointer (&((CutLedgerClaim *) g_ptr_array_index (claim->opposed, i))->standing, cut_claim_standing_unref);
  for (guint i = 0; claim->contradicts != NULL && claim->contradicts[i] != NULL; i++)
    {
      CutLedgerClaim *other = g_hash_table_lookup (self->claims, claim->contradicts[i]);

      if (other != NULL)
        g_clear_pointer (&other->standing, cut_claim_standing_unref);
    }
}

static void
forget (CutLedger      *self,
        CutLedgerClaim *claim)
{
  g_autoptr (GPtrArray) same = NULL;

  /* While it is filled there is nothing to forget. */
  if (!self->any_standing)
    return;
  same = cut_ledger_list_same (self, claim);
  for (guint i = 0; i < same->len; i++)
    {
      CutLedgerClaim *one = g_ptr_array_index (same, i);

      g_clear_pointer (&one->standing, cut_claim_standing_unref);
      forget_opposed (self, one);
    }
}

static void
forget_referrers (CutLedger  *self,
                  const char *id)
{
  GPtrArray *referrers = self->any_standing ? g_hash_table_lookup (self->referrers, id) : NULL;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    forget (self, ((CutLedgerAttribution *) g_ptr_array_index (referrers, i))->claim);
}

static void
forget_all (CutLedger *self)
{
  GHashTableIter iter;
  gpointer claim;

  if (!self->any_standing)
    return;
  self->any_standing = FALSE;
  g_hash_table_iter_init (&iter, self->claims);
  while (g_hash_table_iter_next (&iter, NULL, &claim))
    g_clear_pointer (&((CutLedgerClaim *) claim)->standing, cut_claim_standing_unref);
}

/* Claims. */

static CutLedgerClaim *
ensure_claim (CutLedger  *self,
              const char *id)
{
  CutLedgerClaim *claim = g_hash_table_lookup (self->claims, id);

  if (claim != NULL)
    return claim;
  claim = g_new0 (CutLedgerClaim, 1);
  claim->id = g_strdup (id);
  claim->attributions = g_ptr_array_new ();
  claim->same = g_ptr_array_new ();
  claim->opposed = g_ptr_array_new ();
  claim->checks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  claim->enquiries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  claim->stale_at = G_MAXINT64;
  g_hash_table_insert (self->claims, claim->id, claim);
  return claim;
}

static void
unlink_claim (CutLedger      *self,
              CutLedgerClaim *claim)
{
  forget (self, claim);
  if (claim->same_as != NULL)
    g_ptr_array_remove (ensure_claim (self, claim->same_as)->same, claim);
  for (guint i = 0; claim->contradicts != NULL && claim->contradicts[i] != NULL; i++)
    g_ptr_array_remove (ensure_claim (self, claim->contradicts[i])->opposed, claim);
  cut_ledger_claim_clear (claim);
  claim->known = FALSE;
}

void
cut_ledger_put_claim (CutLedger          *self,
                      const CutClaimFact *fact)
{
  CutLedgerClaim *claim = ensure_claim (self, fact->id);

  unlink_claim (self, claim);
  claim->known = TRUE;
  claim->text = g_strdup (fact->text);
  claim->status = g_strdup (fact->status);
  claim->kind = g_strdup (fact->kind);
  claim->importance = g_strdup (fact->importance);
  claim->same_as = g_strdup (fact->same_as);
  claim->supports = dup_list (fact->supports);
  claim->contradicts = dup_list (fact->contradicts);
  claim->entities = dup_list (fact->entities);
  claim->stories = dup_list (fact->stories);
  claim->fact_date = ref_date (fact->fact_date);
  if (claim->same_as != NULL)
    g_ptr_array_add (ensure_claim (self, claim->same_as)->same, claim);
  for (guint i = 0; claim->contradicts[i] != NULL; i++)
    g_ptr_array_add (ensure_claim (self, claim->contradicts[i])->opposed, claim);
  want_all (self, (const char *const *) claim->entities);
  forget (self, claim);
}

static int
compare_claims (gconstpointer a,
                gconstpointer b)
{
  return strcmp ((*(CutLedgerClaim *const *) a)->id, (*(CutLedgerClaim *const *) b)->id);
}

GPtrArray *
cut_ledger_list_same (CutLedger      *self,
                      CutLedgerClaim *claim)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = NULL;

  g_ptr_array_add (list, claim);
  /* Nearly all claims are the same as no other. */
  if (claim->same_as == NULL && claim->same->len == 0)
    return list;
  seen = g_hash_table_new (NULL, NULL);
  g_hash_table_add (seen, claim);
  for (guint i = 0; i < list->len; i++)
    {
      CutLedgerClaim *one = g_ptr_array_index (list, i);
      CutLedgerClaim *up = one->same_as != NULL ? g_hash_table_lookup (self->claims, one->same_as) : NULL;

      if (up != NULL && g_hash_table_add (seen, up))
        g_ptr_array_add (list, up);
      for (guint j = 0; j < one->same->len; j++)
        if (g_hash_table_add (seen, g_ptr_array_index (one->same, j)))
          g_ptr_array_add (list, g_ptr_array_index (one->same, j));
    }
  if (list->len > 2)
    qsort (list->pdata + 1, list->len - 1, sizeof (gpointer), compare_claims);
  return list;
}

/* Attributions. */

static void
refer (CutLedger            *self,
       const char           *id,
       CutLedgerAttribution *attribution)
{
  GPtrArray *list = id != NULL ? g_hash_table_lookup (self->referrers, id) : NULL;

  if (id == NULL)
    return;
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->referrers, g_strdup (id), list);
    }
  g_ptr_array_add (list, attribution);
}

static void
unrefer (CutLedger            *self,
         const char           *id,
         CutLedgerAttribution *attribution)
{
  GPtrArray *list = id != NULL ? g_hash_table_lookup (self->referrers, id) : NULL;

  if (list != NULL)
    g_ptr_array_remove_fast (list, attribution);
}

static void
remove_attribution (CutLedger  *self,
                    const char *id)
{
  CutLedgerAttribution *attribution = g_hash_table_lookup (self->attributions, id);

  if (attribution == NULL)
    return;
  forget (self, attribution->claim);
  unrefer (self, attribution->source, attribution);
  unrefer (self, attribution->clip, attribution);
  unrefer (self, attribution->annotation, attribution);
  for (guint i = 0; attribution->via[i] != NULL; i++)
    unrefer (self, attribution->via[i], attribution);
  g_ptr_array_remove (attribution->claim->attributions, attribution);
  g_hash_table_remove (self->attributions, id);
}

void
cut_ledger_put_attribution (CutLedger                *self,
                            const CutAttributionFact *fact)
{
  CutLedgerAttribution *attribution = g_new0 (CutLedgerAttribution, 1);

  attribution->id = g_strdup (fact->id);
  attribution->claim = ensure_claim (self, fact->claim);
  attribution->annotation = g_strdup (fact->annotation);
  attribution->clip = g_strdup (fact->clip);
  attribution->source = g_strdup (fact->source);
  attribution->via = dup_list (fact->via);
  attribution->terms = g_strdup (fact->terms);
  attribution->stance = g_strdup (fact->stance);
  attribution->hedge = g_strdup (fact->hedge);
  attribution->said_at = ref_date (fact->said_at);
  remove_attribution (self, attribution->id);
  g_hash_table_insert (self->attributions, attribution->id, attribution);
  g_ptr_array_add (attribution->claim->attributions, attribution);
  refer (self, attribution->source, attribution);
  refer (self, attribution->clip, attribution);
  refer (self, attribution->annotation, attribution);
  for (guint i = 0; attribution->via[i] != NULL; i++)
    refer (self, attribution->via[i], attribution);
  if (attribution->annotation != NULL && (fact->mark_gone || fact->clip != NULL))
    g_hash_table_insert (self->marks, g_strdup (attribution->annotation), g_strdup (fact->mark_gone ? "" : fact->clip));
  want (self, attribution->source);
  want (self, attribution->clip);
  if (attribution->clip == NULL)
    want (self, attribution->annotation);
  want_all (self, (const char *const *) attribution->via);
  forget (self, attribution->claim);
}

static gboolean
is_present (CutLedger                  *self,
            const CutLedgerAttribution *attribution)
{
  CutLedgerClip *clip = cut_ledger_find_clip (self, attribution->clip);
  const char *mark = attribution->annotation != NULL ? g_hash_table_lookup (self->marks, attribution->annotation) : NULL;

  return (clip == NULL || !clip->gone) && (mark == NULL || *mark != '\0');
}

static int
compare_attributions (gconstpointer a,
                      gconstpointer b)
{
  return strcmp ((*(CutLedgerAttribution *const *) a)->id, (*(CutLedgerAttribution *const *) b)->id);
}

GPtrArray *
cut_ledger_list_attributions (CutLedger      *self,
                              CutLedgerClaim *claim)
{
  g_autoptr (GPtrArray) same = cut_ledger_list_same (self, claim);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < same->len; i++)
    {
      CutLedgerClaim *one = g_ptr_array_index (same, i);

      for (guint j = 0; one->known && j < one->attributions->len; j++)
        if (is_present (self, g_ptr_array_index (one->attributions, j)))
          g_ptr_array_add (list, g_ptr_array_index (one->attributions, j));
    }
  g_ptr_array_sort (list, compare_attributions);
  return list;
}

/* Records. */

static void
put_claim_record (CutLedger *self,
                  CutClaim  *claim)
{
  CutClaimFact fact = {
    .id = cut_record_get_id (CUT_RECORD (claim)),
    .text = cut_claim_get_text (claim),
    .status = cut_claim_get_status (claim),
    .kind = cut_claim_get_kind (claim),
    .importance = cut_claim_get_importance (claim),
    .same_as = cut_claim_get_same_as (claim),
    .supports = cut_claim_get_supports (claim),
    .contradicts = cut_claim_get_contradicts (claim),
    .entities = cut_claim_get_entities (claim),
    .stories = cut_claim_get_stories (claim),
    .fact_date = cut_claim_get_fact_date (claim),
  };

  cut_ledger_put_claim (self, &fact);
}

static void
put_attribution_record (CutLedger      *self,
                        CutAttribution *attribution)
{
  const char *annotation = cut_attribution_get_annotation (attribution);
  const char *clip = annotation != NULL ? g_hash_table_lookup (self->marks, annotation) : NULL;
  CutAttributionFact fact = {
    .id = cut_record_get_id (CUT_RECORD (attribution)),
    .claim = cut_attribution_get_claim (attribution),
    .annotation = annotation,
    .clip = clip != NULL && *clip != '\0' ? clip : NULL,
    .source = cut_attribution_get_source (attribution),
    .via = cut_attribution_get_via (attribution),
    .terms = cut_attribution_get_terms (attribution),
    .stance = cut_attribution_get_stance (attribution),
    .hedge = cut_attribution_get_hedge (attribution),
    .said_at = cut_attribution_get_said_at (attribution),
    .mark_gone = clip != NULL && *clip == '\0',
  };

  cut_ledger_put_attribution (self, &fact);
}

/* Attributions that were there before their mark was known learn where they stand. */
static void
put_mark (CutLedger  *self,
          const char *annotation,
          const char *clip)
{
  GPtrArray *referrers = g_hash_table_lookup (self->referrers, annotation);

  g_hash_table_insert (self->marks, g_strdup (annotation), g_strdup (clip));
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      CutLedgerAttribution *attribution = g_ptr_array_index (referrers, i);

      if (*clip != '\0' && g_strcmp0 (attribution->clip, clip) != 0)
        {
          unrefer (self, attribution->clip, attribution);
          g_free (attribution->clip);
          attribution->clip = g_strdup (clip);
          refer (self, clip, attribution);
          want (self, clip);
        }
      forget (self, attribution->claim);
    }
}

static void
put_source (CutLedger *self,
            CutSource *record)
{
  CutLedgerSource *source = g_new0 (CutLedgerSource, 1);
  const char *id = cut_record_get_id (CUT_RECORD (record));

  source->label = g_strdup (cut_source_get_label (record));
  source->kind = g_strdup (cut_source_get_kind (record));
  source->entity = g_strdup (cut_source_get_entity (record));
  source->folded = cut_ledger_fold (source->label != NULL ? source->label : "");
  source->named = cut_source_get_named (record);
  source->confidential = g_strcmp0 (cut_record_get_string (CUT_RECORD (record), CUT_RECORD_SENSITIVITY), "normal") != 0;
  g_hash_table_insert (self->sources, g_strdup (id), source);
  want (self, source->entity);
  forget_referrers (self, id);
}

static void
put_entity (CutLedger *self,
            CutEntity *record)
{
  CutLedgerEntity *entity = g_new0 (CutLedgerEntity, 1);

  entity->name = g_strdup (cut_entity_get_name (record));
  entity->schema = g_strdup (cut_entity_get_schema (record));
  entity->merged_into = g_strdup (cut_entity_get_merged_into (record));
  g_hash_table_insert (self->entities, g_strdup (cut_record_get_id (CUT_RECORD (record))), entity);
  want (self, entity->merged_into);
  /* Whom a claim is about is rarely renamed; who refers to it is not kept. */
  forget_all (self);
}

/* Checks and enquiries. */

static void
remove_owned (CutLedger  *self,
              const char *id)
{
  const char *owner = g_hash_table_lookup (self->owners, id);
  CutLedgerClaim *claim = owner != NULL ? g_hash_table_lookup (self->claims, owner) : NULL;

  if (claim == NULL)
    return;
  g_hash_table_remove (claim->checks, id);
  g_hash_table_remove (claim->enquiries, id);
  forget (self, claim);
  g_hash_table_remove (self->owners, id);
}

static void
put_owned (CutLedger  *self,
           CutRecord  *record,
           const char *owner)
{
  const char *id = cut_record_get_id (record);
  CutLedgerClaim *claim;

  remove_owned (self, id);
  if (owner == NULL)
    return;
  claim = ensure_claim (self, owner);
  g_hash_table_insert (cut_record_get_kind (record) == CUT_KIND_CHECK ? claim->checks : claim->enquiries, g_strdup (id),
                       g_object_ref (record));
  g_hash_table_insert (self->owners, g_strdup (id), g_strdup (owner));
  forget (self, claim);
}

/* Clips. */

static void
alike_free (gpointer data)
{
  CutLedgerAlike *alike = data;

  g_free (alike->other);
  g_free (alike);
}

static CutLedgerClip *
ensure_clip (CutLedger  *self,
             const char *id)
{
  CutLedgerClip *clip = g_hash_table_lookup (self->clips, id);

  if (clip != NULL)
    return clip;
  clip = g_new0 (CutLedgerClip, 1);
  clip->id = g_strdup (id);
  clip->stories = dup_list (NULL);
  clip->alike = g_ptr_array_new_with_free_func (alike_free);
  clip->reprints = g_ptr_array_new_with_free_func (g_free);
  g_hash_table_insert (self->clips, clip->id, clip);
  return clip;
}

static void
forget_clip (CutLedger     *self,
             CutLedgerClip *clip)
{
  forget_referrers (self, clip->id);
  for (guint i = 0; i < clip->reprints->len; i++)
    forget_referrers (self, g_ptr_array_index (clip->reprints, i));
  for (guint i = 0; i < clip->alike->len; i++)
    forget_referrers (self, ((CutLedgerAlike *) g_ptr_array_index (clip->alike, i))->other);
  if (clip->reprint_of != NULL)
    forget_referrers (self, clip->reprint_of);
}

/* Before and after a change of what is a reprint of what. More than two that are chained together all count. */
static void
forget_family (CutLedger     *self,
               CutLedgerClip *clip)
{
  gboolean alone = clip->alike->len == 0 && clip->reprints->len == 0 && clip->reprint_of == NULL;

  if (alone)
    forget_referrers (self, clip->id);
  else
    {
      forget_clip (self, clip);
      forget_all (self);
    }
  cut_ledger_forget_works (self);
}

static void
leave_family (CutLedger     *self,
              CutLedgerClip *clip)
{
  CutLedgerClip *original = clip->reprint_of != NULL ? g_hash_table_lookup (self->clips, clip->reprint_of) : NULL;
  guint at;

  if (original != NULL && g_ptr_array_find_with_equal_func (original->reprints, clip->id, g_str_equal, &at))
    g_ptr_array_remove_index (original->reprints, at);
}

static void
put_clip (CutLedger *self,
          CutClip   *record)
{
  CutLedgerClip *clip = ensure_clip (self, cut_record_get_id (CUT_RECORD (record)));
  const char *outlet = cut_clip_get_site_name (record) != NULL ? cut_clip_get_site_name (record) : cut_clip_get_publisher (record);
  const char *url = cut_clip_get_canonical_url (record) != NULL ? cut_clip_get_canonical_url (record) : cut_clip_get_url (record);

  forget_family (self, clip);
  leave_family (self, clip);
  cut_ledger_clip_clear (clip);
  clip->gone = cut_record_is_deleted (CUT_RECORD (record));
  clip->known = !clip->gone;
  clip->title = g_strdup (cut_clip_get_title (record));
  clip->outlet = g_strdup (outlet);
  clip->wire = g_strdup (cut_clip_get_wire_credit (record));
  clip->url = g_strdup (url);
  clip->reprint_of = g_strdup (cut_clip_get_reprint_of (record));
  clip->stories = dup_list (cut_clip_get_stories (record));
  clip->published = ref_date (cut_clip_get_published (record));
  if (clip->reprint_of != NULL)
    {
      g_ptr_array_add (ensure_clip (self, clip->reprint_of)->reprints, g_strdup (clip->id));
      want (self, clip->reprint_of);
    }
  forget_family (self, clip);
}

static void
drop_alike (CutLedgerClip *clip,
            const char    *other)
{
  for (guint i = clip->alike->len; i-- > 0;)
    if (g_str_equal (((CutLedgerAlike *) g_ptr_array_index (clip->alike, i))->other, other))
      g_ptr_array_remove_index (clip->alike, i);
}

void
cut_ledger_clear_alike (CutLedger  *self,
                        const char *clip)
{
  CutLedgerClip *one = g_hash_table_lookup (self->clips, clip);

  if (one == NULL || one->alike->len == 0)
    return;
  forget_family (self, one);
  for (guint i = 0; i < one->alike->len; i++)
    {
      CutLedgerClip *other = g_hash_table_lookup (self->clips, ((CutLedgerAlike *) g_ptr_array_index (one->alike, i))->other);

      if (other != NULL)
        drop_alike (other, clip);
    }
  g_ptr_array_set_size (one->alike, 0);
}

static void
add_alike (CutLedgerClip *clip,
           const char    *other,
           double         containment,
           gboolean       dismissed)
{
  CutLedgerAlike *alike = g_new0 (CutLedgerAlike, 1);

  drop_alike (clip, other);
  alike->other = g_strdup (other);
  alike->containment = containment;
  alike->dismissed = dismissed;
  g_ptr_array_add (clip->alike, alike);
}

void
cut_ledger_add_alike (CutLedger  *self,
                      const char *clip,
                      const char *other,
                      double      containment,
                      gboolean    dismissed)
{
  CutLedgerClip *one = ensure_clip (self, clip);

  add_alike (one, other, containment, dismissed);
  add_alike (ensure_clip (self, other), clip, containment, dismissed);
  want (self, other);
  forget_family (self, one);
}

gboolean
cut_ledger_set_headline (CutLedger  *self,
                         const char *clip,
                         const char *finding)
{
  CutLedgerClip *one = ensure_clip (self, clip);

  if (g_strcmp0 (one->headline, finding) == 0)
    return FALSE;
  g_free (one->headline);
  one->headline = g_strdup (finding);
  forget_referrers (self, clip);
  return TRUE;
}

gboolean
cut_ledger_set_citations (CutLedger  *self,
                          const char *clip,
                          GPtrArray  *citations)
{
  CutLedgerClip *one = ensure_clip (self, clip);
  gboolean any = citations->len > 0 || (one->citations != NULL && one->citations->len > 0);

  g_clear_pointer (&one->citations, g_ptr_array_unref);
  one->citations = citations;
  if (any)
    forget_referrers (self, clip);
  return any;
}

/* All kinds. */

void
cut_ledger_remove (CutLedger  *self,
                   CutKind     kind,
                   const char *id)
{
  CutLedgerClaim *claim = kind == CUT_KIND_CLAIM ? g_hash_table_lookup (self->claims, id) : NULL;
  CutLedgerClip *clip = kind == CUT_KIND_CLIP ? g_hash_table_lookup (self->clips, id) : NULL;

  if (claim != NULL)
    unlink_claim (self, claim);
  if (kind == CUT_KIND_ATTRIBUTION)
    remove_attribution (self, id);
  if (kind == CUT_KIND_CHECK || kind == CUT_KIND_ENQUIRY)
    remove_owned (self, id);
  if (kind == CUT_KIND_ANNOTATION)
    put_mark (self, id, "");
  if (clip == NULL)
    return;
  forget_family (self, clip);
  clip->known = FALSE;
  clip->gone = TRUE;
}

void
cut_ledger_put_record (CutLedger *self,
                       CutRecord *record)
{
  const char *id = cut_record_get_id (record);
  gboolean gone = cut_record_is_deleted (record);

  switch (cut_record_get_kind (record))
    {
    case CUT_KIND_CLAIM:
      if (gone)
        cut_ledger_remove (self, CUT_KIND_CLAIM, id);
      else
        put_claim_record (self, CUT_CLAIM (record));
      break;
    case CUT_KIND_ATTRIBUTION:
      if (gone)
        remove_attribution (self, id);
      else
        put_attribution_record (self, CUT_ATTRIBUTION (record));
      break;
    case CUT_KIND_ANNOTATION:
      put_mark (self, id, gone ? "" : cut_annotation_get_clip (CUT_ANNOTATION (record)));
      break;
    case CUT_KIND_SOURCE:
      put_source (self, CUT_SOURCE (record));
      break;
    case CUT_KIND_CLIP:
      put_clip (self, CUT_CLIP (record));
      break;
    case CUT_KIND_ENTITY:
      put_entity (self, CUT_ENTITY (record));
      break;
    case CUT_KIND_CHECK:
      put_owned (self, record, gone ? NULL : cut_check_get_claim (CUT_CHECK (record)));
      break;
    case CUT_KIND_ENQUIRY:
      put_owned (self, record, gone ? NULL : cut_enquiry_get_claim (CUT_ENQUIRY (record)));
      break;
    case CUT_KIND_NONE:
    case CUT_KIND_STORY:
    case CUT_KIND_CONTRIBUTOR:
    case CUT_KIND_CAPTURE:
    case CUT_KIND_RELATION:
    case CUT_KIND_TAG:
    case CUT_KIND_EVENT:
    case CUT_KIND_PLACEMENT:
    case CUT_KIND_DISMISSAL:
    case CUT_KIND_FACT:
    case CUT_KIND_SAVED_SEARCH:
    case CUT_N_KINDS:
    default:
      break;
    }
}

/* Listing. */

static gboolean
is_in_story (CutLedger      *self,
             CutLedgerClaim *claim,
             const char     *story)
{
  if (story == NULL || g_strv_contains ((const char *const *) claim->stories, story))
    return TRUE;
  for (guint i = 0; i < claim->attributions->len; i++)
    {
      CutLedgerClip *clip = cut_ledger_find_clip (self, ((CutLedgerAttribution *) g_ptr_array_index (claim->attributions, i))->clip);

      if (clip != NULL && clip->known && g_strv_contains ((const char *const *) clip->stories, story))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
cut_ledger_list_claims (CutLedger  *self,
                        const char *story)
{
  GPtrArray *ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer claim;

  g_hash_table_iter_init (&iter, self->claims);
  while (g_hash_table_iter_next (&iter, NULL, &claim))
    if (((CutLedgerClaim *) claim)->known && is_in_story (self, claim, story))
      g_ptr_array_add (ids, ((CutLedgerClaim *) claim)->id);
  g_ptr_array_sort (ids, compare_strings);
  return ids;
}

GPtrArray *
cut_ledger_list_same_ids (CutLedger  *self,
                          const char *claim)
{
  CutLedgerClaim *found = cut_ledger_find_claim (self, claim);
  g_autoptr (GPtrArray) same = found != NULL ? cut_ledger_list_same (self, found) : NULL;
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 1; same != NULL && i < same->len; i++)
    if (((CutLedgerClaim *) g_ptr_array_index (same, i))->known)
      g_ptr_array_add (ids, ((CutLedgerClaim *) g_ptr_array_index (same, i))->id);
  return ids;
}

static gboolean
is_cited (CutLedger  *self,
          const char *clip)
{
  GPtrArray *referrers = g_hash_table_lookup (self->referrers, clip);

  return referrers != NULL && referrers->len > 0;
}

GPtrArray *
cut_ledger_list_clips (CutLedger  *self,
                       const char *claim)
{
  CutLedgerClaim *found = claim != NULL ? cut_ledger_find_claim (self, claim) : NULL;
  g_autoptr (GPtrArray) attributions = found != NULL ? cut_ledger_list_attributions (self, found) : NULL;
  GPtrArray *ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, clip;

  for (guint i = 0; attributions != NULL && i < attributions->len; i++)
    {
      CutLedgerClip *one = cut_ledger_find_clip (self, ((CutLedgerAttribution *) g_ptr_array_index (attributions, i))->clip);

      if (one != NULL && one->known && !g_ptr_array_find (ids, one->id, NULL))
        g_ptr_array_add (ids, one->id);
    }
  g_hash_table_iter_init (&iter, self->clips);
  while (claim == NULL && g_hash_table_iter_next (&iter, &id, &clip))
    if (((CutLedgerClip *) clip)->known && is_cited (self, id))
      g_ptr_array_add (ids, id);
  g_ptr_array_sort (ids, compare_strings);
  return ids;
}
