/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-placement.h"

static const CutField placement_fields[] = {
  { "annotation", CUT_FIELD_ID, CUT_VOCAB_NONE, CUT_KIND_ANNOTATION, CUT_FIELD_REQUIRED },
  { "capture", CUT_FIELD_ID, CUT_VOCAB_NONE, CUT_KIND_CAPTURE, CUT_FIELD_REQUIRED },
  { "start", CUT_FIELD_INT, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_PLAIN },
  { "end", CUT_FIELD_INT, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_PLAIN },
  { "status", CUT_FIELD_WORD, CUT_VOCAB_PLACE_STATUS, CUT_KIND_NONE, CUT_FIELD_REQUIRED },
  { "note", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_PLAIN },
};

CUT_DEFINE_RECORD (CutPlacement, cut_placement, CUT_KIND_PLACEMENT, placement_fields)
