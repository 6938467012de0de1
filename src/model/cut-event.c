/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-event.h"

static const CutField event_fields[] = {
  { "text", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_REQUIRED | CUT_FIELD_SEARCHED },
  { "date", CUT_FIELD_DATE, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_PLAIN },
  { "claims", CUT_FIELD_IDS, CUT_VOCAB_NONE, CUT_KIND_CLAIM, CUT_FIELD_PLAIN },
  { "entities", CUT_FIELD_IDS, CUT_VOCAB_NONE, CUT_KIND_ENTITY, CUT_FIELD_PLAIN },
  { "evidence", CUT_FIELD_IDS, CUT_VOCAB_NONE, CUT_KIND_ANNOTATION, CUT_FIELD_PLAIN },
  { "proposed_by", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_PLAIN },
};

CUT_DEFINE_RECORD (CutEvent, cut_event, CUT_KIND_EVENT, event_fields)
