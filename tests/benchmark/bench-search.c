/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <time.h>

#include "cut-clip.h"
#include "cut-db.h"
#include "cut-json.h"
#include "cut-stmt.h"
#include "cut-store-search.h"

/* Searches, fifty rows with snippets, against `ORDER BY rank` of FTS5 over the same index in the same run, one query after the other by
 * turns; processor time. The first ten rows, too, and how soon the window has them, which completes the order behind them where it takes long.
 *
 * bench-search NOTEBOOK QUERIES: a notebook that is indexed and a file of lines {"kind","q","fts"}. Without arguments a small one of
 * made-up words is made. */

#define ROWS 50
#define FIRST_ROWS 10
#define FIRST_LIMIT 64 /* as the window asks, which shows ten of them and then looks at all: see src/ui/models/cut-row-list.c */
#define FIRST_MS 12
#define CANCEL_US 3000 /* after the beginning of a search it is cancelled, as by the next letter that is typed */
#define CLIPS 1500
#define WORDS_A_CLIP 400
#define VOCABULARY 20000

typedef struct
{
  const char *kind;
  GArray *ours;  /* (element-type double): ms */
  GArray *first; /* the first ten rows */
  GArray *shown; /* the same as the window asks for them */
  guint n_partial; /* of these */
  double cancelled; /* ms on the wall, at most, from being cancelled to the end */
  GArray *ranks; /* ORDER BY rank */
} Times;

/* Processor time, µs: other work on the machine does not count. */
static gint64
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static double
since (gint64 start)
{
  return (double) (get_time () - start) / 1000;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
quantile (GArray *times,
          double  part)
{
  g_array_sort (times, compare_cb);
  return g_array_index (times, double, (guint) ceil (part * times->len) - 1);
}

/* Asking. */

static double
time_rows (CutStore   *store,
           const char *words,
           guint       n_rows)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 start = get_time ();

  cut_query_set_match (query, words);
  query->limit = n_rows;
  rows = cut_store_rows (store, query, &error);
  g_assert_no_error (error);
  return since (start);
}

static double
time_shown (CutStore   *store,
            const char *words,
            guint      *n_partial)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gboolean partial;
  gint64 start = get_time ();

  cut_query_set_match (query, words);
  query->limit = FIRST_LIMIT;
  query->most_ms = FIRST_MS;
  keys = cut_store_search (store, query, &partial, &error);
  g_assert_no_error (error);
  rows = cut_store_rows_for_keys (store, query, (const gint64 *) (void *) keys->data, MIN (keys->len, FIRST_ROWS), &error);
  g_assert_no_error (error);
  *n_partial += partial;
  return since (start);
}

/* Cancelling, from another thread. */

typedef struct
{
  GCancellable *cancellable;
  gint64 time; /* monotonic: when it was cancelled */
} Cancelling;

static gpointer
cancel_cb (gpointer data)
{
  Cancelling *cancelling = data;

  g_usleep (CANCEL_US);
  cancelling->time = g_get_monotonic_time ();
  g_cancellable_cancel (cancelling->cancellable);
  return NULL;
}

/* Returns: ms; 0 where the search was over before */
static double
time_cancelled (CutStore   *store,
                const char *words)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancelling cancelling = { cancellable, 0 };
  GThread *thread = g_thread_new ("cancel", cancel_cb, &cancelling);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = NULL;
  gboolean partial;
  gint64 end;

  cut_query_set_match (query, words);
  cut_store_set_cancellable (store, cancellable);
  keys = cut_store_search (store, query, &partial, &error);
  end = g_get_monotonic_time ();
  cut_store_set_cancellable (store, NULL);
  g_thread_join (thread);
  g_assert_true (keys != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  return MAX ((double) (end - cancelling.time) / 1000, 0);
}

static double
time_rank (CutStore   *store,
           CutDb      *db,
           const char *words,
           const char *expression)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_NONE);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (CutStmt) stmt = NULL;
  gint64 start = get_time ();

  cut_query_set_match (query, words);
  stmt = cut_stmt_new (db, "SELECT rowid FROM search WHERE search MATCH ? AND rank MATCH 'bm25(10.0, 4.0, 1.0)' ORDER BY rank LIMIT ?", &error);
  g_assert_no_error (error);
  cut_stmt_bind_text (stmt, 1, expression);
  cut_stmt_bind_int (stmt, 2, ROWS);
  while (cut_stmt_step (stmt, &error) == CUT_STEP_ROW)
    {
      gint64 key = cut_stmt_get_int (stmt, 0);

      g_array_append_val (keys, key);
    }
  g_assert_no_error (error);
  rows = cut_store_rows_for_keys (store, query, (const gint64 *) (void *) keys->data, keys->len, &error);
  g_assert_no_error (error);
  return since (start);
}

