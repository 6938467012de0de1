/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-import.h"

#include <glib/gi18n-lib.h>

#include "cut-capture.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-history.h"
#include "cut-json.h"
#include "cut-merge.h"
#include "cut-remap.h"
#include "cut-report.h"
#include "cut-same.h"
#include "cut-secrets.h"

/* What is named comes before what names it. */
static const CutKind order[] = {
  CUT_KIND_CONTRIBUTOR, CUT_KIND_STORY,      CUT_KIND_TAG,         CUT_KIND_ENTITY,   CUT_KIND_SOURCE,
  CUT_KIND_CLIP,        CUT_KIND_CAPTURE,    CUT_KIND_CLAIM,       CUT_KIND_ANNOTATION, CUT_KIND_ATTRIBUTION,
  CUT_KIND_PLACEMENT,   CUT_KIND_RELATION,   CUT_KIND_CHECK,      CUT_KIND_EVENT,       CUT_KIND_ENQUIRY,
  CUT_KIND_FACT,
};

/* One of their objects beside ours. */
typedef struct
{
  CutRecord *theirs;   /* (owned): with our ids */
  CutRecord *ours;     /* (owned) (nullable) */
  const char *capture; /* (unowned) (nullable): their id of it, where it is a capture */
  CutVerdict verdict;
} Pair;

typedef struct
{
  CutStore *store;
  CutBundleContent *content;
  CutCommit *commit;
  CutImportReport *report;
  GHashTable *ids;   /* (owned): their id → ours */
  GPtrArray *pairs;  /* (owned) (element-type Pair) */
  GHashTable *bases; /* (owned): revision → the object as it was */
  GPtrArray *same;   /* (owned) (element-type utf8): ids of entities that turn out to be the same, two by two */
  CutClasses *classes; /* (owned): ids of entities that mean the same */
  GError **error;
} Import;

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_clear_object (&pair->theirs);
  g_clear_object (&pair->ours);
  g_free (pair);
}

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->commit, cut_commit_free);
  g_clear_pointer (&self->report, cut_import_report_free);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  g_clear_pointer (&self->bases, g_hash_table_unref);
  g_clear_pointer (&self->same, g_ptr_array_unref);
  g_clear_pointer (&self->classes, cut_classes_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static gboolean
find (Import      *self,
      const char  *id,
      CutRecord  **record)
{
  g_autoptr (GError) failure = NULL;

  *record = cut_store_find (self->store, id, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (self->error, g_steal_pointer (&failure));
  return FALSE;
}

/* Comparing. */

/* Evidence and checks are never rewritten: only their place in the notebook can differ, and that of a check only where it
 * was put into the Trash before checks were kept out of it. */
static CutVerdict
judge (Pair *pair)
{
  CutVerdict verdict = cut_merge_judge (pair->ours, pair->theirs);
  CutKind kind = cut_record_get_kind (pair->theirs);

  if (pair->ours != NULL && kind == CUT_KIND_CHECK && cut_record_is_deleted (pair->theirs))
    return CUT_VERDICT_SAME;
  if (pair->ours != NULL && (kind == CUT_KIND_CAPTURE || kind == CUT_KIND_CHECK) &&
      (verdict == CUT_VERDICT_DIVERGED ||
       cut_record_is_deleted (pair->ours) == cut_record_is_deleted (pair->theirs)))
    return CUT_VERDICT_SAME;
  return verdict;
}

static gboolean
compare (Import    *self,
         CutRecord *record)
{
  Pair *pair = g_new0 (Pair, 1);
  g_autoptr (CutRecord) remapped = cut_remap_record (self->ids, record);

  g_ptr_array_add (self->pairs, pair);
  pair->theirs = cut_secrets_strip (remapped);
  if (CUT_IS_CAPTURE (record))
    pair->capture = cut_record_get_id (record);
  if (!find (self, cut_record_get_id (pair->theirs), &pair->ours))
    return FALSE;
  if (pair->ours != NULL && cut_record_get_kind (pair->ours) != cut_record_get_kind (pair->theirs))
    {
      g_set_error (self->error, CUT_ERROR, CUT_ERROR_CORRUPT, _("%s is a %s here and a %s there"),
                   cut_record_get_id (pair->ours), cut_kind_get_name (cut_record_get_kind (pair->ours)),
                   cut_kind_get_name (cut_record_get_kind (pair->theirs)));
      return FALSE;
    }
  pair->verdict = judge (pair);
  return TRUE;
}

static gboolean
compare_all (Import *self)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (order); kind++)
    {
      GPtrArray *records = self->content->records[order[kind]];

      for (guint i = 0; records != NULL && i < records->len; i++)
        if (!compare (self, g_ptr_array_index (records, i)))
          return FALSE;
    }
  return TRUE;
}

