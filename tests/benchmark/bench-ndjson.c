/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cut-blob.h"
#include "cut-db.h"
#include "cut-json.h"
#include "cut-notebook.h"
#include "cut-pack.h"
#include "cut-schema.h"
#include "cut-search-index.h"
#include "cut-stmt.h"
#include "cut-test-notebook.h"

/* `import --format ndjson` against a raw load of the rows that it makes into the same tables with the same indexes, in the same run: the
 * processor time of all threads, from opening to closing. The raw load does no more than SQLite needs: its rows are ready, it keeps no
 * rule and runs no trigger; but it cuts the texts into words for the index and packs pages and texts, as the import must.
 *
 * bench-ndjson [FILE]: without a file, pages of made-up words. The import is made in a process of its own, so that its memory is seen. */

#define ARTICLES 2000
#define WORDS_AN_ARTICLE 900
#define VOCABULARY 30000
#define BATCH 200

/* Processor time of the process, seconds. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

/* Articles of made-up words. */

/* Few words are common and most are rare, as in real texts. */
static void
append_words (GString *text,
              GRand   *rand)
{
  for (int i = 0; i < WORDS_AN_ARTICLE; i++)
    {
      double r = g_rand_double (rand);

      g_string_append_printf (text, "w%xed", (unsigned) (VOCABULARY * r * r * r * r));
      g_string_append (text, i % 80 == 79 ? ".\n\n" : i % 14 == 13 ? ". " : " ");
    }
}

/* What stands around the text in a page: seven times as much, of which much is always the same. */
static char *
make_page (const char *text,
           GRand      *rand)
{
  GString *page = g_string_new ("<!DOCTYPE html><html><head><title>Article</title></head><body>");

  for (int i = 0; i < 300; i++)
    g_string_append_printf (page, "<div class=\"teaser teaser-%d\"><a href=\"/news/%x\">More of w%xed</a></div>\n", i % 7, g_rand_int (rand),
                            g_rand_int_range (rand, 0, VOCABULARY));
  g_string_append_printf (page, "<article><p>%s</p></article></body></html>", text);
  return g_string_free (page, FALSE);
}

static char *
make_line (GRand *rand,
           int    i)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *page = NULL;
  g_autofree char *url = g_strdup_printf ("https://bench.example/%d", i);
  g_autofree char *title = g_strdup_printf ("Article %d of w%xed", i, g_rand_int_range (rand, 0, VOCABULARY));
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  append_words (text, rand);
  page = make_page (text->str, rand);
  json_object_set_string_member (object, "url", url);
  json_object_set_string_member (object, "title", title);
  json_object_set_string_member (object, "byline", i % 3 == 0 ? "Ada Lindqvist" : "Jon Berg");
  json_object_set_string_member (object, "site_name", "The Bench");
  json_object_set_string_member (object, "published", "2026-03-09");
  json_object_set_string_member (object, "text", text->str);
  json_object_set_string_member (object, "html", page);
  json_node_take_object (root, object);
  return json_to_string (root, FALSE);
}

static void
write_articles (const char *path)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  for (int i = 0; i < ARTICLES; i++)
    {
      g_autofree char *line = make_line (rand, i);

      g_assert_cmpint (fprintf (file, "%s\n", line), >, 0);
    }
  g_assert_cmpint (fclose (file), ==, 0);
}

/* The import. */

static int
import_here (const char *articles,
             const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutNotebook) notebook = cut_notebook_open (path, NULL, &error);
  g_autoptr (CutImportReport) report = NULL;

  g_assert_no_error (error);
  report = cut_notebook_import (notebook, articles, "ndjson", FALSE, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < report->failed->len; i++)
    g_printerr ("%s\n", (char *) g_ptr_array_index (report->failed, i));
  cut_notebook_close (notebook);
  return 0;
}

static struct rusage
import_elsewhere (const char *program,
                  const char *articles,
                  const char *path)
{
  struct rusage usage;
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      execl (program, program, "--import", articles, path, NULL);
      _exit (127);
    }
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_cmpint (status, ==, 0);
  return usage;
}

/* The raw load. */

typedef struct
{
  CutDb *from;
  CutDb *to;
  double seconds;
  gint64 text;  /* bytes of all reader texts */
  gint64 pages; /* bytes of all pages */
} Raw;

