/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-enquiry.h"
#include "cut-fact.h"
#include "cut-lines.h"
#include "cut-protect.h"
#include "cut-sha256.h"
#include "cut-source.h"

static const char *
sensitivity (CutRecord *record)
{
  const char *word = cut_record_get_string (record, CUT_RECORD_SENSITIVITY);

  return word != NULL ? word : "normal";
}

static gboolean
is_revealed (const CutBundleContent *content,
             CutRecord              *record)
{
  return content->reveal != NULL &&
         g_strv_contains ((const char *const *) content->reveal, cut_record_get_id (record));
}

gboolean
cut_protect_is_masked (const CutBundleContent *content,
                       CutRecord              *source)
{
  return content->profile != CUT_PROFILE_FULL && g_str_equal (sensitivity (source), "confidential") &&
         !is_revealed (content, source);
}

gboolean
cut_protect_is_off_record (CutRecord *attribution)
{
  return g_strcmp0 (cut_attribution_get_terms (CUT_ATTRIBUTION (attribution)), "off-record") == 0;
}

void
cut_protect_each_reference (CutRecord        *record,
                            CutReferenceFunc  func,
                            gpointer          data)
{
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type == CUT_FIELD_ID && cut_record_has_value (record, i))
        func (record, &fields[i], cut_record_get_string (record, i), data);
      if (fields[i].type != CUT_FIELD_IDS)
        continue;
      for (const char *const *ids = cut_record_get_strv (record, i); *ids != NULL; ids++)
        func (record, &fields[i], *ids, data);
    }
}

static gboolean
is_working_note (CutRecord *record)
{
  CutKind kind = cut_record_get_kind (record);
  const char *word = kind == CUT_KIND_ANNOTATION ? cut_annotation_get_kind (CUT_ANNOTATION (record)) : NULL;

  return kind == CUT_KIND_CHECK || kind == CUT_KIND_ENQUIRY || g_strcmp0 (word, "note") == 0 ||
         g_strcmp0 (word, "question") == 0;
}

/* What the rules alone say of one object. */
static gboolean
must_stay (const CutBundleContent *content,
           CutRecord              *record)
{
  const char *word = sensitivity (record);

  if (cut_record_is_deleted (record) || g_str_equal (word, "never-export"))
    return TRUE;
  if (cut_record_get_kind (record) == CUT_KIND_ATTRIBUTION && cut_protect_is_off_record (record))
    return TRUE;
  if (content->profile == CUT_PROFILE_PUBLIC && is_working_note (record))
    return TRUE;
  return content->profile != CUT_PROFILE_FULL && cut_record_get_kind (record) != CUT_KIND_SOURCE &&
         g_str_equal (word, "confidential") && !is_revealed (content, record);
}

gboolean
cut_staying_has (const CutStaying *self,
                 const char       *id)
{
  return g_hash_table_contains (self->gone, id);
}

static gboolean
put (CutStaying *self,
     CutRecord  *record)
{
  if (!g_hash_table_add (self->gone, g_strdup (cut_record_get_id (record))))
    return FALSE;
  if (!cut_record_is_deleted (record))
    self->counts[cut_record_get_kind (record)]++;
  return TRUE;
}

/* Calls @func for each object that leaves so far. */
static void
each_leaving (CutStaying *self,
              void (*func) (CutStaying *self, CutRecord *record, gpointer data),
              gpointer    data)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    for (guint i = 0; i < self->content->records[kind]->len; i++)
      {
        CutRecord *record = g_ptr_array_index (self->content->records[kind], i);

        if (!cut_staying_has (self, cut_record_get_id (record)))
          func (self, record, data);
      }
}

static void
apply_rules (CutStaying *self,
             CutRecord  *record,
             gpointer    data)
{
  g_hash_table_add (self->present, (gpointer) cut_record_get_id (record));
  if (must_stay (self->content, record))
    put (self, record);
}

/* Off-record passages: the mark and the claim that rest on nothing else stay too. */
static void
apply_off_record (CutStaying *self)
{
  g_autoptr (GHashTable) open = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *attributions = self->content->records[CUT_KIND_ATTRIBUTION];

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < attributions->len; i++)
      {
        CutRecord *record = g_ptr_array_index (attributions, i);
        const char *ids[] = { cut_attribution_get_claim (CUT_ATTRIBUTION (record)),
                              cut_attribution_get_annotation (CUT_ATTRIBUTION (record)) };
        gboolean off = cut_protect_is_off_record (record);

        if (cut_record_is_deleted (record))
          continue;
        for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
          {
            if (ids[j] != NULL && pass == 0 && !off)
              g_hash_table_add (open, (gpointer) ids[j]);
            if (ids[j] != NULL && pass == 1 && off && !g_hash_table_contains (open, ids[j]))
              g_hash_table_add (self->gone, g_strdup (ids[j]));
          }
        self->off_record += pass == 0 && off;
      }
}

/* What was asked of a source without a name, and answered, would tell who it is. */
static void
apply_enquiries (CutStaying *self)
{
  GPtrArray *enquiries = self->content->records[CUT_KIND_ENQUIRY];

  for (guint i = 0; i < enquiries->len; i++)
    {
      const char *id = cut_enquiry_get_source (g_ptr_array_index (enquiries, i));
      CutRecord *source = id != NULL ? cut_bundle_content_find (self->content, id) : NULL;

      if (source != NULL && cut_record_get_kind (source) == CUT_KIND_SOURCE &&
          (cut_protect_is_masked (self->content, source) || cut_staying_has (self, id)))
        put (self, g_ptr_array_index (enquiries, i));
    }
}

