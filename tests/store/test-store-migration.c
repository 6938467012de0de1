/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <sqlite3.h>

#include "cut-schema.h"
#include "cut-store-search.h"
#include "cut-tokenizer.h"
#include "store-fixture.h"

/* Notebooks as earlier versions left them, and as a later one might. They stand in tests/data/notebooks, beside
 * the script that makes them; with --content this program tells for it what a notebook holds. */

#define FIRST_WITH_WORDS 11 /* version from which on words of all scripts are indexed */

/* What a notebook holds, as lines of a key and a JSON object, parted by a TAB. */

static void
tell (GString    *out,
      const char *what,
      const char *which,
      JsonObject *members)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autofree char *json = NULL;

  json_node_init_object (node, members);
  json = json_to_string (node, FALSE);
  g_string_append_printf (out, "%s %s\t%s\n", what, which, json);
  json_object_unref (members);
}

static void
tell_value (GString    *out,
            const char *what,
            const char *which,
            const char *value)
{
  JsonObject *members = json_object_new ();

  json_object_set_string_member (members, "value", value);
  tell (out, what, which, members);
}

static void
tell_capture (GString    *out,
              CutStore   *store,
              CutCapture *capture)
{
  const char *id = cut_record_get_id (CUT_RECORD (capture));
  const char *sha256 = cut_capture_get_sha256 (capture);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *blocks = NULL;
  g_autofree char *html = NULL;
  g_autoptr (GBytes) body = cut_store_get_blob (store, sha256, &error);
  JsonObject *members = json_object_new ();

  g_assert_no_error (error);
  cut_store_get_text (store, id, &text, &blocks, &html, &error);
  g_assert_no_error (error);
  json_object_set_int_member (members, "bytes", (gint64) g_bytes_get_size (body));
  json_object_set_string_member (members, "text", text);
  json_object_set_string_member (members, "blocks", blocks);
  json_object_set_string_member (members, "html", html);
  tell (out, "text", id, members);
}

static void
tell_objects (GString  *out,
              CutStore *store,
              CutKind   kind)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;

  query->trash = CUT_TRASH_INCLUDED;
  records = cut_store_list (store, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    {
      CutRecord *record = g_ptr_array_index (records, i);

      tell (out, cut_kind_get_name (kind), cut_record_get_id (record), cut_record_to_json (record, CUT_JSON_CANONICAL));
      if (kind == CUT_KIND_CAPTURE)
        tell_capture (out, store, CUT_CAPTURE (record));
    }
}

static char *
content_of (CutStore *store)
{
  static const char *const values[] = { "id", "title", "language", "owner", "created" };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CutJournalEntry) undo = cut_store_journal_peek (store, FALSE, &error);
  g_autoptr (CutJournalEntry) redo = cut_store_journal_peek (store, TRUE, &error);
  g_autofree char *head = cut_store_custody_head (store, &error);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *value = cut_store_get_meta (store, values[i], &error);

      tell_value (out, "notebook", values[i], value);
    }
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    tell_objects (out, store, (CutKind) kind);
  tell_value (out, "act", "undo", undo != NULL ? undo->label : NULL);
  tell_value (out, "act", "redo", redo != NULL ? redo->label : NULL);
  tell_value (out, "custody", "head", head);
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Stored notebooks. */

static char *
stored_path (gint64      version,
             const char *ending)
{
  g_autofree char *name = g_strdup_printf ("version-%d.%s", (int) version, ending);

  return g_test_build_filename (G_TEST_DIST, "data", "notebooks", name, NULL);
}

/* Puts the stored notebook where the fixture's is. */
static void
unpack (Fixture *fixture,
        gint64   version)
{
  g_autofree char *path = stored_path (version, "cuttings.gz");
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (fixture->path);
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) packed = NULL;
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GOutputStream) out = NULL;

  g_clear_object (&fixture->store);
  empty_folder (fixture->folder);
  packed = G_INPUT_STREAM (g_file_read (from, NULL, &error));
  g_assert_no_error (error);
  in = g_converter_input_stream_new (packed, G_CONVERTER (decompressor));
  out = G_OUTPUT_STREAM (g_file_replace (to, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_splice (out, in, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
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
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);
  return node;
}

/* Key to JSON. */
static GHashTable *
index_lines (const char *content)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_node_unref);
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 2);

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_hash_table_insert (table, g_strdup (parts[0]), parse (parts[1]));
    }
  return table;
}

/* What was there is there, with the same value; later versions may have added to it. */
static void
assert_kept (const char *key,
             JsonNode   *before,
             JsonNode   *after)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  g_test_message ("%s", key);
  g_assert_nonnull (after);
  json_object_iter_init (&iter, json_node_get_object (before));
  while (json_object_iter_next (&iter, &name, &value))
    {
      JsonNode *now = json_object_get_member (json_node_get_object (after), name);

      if (now == NULL || !json_node_equal (value, now))
        g_error ("%s: “%s” is not what it was", key, name);
    }
}

