/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-selector.h"

G_BEGIN_DECLS

/**
 * CutAnchorText:
 *
 * A text in which marks are looked for: its folded copy and the index of its grams, built once. Borrows the text.
 * Immutable; any thread.
 */
typedef struct _CutAnchorText CutAnchorText;

/** cut_anchor_text_new: @text: valid UTF-8, borrowed; no reader text need it be */
CutAnchorText *cut_anchor_text_new (const char *text);
void cut_anchor_text_free (CutAnchorText *self);

/**
 * CutAnchorStatus:
 * @CUT_ANCHOR_EXACT: the words stand where they stood
 * @CUT_ANCHOR_MOVED: the words stand elsewhere
 * @CUT_ANCHOR_CHANGED: other words stand in their place
 * @CUT_ANCHOR_UNSURE: a place was found, but a person has to say whether it is the one
 * @CUT_ANCHOR_ORPHAN: the words are gone
 *
 * The words stored are `exact`, `moved`, `changed`, `unsure`, `orphan`.
 */
typedef enum
{
  CUT_ANCHOR_EXACT,
  CUT_ANCHOR_MOVED,
  CUT_ANCHOR_CHANGED,
  CUT_ANCHOR_UNSURE,
  CUT_ANCHOR_ORPHAN,
} CutAnchorStatus;

const char *cut_anchor_status_to_word (CutAnchorStatus status);
/** cut_anchor_status_from_word: Returns: %CUT_ANCHOR_ORPHAN for an unknown word */
CutAnchorStatus cut_anchor_status_from_word (const char *word);

/**
 * CutAnchor:
 * @start, @end: code points; of an orphan both 0
 * @score: from 0 to 1: how far words and context agree
 */
typedef struct
{
  CutAnchorStatus status;
  guint start;
  guint end;
  double score;
} CutAnchor;

/** cut_anchor_is_placed: whether the program may show the mark there without asking */
gboolean cut_anchor_is_placed (const CutAnchor *self);

/**
 * cut_anchor_find:
 * @selector: a mark's words, with what stood before and after (each may be empty: that says nothing)
 * @has_position: whether the selector's position means anything; it only decides between places that are as good
 *
 * Finds the place of a mark in another version of its text. Where the position says, if words and context stand there;
 * else among all exact hits and the best stretches that share runs of characters with the quote and its context: those
 * whose edit distance says that they are alike are laid beside the quote word by word, which tells where the ends are, how
 * much of the context is there and which names and figures became others. A place on wrong words is worse than none, so a
 * place is refused where the words alone would decide and are few, where another place is nearly as good, where a name or
 * figure is another and the context does not speak for it, where too much was put in for the pieces to be one mark, and
 * where few words stand elsewhere than their context.
 *
 * The idea of quote, prefix, suffix and position weighed together is that of the Hypothesis client; the rules are ours.
 */
CutAnchor cut_anchor_find (const CutAnchorText *text, const CutSelector *selector, gboolean has_position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutAnchorText, cut_anchor_text_free)

G_END_DECLS
