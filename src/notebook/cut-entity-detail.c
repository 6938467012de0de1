/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-entity-detail.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-annotation.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-fact.h"
#include "cut-id.h"
#include "cut-relation.h"
#include "cut-schemata.h"
#include "cut-store-merged.h"

G_DEFINE_BOXED_TYPE (CutEntityDetail, cut_entity_detail, cut_entity_detail_ref, cut_entity_detail_unref)

#define N_LISTS 11

static void
get_lists (CutEntityDetail *self,
           GPtrArray      **lists[N_LISTS])
{
  GPtrArray **all[N_LISTS] = { &self->merged,  &self->facts,  &self->relations, &self->relation_facts, &self->entities, &self->passages,
                               &self->claims, &self->sources, &self->events,    &self->evidence,       &self->clips };

  memcpy (lists, all, sizeof all);
}

static CutEntityDetail *
detail_new (void)
{
  CutEntityDetail *self = g_new0 (CutEntityDetail, 1);
  GPtrArray **lists[N_LISTS];

  g_atomic_ref_count_init (&self->ref_count);
  get_lists (self, lists);
  for (guint i = 0; i < N_LISTS; i++)
    *lists[i] = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

CutEntityDetail *
cut_entity_detail_ref (CutEntityDetail *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_entity_detail_unref (CutEntityDetail *self)
{
  GPtrArray **lists[N_LISTS];

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_object (&self->entity);
  get_lists (self, lists);
  for (guint i = 0; i < N_LISTS; i++)
    g_ptr_array_unref (*lists[i]);
  g_free (self);
}

CutRecord *
cut_entity_detail_find (CutEntityDetail *self,
                        const char      *id)
{
  GPtrArray **lists[N_LISTS];

  if (g_strcmp0 (cut_record_get_id (self->entity), id) == 0)
    return self->entity;
  get_lists (self, lists);
  for (guint i = 0; i < N_LISTS; i++)
    for (guint j = 0; j < (*lists[i])->len; j++)
      if (g_strcmp0 (cut_record_get_id (g_ptr_array_index (*lists[i], j)), id) == 0)
        return g_ptr_array_index (*lists[i], j);
  return NULL;
}

/* Loading. */

typedef struct
{
  CutEntityDetail *detail;
  CutStore *store;
  GHashTable *seen; /* (owned) (element-type utf8): ids that are among the entities, the evidence or the clips */
  GError **error;
} Load;

/* The object with @id, where it is of @kind and not in the Trash; each once. */
static gboolean
add_id (Load       *self,
        GPtrArray  *list,
        CutKind     kind,
        const char *id)
{
  g_autoptr (CutRecord) record = NULL;

  if (id == NULL || !cut_id_is_valid (id) || !g_hash_table_add (self->seen, g_strdup (id)))
    return TRUE;
  if (!cut_store_look_up (self->store, id, &record, self->error))
    return FALSE;
  if (record != NULL && cut_record_get_kind (record) == kind && !cut_record_is_deleted (record))
    g_ptr_array_add (list, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
add_evidence (Load              *self,
              const char *const *ids)
{
  for (; *ids != NULL; ids++)
    if (!add_id (self, self->detail->evidence, CUT_KIND_ANNOTATION, *ids))
      return FALSE;
  return TRUE;
}

static gboolean
add_fact (Load      *self,
          GPtrArray *list,
          CutRecord *record)
{
  g_ptr_array_add (list, g_object_ref (record));
  return add_id (self, self->detail->entities, CUT_KIND_ENTITY, cut_fact_get_entity (CUT_FACT (record))) &&
         add_evidence (self, cut_fact_get_evidence (CUT_FACT (record)));
}

/* Facts about @id; those that only name it as their value are not. */
static gboolean
load_facts (Load       *self,
            const char *id,
            GPtrArray  *list)
{
  g_autoptr (GPtrArray) found = cut_store_referrers (self->store, id, CUT_KIND_FACT, self->error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    if (g_strcmp0 (cut_fact_get_about (g_ptr_array_index (found, i)), id) == 0 &&
        !add_fact (self, list, g_ptr_array_index (found, i)))
      return FALSE;
  return found != NULL;
}

static gboolean
load_relation (Load      *self,
               CutRecord *record)
{
  CutRelation *relation = CUT_RELATION (record);

  g_ptr_array_add (self->detail->relations, g_object_ref (record));
  return add_id (self, self->detail->entities, CUT_KIND_ENTITY, cut_relation_get_from (relation)) &&
         add_id (self, self->detail->entities, CUT_KIND_ENTITY, cut_relation_get_to (relation)) &&
         add_evidence (self, cut_relation_get_evidence (relation)) &&
         load_facts (self, cut_record_get_id (record), self->detail->relation_facts);
}

static gboolean
load_relations (Load       *self,
                const char *id)
{
  g_autoptr (GPtrArray) found = cut_store_referrers (self->store, id, CUT_KIND_RELATION, self->error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    if (!load_relation (self, g_ptr_array_index (found, i)))
      return FALSE;
  return found != NULL;
}

/* All of @kind that name @id. */
static gboolean
load_referrers (Load        *self,
                const char  *id,
                CutKind      kind,
                GPtrArray  **list)
{
  GPtrArray *found = cut_store_referrers (self->store, id, kind, self->error);

  if (found == NULL)
    return FALSE;
  g_ptr_array_unref (*list);
  *list = found;
  return TRUE;
}

static gboolean
load_merged (Load       *self,
             const char *id)
{
  g_autoptr (GHashTable) merged = cut_store_list_merged (self->store, self->error);
  g_autoptr (GList) ids = merged != NULL ? g_list_sort (g_hash_table_get_keys (merged), (GCompareFunc) strcmp) : NULL;

  for (GList *at = ids; at != NULL; at = at->next)
    {
      CutRecord *record;

      if (!g_str_equal (g_hash_table_lookup (merged, at->data), id))
        continue;
      record = cut_store_get (self->store, at->data, self->error);
      if (record == NULL)
        return FALSE;
      g_ptr_array_add (self->detail->merged, record);
    }
  return merged != NULL;
}

static gboolean
load_clips (Load      *self,
            GPtrArray *annotations)
{
  for (guint i = 0; i < annotations->len; i++)
    if (!add_id (self, self->detail->clips, CUT_KIND_CLIP, cut_annotation_get_clip (g_ptr_array_index (annotations, i))))
      return FALSE;
  return TRUE;
}

/* Order. */

static guint
place_of_property (CutRecord *fact,
                   gpointer   properties)
{
  const GPtrArray *list = properties;

  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((const CutProperty *) g_ptr_array_index (list, i))->name, cut_fact_get_property (CUT_FACT (fact))) == 0)
      return i;
  return list->len;
}

static int
compare_facts (gconstpointer a,
               gconstpointer b,
               gpointer      properties)
{
  CutRecord *left = *(CutRecord *const *) a;
  CutRecord *right = *(CutRecord *const *) b;
  guint left_place = place_of_property (left, properties);
  guint right_place = place_of_property (right, properties);

  if (left_place != right_place)
    return left_place < right_place ? -1 : 1;
  return strcmp (cut_record_get_id (left), cut_record_get_id (right));
}

static gint64
start_of (CutRecord *relation)
{
  CutDate *start = cut_relation_get_start (CUT_RELATION (relation));

  return start != NULL ? cut_date_get_sort_key (start) : G_MAXINT64;
}

static int
compare_relations (gconstpointer a,
                   gconstpointer b)
{
  CutRecord *left = *(CutRecord *const *) a;
  CutRecord *right = *(CutRecord *const *) b;
  guint left_place = cut_vocab_get_place (CUT_VOCAB_RELATION_SCHEMA, cut_relation_get_schema (CUT_RELATION (left)));
  guint right_place = cut_vocab_get_place (CUT_VOCAB_RELATION_SCHEMA, cut_relation_get_schema (CUT_RELATION (right)));

  if (left_place != right_place)
    return left_place < right_place ? -1 : 1;
  if (start_of (left) != start_of (right))
    return start_of (left) < start_of (right) ? -1 : 1;
  return strcmp (cut_record_get_id (left), cut_record_get_id (right));
}

static void
sort (CutEntityDetail *detail)
{
  g_autoptr (GPtrArray) properties = cut_schemata_list_properties (cut_entity_get_schema (CUT_ENTITY (detail->entity)));

  g_ptr_array_sort_with_data (detail->facts, compare_facts, properties);
  g_ptr_array_sort (detail->relations, compare_relations);
}

/* The entity that stands for the one with @id. */
static CutRecord *
find_standing (CutStore    *store,
               const char  *id,
               GError     **error)
{
  g_autoptr (GHashTable) merged = cut_store_list_merged (store, error);
  const char *end = merged != NULL ? g_hash_table_lookup (merged, id) : NULL;
  g_autoptr (CutRecord) record = merged != NULL ? cut_store_get (store, end != NULL ? end : id, error) : NULL;

  if (record == NULL || CUT_IS_ENTITY (record))
    return g_steal_pointer (&record);
  g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The notebook has no entity with the id %s"), id);
  return NULL;
}

static gboolean
load (Load *self)
{
  CutEntityDetail *detail = self->detail;
  const char *id = cut_record_get_id (detail->entity);

  g_hash_table_add (self->seen, g_strdup (id));
  return load_facts (self, id, detail->facts) && load_relations (self, id) && load_merged (self, id) &&
         load_referrers (self, id, CUT_KIND_ANNOTATION, &detail->passages) &&
         load_referrers (self, id, CUT_KIND_CLAIM, &detail->claims) &&
         load_referrers (self, id, CUT_KIND_SOURCE, &detail->sources) &&
         load_referrers (self, id, CUT_KIND_EVENT, &detail->events) && load_clips (self, detail->passages) &&
         load_clips (self, detail->evidence);
}

CutEntityDetail *
cut_entity_detail_load (CutStore    *store,
                        const char  *id,
                        GError     **error)
{
  g_autoptr (CutEntityDetail) detail = detail_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Load self = { detail, store, seen, error };

  detail->entity = find_standing (store, id, error);
  if (detail->entity == NULL || !load (&self))
    return NULL;
  sort (detail);
  return g_steal_pointer (&detail);
}
