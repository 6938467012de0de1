/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-select.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-name-index.h"
#include "cut-ranking.h"
#include "cut-search.h"

struct _CutSelect
{
  CutDb *db;             /* (unowned) */
  const CutQuery *query; /* (unowned) */
  GString *conditions;
  GPtrArray *values;     /* (element-type utf8): of the conditions, in order */
  char *match;           /* (owned) (nullable) */
  gsize n_plain;         /* how much of the conditions most objects meet */
};

#define SCORE CUT_SELECT_SCORE
#define HITS_A_LOOK 256 /* between two looks at the clock */
/* The keys of entities that were merged into another one; CROSS, so that it is not all objects that are gone through. */
#define MERGED "SELECT m.key FROM entity m CROSS JOIN object k ON k.id = m.merged_into WHERE m.merged_into IS NOT NULL"

void
cut_select_free (CutSelect *self)
{
  g_string_free (self->conditions, TRUE);
  g_ptr_array_unref (self->values);
  g_free (self->match);
  g_free (self);
}

static void
add_condition (CutSelect  *self,
               const char *sql)
{
  g_string_append_printf (self->conditions, "%s(%s)", self->conditions->len > 0 ? " AND " : " WHERE ", sql);
}

void
cut_select_where (CutSelect  *self,
                  const char *sql,
                  ...)
{
  va_list args;

  add_condition (self, sql);
  va_start (args, sql);
  for (const char *value = va_arg (args, const char *); value != NULL; value = va_arg (args, const char *))
    g_ptr_array_add (self->values, g_strdup (value));
  va_end (args);
}

void
cut_select_where_values (CutSelect  *self,
                         const char *sql,
                         GPtrArray  *values)
{
  add_condition (self, sql);
  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (self->values, g_strdup (g_ptr_array_index (values, i)));
}

void
cut_select_match (CutSelect  *self,
                  const char *expression)
{
  g_free (self->match);
  self->match = g_strdup (expression);
}

gboolean
cut_select_has_match (CutSelect *self)
{
  return self->match != NULL;
}

/* What is linked to what; see cut-query.h. */

/* `wanted`: the ids asked for and, as their own annotations and claims count as theirs, the clips that
 * refer to them. `marks`: annotations standing in a wanted clip or capture. `said`: attributions to marks,
 * or to a wanted source. What is in the Trash ties nothing together. */
#define LINKED_SQL                                                                                   "WITH given (id) AS (SELECT value FROM json_each (?)), "                                           "wanted (id) AS (SELECT id FROM given UNION "                                                      "SELECT c.id FROM given JOIN link l ON l.to_id = given.id AND l.from_kind = 'clip' "               "JOIN object c ON c.key = l.from_key WHERE c.deleted = 0), "                                       "marks (key, id) AS (SELECT a.key, a.id FROM wanted JOIN link l ON l.to_id = wanted.id "           "AND l.from_kind = 'annotation' AND l.field IN ('clip', 'capture') "                               "JOIN object a ON a.key = l.from_key WHERE a.deleted = 0), "                                       "said (key) AS (SELECT a.key FROM marks JOIN link l ON l.to_id = marks.id "                        "AND l.from_kind = 'attribution' AND l.field = 'annotation' "                                      "JOIN object a ON a.key = l.from_key WHERE a.deleted = 0 UNION "                                   "SELECT a.key FROM given JOIN link l ON l.to_id = given.id "                                       "AND l.from_kind = 'attribution' AND l.field IN ('source', 'via') "                                "JOIN object a ON a.key = l.from_key WHERE a.deleted = 0), "                                       "direct (key) AS (SELECT l.from_key FROM given JOIN link l ON l.to_id = given.id), "               "near (key) AS (SELECT key FROM direct UNION SELECT key FROM marks UNION SELECT key FROM said UNION "   /* Marks of the Trash are found in the Trash, through their clip. */                               "SELECT l.from_key FROM wanted JOIN link l ON l.to_id = wanted.id AND l.from_kind = 'annotation' "   "AND l.field = 'clip' UNION "                                                                      "SELECT c.key FROM (SELECT key FROM marks UNION SELECT key FROM said) m "                          "JOIN link l ON l.from_key = m.key AND l.field = 'claim' JOIN object c ON c.id = l.to_id) "

