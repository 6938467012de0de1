/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-fetched.h"

G_BEGIN_DECLS

/* The evidence as WARC 1.1 (ISO 28500:2017): one gzip member a record, SHA-256 (base16) of block
 * and payload. The head of an HTTP message is put together again from what libsoup hands out, so
 * its bytes are not those of the wire; the body's are, but for chunk framing. Cookies and
 * credentials are left out. A metadata record beside it states all this.
 * The same input and id give the same bytes with one version of zlib. */

/**
 * cut_warc_from_fetched:
 * @record_id: a UUID without `urn:uuid:`, of the response record; those of the other records
 *   follow from it
 *
 * Makes a `response` record, the `request` record, a `metadata` record on how it was fetched (with
 * each redirect's address, status and headers in one more `metadata` record), and the server's
 * certificate chain where there was one.
 *
 * Returns: (transfer full): the bytes of a `.warc.gz`
 */
GBytes *cut_warc_from_fetched (const CutFetched *fetched, const char *record_id);

/**
 * cut_warc_from_bytes:
 * @bytes: what was read from a file or pasted
 * @content_type: its media type
 * @uri: what cut_warc_file_uri() or cut_warc_paste_uri() gives
 * @time: ms since 1970 UTC when it was taken in
 * @record_id: a UUID without `urn:uuid:`
 *
 * Returns: (transfer full): a `.warc.gz` of one `resource` record
 */
GBytes *cut_warc_from_bytes (GBytes *bytes, const char *content_type, const char *uri, gint64 time, const char *record_id);

/**
 * cut_warc_without_secrets:
 * @warc: as the two above made it, here or on another machine
 * @limit: bytes, unpacked
 *
 * Cookies and credentials are taken out of the heads of the HTTP messages in it. A record that is changed by that gets an id
 * and a digest of its own and a `metadata` record that says so; where nothing is to be taken out, @warc stays as it is.
 * Of a damaged one all is left out from where it cannot be read.
 *
 * Returns: (transfer full) (nullable): with an error when it is no WARC
 */
GBytes *cut_warc_without_secrets (GBytes *warc, gsize limit, GError **error);

/**
 * cut_warc_info:
 * @description: what the file is
 * @time: ms since 1970 UTC
 *
 * Returns: (transfer full): a `warcinfo` record, which a file of several captures begins with
 */
GBytes *cut_warc_info (const char *description, gint64 time, const char *record_id);

/** cut_warc_derive_id: Returns: (transfer full): a UUID that follows from @id and @role */
char *cut_warc_derive_id (const char *id, const char *role);

/** cut_warc_file_uri: Returns: (transfer full): `urn:cuttings:file:NAME` with the last part of @path only */
char *cut_warc_file_uri (const char *path);

/** cut_warc_paste_uri: Returns: (transfer full): `urn:cuttings:paste:SHA256` */
char *cut_warc_paste_uri (GBytes *bytes);

G_END_DECLS
