/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutClip:
 *
 * The work: an article, post, report, PDF or interview note. The fields are those of `domain.md`; see clip-fields in the .c file for their types.
 */
#define CUT_TYPE_CLIP (cut_clip_get_type ())
G_DECLARE_FINAL_TYPE (CutClip, cut_clip, CUT, CLIP, CutRecord)

enum
{
  CUT_CLIP_KIND = CUT_RECORD_N_FIELDS,
  CUT_CLIP_TITLE,
  CUT_CLIP_STANDFIRST,
  CUT_CLIP_AUTHORS,
  CUT_CLIP_PUBLISHER,
  CUT_CLIP_SITE_NAME,
  CUT_CLIP_PUBLISHED,
  CUT_CLIP_UPDATED,
  CUT_CLIP_LANGUAGE,
  CUT_CLIP_DIR,
  CUT_CLIP_URL,
  CUT_CLIP_CANONICAL_URL,
  CUT_CLIP_EXCERPT,
  CUT_CLIP_IMAGE,
  CUT_CLIP_WIRE_CREDIT,
  CUT_CLIP_ORIGINS,
  CUT_CLIP_TAGS,
  CUT_CLIP_STORIES,
  CUT_CLIP_REPRINT_OF,
};

static inline const char *
cut_clip_get_kind (CutClip *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLIP_KIND);
}

static inline const char *
cut_clip_get_title (CutClip *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLIP_TITLE);
}

static inline const char *
cut_clip_get_standfirst (CutClip *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLIP_STANDFIRST);
}

static inline const char *const *
cut_clip_get_authors (CutClip *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_CLIP_AUTHORS);
}

static inline const char *
cut_clip_get_publisher (CutClip *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLIP_PUBLISHER);
}

static inline const char *
cut_clip_get_site_name (CutClip *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLIP_SITE_NAME);
}

static inline CutDate *
cut_clip_get_published (CutClip *self)
{
  return cut_record_get_date (CUT_RECORD (self), CUT_CLIP_PUBLISHED);
}

static inline CutDate *
cut_clip_get_updated (CutClip *self)
{
  return cut_record_get_date (CUT_RECORD (self), CUT_CLIP_UPDATED);
}

static inline const char *
cut_clip_get_language (CutClip *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLIP_LANGUAGE);
}

static inline const char *
cut_clip_get_dir (CutClip *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLIP_DIR);
}

static inline const char *
cut_clip_get_url (CutClip *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLIP_URL);
}

static inline const char *
cut_clip_get_canonical_url (CutClip *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLIP_CANONICAL_URL);
}

static inline const char *
cut_clip_get_excerpt (CutClip *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLIP_EXCERPT);
}

static inline const char *
cut_clip_get_image (CutClip *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLIP_IMAGE);
}

static inline const char *
cut_clip_get_wire_credit (CutClip *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLIP_WIRE_CREDIT);
}

/** cut_clip_get_reprint_of: (nullable): id of the clip that this one is a reprint of, as a person said or accepted */
static inline const char *
cut_clip_get_reprint_of (CutClip *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLIP_REPRINT_OF);
}

static inline const char *
cut_clip_get_origins (CutClip *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CLIP_ORIGINS);
}

static inline const char *const *
cut_clip_get_tags (CutClip *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_CLIP_TAGS);
}

static inline const char *const *
cut_clip_get_stories (CutClip *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_CLIP_STORIES);
}

G_END_DECLS
