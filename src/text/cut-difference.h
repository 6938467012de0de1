/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  CUT_RUN_KEPT,
  CUT_RUN_REMOVED,
  CUT_RUN_ADDED,
} CutRunKind;

/**
 * CutRun:
 * @old_start, @old_end: code points of the old text; of an added run both where it would stand
 * @new_start, @new_end: code points of the new text; of a removed run both where it stood
 *
 * Words kept, removed or added. A kept run is as long in both texts, unless it is nothing but spaces.
 */
typedef struct
{
  CutRunKind kind;
  guint old_start;
  guint old_end;
  guint new_start;
  guint new_end;
} CutRun;

typedef enum
{
  CUT_PAIR_SAME,
  CUT_PAIR_CHANGED,
  CUT_PAIR_ADDED,
  CUT_PAIR_REMOVED,
  CUT_PAIR_MOVED,
} CutPairKind;

/**
 * CutPair:
 * @old_start, @old_end: code points of the old text, without the LF at the end; of an added block both 0
 * @new_start, @new_end: code points of the new text; of a removed block both 0
 * @runs: (element-type CutRun): in order; of a changed or a moved block all of it, of an added or removed one a single run,
 *   of one that is the same a single kept run
 *
 * A block of the old text and what became of it: one line, or several where a paragraph was split or joined. A moved
 * block stands where it stands in the new text and may have changed too.
 */
typedef struct
{
  CutPairKind kind;
  guint old_start;
  guint old_end;
  guint new_start;
  guint new_end;
  GArray *runs;
} CutPair;

/**
 * CutAlteration:
 * @pair: index of the block
 * @run: index of the first run; of a block that only moved the kept run
 * @n_runs: how many runs belong to it: 1, or 2 where words were replaced
 * @figure: a number was replaced by another number
 *
 * One change, as "next change" goes to it.
 */
typedef struct
{
  guint pair;
  guint run;
  guint n_runs;
  gboolean figure;
} CutAlteration;

/**
 * CutDifference:
 * @pairs: (element-type CutPair): all blocks of both texts that were compared, in the order of the new text
 * @alterations: (element-type CutAlteration): the changes, in order
 * @words_removed, @words_added: words and numbers, moved ones not counted; of scripts without spaces characters
 * @figures: numbers that were replaced by another number. Numbers in words are not recognised
 * @spacing: something differs that is not a word, a number or a sign: spaces only
 *
 * What became of one reader text in another. Immutable; any thread.
 */
typedef struct
{
  GPtrArray *pairs;
  GArray *alterations;
  guint words_removed;
  guint words_added;
  guint figures;
  gboolean spacing;
} CutDifference;

/**
 * cut_difference_new:
 * @old_text, @new_text: valid UTF-8, one block a line
 * @old_blocks, @new_blocks: (nullable) (element-type CutBlock): their block tables; lines that are furniture are not compared
 * @cancellable: (nullable)
 *
 * Blocks first: those that are the same by their words, in order, by cut_common_find(). What is left between them is paired by
 * the words shared (Dice's coefficient), so that the sum is largest; a paragraph that was split or joined is kept together; what is
 * left then and stands elsewhere has moved. Within a pair the words are compared by cut_common_find() too, and islands smaller than
 * the changes around them are taken into these (the idea is N. Fraser's, "Diff Strategies", 2006).
 *
 * Time and memory are bounded on any input: where the budget ends, blocks and words count as removed and added.
 *
 * Returns: (transfer full) (nullable): %NULL with G_IO_ERROR_CANCELLED
 */
CutDifference *cut_difference_new (const char *old_text, GPtrArray *old_blocks, const char *new_text, GPtrArray *new_blocks,
                                   GCancellable *cancellable, GError **error);
void cut_difference_free (CutDifference *self);

/** cut_difference_is_same: whether no block differs but for spaces */
gboolean cut_difference_is_same (const CutDifference *self);

/** cut_difference_get_ranges: where the alteration at @index stands: code points of both texts, either may be empty */
void cut_difference_get_ranges (const CutDifference *self, guint index, guint *old_start, guint *old_end, guint *new_start,
                                guint *new_end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutDifference, cut_difference_free)

G_END_DECLS
