/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-fetched.h"

G_BEGIN_DECLS

/* Reading WARC (ISO 28500), as crawlers and this program write it: plain, or packed record by record. It lies here, beside
 * the writer, because libsoup reads both kinds of heads (those of records have the form of HTTP's), and because chunks and
 * codings are undone here. */

/**
 * CutWarcRecord:
 * @head: its own head as it stands, each line with its end
 * @id: (nullable): as written, `<urn:uuid:…>`
 * @type: (nullable): `response`, `resource`, `request`, `revisit`, …
 * @uri: (nullable): what it is of
 * @date: (nullable): when it was taken, as written
 * @content_type: (nullable): of the payload
 * @status: of a response, 0 where it does not say
 * @headers: (element-type CutHeader): of a response; else empty
 *
 * One record. What it says is not trusted.
 */
typedef struct
{
  char *head;
  char *id;
  char *type;
  char *uri;
  char *date;
  char *content_type;
  guint status;
  GPtrArray *headers;
  GBytes *block;
  gsize body;
} CutWarcRecord;

void cut_warc_record_free (CutWarcRecord *self);

/**
 * cut_warc_record_get_payload:
 * @limit: bytes, decoded
 *
 * The page or picture itself, without chunks and codings. Some crawlers undo the chunks and leave the header that
 * promises them; bytes that are no chunks are taken as they are.
 *
 * Returns: (transfer full) (nullable): with an error as of cut_decode_content()
 */
GBytes *cut_warc_record_get_payload (const CutWarcRecord *self, gsize limit, GError **error);

/**
 * CutWarcReader:
 *
 * Goes through the records of a file, again and again if need be.
 */
typedef struct _CutWarcReader CutWarcReader;

/**
 * cut_warc_reader_new:
 * @limit: bytes, unpacked
 * @error: %CUT_ERROR_TOO_LARGE, or %CUT_ERROR_UNSUPPORTED when it is no WARC
 *
 * Returns: (transfer full) (nullable)
 */
CutWarcReader *cut_warc_reader_new (GBytes *bytes, gsize limit, GError **error);
void cut_warc_reader_free (CutWarcReader *self);

/** cut_warc_reader_rewind: goes back to the first record */
void cut_warc_reader_rewind (CutWarcReader *self);

/** cut_warc_reader_next: Returns: (transfer full) (nullable): %NULL at the end, and where no record begins any more */
CutWarcRecord *cut_warc_reader_next (CutWarcReader *self);

/** cut_warc_reader_is_cut: whether the file ended, or broke, in the middle of what was read so far */
gboolean cut_warc_reader_is_cut (const CutWarcReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutWarcRecord, cut_warc_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutWarcReader, cut_warc_reader_free)

G_END_DECLS
