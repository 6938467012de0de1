/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-content.h"

G_BEGIN_DECLS

#define CUT_SAYING_PARTS 8

/**
 * CutSaying:
 * @source, @cue: tokens; empty when there is none
 * @parts: in the order of the text
 * @word: (nullable): the cue in the data file
 * @frame: letter of the frame, see the data file
 * @weight: how sure its rule is, from 0 to 1
 *
 * A candidate for an attribution, in tokens.
 */
typedef struct
{
  CutRange source;
  CutRange cue;
  CutRange parts[CUT_SAYING_PARTS];
  guint n_parts;
  const CutCue *word;
  char frame;
  gboolean passive;
  double weight;
} CutSaying;

static inline void
cut_saying_add_part (CutSaying *self,
                     CutRange   part)
{
  if (part.start < part.end && self->n_parts < CUT_SAYING_PARTS)
    self->parts[self->n_parts++] = part;
}

/** cut_saying_get_start: the first token of its source, cue and parts */
guint cut_saying_get_start (const CutSaying *self);

/** cut_saying_get_end: the token behind the last of them */
guint cut_saying_get_end (const CutSaying *self);

/** cut_sayings_from_verbs: adds the candidates that verbs give; @sayings: (element-type CutSaying) */
void cut_sayings_from_verbs (const CutParsed *parsed, GArray *sayings);

/** cut_sayings_from_words: adds what nouns ("the claim that"), phrases ("according to"), hedges and "Name:" give */
void cut_sayings_from_words (const CutParsed *parsed, GArray *sayings);

/** cut_sayings_choose: keeps those that bear each other, in the order of the text, and lets quotations go on that do */
void cut_sayings_choose (const CutParsed *parsed, GArray *sayings);

/** cut_sayings_new: Returns: (transfer full) (element-type CutSaying): all that a text ascribes, by the three above, in its order */
GArray *cut_sayings_new (const CutParsed *parsed);

G_END_DECLS
