/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutStanding:
 * @annotation: id
 * @capture: id of the capture it is about
 * @status: a word of %CUT_VOCAB_PLACE_STATUS: `exact`, `moved`, `changed`, `unsure`, `orphan`
 * @start, @end: code points of the capture's reader text; of an orphan both 0
 * @score: from 0 to 1: how far words and context agree; 1 where a person decided
 * @placed: whether the mark may be shown there without asking: `exact`, `moved` or `changed`. An `unsure` one has a
 *   place to ask about.
 * @placement: (nullable): the #CutPlacement, where a person decided: then an `orphan` is kept as one and needs nobody
 *
 * Where an annotation stands in one capture of its clip. Its own selectors say where that is in the capture it was made
 * on; elsewhere a person's word counts, then a text that is the same, then what cut_anchor_find() finds.
 */
typedef struct
{
  char *annotation;
  char *capture;
  const char *status;
  guint start;
  guint end;
  double score;
  gboolean placed;
  CutRecord *placement;
} CutStanding;

CutStanding *cut_standing_copy (const CutStanding *self);
void cut_standing_free (CutStanding *self);

/** cut_standing_needs_person: whether it belongs into the trays: unsure or an orphan, and nobody has decided */
gboolean cut_standing_needs_person (const CutStanding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutStanding, cut_standing_free)

G_END_DECLS
