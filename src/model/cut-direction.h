/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which way letters run, by their script: enough to set a line's margin and to find lines that run both ways. */

gboolean cut_char_is_rtl (gunichar c);
gboolean cut_char_is_ltr (gunichar c);

/** cut_line_is_rtl: whether the first letter of @line runs from right to left. @length: bytes, or -1 */
gboolean cut_line_is_rtl (const char *line, gssize length);

/** cut_line_is_mixed: whether @line has letters of both directions, or digits among letters from right to left */
gboolean cut_line_is_mixed (const char *line);

G_END_DECLS
