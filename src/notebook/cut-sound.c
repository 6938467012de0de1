/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-sound.h"

#include <glib/gi18n-lib.h>

#include "cut-entity.h"
#include "cut-error.h"
#include "cut-fact.h"
#include "cut-id.h"
#include "cut-relation.h"
#include "cut-remap.h"
#include "cut-schemata.h"
#include "cut-sound-alone.h"
#include "cut-sound-there.h"
#include "cut-store-merged.h"
#include "cut-tag.h"

struct _CutSound
{
  CutStore *store;    /* (unowned) */
  const char *owner;  /* (unowned) (nullable) */
  GHashTable *act;    /* (owned) (element-type utf8 CutRecord): the records of the act, by id */
  GHashTable *merged; /* (owned): id → the id of the entity that stands for it */
};

CutSound *
cut_sound_new (CutStore    *store,
               CutAct      *act,
               const char  *owner,
               GError     **error)
{
  GPtrArray *records = cut_act_get_records (act);
  g_autoptr (CutSound) self = g_new0 (CutSound, 1);

  self->store = store;
  self->owner = owner;
  self->act = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (self->act, (gpointer) cut_record_get_id (g_ptr_array_index (records, i)), g_ptr_array_index (records, i));
  self->merged = cut_store_list_merged (store, error);
  return self->merged != NULL ? g_steal_pointer (&self) : NULL;
}

void
cut_sound_free (CutSound *self)
{
  g_clear_pointer (&self->act, g_hash_table_unref);
  g_clear_pointer (&self->merged, g_hash_table_unref);
  g_free (self);
}

/* What @id names in the act or the notebook; NULL without an error when nothing. */
static gboolean
look_up (CutSound     *self,
         const char   *id,
         CutRecord   **record,
         GError      **error)
{
  CutRecord *ours = id != NULL ? g_hash_table_lookup (self->act, id) : NULL;

  *record = ours != NULL ? g_object_ref (ours) : NULL;
  if (ours != NULL || id == NULL || !cut_id_is_valid (id))
    return TRUE;
  return cut_store_look_up (self->store, id, record, error);
}

static gboolean
is_same_text (CutRecord *a,
              CutRecord *b,
              guint      field)
{
  return a != NULL && g_strcmp0 (cut_record_get_string (a, field), cut_record_get_string (b, field)) == 0;
}

/* Facts. */

static gboolean
refuse (GError    **error,
        const char *reason)
{
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, reason);
  return FALSE;
}

static const char *
schema_of (CutRecord *record)
{
  if (record == NULL || (!CUT_IS_ENTITY (record) && !CUT_IS_RELATION (record)))
    return NULL;
  return cut_record_get_string (record, CUT_IS_ENTITY (record) ? (guint) CUT_ENTITY_SCHEMA : (guint) CUT_RELATION_SCHEMA);
}

static gboolean
check_named (CutSound           *self,
             const CutProperty  *property,
             CutFact            *fact,
             GError            **error)
{
  g_autoptr (CutRecord) entity = NULL;

  if (cut_fact_get_entity (fact) == NULL || cut_fact_get_value (fact) != NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” has to be an entity"), cut_property_get_label (property));
      return FALSE;
    }
  if (g_str_equal (cut_fact_get_entity (fact), CUT_ID_WITHHELD))
    return TRUE;
  if (!look_up (self, cut_fact_get_entity (fact), &entity, error))
    return FALSE;
  if (entity != NULL && CUT_IS_ENTITY (entity) && cut_schemata_is_a (schema_of (entity), property->range))
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT,
               /* Translators: a property, and the kind of entity that it has to be */
               _("“%s” has to be an entity of the kind %s"), cut_property_get_label (property),
               cut_schemata_get_label (property->range));
  return FALSE;
}

static CutRecord *
with_value (CutSound           *self,
            const CutProperty  *property,
            CutRecord          *record,
            GError            **error)
{
  CutFact *fact = CUT_FACT (record);
  g_autofree char *value = NULL;

  if (property->type == CUT_VALUE_ENTITY)
    return check_named (self, property, fact, error) ? g_object_ref (record) : NULL;
  value = cut_property_check_value (property, cut_fact_get_value (fact), error);
  if (value == NULL)
    return NULL;
  if (g_strcmp0 (value, cut_fact_get_value (fact)) == 0 && cut_fact_get_entity (fact) == NULL)
    return g_object_ref (record);
  return cut_record_with (record, "value", value, "entity", NULL, NULL);
}

