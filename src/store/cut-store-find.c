/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-id.h"
#include "cut-name-index.h"
#include "cut-link.h"
#include "cut-object-row.h"
#include "cut-rows.h"
#include "cut-seal.h"
#include "cut-store-private.h"
#include "cut-url-index.h"

#define SHORTEST_PREFIX 4 /* characters of an id that a person may give for the whole */

/* Asking for objects. Within an act the counts and the index are brought up to date first. */

gboolean
cut_store_ready (CutStore        *self,
                 const CutQuery  *query,
                 GError         **error)
{
  if (!cut_store_check (self, error))
    return FALSE;
  if (!cut_db_in_transaction (self->db))
    return TRUE;
  if (!cut_object_row_count_clips (self->db, self->uncounted, error) || !cut_link_write_counts (self->db, self->counts, error))
    return FALSE;
  return query == NULL || query->match == NULL || cut_search_index_flush (self->index, error);
}

CutRecord *
cut_store_find (CutStore    *self,
                const char  *id,
                GError     **error)
{
  g_autoptr (CutRecord) stored = NULL;

  if (!cut_store_look_up_stored (self, id, &stored, error) || stored == NULL)
    return NULL;
  return cut_seal_reveal (self, stored);
}

gboolean
cut_store_look_up (CutStore    *self,
                   const char  *id,
                   CutRecord  **record,
                   GError     **error)
{
  g_autoptr (GError) failure = NULL;

  *record = cut_store_find (self, id, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

CutRecord *
cut_store_get (CutStore    *self,
               const char  *id,
               GError     **error)
{
  g_autoptr (GError) local = NULL;
  CutRecord *record = cut_store_find (self, id, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (record == NULL)
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The notebook holds nothing with the id %s"), id);
  return record;
}

static char *
find_by_prefix (CutStore    *self,
                const char  *prefix,
                GError     **error)
{
  /* No id has a letter after f. */
  g_autofree char *after = g_strconcat (prefix, "g", NULL);
  g_autofree char *id = NULL;
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db, "SELECT id FROM object WHERE id >= ?1 AND id < ?2 LIMIT 2", error);
  CutStep step;

  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, prefix);
  cut_stmt_bind_text (stmt, 2, after);
  step = cut_stmt_step (stmt, error);
  if (step == CUT_STEP_FAILED)
    return NULL;
  if (step == CUT_STEP_ROW)
    id = cut_stmt_dup_text (stmt, 0);
  if (step == CUT_STEP_ROW)
    step = cut_stmt_step (stmt, error);
  if (step == CUT_STEP_DONE && id != NULL)
    return g_steal_pointer (&id);
  if (step != CUT_STEP_FAILED)
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND,
                 id == NULL ? _("The notebook holds nothing whose id begins with %s")
                            : _("More than one id begins with %s; give more of it"),
                 prefix);
  return NULL;
}

char *
cut_store_find_prefix (CutStore    *self,
                       const char  *prefix,
                       GError     **error)
{
  g_autofree char *lower = g_ascii_strdown (cut_id_strip (prefix), -1);

  if (!cut_store_check (self, error))
    return NULL;
  if (strlen (lower) >= SHORTEST_PREFIX)
    return find_by_prefix (self, lower, error);
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("“%s” is too short for an id; give at least %d characters"), prefix,
               SHORTEST_PREFIX);
  return NULL;
}

/* Queries. */

GPtrArray *
cut_store_list (CutStore        *self,
                const CutQuery  *query,
                GError         **error)
{
  GPtrArray *records = cut_store_ready (self, query, error) ? cut_rows_list (self->db, self->tables, query, error) : NULL;

  cut_seal_reveal_all (self, records);
  return records;
}

GPtrArray *
cut_store_rows (CutStore        *self,
                const CutQuery  *query,
                GError         **error)
{
  g_autoptr (GPtrArray) rows = cut_store_ready (self, query, error) ? cut_rows_get (self->db, self->tables, query, error) : NULL;

  return rows != NULL && cut_seal_reveal_rows (self, rows, error) ? g_steal_pointer (&rows) : NULL;
}

GArray *
cut_store_keys (CutStore        *self,
                const CutQuery  *query,
                GError         **error)
{
  gboolean partial;

  return cut_store_ready (self, query, error) ? cut_rows_keys (self->db, query, &partial, error) : NULL;
}

GPtrArray *
cut_store_rows_for_keys (CutStore        *self,
                         const CutQuery  *query,
                         const gint64    *keys,
                         guint            n_keys,
                         GError         **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (cut_store_ready (self, query, error))
    rows = cut_rows_for_keys (self->db, self->tables, query, keys, n_keys, error);
  return rows != NULL && cut_seal_reveal_rows (self, rows, error) ? g_steal_pointer (&rows) : NULL;
}

GStrv
cut_store_ids_for_keys (CutStore      *self,
                        const gint64  *keys,
                        guint          n_keys,
                        GError       **error)
{
  return cut_rows_ids_for_keys (self->db, keys, n_keys, error);
}

gint64
cut_store_count (CutStore        *self,
                 const CutQuery  *query,
                 GError         **error)
{
  return cut_store_ready (self, query, error) ? cut_rows_count (self->db, query, error) : -1;
}

