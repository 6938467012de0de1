/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-common.h"
#include "cut-difference.h"
#include "cut-lexicon.h"

G_BEGIN_DECLS

/* What became of a line. */
typedef enum
{
  CUT_FATE_NONE,   /* removed or added */
  CUT_FATE_PAIRED, /* has a partner, in order */
  CUT_FATE_JOINED, /* belongs to the line before, whose partner it has */
  CUT_FATE_MOVED,  /* has a partner elsewhere */
} CutFate;

/**
 * CutLine:
 * @first, @last: its words, half-open
 * @number: of the line in the text, lines that are not compared counted too
 * @partner: index of the line in the other text
 * @bag: (nullable): its words without order, sorted, once it was asked for
 */
typedef struct
{
  guint start;
  guint end;
  guint first;
  guint last;
  guint number;
  guint id;
  guint partner;
  CutFate fate;
  guint *bag;
  guint bag_size;
} CutLine;

/** CutSide: one of the two texts; @ids: of the words, in order; @lines: (element-type CutLine) */
typedef struct
{
  const char *text;
  GArray *words;
  guint *ids;
  GArray *lines;
} CutSide;

/** CutComparison: @common: budget and cancelling for everything */
typedef struct
{
  CutSide old;
  CutSide new;
  CutCommon common;
} CutComparison;

#define cut_side_line(side, i) (&g_array_index ((side)->lines, CutLine, (i)))
#define cut_side_word(side, i) (&g_array_index ((side)->words, CutToken, (i)))

/* cut-difference-pairs.c */

/** cut_comparison_pair: gives partners to lines [old_start, old_end) and [new_start, new_end), between two that are the same */
void cut_comparison_pair (CutComparison *self, guint old_start, guint old_end, guint new_start, guint new_end);
/** cut_comparison_find_moved: gives partners elsewhere to lines that have none */
void cut_comparison_find_moved (CutComparison *self);

/* cut-difference-runs.c */

/** CutTally: what was counted */
typedef struct
{
  guint removed;
  guint added;
  guint figures;
} CutTally;

/** CutWords: half-open */
typedef struct
{
  guint first;
  guint last;
} CutWordRange;

/**
 * cut_comparison_compare_words:
 * @figures: (element-type guint): indices of the removed runs of the answer in whose place another number stands are appended
 *
 * Returns: (transfer full) (element-type CutRun)
 */
GArray *cut_comparison_compare_words (CutComparison *self, CutWordRange old, CutWordRange new, CutTally *tally, GArray *figures);
/** cut_side_count: Returns: words and numbers among [first, last) */
guint cut_side_count (const CutSide *self, guint first, guint last);

G_END_DECLS
