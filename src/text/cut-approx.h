/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutPattern:
 *
 * A run of characters made ready for counting how many single-character edits lie between it and parts of a text:
 * G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming" (JACM 46, 1999),
 * in the blocks of H. Hyyrö (2003), 64 rows of the table at once. Owns a copy. One thread at a time.
 */
typedef struct _CutPattern CutPattern;

/**
 * cut_pattern_new:
 * @backwards: read the characters from the last to the first
 */
CutPattern *cut_pattern_new (const gunichar *chars, guint length, gboolean backwards);
void cut_pattern_free (CutPattern *self);

/**
 * cut_pattern_search:
 * @anchored: the match starts at the first character of @text, not anywhere in it
 * @backwards: @text is read from its last character to its first
 * @end: (out): how many characters of @text lie before the end of the best match, counted in reading direction;
 *   of several as good the one that is nearest to the pattern in length, when @anchored
 *
 * Returns: the edits (insertions, deletions, substitutions) of the best match, at most the pattern's length
 */
guint cut_pattern_search (CutPattern *self, const gunichar *text, guint length, gboolean anchored, gboolean backwards, guint *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPattern, cut_pattern_free)

G_END_DECLS
