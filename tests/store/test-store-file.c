/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "cut-problem.h"
#include "store-fixture.h"

/* The file: opening good and bad ones, its form, its safeguards, several connections, damage, copies. */

/* As another program would. */
static int
raw (const char *path,
     const char *sql)
{
  sqlite3 *db = NULL;
  int code;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  code = sqlite3_exec (db, sql, NULL, NULL, NULL);
  sqlite3_close (db);
  return code;
}

static void
reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  fixture->store = cut_store_open (fixture->path, CUT_STORE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
assert_refused (const char    *path,
                CutStoreFlags  flags,
                int            code)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before = 0, length_after = 0;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &before, &length_before, NULL);
  g_assert_null (cut_store_open (path, flags, &error));
  g_assert_error (error, CUT_ERROR, code);
  g_test_message ("%s", error->message);
  g_file_get_contents (path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  GStatBuf info;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *absent = g_build_filename (fixture->folder, "absent", NULL);
  g_autofree char *deep = g_build_filename (fixture->folder, "no", "folder", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpstr (cut_store_get_path (fixture->store), ==, fixture->path);
  g_assert_false (cut_store_is_read_only (fixture->store));
  g_clear_object (&fixture->store);
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "notebook.cuttings");
  g_assert_null (g_dir_read_name (dir));
  assert_refused (absent, CUT_STORE_DEFAULT, CUT_ERROR_NOT_FOUND);
  assert_refused (absent, CUT_STORE_CREATE | CUT_STORE_READ_ONLY, CUT_ERROR_NOT_FOUND);
  g_assert_null (cut_store_open (deep, CUT_STORE_CREATE, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK);
}

static void
test_in_memory (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutStore) store = cut_store_open (":memory:", CUT_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_free (new_clip (store, "A"));
}

static void
test_strange_files (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "strange", NULL);
  g_autofree char *whole = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_refused (path, CUT_STORE_CREATE, CUT_ERROR_CORRUPT);
  g_assert_true (g_file_set_contents (path, "just some notes, long enough to have a head", -1, NULL));
  assert_refused (path, CUT_STORE_CREATE, CUT_ERROR_CORRUPT);
  g_unlink (path);
  g_assert_cmpint (raw (path, "CREATE TABLE recipe (name)"), ==, SQLITE_OK);
  assert_refused (path, CUT_STORE_CREATE, CUT_ERROR_CORRUPT);
  assert_refused (fixture->folder, CUT_STORE_CREATE, CUT_ERROR_INPUT);

  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &whole, &length, NULL));
  g_assert_true (g_file_set_contents (path, whole, (gssize) length / 2, NULL));
  assert_refused (path, CUT_STORE_DEFAULT, CUT_ERROR_CORRUPT);
  g_assert_true (g_file_set_contents (path, whole, 100, NULL));
  assert_refused (path, CUT_STORE_READ_ONLY, CUT_ERROR_CORRUPT);
}

static void
assert_cannot_write (CutStore *store,
                     int       code)
{
  g_autoptr (CutRecord) clip = cut_record_new (CUT_KIND_CLIP, "title", "t", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) begin_error = NULL;
  g_autoptr (GError) put_error = NULL;
  g_autoptr (GError) blob_error = NULL;
  g_autoptr (GError) compact_error = NULL;

  g_assert_true (cut_store_is_read_only (store));
  g_assert_false (cut_store_begin (store, &begin_error));
  g_assert_error (begin_error, CUT_ERROR, code);
  g_assert_false (cut_store_put (store, clip, &put_error));
  g_assert_error (put_error, CUT_ERROR, code);
  g_assert_false (cut_store_put_blob (store, bytes, NULL, &blob_error));
  g_assert_error (blob_error, CUT_ERROR, code);
  g_assert_false (cut_store_compact (store, &compact_error));
  g_assert_error (compact_error, CUT_ERROR, code);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *id = new_clip (fixture->store, "A");
  g_autoptr (CutRecord) clip = NULL;

  g_clear_object (&fixture->store);
  g_assert_cmpint (raw (fixture->path, "PRAGMA user_version = 99"), ==, SQLITE_OK);
  reopen (fixture);
  assert_cannot_write (fixture->store, CUT_ERROR_NEWER);
  clip = cut_store_get (fixture->store, id, NULL);
  g_assert_nonnull (clip);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *id = new_clip (fixture->store, "A");
  g_autoptr (GError) error = NULL;
  g_autoptr (CutStore) reader = cut_store_open (fixture->path, CUT_STORE_READ_ONLY, &error);
  g_autoptr (CutRecord) clip = NULL;

  g_assert_no_error (error);
  assert_cannot_write (reader, CUT_ERROR_READ_ONLY);
  clip = cut_store_get (reader, id, &error);
  g_assert_no_error (error);
}

