/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What parts a run of marks that is too long, not seen: U+034F COMBINING GRAPHEME JOINER. */
#define CUT_MARK_RUN_JOINER 0x034f

/**
 * cut_mark_run_add:
 * @run: (inout): how many marks, taken apart, stand at the end of the text; begin with 0
 * @c: the character that comes next
 *
 * Counts @c. As the Stream-Safe Text Format of Unicode Standard Annex 15, a run is parted after 30 marks:
 * composing sorts the marks on one letter, which takes the square of their number. The longest that a
 * language needs is under ten.
 *
 * Returns: whether %CUT_MARK_RUN_JOINER belongs before @c; @run then counts as if it stood there
 */
gboolean cut_mark_run_add (guint *run, gunichar c);

/**
 * cut_mark_run_part:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text with its long runs of marks parted
 */
char *cut_mark_run_part (const char *text);

G_END_DECLS
