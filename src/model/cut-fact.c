/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-fact.h"

#include <glib/gi18n-lib.h>

#include "cut-entity.h"
#include "cut-error.h"
#include "cut-relation.h"
#include "cut-schemata.h"

static const CutField fact_fields[] = {
  { "about", CUT_FIELD_ID, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_REQUIRED },
  { "property", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_REQUIRED },
  { "value", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_SEARCHED },
  { "entity", CUT_FIELD_ID, CUT_VOCAB_NONE, CUT_KIND_ENTITY, CUT_FIELD_PLAIN },
  { "date", CUT_FIELD_DATE, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_PLAIN },
  { "evidence", CUT_FIELD_IDS, CUT_VOCAB_NONE, CUT_KIND_ANNOTATION, CUT_FIELD_PLAIN },
  { "note", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_SEARCHED },
};

CUT_DEFINE_RECORD (CutFact, cut_fact, CUT_KIND_FACT, fact_fields)

const char *
cut_fact_get_schema_of (CutRecord *about)
{
  if (CUT_IS_RELATION (about))
    return cut_relation_get_schema (CUT_RELATION (about));
  return CUT_IS_ENTITY (about) ? cut_entity_get_schema (CUT_ENTITY (about)) : NULL;
}

CutRecord *
cut_fact_new (CutRecord          *about,
              const char         *property,
              const char         *text,
              const char *const  *evidence,
              GError            **error)
{
  g_autofree char *value = cut_schemata_check_value (cut_fact_get_schema_of (about), property, text, error);

  if (value == NULL)
    return NULL;
  return cut_record_new (CUT_KIND_FACT, "about", cut_record_get_id (about), "property", property, "value", value, "evidence", evidence,
                         NULL);
}

CutRecord *
cut_fact_new_entity (CutRecord          *about,
                     const char         *property,
                     CutRecord          *entity,
                     const char *const  *evidence,
                     GError            **error)
{
  const CutProperty *found = cut_schemata_need_property (cut_fact_get_schema_of (about), property, error);

  if (found == NULL)
    return NULL;
  if (found->type != CUT_VALUE_ENTITY)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” is a value, not an entity"), cut_property_get_label (found));
      return NULL;
    }
  if (!cut_schemata_is_a (cut_fact_get_schema_of (entity), found->range))
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT,
                   /* Translators: a property, and the kind of entity that it has to be */
                   _("“%s” has to be an entity of the kind %s"), cut_property_get_label (found), cut_schemata_get_label (found->range));
      return NULL;
    }
  return cut_record_new (CUT_KIND_FACT, "about", cut_record_get_id (about), "property", property, "entity", cut_record_get_id (entity),
                         "evidence", evidence, NULL);
}
