/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-claim-facts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-chain-build.h"
#include "cut-check.h"
#include "cut-claim.h"
#include "cut-clip.h"

static void
evidence_free (gpointer data)
{
  CutClaimEvidence *self = data;

  g_object_unref (self->attribution);
  g_free (self->clip);
  g_free (self->annotation);
  g_free (self->says);
  g_free (self->words);
  g_free (self);
}

static void
tie_free (gpointer data)
{
  CutClaimTie *self = data;

  g_object_unref (self->other);
  g_free (self);
}

CutClaimFacts *
cut_claim_facts_ref (CutClaimFacts *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_claim_facts_unref (CutClaimFacts *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->claim);
  cut_claim_standing_unref (self->standing);
  g_ptr_array_unref (self->evidence);
  g_clear_pointer (&self->chain, cut_chain_unref);
  g_clear_pointer (&self->enquiries, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_hash_table_unref (self->titles);
  g_ptr_array_unref (self->ties);
  g_free (self);
}

static GPtrArray *
copy_newest_first (GPtrArray *records)
{
  GPtrArray *copy = g_ptr_array_new_full (records->len, g_object_unref);

  for (guint i = records->len; i-- > 0;)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (records, i)));
  return copy;
}

static CutClaimFacts *
facts_new (CutClaimDetail *detail)
{
  CutClaimFacts *self = g_new0 (CutClaimFacts, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->claim = g_object_ref (detail->claim);
  self->standing = cut_claim_standing_ref (detail->standing);
  self->evidence = g_ptr_array_new_with_free_func (evidence_free);
  self->enquiries = copy_newest_first (detail->enquiries);
  self->checks = copy_newest_first (detail->checks);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ties = g_ptr_array_new_with_free_func (tie_free);
  return self;
}

/* Evidence. */

static CutRecord *
find_kind (CutClaimDetail *detail,
           const char     *id,
           CutKind         kind)
{
  CutRecord *record = id != NULL ? cut_claim_detail_find (detail, id) : NULL;

  return record != NULL && cut_record_get_kind (record) == kind && !cut_record_is_deleted (record) ? record : NULL;
}

/* Whether it is what the clip was read in, which stands at the end of the line anyhow. */
static gboolean
is_outlet_of (CutClip    *clip,
              const char *title)
{
  const char *site = clip != NULL ? cut_clip_get_site_name (clip) : NULL;
  g_autofree char *outlet = site != NULL ? g_utf8_casefold (site, -1) : NULL;
  g_autofree char *name = g_utf8_casefold (title, -1);

  return g_strcmp0 (outlet, name) == 0;
}

/* Officials → The Courier → Evening Post */
static char *
get_line (CutClaimDetail *detail,
          CutAttribution *attribution,
          CutClip        *clip)
{
  CutRecord *source = find_kind (detail, cut_attribution_get_source (attribution), CUT_KIND_SOURCE);
  g_autofree char *label = source != NULL ? cut_record_get_title (source) : NULL;
  g_autoptr (GString) line = g_string_new (label != NULL ? label : _("Source not given"));

  for (const char *const *via = cut_attribution_get_via (attribution); *via != NULL; via++)
    {
      CutRecord *step = cut_claim_detail_find (detail, *via);
      g_autofree char *title = step != NULL ? cut_record_get_title (step) : g_strdup ("…");

      if (via[1] != NULL || !is_outlet_of (clip, title))
        g_string_append_printf (line, " → %s", title);
    }
  if (clip != NULL)
    {
      g_autofree char *title = cut_record_get_title (CUT_RECORD (clip));

      g_string_append_printf (line, " → %s", cut_clip_get_site_name (clip) != NULL ? cut_clip_get_site_name (clip) : title);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
add_evidence (CutClaimFacts  *self,
              CutClaimDetail *detail,
              CutAttribution *attribution)
{
  CutClaimEvidence *evidence = g_new0 (CutClaimEvidence, 1);
  CutRecord *annotation = find_kind (detail, cut_attribution_get_annotation (attribution), CUT_KIND_ANNOTATION);
  CutRecord *clip = annotation != NULL ? find_kind (detail, cut_annotation_get_clip (CUT_ANNOTATION (annotation)), CUT_KIND_CLIP) : NULL;

  evidence->attribution = g_object_ref (CUT_RECORD (attribution));
  evidence->clip = clip != NULL ? g_strdup (cut_record_get_id (clip)) : NULL;
  evidence->annotation = clip != NULL ? g_strdup (cut_record_get_id (annotation)) : NULL;
  evidence->words = annotation != NULL ? cut_record_get_title (annotation) : NULL;
  evidence->says = get_line (detail, attribution, clip != NULL ? CUT_CLIP (clip) : NULL);
  g_ptr_array_add (self->evidence, evidence);
}

static void
read_titles (CutClaimFacts *self,
             CutNotebook   *notebook)
{
  for (guint i = 0; i < self->checks->len; i++)
    for (const char *const *id = cut_check_get_evidence (g_ptr_array_index (self->checks, i)); *id != NULL; id++)
      {
        g_autoptr (CutRecord) record = cut_notebook_get (notebook, *id, NULL);

        if (record != NULL)
          g_hash_table_insert (self->titles, g_strdup (*id), cut_record_get_title (record));
      }
}

/* Ties. */

static gboolean
is_list (int field)
{
  guint n_fields;

  return cut_kind_get_fields (CUT_KIND_CLAIM, &n_fields)[field].type == CUT_FIELD_IDS;
}

/* Whether @claim says it of @other. */
static gboolean
says (CutRecord  *claim,
      const char *name,
      CutRecord  *other)
{
  int field = cut_kind_find_field (CUT_KIND_CLAIM, name);
  const char *id = cut_record_get_id (other);

  return is_list (field) ? g_strv_contains (cut_record_get_strv (claim, (guint) field), id)
                         : g_strcmp0 (cut_record_get_string (claim, (guint) field), id) == 0;
}

static void
add_ties (CutClaimFacts *self,
          const char    *field,
          GPtrArray     *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      CutRecord *other = g_ptr_array_index (others, i);
      CutClaimTie *tie;

      if (cut_record_is_deleted (other))
        continue;
      tie = g_new0 (CutClaimTie, 1);
      tie->field = field;
      tie->other = g_object_ref (other);
      tie->back = !says (self->claim, field, other);
      tie->far = tie->back && !says (other, field, self->claim);
      g_ptr_array_add (self->ties, tie);
    }
}

/* Reading, in the worker thread. */

static CutRecord *
find_cb (const char *id,
         gpointer    user_data)
{
  return cut_claim_detail_find (user_data, id);
}

static CutClaimFacts *
load (CutNotebook   *notebook,
      const char    *id,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (CutClaimDetail) detail = cut_notebook_claim_detail (notebook, id, cancellable, error);
  CutClaimFacts *self;

  if (detail == NULL)
    return NULL;
  self = facts_new (detail);
  for (guint i = 0; i < detail->attributions->len; i++)
    add_evidence (self, detail, g_ptr_array_index (detail->attributions, i));
  self->chain = cut_chain_build (detail->tree, find_cb, detail);
  add_ties (self, "same_as", detail->same);
  add_ties (self, "supports", detail->supports);
  add_ties (self, "supports", detail->supported_by);
  add_ties (self, "contradicts", detail->contradicts);
  read_titles (self, notebook);
  return self;
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  CutClaimFacts *facts = load (CUT_NOTEBOOK (source), task_data, cancellable, &error);

  if (facts != NULL)
    g_task_return_pointer (task, facts, (GDestroyNotify) cut_claim_facts_unref);
  else
    g_task_return_error (task, error);
}

void
cut_claim_facts_load_async (CutNotebook         *notebook,
                            const char          *id,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (notebook, cancellable, callback, user_data);

  g_task_set_source_tag (task, cut_claim_facts_load_async);
  g_task_set_task_data (task, g_strdup (id), g_free);
  g_task_run_in_thread (task, load_thread);
}

CutClaimFacts *
cut_claim_facts_load_finish (GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What changed. */

static gboolean
belongs (CutClaimFacts *self,
         CutRecord     *record,
         const char    *field)
{
  guint n_fields;
  int index = cut_kind_find_field (cut_record_get_kind (record), field);

  return index >= 0 && cut_record_get_fields (record, &n_fields)[index].type == CUT_FIELD_ID && g_strcmp0 (cut_record_get_string (record, (guint) index), cut_record_get_id (self->claim)) == 0;
}

/* Claims are tied to each other from either end, and each shows the words of the other. */
static gboolean
is_tied (CutClaimFacts *self,
         CutRecord     *claim)
{
  if (g_str_equal (cut_record_get_id (claim), cut_record_get_id (self->claim)) || says (claim, "same_as", self->claim) ||
      says (claim, "supports", self->claim) || says (claim, "contradicts", self->claim))
    return TRUE;
  for (guint i = 0; i < self->ties->len; i++)
    if (g_str_equal (cut_record_get_id (((const CutClaimTie *) g_ptr_array_index (self->ties, i))->other), cut_record_get_id (claim)))
      return TRUE;
  return FALSE;
}

static gboolean
is_shown (CutClaimFacts *self,
          const char    *id)
{
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const CutClaimEvidence *evidence = g_ptr_array_index (self->evidence, i);
      CutAttribution *attribution = CUT_ATTRIBUTION (evidence->attribution);

      if (g_strcmp0 (evidence->clip, id) == 0 || g_strcmp0 (evidence->annotation, id) == 0 ||
          g_strcmp0 (cut_attribution_get_annotation (attribution), id) == 0 ||
          g_strcmp0 (cut_attribution_get_source (attribution), id) == 0 ||
          g_strv_contains (cut_attribution_get_via (attribution), id) ||
          g_strcmp0 (cut_record_get_id (evidence->attribution), id) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
cut_claim_facts_touches (CutClaimFacts *self,
                         GPtrArray     *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const CutChange *change = g_ptr_array_index (changes, i);

      if (change->record == NULL || is_shown (self, change->id) ||
          (change->kind == CUT_KIND_CLAIM ? is_tied (self, change->record) : belongs (self, change->record, "claim")))
        return TRUE;
    }
  return FALSE;
}

/* Ties. */

const char *
cut_claim_tie_get_label (const CutClaimTie *self)
{
  if (g_str_equal (self->field, "same_as"))
    return C_("tie", "Same as");
  if (g_str_equal (self->field, "supports"))
    return self->back ? C_("tie", "Supported by") : C_("tie", "Supports");
  return self->back ? C_("tie", "Contradicted by") : C_("tie", "Contradicts");
}

static CutRecord *
with_ids (CutRecord  *claim,
          const char *name,
          GPtrArray  *ids)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_ptr_array_add (ids, NULL);
  g_value_init (&value, G_TYPE_STRV);
  g_value_set_boxed (&value, ids->pdata);
  return cut_record_with_value (claim, (guint) cut_kind_find_field (CUT_KIND_CLAIM, name), &value);
}

static CutRecord *
without (CutRecord  *claim,
         const char *name,
         const char *other)
{
  int field = cut_kind_find_field (CUT_KIND_CLAIM, name);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (!is_list (field))
    return cut_record_with_value (claim, (guint) field, NULL);
  for (const char *const *id = cut_record_get_strv (claim, (guint) field); *id != NULL; id++)
    if (!g_str_equal (*id, other))
      g_ptr_array_add (ids, (gpointer) *id);
  return with_ids (claim, name, ids);
}

static CutRecord *
with (CutRecord  *claim,
      const char *name,
      const char *other)
{
  int field = cut_kind_find_field (CUT_KIND_CLAIM, name);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (!is_list (field))
    return cut_record_with (claim, name, other, NULL);
  for (const char *const *id = cut_record_get_strv (claim, (guint) field); *id != NULL; id++)
    if (!g_str_equal (*id, other))
      g_ptr_array_add (ids, (gpointer) *id);
  g_ptr_array_add (ids, (gpointer) other);
  return with_ids (claim, name, ids);
}

CutAct *
cut_claim_untie (CutRecord         *claim,
                 const CutClaimTie *tie)
{
  CutAct *act = cut_act_new (C_("act", "Untie Claims"));

  cut_act_take (act, tie->back ? without (tie->other, tie->field, cut_record_get_id (claim))
                               : without (claim, tie->field, cut_record_get_id (tie->other)));
  return act;
}

CutAct *
cut_claim_tie (CutRecord  *claim,
               const char *field,
               const char *other)
{
  CutAct *act = cut_act_new (C_("act", "Tie Claims"));

  cut_act_take (act, with (claim, field, other));
  return act;
}
