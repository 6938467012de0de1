/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-contributor.h"

static const CutField contributor_fields[] = {
  { "name", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_REQUIRED },
  { "initials", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_PLAIN },
  { "email", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_CONTACT },
  { "key_fingerprint", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_PLAIN },
};

CUT_DEFINE_RECORD (CutContributor, cut_contributor, CUT_KIND_CONTRIBUTOR, contributor_fields)
