/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-tag-tree.h"

#include <string.h>

#include "cut-tag.h"

/* The smallest id of the circle that @id stands in; NULL when it stands in none. */
static const char *
find_top (GHashTable *tags,
          const char *id)
{
  const char *least = id;
  const char *at = id;

  for (guint steps = g_hash_table_size (tags); steps > 0; steps--)
    {
      CutRecord *tag = g_hash_table_lookup (tags, at);

      at = tag != NULL ? cut_tag_get_parent (CUT_TAG (tag)) : NULL;
      if (at == NULL)
        return NULL;
      if (g_str_equal (at, id))
        return least;
      if (strcmp (at, least) < 0)
        least = at;
    }
  /* It only leads into one. */
  return NULL;
}

static gboolean
settle_all (CutCommit   *commit,
            GHashTable  *tags,
            GPtrArray   *list,
            GError     **error)
{
  for (guint i = 0; i < list->len; i++)
    {
      CutRecord *tag = g_ptr_array_index (list, i);
      const char *top = find_top (tags, cut_record_get_id (tag));
      g_autoptr (CutRecord) free_one = NULL;

      if (g_strcmp0 (top, cut_record_get_id (tag)) != 0)
        continue;
      free_one = cut_record_with (tag, "parent", NULL, NULL);
      if (!cut_commit_put (commit, free_one, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
cut_tag_tree_settle (CutCommit  *commit,
                     CutStore   *store,
                     GError    **error)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_TAG);
  g_autoptr (GHashTable) tags = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) list = NULL;

  query->trash = CUT_TRASH_INCLUDED;
  list = cut_store_list (store, query, error);
  for (guint i = 0; list != NULL && i < list->len; i++)
    g_hash_table_insert (tags, (gpointer) cut_record_get_id (g_ptr_array_index (list, i)), g_ptr_array_index (list, i));
  return list != NULL && settle_all (commit, tags, list, error);
}
