/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-anchor.h"
#include "cut-approx.h"
#include "cut-folded.h"
#include "cut-grams.h"
#include "cut-index.h"

G_BEGIN_DECLS

/* Longer quotes are found by their ends, each so many folded characters. */
#define CUT_ANCHOR_LONGEST 1024
#define CUT_ANCHOR_PART 512
/* Likeness of words that are not quite the same, at most. */
#define CUT_PLACE_ALIKE 0.999
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
 * @index: of @words
 * @all: the end of the prefix, the quote, the start of the suffix
 * @from, @to: where in it the quote is
 * @weight: how much the quote says, in letters: a character that is a word of its own counts as several
 * @sentence_from, @sentence_to: how far the sentences go that the quote begins and ends in
 * @starts_word, @ends_word: whether the quote's ends part no word
 *
 * What is looked for. All numbers are folded characters.
 */
typedef struct
{
  const CutSelector *selector;
  char *words;
  CutIndex *index;
  CutFolded *all;
  guint from;
  guint to;
  guint weight;
  guint sentence_from;
  guint sentence_to;
  gboolean starts_word;
  gboolean ends_word;
  CutPattern *pattern; /* (nullable): the quote's, where it is neither very short nor very long */
} CutWanted;

CutWanted *cut_wanted_new (const CutSelector *selector);
void cut_wanted_free (CutWanted *self);
guint cut_wanted_get_length (const CutWanted *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutWanted, cut_wanted_free)

/**
 * CutPlace:
 * @start, @end: folded characters of the text; the same where the context stands without the quote
 * @likeness: of the words, 0 to 1
 * @before, @after: of the context, 0 to 1, or %CUT_ANCHOR_SILENT
 * @others_inside: names and figures of the quote in whose place others stand
 * @others_around: the same of the context, as far as its sentence goes
 * @gone_inside: names and figures of the quote that have nothing in their place
 * @lost_head, @lost_tail: characters at the quote's ends that have nothing in their place
 */
typedef struct
{
  guint start;
  guint end;
  double likeness;
  double before;
  double after;
  guint others_inside;
  guint others_around;
  guint gone_inside;
  guint lost_head;
  guint lost_tail;
} CutPlace;

/** cut_places_find_exact: appends the places whose folded words are the same; those with the best context when they are many.
 * Returns: how many there are in all */
guint cut_places_find_exact (const CutAnchorText *text, const CutWanted *wanted, guint near, GArray *places);
/** cut_places_find_alike: appends the places whose words are alike, each once */
void cut_places_find_alike (const CutAnchorText *text, const CutWanted *wanted, GArray *places);

/** cut_place_measure_context: fills what is about the context, for a place whose words are the quote's */
void cut_place_measure_context (const CutAnchorText *text, const CutWanted *wanted, CutPlace *place);
/**
 * cut_place_align:
 * @from, @to: the part of the quote, in the wanted text; with the context that is next to it
 * @place: (inout): the stretch of the text to look into; the place found there
 *
 * Returns: whether something of the quote is there
 */
gboolean cut_place_align (const CutAnchorText *text, const CutWanted *wanted, guint from, guint to, CutPlace *place);
/** cut_place_get_context: the mean of the sides that say something, or %CUT_ANCHOR_SILENT */
double cut_place_get_context (const CutPlace *place);

G_END_DECLS
