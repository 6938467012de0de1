/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutStory:
 *
 * An investigation: clips, claims and entities belong to any number of them. The fields are those of `domain.md`; see story-fields in the .c file for their types.
 */
#define CUT_TYPE_STORY (cut_story_get_type ())
G_DECLARE_FINAL_TYPE (CutStory, cut_story, CUT, STORY, CutRecord)

enum
{
  CUT_STORY_TITLE = CUT_RECORD_N_FIELDS,
  CUT_STORY_SUMMARY,
  CUT_STORY_STATUS,
};

static inline const char *
cut_story_get_title (CutStory *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_STORY_TITLE);
}

static inline const char *
cut_story_get_summary (CutStory *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_STORY_SUMMARY);
}

static inline const char *
cut_story_get_status (CutStory *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_STORY_STATUS);
}

G_END_DECLS
