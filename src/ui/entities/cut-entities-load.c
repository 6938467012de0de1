/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-entities-load.h"

#include <string.h>

#include "cut-annotation.h"
#include "cut-claim.h"
#include "cut-entity-item.h"
#include "cut-entity.h"
#include "cut-mentions.h"

static GPtrArray *
read_all (CutNotebook   *notebook,
          CutKind        kind,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);

  return cut_notebook_list (notebook, query, cancellable, error);
}

/* An object that names an entity twice counts once. */
static void
count_ids (GHashTable        *counts,
           const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, ids[i]));
      gboolean again = FALSE;

      for (guint j = 0; j < i && !again; j++)
        again = strcmp (ids[i], ids[j]) == 0;
      if (!again)
        g_hash_table_insert (counts, g_strdup (ids[i]), GUINT_TO_POINTER (n + 1));
    }
}

static const char *const *
get_entities (CutRecord *record)
{
  return CUT_IS_CLAIM (record) ? cut_claim_get_entities (CUT_CLAIM (record))
                               : cut_annotation_get_entities (CUT_ANNOTATION (record));
}

/* Returns: (transfer full) (nullable) (element-type utf8 uint): in how many objects of @kind each entity is named, by its id */
static GHashTable *
count_all (CutNotebook   *notebook,
           CutKind        kind,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GPtrArray) records = read_all (notebook, kind, cancellable, error);
  GHashTable *counts;

  if (records == NULL)
    return NULL;
  counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < records->len; i++)
    count_ids (counts, get_entities (g_ptr_array_index (records, i)));
  return counts;
}

static guint
look_up (GHashTable *counts,
         CutRecord  *entity)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, cut_record_get_id (entity)));
}

static GPtrArray *
make_items (CutNotebook   *notebook,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GPtrArray) records = read_all (notebook, CUT_KIND_ENTITY, cancellable, error);
  g_autoptr (GHashTable) claims = records != NULL ? count_all (notebook, CUT_KIND_CLAIM, cancellable, error) : NULL;
  g_autoptr (GHashTable) passages = claims != NULL ? count_all (notebook, CUT_KIND_ANNOTATION, cancellable, error) : NULL;
  g_autoptr (GHashTable) unlinked = passages != NULL ? cut_notebook_count_unlinked (notebook, cancellable, error) : NULL;
  GPtrArray *items;

  if (unlinked == NULL)
    return NULL;
  items = g_ptr_array_new_full (records->len, g_object_unref);
  for (guint i = 0; i < records->len; i++)
    {
      CutRecord *record = g_ptr_array_index (records, i);
      CutEntityItem *item;

      /* What was merged is seen where it went. */
      if (cut_entity_get_merged_into (CUT_ENTITY (record)) != NULL)
        continue;
      item = cut_entity_item_new (record);
      item->n_claims = look_up (claims, record);
      item->n_passages = look_up (passages, record);
      item->n_unlinked = look_up (unlinked, record);
      g_ptr_array_add (items, item);
    }
  return items;
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *items = make_items (CUT_NOTEBOOK (source), cancellable, &error);

  if (items != NULL)
    g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
cut_entities_load_async (CutNotebook         *notebook,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (notebook, cancellable, callback, user_data);

  g_task_set_source_tag (task, cut_entities_load_async);
  g_task_run_in_thread (task, load_thread);
}

GPtrArray *
cut_entities_load_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
