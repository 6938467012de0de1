/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutAttribution:
 *
 * One passage in which somebody makes, passes on or answers a claim. The fields are those of `domain.md`; see attribution-fields in the .c file for their types.
 */
#define CUT_TYPE_ATTRIBUTION (cut_attribution_get_type ())
G_DECLARE_FINAL_TYPE (CutAttribution, cut_attribution, CUT, ATTRIBUTION, CutRecord)

enum
{
  CUT_ATTRIBUTION_CLAIM = CUT_RECORD_N_FIELDS,
  CUT_ATTRIBUTION_ANNOTATION,
  CUT_ATTRIBUTION_SOURCE_SPAN,
  CUT_ATTRIBUTION_CUE_SPAN,
  CUT_ATTRIBUTION_SOURCE,
  CUT_ATTRIBUTION_VIA,
  CUT_ATTRIBUTION_TERMS,
  CUT_ATTRIBUTION_CONDITION,
  CUT_ATTRIBUTION_STANCE,
  CUT_ATTRIBUTION_HEDGE,
  CUT_ATTRIBUTION_CHANNEL,
  CUT_ATTRIBUTION_SAID_AT,
  CUT_ATTRIBUTION_FORM,
  CUT_ATTRIBUTION_PROPOSED_BY,
};

static inline const char *
cut_attribution_get_claim (CutAttribution *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ATTRIBUTION_CLAIM);
}

static inline const char *
cut_attribution_get_annotation (CutAttribution *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ATTRIBUTION_ANNOTATION);
}

static inline const char *
cut_attribution_get_source_span (CutAttribution *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ATTRIBUTION_SOURCE_SPAN);
}

static inline const char *
cut_attribution_get_cue_span (CutAttribution *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ATTRIBUTION_CUE_SPAN);
}

static inline const char *
cut_attribution_get_source (CutAttribution *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ATTRIBUTION_SOURCE);
}

static inline const char *const *
cut_attribution_get_via (CutAttribution *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_ATTRIBUTION_VIA);
}

static inline const char *
cut_attribution_get_terms (CutAttribution *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ATTRIBUTION_TERMS);
}

static inline const char *
cut_attribution_get_condition (CutAttribution *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ATTRIBUTION_CONDITION);
}

static inline const char *
cut_attribution_get_stance (CutAttribution *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ATTRIBUTION_STANCE);
}

static inline const char *
cut_attribution_get_hedge (CutAttribution *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ATTRIBUTION_HEDGE);
}

static inline const char *
cut_attribution_get_channel (CutAttribution *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ATTRIBUTION_CHANNEL);
}

static inline CutDate *
cut_attribution_get_said_at (CutAttribution *self)
{
  return cut_record_get_date (CUT_RECORD (self), CUT_ATTRIBUTION_SAID_AT);
}

static inline const char *
cut_attribution_get_form (CutAttribution *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ATTRIBUTION_FORM);
}

/** cut_attribution_get_proposed_by: (nullable): what proposed it before a person accepted it: a command and its rules, "cuttings attribute-1" */
static inline const char *
cut_attribution_get_proposed_by (CutAttribution *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ATTRIBUTION_PROPOSED_BY);
}

G_END_DECLS