#define CLIPS_SQL                                                                                    "UNION SELECT c.key FROM (SELECT key FROM near UNION SELECT n.key FROM said s "                    "JOIN link sl ON sl.from_key = s.key AND sl.field = 'annotation' JOIN object n ON n.id = sl.to_id) m "   "JOIN object mo ON mo.key = m.key AND mo.deleted = 0 "                                             "JOIN link l ON l.from_key = m.key AND l.field = 'clip' JOIN object c ON c.id = l.to_id"

char *
cut_select_linked_sql (gboolean and_clips)
{
  return g_strconcat (LINKED_SQL "SELECT key FROM near ", and_clips ? CLIPS_SQL : NULL, NULL);
}

char *
cut_select_ids_to_json (GPtrArray *ids)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ids->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (ids, i));
  json_node_take_array (node, array);
  return json_to_string (node, FALSE);
}

static void
add_linked (CutSelect  *self,
            const char *id)
{
  g_autofree char *linked = cut_select_linked_sql (FALSE);
  g_autofree char *sql = g_strdup_printf ("o.key IN (%s)", linked);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *json = NULL;

  g_ptr_array_add (ids, (gpointer) id);
  json = cut_select_ids_to_json (ids);
  cut_select_where (self, sql, json, NULL);
}

static void
add_named (CutSelect  *self,
           const char *name)
{
  g_autofree char *folded = cut_name_fold (name);

  cut_select_where (self, "o.key IN (SELECT n.key FROM name n WHERE n.folded = ? AND n.kind = o.kind AND n.whole = 1)", folded, NULL);
}

/* Conditions on fields. */

static const char *
as_number (CutFieldType  type,
           const char   *value,
           char         *room,
           gsize         size)
{
  gint64 ms;

  if (type == CUT_FIELD_BOOLEAN && (g_str_equal (value, "true") || g_str_equal (value, "yes")))
    return "1";
  if (type == CUT_FIELD_BOOLEAN && (g_str_equal (value, "false") || g_str_equal (value, "no")))
    return "0";
  if (type != CUT_FIELD_TIME || !cut_time_parse (value, &ms))
    return value;
  g_snprintf (room, size, "%" G_GINT64_FORMAT, ms);
  return room;
}

static void
add_unset (CutSelect      *self,
           const CutField *field)
{
  gboolean number = field->type == CUT_FIELD_INT || field->type == CUT_FIELD_TIME || field->type == CUT_FIELD_BOOLEAN;
  g_autofree char *sql = g_strdup_printf (number ? "t.\"%s\" = 0" : "t.\"%s\" IS NULL", field->name);

  cut_select_where (self, sql, NULL);
}

static void
add_equal (CutSelect      *self,
           const CutField *field,
           const char     *value)
{
  g_autofree char *sql = NULL;
  char room[24];

  switch (field->type)
    {
    case CUT_FIELD_ID:
    case CUT_FIELD_IDS:
      sql = g_strdup_printf ("o.key IN (SELECT from_key FROM link WHERE to_id = ? AND from_kind = '%s' AND field = '%s')",
                             cut_kind_get_name (self->query->kind), field->name);
      break;
    case CUT_FIELD_STRINGS:
      sql = g_strdup_printf ("EXISTS (SELECT 1 FROM json_each (t.\"%s\") WHERE value = ?)", field->name);
      break;
    case CUT_FIELD_DATE:
      sql = g_strdup_printf ("json_extract (t.\"%s\", '$.value') = ?", field->name);
      break;
    case CUT_FIELD_INT:
    case CUT_FIELD_TIME:
    case CUT_FIELD_BOOLEAN:
      sql = g_strdup_printf ("t.\"%s\" = CAST (? AS INTEGER)", field->name);
      value = as_number (field->type, value, room, sizeof room);
      break;
    case CUT_FIELD_STRING:
    case CUT_FIELD_WORD:
    case CUT_FIELD_SELECTOR:
    case CUT_FIELD_JSON:
    default:
      sql = g_strdup_printf ("t.\"%s\" = ?", field->name);
      break;
    }
  cut_select_where (self, sql, value, NULL);
}

