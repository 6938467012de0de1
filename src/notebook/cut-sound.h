/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-act.h"
#include "cut-store.h"

G_BEGIN_DECLS

/* Whether what an act says of objects can be so. Private to src/notebook, in the writer's thread. */

typedef struct _CutSound CutSound;

/** cut_sound_new: @act: what the records refer to beside @store; @owner: (nullable): the contributor whose act it is. All must outlive it. */
CutSound *cut_sound_new (CutStore *store, CutAct *act, const char *owner, GError **error);
void cut_sound_free (CutSound *self);

/**
 * cut_sound_check:
 * @record: one of the act
 *
 * What was so before the act is left alone: an old notebook may hold what is refused today.
 *
 * Returns: (transfer full) (nullable): @record as it is to be stored: the value of a fact as its type wants it, a check with who made it
 *   and when, and in place of entities that were merged those that stand for them; %NULL with %CUT_ERROR_INPUT, which says what cannot be so
 */
CutRecord *cut_sound_check (CutSound *self, CutRecord *record, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutSound, cut_sound_free)

G_END_DECLS
