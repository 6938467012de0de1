/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-store.h"
#include "cut-ties.h"

G_BEGIN_DECLS

/**
 * cut_store_fill_ties:
 * @ties: an empty one; it is to be closed afterwards
 *
 * Puts all that ties entities together into it, from just the columns that count there: made for notebooks with many thousand. What is in
 * the Trash is left out, but for entities that were merged into others.
 */
gboolean cut_store_fill_ties (CutStore *self, CutTies *ties, GError **error);

/**
 * cut_store_count_naming:
 * @kind: of those that are counted; what is in the Trash is not
 * @field: of @kind, in which they name others
 * @distinct: (nullable): a field of @kind with an id: those that have the same there count once, those that have none do not
 *
 * What stories and tags have of clips is kept, not counted: it costs what there is of stories and tags.
 *
 * Returns: (transfer full) (element-type utf8 uint): how many name an object, by its id; without those that none does
 */
GHashTable *cut_store_count_naming (CutStore *self, CutKind kind, const char *field, const char *distinct, GError **error);

/** cut_store_get_version: @version: (out): another number than before where anything was written since, by another connection or process */
gboolean cut_store_get_version (CutStore *self, gint64 *version, GError **error);

G_END_DECLS
