/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-same.h"

#include <string.h>

#include "cut-entity.h"
#include "cut-fact.h"
#include "cut-id.h"
#include "cut-relation.h"
#include "cut-remap.h"
#include "cut-schemata.h"
#include "cut-sha256.h"
#include "cut-store-merged.h"

typedef struct
{
  CutCommit *commit;
  CutStore *store;
  GHashTable *ids; /* (owned): id of the merged one → id of the other */
  CutRecord *merged;
  CutRecord *other;
  GError **error;
} Settle;

/* Lists. */

static void
add_each (GPtrArray         *list,
          const char *const *entries,
          const char        *except)
{
  for (; *entries != NULL; entries++)
    if (g_strcmp0 (*entries, except) != 0 && !g_ptr_array_find_with_equal_func (list, *entries, g_str_equal, NULL))
      g_ptr_array_add (list, (gpointer) *entries);
}

/* What the other has in @field and what the merged one has in it or, with @more, else; @except left out. */
static CutRecord *
with_both (Settle            *self,
           CutRecord         *other,
           guint              field,
           const char *const *more,
           const char        *except)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  guint n_before = g_strv_length ((char **) cut_record_get_strv (other, field));
  g_auto (GValue) value = G_VALUE_INIT;

  add_each (list, cut_record_get_strv (other, field), NULL);
  add_each (list, cut_record_get_strv (self->merged, field), except);
  if (more != NULL)
    add_each (list, more, except);
  if (list->len == n_before)
    return g_object_ref (other);
  g_ptr_array_add (list, NULL);
  g_value_init (&value, G_TYPE_STRV);
  g_value_set_boxed (&value, list->pdata);
  return cut_record_with_value (other, field, &value);
}

static void
take (CutRecord **record,
      CutRecord  *next)
{
  g_object_unref (*record);
  *record = next;
}

static guint
rank (CutRecord *record)
{
  return cut_vocab_get_place (CUT_VOCAB_SENSITIVITY, cut_record_get_string (record, CUT_RECORD_SENSITIVITY));
}

static CutRecord *
with_word (CutRecord *record,
           CutRecord *from,
           guint      field)
{
  return cut_record_with_value (record, field, cut_record_get_value (from, field));
}

/* The narrower kind of the two, the stricter secrecy, and what the other does not say itself. */
static void
take_words (Settle     *self,
            CutRecord **other)
{
  const char *own = cut_entity_get_schema (CUT_ENTITY (*other));
  const char *schema = cut_entity_get_schema (CUT_ENTITY (self->merged));
  static const guint fields[] = { CUT_ENTITY_SUMMARY, CUT_ENTITY_COUNTRY };

  if (g_strcmp0 (own, schema) != 0 && cut_schemata_is_a (schema, own))
    take (other, with_word (*other, self->merged, CUT_ENTITY_SCHEMA));
  if (rank (self->merged) > rank (*other))
    take (other, with_word (*other, self->merged, CUT_RECORD_SENSITIVITY));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!cut_record_has_value (*other, fields[i]) && cut_record_has_value (self->merged, fields[i]))
      take (other, with_word (*other, self->merged, fields[i]));
}

static gboolean
join_fields (Settle *self)
{
  static const guint lists[] = { CUT_ENTITY_PREVIOUS_NAMES, CUT_ENTITY_IDENTIFIERS, CUT_ENTITY_NOT_SAME_AS, CUT_ENTITY_STORIES,
                                 CUT_ENTITY_TAGS };
  const char *name = cut_entity_get_name (CUT_ENTITY (self->merged));
  const char *const names[] = { name, NULL };
  g_autoptr (CutRecord) other = g_object_ref (self->other);
  const char *own = cut_entity_get_name (CUT_ENTITY (other));

  take (&other, with_both (self, other, CUT_ENTITY_ALIASES, names, own));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    take (&other, with_both (self, other, lists[i], NULL, cut_record_get_id (other)));
  take_words (self, &other);
  return other == self->other || cut_commit_put (self->commit, other, self->error);
}

/* What the other says differently. */

/* A UUID of version 8 (RFC 9562, section 5.8) that follows from what it is for. */
static char *
derive_id (const char *entity,
           const char *property,
           const char *value)
{
  g_autofree char *seed = g_strconcat ("cuttings-merged\n", entity, "\n", property, "\n", value, NULL);
  g_autofree char *hex = cut_sha256_of_text (seed, -1);

  hex[12] = '8';
  hex[16] = "89ab"[g_ascii_xdigit_value (hex[16]) & 3];
  return g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", hex, hex + 8, hex + 12, hex + 16, hex + 20);
}

