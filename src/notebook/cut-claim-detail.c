/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-error.h"
#include "cut-standing-book.h"

G_DEFINE_BOXED_TYPE (CutClaimDetail, cut_claim_detail, cut_claim_detail_ref, cut_claim_detail_unref)

static GPtrArray *
records_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static CutClaimDetail *
detail_new (void)
{
  CutClaimDetail *self = g_new0 (CutClaimDetail, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->same = records_new ();
  self->supports = records_new ();
  self->supported_by = records_new ();
  self->contradicts = records_new ();
  self->attributions = records_new ();
  self->annotations = records_new ();
  self->clips = records_new ();
  self->sources = records_new ();
  self->checks = records_new ();
  self->enquiries = records_new ();
  return self;
}

CutClaimDetail *
cut_claim_detail_ref (CutClaimDetail *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_claim_detail_unref (CutClaimDetail *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->claim);
  g_clear_pointer (&self->standing, cut_claim_standing_unref);
  g_clear_pointer (&self->origins, cut_origins_free);
  g_clear_pointer (&self->tree, cut_node_free);
  g_ptr_array_unref (self->same);
  g_ptr_array_unref (self->supports);
  g_ptr_array_unref (self->supported_by);
  g_ptr_array_unref (self->contradicts);
  g_ptr_array_unref (self->attributions);
  g_ptr_array_unref (self->annotations);
  g_ptr_array_unref (self->clips);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->enquiries);
  g_free (self);
}

static CutRecord *
find_in (GPtrArray  *records,
         const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (cut_record_get_id (g_ptr_array_index (records, i)), id) == 0)
      return g_ptr_array_index (records, i);
  return NULL;
}

CutRecord *
cut_claim_detail_find (CutClaimDetail *self,
                       const char     *id)
{
  GPtrArray *const lists[] = { self->same,        self->supports, self->supported_by, self->contradicts, self->attributions,
                               self->annotations, self->clips,    self->sources,      self->checks,      self->enquiries };
  CutRecord *found = NULL;

  if (g_strcmp0 (cut_record_get_id (self->claim), id) == 0)
    return self->claim;
  for (guint i = 0; i < G_N_ELEMENTS (lists) && found == NULL; i++)
    found = find_in (lists[i], id);
  return found;
}

/* Loading. */

typedef struct
{
  CutClaimDetail *detail;
  CutLedger *ledger;
  CutStore *store;
  GError **error;
} Load;

static gboolean
add_id (Load       *self,
        GPtrArray  *list,
        CutKind     kind,
        const char *id)
{
  g_autoptr (CutRecord) record = NULL;

  if (id == NULL || find_in (list, id) != NULL)
    return TRUE;
  if (!cut_store_look_up (self->store, id, &record, self->error))
    return FALSE;
  if (record != NULL && cut_record_get_kind (record) == kind)
    g_ptr_array_add (list, g_steal_pointer (&record));
  return TRUE;
}

/* A claim in the Trash is tied to nothing. */
static gboolean
add_present (Load       *self,
             GPtrArray  *list,
             const char *id)
{
  return !cut_ledger_has_claim (self->ledger, id) || add_id (self, list, CUT_KIND_CLAIM, id);
}

static gboolean
load_attribution (Load       *self,
                  const char *id)
{
  CutClaimDetail *detail = self->detail;
  guint before = detail->attributions->len;
  CutAttribution *attribution;
  CutRecord *annotation;
  const char *const *via;

  if (!add_id (self, detail->attributions, CUT_KIND_ATTRIBUTION, id))
    return FALSE;
  if (detail->attributions->len == before)
    return TRUE;
  attribution = g_ptr_array_index (detail->attributions, before);
  via = cut_attribution_get_via (attribution);
  if (!add_id (self, detail->annotations, CUT_KIND_ANNOTATION, cut_attribution_get_annotation (attribution)) ||
      !add_id (self, detail->sources, CUT_KIND_SOURCE, cut_attribution_get_source (attribution)))
    return FALSE;
  for (guint i = 0; via[i] != NULL; i++)
    if (!add_id (self, detail->sources, CUT_KIND_SOURCE, via[i]) || !add_id (self, detail->clips, CUT_KIND_CLIP, via[i]))
      return FALSE;
  annotation = find_in (detail->annotations, cut_attribution_get_annotation (attribution));
  return annotation == NULL || add_id (self, detail->clips, CUT_KIND_CLIP, cut_annotation_get_clip (CUT_ANNOTATION (annotation)));
}

