/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-store.h"

G_BEGIN_DECLS

/* What can be judged of an object only by what else there is: what lies in the Trash, and what has its name. Private to src/notebook, in the
 * writer's thread. */

/** cut_sound_is_left: @record, @before: in the Trash. Returns: whether nothing of it is changed there */
gboolean cut_sound_is_left (CutRecord *record, CutRecord *before, GError **error);

/** cut_sound_is_alive: @needed: what a new object cannot be without. Returns: whether it lies not in the Trash */
gboolean cut_sound_is_alive (CutRecord *needed, GError **error);

/** cut_sound_is_only_one: @record: a tag or a story. @before: (nullable). Returns: whether no other has the name that @record is given: who
 *   then says the name would mean either */
gboolean cut_sound_is_only_one (CutStore *store, CutRecord *record, CutRecord *before, GError **error);

/** cut_sound_sign_check: @check: a new one. @owner: (nullable): the contributor. Returns: (transfer full) (nullable): with who made it and
 *   when, where it does not say so */
CutRecord *cut_sound_sign_check (CutStore *store, CutRecord *check, const char *owner, GError **error);

G_END_DECLS
