/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text made alike, so that a name is found in whatever way it is written. */

/**
 * cut_fold:
 * @text: UTF-8
 * @length: bytes, or -1
 * @squeeze: leave nothing between the letters and digits; else one space where something stood between them
 *
 * Lower case, without accents and ligatures (NFKD), soft hyphens and joiners gone.
 *
 * Returns: (transfer full): without a space at its ends
 */
char *cut_fold (const char *text, gssize length, gboolean squeeze);

/** CUT_FOLD_BYTES: the longest that one character comes to; CUT_FOLD_MOST_JOINING: characters that may stand inside a number: "+49 (0) 30 / 555" */
#define CUT_FOLD_BYTES (G_UNICHAR_MAX_DECOMPOSITION_LENGTH * 6)
#define CUT_FOLD_MOST_JOINING 3

/** cut_fold_character: @bytes: (out caller-allocates): the letters and digits that @c folds to, in UTF-8, and a space for each thing that stands
 *   between letters; not terminated. Returns: how many bytes */
gsize cut_fold_character (gunichar c, char *bytes);

/** CUT_FOLD_JOINS: may stand inside a number; CUT_FOLD_ENDS: ends it */
#define CUT_FOLD_JOINS (-1)
#define CUT_FOLD_ENDS (-2)
/** cut_fold_digit: the value of @c as a digit, or one of these */
int cut_fold_digit (gunichar c);

/** cut_fold_digits: Returns: (transfer full): the runs of digits in @text, each with a space before and after it; what people put
 *   into telephone numbers (spaces, hyphens, dots, slashes, brackets, plus) does not end a run */
char *cut_fold_digits (const char *text, gssize length);

G_END_DECLS
