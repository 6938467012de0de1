/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"
#include "cut-record.h"

G_BEGIN_DECLS

/* Table `link`: which object names which other in which field, to be asked backwards, and the
 * count of referrers kept with each object. */

/**
 * cut_link_update:
 * @key: of the object that refers
 * @old: (nullable): as it was
 * @new: (nullable): as it is; %NULL when it is about to be removed
 *
 * Rewrites what the object refers to.
 */
gboolean cut_link_update (CutDb *db, gint64 key, CutRecord *old, CutRecord *new, GError **error);

/**
 * cut_link_note_counts:
 * @counts: (element-type utf8 int): gets by how much the counts of what @old and @new refer to are to change: an import puts
 *   thousands of marks that name the same contributor, which is written once
 * @old: (nullable): as it was
 * @new: (nullable): as it is
 */
void cut_link_note_counts (GHashTable *counts, CutRecord *old, CutRecord *new);

/** cut_link_write_counts: what @counts holds, which is empty then */
gboolean cut_link_write_counts (CutDb *db, GHashTable *counts, GError **error);

/** cut_link_count_referrers: counts anew who refers to the object, for one that has just come */
gboolean cut_link_count_referrers (CutDb *db, gint64 key, GError **error);

/** cut_link_list: Returns: (transfer full) (element-type utf8): `FIELD ID` for each id the record names, sorted, each once */
GPtrArray *cut_link_list (CutRecord *record);

G_END_DECLS