static void
test_write_protected (Fixture       *fixture,
                      gconstpointer  data)
{
  if (g_access (fixture->path, W_OK) == 0 && getuid () == 0)
    {
      g_test_skip ("the system's administrator may write to any file");
      return;
    }
  g_clear_object (&fixture->store);
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  reopen (fixture);
  assert_cannot_write (fixture->store, CUT_ERROR_READ_ONLY);
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (cut_store_begin (fixture->store, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_BUSY);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  begin (fixture->store);
  commit (fixture->store);
}

static void
test_locked_whole (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  g_clear_object (&fixture->store);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE x (y)", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_null (cut_store_open (fixture->path, CUT_STORE_DEFAULT, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_BUSY);
  sqlite3_close (other);
}

/* The form. */

/* Every column but the key is a field; the order is not the same, as what a later version added stands at the end of the table. */
static void
assert_columns (sqlite3 *db,
                CutKind  kind)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name, type FROM pragma_table_info ('%s') WHERE name <> 'key'", cut_kind_get_name (kind));
  sqlite3_stmt *stmt = NULL;
  guint n_fields, n_columns = 0;
  const CutField *fields = cut_kind_get_fields (kind, &n_fields);

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  for (; sqlite3_step (stmt) == SQLITE_ROW; n_columns++)
    {
      int field = cut_kind_find_field (kind, (const char *) sqlite3_column_text (stmt, 0));
      gboolean number;

      g_assert_cmpint (field, >=, 0);
      number = fields[field].type == CUT_FIELD_INT || fields[field].type == CUT_FIELD_TIME || fields[field].type == CUT_FIELD_BOOLEAN;
      g_assert_cmpstr ((const char *) sqlite3_column_text (stmt, 1), ==, number ? "INTEGER" : "TEXT");
    }
  g_assert_cmpuint (n_columns, ==, n_fields);
  sqlite3_finalize (stmt);
}

static void
test_schema_agrees (Fixture       *fixture,
                    gconstpointer  data)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    assert_columns (db, (CutKind) kind);
  sqlite3_close (db);
}

static void
test_pragmas (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *pragma;
    const char *value;
  } cases[] = {
    { "PRAGMA journal_mode", "wal" },
    { "PRAGMA user_version", "16" },
    { "PRAGMA application_id", "1131770996" },
  };
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sqlite3_stmt *stmt = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (db, cases[i].pragma, -1, &stmt, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
      g_assert_cmpstr ((const char *) sqlite3_column_text (stmt, 0), ==, cases[i].value);
      sqlite3_finalize (stmt);
    }
  sqlite3_close (db);
}

/* Every column of what evidence is made of is refused; of a capture all but its place in the notebook. */
static void
refuse_columns (Fixture           *fixture,
                const char        *table,
                const char *const *free_columns)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (columns, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  g_assert_cmpuint (columns->len, >, 1);
  for (guint i = 0; i < columns->len; i++)
    {
      const char *column = g_ptr_array_index (columns, i);
      g_autofree char *update = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = \"%s\"", table, column, column);

      g_test_message ("%s", update);
      g_assert_cmpint (raw (fixture->path, update), ==,
                       free_columns != NULL && g_strv_contains (free_columns, column) ? SQLITE_OK : SQLITE_CONSTRAINT);
    }
}