static void
assert_content (CutStore *store,
                gint64    version)
{
  g_autofree char *path = stored_path (version, "content");
  g_autofree char *stored = NULL;
  g_autofree char *found = content_of (store);
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) after = index_lines (found);
  GHashTableIter iter;
  gpointer key, value;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &stored, NULL, &error);
  g_assert_no_error (error);
  before = index_lines (stored);
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, &value))
    assert_kept (key, value, g_hash_table_lookup (after, key));
  g_assert_cmpuint (g_hash_table_size (after), ==, g_hash_table_size (before));
}

static void
assert_well (CutStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = cut_store_verify (store, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
assert_found (CutStore   *store,
              const char *words,
              gint64      n)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);

  cut_query_set_match (query, words);
  g_assert_cmpint (cut_store_count (store, query, NULL), ==, n);
}

/* Tables, columns, indices and triggers, sorted; but for what SQLite counts for itself. */
static char **
form_of (const char *path)
{
  static const char sql[] =
    "SELECT group_concat (line, char (10)) FROM ("
    "  SELECT type || ' ' || name AS line FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'"
    "  UNION SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\""
    "    FROM sqlite_schema m, pragma_table_info (m.name) c WHERE m.type = 'table'"
    "    AND m.name NOT LIKE 'sqlite_stat%' ORDER BY line)";
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  char **form;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_nonnull (cut_tokenizer_new (db));
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  form = g_strsplit ((const char *) sqlite3_column_text (stmt, 0), "\n", -1);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return form;
}

/* What an older index held is indexed anew some at a time, and not twice where the program stops in between. */
static void
catch_up (Fixture *fixture,
          gboolean older)
{
  g_autoptr (GError) error = NULL;
  gint64 n = cut_store_count_unindexed (fixture->store, &error);
  guint n_done;

  g_assert_no_error (error);
  g_assert_cmpint (n > 1, ==, older);
  for (; n > 0; n--)
    {
      g_assert_cmpint (cut_store_count_unindexed (fixture->store, NULL), ==, n);
      g_assert_true (cut_store_catch_up (fixture->store, 0, &n_done, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (n_done, ==, 1);
      if (n % 8 == 0)
        reopen (fixture);
    }
  g_assert_true (cut_store_catch_up (fixture->store, 0, &n_done, &error));
  g_assert_cmpuint (n_done, ==, 0);
}

/* Every version has its notebook, the present one too: it is the one to come from next time. */
static void
test_stored (Fixture       *fixture,
             gconstpointer  data)
{
  g_auto (GStrv) new = form_of (fixture->path);

  for (gint64 version = 1; version <= cut_schema_get_newest (); version++)
    {
      g_auto (GStrv) form = NULL;

      unpack (fixture, version);
      reopen (fixture);
      g_assert_false (cut_store_is_read_only (fixture->store));
      assert_content (fixture->store, version);
      assert_well (fixture->store);
      catch_up (fixture, version < FIRST_WITH_WORDS);
      assert_well (fixture->store);
      assert_found (fixture->store, "bridge", 1);
      form = form_of (fixture->path);
      g_assert_cmpstrv (form, new);

      /* And it can be worked with. */
      g_free (new_clip (fixture->store, "Another bridge"));
      assert_found (fixture->store, "bridge", 2);
      assert_well (fixture->store);
    }
}

/* Between two versions a notebook is the one or the other. */
static void
test_migration_fails (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  CutDb *db;

  unpack (fixture, 1);
  db = cut_db_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  /* The first migration meets tables that are there. */
  g_assert_false (cut_schema_migrate (db, 0, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOTEBOOK);
  g_assert_false (cut_db_in_transaction (db));
  cut_db_close (db);
  reopen (fixture);
  assert_content (fixture->store, 1);
  assert_well (fixture->store);
}

/* As a later version might leave it: with columns and tables that are not known here. */
static void
make_newer (Fixture *fixture)
{
  g_autofree char *sql = g_strdup_printf ("ALTER TABLE clip ADD COLUMN mood TEXT; UPDATE clip SET mood = 'grey';"
                                          "CREATE TABLE weather (day TEXT) STRICT; PRAGMA user_version = %d",
                                          (int) cut_schema_get_newest () + 1);

  unpack (fixture, cut_schema_get_newest ());
  run_sql (fixture->path, sql);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) meta_error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;

  make_newer (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &before, &length_before, NULL));
  reopen (fixture);
  g_assert_true (cut_store_is_read_only (fixture->store));
  assert_content (fixture->store, cut_schema_get_newest ());
  assert_found (fixture->store, "bridge", 1);

  g_assert_false (cut_store_begin (fixture->store, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "newer Cuttings"));
  g_assert_nonnull (strstr (error->message, "update Cuttings"));
  g_assert_false (cut_store_set_meta (fixture->store, "title", "x", &meta_error));
  g_assert_error (meta_error, CUT_ERROR, CUT_ERROR_NEWER);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static int
print_content (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutStore) store = cut_store_open (path, CUT_STORE_READ_ONLY, &error);
  g_autofree char *content = NULL;

  if (store == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  content = content_of (store);
  /* g_print() would write in the character set of the locale. */
  return fputs (content, stdout) >= 0 ? 0 : 1;
}

int
main (int    argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--content"))
    return print_content (argv[2]);
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/migration/stored", test_stored);
  add_test ("/store/migration/fails", test_migration_fails);
  add_test ("/store/migration/newer", test_newer);
  return g_test_run ();
}
