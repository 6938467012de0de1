/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_counted_text:
 * @blocks_json: a table of paragraphs, as cut_blocks_to_json() writes it
 * @text: the reader text
 *
 * What cut_blocks_get_counted_text() returns for cut_blocks_from_json(), without the blocks being made: a search shows places in
 * fifty texts at once, and they were most of what that cost. A table in any other form than ours is read as a whole; of one in ours no
 * more is looked at than what counts. Any thread.
 *
 * Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_CORRUPT when it is no such table
 */
char *cut_counted_text (const char *blocks_json, const char *text, GError **error);

G_END_DECLS
