/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-entity.h"
#include "cut-exchange.h"
#include "cut-fact.h"
#include "cut-in-entities.h"
#include "cut-relation.h"
#include "cut-written.h"

/* One object on its way in: the record as it grows, and the facts about it. */
typedef struct
{
  CutForeigners *all;
  CutForeign *foreign;
  CutRecord *record; /* (owned) */
  gboolean grown;    /* something was said that the record we wrote does not say */
} Entering;

static JsonArray *
values_of (CutForeign *foreign,
           const char *property)
{
  JsonNode *node = json_object_get_member (foreign->properties, property);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* (nullable): not every element is a string where others write. */
static const char *
get_value (JsonArray *values,
           guint      i)
{
  JsonNode *node = values != NULL && i < json_array_get_length (values) ? json_array_get_element (values, i) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING ||
      *json_node_get_string (node) == '\0')
    return NULL;
  return json_node_get_string (node);
}

/* What is known already. */

static gboolean
is_value (const CutProperty *property,
          const char        *ours,
          const char        *theirs)
{
  g_autofree char *out = ours != NULL ? cut_out_value (property, ours) : NULL;

  return g_strcmp0 (out, theirs) == 0;
}

static gboolean
is_in_field (Entering          *self,
             const CutProperty *property,
             const char        *field,
             const char        *value)
{
  int i = cut_kind_find_field (cut_record_get_kind (self->record), field);
  guint n_fields;
  CutFieldType type = cut_record_get_fields (self->record, &n_fields)[i].type;

  if (type == CUT_FIELD_STRINGS)
    return g_strv_contains (cut_record_get_strv (self->record, (guint) i), value);
  if (type == CUT_FIELD_DATE)
    return cut_record_get_date (self->record, (guint) i) != NULL &&
           is_value (property, cut_date_get_value (cut_record_get_date (self->record, (guint) i)), value);
  return g_strcmp0 (cut_record_get_string (self->record, (guint) i), value) == 0 ||
         is_value (property, cut_record_get_string (self->record, (guint) i), value);
}

static gboolean
is_in_facts (Entering          *self,
             const CutProperty *property,
             const char        *value)
{
  for (guint i = 0; i < self->foreign->facts->len; i++)
    {
      CutFact *fact = g_ptr_array_index (self->foreign->facts, i);

      if (g_strcmp0 (cut_fact_get_property (fact), property->name) == 0 &&
          (g_strcmp0 (cut_fact_get_entity (fact), value) == 0 || is_value (property, cut_fact_get_value (fact), value)))
        return TRUE;
    }
  return FALSE;
}

/* Identifiers of an entity leave as properties; the name of a place is its address. */
static gboolean
is_said_otherwise (Entering          *self,
                   const CutProperty *property,
                   const char        *value)
{
  const char *const *ids;

  if (!CUT_IS_ENTITY (self->record))
    return FALSE;
  if (g_str_equal (property->name, "full"))
    return g_strcmp0 (cut_entity_get_name (CUT_ENTITY (self->record)), value) == 0;
  ids = cut_entity_get_identifiers (CUT_ENTITY (self->record));
  for (; property->type == CUT_VALUE_IDENTIFIER && *ids != NULL; ids++)
    {
      const char *colon = strchr (*ids, ':');

      if (is_value (property, colon != NULL ? colon + 1 : *ids, value))
        return TRUE;
    }
  return FALSE;
}

/* Taking a value. */

static void
take (Entering  *self,
      CutRecord *next)
{
  gint64 modified = cut_record_get_int (self->record, CUT_RECORD_MODIFIED);

  g_object_unref (self->record);
  self->record = cut_record_with (next, "modified", modified, NULL);
  g_object_unref (next);
  self->grown = TRUE;
}

static CutRecord *
with_entry (CutRecord  *record,
            guint       field,
            const char *entry)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GValue) value = G_VALUE_INIT;

  g_strv_builder_addv (builder, (const char **) cut_record_get_strv (record, field));
  g_strv_builder_add (builder, entry);
  g_value_init (&value, G_TYPE_STRV);
  g_value_take_boxed (&value, g_strv_builder_end (builder));
  return cut_record_with_value (record, field, &value);
}

