/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-buried.h"
#include "cut-capture.h"
#include "cut-check.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-hanging.h"
#include "cut-id.h"
#include "cut-json.h"
#include "cut-merge.h"
#include "cut-relation.h"
#include "cut-remap.h"
#include "cut-report.h"
#include "cut-same.h"
#include "cut-secrets.h"
#include "cut-store-purge.h"
#include "cut-tag-tree.h"
#include "cut-written.h"

/* What is named comes before what names it. */
static const CutKind order[] = {
  CUT_KIND_CONTRIBUTOR, CUT_KIND_STORY,      CUT_KIND_TAG,         CUT_KIND_ENTITY,   CUT_KIND_SOURCE,
  CUT_KIND_CLIP,        CUT_KIND_CAPTURE,    CUT_KIND_CLAIM,       CUT_KIND_ANNOTATION, CUT_KIND_ATTRIBUTION,
  CUT_KIND_PLACEMENT,   CUT_KIND_RELATION,   CUT_KIND_CHECK,      CUT_KIND_EVENT,       CUT_KIND_ENQUIRY,
  CUT_KIND_FACT,        CUT_KIND_DISMISSAL, CUT_KIND_SAVED_SEARCH,
};

/* One of their objects beside ours. */
typedef struct
{
  CutRecord *theirs;   /* (owned): with our ids */
  CutRecord *ours;     /* (owned) (nullable) */
  const char *capture; /* (unowned) (nullable): their id of it, where it is a capture */
} Pair;

typedef struct
{
  CutStore *store;
  CutBundleContent *content;
  CutCommit *commit;
  CutImportReport *report;
  GHashTable *ids;   /* (owned): their id → ours */
  GPtrArray *pairs;  /* (owned) (element-type Pair) */
  GPtrArray *buried; /* (owned) (element-type CutBundleTombstone) (unowned): of objects that are not here */
  GHashTable *purged; /* (owned) (element-type utf8): their ids of what was deleted for good here, and of what hangs on it */
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
  g_clear_pointer (&self->buried, g_ptr_array_unref);
  g_clear_pointer (&self->same, g_ptr_array_unref);
  g_clear_pointer (&self->purged, g_hash_table_unref);
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

typedef gboolean (*EachFunc) (Import *self, CutRecord *record);

static gboolean
each (Import   *self,
      EachFunc  func)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (order); kind++)
    {
      GPtrArray *records = self->content->records[order[kind]];

      for (guint i = 0; records != NULL && i < records->len; i++)
        if (!func (self, g_ptr_array_index (records, i)))
          return FALSE;
    }
  return TRUE;
}

/* What was deleted for good here stays so. */

static gboolean
note_purged (Import    *self,
             CutRecord *record)
{
  const char *id = cut_record_get_id (record);
  gboolean purged;

  if (!cut_store_was_purged (self->store, id, &purged, self->error))
    return FALSE;
  if (purged)
    g_hash_table_add (self->purged, (gpointer) id);
  return TRUE;
}

static gboolean
note_hanging (Import    *self,
              CutRecord *record)
{
  if (cut_hanging_hangs (record, self->purged))
    g_hash_table_add (self->purged, (gpointer) cut_record_get_id (record));
  return TRUE;
}

/* Of what hangs on each other only the first is named. */
static gboolean
say_purged (Import    *self,
            CutRecord *record)
{
  g_autofree char *name = NULL;

  if (!g_hash_table_contains (self->purged, cut_record_get_id (record)) || cut_hanging_hangs (record, self->purged))
    return TRUE;
  name = cut_merge_describe (record);
  /* Translators: an object */
  g_ptr_array_add (self->report->left_out, g_strdup_printf (_("%s: it was deleted for good here, and did not come back"), name));
  return TRUE;
}

