/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "bench-pages.h"
#include "cut-test-notebook.h"

/* Clipping files into a notebook against writing the same bytes with SQLite alone: one row, one transaction on the
 * disk for each. What is on top is extraction, packing, the index for search, custody and undo. */

#define PAGES 200

static void
write_files (const char *folder,
             GPtrArray  *pages)
{
  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/page-%03u.html", folder, i);
      gsize length;
      const char *bytes = g_bytes_get_data (g_ptr_array_index (pages, i), &length);

      g_assert_true (g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

static double
clip_files (CutNotebook *notebook,
            const char  *folder)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < PAGES; i++)
    {
      g_autoptr (CutClipRequest) request = cut_clip_request_new ();
      g_autoptr (CutClipResult) result = NULL;
      g_autoptr (GError) error = NULL;

      request->path = g_strdup_printf ("%s/page-%03u.html", folder, i);
      result = cut_notebook_clip (notebook, request, NULL, &error);
      if (error != NULL)
        g_printerr ("clip: %s\n", error->message);
    }
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static void
run (sqlite3    *db,
     const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* As the notebook is written: a write-ahead log that is synced at each commit. */
static double
insert_pages (const char *folder,
              GPtrArray  *pages)
{
  g_autofree char *path = g_build_filename (folder, "plain.db", NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  gint64 start;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  run (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE page (id INTEGER PRIMARY KEY, bytes BLOB)");
  g_assert_cmpint (sqlite3_prepare_v2 (db, "INSERT INTO page (bytes) VALUES (?)", -1, &stmt, NULL), ==, SQLITE_OK);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < pages->len; i++)
    {
      gsize length;
      const void *bytes = g_bytes_get_data (g_ptr_array_index (pages, i), &length);

      run (db, "BEGIN IMMEDIATE");
      sqlite3_bind_blob64 (stmt, 1, bytes, length, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
      sqlite3_reset (stmt);
      run (db, "COMMIT");
    }
  start = g_get_monotonic_time () - start;
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return (double) start / G_USEC_PER_SEC;
}

int
main (void)
{
  CutTestNotebook notebook = { 0 };
  guint real;
  g_autoptr (GPtrArray) pages = bench_pages_load (PAGES, &real);
  double plain, clip;

  cut_test_notebook_set_up (&notebook, NULL);
  write_files (notebook.folder, pages);
  plain = insert_pages (notebook.folder, pages);
  clip = clip_files (notebook.notebook, notebook.folder);
  g_print ("clip: %u pages (%u real), %.1f MB\n", pages->len, real, (double) bench_pages_count_bytes (pages) / 1e6);
  g_print ("clip: %.1f pages/s; %.1f x the time of plain inserts (%.1f pages/s)\n", pages->len / clip, clip / plain, pages->len / plain);
  cut_test_notebook_tear_down (&notebook, NULL);
  return 0;
}
