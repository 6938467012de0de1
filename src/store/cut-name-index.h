/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"
#include "cut-record.h"

G_BEGIN_DECLS

/* Table `name`: the names of entities, sources, tags, stories and contributors, folded. */

/**
 * cut_name_fold:
 *
 * Returns: (transfer full): @text as names are compared: decomposed, without marks, case-folded,
 *   each run of white space one space ("MÜLLER  " and "müller" and "Muller" are one)
 */
char *cut_name_fold (const char *text);

/** cut_name_index_update: @record: (nullable): as it is now */
gboolean cut_name_index_update (CutDb *db, gint64 key, CutRecord *old, CutRecord *record, GError **error);

/** cut_name_index_list: Returns: (transfer full) (element-type utf8): the names of the record as they are written */
GPtrArray *cut_name_index_list (CutRecord *record);

/** cut_name_index_find: Returns: (transfer full) (nullable): the id; the oldest of several; %NULL without error when none */
char *cut_name_index_find (CutDb *db, CutKind kind, const char *name, GError **error);

/** cut_name_index_complete: Returns: (transfer full) (element-type gint64): keys, whole names that start with @prefix first */
GArray *cut_name_index_complete (CutDb *db, CutKind kind, const char *prefix, guint limit, GError **error);

/** cut_name_index_match: Returns: (transfer full) (element-type utf8): ids of the @kind named @name, else of those with a word of
 *   the name that starts with it; an id stands for itself */
GPtrArray *cut_name_index_match (CutDb *db, CutKind kind, const char *name, GError **error);

G_END_DECLS