static void
run_sql (CutDb      *db,
         const char *sql)
{
  g_autoptr (GError) error = NULL;

  cut_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* The first column of all rows. */
static GPtrArray *
list_names (CutDb      *db,
            const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, sql, &error);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  while (cut_stmt_step (stmt, &error) == CUT_STEP_ROW)
    g_ptr_array_add (names, cut_stmt_dup_text (stmt, 0));
  g_assert_no_error (error);
  return names;
}

static void
drop_triggers (CutDb *db)
{
  g_autoptr (GPtrArray) names = list_names (db, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DROP TRIGGER \"%s\"", (char *) g_ptr_array_index (names, i));

      run_sql (db, sql);
    }
}

static gboolean
is_packed (const char *table,
           const char *column)
{
  return (g_str_equal (table, "blob") && g_str_equal (column, "data")) ||
         (g_str_equal (table, "reader_text") && !g_str_equal (column, "capture") && !g_str_equal (column, "sha256") &&
          !g_str_equal (column, "against") && !g_str_equal (column, "counted"));
}

typedef struct
{
  sqlite3_value *value; /* (owned) */
  GBytes *plain;        /* (owned) (nullable): to be packed */
  GBytes *against;         /* (owned) (nullable): against this */
} Value;

/* What is packed is given to the load as it was before. */
static void
unpack_value (Value *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) packed = g_bytes_new (sqlite3_value_blob (self->value), (gsize) sqlite3_value_bytes (self->value));
  gconstpointer data = g_bytes_get_data (packed, NULL);
  char *text = self->against != NULL ? cut_unpack_text_against (NULL, data, g_bytes_get_size (packed), self->against, &error) : NULL;

  if (text != NULL)
    self->plain = g_bytes_new_take (text, strlen (text));
  else
    self->plain = cut_unpack (NULL, data, g_bytes_get_size (packed), &error);
  if (self->plain == NULL)
    self->plain = g_steal_pointer (&packed);
}

/* As the import packs it. */
static GBytes *
pack_value (CutPacker   *packer,
            const Value *self)
{
  g_autofree char *text = NULL;

  if (self->against == NULL)
    return cut_pack (packer, g_bytes_get_data (self->plain, NULL), g_bytes_get_size (self->plain));
  text = g_strndup (g_bytes_get_data (self->plain, NULL), g_bytes_get_size (self->plain));
  return cut_pack_text_against (packer, text, self->against);
}

static int
find_column (sqlite3_stmt *stmt,
             const char   *name)
{
  int i = 0;

  while (!g_str_equal (sqlite3_column_name (stmt, i), name))
    i++;
  return i;
}

/* The bytes that the text in the row of @from is packed against. */
static GBytes *
find_against (Raw          *raw,
              sqlite3_stmt *from,
              const char   *table,
              const char   *column)
{
  g_autoptr (GError) error = NULL;
  const char *sha256;
  GBytes *against;

  if (!g_str_equal (table, "reader_text") || !g_str_equal (column, "text"))
    return NULL;
  sha256 = (const char *) sqlite3_column_text (from, find_column (from, "against"));
  against = sha256 != NULL ? cut_blob_get (raw->from, sha256, &error) : NULL;
  g_assert_no_error (error);
  return against;
}

static void
value_clear (gpointer data)
{
  Value *value = data;

  sqlite3_value_free (value->value);
  g_clear_pointer (&value->plain, g_bytes_unref);
  g_clear_pointer (&value->against, g_bytes_unref);
}

static void
write_rows (Raw          *raw,
            sqlite3_stmt *insert,
            GArray       *values,
            int           n_columns)
{
  double start = get_time ();

  run_sql (raw->to, "BEGIN IMMEDIATE");
  for (guint i = 0; i < values->len; i++)
    {
      const Value *value = &g_array_index (values, Value, i);
      int column = (int) i % n_columns + 1;
      g_autoptr (GBytes) packed = NULL;

      if (value->plain != NULL)
        {
          packed = pack_value (raw->to->packer, value);
          sqlite3_bind_blob64 (insert, column, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), SQLITE_TRANSIENT);
        }
      else
        sqlite3_bind_value (insert, column, value->value);
      if (column < n_columns)
        continue;
      g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
      sqlite3_reset (insert);
    }
  run_sql (raw->to, "COMMIT");
  raw->seconds += get_time () - start;
  g_array_set_size (values, 0);
}

