/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-classes.h"
#include "cut-record.h"

G_BEGIN_DECLS

/* Two people's versions of one object. Pure functions; private to src/notebook. */

/**
 * cut_merge_join:
 * @ours: as it is here
 * @theirs: the same object as it is there
 * @same: (nullable): ids of entities that are the same, as both sides together say
 *
 * Field by field, by which writes each side has seen (see cut-written.h): what one side wrote later is taken; of lists the entries of
 * both stay but for those that one side took out. What both wrote without knowing of each other is kept twice: one value
 * stands, the same on both sides, the others are in `conflicts` until a person settles it. An object that one side put into the
 * Trash and the other changed stands. What was withheld from a bundle never replaces what we have, nor what is locked here.
 *
 * Returns: (transfer full): the joined object with its revision: that of @ours where nothing is new to us, that of @theirs where
 *   nothing is new to them. Whatever the order, all copies come to the same.
 */
CutRecord *cut_merge_join (CutRecord *ours, CutRecord *theirs, CutClasses *same);

/**
 * cut_merge_bury:
 * @deleted: when they put @ours into the Trash (ms)
 * @write: the write that did
 * @seen: (element-type utf8): the last write of each session that they had seen then
 *
 * Returns: (transfer full): as cut_merge_join() with what they have, of which nothing more is known
 */
CutRecord *cut_merge_bury (CutRecord *ours, gint64 deleted, const char *write, const char *const *seen);

/** cut_merge_add_conflicts: @conflicts: (element-type utf8): gets a sentence for each field of @record that is to be settled */
void cut_merge_add_conflicts (CutRecord *record, GPtrArray *conflicts);

/** cut_merge_says_same: whether both say the same, history aside */
gboolean cut_merge_says_same (CutRecord *a, CutRecord *b);

/** cut_merge_describe: Returns: (transfer full): `claim “…”`, for sentences */
char *cut_merge_describe (CutRecord *record);

G_END_DECLS
