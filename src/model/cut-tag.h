/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutTag:
 *
 * A code in a codebook. The fields are those of `domain.md`; see tag-fields in the .c file for their types.
 */
#define CUT_TYPE_TAG (cut_tag_get_type ())
G_DECLARE_FINAL_TYPE (CutTag, cut_tag, CUT, TAG, CutRecord)

enum
{
  CUT_TAG_LABEL = CUT_RECORD_N_FIELDS,
  CUT_TAG_PARENT,
  CUT_TAG_COLOUR,
  CUT_TAG_MEMO,
};

static inline const char *
cut_tag_get_label (CutTag *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_TAG_LABEL);
}

static inline const char *
cut_tag_get_parent (CutTag *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_TAG_PARENT);
}

static inline const char *
cut_tag_get_colour (CutTag *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_TAG_COLOUR);
}

static inline const char *
cut_tag_get_memo (CutTag *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_TAG_MEMO);
}

G_END_DECLS
