/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-error.h"
#include "cut-id.h"
#include "cut-json.h"
#include "cut-link.h"
#include "cut-name-index.h"
#include "cut-object-row.h"
#include "cut-place-table.h"
#include "cut-seal.h"
#include "cut-sha256.h"
#include "cut-store-private.h"
#include "cut-text-table.h"
#include "cut-url-index.h"

/* Writing objects: one table of its own, and everything that is kept in step with it. */

typedef struct
{
  CutStore *store;
  CutRecord *old; /* (owned) (nullable): what stands there now */
  CutRecord *new; /* (unowned) (nullable): NULL when it is to go */
  gint64 key;     /* 0 for an object to come */
} Change;

static gboolean
need_act (CutStore  *self,
          GError   **error)
{
  if (!cut_store_check (self, error))
    return FALSE;
  if (self->db->read_only)
    return cut_db_refuse_writing (self->db, error);
  if (cut_db_in_transaction (self->db))
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("Objects are written within an act only"));
  return FALSE;
}

static gboolean
load_old (Change      *change,
          const char  *id,
          CutKind      expected,
          GError     **error)
{
  CutStore *self = change->store;
  CutKind kind;

  if (!cut_object_row_find (self->db, id, &change->key, &kind, error))
    return FALSE;
  if (change->key == 0)
    return TRUE;
  if (expected != CUT_KIND_NONE && kind != expected)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_REFUSED, _("The id %s is that of a %s already"), id, cut_kind_get_name (kind));
      return FALSE;
    }
  change->old = cut_record_tables_get (self->tables, self->db, kind, change->key, error);
  if (change->old == NULL && error != NULL && *error == NULL)
    g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("The %s %s is missing from its table"), cut_kind_get_name (kind), id);
  return change->old != NULL;
}

/* JSON is the same in any order of its members: the journal writes it sorted. */
static gboolean
same_field (const Change   *change,
            const CutField *fields,
            guint           i)
{
  g_autofree char *before = cut_record_field_to_text (change->old, i);
  g_autofree char *after = cut_record_field_to_text (change->new, i);
  g_autoptr (JsonNode) left = NULL;
  g_autoptr (JsonNode) right = NULL;

  if (g_strcmp0 (before, after) == 0)
    return TRUE;
  if (fields[i].type != CUT_FIELD_JSON || before == NULL || after == NULL)
    return FALSE;
  left = cut_json_parse (before, -1, NULL);
  right = cut_json_parse (after, -1, NULL);
  return left != NULL && right != NULL && json_node_equal (left, right);
}

/* The log of checks only grows; the one way out is to take the act back that made the check. */
static gboolean
refuse_trashing (GError **error)
{
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_REFUSED,
                       _("A check is never deleted: the log of checks only grows. Add another one that says what was wrong"));
  return FALSE;
}

/* One bundle may keep back by whom something is that another tells. */
static gboolean
learns_by_whom (const Change *change,
                guint         i)
{
  return i == CUT_RECORD_CONTRIBUTOR && g_strcmp0 (cut_record_get_string (change->old, i), CUT_ID_WITHHELD) == 0;
}

static gboolean
check_write_once (const Change  *change,
                  GError       **error)
{
  CutKind kind = cut_record_get_kind (change->new);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (change->new, &n_fields);

  if (kind == CUT_KIND_CHECK && change->old != NULL && cut_record_is_deleted (change->new) && !cut_record_is_deleted (change->old))
    return refuse_trashing (error);
  for (guint i = 0; i < n_fields && change->old != NULL; i++)
    {
      if (cut_record_field_may_change (kind, i) || same_field (change, fields, i) || learns_by_whom (change, i))
        continue;
      g_set_error (error, CUT_ERROR, CUT_ERROR_REFUSED, _("A %s is never changed, but its %s differs; make another one"),
                   cut_kind_get_name (kind), fields[i].name);
      return FALSE;
    }
  return TRUE;
}

/* The text and the record of a capture may come in either order, but they must belong together. */
static gboolean
check_text_hash (CutStore    *self,
                 const char  *capture,
                 const char  *expected,
                 GError     **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *stored = expected != NULL ? cut_reader_text_get_sha256 (self->db, capture, &local) : NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (stored == NULL || g_str_equal (stored, expected))
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("The text is not the one that the capture names: its SHA-256 differs"));
  return FALSE;
}

/* Search. */

