/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-fact.h"
#include "cut-id.h"
#include "cut-notebook-entities.h"
#include "cut-notebook-private.h"
#include "cut-store-merged.h"

void
cut_duplicate_free (CutDuplicate *self)
{
  g_object_unref (self->entity);
  g_object_unref (self->other);
  g_free (self->likeness);
  g_free (self);
}

/* What the reading thread gives for comparing. */
typedef struct
{
  GPtrArray *entities;   /* (element-type CutEntity) */
  GPtrArray *portraits;  /* (element-type CutPortrait): one for each */
  GHashTable *portrayed; /* id → portrait */
  GHashTable *links;     /* id → how much refers to it */
  int only;              /* place of the one that was asked for, or -1 */
} Album;

static void
album_free (Album *self)
{
  g_clear_pointer (&self->entities, g_ptr_array_unref);
  g_clear_pointer (&self->portraits, g_ptr_array_unref);
  g_clear_pointer (&self->portrayed, g_hash_table_unref);
  g_clear_pointer (&self->links, g_hash_table_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Album, album_free)

static void
portray (Album     *self,
         CutEntity *entity)
{
  CutPortrait *portrait = cut_portrait_new (cut_record_get_id (CUT_RECORD (entity)), cut_entity_get_schema (entity),
                                            cut_entity_get_not_same_as (entity));
  const char *const *lists[] = { cut_entity_get_aliases (entity), cut_entity_get_previous_names (entity) };

  cut_portrait_add_name (portrait, cut_entity_get_name (entity));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const char *const *name = lists[i]; *name != NULL; name++)
      cut_portrait_add_name (portrait, *name);
  for (const char *const *id = cut_entity_get_identifiers (entity); *id != NULL; id++)
    cut_portrait_add_trait (portrait, NULL, *id);
  cut_portrait_add_trait (portrait, "country", cut_entity_get_country (entity));
  g_ptr_array_add (self->portraits, portrait);
  g_hash_table_insert (self->portrayed, portrait->id, portrait);
}

static gboolean
add_facts (Album     *self,
           CutStore  *store,
           GError   **error)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_FACT);
  g_autoptr (GPtrArray) facts = cut_store_list (store, query, error);

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      CutFact *fact = g_ptr_array_index (facts, i);
      CutPortrait *portrait = g_hash_table_lookup (self->portrayed, cut_fact_get_about (fact));

      if (portrait != NULL)
        cut_portrait_add_trait (portrait, cut_fact_get_property (fact), cut_fact_get_value (fact));
    }
  return facts != NULL;
}

static gboolean
count_links (Album           *self,
             CutStore        *store,
             const CutQuery  *query,
             GError         **error)
{
  g_autoptr (GPtrArray) rows = cut_store_rows (store, query, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      CutRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (self->links, g_strdup (cut_row_get_id (row)), GUINT_TO_POINTER (cut_row_get_n_links (row)));
    }
  return rows != NULL;
}

/* The one that stands for @id, among the entities. */
static gboolean
find_only (Album       *self,
           CutStore    *store,
           const char  *id,
           GError     **error)
{
  g_autoptr (GHashTable) merged = cut_store_list_merged (store, error);
  const char *end = merged != NULL ? g_hash_table_lookup (merged, id) : NULL;
  g_autoptr (CutRecord) record = NULL;

  if (merged == NULL)
    return FALSE;
  for (guint i = 0; i < self->entities->len && self->only < 0; i++)
    if (g_str_equal (cut_record_get_id (g_ptr_array_index (self->entities, i)), end != NULL ? end : id))
      self->only = (int) i;
  if (self->only >= 0)
    return TRUE;
  /* What is in the Trash, or no entity, is like nothing; what is not there is a mistake. */
  record = cut_store_get (store, id, error);
  return record != NULL;
}

static gpointer
look_job (CutStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (Album) self = g_new0 (Album, 1);
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_ENTITY);

  query->descending = FALSE;
  self->only = -1;
  self->entities = cut_store_list (store, query, error);
  if (self->entities == NULL)
    return NULL;
  self->portraits = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_portrait_free);
  self->portrayed = g_hash_table_new (g_str_hash, g_str_equal);
  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->entities->len; i++)
    portray (self, g_ptr_array_index (self->entities, i));
  if (!add_facts (self, store, error) || !count_links (self, store, query, error) ||
      (data != NULL && !find_only (self, store, data, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/* Comparing, in a thread of its own. */

static gboolean
is_cancelled (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static guint
links_of (Album     *self,
          CutRecord *entity)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->links, cut_record_get_id (entity)));
}

static CutDuplicate *
duplicate_new (Album               *self,
               const CutLikelySame *pair)
{
  CutRecord *a = g_ptr_array_index (self->entities, pair->a);
  CutRecord *b = g_ptr_array_index (self->entities, pair->b);
  /* They are in the order of their making. */
  gboolean turned = links_of (self, b) > links_of (self, a);
  CutDuplicate *duplicate = g_new0 (CutDuplicate, 1);

  duplicate->entity = g_object_ref (turned ? b : a);
  duplicate->other = g_object_ref (turned ? a : b);
  duplicate->likeness = g_memdup2 (pair, sizeof *pair);
  return duplicate;
}

static gpointer
duplicates_job (CutNotebook   *self,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (Album) album = cut_worker_run (self->reader, look_job, data, cancellable, error);
  g_autoptr (GPtrArray) pairs = NULL;
  GPtrArray *list;

  if (album == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_duplicate_free);
  if (data != NULL && album->only < 0)
    return list;
  pairs = cut_likely_same_find (album->portraits, album->only, is_cancelled, cancellable);
  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    g_ptr_array_add (list, duplicate_new (album, g_ptr_array_index (pairs, i)));
  if (pairs != NULL)
    return list;
  g_ptr_array_unref (list);
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return NULL;
}

GPtrArray *
cut_notebook_duplicates (CutNotebook   *self,
                         const char    *entity,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_return_val_if_fail (CUT_IS_NOTEBOOK (self), NULL);

  return cut_notebook_run_job (self, duplicates_job, (gpointer) (entity != NULL ? cut_id_strip (entity) : NULL), cancellable, error);
}

void
cut_notebook_duplicates_async (CutNotebook         *self,
                               const char          *entity,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (CUT_IS_NOTEBOOK (self));

  cut_notebook_push_answer (self, cut_notebook_duplicates_async, duplicates_job, entity != NULL ? g_strdup (cut_id_strip (entity)) : NULL,
                            g_free, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
cut_notebook_duplicates_finish (CutNotebook   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return cut_notebook_finish_pointer (self, result, error);
}
