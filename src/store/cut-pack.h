/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* zstd, level 3: half the size of news text at a speed that is never felt. */

/** cut_pack: Returns: (transfer full) */
GBytes *cut_pack (const void *data, gsize length);

/** cut_unpack: Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_CORRUPT when @data is no whole frame */
GBytes *cut_unpack (const void *data, gsize length, GError **error);

/** cut_pack_text: Returns: (transfer full) (nullable): %NULL for %NULL */
GBytes *cut_pack_text (const char *text);
/** cut_unpack_text: Returns: (transfer full) (nullable): as cut_unpack(); UTF-8 or %CUT_ERROR_CORRUPT */
char *cut_unpack_text (const void *data, gsize length, GError **error);

/**
 * cut_pack_text_against:
 * @against: (nullable): bytes that say much of the same; as cut_pack_text() where there are none
 *
 * Packs what @text has that @against does not: cut_unpack_text_against() needs the same bytes.
 *
 * Returns: (transfer full)
 */
GBytes *cut_pack_text_against (const char *text, GBytes *against);
/** cut_unpack_text_against: Returns: (transfer full) (nullable): as cut_unpack_text() */
char *cut_unpack_text_against (const void *data, gsize length, GBytes *against, GError **error);

G_END_DECLS
