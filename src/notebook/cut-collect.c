/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-collect.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-buried.h"
#include "cut-capture.h"
#include "cut-claim.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-evidence-out.h"
#include "cut-fact.h"
#include "cut-id.h"
#include "cut-placement.h"
#include "cut-placing.h"
#include "cut-relation.h"
#include "cut-saved-search.h"
#include "cut-written.h"

typedef struct
{
  CutStore *store;
  CutBundleContent *content;
  GHashTable *seen; /* (element-type utf8): ids that are in it */
  GCancellable *cancellable;
  GError **error;
} Collect;

static gboolean
has (Collect    *self,
     const char *id)
{
  return id != NULL && g_hash_table_contains (self->seen, id);
}

static void
add (Collect   *self,
     CutRecord *record)
{
  if (has (self, cut_record_get_id (record)))
    return;
  g_hash_table_add (self->seen, g_strdup (cut_record_get_id (record)));
  cut_bundle_content_add (self->content, record);
}

/* What an id names, when it names anything (it may say "withheld"), and that is of @kind (or %CUT_KIND_NONE). */
static gboolean
add_id_of (Collect    *self,
           CutKind     kind,
           const char *id)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (CutRecord) record = NULL;

  if (id == NULL || has (self, id) || !cut_id_is_valid (id))
    return TRUE;
  record = cut_store_find (self->store, id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (self->error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (record != NULL && (kind == CUT_KIND_NONE || cut_record_get_kind (record) == kind))
    add (self, record);
  return TRUE;
}

static gboolean
add_id (Collect    *self,
        const char *id)
{
  return add_id_of (self, CUT_KIND_NONE, id);
}

static gboolean
add_all (Collect   *self,
         GPtrArray *records)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    add (self, g_ptr_array_index (records, i));
  return records != NULL && !g_cancellable_set_error_if_cancelled (self->cancellable, self->error);
}

/* All of @kind whose @field is or holds @id, those in the Trash too. */
static gboolean
add_where (Collect    *self,
           CutKind     kind,
           const char *field,
           const char *id)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  if (field != NULL)
    cut_query_where (query, field, id);
  query->trash = CUT_TRASH_INCLUDED;
  records = cut_store_list (self->store, query, self->error);
  return add_all (self, records);
}

/* Calls @func on each of @kind, those it adds included. */
typedef gboolean (*EachFunc) (Collect *self, CutRecord *record);

static gboolean
each (Collect  *self,
      CutKind   kind,
      EachFunc  func)
{
  for (guint i = 0; self->content->records[kind] != NULL && i < self->content->records[kind]->len; i++)
    if (!func (self, g_ptr_array_index (self->content->records[kind], i)))
      return FALSE;
  return TRUE;
}

/* Follows the fields of @record that name objects of @kind. */
static gboolean
follow (Collect   *self,
        CutRecord *record,
        CutKind    kind)
{
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].target != kind)
        continue;
      if (fields[i].type == CUT_FIELD_ID && !add_id (self, cut_record_get_string (record, i)))
        return FALSE;
      if (fields[i].type != CUT_FIELD_IDS)
        continue;
      for (const char *const *ids = cut_record_get_strv (record, i); *ids != NULL; ids++)
        if (!add_id (self, *ids))
          return FALSE;
    }
  return TRUE;
}

static gboolean
follow_all (Collect *self,
            CutKind  target)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    for (guint i = 0; self->content->records[kind] != NULL && i < self->content->records[kind]->len; i++)
      if (!follow (self, g_ptr_array_index (self->content->records[kind], i), target))
        return FALSE;
  return TRUE;
}

/* From the clips to what belongs to them. */

static gboolean
of_clip (Collect   *self,
         CutRecord *clip)
{
  const char *id = cut_record_get_id (clip);

  return add_where (self, CUT_KIND_CAPTURE, "clip", id) && add_where (self, CUT_KIND_ANNOTATION, "clip", id);
}

/* What happened, as a marked date says. */
static gboolean
events_of_annotation (Collect   *self,
                      CutRecord *annotation)
{
  return g_strcmp0 (cut_annotation_get_kind (CUT_ANNOTATION (annotation)), "date") != 0
         || add_where (self, CUT_KIND_EVENT, "evidence", cut_record_get_id (annotation));
}