/* Whether a fact about the other says so already. */
static gboolean
find_fact (Settle     *self,
           const char *property,
           const char *value,
           gboolean   *found)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_FACT);
  g_autoptr (GPtrArray) facts = NULL;

  cut_query_where (query, "about", cut_record_get_id (self->other));
  cut_query_where (query, "property", property);
  query->trash = CUT_TRASH_INCLUDED;
  facts = cut_store_list (self->store, query, self->error);
  *found = FALSE;
  for (guint i = 0; facts != NULL && i < facts->len && !*found; i++)
    *found = g_strcmp0 (cut_fact_get_value (g_ptr_array_index (facts, i)), value) == 0;
  return facts != NULL;
}

static gboolean
keep_as_fact (Settle     *self,
              guint       field,
              const char *property)
{
  const char *value = cut_record_get_string (self->merged, field);
  g_autofree char *id = NULL;
  g_autoptr (CutRecord) fact = NULL;
  gint64 moment = cut_record_get_int (self->merged, CUT_RECORD_CREATED);
  gboolean known;

  /* It has the same, or none and took it. */
  if (value == NULL || !cut_record_has_value (self->other, field) || g_strcmp0 (value, cut_record_get_string (self->other, field)) == 0)
    return TRUE;
  if (!find_fact (self, property, value, &known))
    return FALSE;
  if (known)
    return TRUE;
  id = derive_id (cut_record_get_id (self->merged), property, value);
  fact = cut_record_new (CUT_KIND_FACT, "id", id, "created", moment, "modified", moment, "contributor",
                         cut_record_get_string (self->merged, CUT_RECORD_CONTRIBUTOR), "sensitivity",
                         cut_record_get_string (self->merged, CUT_RECORD_SENSITIVITY), "about", cut_record_get_id (self->other),
                         "property", property, "value", value, NULL);
  return cut_commit_put (self->commit, fact, self->error);
}

/* What named the merged one. */

static gboolean
rewrite (Settle    *self,
         CutRecord *record)
{
  g_autoptr (CutRecord) mapped = cut_remap_references (self->ids, record);
  g_autoptr (CutRecord) trashed = NULL;

  if (mapped == record)
    return TRUE;
  if (!CUT_IS_RELATION (mapped) || cut_record_is_deleted (mapped) ||
      g_strcmp0 (cut_relation_get_from (CUT_RELATION (mapped)), cut_relation_get_to (CUT_RELATION (mapped))) != 0)
    return cut_commit_put (self->commit, mapped, self->error);
  trashed = cut_record_with (record, "deleted", cut_time_now (), NULL);
  return cut_commit_put (self->commit, trashed, self->error);
}

static gboolean
rewrite_field (Settle     *self,
               CutKind     kind,
               const char *field)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;

  cut_query_where (query, field, cut_record_get_id (self->merged));
  query->trash = CUT_TRASH_INCLUDED;
  records = cut_store_list (self->store, query, self->error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!rewrite (self, g_ptr_array_index (records, i)))
      return FALSE;
  return records != NULL;
}

/* Whom a sealed source names is in no table. While it is locked it is left as it is. */
static gboolean
rewrite_sealed (Settle *self)
{
  g_autoptr (GPtrArray) records = cut_store_list_sealed (self->store, self->error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      g_autoptr (CutRecord) whole = cut_store_reveal (self->store, g_ptr_array_index (records, i));

      if (!rewrite (self, whole))
        return FALSE;
    }
  return records != NULL;
}

/* Entities go on naming what they were merged into, and what they are not. */
static gboolean
rewrite_all (Settle *self)
{
  for (int kind = CUT_KIND_NONE + 1; kind < CUT_N_KINDS; kind++)
    {
      guint n_fields;
      const CutField *fields = cut_kind_get_fields ((CutKind) kind, &n_fields);

      for (guint i = 0; kind != CUT_KIND_ENTITY && i < n_fields; i++)
        if ((fields[i].type == CUT_FIELD_ID || fields[i].type == CUT_FIELD_IDS) &&
            (fields[i].target == CUT_KIND_ENTITY || fields[i].target == CUT_KIND_NONE) &&
            !rewrite_field (self, (CutKind) kind, fields[i].name))
          return FALSE;
    }
  return rewrite_sealed (self);
}

/* Who is not the merged one is not the other either. */
static gboolean
part_others (Settle *self)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_ENTITY);
  g_autoptr (GPtrArray) records = NULL;
  const char *id = cut_record_get_id (self->other);

  cut_query_where (query, "not_same_as", cut_record_get_id (self->merged));
  query->trash = CUT_TRASH_INCLUDED;
  records = cut_store_list (self->store, query, self->error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      CutRecord *record = g_ptr_array_index (records, i);
      const char *const *known = cut_entity_get_not_same_as (CUT_ENTITY (record));
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();
      g_autoptr (CutRecord) next = NULL;

      if (g_strv_contains (known, id) || g_str_equal (cut_record_get_id (record), id))
        continue;
      add_each (ids, known, NULL);
      g_ptr_array_add (ids, (gpointer) id);
      g_ptr_array_add (ids, NULL);
      next = cut_record_with (record, "not-same-as", ids->pdata, NULL);
      if (!cut_commit_put (self->commit, next, self->error))
        return FALSE;
    }
  return records != NULL;
}