static void
test_safeguards (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const may_change[] = { "modified", "sensitivity", "deleted", "rev", "parents", "written", "conflicts", NULL };
  static const char *const refused[] = {
    "DELETE FROM capture",
    "DELETE FROM object WHERE kind = 'capture'",
    "PRAGMA foreign_keys = ON; DELETE FROM object WHERE kind = 'capture'",
    "UPDATE object SET id = 'x' WHERE kind = 'capture'",
    "UPDATE object SET kind = 'clip' WHERE kind = 'capture'",
    "UPDATE object SET key = 99 WHERE kind = 'capture'",
    "DELETE FROM reader_text",
    "DELETE FROM blob",
    "DELETE FROM custody",
    "DELETE FROM custody_salt",
    "REPLACE INTO capture (key, id, url) SELECT key, id, 'x' FROM capture",
    "INSERT INTO capture (id, url) SELECT id, 'x' FROM capture",
    "REPLACE INTO blob SELECT key, sha256, bytes, 0, x'00' FROM blob",
    "REPLACE INTO blob (sha256, bytes, codec, data) SELECT sha256, bytes, 0, x'00' FROM blob",
    "REPLACE INTO reader_text SELECT key, capture, sha256, x'00', blocks, html, against, counted FROM reader_text",
    "REPLACE INTO custody_salt SELECT object, 'x' FROM custody_salt",
    "INSERT INTO custody (seq, time, action, object, object_sha256, previous, hash) VALUES (9, 0, 'x', 'x', '', '', '')",
    "REPLACE INTO custody (seq, time, action, object, object_sha256, previous, hash) VALUES (1, 0, 'x', 'x', '', '', '')",
  };
  g_autofree char *clip = new_clip (fixture->store, "A");
  g_autofree char *capture = new_capture (fixture->store, clip, "One.", 1000);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i]);
      g_assert_cmpint (raw (fixture->path, refused[i]), ==, SQLITE_CONSTRAINT);
    }
  refuse_columns (fixture, "capture", may_change);
  refuse_columns (fixture, "reader_text", NULL);
  refuse_columns (fixture, "blob", NULL);
  refuse_columns (fixture, "custody", NULL);
  refuse_columns (fixture, "custody_salt", NULL);
}

/* Several at once. */

typedef struct
{
  const char *path;
  const char *id;
  gint64 count;
} Reading;

static gpointer
read_cb (gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutStore) store = cut_store_open (reading->path, CUT_STORE_READ_ONLY, &error);
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);

  g_assert_no_error (error);
  reading->count = cut_store_count (store, query, &error);
  g_assert_no_error (error);
  return NULL;
}

static gint64
count_from_another_thread (const char *path)
{
  Reading reading = { path, NULL, -1 };

  g_thread_join (g_thread_new ("reader", read_cb, &reading));
  return reading.count;
}

static void
test_read_while_writing (Fixture       *fixture,
                         gconstpointer  data)
{
  g_free (new_clip (fixture->store, "A"));
  begin (fixture->store);
  g_free (new_clip (fixture->store, "B"));
  g_assert_cmpint (count_from_another_thread (fixture->path), ==, 1);
  commit (fixture->store);
  g_assert_cmpint (count_from_another_thread (fixture->path), ==, 2);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GError) error = NULL;

  begin (fixture->store);
  for (int i = 0; i < 3000; i++)
    g_free (new_clip (fixture->store, "words"));
  commit (fixture->store);
  cut_query_set_order (query, "status", FALSE);
  g_cancellable_cancel (cancellable);
  cut_store_set_cancellable (fixture->store, cancellable);
  g_assert_null (cut_store_keys (fixture->store, query, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  cut_store_set_cancellable (fixture->store, NULL);
  g_assert_cmpint (cut_store_count (fixture->store, query, NULL), ==, 3000);
}

static void
test_cancel_an_act (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GError) error = NULL;
  gboolean going = TRUE;

  begin (fixture->store);
  cut_store_set_cancellable (fixture->store, cancellable);
  g_cancellable_cancel (cancellable);
  for (int i = 0; going && i < 100000; i++)
    {
      g_autoptr (CutRecord) clip = cut_record_new (CUT_KIND_CLIP, "title", "words", NULL);

      going = cut_store_put (fixture->store, clip, &error);
    }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  cut_store_rollback (fixture->store);
  cut_store_set_cancellable (fixture->store, NULL);
  g_assert_cmpint (cut_store_count (fixture->store, query, NULL), ==, 0);
  g_free (new_clip (fixture->store, "after"));
}

