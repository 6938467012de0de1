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
 * Rewrites what the object refers to and the counts of what it referred to before and now.
 */
gboolean cut_link_update (CutDb *db, gint64 key, CutRecord *old, CutRecord *new, GError **error);

/** cut_link_count_referrers: counts anew who refers to the object, for one that has just come */
gboolean cut_link_count_referrers (CutDb *db, gint64 key, GError **error);

/** cut_link_list: Returns: (transfer full) (element-type utf8): `FIELD ID` for each id the record names, sorted, each once */
GPtrArray *cut_link_list (CutRecord *record);

G_END_DECLS