static gboolean
load_attributions (Load          *self,
                   const CutNode *node)
{
  if (node->attribution != NULL && !load_attribution (self, node->attribution))
    return FALSE;
  for (guint i = 0; i < node->children->len; i++)
    if (!load_attributions (self, g_ptr_array_index (node->children, i)))
      return FALSE;
  return TRUE;
}

static gboolean
load_ids (Load              *self,
          GPtrArray         *list,
          const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (!add_present (self, list, ids[i]))
      return FALSE;
  return TRUE;
}

static gboolean
load_ties (Load *self)
{
  CutClaimDetail *detail = self->detail;
  const char *id = cut_record_get_id (detail->claim);
  g_autoptr (GPtrArray) same = cut_ledger_list_same_ids (self->ledger, id);
  g_autoptr (GPtrArray) others = cut_store_referrers (self->store, id, CUT_KIND_CLAIM, self->error);

  for (guint i = 0; i < same->len; i++)
    if (!add_id (self, detail->same, CUT_KIND_CLAIM, g_ptr_array_index (same, i)))
      return FALSE;
  if (others == NULL || !load_ids (self, detail->supports, cut_claim_get_supports (CUT_CLAIM (detail->claim))) ||
      !load_ids (self, detail->contradicts, cut_claim_get_contradicts (CUT_CLAIM (detail->claim))))
    return FALSE;
  for (guint i = 0; i < others->len; i++)
    {
      CutClaim *other = g_ptr_array_index (others, i);

      if (g_strv_contains (cut_claim_get_supports (other), id))
        g_ptr_array_add (detail->supported_by, g_object_ref (other));
      if (g_strv_contains (cut_claim_get_contradicts (other), id) &&
          find_in (detail->contradicts, cut_record_get_id (CUT_RECORD (other))) == NULL)
        g_ptr_array_add (detail->contradicts, g_object_ref (other));
    }
  return TRUE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (cut_record_get_id (*(CutRecord *const *) a), cut_record_get_id (*(CutRecord *const *) b));
}

static gboolean
load_log_of (Load       *self,
             const char *claim,
             CutKind     kind,
             GPtrArray  *list)
{
  g_autoptr (GPtrArray) found = cut_store_referrers (self->store, claim, kind, self->error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    if (find_in (list, cut_record_get_id (g_ptr_array_index (found, i))) == NULL)
      g_ptr_array_add (list, g_object_ref (g_ptr_array_index (found, i)));
  return found != NULL;
}

static gboolean
load_log (Load *self)
{
  CutClaimDetail *detail = self->detail;

  for (guint i = 0; i <= detail->same->len; i++)
    {
      CutRecord *claim = i == 0 ? detail->claim : g_ptr_array_index (detail->same, i - 1);

      if (!load_log_of (self, cut_record_get_id (claim), CUT_KIND_CHECK, detail->checks) ||
          !load_log_of (self, cut_record_get_id (claim), CUT_KIND_ENQUIRY, detail->enquiries))
        return FALSE;
    }
  g_ptr_array_sort (detail->checks, compare_ids);
  g_ptr_array_sort (detail->enquiries, compare_ids);
  return TRUE;
}

CutClaimDetail *
cut_claim_detail_load (CutStandingBook  *book,
                       CutStore         *store,
                       const char       *claim,
                       GError          **error)
{
  g_autoptr (CutClaimDetail) detail = detail_new ();
  Load self = { detail, cut_standing_book_get_ledger (book), store, error };

  detail->claim = cut_store_get (store, claim, error);
  if (detail->claim == NULL)
    return NULL;
  detail->standing = cut_ledger_get_standing (self.ledger, claim, cut_time_now ());
  if (!CUT_IS_CLAIM (detail->claim) || detail->standing == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The notebook has no claim with the id %s outside the Trash"), claim);
      return NULL;
    }
  detail->origins = cut_ledger_count_origins (self.ledger, claim);
  detail->tree = cut_ledger_make_tree (self.ledger, claim);
  return load_attributions (&self, detail->tree) && load_ties (&self) && load_log (&self) ? g_steal_pointer (&detail) : NULL;
}