static gboolean
find_purged (Import *self)
{
  gboolean any;
  guint before = 0;

  self->purged = g_hash_table_new (g_str_hash, g_str_equal);
  if (!cut_store_has_purged (self->store, &any, self->error) || (any && !each (self, note_purged)))
    return FALSE;
  while (g_hash_table_size (self->purged) > before)
    {
      before = g_hash_table_size (self->purged);
      each (self, note_hanging);
    }
  return each (self, say_purged);
}

/* Nor does anybody name it again. Returns: (transfer full) */
static CutRecord *
without_purged (Import    *self,
                CutRecord *record)
{
  g_autoptr (CutRecord) part = cut_hanging_strip (record, self->purged);
  g_autoptr (CutRecord) redacted = NULL;

  if (part == record)
    return g_steal_pointer (&part);
  redacted = cut_written_forget (record, part);
  return cut_remap_revise (redacted, record);
}

/* Comparing. */

/* Evidence that we have under an id of our own stays as it is; and a check stays where it is, wherever it was put before checks
 * were kept out of the Trash. */
static gboolean
is_ours_alone (Pair *pair)
{
  if (pair->capture != NULL)
    return !g_str_equal (pair->capture, cut_record_get_id (pair->theirs));
  return CUT_IS_CHECK (pair->theirs) && cut_record_is_deleted (pair->theirs);
}

static gboolean
compare (Import    *self,
         CutRecord *record)
{
  g_autoptr (CutRecord) there = NULL;
  g_autoptr (CutRecord) remapped = NULL;
  Pair *pair;

  if (g_hash_table_contains (self->purged, cut_record_get_id (record)))
    return TRUE;
  pair = g_new0 (Pair, 1);
  g_ptr_array_add (self->pairs, pair);
  there = without_purged (self, record);
  remapped = cut_remap_record (self->ids, there);
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
  return TRUE;
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

/* Under their own hash, which is made here anyway: so nobody makes it twice. */
static gboolean
store_blob (Import      *self,
            GBytes      *bytes,
            const char  *sha256,
            GError     **error)
{
  g_autofree char *stored = NULL;

  if (!cut_store_put_blob (self->store, bytes, &stored, error))
    return FALSE;
  if (g_str_equal (stored, sha256))
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("The bytes with the hash %.64s have changed"), sha256);
  return FALSE;
}

