/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutContributor:
 *
 * A person whose work is in the notebook. The fields are those of `domain.md`; see contributor-fields in the .c file for their types.
 */
#define CUT_TYPE_CONTRIBUTOR (cut_contributor_get_type ())
G_DECLARE_FINAL_TYPE (CutContributor, cut_contributor, CUT, CONTRIBUTOR, CutRecord)

enum
{
  CUT_CONTRIBUTOR_NAME = CUT_RECORD_N_FIELDS,
  CUT_CONTRIBUTOR_INITIALS,
  CUT_CONTRIBUTOR_EMAIL,
  CUT_CONTRIBUTOR_KEY_FINGERPRINT,
};

static inline const char *
cut_contributor_get_name (CutContributor *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CONTRIBUTOR_NAME);
}

static inline const char *
cut_contributor_get_initials (CutContributor *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CONTRIBUTOR_INITIALS);
}

static inline const char *
cut_contributor_get_email (CutContributor *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CONTRIBUTOR_EMAIL);
}

static inline const char *
cut_contributor_get_key_fingerprint (CutContributor *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CONTRIBUTOR_KEY_FINGERPRINT);
}

G_END_DECLS
