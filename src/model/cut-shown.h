/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text from outside as it may be shown. A page's title can hold signs that are orders to a terminal or turn the line around. */

/**
 * CutShown:
 * @CUT_SHOWN_LINE: one line: line ends and tabs become spaces, other control characters U+FFFD
 * @CUT_SHOWN_TEXT: line ends and tabs stay; other control characters, and those that turn the direction of all that follows, become U+FFFD
 * @CUT_SHOWN_JSON: of lines of JSON, in which such a character can only stand in a string: there it is escaped, so that its reader still has it
 */
typedef enum
{
  CUT_SHOWN_LINE,
  CUT_SHOWN_TEXT,
  CUT_SHOWN_JSON,
} CutShown;

/**
 * cut_shown:
 * @text: valid UTF-8
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable): %NULL when @text can be shown as it is
 */
char *cut_shown (const char *text, CutShown how);

/** cut_shown_line: Returns: (transfer full): @text as %CUT_SHOWN_LINE */
char *cut_shown_line (const char *text);

G_END_DECLS
