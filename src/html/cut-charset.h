/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_charset_decode:
 * @data: @len bytes, as they came
 * @content_type: (nullable): the HTTP header's value
 * @out_len: (out): bytes of the result
 * @out_name: (out) (transfer full): the character set the bytes were read in, lower case
 *
 * Reads a page's bytes as text. Looked at in this order: byte order mark; UTF-16 told by the zeros between its letters; HTTP header;
 * `meta`, or the XML declaration (labels as the WHATWG Encoding Standard understands them); whether the bytes are UTF-8; a statistical
 * detector; windows-1252. What is valid UTF-8 with letters outside ASCII is read as UTF-8 whatever it calls itself, but for UTF-16 and
 * ISO-2022: no other character set looks like that by chance. A header that says UTF-8 of bytes that are not gives way to `meta`, and one
 * in `meta` to the detector; where only few bytes break it, it is UTF-8.
 *
 * Returns: (transfer full): valid UTF-8 without NUL; U+FFFD stands for what could not be read
 */
char *cut_charset_decode (
    const char *data, gsize len, const char *content_type, gsize *out_len, char **out_name);

G_END_DECLS
