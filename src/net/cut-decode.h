/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Undoing what HTTP/1.1 wraps around a body. libsoup can do both, but then the transferred
 * bytes are lost, a cut or false gzip passes, and a chunked body that breaks off counts as whole. */

/** CUT_DECODE_ACCEPTS: the value of Accept-Encoding; cut_decode_content() undoes brotli (`br`) too, which archives hold */
#define CUT_DECODE_ACCEPTS "gzip, deflate"

/**
 * cut_decode_content:
 * @raw: the body as transferred
 * @encoding: (nullable): the Content-Encoding header, codings in the order applied
 * @limit: bytes that the result may have
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the body; %CUT_ERROR_TOO_LARGE over
 *   @limit, %CUT_ERROR_UNSUPPORTED for an unknown coding, %CUT_ERROR_NETWORK
 *   when it is damaged or cut
 */
GBytes *cut_decode_content (GBytes *raw, const char *encoding, gsize limit, GError **error);

/**
 * CutChunks:
 *
 * Reads the chunked framing of RFC 9112, section 7.1, strictly: a size that is
 * no number, data that runs on past its chunk or a missing last chunk are
 * found. Bytes go in as they come.
 */
typedef struct _CutChunks CutChunks;

typedef enum
{
  CUT_CHUNKS_MORE,
  CUT_CHUNKS_DONE,
  CUT_CHUNKS_BROKEN,
} CutChunksState;

CutChunks *cut_chunks_new (void);
void cut_chunks_free (CutChunks *self);

/** cut_chunks_feed: appends the payload in @data to @out. Returns: where the body stands now */
CutChunksState cut_chunks_feed (CutChunks *self, const guint8 *data, gsize length, GByteArray *out);

/** cut_chunks_end: Returns: whether a connection that ends here ended a whole body */
gboolean cut_chunks_end (CutChunks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutChunks, cut_chunks_free)

G_END_DECLS
