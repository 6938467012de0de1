/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CUT_SLIP_LONGEST: characters of the longest word that slips are counted in */
#define CUT_SLIP_LONGEST 40

/**
 * cut_slip_count:
 * @a, @b: (array length=n_a) (array length=n_b): two words
 * @most: the slips that matter
 *
 * How many slips of the pen lie between two words: a letter too much, too little, another one, or two that changed places (the
 * distance of F. J. Damerau, CACM 7, 1964, where no part is changed twice). Time in proportion to the product of the lengths at most.
 *
 * Returns: @most + 1 where it is more, or a word is too long
 */
guint cut_slip_count (const gunichar *a, guint n_a, const gunichar *b, guint n_b, guint most);

G_END_DECLS
