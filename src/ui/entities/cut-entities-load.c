/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-entities-load.h"

#include "cut-entity-item.h"
#include "cut-entity.h"
#include "cut-mentions.h"
#include "cut-notebook-entities.h"

static GPtrArray *
read_all (CutNotebook   *notebook,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_ENTITY);

  return cut_notebook_list (notebook, query, cancellable, error);
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
  g_autoptr (GPtrArray) records = read_all (notebook, cancellable, error);
  g_autoptr (GHashTable) claims = records != NULL ? cut_notebook_count_naming (notebook, CUT_KIND_CLAIM, "entities", NULL, cancellable, error) : NULL;
  g_autoptr (GHashTable) passages = claims != NULL ? cut_notebook_count_naming (notebook, CUT_KIND_ANNOTATION, "entities", NULL, cancellable, error)
                                                   : NULL;
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
