/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-blob.h"
#include "cut-capture.h"
#include "cut-custody.h"
#include "cut-error.h"
#include "cut-link.h"
#include "cut-object-row.h"
#include "cut-problem.h"
#include "cut-schema.h"
#include "cut-sha256.h"
#include "cut-text-table.h"
#include "cut-store-private.h"

/* Each step looks at one kind of promise the file makes. Damage found becomes a line; only being
 * stopped, or a file that cannot be read at all, ends the whole. */

#define LOOKED_AT_A_TIME 64 /* rows between two words about progress */

typedef struct
{
  CutStore *store;
  const char *head;
  GPtrArray *problems;
  void (*progress) (double fraction, gpointer data);
  gpointer data;
  gint64 done;
  gint64 total;
} Run;

static void
add_problem (Run        *run,
             const char *path,
             const char *id,
             const char *problem)
{
  g_autofree char *name = g_strdup_printf ("%s/%s", path, id);

  g_ptr_array_add (run->problems, cut_problem_new (name, problem));
}

static void
step_done (Run *run)
{
  run->done++;
  if (run->progress != NULL && run->done % LOOKED_AT_A_TIME == 0)
    run->progress (CLAMP ((double) run->done / (double) MAX (run->total, 1), 0, 1), run->data);
}

/* Turns what damage made fail into a line; FALSE when the run must end. */
static gboolean
note_failure (Run         *run,
              const char  *path,
              const char  *id,
              GError      *failure,
              GError     **error)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  add_problem (run, path, id, failure->message);
  g_error_free (failure);
  return TRUE;
}

