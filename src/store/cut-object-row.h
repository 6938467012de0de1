/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"
#include "cut-record.h"

G_BEGIN_DECLS

/* Table `object`: the narrow row of each object that lists are made of. */

/** cut_object_row_find: FALSE on an error; @key is 0 when there is no object with @id */
gboolean cut_object_row_find (CutDb *db, const char *id, gint64 *key, CutKind *kind, GError **error);

/** cut_object_row_write: Returns: the key, 0 on an error */
gint64 cut_object_row_write (CutDb *db, CutRecord *record, GError **error);

/** cut_object_row_set_snippet: @words: (nullable): first words for a list */
gboolean cut_object_row_set_snippet (CutDb *db, gint64 key, const char *words, GError **error);

/** cut_object_row_remove: with all that hangs on the key */
gboolean cut_object_row_remove (CutDb *db, gint64 key, GError **error);

/**
 * cut_object_row_update_counts:
 * @old: (nullable): before the change
 * @new: (nullable): after it; %NULL when it is gone
 *
 * Brings the counts of clips and stories that the change of one object touches up to date.
 * To be called when all tables say what is true now.
 */
gboolean cut_object_row_update_counts (CutDb *db, CutRecord *old, CutRecord *new, GError **error);

/** cut_object_row_wrong_counts_sql: a query for the ids of the clips whose counts of annotations or claims are wrong */
const char *cut_object_row_wrong_counts_sql (void);

/** cut_object_row_trim: Returns: (transfer full) (nullable): the first @most code points of @text in one line */
char *cut_object_row_trim (const char *text, guint most);

G_END_DECLS