/* A name or a start is said once, by the record itself; of other names and countries there may be more, each with its proof. */
static gboolean
is_a_fact (const CutProperty  *property,
           const char         *schema,
           GError            **error)
{
  const char *field = cut_property_get_field (property, schema);

  if (field == NULL || g_str_equal (field, "aliases") || g_str_equal (field, "previous_names") || g_str_equal (field, "country"))
    return TRUE;
  g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” is no fact of its own: change the field “%s”"),
               cut_property_get_label (property), field);
  return FALSE;
}

static CutRecord *
check_fact (CutSound   *self,
            CutRecord  *record,
            CutRecord  *before,
            GError    **error)
{
  g_autoptr (CutRecord) about = NULL;
  const CutProperty *property;

  if (is_same_text (before, record, CUT_FACT_ABOUT) && is_same_text (before, record, CUT_FACT_PROPERTY) &&
      is_same_text (before, record, CUT_FACT_VALUE) && is_same_text (before, record, CUT_FACT_ENTITY))
    return g_object_ref (record);
  if (!look_up (self, cut_fact_get_about (CUT_FACT (record)), &about, error))
    return NULL;
  if (schema_of (about) == NULL)
    {
      refuse (error, _("A fact has to be about an entity or a relation"));
      return NULL;
    }
  property = cut_schemata_need_property (schema_of (about), cut_fact_get_property (CUT_FACT (record)), error);
  if (property == NULL || !is_a_fact (property, schema_of (about), error))
    return NULL;
  return with_value (self, property, record, error);
}

/* Relations. */

static gboolean
check_ends (CutSound     *self,
            CutRelation  *relation,
            const char   *entity,
            const char   *schema,
            GError      **error)
{
  const char *const ids[] = { cut_relation_get_from (relation), cut_relation_get_to (relation) };
  g_autoptr (CutRecord) from = NULL;
  g_autoptr (CutRecord) to = NULL;
  const char *from_schema, *to_schema;

  if (!look_up (self, ids[0], &from, error) || !look_up (self, ids[1], &to, error))
    return FALSE;
  /* What a colleague kept back cannot be judged. */
  if (g_strcmp0 (ids[0], CUT_ID_WITHHELD) == 0 || g_strcmp0 (ids[1], CUT_ID_WITHHELD) == 0)
    return TRUE;
  if (from == NULL || to == NULL || !CUT_IS_ENTITY (from) || !CUT_IS_ENTITY (to))
    return refuse (error, _("A relation has to lead from one entity to another"));
  from_schema = g_strcmp0 (ids[0], entity) == 0 ? schema : schema_of (from);
  to_schema = g_strcmp0 (ids[1], entity) == 0 ? schema : schema_of (to);
  return cut_schemata_check_ends (cut_relation_get_schema (relation), from_schema, to_schema, error);
}

static gboolean
check_relation (CutSound   *self,
                CutRecord  *record,
                CutRecord  *before,
                GError    **error)
{
  const char *from = cut_relation_get_from (CUT_RELATION (record));

  if (is_same_text (before, record, CUT_RELATION_SCHEMA) && is_same_text (before, record, CUT_RELATION_FROM) &&
      is_same_text (before, record, CUT_RELATION_TO))
    return TRUE;
  if (from != NULL && g_strcmp0 (from, cut_relation_get_to (CUT_RELATION (record))) == 0 && !g_str_equal (from, CUT_ID_WITHHELD))
    return refuse (error, _("A relation cannot lead from an entity to itself"));
  return check_ends (self, CUT_RELATION (record), NULL, NULL, error);
}

/* Entities. */

/* The relations and facts that an entity has, when it is to be of another kind. */
static gboolean
check_new_schema (CutSound   *self,
                  CutRecord  *record,
                  GError    **error)
{
  const char *id = cut_record_get_id (record);
  const char *schema = cut_entity_get_schema (CUT_ENTITY (record));
  g_autoptr (GPtrArray) relations = cut_store_referrers (self->store, id, CUT_KIND_RELATION, error);
  g_autoptr (GPtrArray) facts = relations != NULL ? cut_store_referrers (self->store, id, CUT_KIND_FACT, error) : NULL;

  for (guint i = 0; facts != NULL && i < relations->len; i++)
    if (!check_ends (self, g_ptr_array_index (relations, i), id, schema, error))
      return FALSE;
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      CutFact *fact = g_ptr_array_index (facts, i);

      if (g_strcmp0 (cut_fact_get_about (fact), id) == 0 &&
          cut_schemata_need_property (schema, cut_fact_get_property (fact), error) == NULL)
        return FALSE;
    }
  return facts != NULL;
}

static CutRecord *
with_country (CutRecord  *record,
              CutRecord  *before,
              GError    **error)
{
  const char *country = cut_entity_get_country (CUT_ENTITY (record));
  const CutProperty *property = cut_schemata_find_property ("Thing", "country");
  g_autofree char *code = NULL;

  if (country == NULL || is_same_text (before, record, CUT_ENTITY_COUNTRY))
    return g_object_ref (record);
  code = cut_property_check_value (property, country, error);
  return code != NULL ? cut_record_with (record, "country", code, NULL) : NULL;
}

