/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-store-purge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-custody.h"
#include "cut-error.h"
#include "cut-journal.h"
#include "cut-object-row.h"
#include "cut-store-private.h"

#define ID_CHARS 36 /* of an id as it is written */

void
cut_reference_free (CutReference *self)
{
  g_free (self->id);
  g_free (self->field);
  g_free (self);
}

/* Asking. */

GPtrArray *
cut_store_list_references (CutStore    *self,
                           const char  *id,
                           GError     **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_reference_free);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  if (!cut_store_check (self, error))
    return NULL;
  stmt = cut_stmt_new (self->db, "SELECT o.id, o.kind, l.field FROM link l JOIN object o ON o.key = l.from_key WHERE l.to_id = ?1 ORDER BY o.key", error);
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, id);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      CutReference *reference = g_new0 (CutReference, 1);

      reference->id = cut_stmt_dup_text (stmt, 0);
      reference->kind = cut_kind_from_name (cut_stmt_get_text (stmt, 1));
      reference->field = cut_stmt_dup_text (stmt, 2);
      g_ptr_array_add (list, reference);
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
cut_store_list_trash (CutStore  *self,
                      GError   **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step = CUT_STEP_FAILED;

  if (!cut_store_check (self, error))
    return NULL;
  stmt = cut_stmt_new (self->db, "SELECT id FROM object WHERE deleted > 0 ORDER BY key", error);
  while (stmt != NULL && (step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_ptr_array_add (ids, cut_stmt_dup_text (stmt, 0));
  return step == CUT_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

gboolean
cut_store_has_purged (CutStore  *self,
                      gboolean  *purged,
                      GError   **error)
{
  gint64 any;

  if (!cut_store_check (self, error) ||
      !cut_db_query_int (self->db, "SELECT EXISTS (SELECT 1 FROM custody WHERE action = '" CUT_CUSTODY_PURGED "')", &any, error))
    return FALSE;
  *purged = any != 0;
  return TRUE;
}

gboolean
cut_store_was_purged (CutStore    *self,
                      const char  *id,
                      gboolean    *purged,
                      GError     **error)
{
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  if (!cut_store_check (self, error))
    return FALSE;
  stmt = cut_stmt_new (self->db, "SELECT 1 FROM custody WHERE object = ?1 AND action = '" CUT_CUSTODY_PURGED "' AND "
                                 "NOT EXISTS (SELECT 1 FROM object WHERE id = ?1) LIMIT 1", error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, id);
  step = cut_stmt_step (stmt, error);
  *purged = step == CUT_STEP_ROW;
  return step != CUT_STEP_FAILED;
}

/* Erasing. */

typedef struct
{
  CutStore *store;
  GHashTable *ids; /* (element-type utf8): of what goes */
  gboolean (*journal) (CutKind kind, const char *line, GHashTable *erased);
} Erasing;

static gboolean
run_for_text (CutDb       *db,
              const char  *sql,
              const char  *text,
              GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, text);
  return cut_stmt_run (stmt, error);
}

/* Which bytes may have been needed by captures that go. */
static gboolean
note_bytes (CutDb       *db,
            const char  *id,
            GError     **error)
{
  return run_for_text (db, "INSERT OR IGNORE INTO temp.spare (sha256) SELECT sha256 FROM main.capture WHERE id = ?1 UNION "
                           "SELECT warc_sha256 FROM main.capture WHERE id = ?1 AND warc_sha256 IS NOT NULL", id, error) &&
         run_for_text (db, "INSERT OR IGNORE INTO temp.spare (sha256) SELECT json_extract (r.value, '$.sha256') "
                           "FROM main.capture c, json_each (c.resources) r WHERE c.id = ?1 AND json_extract (r.value, '$.sha256') IS NOT NULL", id, error);
}

static gboolean
erase_one (CutStore    *self,
           const char  *id,
           GError     **error)
{
  CutKind kind;
  gint64 key;

  if (!cut_object_row_find (self->db, id, &key, &kind, error))
    return FALSE;
  if (key == 0)
    return TRUE;
  /* First, for the guards ask the chain. */
  if (!cut_custody_append (self->db, self->tables, CUT_CUSTODY_PURGED, id, NULL, error) ||
      (kind == CUT_KIND_CAPTURE && !note_bytes (self->db, id, error)) || !cut_store_remove (self, id, error))
    return FALSE;
  if (kind == CUT_KIND_CAPTURE && !run_for_text (self->db, "DELETE FROM reader_text WHERE capture = ?1", id, error))
    return FALSE;
  if (!run_for_text (self->db, "DELETE FROM custody_salt WHERE object = ?1", id, error))
    return FALSE;
  return !cut_search_index_is_full (self->index) || cut_search_index_flush (self->index, error);
}

/* The guard of the bytes goes through all captures for each row, so it is lifted while what nobody needs is found and taken away at once. The same
 * transaction puts it back as it was: nobody ever sees the notebook without it. */
#define GUARD "blob_is_not_deleted"

static gboolean
find_guard (CutDb   *db,
            char   **sql,
            GError **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = '" GUARD "'", error);
  CutStep step = stmt != NULL ? cut_stmt_step (stmt, error) : CUT_STEP_FAILED;

  *sql = step == CUT_STEP_ROW ? cut_stmt_dup_text (stmt, 0) : NULL;
  return step != CUT_STEP_FAILED;
}

#define KEEP_BYTES                                                                                                                     \
  "DELETE FROM temp.spare WHERE EXISTS (SELECT 1 FROM main.capture c WHERE c.sha256 = spare.sha256) OR "                              \
  "EXISTS (SELECT 1 FROM main.capture c WHERE c.warc_sha256 = spare.sha256);"                                                         \
  "DELETE FROM temp.spare WHERE sha256 IN (SELECT json_extract (r.value, '$.sha256') FROM main.capture c, json_each (c.resources) r)"

static gboolean
erase_bytes (CutDb   *db,
             GError **error)
{
  g_autofree char *guard = NULL;
  gint64 n;

  if (!cut_db_query_int (db, "SELECT count (*) FROM temp.spare", &n, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  return cut_db_exec (db, KEEP_BYTES, error) && find_guard (db, &guard, error) && cut_db_exec (db, "DROP TRIGGER IF EXISTS \"" GUARD "\"", error) &&
         cut_db_exec (db, "DELETE FROM main.blob WHERE sha256 IN (SELECT sha256 FROM temp.spare)", error) &&
         (guard == NULL || cut_db_exec (db, guard, error));
}

/* Everything else that is derived from an object goes with its row. What a build of SQLite with more statistics keeps are samples of titles and names. */
static gboolean
erase_derived (CutDb   *db,
               GError **error)
{
  gint64 samples;

  return cut_db_exec (db, "DELETE FROM sketch_value WHERE capture NOT IN (SELECT capture FROM sketch)", error) &&
         cut_db_query_int (db, "SELECT count (*) FROM sqlite_master WHERE name = 'sqlite_stat4'", &samples, error) &&
         (samples == 0 || cut_db_exec (db, "DELETE FROM sqlite_stat4", error));
}

/* Whether anything in @line may be the id of something that goes: an id has the first dash behind its eighth character. */
static gboolean
names_any (const char *line,
           GHashTable *ids)
{
  gsize length = strlen (line);

  for (const char *dash = strchr (line, '-'); dash != NULL; dash = strchr (dash + 1, '-'))
    {
      char id[ID_CHARS + 1];

      if (dash - line < 8 || line + length - dash < ID_CHARS - 8)
        continue;
      memcpy (id, dash - 8, ID_CHARS);
      id[ID_CHARS] = '\0';
      if (g_hash_table_contains (ids, id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
line_hangs (const Erasing *self,
            CutKind        kind,
            const char    *line)
{
  return *line != '\0' && names_any (line, self->ids) && self->journal (kind, line, self->ids);
}

static gboolean
drop_cb (CutKind     kind,
         const char *before,
         const char *after,
         gpointer    data)
{
  return line_hangs (data, kind, before) || line_hangs (data, kind, after);
}

static gboolean
erase_all (Erasing    *self,
           GPtrArray  *ids,
           CutErased   erased,
           gpointer    data,
           GError    **error)
{
  CutStore *store = self->store;

  for (guint i = 0; i < ids->len; i++)
    {
      if (!erase_one (store, g_ptr_array_index (ids, i), error) ||
          (store->db->cancellable != NULL && g_cancellable_set_error_if_cancelled (store->db->cancellable, error)))
        return FALSE;
      if (erased != NULL)
        erased (i + 1, data);
    }
  return erase_bytes (store->db, error) && erase_derived (store->db, error) && cut_journal_drop (store->db, drop_cb, self, error);
}

gboolean
cut_store_erase (CutStore    *self,
                 GPtrArray   *ids,
                 gboolean   (*journal) (CutKind kind, const char *line, GHashTable *erased),
                 CutErased    erased,
                 gpointer     data,
                 GError     **error)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);
  Erasing erasing = { self, set, journal };
  gboolean done;

  if (!cut_store_check (self, error))
    return FALSE;
  if (!cut_db_in_transaction (self->db))
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOTEBOOK, _("Objects are written within an act only"));
      return FALSE;
    }
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_ptr_array_index (ids, i));
  done = cut_db_exec (self->db, "CREATE TEMP TABLE IF NOT EXISTS spare (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID; DELETE FROM temp.spare", error) &&
         erase_all (&erasing, ids, erased, data, error) && cut_db_exec (self->db, "DELETE FROM temp.spare", error);
  return done && cut_store_set_meta (self, "purge", "1", error);
}