/* References. */

static gboolean
add_referrers (CutStore    *self,
               const char  *id,
               CutKind      kind,
               GPtrArray   *records,
               GError     **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  sql = g_strdup_printf ("SELECT %s FROM \"%s\" t WHERE t.deleted = 0 AND t.key IN "
                         "(SELECT from_key FROM link WHERE to_id = ?1 AND from_kind = '%s') ORDER BY t.id",
                         cut_record_tables_get_columns (self->tables, kind), cut_kind_get_name (kind),
                         cut_kind_get_name (kind));
  stmt = cut_stmt_new (self->db, sql, error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_text (stmt, 1, id);
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    {
      CutRecord *record = cut_record_tables_read (self->tables, stmt, 0, kind, error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }
  return step == CUT_STEP_DONE;
}

GPtrArray *
cut_store_referrers (CutStore    *self,
                     const char  *id,
                     CutKind      kind,
                     GError     **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  if (!cut_store_check (self, error))
    return NULL;
  for (int k = CUT_KIND_NONE + 1; k < CUT_N_KINDS; k++)
    if ((kind == CUT_KIND_NONE || (int) kind == k) && !add_referrers (self, id, (CutKind) k, records, error))
      return NULL;
  cut_seal_reveal_all (self, records);
  return g_steal_pointer (&records);
}

GHashTable *
cut_store_find_referred (CutStore    *self,
                         const char  *clip,
                         CutKind      kind,
                         CutKind      from,
                         GError     **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CutStmt) stmt = NULL;
  CutStep step;

  if (!cut_store_check (self, error))
    return NULL;
  stmt = cut_stmt_new (self->db,
                       "SELECT l.to_id FROM link c CROSS JOIN object o ON o.key = c.from_key CROSS JOIN link l ON l.to_id = o.id AND l.from_kind = ?3 "
                       "WHERE c.to_id = ?1 AND c.from_kind = ?2 AND c.field = 'clip'",
                       error);
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, clip);
  cut_stmt_bind_text (stmt, 2, cut_kind_get_name (kind));
  cut_stmt_bind_text (stmt, 3, cut_kind_get_name (from));
  while ((step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_hash_table_add (ids, g_strdup (cut_stmt_get_text (stmt, 0)));
  return step == CUT_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/* What is already there. */

char *
cut_store_find_clip_by_url (CutStore    *self,
                            const char  *url,
                            GError     **error)
{
  return cut_store_check (self, error) ? cut_url_index_find_clip (self->db, url, error) : NULL;
}

char *
cut_store_find_capture (CutStore    *self,
                        const char  *clip,
                        const char  *sha256,
                        GError     **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  if (!cut_store_check (self, error))
    return NULL;
  stmt = cut_stmt_new (self->db,
                       "SELECT id FROM capture WHERE sha256 = ?1 AND deleted = 0 AND (?2 IS NULL OR clip = ?2) "
                       "ORDER BY id LIMIT 1",
                       error);
  if (stmt == NULL)
    return NULL;
  cut_stmt_bind_text (stmt, 1, sha256);
  cut_stmt_bind_text (stmt, 2, clip);
  return cut_stmt_step (stmt, error) == CUT_STEP_ROW ? cut_stmt_dup_text (stmt, 0) : NULL;
}

CutRecord *
cut_store_newest_capture (CutStore    *self,
                          const char  *clip,
                          GError     **error)
{
  g_autofree char *id = NULL;
  gint64 key;

  if (!cut_store_check (self, error))
    return NULL;
  id = cut_search_newest_capture (self->db, clip, &key, error);
  return id != NULL ? cut_record_tables_get (self->tables, self->db, CUT_KIND_CAPTURE, key, error) : NULL;
}

CutRecord *
cut_store_shown_capture (CutStore    *self,
                         const char  *clip,
                         GError     **error)
{
  g_autofree char *id = NULL;
  gint64 key;

  if (!cut_store_check (self, error))
    return NULL;
  id = cut_search_shown_capture (self->db, clip, &key, error);
  return id != NULL ? cut_record_tables_get (self->tables, self->db, CUT_KIND_CAPTURE, key, error) : NULL;
}

char *
cut_store_find_named (CutStore    *self,
                      CutKind      kind,
                      const char  *name,
                      GError     **error)
{
  g_autoptr (GError) failure = NULL;
  char *id = NULL;

  if (!cut_store_check (self, error))
    return NULL;
  if (kind == CUT_KIND_SOURCE)
    id = cut_seal_find_named (self, name, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return id != NULL ? id : cut_name_index_find (self->db, kind, name, error);
}

GPtrArray *
cut_store_complete_named (CutStore    *self,
                          CutKind      kind,
                          const char  *prefix,
                          guint        limit,
                          GError     **error)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GArray) keys = NULL;

  if (!cut_store_check (self, error))
    return NULL;
  keys = cut_name_index_complete (self->db, kind, prefix, limit, error);
  if (keys == NULL || (kind == CUT_KIND_SOURCE && !cut_seal_complete (self, prefix, limit, keys, error)))
    return NULL;
  return cut_store_rows_for_keys (self, query, (const gint64 *) (gpointer) keys->data, keys->len, error);
}
