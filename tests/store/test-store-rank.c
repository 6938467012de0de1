/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-db.h"
#include "cut-rank.h"
#include "cut-stmt.h"

/* What is found stands in the order of SQLite's own bm25 (). */

#define DOCUMENTS 400

static const char *const words[] = { "harbour", "wall", "ferry", "quay", "the", "of", "paid", "twice", "inspector", "Müller" };

/* Words of a document: those at the front of the list often, and texts of all lengths. */
static char *
make_text (GRand *rand,
           guint  most)
{
  GString *text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 0, (gint32) most);

  for (guint i = 0; i < n; i++)
    {
      double place = g_rand_double (rand);

      g_string_append_printf (text, "%s ", words[(guint) (place * place * G_N_ELEMENTS (words))]);
    }
  return g_string_free (text, FALSE);
}

static void
fill (CutDb *db)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;
  g_autoptr (CutStmt) stmt = NULL;

  cut_db_exec (db, "CREATE VIRTUAL TABLE search USING fts5 (title, detail, body, content = '', "
                   "tokenize = 'unicode61 remove_diacritics 2')", &error);
  g_assert_no_error (error);
  stmt = cut_stmt_new (db, "INSERT INTO search (rowid, title, detail, body) VALUES (?, ?, ?, ?)", &error);
  for (int i = 0; i < DOCUMENTS; i++)
    {
      g_autofree char *title = make_text (rand, 6);
      g_autofree char *detail = make_text (rand, 4);
      g_autofree char *body = make_text (rand, 300);

      cut_stmt_bind_int (stmt, 1, 3 * i + 1);
      cut_stmt_bind_text (stmt, 2, title);
      cut_stmt_bind_text (stmt, 3, detail);
      cut_stmt_bind_text (stmt, 4, body);
      cut_stmt_run (stmt, &error);
      g_assert_no_error (error);
    }
}

/* Scores are rounded: sums made in another order may part what is equal. */
static char *
get_order (CutDb      *db,
           const char *function,
           const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM search WHERE search MATCH ? "
                                          "ORDER BY round (%s (search, 10.0, 4.0, 1.0), 9), rowid", function);
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, sql, &error);
  GString *order = g_string_new (NULL);

  g_assert_no_error (error);
  cut_stmt_bind_text (stmt, 1, query);
  while (cut_stmt_step (stmt, &error) == CUT_STEP_ROW)
    g_string_append_printf (order, "%" G_GINT64_FORMAT " ", cut_stmt_get_int (stmt, 0));
  g_assert_no_error (error);
  return g_string_free (order, FALSE);
}

static void
test_same_order (void)
{
  static const char *const queries[] = { "harbour wall", "ferry OR quay OR inspector", "\"harbour wall\" OR twice", "muller AND paid",
                                         "quay*  OR insp*", "twice NOT of", "the of harbour", "the OR of", "nothing" };
  g_autoptr (GError) error = NULL;
  CutDb *db = cut_db_open (":memory:", FALSE, &error);

  g_assert_no_error (error);
  fill (db);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *expected = get_order (db, "bm25", queries[i]);
      g_autofree char *order = get_order (db, "cut_rank", queries[i]);

      g_assert_cmpstr (order, ==, expected);
      g_assert_true ((*order != '\0') == !g_str_equal (queries[i], "nothing"));
    }
  cut_db_close (db);
}

/* The score of one word is bm25's but for a factor. */
static void
test_one_word (void)
{
  g_autoptr (GError) error = NULL;
  CutDb *db = cut_db_open (":memory:", FALSE, &error);
  g_autoptr (CutStmt) stmt = NULL;
  double factor = 0;
  guint n = 0;

  fill (db);
  stmt = cut_stmt_new (db, "SELECT bm25 (search, 10.0, 4.0, 1.0) / cut_rank (search, 10.0, 4.0, 1.0) FROM search "
                           "WHERE search MATCH 'inspector'", &error);
  while (cut_stmt_step (stmt, &error) == CUT_STEP_ROW)
    {
      if (n++ == 0)
        factor = cut_stmt_get_double (stmt, 0);
      g_assert_cmpfloat_with_epsilon (cut_stmt_get_double (stmt, 0), factor, factor * 1e-9);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 10);
  g_clear_pointer (&stmt, cut_stmt_release);
  cut_db_close (db);
}

/* While phrases are counted SQLite asks nobody. */
static void
test_cancelled (void)
{
  g_autoptr (GError) error = NULL;
  CutDb *db = cut_db_open (":memory:", FALSE, &error);
  g_autoptr (CutStmt) stmt = NULL;

  g_assert_no_error (error);
  fill (db);
  stmt = cut_stmt_new (db, "SELECT cut_rank (search) FROM search WHERE search MATCH '\"harbour wall\" OR ferry'", &error);
  g_assert_no_error (error);
  db->cancellable = g_cancellable_new ();
  g_cancellable_cancel (db->cancellable);
  g_assert_cmpint (cut_stmt_step (stmt, &error), ==, CUT_STEP_FAILED);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_pointer (&stmt, cut_stmt_release);
  cut_db_close (db);
}

/* A search that another one takes the place of may be cancelled while the days are read; the next must know them all. */
static void
test_cancelled_days (void)
{
  g_autoptr (GError) error = NULL;
  CutDb *db = cut_db_open (":memory:", FALSE, &error);
  gint64 first = 0;

  g_assert_no_error (error);
  cut_db_exec (db, "CREATE TABLE object (key INTEGER PRIMARY KEY, kind TEXT, deleted INTEGER, published_key INTEGER);"
                   "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                   "INSERT INTO object SELECT i, 'clip', 0, i * 86400000 / 10 FROM n;"
                   "CREATE VIRTUAL TABLE search USING fts5 (title, detail, body, content = '', tokenize = 'cuttings');"
                   "INSERT INTO search (rowid, title, detail, body) VALUES (1, '', '', 'the harbour'), (20000, '', '', 'the harbour');", &error);
  g_assert_no_error (error);
  db->cancellable = g_cancellable_new ();
  g_cancellable_cancel (db->cancellable);
  g_assert_false (cut_rank_refresh (db, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_clear_object (&db->cancellable);
  g_assert_true (cut_rank_refresh (db, &error));
  cut_db_query_int (db, "SELECT rowid FROM search WHERE search MATCH 'harbour' ORDER BY cut_rank (search, 1, 1, 1) LIMIT 1", &first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first, ==, 20000);
  cut_db_close (db);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/rank/same-order", test_same_order);
  g_test_add_func ("/store/rank/one-word", test_one_word);
  g_test_add_func ("/store/rank/cancelled", test_cancelled);
  g_test_add_func ("/store/rank/cancelled-days", test_cancelled_days);
  return g_test_run ();
}
