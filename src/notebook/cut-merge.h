/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-classes.h"
#include "cut-record.h"

G_BEGIN_DECLS

/* Two people's versions of one object. Pure functions; private to src/notebook. */

/**
 * CutVerdict:
 * @CUT_VERDICT_NEW: only they have it
 * @CUT_VERDICT_SAME: ours is theirs, or came after it
 * @CUT_VERDICT_NEWER: theirs came after ours
 * @CUT_VERDICT_DIVERGED: both changed it
 */
typedef enum
{
  CUT_VERDICT_NEW,
  CUT_VERDICT_SAME,
  CUT_VERDICT_NEWER,
  CUT_VERDICT_DIVERGED,
} CutVerdict;

/** cut_merge_judge: by the histories of revisions alone. @ours: (nullable) */
CutVerdict cut_merge_judge (CutRecord *ours, CutRecord *theirs);

/** cut_merge_find_base: Returns: (transfer none) (nullable): the last revision that both came from */
const char *cut_merge_find_base (CutRecord *ours, CutRecord *theirs);

/**
 * cut_merge_join:
 * @base: (nullable): the object as it was before both changed it
 * @same: (nullable): ids of entities that are the same, as both sides together say
 * @conflicts: (element-type utf8): gets a sentence for each field that both changed: ours is kept, theirs named
 *
 * Field by field: what one side changed is taken; of lists the entries of both are kept. Without @base a value
 * wins over none; of two ids that are the same the smaller. What was withheld from a bundle never replaces what we have.
 *
 * Returns: (transfer full): the joined object with its revision; @ours itself where nothing is taken. Both sides
 *   come to the same one. Where a conflict is left, theirs does not count as an ancestor.
 */
CutRecord *cut_merge_join (CutRecord *ours, CutRecord *theirs, CutRecord *base, CutClasses *same, GPtrArray *conflicts);

/** cut_merge_says_same: whether both say the same, history aside */
gboolean cut_merge_says_same (CutRecord *a, CutRecord *b);

/** cut_merge_describe: Returns: (transfer full): `claim “…”`, for sentences */
char *cut_merge_describe (CutRecord *record);

G_END_DECLS
