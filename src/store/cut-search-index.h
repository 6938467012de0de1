/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record-table.h"

G_BEGIN_DECLS

/**
 * CutSearchIndex:
 *
 * Keeps the full-text table `search` in step. It holds no copy of the text, so an entry is taken out
 * by giving the very words that went in: they are made from the objects before the first change of
 * an act (cut_search_index_touch()), and what they became goes in at its end (cut_search_index_flush()).
 * `object.indexed` is a hash of the words that went in; 0 where they wait for cut_search_index_catch_up().
 */
typedef struct _CutSearchIndex CutSearchIndex;

/**
 * CutSearchDoc:
 * @title: what the object is called
 * @detail: its other searched fields, a line each
 * @body: of a clip: the counted text of the capture that stands for it
 * @has_lead: of a clip: whether it says itself what a list shows of it
 *
 * The words an object is found by; no text is %NULL.
 */
typedef struct
{
  char *title;
  char *detail;
  char *body;
  gboolean has_lead;
} CutSearchDoc;

void cut_search_doc_free (CutSearchDoc *doc);
/** cut_search_doc_hash: never 0 */
gint64 cut_search_doc_hash (const CutSearchDoc *doc);
/** cut_search_doc_new: (nullable): %NULL without an error when there is no object with @key, or one without searched fields */
CutSearchDoc *cut_search_doc_new (CutDb *db, const CutRecordTables *tables, gint64 key, CutKind kind, GError **error);
/** cut_search_doc_new_of_fields: likewise, with an empty body */
CutSearchDoc *cut_search_doc_new_of_fields (CutDb *db, const CutRecordTables *tables, gint64 key, CutKind kind, GError **error);

/** cut_search_shown_text: Returns: (transfer full): the `body` of the clip with the id @clip as it is stored, "" for none; %NULL on error */
char *cut_search_shown_text (CutDb *db, const CutRecordTables *tables, const char *clip, GError **error);

CutSearchIndex *cut_search_index_new (CutDb *db, const CutRecordTables *tables);
void cut_search_index_free (CutSearchIndex *self);

/** cut_search_index_has_kind: whether objects of @kind have words to be found */
gboolean cut_search_index_has_kind (CutKind kind);

/** cut_search_index_touch: the object with @key is about to change, or has just come */
gboolean cut_search_index_touch (CutSearchIndex *self, gint64 key, CutKind kind, GError **error);
/** cut_search_index_add: @record, with @key, has just come and was never there before */
void cut_search_index_add (CutSearchIndex *self, gint64 key, CutRecord *record);
/** cut_search_index_touch_id: the text of the object with @id is about to change, not its record; nothing when there is no such object */
gboolean cut_search_index_touch_id (CutSearchIndex *self, const char *id, GError **error);
gboolean cut_search_index_flush (CutSearchIndex *self, GError **error);
/** cut_search_index_is_full: whether so much waits that it should be flushed before the act's end */
gboolean cut_search_index_is_full (CutSearchIndex *self);
/** cut_search_index_forget: after a rollback */
void cut_search_index_forget (CutSearchIndex *self);

/**
 * cut_search_index_catch_up:
 * @limit: at most so many objects
 * @until: µs, monotonic: then no further one is begun
 * @n_done: (out): how many were indexed; 0 when nothing waits
 *
 * Within an act: indexes objects that a new form of the index left waiting, the latest first. One is always done.
 */
gboolean cut_search_index_catch_up (CutSearchIndex *self, guint limit, gint64 until, guint *n_done, GError **error);

/** cut_search_index_rebuild: makes the whole index again */
gboolean cut_search_index_rebuild (CutSearchIndex *self, GError **error);

/** cut_search_newest_capture: (nullable): id of the newest capture of the clip outside the Trash; %NULL without an error when none */
char *cut_search_newest_capture (CutDb *db, const char *clip, gint64 *key, GError **error);
/** cut_search_shown_capture: likewise, of the one that stands for the clip; see cut_store_shown_capture() */
char *cut_search_shown_capture (CutDb *db, const char *clip, gint64 *key, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutSearchDoc, cut_search_doc_free)

G_END_DECLS
