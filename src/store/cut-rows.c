/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-rows.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "cut-json.h"
#include "cut-rank.h"
#include "cut-ranking.h"
#include "cut-row.h"
#include "cut-search-term.h"
#include "cut-snippet.h"
#include "cut-stems.h"

#define MOST_KEY (1 << 28) /* a bit for each is 32 MB */
#define LOOK_UP_COST 8 /* how many entries of an index are passed while one object is looked up by its key and sorted in */

/* What the newest capture of a clip is when it is no article. */
#define VERDICT                                                                                      \
  "(SELECT t.verdict FROM link l JOIN capture t ON t.key = l.from_key "                              \
  "WHERE l.to_id = o.id AND l.from_kind = 'capture' AND l.field = 'clip' AND t.deleted = 0 "         \
  "ORDER BY coalesce (nullif (t.fetched_at, 0), t.created) DESC, t.id DESC LIMIT 1)"

/* Columns of every row; the score follows. */
#define COLUMNS                                                                                      \
  "o.key, o.kind, o.id, o.title, o.byline, o.site_name, o.snippet, o.published, o.created, o.deleted, "   \
  "CASE o.kind WHEN 'clip' THEN " VERDICT " ELSE o.status END, o.detail, o.n_annotations, o.n_claims, o.n_links"

static CutDate *
date_of (CutStmt *stmt,
         int      column)
{
  const char *text = cut_stmt_get_text (stmt, column);
  g_autoptr (JsonNode) node = text != NULL ? cut_json_parse (text, -1, NULL) : NULL;
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object == NULL)
    return NULL;
  return cut_date_new (cut_json_get_string (object, "value"),
                       cut_date_precision_from_word (cut_json_get_string (object, "precision")),
                       cut_json_get_string (object, "from"), NULL);
}

/* @scores: (nullable) (element-type double): then the last column says which of them */
static CutRow *
row_of (CutStmt    *stmt,
        const char *snippet,
        GArray     *scores)
{
  double score = scores != NULL ? -g_array_index (scores, double, cut_stmt_get_int (stmt, 15)) : cut_stmt_get_double (stmt, 15);
  g_autoptr (CutDate) published = date_of (stmt, 7);

  return g_object_new (CUT_TYPE_ROW,
                       "kind", (int) cut_kind_from_name (cut_stmt_get_text (stmt, 1)),
                       "id", cut_stmt_get_text (stmt, 2),
                       "title", cut_stmt_get_text (stmt, 3),
                       "byline", cut_stmt_get_text (stmt, 4),
                       "site-name", cut_stmt_get_text (stmt, 5),
                       "snippet", snippet != NULL ? snippet : cut_stmt_get_text (stmt, 6),
                       "published", published,
                       "created", cut_stmt_get_int (stmt, 8),
                       "deleted", cut_stmt_get_int (stmt, 9),
                       "status", cut_stmt_get_text (stmt, 10),
                       "detail", cut_stmt_get_text (stmt, 11),
                       "n-annotations", (guint) cut_stmt_get_int (stmt, 12),
                       "n-claims", (guint) cut_stmt_get_int (stmt, 13),
                       "n-links", (guint) cut_stmt_get_int (stmt, 14),
                       "score", score,
                       NULL);
}

static gboolean
add_row (CutDb                  *db,
         const CutRecordTables  *tables,
         const CutSnippet       *words,
         CutStmt                *stmt,
         GArray                 *scores,
         GPtrArray              *rows,
         GError                **error)
{
  g_autofree char *snippet = NULL;
  g_autoptr (GError) local = NULL;

  if (words != NULL)
    snippet = cut_snippet_of (words, db, tables, cut_stmt_get_int (stmt, 0), cut_kind_from_name (cut_stmt_get_text (stmt, 1)),
                              cut_stmt_get_text (stmt, 2), &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_ptr_array_add (rows, row_of (stmt, snippet, scores));
  return TRUE;
}

/* @keys: @step bytes from one to the next */
static char *
keys_to_json (const void *keys,
              gsize       step,
              guint       n_keys)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < n_keys; i++)
    {
      gint64 key;

      memcpy (&key, (const char *) keys + i * step, sizeof key);
      g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", key);
    }
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

