/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Raised when the same text gives another sketch than before: what was stored is made again. */
#define CUT_SKETCH_RULES 1

/* From this share of the shorter text on, two texts are worth a question: is the one a reprint of the other? */
#define CUT_SKETCH_ALIKE 0.5
/* From here on they are nearly the same, without a question. */
#define CUT_SKETCH_SAME 0.8
/* Two texts with the same wire credit need less in common: each was cut and led in by another desk. */
#define CUT_SKETCH_SAME_CREDIT 0.3

/**
 * CutSketch:
 *
 * A small summary of a text by which near copies of it are found among very many: the smallest hashes of its runs of
 * four words ("shingles"), typography and case aside. After A. Z. Broder, "On the resemblance and containment of
 * documents", Proc. Compression and Complexity of Sequences 1997, with one hash function and the smallest values of it
 * ("bottom-k"; E. Cohen and H. Kaplan, "Summarizing data using bottom-k sketches", PODC 2007). Immutable; any thread.
 */
typedef struct _CutSketch CutSketch;

/**
 * CutLikeness:
 * @resemblance: 0 to 1: how much of both texts together is in both
 * @containment: 0 to 1: how much of the shorter one is in the longer
 *
 * Estimates: the error is below a tenth nineteen times in twenty, and there is none where both texts are short.
 */
typedef struct
{
  double resemblance;
  double containment;
} CutLikeness;

/** cut_sketch_new: @text: valid UTF-8. Linear. Returns: (transfer full) (nullable): %NULL where it has too few words to say anything */
CutSketch *cut_sketch_new (const char *text);
CutSketch *cut_sketch_copy (const CutSketch *self);
void cut_sketch_free (CutSketch *self);

/** cut_sketch_get_n_shingles: how many different runs of words the whole text has */
guint cut_sketch_get_n_shingles (const CutSketch *self);

/** cut_sketch_get_keys: Returns: (transfer none) (array length=n): the few values by which texts that have much in common with it are
 *   looked up: of two such texts, one key at least of either is also one of the other's values, nearly always a key */
const guint32 *cut_sketch_get_keys (const CutSketch *self, guint *n);

/** cut_sketch_compare: symmetric. Cost: linear in the size of the sketches, which is fixed */
CutLikeness cut_sketch_compare (const CutSketch *self, const CutSketch *other);

/** cut_sketch_to_bytes: Returns: (transfer full): little-endian, for storing beside cut_sketch_get_n_shingles() */
GBytes *cut_sketch_to_bytes (const CutSketch *self);

/** cut_sketch_from_bytes: Returns: (transfer full) (nullable): %NULL where @data (of @length bytes) is no sketch of a text of @n_shingles */
CutSketch *cut_sketch_from_bytes (const void *data, gsize length, guint n_shingles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutSketch, cut_sketch_free)

G_END_DECLS
