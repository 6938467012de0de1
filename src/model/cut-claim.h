/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutClaim:
 *
 * A checkable statement in the reporter's words. The fields are those of `domain.md`; see claim-fields in the .c file for their types.
 */
#define CUT_TYPE_CLAIM (cut_claim_get_type ())
G_DECLARE_FINAL_TYPE (CutClaim, cut_claim, CUT, CLAIM, CutRecord)

enum
{
  CUT_CLAIM_TEXT = CUT_RECORD_N_FIELDS,
  CUT_CLAIM_KIND,
  CUT_CLAIM_CHECKABLE,
  CUT_CLAIM_IMPORTANCE,
  CUT_CLAIM_FACT_DATE,
  CUT_CLAIM_PLACE,
  CUT_CLAIM_STATUS,
  CUT_CLAIM_SAME_AS,
  CUT_CLAIM_NOTE,
  CUT_CLAIM_ENTITIES,
  CUT_CLAIM_STORIES,
  CUT_CLAIM_TAGS,
  CUT_CLAIM_SUPPORTS,
  CUT_CLAIM_CONTRADICTS,
  CUT_CLAIM_PROPOSED_BY,
};

static inline const char *
cut_claim_get_text (CutClaim *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLAIM_TEXT);
}

static inline const char *
cut_claim_get_kind (CutClaim *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLAIM_KIND);
}

static inline gboolean
cut_claim_get_checkable (CutClaim *self)
{
  return (gboolean) cut_record_get_int (CUT_RECORD (self), CUT_CLAIM_CHECKABLE);
}

static inline const char *
cut_claim_get_importance (CutClaim *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLAIM_IMPORTANCE);
}

static inline CutDate *
cut_claim_get_fact_date (CutClaim *self)
{
  return cut_record_get_date (CUT_RECORD (self), CUT_CLAIM_FACT_DATE);
}

static inline const char *
cut_claim_get_place (CutClaim *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLAIM_PLACE);
}

static inline const char *
cut_claim_get_status (CutClaim *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLAIM_STATUS);
}

static inline const char *
cut_claim_get_same_as (CutClaim *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLAIM_SAME_AS);
}

/** cut_claim_get_supports: claims that this one speaks for; the other one says nothing of it. Never %NULL */
static inline const char *const *
cut_claim_get_supports (CutClaim *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_CLAIM_SUPPORTS);
}

/** cut_claim_get_contradicts: claims that cannot be true together with this one; it is enough that one of two says so. Never %NULL */
static inline const char *const *
cut_claim_get_contradicts (CutClaim *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_CLAIM_CONTRADICTS);
}

static inline const char *
cut_claim_get_note (CutClaim *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLAIM_NOTE);
}

static inline const char *const *
cut_claim_get_entities (CutClaim *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_CLAIM_ENTITIES);
}

static inline const char *const *
cut_claim_get_stories (CutClaim *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_CLAIM_STORIES);
}

static inline const char *const *
cut_claim_get_tags (CutClaim *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_CLAIM_TAGS);
}

/** cut_claim_get_proposed_by: (nullable): what proposed it before a person accepted it: a command and its rules, "cuttings attribute-1" */
static inline const char *
cut_claim_get_proposed_by (CutClaim *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLAIM_PROPOSED_BY);
}

G_END_DECLS