/* Damage. */

static void
note_progress (double   fraction,
               gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static char *
problems_of (CutStore *store)
{
  g_autoptr (GError) error = NULL;
  double last = 0;
  g_autoptr (GPtrArray) problems = cut_store_verify (store, NULL, note_progress, &last, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1);
  for (guint i = 0; i < problems->len; i++)
    {
      char *line = cut_problem_to_line (problems->pdata[i]);

      g_free (problems->pdata[i]);
      problems->pdata[i] = line;
    }
  g_ptr_array_add (problems, NULL);
  return g_strjoinv ("\n", (char **) problems->pdata);
}

static void
fill (Fixture *fixture)
{
  g_autofree char *clip = new_clip (fixture->store, "A harbour");
  g_autofree char *capture = new_capture (fixture->store, clip, "The wall. The wall. The wall. The wall. The wall. The wall.", 1000);

  g_free (new_mark (fixture->store, clip, capture, "highlight", 0, 3, "why"));
  g_assert_true (cut_store_custody_append (fixture->store, "unchanged", capture, "{\"status\":200}", NULL));
}

static void
test_verify_clean (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *problems = NULL;
  g_autofree char *read_only = NULL;
  g_autoptr (CutStore) reader = NULL;

  fill (fixture);
  problems = problems_of (fixture->store);
  g_assert_cmpstr (problems, ==, "");
  reader = cut_store_open (fixture->path, CUT_STORE_READ_ONLY, NULL);
  read_only = problems_of (reader);
  g_assert_cmpstr (read_only, ==, "");
}

/* Of all that is kept about stories and tags, what is wrong is named. */
static void
test_verify_clips_in (Fixture       *fixture,
                      gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    gboolean story;
    gboolean tag;
  } cases[] = {
    { "UPDATE clips_in SET n = n + 1 WHERE field = 'tags'", FALSE, TRUE },
    { "DELETE FROM clips_in WHERE field = 'stories'", TRUE, TRUE },
    { "INSERT INTO clips_in SELECT 'stories', id, 2 FROM story", FALSE, TRUE },
  };
  g_autofree char *story = put_id (fixture->store, cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL));
  g_autofree char *tag = put_id (fixture->store, cut_record_new (CUT_KIND_TAG, "label", "harbour", NULL));
  g_autofree char *of_story = g_strdup_printf ("object/%s: The count of its clips is wrong", story);
  g_autofree char *of_tag = g_strdup_printf ("object/%s: The count of its clips is wrong", tag);
  const char *stories[] = { story, NULL };
  const char *tags[] = { tag, NULL };

  for (guint i = 0; i < 2; i++)
    g_free (put_id (fixture->store, cut_record_new (CUT_KIND_CLIP, "title", "A", "stories", stories, "tags", tags, NULL)));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problems = NULL;

      g_clear_object (&fixture->store);
      g_assert_cmpint (raw (fixture->path, cases[i].sql), ==, SQLITE_OK);
      reopen (fixture);
      problems = problems_of (fixture->store);
      g_assert_cmpint (strstr (problems, of_story) != NULL, ==, cases[i].story);
      g_assert_cmpint (strstr (problems, of_tag) != NULL, ==, cases[i].tag);
    }
}

