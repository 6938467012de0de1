/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-tag.h"

static const CutField tag_fields[] = {
  { "label", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_REQUIRED | CUT_FIELD_SEARCHED },
  { "parent", CUT_FIELD_ID, CUT_VOCAB_NONE, CUT_KIND_TAG, CUT_FIELD_PLAIN },
  { "colour", CUT_FIELD_WORD, CUT_VOCAB_COLOUR, CUT_KIND_NONE, CUT_FIELD_PLAIN },
  { "memo", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_SEARCHED },
};

CUT_DEFINE_RECORD (CutTag, cut_tag, CUT_KIND_TAG, tag_fields)