static Times *
times_of (GPtrArray  *all,
          const char *kind)
{
  Times *times;

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((Times *) g_ptr_array_index (all, i))->kind, kind))
      return g_ptr_array_index (all, i);
  times = g_new0 (Times, 1);
  times->kind = g_intern_string (kind);
  times->ours = g_array_new (FALSE, FALSE, sizeof (double));
  times->first = g_array_new (FALSE, FALSE, sizeof (double));
  times->shown = g_array_new (FALSE, FALSE, sizeof (double));
  times->ranks = g_array_new (FALSE, FALSE, sizeof (double));
  g_ptr_array_add (all, times);
  return times;
}

static void
ask (CutStore   *store,
     CutDb      *db,
     GPtrArray  *all,
     JsonObject *line)
{
  const char *words = cut_json_get_string (line, "q");
  const char *expression = cut_json_get_string (line, "fts");
  const char *kind = cut_json_get_string (line, "kind");
  g_autofree char *typed = NULL;
  Times *times;
  double ms;

  /* Searches with filters have nothing to stand against. */
  if (words == NULL || expression == NULL || kind == NULL || json_object_has_member (line, "site") || json_object_has_member (line, "from"))
    return;
  /* There a prefix is what is typed so far. */
  if (g_str_has_suffix (expression, "*") && !g_str_has_suffix (words, "*"))
    words = typed = g_strconcat (words, "*", NULL);
  times = times_of (all, kind);
  ms = time_rank (store, db, words, expression);
  g_array_append_val (times->ranks, ms);
  ms = time_rows (store, words, ROWS);
  g_array_append_val (times->ours, ms);
  ms = time_rows (store, words, FIRST_ROWS);
  g_array_append_val (times->first, ms);
  ms = time_shown (store, words, &times->n_partial);
  g_array_append_val (times->shown, ms);
  times->cancelled = MAX (times->cancelled, time_cancelled (store, words));
}

static void
run (const char *path,
     char      **lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutStore) store = cut_store_open (path, CUT_STORE_READ_ONLY, &error);
  g_autoptr (CutDb) db = store != NULL ? cut_db_open (path, TRUE, &error) : NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_assert_no_error (error);
  /* Once to fill the caches, then by turns. */
  for (int round = 0; round < 2; round++)
    {
      g_ptr_array_set_size (all, 0);
      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_autoptr (JsonNode) node = *lines[i] != '\0' ? cut_json_parse (lines[i], -1, NULL) : NULL;

          if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
            ask (store, db, all, json_node_get_object (node));
        }
    }
  for (guint i = 0; i < all->len; i++)
    {
      Times *times = g_ptr_array_index (all, i);

      g_print ("search: %-12s %3u queries, p50 %6.2f ms, p99 %6.2f; ORDER BY rank %6.2f, %6.2f; p50 %.2f of it; first ten rows p50 %6.2f; shown p50 %6.2f, "
               "p99 %6.2f (%u partly); cancelled in %6.2f\n",
               times->kind, times->ours->len, quantile (times->ours, 0.5), quantile (times->ours, 0.99), quantile (times->ranks, 0.5),
               quantile (times->ranks, 0.99), quantile (times->ours, 0.5) / quantile (times->ranks, 0.5), quantile (times->first, 0.5), quantile (times->shown, 0.5), quantile (times->shown, 0.99), times->n_partial, times->cancelled);
    }
}

/* A small notebook of made-up words, the first of which are frequent. */

static char *
make_text (GRand *rand)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < WORDS_A_CLIP; i++)
    g_string_append_printf (text, "w%u ", (guint) pow (VOCABULARY, g_rand_double (rand)));
  return g_string_free (text, FALSE);
}

static void
fill (const char *path)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (GError) error = NULL;
  g_autoptr (CutStore) store = cut_store_open (path, CUT_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (cut_store_begin (store, NULL));
  for (int i = 0; i < CLIPS; i++)
    {
      g_autofree char *text = make_text (rand);
      g_autoptr (CutRecord) clip = cut_record_new (CUT_KIND_CLIP, "title", "Made up", "standfirst", text, NULL);

      cut_store_put (store, clip, &error);
      g_assert_no_error (error);
    }
  g_assert_true (cut_store_commit (store, &error));
}

static void
run_small (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cuttings-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "notebook.cuttings", NULL);
  g_auto (GStrv) lines = g_strsplit ("{\"kind\": \"top\", \"q\": \"w1\", \"fts\": \"w1\"}\n"
                                     "{\"kind\": \"common\", \"q\": \"w20\", \"fts\": \"w20\"}\n"
                                     "{\"kind\": \"two words\", \"q\": \"w1 w3\", \"fts\": \"w1 w3\"}\n"
                                     "{\"kind\": \"prefix\", \"q\": \"w12*\", \"fts\": \"w12 *\"}", "\n", -1);

  fill (path);
  run (path, lines);
  g_unlink (path);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *beside = g_strconcat (path, i == 0 ? "-wal" : "-shm", NULL);

      g_unlink (beside);
    }
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *queries = NULL;
  g_auto (GStrv) lines = NULL;

  if (argc != 3)
    {
      run_small ();
      return 0;
    }
  if (!g_file_get_contents (argv[2], &queries, NULL, NULL))
    return 1;
  lines = g_strsplit (queries, "\n", -1);
  run (argv[1], lines);
  return 0;
}
