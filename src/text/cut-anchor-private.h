/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-anchor.h"
#include "cut-approx.h"
#include "cut-folded.h"
#include "cut-grams.h"
#include "cut-index.h"

G_BEGIN_DECLS

/* Of long quotes only this much of either end is compared, in folded characters. */
#define CUT_ANCHOR_LONGEST 1024
/* Of the context this much is compared, and so much of it is looked up. */
#define CUT_ANCHOR_CONTEXT 32
#define CUT_ANCHOR_LOOKED_UP 64
/* Side of a context that says nothing: there is none, or no room for it. */
#define CUT_ANCHOR_SILENT -1.0

struct _CutAnchorText
{
  const char *text;
  CutIndex *index;
  CutFolded *folded;
  CutGrams *grams;
};

/**
 * CutWanted:
 * @words: the text that @all is the folded copy of
 * @all: the end of the prefix, the quote, the start of the suffix
 * @from, @to: where in it the quote is
 * @starts_word, @ends_word: whether the quote's ends part no word
 *
 * What is looked for. All numbers are folded characters.
 */
typedef struct
{
  const CutSelector *selector;
  char *words;
  CutFolded *all;
  guint from;
  guint to;
  gboolean starts_word;
  gboolean ends_word;
  CutPattern *forwards;
  CutPattern *backwards;
  CutPattern *head; /* (nullable): first half of the quote, where it is long enough to be found by halves */
  CutPattern *tail; /* (nullable) */
} CutWanted;

CutWanted *cut_wanted_new (const CutSelector *selector);
void cut_wanted_free (CutWanted *self);
guint cut_wanted_get_length (const CutWanted *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutWanted, cut_wanted_free)

/**
 * CutPlace:
 * @start, @end: folded characters of the text
 * @likeness: of the words, 0 to 1
 * @before, @after: of the context, 0 to 1, or %CUT_ANCHOR_SILENT
 */
typedef struct
{
  guint start;
  guint end;
  double likeness;
  double before;
  double after;
} CutPlace;

/** cut_places_find_exact: appends the places whose folded words are the same; those with the best context when they are many.
 * Returns: how many there are in all */
guint cut_places_find_exact (const CutAnchorText *text, const CutWanted *wanted, guint near, GArray *places);
/** cut_places_find_alike: appends the places whose words are alike, each once */
void cut_places_find_alike (const CutAnchorText *text, const CutWanted *wanted, GArray *places);

/** cut_place_measure_context: fills @before and @after */
void cut_place_measure_context (const CutAnchorText *text, const CutWanted *wanted, CutPlace *place);
/** cut_place_settle_ends: moves the ends of changed words to where context and quote meet, and to borders of words */
void cut_place_settle_ends (const CutAnchorText *text, const CutWanted *wanted, CutPlace *place);
/** cut_place_get_context: the mean of the sides that say something, or %CUT_ANCHOR_SILENT */
double cut_place_get_context (const CutPlace *place);

G_END_DECLS