static void
note_plain (Raw        *raw,
            const char *table,
            const char *column,
            GBytes     *plain)
{
  if (g_str_equal (table, "blob"))
    raw->pages += (gint64) g_bytes_get_size (plain);
  else if (g_str_equal (column, "text"))
    raw->text += (gint64) g_bytes_get_size (plain);
}

static void
copy_rows (Raw        *raw,
           const char *table,
           GPtrArray  *columns)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (Value));
  g_autoptr (GString) marks = g_string_new ("?");
  g_autofree char *select = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  g_autofree char *insert_sql = NULL;
  sqlite3_stmt *from = NULL, *to = NULL;

  g_array_set_clear_func (values, value_clear);
  for (guint i = 1; i < columns->len; i++)
    g_string_append (marks, ", ?");
  insert_sql = g_strdup_printf ("INSERT INTO \"%s\" VALUES (%s)", table, marks->str);
  g_assert_cmpint (sqlite3_prepare_v2 (raw->from->handle, select, -1, &from, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (raw->to->handle, insert_sql, -1, &to, NULL), ==, SQLITE_OK);
  while (sqlite3_step (from) == SQLITE_ROW)
    {
      for (guint i = 0; i < columns->len; i++)
        {
          const char *column = g_ptr_array_index (columns, i);
          Value value = { sqlite3_value_dup (sqlite3_column_value (from, (int) i)), NULL, NULL };

          if (is_packed (table, column) && sqlite3_value_type (value.value) == SQLITE_BLOB)
            {
              value.against = find_against (raw, from, table, column);
              unpack_value (&value);
              note_plain (raw, table, column, value.plain);
            }
          g_array_append_val (values, value);
        }
      if (values->len >= BATCH * columns->len)
        write_rows (raw, to, values, (int) columns->len);
    }
  write_rows (raw, to, values, (int) columns->len);
  sqlite3_finalize (from);
  sqlite3_finalize (to);
}

static void
copy_tables (Raw *raw)
{
  g_autoptr (GPtrArray) tables = list_names (raw->from, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                                                        "AND name NOT LIKE 'search%' AND sql NOT LIKE 'CREATE VIRTUAL%'");

  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = g_ptr_array_index (tables, i);
      g_autofree char *empty = g_strdup_printf ("DELETE FROM \"%s\"", table);
      g_autofree char *info = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);
      g_autoptr (GPtrArray) columns = list_names (raw->from, info);

      run_sql (raw->to, empty);
      copy_rows (raw, table, columns);
    }
}

/* The words of every object, as they went into the index. */
static void
write_docs (Raw       *raw,
            GArray    *keys,
            GPtrArray *docs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutStmt) stmt = cut_stmt_new (raw->to, "INSERT INTO search (rowid, title, detail, body) VALUES (?1, ?2, ?3, ?4)", &error);
  double start = get_time ();

  g_assert_no_error (error);
  run_sql (raw->to, "BEGIN IMMEDIATE");
  for (guint i = 0; i < docs->len; i++)
    {
      const CutSearchDoc *doc = g_ptr_array_index (docs, i);

      cut_stmt_bind_int (stmt, 1, g_array_index (keys, gint64, i));
      cut_stmt_bind_text (stmt, 2, doc->title);
      cut_stmt_bind_text (stmt, 3, doc->detail);
      cut_stmt_bind_text (stmt, 4, doc->body);
      cut_stmt_run (stmt, &error);
      g_assert_no_error (error);
    }
  run_sql (raw->to, "COMMIT");
  raw->seconds += get_time () - start;
  g_ptr_array_set_size (docs, 0);
  g_array_set_size (keys, 0);
}

static void
copy_index (Raw *raw)
{
  CutRecordTables *tables = cut_record_tables_new ();
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) docs = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_search_doc_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (CutStmt) stmt = cut_stmt_new (raw->from, "SELECT key, kind FROM object ORDER BY key", &error);

  g_assert_no_error (error);
  while (cut_stmt_step (stmt, &error) == CUT_STEP_ROW)
    {
      gint64 key = cut_stmt_get_int (stmt, 0);
      CutKind kind = cut_kind_from_name (cut_stmt_get_text (stmt, 1));

      if (!cut_search_index_has_kind (kind))
        continue;
      g_ptr_array_add (docs, cut_search_doc_new (raw->from, tables, key, kind, &error));
      g_assert_no_error (error);
      g_array_append_val (keys, key);
      if (docs->len == BATCH)
        write_docs (raw, keys, docs);
    }
  write_docs (raw, keys, docs);
  g_clear_pointer (&stmt, cut_stmt_release);
  cut_record_tables_free (tables);
}

