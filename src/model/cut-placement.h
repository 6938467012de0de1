/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutPlacement:
 *
 * What a person decided about where an annotation stands in one capture of its clip: the place (code points of that
 * capture's reader text), or with the status `orphan` that it stands nowhere. The contributor is who decided, `modified`
 * when. It wins over what the program found; the annotation's selectors stay as they were made.
 */
#define CUT_TYPE_PLACEMENT (cut_placement_get_type ())
G_DECLARE_FINAL_TYPE (CutPlacement, cut_placement, CUT, PLACEMENT, CutRecord)

enum
{
  CUT_PLACEMENT_ANNOTATION = CUT_RECORD_N_FIELDS,
  CUT_PLACEMENT_CAPTURE,
  CUT_PLACEMENT_START,
  CUT_PLACEMENT_END,
  CUT_PLACEMENT_STATUS,
  CUT_PLACEMENT_NOTE,
};

static inline const char *
cut_placement_get_annotation (CutPlacement *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_PLACEMENT_ANNOTATION);
}

static inline const char *
cut_placement_get_capture (CutPlacement *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_PLACEMENT_CAPTURE);
}

/** cut_placement_get_start: code points; of an orphan 0 */
static inline gint64
cut_placement_get_start (CutPlacement *self)
{
  return cut_record_get_int (CUT_RECORD (self), CUT_PLACEMENT_START);
}

/** cut_placement_get_end: one past the last code point; of an orphan 0 */
static inline gint64
cut_placement_get_end (CutPlacement *self)
{
  return cut_record_get_int (CUT_RECORD (self), CUT_PLACEMENT_END);
}

/** cut_placement_get_status: a word of %CUT_VOCAB_PLACE_STATUS */
static inline const char *
cut_placement_get_status (CutPlacement *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_PLACEMENT_STATUS);
}

static inline const char *
cut_placement_get_note (CutPlacement *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_PLACEMENT_NOTE);
}

G_END_DECLS
