/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutCapture:
 *
 * One fetch of a clip; write-once. The fields are those of `domain.md`; see capture-fields in the .c file for their types.
 */
#define CUT_TYPE_CAPTURE (cut_capture_get_type ())
G_DECLARE_FINAL_TYPE (CutCapture, cut_capture, CUT, CAPTURE, CutRecord)

enum
{
  CUT_CAPTURE_CLIP = CUT_RECORD_N_FIELDS,
  CUT_CAPTURE_URL,
  CUT_CAPTURE_FINAL_URL,
  CUT_CAPTURE_REDIRECTS,
  CUT_CAPTURE_FETCHED_AT,
  CUT_CAPTURE_HOW,
  CUT_CAPTURE_STATUS,
  CUT_CAPTURE_HEADERS,
  CUT_CAPTURE_CONTENT_TYPE,
  CUT_CAPTURE_CHARSET,
  CUT_CAPTURE_SHA256,
  CUT_CAPTURE_BYTES,
  CUT_CAPTURE_WARC_SHA256,
  CUT_CAPTURE_WARC_RECORD_ID,
  CUT_CAPTURE_TEXT_SHA256,
  CUT_CAPTURE_TEXT_RULES,
  CUT_CAPTURE_TEXT_LENGTH,
  CUT_CAPTURE_RESOURCES,
  CUT_CAPTURE_PREVIOUS,
  CUT_CAPTURE_EXTRACTOR,
  CUT_CAPTURE_REMOTE_ADDRESS,
  CUT_CAPTURE_TLS_CERTIFICATE,
  CUT_CAPTURE_WARNING,
  CUT_CAPTURE_VERDICT,
  CUT_CAPTURE_KEYWORDS,
  CUT_CAPTURE_ABOUT,
};

static inline const char *
cut_capture_get_clip (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_CLIP);
}

static inline const char *
cut_capture_get_url (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_URL);
}

static inline const char *
cut_capture_get_final_url (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_FINAL_URL);
}

static inline const char *
cut_capture_get_redirects (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_REDIRECTS);
}

static inline gint64
cut_capture_get_fetched_at (CutCapture *self)
{
  return cut_record_get_int (CUT_RECORD (self), CUT_CAPTURE_FETCHED_AT);
}

static inline const char *
cut_capture_get_how (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_HOW);
}

static inline gint64
cut_capture_get_status (CutCapture *self)
{
  return cut_record_get_int (CUT_RECORD (self), CUT_CAPTURE_STATUS);
}

static inline const char *
cut_capture_get_headers (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_HEADERS);
}

static inline const char *
cut_capture_get_content_type (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_CONTENT_TYPE);
}

static inline const char *
cut_capture_get_charset (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_CHARSET);
}

static inline const char *
cut_capture_get_sha256 (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_SHA256);
}

static inline gint64
cut_capture_get_bytes (CutCapture *self)
{
  return cut_record_get_int (CUT_RECORD (self), CUT_CAPTURE_BYTES);
}

static inline const char *
cut_capture_get_warc_sha256 (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_WARC_SHA256);
}

static inline const char *
cut_capture_get_warc_record_id (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_WARC_RECORD_ID);
}

static inline const char *
cut_capture_get_text_sha256 (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_TEXT_SHA256);
}

static inline const char *
cut_capture_get_text_rules (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_TEXT_RULES);
}

static inline gint64
cut_capture_get_text_length (CutCapture *self)
{
  return cut_record_get_int (CUT_RECORD (self), CUT_CAPTURE_TEXT_LENGTH);
}

static inline const char *
cut_capture_get_resources (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_RESOURCES);
}

static inline const char *
cut_capture_get_previous (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_PREVIOUS);
}

static inline const char *
cut_capture_get_extractor (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_EXTRACTOR);
}

static inline const char *
cut_capture_get_remote_address (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_REMOTE_ADDRESS);
}

static inline const char *
cut_capture_get_tls_certificate (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_TLS_CERTIFICATE);
}

static inline const char *
cut_capture_get_warning (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_WARNING);
}

/** cut_capture_get_verdict: Returns: (nullable): what the page is when it is no article */
static inline const char *
cut_capture_get_verdict (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_VERDICT);
}

/** cut_capture_get_keywords: as the page has them; never %NULL */
static inline const char *const *
cut_capture_get_keywords (CutCapture *self)
{
  return cut_record_get_strv (CUT_RECORD (self), CUT_CAPTURE_KEYWORDS);
}

/** cut_capture_get_about: Returns: (nullable): what the page says it is about or mentions, see cut_topics_from_json() */
static inline const char *
cut_capture_get_about (CutCapture *self)
{
  return cut_record_get_string (CUT_RECORD (self), CUT_CAPTURE_ABOUT);
}

G_END_DECLS