static gboolean
find_bases (Import *self)
{
  g_autoptr (GHashTable) revs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->pairs->len; i++)
    {
      Pair *pair = g_ptr_array_index (self->pairs, i);
      const char *base = pair->verdict == CUT_VERDICT_DIVERGED ? cut_merge_find_base (pair->ours, pair->theirs) : NULL;

      if (base != NULL)
        g_hash_table_add (revs, (gpointer) base);
    }
  self->bases = cut_history_find (self->store, revs, self->error);
  return self->bases != NULL;
}

/* Writing. */

static void
fail (Import     *self,
      CutRecord  *record,
      const char *problem)
{
  g_autofree char *name = cut_merge_describe (record);

  g_ptr_array_add (self->report->failed, g_strdup_printf ("%s: %s", name, problem));
}

/* What a bundle does not hold, say because it was withheld, is named; the rest is worth having. */
static gboolean
put_blob (Import     *self,
          CutRecord  *capture,
          const char *sha256)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *stored = NULL;

  if (sha256 == NULL || cut_store_has_blob (self->store, sha256))
    return TRUE;
  bytes = cut_bundle_content_get_blob (self->content, sha256, &failure);
  if (bytes == NULL && g_error_matches (failure, CUT_ERROR, CUT_ERROR_NOT_FOUND))
    {
      fail (self, capture, failure->message);
      return TRUE;
    }
  if (bytes != NULL && cut_store_put_blob (self->store, bytes, &stored, &failure))
    return TRUE;
  g_propagate_error (self->error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
put_pictures (Import    *self,
              CutRecord *capture)
{
  const char *json = cut_capture_get_resources (CUT_CAPTURE (capture));
  g_autoptr (JsonNode) root = json != NULL ? cut_json_parse (json, -1, NULL) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node) &&
          !put_blob (self, capture, cut_json_get_string (json_node_get_object (node), "sha256")))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_evidence (Import *self,
              Pair   *pair)
{
  CutCapture *capture = CUT_CAPTURE (pair->theirs);
  const CutBundleText *text = g_hash_table_lookup (self->content->texts, pair->capture);

  if (!put_blob (self, pair->theirs, cut_capture_get_sha256 (capture)) ||
      !put_blob (self, pair->theirs, cut_capture_get_warc_sha256 (capture)) || !put_pictures (self, pair->theirs))
    return FALSE;
  return text == NULL || cut_store_put_text (self->store, cut_record_get_id (pair->theirs), text->text,
                                             text->blocks_json, text->html, self->error);
}

static gboolean
take_theirs (Import     *self,
             Pair       *pair,
             GHashTable *counts)
{
  if (pair->capture != NULL && pair->ours == NULL && !put_evidence (self, pair))
    return FALSE;
  cut_report_count (counts, cut_record_get_kind (pair->theirs), 1);
  return cut_commit_put_as_is (self->commit, pair->theirs, self->error);
}

/* Merged into one here and into another there: then these two are the same. */
static void
note_same (Import *self,
           Pair   *pair)
{
  const char *ours = CUT_IS_ENTITY (pair->ours) ? cut_entity_get_merged_into (CUT_ENTITY (pair->ours)) : NULL;
  const char *theirs = CUT_IS_ENTITY (pair->theirs) ? cut_entity_get_merged_into (CUT_ENTITY (pair->theirs)) : NULL;

  if (ours == NULL || theirs == NULL || g_str_equal (ours, theirs))
    return;
  g_ptr_array_add (self->same, g_strdup (ours));
  g_ptr_array_add (self->same, g_strdup (theirs));
}

static gboolean
join (Import *self,
      Pair   *pair)
{
  const char *rev = cut_merge_find_base (pair->ours, pair->theirs);
  CutRecord *base = rev != NULL ? g_hash_table_lookup (self->bases, rev) : NULL;
  g_autoptr (CutRecord) joined = cut_merge_join (pair->ours, pair->theirs, base, self->classes,
                                                   self->report->conflicts);
  gboolean changed = !cut_merge_says_same (joined, pair->ours);

  note_same (self, pair);
  cut_report_count (changed ? self->report->changed : self->report->same, cut_record_get_kind (joined), 1);
  return joined == pair->ours || cut_commit_put_as_is (self->commit, joined, self->error);
}

