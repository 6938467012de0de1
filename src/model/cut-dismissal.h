/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutDismissal:
 *
 * A proposal that a person did not want: it is not made again. A record like any other, so that it can be undone; it
 * belongs to this notebook and travels in no bundle. See cut-dismissed.h for what counts as the same proposal.
 */
#define CUT_TYPE_DISMISSAL (cut_dismissal_get_type ())
G_DECLARE_FINAL_TYPE (CutDismissal, cut_dismissal, CUT, DISMISSAL, CutRecord)

enum
{
  CUT_DISMISSAL_CLIP = CUT_RECORD_N_FIELDS,
  CUT_DISMISSAL_TEXT_SHA256,
  CUT_DISMISSAL_KIND,
  CUT_DISMISSAL_FINGERPRINT,
  CUT_DISMISSAL_START,
  CUT_DISMISSAL_END,
  CUT_DISMISSAL_WORDS,
  CUT_DISMISSAL_OTHER,
  CUT_DISMISSAL_PROPOSED_BY,
  CUT_DISMISSAL_ENTITY,
};

/** cut_dismissal_get_clip: the clip it was proposed for */
static inline const char *
cut_dismissal_get_clip (CutDismissal *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_DISMISSAL_CLIP);
}

/** cut_dismissal_get_text_sha256: (nullable): of the reader text that it was proposed in */
static inline const char *
cut_dismissal_get_text_sha256 (CutDismissal *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_DISMISSAL_TEXT_SHA256);
}

/** cut_dismissal_get_kind: a word of %CUT_VOCAB_PROPOSAL */
static inline const char *
cut_dismissal_get_kind (CutDismissal *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_DISMISSAL_KIND);
}

/** cut_dismissal_get_fingerprint: as of cut_dismissed_fingerprint() */
static inline const char *
cut_dismissal_get_fingerprint (CutDismissal *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_DISMISSAL_FINGERPRINT);
}

/** cut_dismissal_get_start: code points of that text */
static inline gint64
cut_dismissal_get_start (CutDismissal *self)
{
  return cut_record_get_int (CUT_RECORD (self), CUT_DISMISSAL_START);
}

/** cut_dismissal_get_end: one past the last code point; 0 where no words were marked */
static inline gint64
cut_dismissal_get_end (CutDismissal *self)
{
  return cut_record_get_int (CUT_RECORD (self), CUT_DISMISSAL_END);
}

/** cut_dismissal_get_words: (nullable): what was proposed, for who wants to see it again */
static inline const char *
cut_dismissal_get_words (CutDismissal *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_DISMISSAL_WORDS);
}

/** cut_dismissal_get_other: (nullable): of a reprint: the other clip */
static inline const char *
cut_dismissal_get_other (CutDismissal *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_DISMISSAL_OTHER);
}

/** cut_dismissal_get_entity: (nullable): of a mention: the entity it is none of */
static inline const char *
cut_dismissal_get_entity (CutDismissal *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_DISMISSAL_ENTITY);
}

/** cut_dismissal_get_proposed_by: (nullable): which rules proposed it */
static inline const char *
cut_dismissal_get_proposed_by (CutDismissal *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_DISMISSAL_PROPOSED_BY);
}

G_END_DECLS
