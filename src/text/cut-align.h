/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-folded-words.h"

G_BEGIN_DECLS

/* No partner. */
#define CUT_ALIGN_NONE G_MAXUINT
/* So many comparisons at most; of more, nothing is compared. */
#define CUT_ALIGN_MOST (1024u * 1024)

/**
 * cut_align:
 * @wanted, @found: words in order
 * @partners: (out caller-allocates) (array length=n_wanted): for each wanted word the index of the found word that stands in
 *   its place, the same or another, or %CUT_ALIGN_NONE
 *
 * The stretch of @found that fits best to a stretch of @wanted, word by word: words replaced, put in and taken out cost less
 * than the words around them gain, and much put in at one place costs little more than a little. After T. F. Smith and
 * M. S. Waterman (1981) with the gaps of O. Gotoh (1982).
 *
 * Returns: whether anything fits
 */
gboolean cut_align (const CutWord *wanted, guint n_wanted, const CutWord *found, guint n_found, guint *partners);

G_END_DECLS
