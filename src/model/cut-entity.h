/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutEntity:
 *
 * A person, company, body, place or event the work is about. The fields are those of `domain.md`; see entity-fields in the .c file for their types.
 */
#define CUT_TYPE_ENTITY (cut_entity_get_type ())
G_DECLARE_FINAL_TYPE (CutEntity, cut_entity, CUT, ENTITY, CutRecord)

enum
{
  CUT_ENTITY_SCHEMA = CUT_RECORD_N_FIELDS,
  CUT_ENTITY_NAME,
  CUT_ENTITY_ALIASES,
  CUT_ENTITY_PREVIOUS_NAMES,
  CUT_ENTITY_IDENTIFIERS,
  CUT_ENTITY_SUMMARY,
  CUT_ENTITY_COUNTRY,
  CUT_ENTITY_MERGED_INTO,
  CUT_ENTITY_NOT_SAME_AS,
  CUT_ENTITY_STORIES,
  CUT_ENTITY_TAGS,
};

static inline const char *
cut_entity_get_schema (CutEntity *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ENTITY_SCHEMA);
}

static inline const char *
cut_entity_get_name (CutEntity *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ENTITY_NAME);
}

static inline const char *const *
cut_entity_get_aliases (CutEntity *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_ENTITY_ALIASES);
}

static inline const char *const *
cut_entity_get_previous_names (CutEntity *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_ENTITY_PREVIOUS_NAMES);
}

static inline const char *const *
cut_entity_get_identifiers (CutEntity *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_ENTITY_IDENTIFIERS);
}

static inline const char *
cut_entity_get_summary (CutEntity *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ENTITY_SUMMARY);
}

static inline const char *
cut_entity_get_country (CutEntity *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ENTITY_COUNTRY);
}

static inline const char *
cut_entity_get_merged_into (CutEntity *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ENTITY_MERGED_INTO);
}

static inline const char *const *
cut_entity_get_not_same_as (CutEntity *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_ENTITY_NOT_SAME_AS);
}

static inline const char *const *
cut_entity_get_stories (CutEntity *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_ENTITY_STORIES);
}

static inline const char *const *
cut_entity_get_tags (CutEntity *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_ENTITY_TAGS);
}

G_END_DECLS
