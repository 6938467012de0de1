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

/** cut_sayings_from_verbs: adds the candidates that verbs give; @sayings: (element-type CutSaying) */
void cut_sayings_from_verbs (const CutParsed *parsed, GArray *sayings);

/** cut_sayings_from_words: adds what nouns ("the claim that"), phrases ("according to"), hedges and "Name:" give */
void cut_sayings_from_words (const CutParsed *parsed, GArray *sayings);

/** cut_sayings_choose: keeps those that bear each other, in the order of the text, and lets quotations go on that do */
void cut_sayings_choose (const CutParsed *parsed, GArray *sayings);

G_END_DECLS