/* What a bundle does not hold, say because it was withheld, is named; the rest is worth having. */
static gboolean
put_blob (Import     *self,
          CutRecord  *capture,
          const char *sha256)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (sha256 == NULL || cut_store_has_blob (self->store, sha256))
    return TRUE;
  bytes = cut_bundle_content_get_blob_unchecked (self->content, sha256, &failure);
  if (bytes == NULL && g_error_matches (failure, CUT_ERROR, CUT_ERROR_NOT_FOUND))
    {
      fail (self, capture, failure->message);
      return TRUE;
    }
  if (bytes != NULL && store_blob (self, bytes, sha256, &failure))
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
take_theirs (Import *self,
             Pair   *pair)
{
  if (pair->capture != NULL && !put_evidence (self, pair))
    return FALSE;
  cut_report_count (self->report->added, cut_record_get_kind (pair->theirs), 1);
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

/* A relation between two that are one by now leads nowhere; see cut-same.h. */
static gboolean
put_joined (Import    *self,
            CutRecord *joined)
{
  const char *from = CUT_IS_RELATION (joined) ? cut_relation_get_from (CUT_RELATION (joined)) : NULL;
  g_autoptr (CutRecord) trashed = NULL;

  if (!cut_commit_put_as_is (self->commit, joined, self->error))
    return FALSE;
  if (from == NULL || cut_record_is_deleted (joined) || g_str_equal (from, CUT_ID_WITHHELD) ||
      g_strcmp0 (from, cut_relation_get_to (CUT_RELATION (joined))) != 0)
    return TRUE;
  trashed = cut_record_with (joined, "deleted", cut_time_now (), NULL);
  return cut_commit_put (self->commit, trashed, self->error);
}

/* Whatever waits to be settled is said with every import that has to do with it, until it is settled. */
static gboolean
join (Import *self,
      Pair   *pair)
{
  g_autoptr (CutRecord) joined = cut_merge_join (pair->ours, pair->theirs, self->classes);
  gboolean changed = !cut_merge_says_same (joined, pair->ours);

  note_same (self, pair);
  cut_merge_add_conflicts (joined, self->report->conflicts);
  cut_report_count (changed ? self->report->changed : self->report->same, cut_record_get_kind (joined), 1);
  return joined == pair->ours || put_joined (self, joined);
}

static gboolean
apply (Import *self,
       Pair   *pair)
{
  if (pair->ours == NULL)
    {
      cut_merge_add_conflicts (pair->theirs, self->report->conflicts);
      return take_theirs (self, pair);
    }
  if (!is_ours_alone (pair))
    return join (self, pair);
  cut_report_count (self->report->same, cut_record_get_kind (pair->theirs), 1);
  return TRUE;
}

/* The bare news of a deletion from a notebook that did not say yet which write it was. */
static CutRecord *
bury_by_revision (const CutBundleTombstone *tombstone,
                  CutRecord                *ours)
{
  const char *rev = cut_record_get_rev (ours);
  g_autofree char *write = g_strdup_printf ("%.12s.1", rev != NULL ? rev : "");
  g_autoptr (CutWritten) written = cut_written_new (ours);
  gboolean later = rev != NULL && tombstone->parents != NULL && g_strv_contains ((const char *const *) tombstone->parents, rev);
  g_auto (GStrv) seen = later ? cut_written_list_seen (written) : g_new0 (char *, 1);

  return cut_merge_bury (ours, tombstone->deleted, write, (const char *const *) seen);
}

static CutRecord *
bury (const CutBundleTombstone *tombstone,
      CutRecord                *ours)
{
  if (tombstone->write == NULL || tombstone->seen == NULL)
    return bury_by_revision (tombstone, ours);
  return cut_merge_bury (ours, tombstone->deleted, tombstone->write, (const char *const *) tombstone->seen);
}

static void
keep_check (Import    *self,
            CutRecord *check)
{
  g_autofree char *name = cut_merge_describe (check);

  g_ptr_array_add (self->report->conflicts,
                   /* Translators: an object */
                   g_strdup_printf (_("%s: deleted there; it was kept, as the log of checks only grows"), name));
}

/* What they deleted. What we do not have is remembered; what we changed since stays, and is said. */
static gboolean
apply_tombstone (Import             *self,
                 CutBundleTombstone *tombstone)
{
  const char *mapped = g_hash_table_lookup (self->ids, tombstone->object);
  g_autoptr (CutRecord) ours = NULL;
  g_autoptr (CutRecord) joined = NULL;

  if (!find (self, mapped != NULL ? mapped : tombstone->object, &ours))
    return FALSE;
  if (ours == NULL)
    g_ptr_array_add (self->buried, tombstone);
  if (ours == NULL || tombstone->deleted == 0)
    return TRUE;
  if (CUT_IS_CHECK (ours))
    {
      keep_check (self, ours);
      return TRUE;
    }
  joined = bury (tombstone, ours);
  cut_merge_add_conflicts (joined, self->report->conflicts);
  if (joined == ours)
    return TRUE;
  if (!cut_merge_says_same (joined, ours))
    cut_report_count (self->report->changed, cut_record_get_kind (ours), 1);
  return put_joined (self, joined);
}

/* What undoing the import is to make unheard of. */
static char *
list_news (Import    *self,
           GPtrArray *heard)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) news = g_ptr_array_new ();

  for (guint i = 0; i < heard->len; i++)
    g_hash_table_add (known, ((CutBundleTombstone *) g_ptr_array_index (heard, i))->object);
  for (guint i = 0; i < self->buried->len; i++)
    if (!g_hash_table_contains (known, ((CutBundleTombstone *) g_ptr_array_index (self->buried, i))->object))
      g_ptr_array_add (news, g_ptr_array_index (self->buried, i));
  return cut_bundle_tombstones_to_text (news);
}