static gboolean
claim_of_annotation (Collect   *self,
                     CutRecord *annotation)
{
  return events_of_annotation (self, annotation) && add_id (self, cut_annotation_get_claim (CUT_ANNOTATION (annotation))) &&
         add_where (self, CUT_KIND_ATTRIBUTION, "annotation", cut_record_get_id (annotation)) &&
         add_where (self, CUT_KIND_PLACEMENT, "annotation", cut_record_get_id (annotation));
}

static gboolean
claim_of_attribution (Collect   *self,
                      CutRecord *attribution)
{
  return add_id (self, cut_attribution_get_claim (CUT_ATTRIBUTION (attribution)));
}

/* An attribution that stands in a clip which does not leave stays with it. */
static gboolean
attributions_of_claim (Collect    *self,
                       const char *claim)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_ATTRIBUTION);
  g_autoptr (GPtrArray) all = NULL;

  cut_query_where (query, "claim", claim);
  query->trash = CUT_TRASH_INCLUDED;
  all = cut_store_list (self->store, query, self->error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      CutRecord *attribution = g_ptr_array_index (all, i);
      const char *annotation = cut_attribution_get_annotation (CUT_ATTRIBUTION (attribution));

      if (annotation == NULL || has (self, annotation))
        add (self, attribution);
    }
  return all != NULL;
}

static gboolean
of_claim (Collect   *self,
          CutRecord *claim)
{
  const char *id = cut_record_get_id (claim);

  return attributions_of_claim (self, id) && add_where (self, CUT_KIND_CHECK, "claim", id) &&
         add_where (self, CUT_KIND_ENQUIRY, "claim", id) && add_where (self, CUT_KIND_EVENT, "claims", id);
}

/* A via is a source, or the clip it was read in; only sources are fetched. */
static gboolean
of_attribution (Collect   *self,
                CutRecord *attribution)
{
  const char *const *via = cut_attribution_get_via (CUT_ATTRIBUTION (attribution));

  for (guint i = 0; via[i] != NULL; i++)
    if (!add_id_of (self, CUT_KIND_SOURCE, via[i]))
      return FALSE;
  return TRUE;
}

static gboolean
relations_of_entity (Collect   *self,
                     CutRecord *entity)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_RELATION);
  g_autoptr (GPtrArray) all = NULL;

  cut_query_where (query, "from", cut_record_get_id (entity));
  query->trash = CUT_TRASH_INCLUDED;
  all = cut_store_list (self->store, query, self->error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (has (self, cut_relation_get_to (g_ptr_array_index (all, i))))
      add (self, g_ptr_array_index (all, i));
  return all != NULL;
}

/* The facts about an entity or a relation, and the entities that are their values. */
static gboolean
facts_about (Collect   *self,
             CutRecord *about)
{
  return add_where (self, CUT_KIND_FACT, "about", cut_record_get_id (about));
}

static gboolean
value_of_fact (Collect   *self,
               CutRecord *fact)
{
  return add_id_of (self, CUT_KIND_ENTITY, cut_fact_get_entity (CUT_FACT (fact)));
}

static gboolean
add_merged (Collect   *self,
            CutRecord *entity)
{
  return follow (self, entity, CUT_KIND_ENTITY);
}

/* What was merged into it goes along: a colleague may have it still. */
static gboolean
merged_into (Collect   *self,
             CutRecord *entity)
{
  return add_where (self, CUT_KIND_ENTITY, "merged_into", cut_record_get_id (entity));
}

static gboolean
add_parent (Collect   *self,
            CutRecord *tag)
{
  return follow (self, tag, CUT_KIND_TAG);
}

