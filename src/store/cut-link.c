/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-link.h"

#include <string.h>

#include "cut-id.h"
#include "cut-stmt.h"

static void
add_link (GHashTable *links,
          const char *field,
          const char *id)
{
  /* What was withheld from us is nobody's name. */
  if (id != NULL && !g_str_equal (id, CUT_ID_WITHHELD))
    g_hash_table_add (links, g_strconcat (field, " ", id, NULL));
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
cut_link_list (CutRecord *record)
{
  g_autoptr (GHashTable) links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *list;
  GHashTableIter iter;
  gpointer link;
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type == CUT_FIELD_ID)
        add_link (links, fields[i].name, cut_record_get_string (record, i));
      if (fields[i].type == CUT_FIELD_IDS)
        for (const char *const *id = cut_record_get_strv (record, i); *id != NULL; id++)
          add_link (links, fields[i].name, *id);
    }
  list = g_ptr_array_new_full (g_hash_table_size (links), g_free);
  g_hash_table_iter_init (&iter, links);
  while (g_hash_table_iter_next (&iter, &link, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (list, link);
    }
  g_ptr_array_sort (list, compare_texts);
  return list;
}

static gboolean
same_links (GPtrArray *a,
            GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

static gboolean
insert_links (CutDb       *db,
              gint64       key,
              CutKind      kind,
              GPtrArray   *links,
              GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "INSERT INTO link (from_key, field, to_id, from_kind) "
                                               "VALUES (?1, ?2, ?3, ?4)", error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (links, i), " ", 2);

      cut_stmt_bind_int (stmt, 1, key);
      cut_stmt_bind_text (stmt, 2, parts[0]);
      cut_stmt_bind_text (stmt, 3, parts[1]);
      cut_stmt_bind_text (stmt, 4, cut_kind_get_name (kind));
      if (!cut_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
delete_links (CutDb   *db,
              gint64   key,
              GError **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "DELETE FROM link WHERE from_key = ?1", error);

  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  return cut_stmt_run (stmt, error);
}

/* The objects that @links count for: each once, none when the one that refers is in the Trash. */
static GHashTable *
counted_targets (CutRecord *record,
                 GPtrArray *links)
{
  GHashTable *targets = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; links != NULL && !cut_record_is_deleted (record) && i < links->len; i++)
    g_hash_table_add (targets, strchr (g_ptr_array_index (links, i), ' ') + 1);
  return targets;
}

static gboolean
add_to_counts (CutDb       *db,
               GHashTable  *targets,
               GHashTable  *except,
               gint64       change,
               GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "UPDATE object SET n_links = n_links + ?1 WHERE id = ?2", error);
  GHashTableIter iter;
  gpointer id;

  if (stmt == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, targets);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      if (g_hash_table_contains (except, id))
        continue;
      cut_stmt_bind_int (stmt, 1, change);
      cut_stmt_bind_text (stmt, 2, id);
      if (!cut_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cut_link_update (CutDb      *db,
                 gint64      key,
                 CutRecord  *old,
                 CutRecord  *new,
                 GError    **error)
{
  g_autoptr (GPtrArray) before = old != NULL ? cut_link_list (old) : NULL;
  g_autoptr (GPtrArray) after = new != NULL ? cut_link_list (new) : NULL;
  g_autoptr (GHashTable) lost = counted_targets (old, before);
  g_autoptr (GHashTable) won = counted_targets (new, after);

  if (!same_links (before, after))
    {
      if (before != NULL && before->len > 0 && !delete_links (db, key, error))
        return FALSE;
      if (after != NULL && !insert_links (db, key, cut_record_get_kind (new), after, error))
        return FALSE;
    }
  return add_to_counts (db, lost, won, -1, error) && add_to_counts (db, won, lost, 1, error);
}

gboolean
cut_link_count_referrers (CutDb   *db,
                          gint64   key,
                          GError **error)
{
  g_autoptr (CutStmt) stmt = NULL;

  stmt = cut_stmt_new (db,
                       "UPDATE object SET n_links = (SELECT count (DISTINCT l.from_key) FROM link l "
                       "JOIN object f ON f.key = l.from_key WHERE l.to_id = object.id AND f.deleted = 0) "
                       "WHERE key = ?1",
                       error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  return cut_stmt_run (stmt, error);
}