static gboolean
add_field_condition (CutSelect           *self,
                     const CutCondition  *condition,
                     GError             **error)
{
  CutKind kind = self->query->kind;
  int i = kind != CUT_KIND_NONE ? cut_kind_find_field (kind, condition->field) : -1;
  const CutField *field;
  guint n_fields;

  if (i < 0)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("A %s has no field “%s”"),
                   kind != CUT_KIND_NONE ? cut_kind_get_name (kind) : _("notebook"), condition->field);
      return FALSE;
    }
  field = &cut_kind_get_fields (kind, &n_fields)[i];
  if (condition->value == NULL || *condition->value == '\0')
    add_unset (self, field);
  else
    add_equal (self, field, condition->value);
  return TRUE;
}

/* Order. */

static const struct
{
  const char *name;
  const char *column;
} orders[] = {
  { "created", "o.created" },     { "modified", "o.modified" },   { "published", "o.published_key" },
  { "title", "o.title_key" },     { "site_name", "o.site_key" },  { "status", "o.status" },
  { "relevance", SCORE },
};

static const char *
order_column (const CutSelect *self)
{
  const char *name = self->query->order;

  if (name == NULL)
    name = self->match != NULL ? "relevance" : "created";
  /* Without words nothing is more relevant than what is new. */
  if (g_str_equal (name, "relevance") && self->match == NULL)
    name = "created";
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i].name, name))
      return orders[i].column;
  return NULL;
}

static void
append_order (const CutSelect *self,
              GString         *sql)
{
  const char *column = order_column (self);
  gboolean descending = self->query->descending;

  /* The best match has the lowest score. */
  if (g_str_equal (column, SCORE))
    g_string_append_printf (sql, " ORDER BY " SCORE "%s, o.key%s", descending ? "" : " DESC", descending ? " DESC" : "");
  else
    g_string_append_printf (sql, " ORDER BY %s%s, o.id%s", column, descending ? " DESC" : "", descending ? " DESC" : "");
}

static void
append_limit (const CutSelect *self,
              GString         *sql)
{
  if (self->query->limit > 0 || self->query->offset > 0)
    g_string_append_printf (sql, " LIMIT %" G_GINT64_FORMAT " OFFSET %u",
                            self->query->limit > 0 ? (gint64) self->query->limit : -1, self->query->offset);
}

/* Building. */

static gboolean
asks_for_merged (const CutQuery *query)
{
  for (guint i = 0; i < query->conditions->len; i++)
    if (g_str_equal (((const CutCondition *) g_ptr_array_index (query->conditions, i))->field, "merged_into"))
      return TRUE;
  return query->merged || query->trash != CUT_TRASH_EXCLUDED;
}

/* An entity whose other one did not come along with it stands for itself. */
static void
leave_out_merged (CutSelect *self)
{
  if ((self->query->kind == CUT_KIND_ENTITY || self->query->kind == CUT_KIND_NONE) && !asks_for_merged (self->query))
    cut_select_where (self, "o.key NOT IN (" MERGED ")", NULL);
}

/* Each kind's table has an index of them. */
static void
leave_out_settled (CutSelect *self)
{
  g_autofree char *condition = g_strdup_printf ("o.key IN (SELECT c.key FROM \"%s\" c WHERE c.conflicts IS NOT NULL)",
                                                cut_kind_get_name (self->query->kind));

  cut_select_where (self, condition, NULL);
}