static gboolean
settle_one (CutCommit   *commit,
            CutStore    *store,
            const char  *id,
            const char  *other,
            GError     **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (CutRecord) merged = cut_store_get (store, id, error);
  g_autoptr (CutRecord) stands = merged != NULL ? cut_store_get (store, other, error) : NULL;
  Settle self = { commit, store, ids, merged, stands, error };

  if (stands == NULL)
    return FALSE;
  g_hash_table_insert (ids, (gpointer) id, (gpointer) other);
  return join_fields (&self) && keep_as_fact (&self, CUT_ENTITY_SUMMARY, "description") &&
         keep_as_fact (&self, CUT_ENTITY_COUNTRY, "country") && part_others (&self) && rewrite_all (&self);
}

/* The one that stands for a circle is merged into none. */
static gboolean
open_circle (CutCommit   *commit,
             CutStore    *store,
             GHashTable  *merged,
             const char  *id,
             GError     **error)
{
  g_autoptr (CutRecord) record = cut_store_get (store, id, error);
  g_autoptr (CutRecord) free_one = NULL;
  const char *into = record != NULL ? cut_entity_get_merged_into (CUT_ENTITY (record)) : NULL;

  if (record == NULL)
    return FALSE;
  /* What it was merged into may be in another notebook alone. */
  if (into == NULL || !g_hash_table_contains (merged, into))
    return TRUE;
  free_one = cut_record_with (record, "merged-into", NULL, NULL);
  return cut_commit_put (commit, free_one, error);
}

gboolean
cut_same_settle (CutCommit   *commit,
                 CutStore    *store,
                 GHashTable  *only,
                 GError     **error)
{
  g_autoptr (GHashTable) merged = cut_store_list_merged (store, error);
  g_autoptr (GList) ids = merged != NULL ? g_list_sort (g_hash_table_get_keys (merged), (GCompareFunc) strcmp) : NULL;

  for (GList *at = ids; at != NULL; at = at->next)
    {
      const char *other = g_hash_table_lookup (merged, at->data);

      if (only != NULL && !g_hash_table_contains (only, at->data))
        continue;
      if (!open_circle (commit, store, merged, other, error) || !settle_one (commit, store, at->data, other, error))
        return FALSE;
    }
  return merged != NULL;
}

CutClasses *
cut_same_find_classes (CutStore   *store,
                       GPtrArray  *theirs,
                       GError    **error)
{
  g_autoptr (GHashTable) merged = cut_store_list_merged (store, error);
  g_autoptr (CutClasses) classes = cut_classes_new ();
  GHashTableIter iter;
  gpointer id, end;

  if (merged == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, merged);
  while (g_hash_table_iter_next (&iter, &id, &end))
    cut_classes_join (classes, id, end);
  for (guint i = 0; theirs != NULL && i < theirs->len; i++)
    {
      CutRecord *entity = g_ptr_array_index (theirs, i);
      const char *into = cut_entity_get_merged_into (CUT_ENTITY (entity));

      if (into != NULL && cut_id_is_valid (into))
        cut_classes_join (classes, cut_record_get_id (entity), into);
    }
  return g_steal_pointer (&classes);
}

/* The one that stands for @id; NULL without an error when there is none, or it is no entity. */
static CutRecord *
find_standing (CutStore    *store,
               GHashTable  *merged,
               const char  *id,
               GError     **error)
{
  const char *end = g_hash_table_lookup (merged, id);
  g_autoptr (CutRecord) record = NULL;

  if (!cut_id_is_valid (id) || !cut_store_look_up (store, end != NULL ? end : id, &record, error))
    return NULL;
  return record != NULL && CUT_IS_ENTITY (record) ? g_steal_pointer (&record) : NULL;
}

gboolean
cut_same_unite (CutCommit   *commit,
                CutStore    *store,
                const char  *a,
                const char  *b,
                GError     **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GHashTable) merged = cut_store_list_merged (store, &failure);
  g_autoptr (CutRecord) one = merged != NULL ? find_standing (store, merged, a, &failure) : NULL;
  g_autoptr (CutRecord) two = one != NULL ? find_standing (store, merged, b, &failure) : NULL;
  g_autoptr (CutRecord) next = NULL;
  int order;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  order = two != NULL ? strcmp (cut_record_get_id (one), cut_record_get_id (two)) : 0;
  if (order == 0)
    return TRUE;
  next = cut_record_with (order < 0 ? two : one, "merged-into", cut_record_get_id (order < 0 ? one : two), NULL);
  return cut_commit_put (commit, next, error);
}