/* What goes with its object, past the program, is counted all the same. */
static void
test_clips_in_cascade (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *tag = put_id (fixture->store, cut_record_new (CUT_KIND_TAG, "label", "harbour", NULL));
  const char *tags[] = { tag, NULL };
  g_autofree char *problems = NULL;

  for (guint i = 0; i < 2; i++)
    g_free (put_id (fixture->store, cut_record_new (CUT_KIND_CLIP, "title", "A", "tags", tags, NULL)));
  g_clear_object (&fixture->store);
  g_assert_cmpint (raw (fixture->path, "PRAGMA foreign_keys = ON; DELETE FROM object WHERE key = (SELECT max (key) FROM clip)"), ==, SQLITE_OK);
  reopen (fixture);
  problems = problems_of (fixture->store);
  g_assert_null (strstr (problems, "The count of its clips is wrong"));
}

static void
test_verify_damage (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    const char *path;
  } cases[] = {
    { "DROP TRIGGER blob_is_kept; UPDATE blob SET data = x'28b52ffd', codec = 1", "blob/" },
    { "DROP TRIGGER blob_is_kept; UPDATE blob SET data = CAST ('x' || substr (CAST (data AS TEXT), 2) AS BLOB), codec = 0", "blob/" },
    { "DROP TRIGGER blob_is_kept; UPDATE blob SET bytes = bytes + 1", "blob/" },
    { "DROP TRIGGER blob_is_not_deleted; DELETE FROM blob", "capture/" },
    { "DROP TRIGGER reader_text_is_kept; UPDATE reader_text SET text = blocks", "text/" },
    { "DROP TRIGGER reader_text_is_kept; UPDATE reader_text SET text = x'00'", "text/" },
    { "DROP TRIGGER reader_text_is_not_deleted; DELETE FROM reader_text", "capture/" },
    { "DROP TRIGGER capture_is_kept; UPDATE capture SET text_sha256 = 'ff'", "text/" },
    { "DROP TRIGGER custody_is_kept; UPDATE custody SET action = 'lost' WHERE seq = 1", "custody/1" },
    { "DROP TRIGGER custody_is_kept_whole; DELETE FROM custody WHERE seq = 1", "custody/1" },
    { "DELETE FROM link", "annotation/" },
    { "UPDATE object SET n_links = 7", "object/" },
    { "UPDATE object SET n_stories = 7", "object/" },
    { "UPDATE object SET n_annotations = 7 WHERE kind = 'clip'", "object/" },
    { "UPDATE object SET kind = 'plum' WHERE kind = 'clip'", "object/" },
    { "UPDATE clip SET title = 'Another'", "clip/" },
    { "DELETE FROM clip", "clip/" },
    { "UPDATE annotation SET selectors = '['", "annotation/" },
    { "UPDATE annotation SET kind = 'plum'", "annotation/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problems = NULL;

      fill (fixture);
      g_clear_object (&fixture->store);
      g_assert_cmpint (raw (fixture->path, cases[i].sql), ==, SQLITE_OK);
      reopen (fixture);
      problems = problems_of (fixture->store);
      g_test_message ("%s:\n%s", cases[i].sql, problems);
      g_assert_nonnull (strstr (problems, cases[i].path));
      g_clear_object (&fixture->store);
      empty_folder (fixture->folder);
      fixture->store = cut_store_open (fixture->path, CUT_STORE_CREATE, NULL);
    }
}

