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
 * Reads a page's bytes as text. Looked at in this order: byte order mark, HTTP header,
 * `meta` (labels as the WHATWG Encoding Standard understands them), whether the bytes are UTF-8, a statistical detector, windows-1252. What is
 * valid UTF-8 with letters outside ASCII is read as UTF-8 whatever it calls itself:
 * no other character set looks like that by chance.
 *
 * Returns: (transfer full): valid UTF-8 without NUL; U+FFFD stands for what could not be read
 */
char *cut_charset_decode (
    const char *data, gsize len, const char *content_type, gsize *out_len, char **out_name);

G_END_DECLS
