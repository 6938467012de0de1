/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutSource:
 *
 * Whoever or whatever information comes from. The fields are those of `domain.md`; see source-fields in the .c file for their types.
 */
#define CUT_TYPE_SOURCE (cut_source_get_type ())
G_DECLARE_FINAL_TYPE (CutSource, cut_source, CUT, SOURCE, CutRecord)

enum
{
  CUT_SOURCE_KIND = CUT_RECORD_N_FIELDS,
  CUT_SOURCE_LABEL,
  CUT_SOURCE_NAMED,
  CUT_SOURCE_ENTITY,
  CUT_SOURCE_HOW_KNOWN,
  CUT_SOURCE_INTEREST,
  CUT_SOURCE_RELIABILITY,
  CUT_SOURCE_CONTACT,
  CUT_SOURCE_CODE_NAME,
  CUT_SOURCE_DESCRIPTION,
  CUT_SOURCE_SEALED,
};

static inline const char *
cut_source_get_kind (CutSource *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_SOURCE_KIND);
}

static inline const char *
cut_source_get_label (CutSource *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_SOURCE_LABEL);
}

static inline gboolean
cut_source_get_named (CutSource *self)
{
  return (gboolean) cut_record_get_int (CUT_RECORD (self), CUT_SOURCE_NAMED);
}

static inline const char *
cut_source_get_entity (CutSource *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_SOURCE_ENTITY);
}

static inline const char *
cut_source_get_how_known (CutSource *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_SOURCE_HOW_KNOWN);
}

static inline const char *
cut_source_get_interest (CutSource *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_SOURCE_INTEREST);
}

static inline const char *
cut_source_get_reliability (CutSource *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_SOURCE_RELIABILITY);
}

static inline const char *
cut_source_get_contact (CutSource *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_SOURCE_CONTACT);
}

static inline const char *
cut_source_get_code_name (CutSource *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_SOURCE_CODE_NAME);
}

static inline const char *
cut_source_get_description (CutSource *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_SOURCE_DESCRIPTION);
}

G_END_DECLS
