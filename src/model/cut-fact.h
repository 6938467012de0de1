/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutFact:
 *
 * One property of an entity or a relation, with one value and the passages that prove it: "born 1957", says this
 * annotation. An object of its own, so that two people can add facts to one entity without a conflict. Which properties there
 * are, and what their values must look like, is in cut-schemata.h; the value is kept in the form that
 * cut_schemata_check_value() gives. The fields are those of the .c file.
 */
#define CUT_TYPE_FACT (cut_fact_get_type ())
G_DECLARE_FINAL_TYPE (CutFact, cut_fact, CUT, FACT, CutRecord)

enum
{
  CUT_FACT_ABOUT = CUT_RECORD_N_FIELDS,
  CUT_FACT_PROPERTY,
  CUT_FACT_VALUE,
  CUT_FACT_ENTITY,
  CUT_FACT_DATE,
  CUT_FACT_EVIDENCE,
  CUT_FACT_NOTE,
};

/** cut_fact_get_about: id of the entity or relation */
static inline const char *
cut_fact_get_about (CutFact *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_FACT_ABOUT);
}

/** cut_fact_get_property: name of the property, as FollowTheMoney has it: `birthDate` */
static inline const char *
cut_fact_get_property (CutFact *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_FACT_PROPERTY);
}

/** cut_fact_get_value: (nullable): %NULL where the value is an entity */
static inline const char *
cut_fact_get_value (CutFact *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_FACT_VALUE);
}

/** cut_fact_get_entity: (nullable): id of the entity that the value is, for properties of that type */
static inline const char *
cut_fact_get_entity (CutFact *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_FACT_ENTITY);
}

/** cut_fact_get_date: (nullable): when it was so, not a value that is a date itself */
static inline CutDate *
cut_fact_get_date (CutFact *self)
{
  return cut_record_get_date (CUT_RECORD (self), CUT_FACT_DATE);
}

/** cut_fact_get_evidence: ids of annotations */
static inline const char *const *
cut_fact_get_evidence (CutFact *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_FACT_EVIDENCE);
}

static inline const char *
cut_fact_get_note (CutFact *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_FACT_NOTE);
}

/**
 * cut_fact_new:
 * @about: an entity or a relation
 * @property: name of one of its properties
 * @text: the value as a person types it
 * @evidence: (nullable): ids of annotations
 *
 * Returns: (transfer full) (nullable): a new fact, not yet in the notebook; %NULL with %CUT_ERROR_INPUT, which says what is wrong with @text
 */
CutRecord *cut_fact_new (CutRecord *about, const char *property, const char *text, const char *const *evidence, GError **error);

/** cut_fact_new_entity: likewise, for a property whose value is an entity: @entity */
CutRecord *cut_fact_new_entity (CutRecord *about, const char *property, CutRecord *entity, const char *const *evidence, GError **error);

/** cut_fact_get_schema_of: @about: an entity or a relation. Returns: (nullable): the schema that says which properties it has */
const char *cut_fact_get_schema_of (CutRecord *about);

G_END_DECLS