static gboolean
complete (Collect *self)
{
  return each (self, CUT_KIND_CLIP, of_clip) && each (self, CUT_KIND_ANNOTATION, claim_of_annotation) &&
         each (self, CUT_KIND_ATTRIBUTION, claim_of_attribution) && each (self, CUT_KIND_CLAIM, of_claim) &&
         each (self, CUT_KIND_ATTRIBUTION, of_attribution) && follow_all (self, CUT_KIND_SOURCE) &&
         follow_all (self, CUT_KIND_ENTITY) && each (self, CUT_KIND_ENTITY, add_merged) && each (self, CUT_KIND_ENTITY, merged_into) &&
         each (self, CUT_KIND_ENTITY, facts_about) && each (self, CUT_KIND_FACT, value_of_fact) &&
         each (self, CUT_KIND_ENTITY, relations_of_entity) && each (self, CUT_KIND_RELATION, facts_about) && follow_all (self, CUT_KIND_TAG) &&
         each (self, CUT_KIND_TAG, add_parent) && follow_all (self, CUT_KIND_STORY) &&
         follow_all (self, CUT_KIND_CONTRIBUTOR);
}

/* What stands around an object that is no clip: the clips it was read in. */

static gboolean
add_clip_of (Collect    *self,
             const char *annotation)
{
  g_autoptr (CutRecord) record = NULL;

  if (annotation == NULL || !cut_id_is_valid (annotation))
    return TRUE;
  record = cut_store_get (self->store, annotation, self->error);
  return record != NULL && follow (self, record, CUT_KIND_CLIP);
}

static gboolean
add_referrer (Collect   *self,
              CutRecord *record)
{
  CutKind kind = cut_record_get_kind (record);

  if (kind == CUT_KIND_CLIP || kind == CUT_KIND_CLAIM)
    add (self, record);
  if (kind == CUT_KIND_ANNOTATION)
    return follow (self, record, CUT_KIND_CLIP);
  if (kind == CUT_KIND_ATTRIBUTION)
    return add_id (self, cut_attribution_get_claim (CUT_ATTRIBUTION (record))) &&
           add_clip_of (self, cut_attribution_get_annotation (CUT_ATTRIBUTION (record)));
  return TRUE;
}

static gboolean
add_around (Collect    *self,
            const char *id)
{
  g_autoptr (GPtrArray) referrers = cut_store_referrers (self->store, id, CUT_KIND_NONE, self->error);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (!add_referrer (self, g_ptr_array_index (referrers, i)))
      return FALSE;
  return referrers != NULL;
}

/* The claims named, or made about what was named, and where they stand. */
static gboolean
around_claim (Collect   *self,
              CutRecord *claim)
{
  return add_around (self, cut_record_get_id (claim));
}

/* What was asked for. */

static gboolean
add_matches (Collect    *self,
             const char *words)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GPtrArray) records = NULL;

  cut_query_set_match (query, words);
  records = cut_store_list (self->store, query, self->error);
  return add_all (self, records);
}

static gboolean
add_named (Collect    *self,
           const char *name)
{
  g_autofree char *id = cut_id_is_valid (name) ? g_strdup (name) : cut_store_find_prefix (self->store, name, self->error);
  g_autoptr (CutRecord) record = id != NULL ? cut_store_get (self->store, id, self->error) : NULL;

  if (record == NULL)
    return FALSE;
  if (cut_record_get_kind (record) == CUT_KIND_DISMISSAL)
    return follow (self, record, CUT_KIND_CLIP);
  if (cut_record_get_kind (record) == CUT_KIND_SAVED_SEARCH)
    return add_matches (self, cut_saved_search_get_query (CUT_SAVED_SEARCH (record)));
  add (self, record);
  switch (cut_record_get_kind (record))
    {
    case CUT_KIND_STORY:
      return add_where (self, CUT_KIND_CLIP, "stories", id) && add_where (self, CUT_KIND_CLAIM, "stories", id) &&
             add_where (self, CUT_KIND_ENTITY, "stories", id);
    case CUT_KIND_CAPTURE:
    case CUT_KIND_ANNOTATION:
      return follow (self, record, CUT_KIND_CLIP);
    case CUT_KIND_PLACEMENT:
      return add_clip_of (self, cut_placement_get_annotation (CUT_PLACEMENT (record)));
    case CUT_KIND_CLAIM:
    case CUT_KIND_SOURCE:
    case CUT_KIND_ENTITY:
    case CUT_KIND_TAG:
      return add_around (self, id) && each (self, CUT_KIND_CLAIM, around_claim);
    case CUT_KIND_NONE:
    case CUT_KIND_CONTRIBUTOR:
    case CUT_KIND_CLIP:
    case CUT_KIND_ATTRIBUTION:
    case CUT_KIND_RELATION:
    case CUT_KIND_CHECK:
    case CUT_KIND_EVENT:
    case CUT_KIND_ENQUIRY:
    case CUT_KIND_DISMISSAL:
    case CUT_KIND_FACT:
    case CUT_KIND_SAVED_SEARCH:
    case CUT_N_KINDS:
    default:
      return TRUE;
    }
}

