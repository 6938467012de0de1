/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-story.h"

static const CutField story_fields[] = {
  { "title", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_REQUIRED | CUT_FIELD_SEARCHED },
  { "summary", CUT_FIELD_STRING, CUT_VOCAB_NONE, CUT_KIND_NONE, CUT_FIELD_SEARCHED },
  { "status", CUT_FIELD_WORD, CUT_VOCAB_STORY_STATUS, CUT_KIND_NONE, CUT_FIELD_PLAIN },
};

CUT_DEFINE_RECORD (CutStory, cut_story, CUT_KIND_STORY, story_fields)