/* @words: (out) (nullable): what the snippets show; %NULL where no words are looked for */
static gboolean
make_snippet (CutDb           *db,
              const CutQuery  *query,
              CutSnippet     **words,
              GError         **error)
{
  g_autoptr (GPtrArray) terms = NULL;

  *words = NULL;
  if (query == NULL || query->match == NULL)
    return TRUE;
  terms = cut_search_terms_parse (query->match);
  if (!cut_stems_add_forms (db, terms, query->languages, error))
    return FALSE;
  *words = cut_snippet_new_of_terms (terms);
  return TRUE;
}

typedef struct
{
  CutSelect *select;
  const CutQuery *query;
  GArray *ranked;
  guint n_passed; /* of those that meet the conditions */
} Ranking;

/* Those of @n hits from @from on that meet the conditions are taken, until there are enough. */
static gboolean
take_batch (Ranking  *self,
            guint     from,
            guint     n,
            GArray   *taken,
            GError  **error)
{
  const CutRanked *first = &g_array_index (self->ranked, CutRanked, from);
  g_autofree char *json = keys_to_json (&first->key, sizeof (CutRanked), n);
  g_autoptr (CutStmt) stmt = cut_select_prepare_keys (self->select, "k.key", json, error);
  CutStep step = CUT_STEP_FAILED;

  while (stmt != NULL && (self->query->limit == 0 || taken->len < self->query->limit) &&
         (step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    if (self->n_passed++ >= self->query->offset)
      g_array_append_val (taken, first[cut_stmt_get_int (stmt, 0)]);
  return step != CUT_STEP_FAILED;
}

/* Most hits meet the conditions, so few more are looked at than are asked for. */
static GArray *
take_best (CutDb           *db,
           const CutQuery  *query,
           CutSelect       *select,
           gboolean        *partial,
           GError         **error)
{
  gint64 until = query->most_ms > 0 ? g_get_monotonic_time () + (gint64) query->most_ms * 1000 : 0;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (CutRanked));
  g_autoptr (GArray) ranked = cut_rank_refresh (db, error) ? cut_select_rank (select, until, partial, error) : NULL;
  Ranking ranking = { select, query, ranked, 0 };
  guint n = query->limit > 0 ? (guint) MIN ((guint64) query->offset + query->limit + 50, G_MAXUINT) : G_MAXUINT;

  for (guint from = 0; ranked != NULL && from < ranked->len; from += n)
    {
      n = MIN (from > 0 ? 4 * n : n, ranked->len - from);
      cut_ranking_settle (ranked, from, n);
      if (!take_batch (&ranking, from, n, taken, error))
        return NULL;
      if (query->limit > 0 && taken->len >= query->limit)
        break;
    }
  return ranked != NULL ? g_steal_pointer (&taken) : NULL;
}

static GPtrArray *
rows_of_best (CutDb                  *db,
              const CutRecordTables  *tables,
              const CutSnippet       *words,
              GArray                 *best,
              GError                **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *json = keys_to_json (best->data, sizeof (CutRanked), best->len);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  for (guint i = 0; i < best->len; i++)
    g_array_append_val (scores, g_array_index (best, CutRanked, i).score);
  stmt = cut_stmt_new (db, "SELECT " COLUMNS ", k.key FROM json_each (?1) k CROSS JOIN object o ON o.key = k.value ORDER BY k.key", error);
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, json);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    if (!add_row (db, tables, words, stmt, scores, rows, error))
      return NULL;
  return step == CUT_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

static GPtrArray *
rows_in_order (CutDb                  *db,
               const CutRecordTables  *tables,
               CutSelect              *select,
               const CutSnippet       *words,
               GError                **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  stmt = cut_select_prepare (select, cut_select_has_match (select) ? COLUMNS ", -" CUT_SELECT_SCORE : COLUMNS ", 0.0",
                             TRUE, error);
  if (stmt == NULL)
    return NULL;
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    if (!add_row (db, tables, words, stmt, NULL, rows, error))
      return NULL;
  return step == CUT_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/* A list without words has no scores. */
static gboolean
refresh_rank (CutDb      *db,
              CutSelect  *select,
              GError    **error)
{
  return !cut_select_has_match (select) || cut_rank_refresh (db, error);
}

GPtrArray *
cut_rows_get (CutDb                  *db,
              const CutRecordTables  *tables,
              const CutQuery         *query,
              GError                **error)
{
  g_autoptr (CutSnippet) words = NULL;
  g_autoptr (CutSelect) select = cut_select_new (db, query, error);
  g_autoptr (GArray) best = NULL;
  gboolean partial;

  if (select == NULL || !make_snippet (db, query, &words, error))
    return NULL;
  if (!cut_select_is_ranked (select))
    return refresh_rank (db, select, error) ? rows_in_order (db, tables, select, words, error) : NULL;
  best = take_best (db, query, select, &partial, error);
  return best != NULL ? rows_of_best (db, tables, words, best, error) : NULL;
}

static GArray *
keys_of_best (GArray *best)
{
  GArray *keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), best->len);

  for (guint i = 0; i < best->len; i++)
    g_array_append_val (keys, g_array_index (best, CutRanked, i).key);
  return keys;
}

