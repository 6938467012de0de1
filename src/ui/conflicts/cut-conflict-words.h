/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-conflict.h"

G_BEGIN_DECLS

/** cut_conflict_describe_writer: Returns: (transfer full): who wrote it and when, in one sentence, as far as that is known */
char *cut_conflict_describe_writer (const CutWording *wording);

/** cut_conflict_describe_object: Returns: (transfer full): `Claim “…”` */
char *cut_conflict_describe_object (const CutConflict *conflict);

/** cut_conflict_describe_field: Returns: (transfer none): what people call what is contested */
const char *cut_conflict_describe_field (const CutConflict *conflict);

/** cut_conflict_get_action: Returns: (transfer none) (nullable): the window's action that shows the object, by its id */
const char *cut_conflict_get_action (const CutConflict *conflict);

/** cut_conflict_can_be_edited: whether another value than those can be written by hand */
gboolean cut_conflict_can_be_edited (const CutConflict *conflict);

G_END_DECLS
