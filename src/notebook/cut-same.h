/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-classes.h"
#include "cut-commit.h"

G_BEGIN_DECLS

/* Bringing merged entities together, within an act. Private to src/notebook, in the writer's thread.
 *
 * An entity that was merged stays, under its id, with `merged_into`. The one that stands for it takes its names, identifiers,
 * stories and tags; its summary and country, where it says others itself, become facts. Whatever named the merged one names
 * the other from then on; a relation that would lead from it to itself goes to the Trash.
 *
 * Two notebooks that merge the same entities in different ways come to the same when they exchange bundles: all that follows
 * depends on the objects alone, also the ids of what is made here. */

/** cut_same_settle: @only: (nullable) (element-type utf8): ids of merged entities; %NULL for all. Nothing is written where all is settled. */
gboolean cut_same_settle (CutCommit *commit, CutStore *store, GHashTable *only, GError **error);

/** cut_same_find_classes: @theirs: (nullable) (element-type CutEntity): what another notebook says. Returns: (transfer full) (nullable): which ids
 *   of entities mean the same, as the notebook and @theirs together say */
CutClasses *cut_same_find_classes (CutStore *store, GPtrArray *theirs, GError **error);

/** cut_same_unite: says that the two with ids @a and @b, or those that stand for them, are the same: the smaller id stands for both.
 *   Nothing happens when they are already, or one of them is not there. To be followed by cut_same_settle(). */
gboolean cut_same_unite (CutCommit *commit, CutStore *store, const char *a, const char *b, GError **error);

G_END_DECLS