static gboolean
check_merged (CutRecord  *record,
              CutRecord  *before,
              GError    **error)
{
  const char *into = cut_entity_get_merged_into (CUT_ENTITY (record));

  if (into == NULL || is_same_text (before, record, CUT_ENTITY_MERGED_INTO))
    return TRUE;
  if (g_str_equal (into, cut_record_get_id (record)))
    return refuse (error, _("An entity cannot be merged into itself"));
  return !g_strv_contains (cut_entity_get_not_same_as (CUT_ENTITY (record)), into) ||
         refuse (error, _("They were said not to be the same"));
}

static CutRecord *
check_entity (CutSound   *self,
              CutRecord  *record,
              CutRecord  *before,
              GError    **error)
{
  if (!check_merged (record, before, error))
    return NULL;
  if (before != NULL && !is_same_text (before, record, CUT_ENTITY_SCHEMA) && !check_new_schema (self, record, error))
    return NULL;
  return with_country (record, before, error);
}

/* Tags. */

static gboolean
check_tag (CutSound   *self,
           CutRecord  *record,
           CutRecord  *before,
           GError    **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (CutRecord) at = g_object_ref (record);

  if (is_same_text (before, record, CUT_TAG_PARENT))
    return TRUE;
  while (at != NULL && CUT_IS_TAG (at) && g_hash_table_add (seen, g_strdup (cut_record_get_id (at))))
    {
      CutRecord *above = NULL;

      if (g_strcmp0 (cut_tag_get_parent (CUT_TAG (at)), cut_record_get_id (record)) == 0)
        return refuse (error, _("A tag cannot stand below itself"));
      if (!look_up (self, cut_tag_get_parent (CUT_TAG (at)), &above, error))
        return FALSE;
      g_object_unref (at);
      at = above;
    }
  return TRUE;
}

/* All. */

/* Everything but an entity itself speaks of the one that stands for it. */
static CutRecord *
with_those_that_stand (CutSound  *self,
                       CutRecord *record)
{
  if (CUT_IS_ENTITY (record) || g_hash_table_size (self->merged) == 0)
    return g_object_ref (record);
  return cut_remap_references (self->merged, record);
}

/* What a new object is made for must be in the notebook: nobody sees a mark on a clip that was thrown away. */
static gboolean
check_needed (CutSound   *self,
              CutRecord  *record,
              GError    **error)
{
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  for (guint i = CUT_RECORD_N_FIELDS; i < n_fields; i++)
    {
      g_autoptr (CutRecord) needed = NULL;

      if (fields[i].type != CUT_FIELD_ID || !(fields[i].flags & CUT_FIELD_REQUIRED))
        continue;
      if (!look_up (self, cut_record_get_string (record, i), &needed, error) || (needed != NULL && !cut_sound_is_alive (needed, error)))
        return FALSE;
    }
  return TRUE;
}

static CutRecord *
check_living (CutSound   *self,
              CutRecord  *record,
              CutRecord  *before,
              GError    **error)
{
  CutKind kind = cut_record_get_kind (record);
  g_autoptr (CutRecord) alone = cut_sound_alone (record, before, error);

  if (alone == NULL || (before == NULL && !check_needed (self, alone, error)))
    return NULL;
  if (kind == CUT_KIND_ENTITY)
    return check_entity (self, alone, before, error);
  if (kind == CUT_KIND_FACT)
    return check_fact (self, alone, before, error);
  if (kind == CUT_KIND_CHECK && before == NULL)
    return cut_sound_sign_check (self->store, alone, self->owner, error);
  if ((kind == CUT_KIND_TAG && !check_tag (self, alone, before, error)) ||
      ((kind == CUT_KIND_TAG || kind == CUT_KIND_STORY) && !cut_sound_is_only_one (self->store, alone, before, error)) ||
      (kind == CUT_KIND_RELATION && !check_relation (self, alone, before, error)))
    return NULL;
  return g_steal_pointer (&alone);
}

CutRecord *
cut_sound_check (CutSound   *self,
                 CutRecord  *record,
                 GError    **error)
{
  g_autoptr (CutRecord) present = with_those_that_stand (self, record);
  g_autoptr (CutRecord) before = NULL;

  if (!cut_store_look_up (self->store, cut_record_get_id (record), &before, error))
    return NULL;
  if (!cut_record_is_deleted (record))
    return check_living (self, present, before, error);
  if (before != NULL && cut_record_is_deleted (before) && !cut_sound_is_left (record, before, error))
    return NULL;
  return g_steal_pointer (&present);
}
