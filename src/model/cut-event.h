/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutEvent:
 *
 * Something that happened. The fields are those of `domain.md`; see event-fields in the .c file for their types.
 */
#define CUT_TYPE_EVENT (cut_event_get_type ())
G_DECLARE_FINAL_TYPE (CutEvent, cut_event, CUT, EVENT, CutRecord)

enum
{
  CUT_EVENT_TEXT = CUT_RECORD_N_FIELDS,
  CUT_EVENT_DATE,
  CUT_EVENT_CLAIMS,
  CUT_EVENT_ENTITIES,
  CUT_EVENT_EVIDENCE,
  CUT_EVENT_PROPOSED_BY,
  CUT_EVENT_END,
};

static inline const char *
cut_event_get_text (CutEvent *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_EVENT_TEXT);
}

static inline CutDate *
cut_event_get_date (CutEvent *self)
{
  return cut_record_get_date (CUT_RECORD (self), CUT_EVENT_DATE);
}

static inline const char *const *
cut_event_get_claims (CutEvent *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_EVENT_CLAIMS);
}

static inline const char *const *
cut_event_get_entities (CutEvent *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_EVENT_ENTITIES);
}

/** cut_event_get_evidence: ids of annotations */
static inline const char *const *
cut_event_get_evidence (CutEvent *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_EVENT_EVIDENCE);
}

/** cut_event_get_proposed_by: (nullable): which rules did, of one that was proposed */
static inline const char *
cut_event_get_proposed_by (CutEvent *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_EVENT_PROPOSED_BY);
}

/** cut_event_get_end: Returns: (nullable): of something that went on for a while; its date is when it began */
static inline CutDate *
cut_event_get_end (CutEvent *self)
{
  return cut_record_get_date (CUT_RECORD (self), CUT_EVENT_END);
}

G_END_DECLS
