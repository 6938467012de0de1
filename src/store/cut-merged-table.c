/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-stmt.h"
#include "cut-store-merged.h"
#include "cut-store-private.h"

/* Id → the id it was merged into. */
static GHashTable *
read_steps (CutStore  *self,
            GError   **error)
{
  g_autoptr (GHashTable) steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CutStmt) stmt = cut_stmt_new (self->db,
                                           "SELECT m.id, m.merged_into FROM entity m JOIN object k ON k.id = m.merged_into "
                                           "WHERE m.merged_into IS NOT NULL AND m.deleted = 0 AND k.kind = 'entity'",
                                           error);
  CutStep step = CUT_STEP_FAILED;

  while (stmt != NULL && (step = cut_stmt_step (stmt, error)) == CUT_STEP_ROW)
    g_hash_table_insert (steps, cut_stmt_dup_text (stmt, 0), cut_stmt_dup_text (stmt, 1));
  return step == CUT_STEP_DONE ? g_steal_pointer (&steps) : NULL;
}

/* The ids from @id on, up to one whose end is known, the last of the line, or the first that comes again: that one is @last. */
static GPtrArray *
walk (GHashTable  *steps,
      GHashTable  *ends,
      const char  *id,
      const char **last)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *path = g_ptr_array_new ();

  for (*last = id; *last != NULL && g_hash_table_add (seen, (gpointer) *last) && !g_hash_table_contains (ends, *last);)
    {
      const char *next = g_hash_table_lookup (steps, *last);

      if (next == NULL)
        break;
      g_ptr_array_add (path, (gpointer) *last);
      *last = next;
    }
  return path;
}

/* The smallest of the circle that ends @path and begins again with @first. */
static const char *
smallest (GPtrArray  *path,
          const char *first)
{
  const char *least = first;

  for (guint i = path->len; i-- > 0 && !g_str_equal (g_ptr_array_index (path, i), first);)
    if (strcmp (g_ptr_array_index (path, i), least) < 0)
      least = g_ptr_array_index (path, i);
  return least;
}

static void
find_end (GHashTable *steps,
          GHashTable *ends,
          const char *id)
{
  const char *last;
  g_autoptr (GPtrArray) path = walk (steps, ends, id, &last);
  const char *known = g_hash_table_lookup (ends, last);
  const char *end = known != NULL ? known : g_hash_table_contains (steps, last) ? smallest (path, last) : last;

  for (guint i = 0; i < path->len; i++)
    g_hash_table_insert (ends, g_strdup (g_ptr_array_index (path, i)), g_strdup (end));
}

static gboolean
stands_for_itself (gpointer id,
                   gpointer end,
                   gpointer data)
{
  return g_str_equal (id, end);
}

GHashTable *
cut_store_list_merged (CutStore  *self,
                       GError   **error)
{
  g_autoptr (GHashTable) steps = cut_store_check (self, error) ? read_steps (self, error) : NULL;
  g_autoptr (GHashTable) ends = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer id;

  if (steps == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, steps);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    find_end (steps, ends, id);
  g_hash_table_foreach_remove (ends, stands_for_itself, NULL);
  return g_steal_pointer (&ends);
}
