/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-properties.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-entity.h"
#include "cut-error.h"
#include "cut-fact.h"
#include "cut-relation.h"
#include "cut-schemata.h"

void
cut_properties_clear (CutProperties *self)
{
  g_strfreev (self->set);
  g_strfreev (self->unset);
  g_strfreev (self->evidence);
}

/* `KEY=VALUE`; @value is NULL where there is none. */
static char *
split (const char  *text,
       const char **value)
{
  const char *equals = strchr (text, '=');

  *value = equals != NULL ? equals + 1 : NULL;
  return equals != NULL ? g_strndup (text, (gsize) (equals - text)) : g_strdup (text);
}

/* Fields. */

static CutRecord *
with_entry (CutRecord  *record,
            const char *field,
            const char *entry)
{
  int i = cut_kind_find_field (cut_record_get_kind (record), field);
  const char *const *known = cut_record_get_strv (record, (guint) i);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GValue) value = G_VALUE_INIT;

  g_strv_builder_addv (builder, (const char **) known);
  if (!g_strv_contains (known, entry))
    g_strv_builder_add (builder, entry);
  g_value_init (&value, G_TYPE_STRV);
  g_value_take_boxed (&value, g_strv_builder_end (builder));
  return cut_record_with_value (record, (guint) i, &value);
}

static CutRecord *
with_field (CutRecord          *record,
            const CutProperty  *property,
            const char         *field,
            const char         *text,
            GError            **error)
{
  g_autofree char *value = cut_property_check_value (property, text, error);
  guint n_fields;
  const CutField *fields = cut_record_get_fields (record, &n_fields);

  if (value == NULL)
    return NULL;
  if (fields[cut_kind_find_field (cut_record_get_kind (record), field)].type == CUT_FIELD_STRINGS)
    return with_entry (record, field, value);
  return cut_record_with_text (record, field, value, error);
}

/* Facts. */

static char **
resolve_evidence (const CutProperties  *self,
                  CutCli               *cli,
                  GError              **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; self->evidence != NULL && self->evidence[i] != NULL; i++)
    {
      g_autofree char *id = cut_cli_resolve (cli, CUT_KIND_ANNOTATION, self->evidence[i], error);

      if (id == NULL)
        return NULL;
      g_strv_builder_add (builder, id);
    }
  return g_strv_builder_end (builder);
}

static CutRecord *
make_fact (CutCli             *cli,
           CutRecord          *record,
           const CutProperty  *property,
           const char         *value,
           char              **evidence,
           GError            **error)
{
  g_autofree char *id = NULL;
  g_autoptr (CutRecord) entity = NULL;

  if (property->type != CUT_VALUE_ENTITY)
    return cut_fact_new (record, property->name, value, (const char *const *) evidence, error);
  id = cut_cli_resolve (cli, CUT_KIND_ENTITY, value, error);
  entity = id != NULL ? cut_notebook_get (cli->notebook, id, error) : NULL;
  return entity != NULL ? cut_fact_new_entity (record, property->name, entity, (const char *const *) evidence, error) : NULL;
}

/* What a field says may be said by a fact as well, which tells what proves it. */
static gboolean
has_proof (const char *field)
{
  return g_str_equal (field, "aliases") || g_str_equal (field, "previous_names") || g_str_equal (field, "country");
}

static gboolean
add_proof (CutAct             *act,
           CutRecord          *record,
           const CutProperty  *property,
           const char         *value,
           char              **evidence,
           GError            **error)
{
  CutRecord *fact = cut_fact_new (record, property->name, value, (const char *const *) evidence, error);

  if (fact != NULL)
    cut_act_take (act, fact);
  return fact != NULL;
}

static gboolean
set_one (CutCli       *cli,
         CutAct       *act,
         CutRecord   **record,
         const char   *text,
         char        **evidence,
         GError      **error)
{
  const char *value;
  g_autofree char *name = split (text, &value);
  const CutProperty *property;
  const char *field;
  CutRecord *made;

  if (value == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_USAGE, _("“%s” is not KEY=VALUE"), text);
      return FALSE;
    }
  property = cut_schemata_need_property (cut_fact_get_schema_of (*record), name, error);
  if (property == NULL)
    return FALSE;
  field = cut_property_get_field (property, cut_fact_get_schema_of (*record));
  made = field != NULL ? with_field (*record, property, field, value, error) : make_fact (cli, *record, property, value, evidence, error);
  if (made == NULL)
    return FALSE;
  if (field == NULL)
    {
      cut_act_take (act, made);
      return TRUE;
    }
  g_object_unref (*record);
  *record = made;
  return evidence[0] == NULL || !has_proof (field) || add_proof (act, *record, property, value, evidence, error);
}

