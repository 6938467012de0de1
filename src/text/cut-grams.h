/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters in a row that are looked up together. */
#define CUT_GRAM 5

/**
 * CutGrams:
 *
 * Where each run of %CUT_GRAM characters stands in a text: hashed into buckets, built in one pass. Two runs may share
 * a bucket, so what is found is compared again. Borrows the text. Immutable; any thread.
 */
typedef struct _CutGrams CutGrams;

/** cut_grams_new: @chars: borrowed */
CutGrams *cut_grams_new (const gunichar *chars, guint length);
void cut_grams_free (CutGrams *self);

/**
 * cut_grams_look_up:
 * @gram: %CUT_GRAM characters
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): in rising order, the places whose bucket is the gram's
 */
const guint *cut_grams_look_up (const CutGrams *self, const gunichar *gram, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutGrams, cut_grams_free)

G_END_DECLS