/* The ids or hashes that @sql names; first, so that no statement stays open over what follows. */
static GPtrArray *
list_texts (CutDb       *db,
            const char  *sql,
            GError     **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, sql, error);
  CutStep step = CUT_STEP_FAILED;

  while (stmt != NULL && (step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_ptr_array_add (texts, g_strdup (cut_stmt_get_text (stmt, 0) != NULL ? cut_stmt_get_text (stmt, 0) : ""));
  return step == CUT_STEP_DONE ? g_steal_pointer (&texts) : NULL;
}

/* Each row that @sql finds is a problem of the object it names first. */
static gboolean
report_rows (Run         *run,
             const char  *path,
             const char  *sql,
             const char  *problem,
             GError     **error)
{
  g_autoptr (GPtrArray) ids = list_texts (run->store->db, sql, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    add_problem (run, path, g_ptr_array_index (ids, i), problem);
  return ids != NULL;
}

/* The file. */

static gboolean
check_file (Run     *run,
            GError **error)
{
  g_autoptr (GPtrArray) lines = list_texts (run->store->db, "PRAGMA integrity_check (100)", error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (!g_str_equal (g_ptr_array_index (lines, i), "ok"))
      add_problem (run, "notebook", "file", g_ptr_array_index (lines, i));
  return lines != NULL;
}

/* Evidence. */

static gboolean
check_blobs (Run     *run,
             GError **error)
{
  CutDb *db = run->store->db;
  g_autoptr (GPtrArray) hashes = list_texts (db, "SELECT sha256 FROM blob ORDER BY key", error);

  for (guint i = 0; hashes != NULL && i < hashes->len; i++)
    {
      GError *failure = NULL;

      if (!cut_blob_check (db, g_ptr_array_index (hashes, i), &failure) &&
          !note_failure (run, "blob", g_ptr_array_index (hashes, i), failure, error))
        return FALSE;
      step_done (run);
    }
  return hashes != NULL &&
         report_rows (run, "capture",
                      "SELECT id FROM capture WHERE NOT EXISTS (SELECT 1 FROM blob b WHERE b.sha256 = capture.sha256)",
                      _("The bytes that were fetched are missing"), error) &&
         report_rows (run, "capture",
                      "SELECT DISTINCT c.id FROM capture c, json_each (c.resources) r WHERE NOT EXISTS "
                      "(SELECT 1 FROM blob b WHERE b.sha256 = json_extract (r.value, '$.sha256'))",
                      _("A picture or a further page of it is missing"), error);
}

static gboolean
check_text (Run         *run,
            const char  *capture,
            GError     **error)
{
  CutDb *db = run->store->db;
  g_autofree char *text = NULL;
  g_autofree char *blocks = NULL;
  g_autofree char *html = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *hash = NULL;
  GError *failure = NULL;

  if (!cut_reader_text_get (db, capture, &text, &blocks, &html, &failure))
    return note_failure (run, "text", capture, failure, error);
  stored = cut_reader_text_get_sha256 (db, capture, error);
  if (stored == NULL)
    return FALSE;
  hash = cut_sha256_of_text (text, -1);
  if (!g_str_equal (hash, stored))
    add_problem (run, "text", capture, _("The text is not the one that was stored: its SHA-256 differs"));
  return TRUE;
}

static gboolean
check_texts (Run     *run,
             GError **error)
{
  g_autoptr (GPtrArray) captures = list_texts (run->store->db, "SELECT capture FROM reader_text ORDER BY key", error);

  for (guint i = 0; captures != NULL && i < captures->len; i++)
    {
      if (!check_text (run, g_ptr_array_index (captures, i), error))
        return FALSE;
      step_done (run);
    }
  return captures != NULL &&
         report_rows (run, "text",
                      "SELECT c.id FROM capture c JOIN reader_text r ON r.capture = c.id "
                      "WHERE c.text_sha256 IS NOT NULL AND c.text_sha256 <> r.sha256",
                      _("The text is not the one that the capture names"), error) &&
         report_rows (run, "capture",
                      "SELECT id FROM capture WHERE text_sha256 IS NOT NULL AND "
                      "NOT EXISTS (SELECT 1 FROM reader_text r WHERE r.capture = capture.id)",
                      _("Its text is missing"), error);
}

/* Objects, and what is kept in step with them. */

static gboolean
has_links (Run         *run,
           gint64       key,
           GPtrArray   *expected,
           gboolean    *same,
           GError     **error)
{
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;
  guint n = 0;

  *same = TRUE;
  stmt = cut_stmt_new (run->store->db, "SELECT field || ' ' || to_id FROM link WHERE from_key = ?1 ORDER BY 1", error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      *same = *same && n < expected->len && g_str_equal (g_ptr_array_index (expected, n), cut_stmt_get_text (stmt, 0));
      n++;
    }
  *same = *same && n == expected->len;
  return step == CUT_STEP_DONE;
}

static gboolean
check_links (Run         *run,
             CutRecord   *record,
             gint64       key,
             GError     **error)
{
  g_autoptr (GPtrArray) expected = cut_link_list (record);
  gboolean same;

  if (!has_links (run, key, expected, &same, error))
    return FALSE;
  if (!same)
    add_problem (run, cut_kind_get_name (cut_record_get_kind (record)), cut_record_get_id (record),
                 _("What it refers to is not what the link table says"));
  return TRUE;
}

static gboolean
check_indexed (Run         *run,
               CutRecord   *record,
               gint64       key,
               gint64       indexed,
               GError     **error)
{
  CutKind kind = cut_record_get_kind (record);
  GError *failure = NULL;
  g_autoptr (CutSearchDoc) doc = NULL;

  /* What waits for the index has no words in it. */
  if (!cut_search_index_has_kind (kind) || indexed == 0)
    return TRUE;
  doc = cut_search_doc_new (run->store->db, run->store->tables, key, kind, &failure);
  if (failure != NULL)
    return note_failure (run, cut_kind_get_name (kind), cut_record_get_id (record), failure, error);
  if (doc == NULL || cut_search_doc_hash (doc) != indexed)
    add_problem (run, cut_kind_get_name (kind), cut_record_get_id (record), _("The search index does not hold its present words"));
  return TRUE;
}

static gboolean
check_object (Run         *run,
              gint64       key,
              CutKind      kind,
              const char  *id,
              gint64       indexed,
              GError     **error)
{
  GError *failure = NULL;
  g_autoptr (CutRecord) record = NULL;

  if (kind == CUT_KIND_NONE)
    {
      add_problem (run, "object", id, _("It is of no kind that is known"));
      return TRUE;
    }
  record = cut_record_tables_get (run->store->tables, run->store->db, kind, key, &failure);
  if (failure != NULL)
    return note_failure (run, cut_kind_get_name (kind), id, failure, error);
  if (record == NULL || g_strcmp0 (cut_record_get_id (record), id) != 0)
    {
      add_problem (run, cut_kind_get_name (kind), id, _("The object is missing from its table"));
      return TRUE;
    }
  if (!cut_record_validate (record, &failure) && !note_failure (run, cut_kind_get_name (kind), id, failure, error))
    return FALSE;
  return check_links (run, record, key, error) && check_indexed (run, record, key, indexed, error);
}

static gboolean
check_objects (Run     *run,
               GError **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (run->store->db, "SELECT key, kind, id, coalesce (indexed, 1) FROM object ORDER BY key", error);
  CutStep step = CUT_STEP_FAILED;

  while (stmt != NULL && (step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      if (!check_object (run, cut_stmt_get_int (stmt, 0), cut_kind_from_name (cut_stmt_get_text (stmt, 1)),
                         cut_stmt_get_text (stmt, 2), cut_stmt_get_int (stmt, 3), error))
        return FALSE;
      step_done (run);
    }
  return step == CUT_STEP_DONE;
}

#define CLIPS_IN                                                                                     \
  "SELECT l.field AS field, l.to_id AS id, count (*) AS n FROM link l JOIN object o ON o.key = l.from_key " \
  "WHERE l.from_kind = 'clip' AND l.field IN ('stories', 'tags') AND o.deleted = 0 GROUP BY 1, 2"

#define WRONG_CLIPS_IN_SQL                                                                           \
  "WITH counted AS (" CLIPS_IN "), kept AS (SELECT field, id, n FROM clips_in) "                     \
  "SELECT id FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept) UNION "                          \
  "SELECT id FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted)"

static gboolean
check_counts (Run     *run,
              GError **error)
{
  return report_rows (run, "object",
                      "SELECT o.id FROM object o WHERE o.n_links <> (SELECT count (DISTINCT l.from_key) FROM link l "
                      "JOIN object f ON f.key = l.from_key WHERE l.to_id = o.id AND f.deleted = 0)",
                      _("The count of what refers to it is wrong"), error) &&
         report_rows (run, "object",
                      "SELECT o.id FROM object o WHERE o.n_stories <> (SELECT count (*) FROM link l "
                      "JOIN object s ON s.id = l.to_id WHERE l.from_key = o.key AND l.field = 'stories' AND s.deleted = 0)",
                      _("The count of its stories is wrong"), error) &&
         report_rows (run, "object", cut_object_row_wrong_counts_sql (),
                      _("The count of its annotations or claims is wrong"), error) &&
         report_rows (run, "notebook",
                      "SELECT kind FROM (SELECT kind, deleted > 0 AS gone, count (*) AS n, "
                      "sum (kind = 'clip' AND n_stories = 0) AS n_inbox FROM object GROUP BY 1, 2) o "
                      "WHERE NOT EXISTS (SELECT 1 FROM tally t WHERE t.kind = o.kind AND t.deleted = o.gone AND t.n = o.n "
                      "AND t.n_inbox = o.n_inbox) UNION SELECT kind FROM tally t WHERE n <> 0 AND NOT EXISTS "
                      "(SELECT 1 FROM object o WHERE o.kind = t.kind AND (o.deleted > 0) = t.deleted)",
                      _("The count of its objects is wrong"), error) &&
         report_rows (run, "object", WRONG_CLIPS_IN_SQL, _("The count of its clips is wrong"), error);
}

/* Whether the index itself hangs together; it is asked by writing to it, so only where that is possible. */
static gboolean
check_index (Run     *run,
             GError **error)
{
  GError *failure = NULL;

  if (run->store->db->read_only)
    return TRUE;
  if (cut_db_exec (run->store->db, "INSERT INTO search (search) VALUES ('integrity-check')", &failure))
    return TRUE;
  return note_failure (run, "notebook", "search", failure, error);
}

/* What the notebook refuses, it refuses by triggers; somebody who changes evidence takes them away first. */

static GHashTable *
list_guards (CutDb   *db,
             GError **error)
{
  g_autoptr (GHashTable) guards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'", error);
  CutStep step = CUT_STEP_FAILED;

  while (stmt != NULL && (step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_hash_table_insert (guards, cut_stmt_dup_text (stmt, 0), cut_stmt_dup_text (stmt, 1));
  return step == CUT_STEP_DONE ? g_steal_pointer (&guards) : NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (a, b);
}

static void
compare_guards (Run        *run,
                GHashTable *wanted,
                GHashTable *present)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (wanted), compare_names);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *sql = g_hash_table_lookup (present, l->data);

      if (sql == NULL)
        add_problem (run, "guard", l->data, _("It was taken away, so that evidence could be changed"));
      else if (!g_str_equal (sql, g_hash_table_lookup (wanted, l->data)))
        add_problem (run, "guard", l->data, _("It was changed, so that evidence could be changed"));
    }
}

static gboolean
check_guards (Run     *run,
              GError **error)
{
  g_autoptr (CutDb) fresh = NULL;
  g_autoptr (GHashTable) wanted = NULL;
  g_autoptr (GHashTable) present = NULL;

  if (run->store->db->newer)
    return TRUE;
  fresh = cut_db_open_empty (":memory:", error);
  if (fresh == NULL || !cut_schema_migrate (fresh, 0, error))
    return FALSE;
  wanted = list_guards (fresh, error);
  present = list_guards (run->store->db, error);
  if (wanted == NULL || present == NULL)
    return FALSE;
  compare_guards (run, wanted, present);
  return TRUE;
}

static gboolean
run_all (Run     *run,
         GError **error)
{
  return check_file (run, error) && check_index (run, error) && check_blobs (run, error) && check_texts (run, error) &&
         check_objects (run, error) && check_counts (run, error) &&
         check_guards (run, error) && cut_custody_verify (run->store->db, run->store->tables, run->head, run->problems, error);
}

GPtrArray *
cut_store_verify (CutStore  *self,
                  const char *custody_head,
                  void     (*progress) (double fraction, gpointer data),
                  gpointer   data,
                  GError   **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  Run run = { self, custody_head, problems, progress, data, 0, 0 };
  GError *failure = NULL;

  if (!cut_store_check (self, error) ||
      (cut_db_in_transaction (self->db) && !cut_search_index_flush (self->index, error)))
    return NULL;
  if (!cut_db_query_int (self->db, "SELECT (SELECT count (*) FROM object) + (SELECT count (*) FROM blob) + "
                                   "(SELECT count (*) FROM reader_text)", &run.total, NULL))
    run.total = 0;
  if (!run_all (&run, &failure))
    {
      /* A file that breaks while it is looked at has been found out as well. */
      if (!g_error_matches (failure, CUT_ERROR, CUT_ERROR_CORRUPT))
        {
          g_propagate_error (error, failure);
          return NULL;
        }
      add_problem (&run, "notebook", "file", failure->message);
      g_error_free (failure);
    }
  if (progress != NULL)
    progress (1, data);
  return g_steal_pointer (&problems);
}