static gboolean
unset_one (CutCli      *cli,
           CutAct      *act,
           CutRecord   *record,
           const char  *text,
           GError     **error)
{
  const char *value;
  g_autofree char *name = split (text, &value);
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_FACT);
  g_autoptr (GPtrArray) facts = NULL;
  guint n_found = 0;

  cut_query_where (query, "about", cut_record_get_id (record));
  cut_query_where (query, "property", name);
  facts = cut_notebook_list (cli->notebook, query, NULL, error);
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    if (value == NULL || g_strcmp0 (cut_fact_get_value (g_ptr_array_index (facts, i)), value) == 0)
      {
        cut_act_trash (act, g_ptr_array_index (facts, i));
        n_found++;
      }
  if (facts != NULL && n_found == 0)
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("There is no fact “%s” about it"), text);
  return n_found > 0;
}

gboolean
cut_properties_apply (const CutProperties  *self,
                      CutCli               *cli,
                      CutAct               *act,
                      CutRecord            *record,
                      GError              **error)
{
  g_auto (GStrv) evidence = resolve_evidence (self, cli, error);
  g_autoptr (CutRecord) current = g_object_ref (record);

  if (evidence == NULL)
    return FALSE;
  /* The record comes first: what is about it may be new as well. */
  cut_act_put (act, current);
  for (guint i = 0; self->unset != NULL && self->unset[i] != NULL; i++)
    if (!unset_one (cli, act, current, self->unset[i], error))
      return FALSE;
  for (guint i = 0; self->set != NULL && self->set[i] != NULL; i++)
    if (!set_one (cli, act, &current, self->set[i], evidence, error))
      return FALSE;
  cut_act_put (act, current);
  return TRUE;
}

/* Showing. */

static const char *
name_in (CutEntityDetail *detail,
         const char      *id)
{
  CutRecord *entity = id != NULL ? cut_entity_detail_find (detail, id) : NULL;

  return entity != NULL && CUT_IS_ENTITY (entity) ? cut_entity_get_name (CUT_ENTITY (entity)) : id;
}

static char *
value_of (CutEntityDetail   *detail,
          CutRecord         *fact,
          const CutProperty *property)
{
  const char *value = cut_fact_get_value (CUT_FACT (fact));

  if (value == NULL)
    return g_strdup (name_in (detail, cut_fact_get_entity (CUT_FACT (fact))));
  return property != NULL ? cut_property_show_value (property, value) : g_strdup (value);
}

static void
print_evidence (CutEntityDetail   *detail,
                const char *const *ids)
{
  for (; *ids != NULL; ids++)
    {
      CutRecord *annotation = cut_entity_detail_find (detail, *ids);
      g_autofree char *quote = annotation != NULL ? cut_record_get_title (annotation) : NULL;

      g_print ("    %s  “%s”\n", *ids, quote != NULL ? quote : "");
    }
}

static void
print_fact (CutEntityDetail *detail,
            CutRecord       *fact,
            const char      *schema)
{
  const CutProperty *property = cut_schemata_find_property (schema, cut_fact_get_property (CUT_FACT (fact)));
  g_autofree char *value = value_of (detail, fact, property);

  g_print ("  %s  %s: %s\n", cut_record_get_id (fact),
           property != NULL ? cut_property_get_label (property) : cut_fact_get_property (CUT_FACT (fact)), value);
  print_evidence (detail, cut_fact_get_evidence (CUT_FACT (fact)));
}

static void
print_relation (CutEntityDetail *detail,
                CutRecord       *record)
{
  CutRelation *relation = CUT_RELATION (record);

  g_print ("  %s  %s → %s → %s\n", cut_record_get_id (record), name_in (detail, cut_relation_get_from (relation)),
           cut_schemata_get_label (cut_relation_get_schema (relation)), name_in (detail, cut_relation_get_to (relation)));
  print_evidence (detail, cut_relation_get_evidence (relation));
  for (guint i = 0; i < detail->relation_facts->len; i++)
    if (g_strcmp0 (cut_fact_get_about (g_ptr_array_index (detail->relation_facts, i)), cut_record_get_id (record)) == 0)
      print_fact (detail, g_ptr_array_index (detail->relation_facts, i), cut_relation_get_schema (relation));
}

