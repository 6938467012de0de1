/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Looking into packed bytes: gzip (many members one after another) and the evidence of a capture. */

gboolean cut_unpack_is_gzip (GBytes *bytes);

/** cut_unpack_gzip: Returns: (transfer full) (nullable): all members unpacked; %CUT_ERROR_TOO_LARGE over @limit bytes,
 *   %CUT_ERROR_CORRUPT where it is damaged */
GBytes *cut_unpack_gzip (GBytes *bytes, gsize limit, GError **error);
/** cut_unpack_gzip_and_heads: @heads: (nullable): gets what stands before the packed bytes of each member: names of files, remarks */
GBytes *cut_unpack_gzip_and_heads (GBytes *bytes, gsize limit, GByteArray *heads, GError **error);

/** cut_unpack_first: as cut_unpack_gzip(), the first member only, whatever follows it; %NULL where it is damaged */
GBytes *cut_unpack_first (GBytes *bytes, gsize limit);

/**
 * cut_unpack_body:
 * @warc: a `.warc.gz`, as kept at capture
 *
 * Returns: (transfer full) (nullable): the bytes with @sha256: the payload of its first record, content coding removed
 *   where that makes them; %CUT_ERROR_NOT_FOUND when they are not in it
 */
GBytes *cut_unpack_body (GBytes *warc, const char *sha256, GError **error);

G_END_DECLS
