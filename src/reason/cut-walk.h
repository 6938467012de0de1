/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-ledger-private.h"
#include "cut-origins.h"

G_BEGIN_DECLS

/* Private to src/reason: each attribution of a claim, walked to its end. */

/**
 * CutStep:
 * @key: of a work (a clip's or an outlet's), or of a source on the way
 * @label: (unowned): for people
 * @id: (unowned): of the clip or source
 * @clip: it is a clip; else a source
 * @outlet: it is a clip, or a source that is a publication
 */
typedef struct
{
  char *key;
  const char *label;
  const char *id;
  gboolean clip;
  gboolean outlet;
} CutWalkStep;

/**
 * CutWalkPath:
 * @steps: (array of CutWalkStep): from the clip it was read in towards the source; a source at the end is none of them
 * @source: (nullable): at the end
 * @terminal: @kind and @key say what the end is; else it is the last step, a work, and where that leads is in @origins
 * @origins: (element-type guint): numbers of the origins it is or leads to; empty unless it asserts or denies
 * @cycle: (nullable) (unowned): the label of the work where the walk came back to itself
 */
typedef struct
{
  const CutLedgerAttribution *attribution;
  GArray *steps;
  const CutLedgerSource *source;
  gboolean terminal;
  CutOriginKind kind;
  char *key;
  GArray *origins;
  const char *cycle;
} CutWalkPath;

/** CutWalk: @paths: (element-type CutWalkPath): asserting, then denying, then the others, each by attribution id */
typedef struct
{
  GPtrArray *paths;
  CutOrigins *origins;
} CutWalk;

CutWalk *cut_walk_new (CutLedger *ledger, CutLedgerClaim *claim);
void cut_walk_free (CutWalk *self);

/** cut_walk_path_is_anonymous: whether nobody could say who is at its end */
gboolean cut_walk_path_is_anonymous (const CutWalkPath *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutWalk, cut_walk_free)

G_END_DECLS