/* Whether the field had room for it; of a second summary or country a fact is made. */
static gboolean
put_in_field (Entering   *self,
              const char *field,
              const char *value)
{
  int i = cut_kind_find_field (cut_record_get_kind (self->record), field);
  guint n_fields;
  CutFieldType type = cut_record_get_fields (self->record, &n_fields)[i].type;
  CutRecord *next;

  if (type == CUT_FIELD_STRINGS)
    {
      take (self, with_entry (self->record, (guint) i, value));
      return TRUE;
    }
  if (cut_record_has_value (self->record, (guint) i))
    return FALSE;
  next = cut_record_with_text (self->record, field, value, NULL);
  if (next != NULL)
    take (self, next);
  return next != NULL;
}

static void
put_fact (Entering          *self,
          const CutProperty *property,
          const char        *value,
          const char        *entity)
{
  g_autofree char *seed = g_strjoin ("\n", self->foreign->id, property->name, value != NULL ? value : entity, NULL);
  g_autofree char *id = cut_foreign_derive_id (seed);
  g_autoptr (CutRecord) bare = cut_record_new (CUT_KIND_FACT, "id", id, "about", self->foreign->id, "property", property->name, "value",
                                               value, "entity", entity, NULL);

  g_ptr_array_add (self->foreign->facts, cut_record_with_revision (bare, NULL));
}

static void
take_entity (Entering          *self,
             const CutProperty *property,
             const char        *value)
{
  CutForeign *other = g_hash_table_lookup (self->all->by_id, value);

  if (other != NULL && is_in_facts (self, property, other->id))
    return;
  if (other != NULL && cut_schemata_is_a (other->schema, property->range))
    put_fact (self, property, NULL, other->id);
  else
    cut_foreign_leave (self->all, self->foreign->schema, property->name);
}

/* A second summary is a description. */
static const CutProperty *
further_property (Entering          *self,
                  const CutProperty *property)
{
  if (g_str_equal (property->name, "summary"))
    return cut_schemata_find_property (self->foreign->schema, "description");
  return g_str_equal (property->name, "name") ? cut_schemata_find_property (self->foreign->schema, "alias") : property;
}

static void
take_value (Entering          *self,
            const CutProperty *property,
            const char        *text)
{
  const char *field = cut_property_get_field (property, self->foreign->schema);
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  if (is_in_facts (self, property, text) || is_said_otherwise (self, property, text) ||
      (field != NULL && is_in_field (self, property, field, text)))
    return;
  value = cut_property_check_value (property, text, &error);
  if (value == NULL)
    {
      cut_foreign_fail (self->all, self->foreign->line, error->message);
      return;
    }
  if (is_in_facts (self, property, value))
    return;
  if (field != NULL && put_in_field (self, field, value))
    return;
  /* The dates of a relation are said once. */
  if (field != NULL && CUT_IS_RELATION (self->record))
    cut_foreign_leave (self->all, self->foreign->schema, property->name);
  else if (field != NULL && further_property (self, property) != property)
    take_value (self, further_property (self, property), text);
  else
    put_fact (self, property, value, NULL);
}

/* The articles that prove it are clips, which are not read here. */
static gboolean
is_ours (Entering   *self,
         const char *name)
{
  return g_str_equal (name, "proof") && self->foreign->record != NULL;
}

static void
take_property (Entering   *self,
               const char *name)
{
  const CutProperty *property = cut_schemata_find_property (self->foreign->schema, name);
  JsonArray *values = values_of (self->foreign, name);
  const CutSchema *schema = cut_schemata_find (self->foreign->schema);

  if (g_strcmp0 (name, schema->from) == 0 || g_strcmp0 (name, schema->to) == 0 || is_ours (self, name))
    return;
  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    {
      const char *value = get_value (values, i);

      if (property == NULL || value == NULL)
        cut_foreign_leave (self->all, self->foreign->schema, name);
      else if (property->type == CUT_VALUE_ENTITY)
        take_entity (self, property, value);
      else
        take_value (self, property, value);
    }
}

static void
take_properties (Entering *self)
{
  g_autoptr (GList) names = g_list_sort (json_object_get_members (self->foreign->properties), (GCompareFunc) strcmp);

  for (GList *name = names; name != NULL; name = name->next)
    take_property (self, name->data);
}

/* Objects. */

