/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-saved-search.h"

static const CutField saved_search_fields[] = {
  { "title", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_REQUIRED },
  { "query", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_REQUIRED },
};

CUT_DEFINE_RECORD (CutSavedSearch, cut_saved_search, CUT_KIND_SAVED_SEARCH, saved_search_fields)
