/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-rows.h"

#include <json-glib/json-glib.h>

#include "cut-json.h"
#include "cut-rank.h"
#include "cut-row.h"
#include "cut-snippet.h"

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
    snippet = cut_snippet_of (words, db, tables, cut_stmt_get_int (stmt, 0),
                              cut_kind_from_name (cut_stmt_get_text (stmt, 1)), &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_ptr_array_add (rows, row_of (stmt, snippet, scores));
  return TRUE;
}

static char *
keys_to_json (const gint64 *keys,
              guint         n_keys)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < n_keys; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", keys[i]);
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

/* Adds the best hits that meet the conditions. Returns: whether these are all that were asked for; without an error the
 * whole query is to be asked instead. */
static gboolean
add_best (CutDb                  *db,
          const CutRecordTables  *tables,
          const CutQuery         *query,
          CutSelect              *select,
          const CutSnippet       *words,
          GPtrArray              *rows,
          GError                **error)
{
  guint most = 2 * (query->offset + query->limit) + 50;
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GArray) scores = NULL;
  g_autofree char *json = NULL;
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step = CUT_STEP_DONE;
  guint n = 0;

  if (!cut_select_best (select, most, &keys, &scores, error))
    return FALSE;
  json = keys_to_json ((const gint64 *) (gpointer) keys->data, keys->len);
  stmt = cut_select_prepare_keys (select, COLUMNS ", k.key", json, error);
  if (stmt == NULL)
    return FALSE;
  while (rows->len < query->limit && (step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    if (n++ >= query->offset && !add_row (db, tables, words, stmt, scores, rows, error))
      return FALSE;
  return step != CUT_STEP_FAILED && (rows->len == query->limit || keys->len < most);
}

GPtrArray *
cut_rows_get (CutDb                  *db,
              const CutRecordTables  *tables,
              const CutQuery         *query,
              GError                **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (CutSnippet) words = query->match != NULL ? cut_snippet_new (query->match) : NULL;
  g_autoptr (CutSelect) select = cut_select_new (db, query, error);
  g_autoptr (CutStmt) stmt = NULL;
  g_autoptr (GError) failure = NULL;
  CutStep step;

  if (select == NULL || (query->match != NULL && !cut_rank_refresh (db, error)))
    return NULL;
  if (add_best (db, tables, query, select, words, rows, &failure))
    return g_steal_pointer (&rows);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_ptr_array_set_size (rows, 0);
  stmt = cut_select_prepare (select, cut_select_has_match (select) ? COLUMNS ", -" CUT_SELECT_SCORE : COLUMNS ", 0.0",
                             TRUE, error);
  if (stmt == NULL)
    return NULL;
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    if (!add_row (db, tables, words, stmt, NULL, rows, error))
      return NULL;
  return step == CUT_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

GArray *
cut_rows_keys (CutDb           *db,
               const CutQuery  *query,
               GError         **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CutSelect) select = cut_select_new (db, query, error);
  g_autoptr (CutStmt) stmt = select != NULL ? cut_select_prepare (select, "o.key", TRUE, error) : NULL;
  CutStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      gint64 key = cut_stmt_get_int (stmt, 0);

      g_array_append_val (keys, key);
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&keys) : NULL;
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
  g_autoptr (CutSnippet) words = query != NULL && query->match != NULL ? cut_snippet_new (query->match) : NULL;
  g_autofree char *json = keys_to_json (keys, n_keys);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

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
