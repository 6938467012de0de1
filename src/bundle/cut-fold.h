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

/** cut_fold_digits: Returns: (transfer full): the runs of digits in @text, each with a space before and after it; what people put
 *   into telephone numbers (spaces, hyphens, dots, slashes, brackets, plus) does not end a run */
char *cut_fold_digits (const char *text, gssize length);

G_END_DECLS
