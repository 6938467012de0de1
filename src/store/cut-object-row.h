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

/** cut_object_row_set_indexed: @hash: of the words in the index; @words: first words for a list */
gboolean cut_object_row_set_indexed (CutDb *db, gint64 key, gint64 hash, const char *words, GError **error);
/** cut_object_row_set_snippet: @words: (nullable): first words for a list */
gboolean cut_object_row_set_snippet (CutDb *db, gint64 key, const char *words, GError **error);

/** cut_object_row_remove: with all that hangs on the key */
gboolean cut_object_row_remove (CutDb *db, gint64 key, GError **error);

/**
 * cut_object_row_update_counts:
 * @uncounted: (element-type utf8): gets the ids of clips that are to be counted anew
 * @old: (nullable): before the change
 * @new: (nullable): after it; %NULL when it is gone
 *
 * Brings the counts of stories that the change of one object touches up to date, and notes the clips whose marks and claims it touches.
 * To be called when all tables say what is true now.
 */
gboolean cut_object_row_update_counts (CutDb *db, GHashTable *uncounted, CutRecord *old, CutRecord *new, GError **error);

/** cut_object_row_count_clips: counts what @uncounted holds, which is empty then */
gboolean cut_object_row_count_clips (CutDb *db, GHashTable *uncounted, GError **error);

/** cut_object_row_wrong_counts_sql: a query for the ids of the clips whose counts of annotations or claims are wrong */
const char *cut_object_row_wrong_counts_sql (void);

/** cut_object_row_trim: Returns: (transfer full) (nullable): the first @most code points of @text in one line */
char *cut_object_row_trim (const char *text, guint most);

G_END_DECLS