static void
load_raw (Raw        *raw,
          const char *from,
          const char *to,
          const char *setting)
{
  g_autoptr (GError) error = NULL;
  double start = get_time ();

  cut_schema_create (to, &error);
  g_assert_no_error (error);
  raw->to = cut_db_open (to, FALSE, &error);
  g_assert_no_error (error);
  run_sql (raw->to, "PRAGMA synchronous = FULL");
  raw->seconds = get_time () - start;
  raw->from = cut_db_open (from, TRUE, &error);
  g_assert_no_error (error);
  drop_triggers (raw->to);
  run_sql (raw->to, setting);
  copy_tables (raw);
  copy_index (raw);
  cut_db_close (raw->from);
  start = get_time ();
  run_sql (raw->to, "PRAGMA optimize; PRAGMA wal_checkpoint (TRUNCATE)");
  cut_db_close (raw->to);
  raw->seconds += get_time () - start;
}

/* The report. */

static double
seconds_of (const struct rusage *usage)
{
  return (double) (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) + (double) (usage->ru_utime.tv_usec + usage->ru_stime.tv_usec) / 1e6;
}

static gint64
size_of (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

static gint64
count_clips (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutDb) db = cut_db_open (path, TRUE, &error);
  gint64 n;

  g_assert_no_error (error);
  cut_db_query_int (db, "SELECT count (*) FROM clip", &n, &error);
  g_assert_no_error (error);
  return n;
}

static void
measure (const char *program,
         const char *articles,
         const char *folder)
{
  g_autofree char *imported = g_build_filename (folder, "imported.cuttings", NULL);
  g_autofree char *loaded = g_build_filename (folder, "loaded.cuttings", NULL);
  struct rusage first = import_elsewhere (program, articles, imported);
  double once = seconds_of (&first);
  gint64 n = count_clips (imported);
  /* The index gathers two megabytes before it writes (migration 16); SQLite by itself one. */
  Raw raw = { 0 }, tuned = { 0 };
  double text;

  load_raw (&tuned, imported, loaded, "");
  g_assert_cmpint (g_unlink (loaded), ==, 0);
  load_raw (&raw, imported, loaded, "INSERT INTO search (search, rank) VALUES ('hashsize', 1048576)");
  text = (double) (raw.text + raw.pages);
  g_print ("articles %" G_GINT64_FORMAT ", text %.1f MB, pages %.1f MB\n", n, (double) raw.text / 1e6, (double) raw.pages / 1e6);
  g_print ("import   %7.2f s processor time, %6.0f articles/s, peak memory %.0f MB\n", once, (double) n / once, (double) first.ru_maxrss / 1024);
  g_print ("raw load %7.2f s processor time, %6.0f articles/s\n", raw.seconds, (double) n / raw.seconds);
  g_print ("ratio    %7.2f (goal: 1.67); %.2f where the raw load has the index's setting of the notebook, too\n", once / raw.seconds,
           once / tuned.seconds);
  g_print ("file     %7.2f of the text, %.2f of text and pages; loaded raw %.2f of the text\n", (double) size_of (imported) / (double) raw.text,
           (double) size_of (imported) / text, (double) size_of (loaded) / (double) raw.text);
  first = import_elsewhere (program, articles, imported);
  g_print ("again    %7.2f s processor time, nothing new: %.0f articles/s\n", seconds_of (&first), (double) n / seconds_of (&first));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *articles = NULL;

  if (argc == 4 && g_str_equal (argv[1], "--import"))
    return import_here (argv[2], argv[3]);
  folder = g_dir_make_tmp ("cuttings-bench-XXXXXX", NULL);
  articles = argc == 2 ? g_strdup (argv[1]) : g_build_filename (folder, "articles.ndjson", NULL);
  if (argc != 2)
    write_articles (articles);
  measure (argv[0], articles, folder);
  cut_test_remove_tree (folder);
  return 0;
}