/* Two captures; the chain has five entries. Each break is named with its entry, and those after it as well. */
static void
test_custody (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    const char *problems[4];
  } cases[] = {
    { "DROP TRIGGER custody_is_kept; UPDATE custody SET time = time + 1 WHERE seq IN (2, 4)",
      { "guard/custody_is_kept: ", "custody/2: it was changed", "custody/4: it was changed" } },
    { "DROP TRIGGER custody_is_kept; UPDATE custody SET detail = '{}' WHERE seq = 3", { "custody/3: it was changed" } },
    { "DROP TRIGGER custody_is_kept; UPDATE custody SET form = 1 WHERE seq = 3", { "custody/3: it was changed" } },
    { "DROP TRIGGER custody_is_kept; UPDATE custody SET hash = 'ff' WHERE seq = 2",
      { "custody/2: it was changed", "custody/3: it does not follow" } },
    { "DROP TRIGGER custody_is_kept_whole; DELETE FROM custody WHERE seq IN (2, 4)",
      { "custody/2: the entry is missing", "custody/4: the entry is missing" } },
    { "DROP TRIGGER capture_is_kept; UPDATE capture SET url = 'https://other.example/'", { ": It is not as entry 1 of", ": It is not as entry 2 of" } },
    { "DROP TRIGGER reader_text_is_kept; UPDATE reader_text SET html = text", { ": It is not as entry 1 of" } },
    { "PRAGMA foreign_keys = OFF; DROP TRIGGER capture_is_not_deleted; DELETE FROM capture WHERE fetched_at = 1000",
      { "custody/1: the capture that it names is gone" } },
    { "DROP TRIGGER custody_salt_is_not_deleted; DELETE FROM custody_salt", { "custody/1: its salt is gone", "custody/2: its salt is gone" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clip = new_clip (fixture->store, "A harbour");
      g_autofree char *first = new_capture (fixture->store, clip, "The wall.", 1000);
      g_autofree char *second = new_capture (fixture->store, clip, "The other wall.", 2000);
      g_autofree char *before = problems_of (fixture->store);
      g_autofree char *problems = NULL;

      g_assert_cmpstr (before, ==, "");
      g_assert_true (cut_store_custody_append (fixture->store, "unchanged", first, "{\"status\":200}", NULL));
      g_assert_true (cut_store_custody_append (fixture->store, "trashed", second, NULL, NULL));
      g_assert_true (cut_store_custody_append (fixture->store, "restored", second, NULL, NULL));
      g_clear_object (&fixture->store);
      g_assert_cmpint (raw (fixture->path, cases[i].sql), ==, SQLITE_OK);
      reopen (fixture);
      problems = problems_of (fixture->store);
      g_test_message ("%s:\n%s", cases[i].sql, problems);
      for (guint p = 0; cases[i].problems[p] != NULL; p++)
        g_assert_nonnull (strstr (problems, cases[i].problems[p]));
      g_clear_object (&fixture->store);
      empty_folder (fixture->folder);
      fixture->store = cut_store_open (fixture->path, CUT_STORE_CREATE, NULL);
    }
}

/* A capture that came in past the program is not known to the chain. */
static void
test_custody_stranger (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *clip = new_clip (fixture->store, "A");
  g_autofree char *problems = NULL;

  g_free (put_id (fixture->store, cut_record_new (CUT_KIND_CAPTURE, "clip", clip, "how", "paste", "sha256", "aa", NULL)));
  problems = problems_of (fixture->store);
  g_assert_nonnull (strstr (problems, ": The chain of custody does not know it"));
}

/* A tail that was cut off shows against a head that left; what was only looked at is no part of the head. */
static void
test_custody_head (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *clip = new_clip (fixture->store, "A");
  g_autofree char *first = new_capture (fixture->store, clip, "One.", 1000);
  g_autofree char *second = new_capture (fixture->store, clip, "Two.", 2000);
  g_autofree char *head = cut_store_custody_head (fixture->store, NULL);
  g_autofree char *same = NULL;
  g_autoptr (GPtrArray) well = NULL;
  g_autoptr (GPtrArray) cut = NULL;

  g_assert_true (cut_store_custody_append (fixture->store, "unchanged", first, NULL, NULL));
  g_assert_true (cut_store_custody_append (fixture->store, "exported", second, NULL, NULL));
  same = cut_store_custody_head (fixture->store, NULL);
  g_assert_cmpstr (same, ==, head);
  well = cut_store_verify (fixture->store, head, NULL, NULL, NULL);
  g_assert_cmpuint (well->len, ==, 0);
  g_clear_object (&fixture->store);
  g_assert_cmpint (raw (fixture->path, "DROP TRIGGER custody_is_kept_whole; DELETE FROM custody WHERE seq >= 2; "
                                       "CREATE TRIGGER custody_is_kept_whole BEFORE DELETE ON custody BEGIN SELECT 1; END"), ==, SQLITE_OK);
  reopen (fixture);
  cut = cut_store_verify (fixture->store, head, NULL, NULL, NULL);
  g_ptr_array_add (cut, NULL);
  g_assert_true (g_strv_contains ((const char *const *) cut->pdata, "guard/custody_is_kept_whole\nIt was changed, so that evidence could be changed"));
  g_assert_nonnull (strstr (g_ptr_array_index (cut, cut->len - 3), "custody/head\n"));
  g_assert_nonnull (strstr (g_ptr_array_index (cut, cut->len - 2), "\nThe chain of custody does not know it"));
}

/* What was purged may go, with its salt, and the chain stays whole. */
static void
test_custody_purged (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *clip = new_clip (fixture->store, "A");
  g_autofree char *capture = new_capture (fixture->store, clip, "One.", 1000);
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_true (cut_store_custody_append (fixture->store, "purged", capture, NULL, NULL));
  g_clear_object (&fixture->store);
  g_assert_cmpint (raw (fixture->path, "DELETE FROM custody_salt; DELETE FROM reader_text; DELETE FROM capture; DELETE FROM blob; "
                                       "DELETE FROM link; DELETE FROM object WHERE kind = 'capture'"), ==, SQLITE_OK);
  reopen (fixture);
  problems = cut_store_verify (fixture->store, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < problems->len; i++)
    g_assert_false (g_str_has_prefix (g_ptr_array_index (problems, i), "custody/"));
}

static gsize
root_page (const char *path,
           const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_master WHERE name = '%s'", table);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  gsize page;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  page = (gsize) sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return page;
}

static void
test_verify_broken_page (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *content = NULL;
  g_autofree char *problems = NULL;
  gsize length;

  fill (fixture);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  memset (content + (root_page (fixture->path, "link") - 1) * 4096, 0x5a, 4096);
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) length, NULL));
  reopen (fixture);
  problems = problems_of (fixture->store);
  g_assert_cmpstr (problems, !=, "");
}

