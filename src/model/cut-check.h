/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutCheck:
 *
 * One step of verifying a claim; append-only. The fields are those of `domain.md`; see check-fields in the .c file for their types.
 */
#define CUT_TYPE_CHECK (cut_check_get_type ())
G_DECLARE_FINAL_TYPE (CutCheck, cut_check, CUT, CHECK, CutRecord)

enum
{
  CUT_CHECK_CLAIM = CUT_RECORD_N_FIELDS,
  CUT_CHECK_BY,
  CUT_CHECK_AT,
  CUT_CHECK_METHOD,
  CUT_CHECK_RESULT,
  CUT_CHECK_EVIDENCE,
  CUT_CHECK_NOTE,
};

static inline const char *
cut_check_get_claim (CutCheck *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CHECK_CLAIM);
}

static inline const char *
cut_check_get_by (CutCheck *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CHECK_BY);
}

static inline CutDate *
cut_check_get_at (CutCheck *self)
{
  return cut_record_get_date (CUT_RECORD (self), CUT_CHECK_AT);
}

static inline const char *
cut_check_get_method (CutCheck *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CHECK_METHOD);
}

static inline const char *
cut_check_get_result (CutCheck *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CHECK_RESULT);
}

static inline const char *const *
cut_check_get_evidence (CutCheck *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_CHECK_EVIDENCE);
}

static inline const char *
cut_check_get_note (CutCheck *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CHECK_NOTE);
}

G_END_DECLS
