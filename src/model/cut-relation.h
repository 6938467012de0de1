/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutRelation:
 *
 * A fact between two entities, with its evidence. The fields are those of `domain.md`; see relation-fields in the .c file for their types.
 */
#define CUT_TYPE_RELATION (cut_relation_get_type ())
G_DECLARE_FINAL_TYPE (CutRelation, cut_relation, CUT, RELATION, CutRecord)

enum
{
  CUT_RELATION_SCHEMA = CUT_RECORD_N_FIELDS,
  CUT_RELATION_FROM,
  CUT_RELATION_TO,
  CUT_RELATION_ROLE,
  CUT_RELATION_START,
  CUT_RELATION_END,
  CUT_RELATION_EVIDENCE,
};

static inline const char *
cut_relation_get_schema (CutRelation *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_RELATION_SCHEMA);
}

static inline const char *
cut_relation_get_from (CutRelation *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_RELATION_FROM);
}

static inline const char *
cut_relation_get_to (CutRelation *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_RELATION_TO);
}

static inline const char *
cut_relation_get_role (CutRelation *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_RELATION_ROLE);
}

static inline CutDate *
cut_relation_get_start (CutRelation *self)
{
  return cut_record_get_date (CUT_RECORD (self), CUT_RELATION_START);
}

static inline CutDate *
cut_relation_get_end (CutRelation *self)
{
  return cut_record_get_date (CUT_RECORD (self), CUT_RELATION_END);
}

static inline const char *const *
cut_relation_get_evidence (CutRelation *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_RELATION_EVIDENCE);
}

G_END_DECLS