void
cut_properties_print (CutCli    *cli,
                      CutRecord *entity)
{
  g_autoptr (CutEntityDetail) detail = cut_notebook_entity_detail (cli->notebook, cut_record_get_id (entity), NULL, NULL);

  if (detail == NULL)
    return;
  if (detail->facts->len > 0)
    g_print ("\n%s\n", _("what is known"));
  for (guint i = 0; i < detail->facts->len; i++)
    print_fact (detail, g_ptr_array_index (detail->facts, i), cut_entity_get_schema (CUT_ENTITY (detail->entity)));
  if (detail->relations->len > 0)
    g_print ("\n%s\n", _("tied to"));
  for (guint i = 0; i < detail->relations->len; i++)
    print_relation (detail, g_ptr_array_index (detail->relations, i));
  if (detail->merged->len > 0)
    g_print ("\n%s\n", _("merged into it"));
  for (guint i = 0; i < detail->merged->len; i++)
    g_print ("  %s  %s\n", cut_record_get_id (g_ptr_array_index (detail->merged, i)),
             cut_entity_get_name (g_ptr_array_index (detail->merged, i)));
}

static JsonArray *
quotes_of (CutEntityDetail   *detail,
           const char *const *ids)
{
  JsonArray *array = json_array_new ();

  for (; *ids != NULL; ids++)
    {
      CutRecord *annotation = cut_entity_detail_find (detail, *ids);
      g_autofree char *quote = annotation != NULL ? cut_record_get_title (annotation) : NULL;
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "annotation", *ids);
      json_object_set_string_member (object, "quote", quote);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
fact_to_json (CutEntityDetail *detail,
              CutRecord       *fact)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", cut_record_get_id (fact));
  json_object_set_string_member (object, "property", cut_fact_get_property (CUT_FACT (fact)));
  json_object_set_string_member (object, "value", cut_fact_get_value (CUT_FACT (fact)));
  json_object_set_string_member (object, "entity", cut_fact_get_entity (CUT_FACT (fact)));
  json_object_set_array_member (object, "evidence", quotes_of (detail, cut_fact_get_evidence (CUT_FACT (fact))));
  return object;
}

static JsonObject *
relation_to_json (CutEntityDetail *detail,
                  CutRecord       *record)
{
  CutRelation *relation = CUT_RELATION (record);
  JsonObject *object = json_object_new ();
  JsonArray *facts = json_array_new ();

  json_object_set_string_member (object, "id", cut_record_get_id (record));
  json_object_set_string_member (object, "schema", cut_relation_get_schema (relation));
  json_object_set_string_member (object, "from", cut_relation_get_from (relation));
  json_object_set_string_member (object, "from_name", name_in (detail, cut_relation_get_from (relation)));
  json_object_set_string_member (object, "to", cut_relation_get_to (relation));
  json_object_set_string_member (object, "to_name", name_in (detail, cut_relation_get_to (relation)));
  json_object_set_string_member (object, "role", cut_relation_get_role (relation));
  json_object_set_array_member (object, "evidence", quotes_of (detail, cut_relation_get_evidence (relation)));
  for (guint i = 0; i < detail->relation_facts->len; i++)
    if (g_strcmp0 (cut_fact_get_about (g_ptr_array_index (detail->relation_facts, i)), cut_record_get_id (record)) == 0)
      json_array_add_object_element (facts, fact_to_json (detail, g_ptr_array_index (detail->relation_facts, i)));
  json_object_set_array_member (object, "facts", facts);
  return object;
}

void
cut_properties_set (CutCli     *cli,
                    JsonObject *object,
                    CutRecord  *entity)
{
  g_autoptr (CutEntityDetail) detail = cut_notebook_entity_detail (cli->notebook, cut_record_get_id (entity), NULL, NULL);
  JsonArray *facts = json_array_new ();
  JsonArray *relations = json_array_new ();
  JsonArray *merged = json_array_new ();

  for (guint i = 0; detail != NULL && i < detail->facts->len; i++)
    json_array_add_object_element (facts, fact_to_json (detail, g_ptr_array_index (detail->facts, i)));
  for (guint i = 0; detail != NULL && i < detail->relations->len; i++)
    json_array_add_object_element (relations, relation_to_json (detail, g_ptr_array_index (detail->relations, i)));
  for (guint i = 0; detail != NULL && i < detail->merged->len; i++)
    json_array_add_string_element (merged, cut_record_get_id (g_ptr_array_index (detail->merged, i)));
  json_object_set_array_member (object, "facts", facts);
  json_object_set_array_member (object, "relations", relations);
  json_object_set_array_member (object, "merged", merged);
}