/* What a person did not want to be proposed, or looks for, is her own business: it leaves only with the whole of a notebook. */
static gboolean
stays_home (const CutBundleContent *content,
            CutKind                 kind)
{
  return content->profile != CUT_PROFILE_FULL && (kind == CUT_KIND_DISMISSAL || kind == CUT_KIND_SAVED_SEARCH);
}

static gboolean
add_everything (Collect *self)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    if (!stays_home (self->content, (CutKind) kind) && !add_where (self, (CutKind) kind, NULL, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
add_asked (Collect                *self,
           const CutExportRequest *request)
{
  if (request->all)
    return add_everything (self);
  for (guint i = 0; request->ids != NULL && request->ids[i] != NULL; i++)
    if (!add_named (self, cut_id_strip (request->ids[i])))
      return FALSE;
  if (request->story != NULL && !add_named (self, cut_id_strip (request->story)))
    return FALSE;
  if (request->query != NULL && !add_matches (self, request->query))
    return FALSE;
  if (g_hash_table_size (self->seen) > 0)
    return complete (self);
  g_set_error_literal (self->error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("Nothing was named that could be exported"));
  return FALSE;
}

/* What stands beside the objects. */

static gboolean
add_text (Collect   *self,
          CutRecord *capture)
{
  const char *id = cut_record_get_id (capture);
  g_autofree char *text = NULL;
  g_autofree char *blocks = NULL;
  g_autofree char *html = NULL;

  if (cut_record_is_deleted (capture))
    return TRUE;
  if (!cut_store_get_text (self->store, id, &text, &blocks, &html, self->error))
    return FALSE;
  cut_bundle_content_set_text (self->content, id, text != NULL ? text : "", blocks != NULL ? blocks : "[]", html);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, self->error);
}

/* Where the marks stand in the capture that the clip's page shows. */
static gboolean
add_places (Collect   *self,
            CutRecord *clip)
{
  g_autoptr (CutRecord) shown = cut_store_shown_capture (self->store, cut_record_get_id (clip), NULL);
  g_autoptr (CutPlacing) placing = NULL;
  g_autoptr (GHashTable) standings = NULL;
  GHashTableIter iter;
  gpointer value;

  if (shown == NULL)
    return TRUE;
  placing = cut_placing_load_capture (self->store, cut_record_get_id (shown), self->error);
  standings = placing != NULL ? cut_placing_run (placing, self->cancellable, self->error) : NULL;
  if (standings == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, standings);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const CutStanding *standing = value;

      if (standing->placed)
        cut_bundle_content_set_place (self->content, standing->annotation, standing->capture, standing->start, standing->end);
    }
  return TRUE;
}

/* What is in the Trash leaves as the bare news that it was deleted; of what is confidential not even that. */
static void
bury (CutBundleContent *content,
      CutRecord        *record)
{
  CutBundleTombstone *tombstone = cut_buried_make (record);

  if (tombstone != NULL)
    g_ptr_array_add (content->tombstones, tombstone);
}

static void
bury_all (CutBundleContent *content)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    for (guint i = content->records[kind] != NULL ? content->records[kind]->len : 0; i-- > 0;)
      {
        CutRecord *record = g_ptr_array_index (content->records[kind], i);

        if (!cut_record_is_deleted (record))
          continue;
        bury (content, record);
        g_ptr_array_remove_index (content->records[kind], i);
      }
}