static void
add_kind_and_trash (CutSelect *self)
{
  g_autofree char *kind = g_strdup_printf ("o.kind = '%s'", cut_kind_get_name (self->query->kind));

  /* Written out, not bound: so SQLite sees that the partial index serves. */
  if (self->query->kind != CUT_KIND_NONE)
    cut_select_where (self, kind, NULL);
  if (self->query->trash == CUT_TRASH_EXCLUDED)
    cut_select_where (self, "o.deleted = 0", NULL);
  if (self->query->trash == CUT_TRASH_ONLY)
    cut_select_where (self, "o.deleted > 0", NULL);
  if (self->query->inbox)
    cut_select_where (self, "o.kind = 'clip' AND o.n_stories = 0", NULL);
  if (self->query->contested)
    leave_out_settled (self);
  leave_out_merged (self);
}

static gboolean
check_order (const CutSelect  *self,
             GError          **error)
{
  if (order_column (self) != NULL)
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_USAGE, _("A list cannot be ordered by “%s”"), self->query->order);
  return FALSE;
}

CutSelect *
cut_select_new (CutDb           *db,
                const CutQuery  *query,
                GError         **error)
{
  g_autoptr (CutSelect) self = g_new0 (CutSelect, 1);

  self->db = db;
  self->query = query;
  self->conditions = g_string_new (NULL);
  self->values = g_ptr_array_new_with_free_func (g_free);
  if (!check_order (self, error))
    return NULL;
  add_kind_and_trash (self);
  self->n_plain = self->conditions->len;
  for (guint i = 0; i < query->conditions->len; i++)
    if (!add_field_condition (self, g_ptr_array_index (query->conditions, i), error))
      return NULL;
  if (query->linked != NULL)
    add_linked (self, query->linked);
  if (query->named != NULL)
    add_named (self, query->named);
  if (query->match != NULL && !cut_search_apply (db, query->match, query->languages, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* By how well they answer. */

gboolean
cut_select_is_ranked (CutSelect *self)
{
  return self->match != NULL && self->query->descending && g_str_equal (order_column (self), SCORE);
}

static gboolean
read_hits (CutStmt  *stmt,
           gint64    until,
           GArray   *ranked,
           gboolean *partial,
           GError  **error)
{
  CutStep step = CUT_STEP_DONE;

  *partial = FALSE;
  while (!*partial && (step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      CutRanked hit = { cut_stmt_get_int (stmt, 0), cut_stmt_get_double (stmt, 1) };

      g_array_append_val (ranked, hit);
      *partial = until > 0 && ranked->len % HITS_A_LOOK == 0 && g_get_monotonic_time () > until;
    }
  return step != CUT_STEP_FAILED;
}

/* The newest first: what is found before the time is up is what is wanted most. */
GArray *
cut_select_rank (CutSelect  *self,
                 gint64      until,
                 gboolean   *partial,
                 GError    **error)
{
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (CutRanked));
  g_autoptr (CutStmt) stmt = NULL;
  gulong listening;
  gboolean read;

  *partial = FALSE;
  stmt = cut_stmt_new (self->db,
                       until > 0 ? "SELECT rowid, " SCORE " FROM search WHERE search MATCH ? ORDER BY rowid DESC"
                                 : "SELECT rowid, " SCORE " FROM search WHERE search MATCH ?",
                       error);
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, self->match);
  listening = cut_db_listen (self->db);
  read = read_hits (stmt, until, ranked, partial, error);
  cut_db_listen_no_more (self->db, listening);
  return read ? g_steal_pointer (&ranked) : NULL;
}

static void
append_fields (const CutSelect *self,
               const char      *columns,
               GString         *sql)
{
  if (self->query->kind != CUT_KIND_NONE && (strstr (columns, "t.") != NULL || strstr (self->conditions->str, "t.") != NULL))
    g_string_append_printf (sql, " JOIN \"%s\" t ON t.key = o.key", cut_kind_get_name (self->query->kind));
}

static void
bind_values (const CutSelect *self,
             CutStmt         *stmt,
             int              first)
{
  for (guint i = 0; i < self->values->len; i++)
    cut_stmt_bind_text (stmt, first + (int) i, g_ptr_array_index (self->values, i));
}

CutStmt *
cut_select_prepare_keys (CutSelect   *self,
                         const char  *columns,
                         const char  *keys,
                         GError     **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  CutStmt *stmt;

  g_string_append_printf (sql, "SELECT %s FROM json_each (?) k CROSS JOIN object o ON o.key = k.value", columns);
  append_fields (self, columns, sql);
  g_string_append_printf (sql, "%s ORDER BY k.key", self->conditions->str);
  stmt = cut_stmt_new (self->db, sql->str, error);
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, keys);
  bind_values (self, stmt, 2);
  return stmt;
}

CutStmt *
cut_select_prepare (CutSelect   *self,
                    const char  *columns,
                    gboolean     ordered,
                    GError     **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  CutStmt *stmt;

  g_string_append_printf (sql, "SELECT %s FROM ", columns);
  g_string_append (sql, self->match != NULL ? "search JOIN object o ON o.key = search.rowid" : "object o");
  append_fields (self, columns, sql);
  g_string_append (sql, self->conditions->str);
  if (self->match != NULL)
    g_string_append (sql, self->conditions->len > 0 ? " AND search MATCH ?" : " WHERE search MATCH ?");
  if (ordered)
    append_order (self, sql);
  if (ordered)
    append_limit (self, sql);
  stmt = cut_stmt_new (self->db, sql->str, error);
  if (stmt == NULL)
    return NULL;
  bind_values (self, stmt, 1);
  if (self->match != NULL)
    cut_stmt_bind_text (stmt, (int) self->values->len + 1, self->match);
  return stmt;
}

/* Counting. */

static gboolean
is_plain (const CutSelect *self)
{
  return self->conditions->len == self->n_plain && self->query->trash == CUT_TRASH_EXCLUDED && !self->query->contested;
}

static gboolean
leaves_out_merged (const CutSelect *self)
{
  return (self->query->kind == CUT_KIND_ENTITY || self->query->kind == CUT_KIND_NONE) && !asks_for_merged (self->query);
}

/* How many there are is kept. */
static CutStmt *
prepare_kept_count (CutSelect *self,
                    GError   **error)
{
  const CutQuery *query = self->query;
  const char *merged = leaves_out_merged (self) ? " - (SELECT count (*) FROM (" MERGED ") g JOIN object o ON o.key = g.key "
                                                  "WHERE o.deleted = 0)"
                                                : "";
  g_autofree char *sql = NULL;
  CutStmt *stmt;

  sql = g_strdup_printf ("SELECT coalesce (sum (%s), 0)%s FROM tally WHERE (?1 IS NULL OR kind = ?1) AND deleted = 0",
                         query->inbox ? "n_inbox" : "n", merged);
  stmt = cut_stmt_new (self->db, sql, error);
  if (stmt != NULL)
    cut_stmt_bind_text (stmt, 1, query->kind != CUT_KIND_NONE ? cut_kind_get_name (query->kind) : NULL);
  return stmt;
}

static gboolean
count_kept (CutSelect  *self,
            CutKind     kind,
            gint64     *of_kind,
            gint64     *others,
            GError    **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, "SELECT coalesce (sum (n) FILTER (WHERE kind = ?1 AND deleted = 0), 0), "
                                                     "coalesce (sum (n) FILTER (WHERE kind <> ?1), 0) FROM tally", error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, cut_kind_get_name (kind));
  if (cut_stmt_step (stmt, error) != CUT_STEP_ROW)
    return FALSE;
  *of_kind = cut_stmt_get_int (stmt, 0);
  *others = cut_stmt_get_int (stmt, 1);
  return TRUE;
}