/* Where many objects have the words, to go through all of the kind in the order of an index costs less than to look those up and sort them. */

/* Returns: (transfer full) (nullable) (element-type guint8): a bit for each key up to the greatest; %NULL where a stranger's file has keys beyond all
 *   measure */
static GArray *
key_set_of (GArray *keys)
{
  GArray *set = g_array_new (FALSE, TRUE, 1);

  for (guint i = 0; i < keys->len; i++)
    {
      gint64 key = g_array_index (keys, gint64, i);

      if (key < 0 || key > MOST_KEY)
        {
          g_array_unref (set);
          return NULL;
        }
      if (key / 8 >= set->len)
        g_array_set_size (set, MAX ((guint) (key / 8) + 1, MIN (2 * set->len, MOST_KEY / 8 + 1)));
      set->data[key / 8] = (char) (set->data[key / 8] | 1 << key % 8);
    }
  return set;
}

static gboolean
key_set_has (const GArray *set,
             gint64        key)
{
  return key >= 0 && key / 8 < set->len && (set->data[key / 8] & (1 << key % 8)) != 0;
}

/* @hits: (out) (nullable): the set of what has the words, where the order is to be found by going through the index */
static gboolean
find_hits_to_walk (CutSelect       *select,
                   const CutQuery  *query,
                   GArray         **hits,
                   GError         **error)
{
  g_autoptr (GArray) found = NULL;
  gint64 n;
  double share;

  *hits = NULL;
  if (!cut_select_is_indexed (select))
    return TRUE;
  n = cut_select_count_kind (select, error);
  found = n >= 0 ? cut_select_hits (select, error) : NULL;
  if (found == NULL)
    return FALSE;
  share = query->limit > 0 ? MIN (1, ((double) query->offset + query->limit) / MAX (found->len, 1)) : 1;
  if ((double) n * share < (double) found->len * LOOK_UP_COST)
    *hits = key_set_of (found);
  return TRUE;
}

static GArray *
keys_by_walking (CutSelect       *select,
                 const CutQuery  *query,
                 GArray          *hits,
                 GError         **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CutStmt) stmt = cut_select_prepare_walk (select, error);
  CutStep step = CUT_STEP_FAILED;
  guint n_passed = 0;

  while (stmt != NULL && (query->limit == 0 || keys->len < query->limit) && (step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      gint64 key = cut_stmt_get_int (stmt, 0);

      if (key_set_has (hits, key) && n_passed++ >= query->offset)
        g_array_append_val (keys, key);
    }
  return step != CUT_STEP_FAILED ? g_steal_pointer (&keys) : NULL;
}

