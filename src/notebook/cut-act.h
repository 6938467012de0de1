/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutAct:
 *
 * One act of a person: a name ("Highlight") and the objects it writes, each whole as it shall
 * be. One act is one transaction and one undo step. A plain builder; made, filled, handed to
 * cut_notebook_commit_async(), which takes it.
 */
typedef struct _CutAct CutAct;

/** cut_act_new: @label: the translated name, as in "Undo Highlight" */
CutAct *cut_act_new (const char *label);
void cut_act_free (CutAct *self);
/** cut_act_put: @record: (transfer none): a new object, or a changed copy (cut_record_with()) */
void cut_act_put (CutAct *self, CutRecord *record);
/** cut_act_take: as cut_act_put(), @record: (transfer full) */
void cut_act_take (CutAct *self, CutRecord *record);
/** cut_act_trash: puts a copy of @record in the Trash (its annotations, attributions and claims' links stay and come back with it) */
void cut_act_trash (CutAct *self, CutRecord *record);
void cut_act_restore (CutAct *self, CutRecord *record);
const char *cut_act_get_label (CutAct *self);
/** cut_act_get_records: (transfer none) (element-type CutRecord) */
GPtrArray *cut_act_get_records (CutAct *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutAct, cut_act_free)

G_END_DECLS
