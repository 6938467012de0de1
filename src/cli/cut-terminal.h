/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cut_terminal_begin:
 * @json: whether lines of JSON are printed
 *
 * From here on all that g_print() and g_printerr() print is safe for a terminal: a page cannot send it orders. JSON keeps every
 * character, by escapes.
 */
void cut_terminal_begin (gboolean json);

/**
 * cut_terminal_end:
 * @reason: (out): why not, as errno; 0 where the system did not say
 *
 * Returns: whether all that was printed has left
 */
gboolean cut_terminal_end (int *reason);

G_END_DECLS
