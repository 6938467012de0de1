/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutGuardFlags: what a page lost before it was parsed
 * @CUT_GUARD_DEPTH: elements nested deeper than %CUT_LIMIT_DEPTH lost their tags (not their text)
 * @CUT_GUARD_ATTRIBUTES: tags lost attributes beyond %CUT_LIMIT_ATTRIBUTES
 * @CUT_GUARD_FORMATTING: formatting that never ends lost its tags
 * @CUT_GUARD_ELEMENTS: the page ends where %CUT_LIMIT_ELEMENTS was reached
 */
typedef enum
{
  CUT_GUARD_NOTHING = 0,
  CUT_GUARD_DEPTH = 1 << 0,
  CUT_GUARD_ATTRIBUTES = 1 << 1,
  CUT_GUARD_FORMATTING = 1 << 2,
  CUT_GUARD_ELEMENTS = 1 << 3,
} CutGuardFlags;

/**
 * cut_guard_apply:
 * @html: @len bytes of UTF-8 without NUL
 * @flags: (out): what was cut
 *
 * Makes a page harmless for a tree builder in one pass over its bytes: an upper bound of
 * the tree's size, depth and cost is kept while tags go by, and what would pass a limit is
 * left out. Scripts (but for JSON-LD), styles, inline drawings and comments are left out too: nothing
 * later looks at them, and on news pages they are most of the bytes. This is no parser: the tree
 * is built, from what is left, by one.
 *
 * Returns: (transfer full): the page to parse
 */
GString *cut_guard_apply (const char *html, gsize len, CutGuardFlags *flags);

/**
 * cut_guard_is_fragment:
 *
 * Returns: whether @html looks like a piece of a page, as a clipboard carries it: it has no
 *   `html`, `head`, `body`, `title` or document type in it, or says where the piece starts
 */
gboolean cut_guard_is_fragment (const char *html, gsize len);

G_END_DECLS