static const char *
clip_text_follows (CutRecord *record)
{
  if (record == NULL)
    return NULL;
  if (cut_record_get_kind (record) == CUT_KIND_CAPTURE)
    return cut_capture_get_clip (CUT_CAPTURE (record));
  if (cut_record_get_kind (record) == CUT_KIND_ANNOTATION &&
      g_strcmp0 (cut_annotation_get_kind (CUT_ANNOTATION (record)), "furniture") == 0)
    return cut_annotation_get_clip (CUT_ANNOTATION (record));
  return NULL;
}

static gboolean
touch_clip (CutStore   *self,
            CutRecord  *record,
            GError    **error)
{
  const char *clip = clip_text_follows (record);

  return clip == NULL || cut_search_index_touch_id (self->index, clip, error);
}

/* Before anything is written: the index must see what stood there. */
static gboolean
touch (const Change  *change,
       GError       **error)
{
  CutStore *self = change->store;
  CutRecord *any = change->new != NULL ? change->new : change->old;

  if (change->key != 0 && !cut_search_index_touch (self->index, change->key, cut_record_get_kind (any), error))
    return FALSE;
  return touch_clip (self, change->old, error) && touch_clip (self, change->new, error);
}

/* Writing. */

/* Words that are looked for elsewhere now were not found there. */
static gboolean
forget_places (Change  *change,
               GError **error)
{
  static const guint fields[] = { CUT_ANNOTATION_SELECTORS, CUT_ANNOTATION_CAPTURE };
  gboolean same = TRUE;

  if (change->old == NULL || cut_record_get_kind (change->new) != CUT_KIND_ANNOTATION)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *before = cut_record_field_to_text (change->old, fields[i]);
      g_autofree char *after = cut_record_field_to_text (change->new, fields[i]);

      same = same && g_strcmp0 (before, after) == 0;
    }
  return same || cut_place_table_forget (change->store->db, cut_record_get_id (change->new), error);
}

/* A row keeps its snippet where the object gives it none, which is right for a clip alone. */
static gboolean
clear_snippet (Change   *change,
               gint64    key,
               GError  **error)
{
  return !cut_record_is_locked (change->new) || cut_object_row_set_snippet (change->store->db, key, NULL, error);
}

/* Prepared: each object has one. */
static gboolean
run_prepared (CutDb       *db,
              const char  *sql,
              GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, sql, error);

  return stmt != NULL && cut_stmt_run (stmt, error);
}

static gboolean
write_new (Change  *change,
           GError **error)
{
  CutStore *self = change->store;
  CutDb *db = self->db;
  gboolean exists = change->old != NULL;
  gint64 key = cut_object_row_write (db, change->new, error);
  gboolean written = key != 0 && clear_snippet (change, key, error) && cut_record_tables_write (self->tables, db, key, change->new, exists, error) &&
                     cut_link_update (db, key, change->old, change->new, error) &&
                     (exists || cut_link_count_referrers (db, key, error)) &&
                     cut_name_index_update (db, key, change->old, change->new, error) &&
                     cut_url_index_update (db, key, change->new, error) &&
                     cut_object_row_update_counts (db, self->uncounted, change->old, change->new, error) && forget_places (change, error);

  /* What was not written is not to be found, either. */
  if (written && !exists)
    cut_search_index_add (self->index, key, change->new);
  return written;
}

static gboolean
erase_old (Change  *change,
           GError **error)
{
  CutDb *db = change->store->db;

  return cut_link_update (db, change->key, change->old, NULL, error) &&
         cut_object_row_remove (db, change->key, error) &&
         cut_object_row_update_counts (db, change->store->uncounted, change->old, NULL, error);
}

/* Whole or not at all, also within a longer act. A failure may already have ended the act itself. */
static gboolean
apply (Change   *change,
       gboolean (*run) (Change *, GError **),
       GError  **error)
{
  CutDb *db = change->store->db;

  if (!touch (change, error) || !run_prepared (db, "SAVEPOINT change", error))
    return FALSE;
  if (run (change, error))
    {
      cut_link_note_counts (change->store->counts, change->old, run == write_new ? change->new : NULL);
      return run_prepared (db, "RELEASE change", error);
    }
  if (cut_db_in_transaction (db))
    cut_db_exec (db, "ROLLBACK TO change; RELEASE change", NULL);
  return FALSE;
}

