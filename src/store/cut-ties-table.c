/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-stmt.h"
#include "cut-store-private.h"
#include "cut-store-ties.h"

#define ENTITIES_SQL "SELECT id, schema, name, merged_into FROM entity WHERE deleted = 0 OR merged_into IS NOT NULL"

#define RELATIONS_SQL "SELECT id, schema, \"from\", \"to\", role, start, \"end\", evidence FROM relation WHERE deleted = 0"

#define CLAIMS_SQL "SELECT id, fact_date, entities FROM claim WHERE deleted = 0 AND entities IS NOT NULL"

/* The first of the selectors is that of the position; see cut_selector_to_json(). */
#define MARKS_SQL                                                                                         \
  "SELECT id, clip, capture, json_extract (selectors, '$[0].start'), json_extract (selectors, '$[0].end'), " \
  "entities FROM annotation WHERE deleted = 0 AND entities IS NOT NULL AND json_valid (selectors)"

/* Only clips with marks that name entities: a notebook may hold many more. */
#define CLIPS_SQL                                                                                         \
  "SELECT c.id, c.published FROM (SELECT DISTINCT clip FROM annotation WHERE deleted = 0 AND entities IS NOT NULL) n " \
  "JOIN object o ON o.id = n.clip JOIN clip c ON c.key = o.key WHERE c.published IS NOT NULL"

/* A list or date that is damaged is none; reading the object itself says so. */

static char **
get_list (CutStmt *stmt,
          int      column)
{
  return cut_stmt_is_null (stmt, column) ? NULL : cut_record_list_from_text (cut_stmt_get_text (stmt, column));
}

static CutDate *
get_date (CutStmt *stmt,
          int      column)
{
  return cut_stmt_is_null (stmt, column) ? NULL : cut_record_date_from_text (cut_stmt_get_text (stmt, column));
}

static void
put_entity (CutTies *ties,
            CutStmt *stmt)
{
  cut_ties_put_entity (ties, cut_stmt_get_text (stmt, 0), cut_stmt_get_text (stmt, 1), cut_stmt_get_text (stmt, 2),
                       cut_stmt_get_text (stmt, 3));
}

static void
put_relation (CutTies *ties,
              CutStmt *stmt)
{
  g_autoptr (CutDate) start = get_date (stmt, 5);
  g_autoptr (CutDate) end = get_date (stmt, 6);
  g_auto (GStrv) evidence = get_list (stmt, 7);
  CutRelationFact fact = {
    .id = cut_stmt_get_text (stmt, 0),
    .schema = cut_stmt_get_text (stmt, 1),
    .from = cut_stmt_get_text (stmt, 2),
    .to = cut_stmt_get_text (stmt, 3),
    .role = cut_stmt_get_text (stmt, 4),
    .start = start,
    .end = end,
    .evidence = (const char *const *) evidence,
  };

  cut_ties_put_relation (ties, &fact);
}

static void
put_claim (CutTies *ties,
           CutStmt *stmt)
{
  g_autoptr (CutDate) date = get_date (stmt, 1);
  g_auto (GStrv) entities = get_list (stmt, 2);

  cut_ties_put_claim (ties, cut_stmt_get_text (stmt, 0), date, (const char *const *) entities);
}

static void
put_mark (CutTies *ties,
          CutStmt *stmt)
{
  g_auto (GStrv) entities = get_list (stmt, 5);

  cut_ties_put_mark (ties, cut_stmt_get_text (stmt, 0), cut_stmt_get_text (stmt, 1), cut_stmt_get_text (stmt, 2),
                     (guint) cut_stmt_get_int (stmt, 3), (guint) cut_stmt_get_int (stmt, 4), (const char *const *) entities);
}

static void
put_clip (CutTies *ties,
          CutStmt *stmt)
{
  g_autoptr (CutDate) published = get_date (stmt, 1);

  cut_ties_put_clip (ties, cut_stmt_get_text (stmt, 0), published);
}

static gboolean
put_all (CutStore    *self,
         const char  *sql,
         void       (*put) (CutTies *ties, CutStmt *stmt),
         CutTies     *ties,
         GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, sql, error);
  CutStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    put (ties, stmt);
  return step == CUT_STEP_DONE;
}

