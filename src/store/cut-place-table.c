/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-place-table.h"

#include "cut-search-index.h"
#include "cut-stmt.h"

void
cut_found_free (CutFound *self)
{
  g_free (self->annotation);
  g_free (self->capture);
  g_free (self->status);
  g_free (self);
}

gboolean
cut_place_table_put (CutDb           *db,
                     const CutFound  *found,
                     GError         **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  stmt = cut_stmt_new (db,
                       "INSERT INTO place (annotation, capture, start, \"end\", score, status, rules) "
                       "SELECT ?1, ?2, ?3, ?4, ?5 / 1e6, ?6, ?7 WHERE "
                       "EXISTS (SELECT 1 FROM object WHERE id = ?1) AND EXISTS (SELECT 1 FROM object WHERE id = ?2) "
                       "ON CONFLICT (annotation, capture) DO UPDATE SET start = excluded.start, \"end\" = excluded.\"end\", "
                       "score = excluded.score, status = excluded.status, rules = excluded.rules",
                       error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, found->annotation);
  cut_stmt_bind_text (stmt, 2, found->capture);
  cut_stmt_bind_int (stmt, 3, found->start);
  cut_stmt_bind_int (stmt, 4, found->end);
  cut_stmt_bind_int (stmt, 5, (gint64) (found->score * 1e6));
  cut_stmt_bind_text (stmt, 6, found->status);
  cut_stmt_bind_int (stmt, 7, found->rules);
  return cut_stmt_run (stmt, error);
}

gboolean
cut_place_table_forget (CutDb       *db,
                        const char  *annotation,
                        GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "DELETE FROM place WHERE annotation = ?1", error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, annotation);
  return cut_stmt_run (stmt, error);
}

static CutFound *
read_found (CutStmt *stmt)
{
  CutFound *found = g_new0 (CutFound, 1);

  found->annotation = cut_stmt_dup_text (stmt, 0);
  found->capture = cut_stmt_dup_text (stmt, 1);
  found->start = (guint) cut_stmt_get_int (stmt, 2);
  found->end = (guint) cut_stmt_get_int (stmt, 3);
  found->score = cut_stmt_get_double (stmt, 4);
  found->status = cut_stmt_dup_text (stmt, 5);
  found->rules = (int) cut_stmt_get_int (stmt, 6);
  return found;
}

GPtrArray *
cut_place_table_list (CutDb       *db,
                      const char  *annotation,
                      const char  *capture,
                      GError     **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_found_free);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  stmt = cut_stmt_newf (db, error,
                        "SELECT annotation, capture, start, \"end\", score, status, rules FROM place WHERE %s = ?1",
                        annotation != NULL ? "annotation" : "capture");
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, annotation != NULL ? annotation : capture);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_ptr_array_add (list, read_found (stmt));
  return step == CUT_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

/* What a person has decided is settled; so is what counts and what does not. */
#define UNSETTLED_SQL                                                                                          \
  "SELECT a.clip, p.capture, sum (p.status = 'unsure'), sum (p.status = 'orphan') "                           \
  "FROM place p JOIN object o ON o.id = p.annotation JOIN annotation a ON a.key = o.key "                    \
  "WHERE p.status IN ('unsure', 'orphan') AND o.deleted = 0 AND a.kind <> 'furniture' "                       \
  "AND (?1 IS NULL OR a.clip = ?1) AND a.capture <> p.capture "                                               \
  "AND NOT EXISTS (SELECT 1 FROM link l JOIN placement d ON d.key = l.from_key WHERE l.to_id = p.annotation "  \
  "AND l.from_kind = 'placement' AND d.capture = p.capture AND d.deleted = 0) "                               \
  "GROUP BY a.clip, p.capture ORDER BY a.clip"

static CutUnsettled *
read_unsettled (CutStmt *stmt)
{
  CutUnsettled *unsettled = g_new0 (CutUnsettled, 1);

  unsettled->clip = cut_stmt_dup_text (stmt, 0);
  unsettled->n_unsure = (guint) cut_stmt_get_int (stmt, 2);
  unsettled->n_orphans = (guint) cut_stmt_get_int (stmt, 3);
  return unsettled;
}

GPtrArray *
cut_place_table_list_unsettled (CutDb       *db,
                                const char  *clip,
                                GError     **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_unsettled_free);
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, UNSETTLED_SQL, error);
  CutStep step;

  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, clip);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      gint64 key;
      g_autofree char *shown = cut_search_shown_capture (db, cut_stmt_get_text (stmt, 0), &key, NULL);

      if (g_strcmp0 (shown, cut_stmt_get_text (stmt, 1)) == 0)
        g_ptr_array_add (list, read_unsettled (stmt));
    }
  return step == CUT_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
