/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutEnquiry:
 *
 * A question put to somebody. The fields are those of `domain.md`; see enquiry-fields in the .c file for their types.
 */
#define CUT_TYPE_ENQUIRY (cut_enquiry_get_type ())
G_DECLARE_FINAL_TYPE (CutEnquiry, cut_enquiry, CUT, ENQUIRY, CutRecord)

enum
{
  CUT_ENQUIRY_CLAIM = CUT_RECORD_N_FIELDS,
  CUT_ENQUIRY_WHOM,
  CUT_ENQUIRY_QUESTION,
  CUT_ENQUIRY_ASKED_AT,
  CUT_ENQUIRY_CHANNEL,
  CUT_ENQUIRY_DEADLINE,
  CUT_ENQUIRY_OUTCOME,
  CUT_ENQUIRY_ANSWER,
  CUT_ENQUIRY_SOURCE,
  CUT_ENQUIRY_ENTITY,
  CUT_ENQUIRY_SEALED,
};

static inline const char *
cut_enquiry_get_claim (CutEnquiry *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ENQUIRY_CLAIM);
}

static inline const char *
cut_enquiry_get_whom (CutEnquiry *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ENQUIRY_WHOM);
}

/** cut_enquiry_get_source: (nullable): the source that was asked, where it is in the contact book; `whom` is its name at that time */
static inline const char *
cut_enquiry_get_source (CutEnquiry *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ENQUIRY_SOURCE);
}

/** cut_enquiry_get_entity: (nullable): the entity that was asked, or for which somebody answered */
static inline const char *
cut_enquiry_get_entity (CutEnquiry *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ENQUIRY_ENTITY);
}

static inline const char *
cut_enquiry_get_question (CutEnquiry *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ENQUIRY_QUESTION);
}

static inline CutDate *
cut_enquiry_get_asked_at (CutEnquiry *self)
{
  return cut_record_get_date (CUT_RECORD (self), CUT_ENQUIRY_ASKED_AT);
}

static inline const char *
cut_enquiry_get_channel (CutEnquiry *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ENQUIRY_CHANNEL);
}

static inline CutDate *
cut_enquiry_get_deadline (CutEnquiry *self)
{
  return cut_record_get_date (CUT_RECORD (self), CUT_ENQUIRY_DEADLINE);
}

static inline const char *
cut_enquiry_get_outcome (CutEnquiry *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ENQUIRY_OUTCOME);
}

static inline const char *
cut_enquiry_get_answer (CutEnquiry *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_ENQUIRY_ANSWER);
}

G_END_DECLS
