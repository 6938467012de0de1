/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** cut_charset_from_header: Returns: (transfer none) (nullable): what @content_type, the value of the HTTP header, says, as iconv
 * knows it */
const char *cut_charset_from_header (const char *content_type);

/**
 * cut_charset_from_meta:
 * @data: the first @len bytes of a page
 *
 * Looks at the XML declaration and at the `meta` elements, not at what stands in comments, scripts and styles. As far as
 * @data goes: browsers read 1,024 bytes at once, and read the page again when they find a declaration further down.
 *
 * Returns: (transfer none) (nullable): what the page says of itself, as iconv knows it
 */
const char *cut_charset_from_meta (const char *data, gsize len);

G_END_DECLS