/* What others deleted and this notebook never had. */
static gboolean
add_buried (Collect *self)
{
  g_autoptr (GPtrArray) buried = cut_buried_load (self->store, self->error);

  if (buried == NULL)
    return FALSE;
  g_ptr_array_set_free_func (buried, NULL);
  for (guint i = 0; i < buried->len; i++)
    {
      CutBundleTombstone *tombstone = g_ptr_array_index (buried, i);

      if (has (self, tombstone->object))
        cut_bundle_tombstone_free (tombstone);
      else
        g_ptr_array_add (self->content->tombstones, tombstone);
    }
  return TRUE;
}

/* Whether anything that leaves is the work of @contributor. */
static gboolean
has_work_of (CutBundleContent *content,
             const char       *contributor)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    for (guint i = 0; i < content->records[kind]->len; i++)
      {
        CutRecord *record = g_ptr_array_index (content->records[kind], i);

        if (!g_str_equal (cut_record_get_id (record), contributor) &&
            g_strcmp0 (cut_record_get_string (record, CUT_RECORD_CONTRIBUTOR), contributor) == 0)
          return TRUE;
      }
  for (guint i = 0; i < content->tombstones->len; i++)
    if (g_strcmp0 (((CutBundleTombstone *) g_ptr_array_index (content->tombstones, i))->contributor, contributor) == 0)
      return TRUE;
  return FALSE;
}

/* Whoever owns a notebook and wrote nothing that leaves has no part in the bundle. */
static void
drop_idle_owner (Collect *self)
{
  g_autofree char *owner = cut_store_get_meta (self->store, "owner", NULL);
  GPtrArray *contributors = self->content->records[CUT_KIND_CONTRIBUTOR];

  for (guint i = contributors->len; owner != NULL && i-- > 0;)
    if (g_str_equal (cut_record_get_id (g_ptr_array_index (contributors, i)), owner) && !has_work_of (self->content, owner))
      g_ptr_array_remove_index (contributors, i);
}

static GBytes *
blob_cb (const char  *sha256,
         gpointer     data,
         GError     **error)
{
  return cut_store_get_blob (data, sha256, error);
}

static char *
title_of (Collect                *self,
          const CutExportRequest *request)
{
  g_autoptr (CutRecord) story = NULL;
  char *title = NULL;

  if (request->title != NULL)
    return g_strdup (request->title);
  if (request->story != NULL)
    story = cut_store_find (self->store, cut_id_strip (request->story), NULL);
  if (story != NULL)
    return cut_record_get_title (story);
  title = cut_store_get_meta (self->store, "title", NULL);
  return title != NULL ? title : g_strdup (_("Cuttings"));
}

static char *
own_language (void)
{
  const char *const *names = g_get_language_names ();
  g_autofree char *language = g_strdup (names[0]);

  language[strcspn (language, ".@")] = '\0';
  return g_str_equal (language, "C") ? g_strdup ("en") : g_strdelimit (g_steal_pointer (&language), "_", '-');
}

static void
set_notebook (Collect                *self,
              const CutExportRequest *request)
{
  CutBundleContent *content = self->content;

  content->title = title_of (self, request);
  content->notebook_id = cut_store_get_meta (self->store, "id", NULL);
  content->notebook_title = cut_store_get_meta (self->store, "title", NULL);
  content->custody_head = cut_store_custody_head (self->store, NULL);
  content->language = request->language != NULL ? g_strdup (request->language) : own_language ();
  content->reveal = g_strdupv (request->reveal);
  cut_bundle_content_set_blobs (content, blob_cb, g_object_ref (self->store), g_object_unref);
  content->warc = cut_evidence_out_warc;
}

CutBundleContent *
cut_collect (CutStore                *store,
             const CutExportRequest  *request,
             GCancellable            *cancellable,
             GError                 **error)
{
  g_autoptr (CutBundleContent) content = cut_bundle_content_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Collect self = { store, content, seen, cancellable, error };

  if (!cut_bundle_profile_from_word (request->profile, &content->profile, error) ||
      !add_asked (&self, request) || !each (&self, CUT_KIND_CAPTURE, add_text) ||
      !each (&self, CUT_KIND_CLIP, add_places))
    return NULL;
  bury_all (content);
  if (request->all && !add_buried (&self))
    return NULL;
  drop_idle_owner (&self);
  set_notebook (&self, request);
  return g_steal_pointer (&content);
}