static GArray *
keys_in_order (CutSelect *select,
               GError   **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CutStmt) stmt = cut_select_prepare (select, "o.key", TRUE, error);
  CutStep step = CUT_STEP_FAILED;

  while (stmt != NULL && (step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      gint64 key = cut_stmt_get_int (stmt, 0);

      g_array_append_val (keys, key);
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

GArray *
cut_rows_keys (CutDb           *db,
               const CutQuery  *query,
               gboolean        *partial,
               GError         **error)
{
  g_autoptr (CutSelect) select = cut_select_new (db, query, error);
  g_autoptr (GArray) best = NULL;
  g_autoptr (GArray) hits = NULL;

  *partial = FALSE;
  if (select == NULL)
    return NULL;
  if (!cut_select_is_ranked (select) && (!refresh_rank (db, select, error) || !find_hits_to_walk (select, query, &hits, error)))
    return NULL;
  if (!cut_select_is_ranked (select))
    return hits != NULL ? keys_by_walking (select, query, hits, error) : keys_in_order (select, error);
  best = take_best (db, query, select, partial, error);
  return best != NULL ? keys_of_best (best) : NULL;
}

gint64
cut_rows_count (CutDb           *db,
                const CutQuery  *query,
                GError         **error)
{
  g_autoptr (CutSelect) select = cut_select_new (db, query, error);
  g_autoptr (CutStmt) stmt = select != NULL ? cut_select_prepare_count (select, error) : NULL;

  if (stmt == NULL || cut_stmt_step (stmt, error) != CUT_STEP_ROW)
    return -1;
  return cut_stmt_get_int (stmt, 0);
}

static void
unref_row (gpointer row)
{
  g_clear_object (&row);
}

GPtrArray *
cut_rows_for_keys (CutDb                  *db,
                   const CutRecordTables  *tables,
                   const CutQuery         *query,
                   const gint64           *keys,
                   guint                   n_keys,
                   GError                **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (n_keys, unref_row);
  g_autoptr (CutSnippet) words = NULL;
  g_autofree char *json = keys_to_json (keys, sizeof (gint64), n_keys);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  if (!make_snippet (db, query, &words, error))
    return NULL;
  stmt = cut_stmt_new (db, "SELECT " COLUMNS ", 0.0 FROM json_each (?1) k LEFT JOIN object o ON o.key = k.value "
                           "ORDER BY k.key", error);
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, json);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      if (cut_stmt_is_null (stmt, 0))
        g_ptr_array_add (rows, NULL);
      else if (!add_row (db, tables, words, stmt, NULL, rows, error))
        return NULL;
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

GStrv
cut_rows_ids_for_keys (CutDb         *db,
                       const gint64  *keys,
                       guint          n_keys,
                       GError       **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autofree char *json = keys_to_json (keys, sizeof (gint64), n_keys);
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "SELECT o.id FROM json_each (?1) k CROSS JOIN object o ON o.key = k.value ORDER BY k.key", error);
  CutStep step;

  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, json);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_strv_builder_add (ids, cut_stmt_get_text (stmt, 0));
  return step == CUT_STEP_DONE ? g_strv_builder_end (ids) : NULL;
}

/* Whole records. */

static GPtrArray *
list_one_kind (CutDb                  *db,
               const CutRecordTables  *tables,
               const CutQuery         *query,
               GError                **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CutSelect) select = cut_select_new (db, query, error);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  if (select == NULL)
    return NULL;
  stmt = cut_select_prepare (select, cut_record_tables_get_columns (tables, query->kind), TRUE, error);
  if (stmt == NULL)
    return NULL;
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      CutRecord *record = cut_record_tables_read (tables, stmt, 0, query->kind, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

static GPtrArray *
list_mixed (CutDb                  *db,
            const CutRecordTables  *tables,
            const CutQuery         *query,
            GError                **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CutSelect) select = cut_select_new (db, query, error);
  g_autoptr (CutStmt) stmt = select != NULL ? cut_select_prepare (select, "o.key, o.kind", TRUE, error) : NULL;
  CutStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      CutRecord *record = cut_record_tables_get (tables, db, cut_kind_from_name (cut_stmt_get_text (stmt, 1)),
                                                 cut_stmt_get_int (stmt, 0), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

GPtrArray *
cut_rows_list (CutDb                  *db,
               const CutRecordTables  *tables,
               const CutQuery         *query,
               GError                **error)
{
  return query->kind != CUT_KIND_NONE ? list_one_kind (db, tables, query, error)
                                      : list_mixed (db, tables, query, error);
}
