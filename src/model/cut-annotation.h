/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutAnnotation:
 *
 * A mark on words of a capture. The fields are those of `domain.md`; see annotation-fields in the .c file for their types.
 */
#define CUT_TYPE_ANNOTATION (cut_annotation_get_type ())
G_DECLARE_FINAL_TYPE (CutAnnotation, cut_annotation, CUT, ANNOTATION, CutRecord)

enum
{
  CUT_ANNOTATION_CLIP = CUT_RECORD_N_FIELDS,
  CUT_ANNOTATION_CAPTURE,
  CUT_ANNOTATION_KIND,
  CUT_ANNOTATION_SELECTORS,
  CUT_ANNOTATION_BODY,
  CUT_ANNOTATION_COLOUR,
  CUT_ANNOTATION_TAGS,
  CUT_ANNOTATION_ENTITIES,
  CUT_ANNOTATION_CLAIM,
  CUT_ANNOTATION_PROPOSED_BY,
};

static inline const char *
cut_annotation_get_clip (CutAnnotation *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ANNOTATION_CLIP);
}

static inline const char *
cut_annotation_get_capture (CutAnnotation *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ANNOTATION_CAPTURE);
}

static inline const char *
cut_annotation_get_kind (CutAnnotation *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ANNOTATION_KIND);
}

static inline CutSelector *
cut_annotation_get_selectors (CutAnnotation *self)
{
  return cut_record_get_selector (CUT_RECORD (self), CUT_ANNOTATION_SELECTORS);
}

static inline const char *
cut_annotation_get_body (CutAnnotation *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ANNOTATION_BODY);
}

static inline const char *
cut_annotation_get_colour (CutAnnotation *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ANNOTATION_COLOUR);
}

static inline const char *const *
cut_annotation_get_tags (CutAnnotation *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_ANNOTATION_TAGS);
}

static inline const char *const *
cut_annotation_get_entities (CutAnnotation *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_ANNOTATION_ENTITIES);
}

static inline const char *
cut_annotation_get_claim (CutAnnotation *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ANNOTATION_CLAIM);
}

/** cut_annotation_get_proposed_by: (nullable): what proposed it before a person accepted it: a command and its rules, "cuttings attribute-1" */
static inline const char *
cut_annotation_get_proposed_by (CutAnnotation *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ANNOTATION_PROPOSED_BY);
}

G_END_DECLS