static void
test_verify_stopped (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  begin (fixture->store);
  for (int i = 0; i < 2000; i++)
    g_free (new_clip (fixture->store, "words"));
  commit (fixture->store);
  g_cancellable_cancel (cancellable);
  cut_store_set_cancellable (fixture->store, cancellable);
  g_assert_null (cut_store_verify (fixture->store, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* An index out of step is made again with the next act. */
static void
test_index_repairs (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *id = new_clip (fixture->store, "harbour");
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autofree char *problems = NULL;

  g_clear_object (&fixture->store);
  g_assert_cmpint (raw (fixture->path, "UPDATE clip SET title = 'bridge'"), ==, SQLITE_OK);
  reopen (fixture);
  change (fixture->store, id, "standfirst", "more");
  cut_query_set_match (query, "bridge more");
  g_assert_cmpint (cut_store_count (fixture->store, query, NULL), ==, 1);
  cut_query_set_match (query, "harbour");
  g_assert_cmpint (cut_store_count (fixture->store, query, NULL), ==, 0);
  problems = problems_of (fixture->store);
  g_assert_cmpstr (problems, ==, "");
}

/* Copies. */

static void
test_backup (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.cuttings", NULL);
  g_autofree char *there = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutStore) copy = NULL;
  g_autofree char *problems = NULL;
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);

  fill (fixture);
  g_assert_true (g_file_set_contents (path, "what was there", -1, NULL));
  g_assert_false (cut_store_backup (fixture->store, path, &refused));
  g_assert_error (refused, CUT_ERROR, CUT_ERROR_REFUSED);
  g_assert_true (g_file_get_contents (path, &there, NULL, NULL));
  g_assert_cmpstr (there, ==, "what was there");
  g_assert_cmpint (g_unlink (path), ==, 0);
  /* The second takes the place of the first. */
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (cut_store_backup (fixture->store, path, &error));
      g_assert_no_error (error);
    }
  copy = cut_store_open (path, CUT_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  problems = problems_of (copy);
  g_assert_cmpstr (problems, ==, "");
  cut_query_set_match (query, "wall");
  g_assert_cmpint (cut_store_count (copy, query, NULL), ==, 1);
}

static void
test_backup_fails (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "folder", NULL);
  g_autofree char *good = g_build_filename (fixture->folder, "copy", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) busy = NULL;
  g_autoptr (GError) stopped = NULL;

  g_assert_false (cut_store_backup (fixture->store, path, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK);
  begin (fixture->store);
  g_assert_false (cut_store_backup (fixture->store, good, &busy));
  g_assert_error (busy, CUT_ERROR, CUT_ERROR_BUSY);
  cut_store_rollback (fixture->store);
  g_cancellable_cancel (cancellable);
  cut_store_set_cancellable (fixture->store, cancellable);
  g_assert_false (cut_store_backup (fixture->store, good, &stopped));
  g_assert_error (stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (good, G_FILE_TEST_EXISTS));
}

static void
test_compact (Fixture       *fixture,
              gconstpointer  data)
{
  GStatBuf before, after;
  g_autoptr (GError) error = NULL;
  g_autofree char *problems = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  fill (fixture);
  begin (fixture->store);
  for (int i = 0; i < 2000; i++)
    g_ptr_array_add (ids, new_clip (fixture->store, "words and words and words"));
  commit (fixture->store);
  begin (fixture->store);
  for (guint i = 0; i < ids->len; i++)
    g_assert_true (cut_store_remove (fixture->store, g_ptr_array_index (ids, i), NULL));
  commit (fixture->store);
  g_assert_true (cut_store_compact (fixture->store, &error));
  g_assert_no_error (error);
  problems = problems_of (fixture->store);
  g_assert_cmpstr (problems, ==, "");
  cut_store_close (fixture->store);
  g_assert_cmpint (g_stat (fixture->path, &after), ==, 0);
  before = after;
  g_assert_cmpint (before.st_size, <, 600 * 1024);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/file/create", test_create);
  g_test_add_func ("/store/file/in-memory", test_in_memory);
  add_test ("/store/file/strange-files", test_strange_files);
  add_test ("/store/file/newer", test_newer);
  add_test ("/store/file/read-only", test_read_only);
  add_test ("/store/file/write-protected", test_write_protected);
  add_test ("/store/file/locked", test_locked);
  add_test ("/store/file/locked-whole", test_locked_whole);
  add_test ("/store/file/schema-agrees", test_schema_agrees);
  add_test ("/store/file/pragmas", test_pragmas);
  add_test ("/store/file/safeguards", test_safeguards);
  add_test ("/store/file/read-while-writing", test_read_while_writing);
  add_test ("/store/file/cancel", test_cancel);
  add_test ("/store/file/cancel-an-act", test_cancel_an_act);
  add_test ("/store/file/verify-clean", test_verify_clean);
  add_test ("/store/file/verify-damage", test_verify_damage);
  add_test ("/store/file/verify-clips-in", test_verify_clips_in);
  add_test ("/store/file/clips-in-cascade", test_clips_in_cascade);
  add_test ("/store/file/custody", test_custody);
  add_test ("/store/file/custody-stranger", test_custody_stranger);
  add_test ("/store/file/custody-head", test_custody_head);
  add_test ("/store/file/custody-purged", test_custody_purged);
  add_test ("/store/file/verify-broken-page", test_verify_broken_page);
  add_test ("/store/file/verify-stopped", test_verify_stopped);
  add_test ("/store/file/index-repairs", test_index_repairs);
  add_test ("/store/file/backup", test_backup);
  add_test ("/store/file/backup-fails", test_backup_fails);
  add_test ("/store/file/compact", test_compact);
  return g_test_run ();
}