/* The keys of what has the words and does not count, by an index that every kind has a part of. */
static char *
absent_sql (const CutSelect *self)
{
  GString *sql = g_string_new ("SELECT key FROM object WHERE deleted > 0 AND kind IN (");
  CutKind wanted = self->query->kind;

  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    g_string_append_printf (sql, "%s'%s'", kind > CUT_KIND_NONE + 1 ? ", " : "", cut_kind_get_name (kind));
  g_string_append_c (sql, ')');
  if (leaves_out_merged (self))
    g_string_append (sql, " UNION ALL " MERGED);
  for (int kind = CUT_KIND_NONE + 1; wanted != CUT_KIND_NONE && kind < CUT_N_KINDS; kind++)
    if (kind != (int) wanted)
      g_string_append_printf (sql, " UNION ALL SELECT key FROM object WHERE kind = '%s'", cut_kind_get_name (kind));
  return g_string_free (sql, FALSE);
}

/* In the order of an index. */

gboolean
cut_select_is_indexed (CutSelect *self)
{
  const char *column = order_column (self);

  return self->match != NULL && self->query->kind != CUT_KIND_NONE && !self->query->inbox && is_plain (self) && !g_str_equal (column, SCORE)
         && !g_str_equal (column, "o.status");
}

GArray *
cut_select_hits (CutSelect  *self,
                 GError    **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, "SELECT rowid FROM search WHERE search MATCH ?", error);
  CutStep step;

  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, self->match);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      gint64 key = cut_stmt_get_int (stmt, 0);

      g_array_append_val (keys, key);
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