gboolean
cut_store_fill_ties (CutStore  *self,
                     CutTies   *ties,
                     GError   **error)
{
  return cut_store_check (self, error) && put_all (self, ENTITIES_SQL, put_entity, ties, error) &&
         put_all (self, RELATIONS_SQL, put_relation, ties, error) && put_all (self, CLAIMS_SQL, put_claim, ties, error) &&
         put_all (self, MARKS_SQL, put_mark, ties, error) && put_all (self, CLIPS_SQL, put_clip, ties, error);
}

gboolean
cut_store_get_version (CutStore  *self,
                       gint64    *version,
                       GError   **error)
{
  return cut_db_query_int (self->db, "PRAGMA data_version", version, error);
}

/* How many name what. */

/* By the index of who refers to whom alone; the few that are in the Trash are taken off. */
#define NAMING_SQL                                                                                        \
  "SELECT to_id, sum (n) FROM (SELECT l.to_id, count (*) AS n FROM object e CROSS JOIN link l ON l.to_id = e.id AND l.from_kind = ?1 " \
  "AND l.field = ?2 WHERE e.kind = ?3 GROUP BY l.to_id UNION ALL "                                        \
  "SELECT l.to_id, -count (*) FROM object o CROSS JOIN link l ON l.from_key = o.key AND l.field = ?2 "    \
  "WHERE o.kind = ?1 AND o.deleted > 0 GROUP BY l.to_id) GROUP BY to_id HAVING sum (n) > 0"

#define DISTINCT_SQL                                                                                      \
  "SELECT l.to_id, count (DISTINCT d.to_id) FROM object e CROSS JOIN link l ON l.to_id = e.id AND l.from_kind = ?1 AND l.field = ?2 " \
  "JOIN object o ON o.key = l.from_key JOIN link d ON d.from_key = l.from_key AND d.field = ?4 "          \
  "WHERE e.kind = ?3 AND o.deleted = 0 GROUP BY l.to_id"

static CutStmt *
prepare_kept (CutStore    *self,
              const char  *field,
              GError     **error)
{
  CutStmt *stmt = cut_stmt_new (self->db, "SELECT id, n FROM clips_in WHERE field = ?1", error);

  if (stmt != NULL)
    cut_stmt_bind_text (stmt, 1, field);
  return stmt;
}

static CutStmt *
prepare_count (CutStore    *self,
               CutKind      kind,
               const char  *field,
               const char  *distinct,
               GError     **error)
{
  CutStmt *stmt = cut_stmt_new (self->db, distinct != NULL ? DISTINCT_SQL : NAMING_SQL, error);
  guint n_fields;
  const CutField *fields = cut_kind_get_fields (kind, &n_fields);

  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, cut_kind_get_name (kind));
  cut_stmt_bind_text (stmt, 2, field);
  cut_stmt_bind_text (stmt, 3, cut_kind_get_name (fields[cut_kind_find_field (kind, field)].target));
  if (distinct != NULL)
    cut_stmt_bind_text (stmt, 4, distinct);
  return stmt;
}

/* How many clips each story and each tag has. */
static gboolean
is_kept (CutKind     kind,
         const char *field,
         const char *distinct)
{
  return kind == CUT_KIND_CLIP && distinct == NULL && (g_str_equal (field, "stories") || g_str_equal (field, "tags"));
}

GHashTable *
cut_store_count_naming (CutStore    *self,
                        CutKind      kind,
                        const char  *field,
                        const char  *distinct,
                        GError     **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CutStmt) stmt = is_kept (kind, field, distinct) ? prepare_kept (self, field, error) : prepare_count (self, kind, field, distinct, error);
  CutStep step;

  if (stmt == NULL)
    return NULL;
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_hash_table_insert (counts, cut_stmt_dup_text (stmt, 0), GUINT_TO_POINTER ((guint) cut_stmt_get_int (stmt, 1)));
  return step == CUT_STEP_DONE ? g_steal_pointer (&counts) : NULL;
}