typedef struct
{
  CutStaying *staying;
  gboolean lost;
} Need;

static void
check_need (CutRecord      *record,
            const CutField *field,
            const char     *id,
            gpointer        data)
{
  Need *need = data;

  if ((field->flags & CUT_FIELD_REQUIRED) != 0 &&
      (cut_staying_has (need->staying, id) || !g_hash_table_contains (need->staying->present, id)))
    need->lost = TRUE;
}

/* An object whose clip, capture or claim stays has nothing to stand on. */
static void
apply_needs (CutStaying *self,
             CutRecord  *record,
             gpointer    data)
{
  Need need = { self, FALSE };
  gboolean *again = data;

  cut_protect_each_reference (record, check_need, &need);
  /* The passage of a claim that stays would tell it. */
  if (cut_record_get_kind (record) == CUT_KIND_ANNOTATION &&
      g_strcmp0 (cut_annotation_get_kind (CUT_ANNOTATION (record)), "claim") == 0 &&
      cut_annotation_get_claim (CUT_ANNOTATION (record)) != NULL &&
      cut_staying_has (self, cut_annotation_get_claim (CUT_ANNOTATION (record))))
    need.lost = TRUE;
  if (need.lost && put (self, record))
    *again = TRUE;
}

static void
note_use (CutRecord      *record,
          const CutField *field,
          const char     *id,
          gpointer        data)
{
  /* What is known about somebody says nothing of why. */
  if (!CUT_IS_FACT (record) || !g_str_equal (field->name, "about"))
    g_hash_table_add (data, (gpointer) id);
}

static void
note_uses (CutStaying *self,
           CutRecord  *record,
           gpointer    data)
{
  if (cut_record_get_kind (record) != CUT_KIND_SOURCE || !cut_protect_is_masked (self->content, record))
    cut_protect_each_reference (record, note_use, data);
}

/* The person a masked source is, when nothing else that leaves speaks of them. */
static void
apply_persons (CutStaying *self)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *sources = self->content->records[CUT_KIND_SOURCE];

  each_leaving (self, note_uses, used);
  for (guint i = 0; i < sources->len; i++)
    {
      CutRecord *source = g_ptr_array_index (sources, i);
      const char *entity = cut_source_get_entity (CUT_SOURCE (source));

      if (entity != NULL && cut_protect_is_masked (self->content, source) && !g_hash_table_contains (used, entity))
        g_hash_table_add (self->gone, g_strdup (entity));
    }
}

/* A fact without what it is about, or without its value. */
static void
apply_facts (CutStaying *self)
{
  GPtrArray *facts = self->content->records[CUT_KIND_FACT];

  for (guint i = 0; i < facts->len; i++)
    {
      CutFact *fact = g_ptr_array_index (facts, i);

      if (cut_staying_has (self, cut_fact_get_about (fact)) ||
          (cut_fact_get_entity (fact) != NULL && cut_staying_has (self, cut_fact_get_entity (fact))))
        put (self, CUT_RECORD (fact));
    }
}

/* Names for this bundle. */

/* Whoever does not have the notebook cannot make the key: the revisions are hashes over all that
 * stands in it, the withheld included. The same content gives the same key. */
static char *
make_key (const CutBundleContent *content)
{
  g_autoptr (CutSha256) sum = cut_sha256_new ();

  cut_sha256_add_text (sum, content->notebook_id);
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) sorted = g_ptr_array_copy (content->records[kind], NULL, NULL);

      g_ptr_array_set_free_func (sorted, NULL);
      g_ptr_array_sort (sorted, cut_lines_compare);
      for (guint i = 0; i < sorted->len; i++)
        {
          g_autofree char *rev = cut_record_compute_rev (g_ptr_array_index (sorted, i));

          cut_sha256_add_text (sum, rev);
        }
    }
  return cut_sha256_end_hex (sum);
}

/* A UUID of version 8 (RFC 9562, section 5.8), which tells no time. */
static char *
mask_id (const char *key,
         const char *id)
{
  g_autofree char *hex = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) key, strlen (key), id, -1);

  hex[12] = '8';
  hex[16] = "89ab"[g_ascii_xdigit_value (hex[16]) & 3];
  return g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12, hex + 16, hex + 20);
}

static void
mask_sources (CutStaying *self)
{
  GPtrArray *sources = self->content->records[CUT_KIND_SOURCE];
  g_autofree char *key = NULL;

  for (guint i = 0; i < sources->len; i++)
    {
      CutRecord *source = g_ptr_array_index (sources, i);
      const char *id = cut_record_get_id (source);

      if (!cut_protect_is_masked (self->content, source) || cut_staying_has (self, id))
        continue;
      if (key == NULL)
        key = make_key (self->content);
      g_hash_table_insert (self->masked, g_strdup (id), mask_id (key, id));
    }
}

CutStaying *
cut_staying_new (CutBundleContent *content)
{
  CutStaying *self = g_new0 (CutStaying, 1);
  gboolean again = TRUE;

  self->content = content;
  self->gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->masked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->present = g_hash_table_new (g_str_hash, g_str_equal);
  each_leaving (self, apply_rules, NULL);
  apply_off_record (self);
  apply_enquiries (self);
  while (again)
    {
      again = FALSE;
      each_leaving (self, apply_needs, &again);
    }
  apply_persons (self);
  apply_facts (self);
  mask_sources (self);
  return self;
}

void
cut_staying_free (CutStaying *self)
{
  g_hash_table_unref (self->gone);
  g_hash_table_unref (self->masked);
  g_hash_table_unref (self->present);
  g_free (self);
}