CutStmt *
cut_select_prepare_walk (CutSelect *self,
                         GError   **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT o.key FROM object o");
  CutStmt *stmt;

  g_string_append (sql, self->conditions->str);
  append_order (self, sql);
  stmt = cut_stmt_new (self->db, sql->str, error);
  if (stmt != NULL)
    bind_values (self, stmt, 1);
  return stmt;
}

gint64
cut_select_count_kind (CutSelect *self,
                       GError   **error)
{
  gint64 n, others;

  return count_kept (self, self->query->kind, &n, &others, error) ? n : -1;
}

/* No look at each hit's object: the keys that count, or the few that do not, are gathered once. The plus keeps SQLite from asking
 * the index for each of them. */
static CutStmt *
prepare_match_count (CutSelect *self,
                     GError   **error)
{
  CutKind kind = self->query->kind;
  gint64 of_kind = G_MAXINT64;
  gint64 others = 0;
  g_autofree char *keys = NULL;
  g_autofree char *sql = NULL;
  CutStmt *stmt;

  if (kind != CUT_KIND_NONE && !count_kept (self, kind, &of_kind, &others, error))
    return NULL;
  keys = others < of_kind || leaves_out_merged (self)
             ? absent_sql (self)
             : g_strdup_printf ("SELECT key FROM object WHERE kind = '%s' AND deleted = 0", cut_kind_get_name (kind));
  sql = g_strdup_printf ("SELECT count (*) FROM search WHERE search MATCH ? AND +rowid %s (%s)",
                         others < of_kind || leaves_out_merged (self) ? "NOT IN" : "IN", keys);
  stmt = cut_stmt_new (self->db, sql, error);
  if (stmt != NULL)
    cut_stmt_bind_text (stmt, 1, self->match);
  return stmt;
}

CutStmt *
cut_select_prepare_count (CutSelect *self,
                          GError   **error)
{
  if (is_plain (self) && self->match == NULL)
    return prepare_kept_count (self, error);
  if (is_plain (self) && !self->query->inbox)
    return prepare_match_count (self, error);
  return cut_select_prepare (self, "count (*)", FALSE, error);
}