static gboolean
flush_when_full (CutStore  *self,
                 GError   **error)
{
  return !cut_search_index_is_full (self->index) || cut_search_index_flush (self->index, error);
}

static gboolean
put_change (Change  *change,
            GError **error)
{
  CutRecord *record = change->new;

  if (!load_old (change, cut_record_get_id (record), cut_record_get_kind (record), error))
    return FALSE;
  if (change->old != NULL && cut_record_equal (change->old, record))
    return TRUE;
  cut_seal_note_exposed (change->store, change->old, record);
  if (!check_write_once (change, error))
    return FALSE;
  if (cut_record_get_kind (record) == CUT_KIND_CAPTURE &&
      !check_text_hash (change->store, cut_record_get_id (record), cut_capture_get_text_sha256 (CUT_CAPTURE (record)), error))
    return FALSE;
  return apply (change, write_new, error);
}

gboolean
cut_store_put (CutStore   *self,
               CutRecord  *record,
               GError    **error)
{
  g_autoptr (CutRecord) sealed = NULL;
  Change change = { self, NULL, NULL, 0 };
  gboolean put;

  g_return_val_if_fail (CUT_IS_RECORD (record), FALSE);

  if (!need_act (self, error) || !cut_record_validate (record, error))
    return FALSE;
  sealed = cut_store_seal (self, record, error);
  if (sealed == NULL)
    return FALSE;
  change.new = sealed;
  put = put_change (&change, error);
  g_clear_object (&change.old);
  return put && flush_when_full (self, error);
}

gboolean
cut_store_remove (CutStore    *self,
                  const char  *id,
                  GError     **error)
{
  Change change = { self, NULL, NULL, 0 };
  gboolean removed;

  if (!need_act (self, error) || !load_old (&change, id, CUT_KIND_NONE, error))
    return FALSE;
  if (change.old == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The notebook holds nothing with the id %s"), id);
      return FALSE;
    }
  removed = apply (&change, erase_old, error);
  g_clear_object (&change.old);
  return removed;
}

/* The reader text. */

static gboolean
put_known (CutStore            *self,
           const char          *capture,
           const CutKnownText  *known,
           GError             **error)
{
  Change change = { self, NULL, NULL, 0 };
  g_autoptr (CutRecord) record = NULL;
  const char *expected = NULL;

  if (!load_old (&change, capture, CUT_KIND_CAPTURE, error))
    return FALSE;
  record = change.old;
  if (record != NULL)
    expected = cut_capture_get_text_sha256 (CUT_CAPTURE (record));
  if (expected != NULL && !g_str_equal (expected, known->sha256))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT,
                           _("The text is not the one that the capture names: its SHA-256 differs"));
      return FALSE;
    }
  return touch_clip (self, record, error) && cut_reader_text_put (self->db, capture, known, error);
}

static gboolean
put_text (CutStore    *self,
          const char  *capture,
          const char  *text,
          const char  *blocks_json,
          const char  *html,
          GError     **error)
{
  g_autofree char *sha256 = cut_sha256_of_text (text, -1);
  g_autoptr (GPtrArray) blocks = cut_reader_text_check (text, blocks_json, html, error);
  CutKnownText known = { .text = text, .sha256 = sha256, .blocks = blocks, .blocks_json = blocks_json, .html = html };

  return blocks != NULL && put_known (self, capture, &known, error);
}

gboolean
cut_store_put_text (CutStore    *self,
                    const char  *capture,
                    const char  *text,
                    const char  *blocks_json,
                    const char  *html,
                    GError     **error)
{
  gboolean own;

  g_return_val_if_fail (capture != NULL && text != NULL && blocks_json != NULL, FALSE);

  return cut_store_ensure_act (self, &own, error) &&
         cut_store_end_act (self, own, put_text (self, capture, text, blocks_json, html, error), error);
}

gboolean
cut_store_put_known_text (CutStore            *self,
                          const char          *capture,
                          const CutKnownText  *known,
                          GError             **error)
{
  gboolean own;

  return cut_store_ensure_act (self, &own, error) && cut_store_end_act (self, own, put_known (self, capture, known, error), error);
}

gboolean
cut_store_get_text (CutStore    *self,
                    const char  *capture,
                    char       **text,
                    char       **blocks_json,
                    char       **html,
                    GError     **error)
{
  return cut_store_check (self, error) && cut_reader_text_get (self->db, capture, text, blocks_json, html, error);
}