static gboolean
apply (Import *self,
       Pair   *pair)
{
  switch (pair->verdict)
    {
    case CUT_VERDICT_NEW:
      return take_theirs (self, pair, self->report->added);
    case CUT_VERDICT_NEWER:
      return take_theirs (self, pair, self->report->changed);
    case CUT_VERDICT_DIVERGED:
      return join (self, pair);
    case CUT_VERDICT_SAME:
    default:
      cut_report_count (self->report->same, cut_record_get_kind (pair->theirs), 1);
      return TRUE;
    }
}

/* What they deleted. What we do not have need not go; what we changed since stays, and is said. */
static gboolean
apply_tombstone (Import                   *self,
                 const CutBundleTombstone *tombstone)
{
  const char *mapped = g_hash_table_lookup (self->ids, tombstone->object);
  g_autoptr (CutRecord) ours = NULL;
  g_autoptr (CutRecord) trashed = NULL;
  g_autofree char *name = NULL;
  gboolean is_check;

  if (!find (self, mapped != NULL ? mapped : tombstone->object, &ours))
    return FALSE;
  if (ours == NULL || cut_record_is_deleted (ours))
    return TRUE;
  is_check = cut_record_get_kind (ours) == CUT_KIND_CHECK;
  if (!is_check && tombstone->parents != NULL && cut_record_get_rev (ours) != NULL &&
      g_strv_contains ((const char *const *) tombstone->parents, cut_record_get_rev (ours)))
    {
      trashed = cut_record_with (ours, "deleted", tombstone->deleted != 0 ? tombstone->deleted : cut_time_now (), NULL);
      cut_report_count (self->report->changed, cut_record_get_kind (ours), 1);
      return cut_commit_put (self->commit, trashed, self->error);
    }
  name = cut_merge_describe (ours);
  if (is_check)
    {
      g_ptr_array_add (self->report->conflicts,
                       /* Translators: an object */
                       g_strdup_printf (_("%s: deleted there; it was kept, as the log of checks only grows"), name));
      return TRUE;
    }
  g_ptr_array_add (self->report->conflicts,
                   g_strdup_printf (_("%s: changed here and deleted there; it was kept"), name));
  return TRUE;
}

static gboolean
apply_all (Import *self)
{
  for (guint i = 0; i < self->pairs->len; i++)
    if (!apply (self, g_ptr_array_index (self->pairs, i)))
      return FALSE;
  for (guint i = 0; self->content->tombstones != NULL && i < self->content->tombstones->len; i++)
    if (!apply_tombstone (self, g_ptr_array_index (self->content->tombstones, i)))
      return FALSE;
  for (guint i = 0; i < self->same->len; i += 2)
    if (!cut_same_unite (self->commit, self->store, g_ptr_array_index (self->same, i), g_ptr_array_index (self->same, i + 1),
                         self->error))
      return FALSE;
  return cut_same_settle (self->commit, self->store, NULL, self->error);
}

CutImportReport *
cut_import_bundle (CutStore          *store,
                   const char        *owner,
                   CutBundleContent  *content,
                   gboolean           dry_run,
                   GPtrArray        **changes,
                   GError           **error)
{
  g_auto (Import) self = { .store = store, .content = content, .error = error };

  *changes = NULL;
  self.report = cut_import_report_new ();
  self.pairs = g_ptr_array_new_with_free_func (pair_free);
  self.same = g_ptr_array_new_with_free_func (g_free);
  self.ids = cut_remap_find (store, content, error);
  self.classes = self.ids == NULL ? NULL : cut_same_find_classes (store, content->records[CUT_KIND_ENTITY], error);
  if (self.classes == NULL || !compare_all (&self) || !find_bases (&self))
    return NULL;
  self.commit = cut_commit_begin (store, owner, _("Import"), error);
  if (self.commit == NULL)
    return NULL;
  cut_commit_set_arrival (self.commit, "imported");
  if (!apply_all (&self))
    return NULL;
  if (!dry_run)
    {
      if (!cut_commit_end (self.commit, error))
        return NULL;
      *changes = cut_commit_steal_changes (self.commit);
    }
  return g_steal_pointer (&self.report);
}
