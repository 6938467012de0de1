/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the texts of bylines are made of; for the search for them on a page. */

guint cut_byline_count_words (const char *text);

/** cut_byline_is_name: Returns: whether @text may be a name, and none of the words that stand where names do */
gboolean cut_byline_is_name (const char *text);

/** cut_byline_is_capitalised: Returns: whether each word begins with a capital, or has none to begin with, or is a
 * particle of names */
gboolean cut_byline_is_capitalised (const char *name);

/** cut_byline_is_office: Returns: whether @part says what a person is, not who */
gboolean cut_byline_is_office (const char *part);

/** cut_byline_is_signed_behind: Returns: whether @text is a name with "reporter" behind it, as in Korea */
gboolean cut_byline_is_signed_behind (const char *text);

/** cut_byline_skip_openings: Returns: (transfer none): what stands in @text behind "By" and the like */
const char *cut_byline_skip_openings (const char *text);

/** cut_byline_skip_to_name: Returns: (transfer none): what follows "… by " where @text begins with something else,
 * else @text */
const char *cut_byline_skip_to_name (const char *text);

G_END_DECLS