/* Theirs, and those of which we have heard before: what had to be deleted may have come just now. */
static gboolean
apply_tombstones (Import *self)
{
  g_autoptr (GPtrArray) heard = cut_buried_load (self->store, self->error);
  GPtrArray *lists[] = { self->content->tombstones, heard };

  if (heard == NULL)
    return FALSE;
  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < lists[list]->len; i++)
      if (!apply_tombstone (self, g_ptr_array_index (lists[list], i)))
        return FALSE;
  cut_commit_set_news (self->commit, list_news (self, heard));
  return cut_buried_save (self->store, self->buried, self->error);
}

static gboolean
apply_all (Import *self)
{
  for (guint i = 0; i < self->pairs->len; i++)
    if (!apply (self, g_ptr_array_index (self->pairs, i)))
      return FALSE;
  if (!apply_tombstones (self))
    return FALSE;
  for (guint i = 0; i < self->same->len; i += 2)
    if (!cut_same_unite (self->commit, self->store, g_ptr_array_index (self->same, i), g_ptr_array_index (self->same, i + 1),
                         self->error))
      return FALSE;
  return cut_same_settle (self->commit, self->store, NULL, self->error) &&
         cut_tag_tree_settle (self->commit, self->store, self->error);
}

/* Into an empty notebook. */

static gboolean
is_empty (CutStore    *store,
          const char  *owner,
          gboolean    *empty,
          GError     **error)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      g_autoptr (CutQuery) query = cut_query_new ((CutKind) kind);
      gint64 n;

      query->trash = CUT_TRASH_INCLUDED;
      n = cut_store_count (store, query, error);
      if (n < 0)
        return FALSE;
      *empty = n == 0 || (kind == CUT_KIND_CONTRIBUTOR && n == 1 && owner != NULL);
      if (!*empty)
        return TRUE;
    }
  return TRUE;
}

static gboolean
is_hash (const char *text)
{
  return text != NULL && strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

/* What was empty is another copy of the notebook that the bundle came from, as a copied file would be: under its id, and with a chain of custody
 * that goes on from the other's. So it writes the same bundle again, until something changes in it. */
static gboolean
adopt (Import    *self,
       gboolean   empty)
{
  const CutBundleContent *content = self->content;
  g_autofree char *title = empty ? cut_store_get_meta (self->store, "title", NULL) : NULL;

  if (!empty || g_hash_table_size (self->purged) > 0 || content->notebook_id == NULL || !cut_id_is_valid (content->notebook_id))
    return TRUE;
  if (is_hash (content->custody_head))
    cut_commit_set_origin (self->commit, content->notebook_id, content->custody_head);
  return cut_store_set_meta (self->store, "id", content->notebook_id, self->error) &&
         (title != NULL || content->notebook_title == NULL || cut_store_set_meta (self->store, "title", content->notebook_title, self->error));
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
  gboolean empty = FALSE;

  *changes = NULL;
  self.report = cut_import_report_new ();
  self.pairs = g_ptr_array_new_with_free_func (pair_free);
  self.buried = g_ptr_array_new ();
  self.same = g_ptr_array_new_with_free_func (g_free);
  self.ids = cut_remap_find (store, content, error);
  self.classes = self.ids == NULL ? NULL : cut_same_find_classes (store, content->records[CUT_KIND_ENTITY], error);
  if (self.classes == NULL || !is_empty (store, owner, &empty, error) || !find_purged (&self) || !each (&self, compare))
    return NULL;
  self.commit = cut_commit_begin (store, owner, _("Import"), error);
  if (self.commit == NULL)
    return NULL;
  cut_commit_set_arrival (self.commit, "imported");
  if (!apply_all (&self) || !adopt (&self, empty))
    return NULL;
  if (!dry_run)
    {
      if (!cut_commit_end (self.commit, error))
        return NULL;
      *changes = cut_commit_steal_changes (self.commit);
    }
  return g_steal_pointer (&self.report);
}
