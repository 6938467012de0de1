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
      const char *link = g_ptr_array_index (links, i);
      const char *id = strchr (link, ' ') + 1;
      g_autofree char *field = g_strndup (link, (gsize) (id - link) - 1);

      cut_stmt_bind_int (stmt, 1, key);
      cut_stmt_bind_text (stmt, 2, field);
      cut_stmt_bind_text (stmt, 3, id);
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

/* The objects that @record counts for: each once, none when it is in the Trash. */
static GHashTable *
counted_targets (CutRecord *record)
{
  GHashTable *targets = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_fields = 0;
  const CutField *fields = record != NULL && !cut_record_is_deleted (record) ? cut_record_get_fields (record, &n_fields) : NULL;

  for (guint i = 0; i < n_fields; i++)
    {
      const char *one[] = { fields[i].type == CUT_FIELD_ID ? cut_record_get_string (record, i) : NULL, NULL };
      const char *const *ids = fields[i].type == CUT_FIELD_IDS ? cut_record_get_strv (record, i) : one;

      for (; *ids != NULL; ids++)
        if (!g_str_equal (*ids, CUT_ID_WITHHELD))
          g_hash_table_add (targets, (gpointer) *ids);
    }
  return targets;
}

static void
add_to_counts (GHashTable *counts,
               GHashTable *targets,
               GHashTable *except,
               int         change)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, targets);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      int n = GPOINTER_TO_INT (g_hash_table_lookup (counts, id));

      if (!g_hash_table_contains (except, id))
        g_hash_table_replace (counts, g_strdup (id), GINT_TO_POINTER (n + change));
    }
}

void
cut_link_note_counts (GHashTable *counts,
                      CutRecord  *old,
                      CutRecord  *new)
{
  g_autoptr (GHashTable) lost = counted_targets (old);
  g_autoptr (GHashTable) won = counted_targets (new);

  add_to_counts (counts, lost, won, -1);
  add_to_counts (counts, won, lost, 1);
  /* Whoever refers to what has just come was counted then. */
  if (old == NULL)
    g_hash_table_remove (counts, cut_record_get_id (new));
}

gboolean
cut_link_write_counts (CutDb       *db,
                       GHashTable  *counts,
                       GError     **error)
{
  g_autoptr (CutStmt) stmt = cut_stmt_new (db, "UPDATE object SET n_links = n_links + ?1 WHERE id = ?2", error);
  GHashTableIter iter;
  gpointer id, change;

  if (stmt == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &id, &change))
    {
      cut_stmt_bind_int (stmt, 1, GPOINTER_TO_INT (change));
      cut_stmt_bind_text (stmt, 2, id);
      if (change != NULL && !cut_stmt_run (stmt, error))
        return FALSE;
      g_hash_table_iter_remove (&iter);
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

  if (same_links (before, after))
    return TRUE;
  if (before != NULL && before->len > 0 && !delete_links (db, key, error))
    return FALSE;
  return after == NULL || insert_links (db, key, cut_record_get_kind (new), after, error);
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
                       "WHERE key = ?1 AND EXISTS (SELECT 1 FROM link WHERE to_id = object.id)",
                       error);
  if (stmt == NULL)
    return FALSE;
  cut_stmt_bind_int (stmt, 1, key);
  return cut_stmt_run (stmt, error);
}