/* What it is called where there is no name. */
static const char *
find_name (CutForeign *foreign)
{
  static const char *const names[] = { "name",      "full",          "title",      "username", "registrationNumber", "publicKey", "iban",
                                       "accountNumber", "caseNumber", "projectId", "alias",    "email",              "summary" };
  const char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && name == NULL; i++)
    name = get_value (values_of (foreign, names[i]), 0);
  return name;
}

static CutRecord *
new_entity (CutForeigners *all,
            CutForeign    *foreign)
{
  const char *name = find_name (foreign);

  if (name != NULL)
    return cut_record_new (CUT_KIND_ENTITY, "id", foreign->id, "schema", foreign->schema, "name", name, NULL);
  cut_foreign_fail (all, foreign->line, _("it has no name"));
  return NULL;
}

static CutForeign *
find_end (CutForeigners *all,
          CutForeign    *foreign,
          gboolean       to)
{
  const char *id = get_value (values_of (foreign, cut_schemata_get_end (foreign->schema, to)->name), 0);

  return id != NULL ? g_hash_table_lookup (all->by_id, id) : NULL;
}

static CutRecord *
new_relation (CutForeigners *all,
              CutForeign    *foreign)
{
  CutForeign *from = find_end (all, foreign, FALSE);
  CutForeign *to = find_end (all, foreign, TRUE);
  g_autoptr (GError) error = NULL;

  if (from == NULL || to == NULL)
    {
      cut_foreign_fail (all, foreign->line, _("its ends are not in the file"));
      return NULL;
    }
  if (cut_schemata_check_ends (foreign->schema, from->schema, to->schema, &error))
    return cut_record_new (CUT_KIND_RELATION, "id", foreign->id, "schema", foreign->schema, "from", from->id, "to", to->id, NULL);
  cut_foreign_fail (all, foreign->line, error->message);
  return NULL;
}

/* Several at one end are several relations there; here one is. */
static void
count_further_ends (CutForeigners *all,
                    CutForeign    *foreign)
{
  for (int to = 0; to < 2; to++)
    {
      const CutProperty *end = cut_schemata_get_end (foreign->schema, to);
      JsonArray *values = end != NULL ? values_of (foreign, end->name) : NULL;

      for (guint i = 1; values != NULL && i < json_array_get_length (values); i++)
        cut_foreign_leave (all, foreign->schema, end->name);
    }
}

static CutRecord *
start (CutForeigners *all,
       CutForeign    *foreign)
{
  if (foreign->record != NULL)
    return g_object_ref (foreign->record);
  return cut_schemata_is_relation (foreign->schema) ? new_relation (all, foreign) : new_entity (all, foreign);
}

/* What others added is one write, named after what it says, so that the same file says nothing new when it comes again. */
static CutRecord *
with_write (Entering *self)
{
  g_autoptr (CutRecord) level = cut_record_with (self->record, "modified", (gint64) 0, NULL);
  g_autofree char *hash = cut_record_compute_rev (level);
  g_autofree char *session = g_strndup (hash, 12);

  return cut_written_follow (self->record, self->foreign->record, session);
}

/* A record that others added to follows the one we wrote. */
static CutRecord *
finish (Entering *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (CutRecord) written = NULL;
  g_auto (GStrv) parents = NULL;

  if (self->foreign->record == NULL)
    return cut_record_with_revision (self->record, NULL);
  if (!self->grown)
    return g_object_ref (self->record);
  g_strv_builder_addv (builder, (const char **) cut_record_get_strv (self->foreign->record, CUT_RECORD_PARENTS));
  g_strv_builder_add (builder, cut_record_get_rev (self->foreign->record));
  parents = g_strv_builder_end (builder);
  written = with_write (self);
  return cut_record_with_revision (written, (const char *const *) parents);
}

void
cut_foreign_take (CutForeigners *self,
                  CutForeign    *foreign)
{
  Entering entering = { self, foreign, start (self, foreign), FALSE };
  g_autoptr (CutRecord) finished = NULL;

  if (entering.record == NULL)
    return;
  count_further_ends (self, foreign);
  if (!foreign->translated)
    take_properties (&entering);
  finished = finish (&entering);
  cut_bundle_content_add (self->content, finished);
  for (guint i = 0; i < foreign->facts->len; i++)
    cut_bundle_content_add (self->content, g_ptr_array_index (foreign->facts, i));
  g_object_unref (entering.record);
}
