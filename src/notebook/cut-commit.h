/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-act.h"
#include "cut-notebook.h"
#include "cut-store.h"

G_BEGIN_DECLS

/**
 * CutCommit:
 *
 * One transaction, one undo step: takes the objects of an act one by one, and notes what each
 * was before and is after. Private to src/notebook; in the writer's thread. Freed before
 * cut_commit_end() it takes everything back.
 */
typedef struct _CutCommit CutCommit;

/**
 * cut_commit_begin:
 * @owner: (nullable): the contributor that objects without one get
 * @label: the act's translated name
 */
CutCommit *cut_commit_begin (CutStore *store, const char *owner, const char *label, GError **error);
void cut_commit_free (CutCommit *self);

/** cut_commit_set_arrival: @action: static: what the chain of custody calls the coming of captures in this act; `captured` unless set */
void cut_commit_set_arrival (CutCommit *self, const char *action);

/** cut_commit_set_origin: all that is in the notebook comes out of a bundle of @notebook, whose chain of custody had @head: see
 *   cut_store_custody_continue() */
void cut_commit_set_origin (CutCommit *self, const char *notebook, const char *head);

/** cut_commit_set_news: @tombstones: (transfer full): what was first heard of in this act; see cut_buried_note() */
void cut_commit_set_news (CutCommit *self, char *tombstones);

/** cut_commit_put: @record as the next revision of the object with its id; nothing happens when it says nothing new */
gboolean cut_commit_put (CutCommit *self, CutRecord *record, GError **error);

/** cut_commit_put_back: as cut_commit_put() where an act is undone: what it settled is to be settled again */
gboolean cut_commit_put_back (CutCommit *self, CutRecord *record, GError **error);

/** cut_commit_put_as_is: @record with the revision and parents it has: what another notebook wrote */
gboolean cut_commit_put_as_is (CutCommit *self, CutRecord *record, GError **error);

/** cut_commit_hide: puts @present into the Trash without saying so to colleagues; see cut_written_hide() */
gboolean cut_commit_hide (CutCommit *self, CutRecord *present, GError **error);

/** cut_commit_forget: @part: @present without some of what it named, because that is deleted for good: another revision that says nothing of it */
gboolean cut_commit_forget (CutCommit *self, CutRecord *present, CutRecord *part, GError **error);

/** cut_commit_note_erased: that the object with @id was deleted for good within this transaction, see cut_store_erase() */
void cut_commit_note_erased (CutCommit *self, CutKind kind, const char *id);

/** cut_commit_remove: the object with @id, which this act's undoing makes unheard of */
gboolean cut_commit_remove (CutCommit *self, CutKind kind, const char *id, GError **error);

/** cut_commit_is_empty: whether nothing has changed so far */
gboolean cut_commit_is_empty (CutCommit *self);

/** cut_commit_end: writes the journal and ends the transaction. Nothing is journalled when nothing changed. */
gboolean cut_commit_end (CutCommit *self, GError **error);

/** cut_commit_end_quietly: likewise, without an undo step */
gboolean cut_commit_end_quietly (CutCommit *self, GError **error);

/** cut_commit_get_unwiped: Returns: (nullable): after the end: why what was deleted for good could not be wiped from the file yet */
const GError *cut_commit_get_unwiped (CutCommit *self);

/** cut_commit_steal_changes: Returns: (transfer full) (element-type CutChange): after the end */
GPtrArray *cut_commit_steal_changes (CutCommit *self);

/** cut_commit_name_session: @session: of writes, see cut-written.h. Returns: (transfer full): under which name of the notebook's own notes it
 *   stands when this notebook wrote in it */
char *cut_commit_name_session (const char *session);

/** cut_commit_act: a whole act. Returns: (transfer full) (nullable) (element-type CutChange) */
GPtrArray *cut_commit_act (CutStore *store, const char *owner, CutAct *act, GError **error);

/** cut_undo: takes back the last act (or, with @redo, does the last one taken back again);
 *   @label: (out): its name. Returns: (transfer full) (nullable) (element-type CutChange) */
GPtrArray *cut_undo (CutStore *store, const char *owner, gboolean redo, char **label, GError **error);

/** cut_changes_new: Returns: (transfer full) (element-type CutChange) */
GPtrArray *cut_changes_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutCommit, cut_commit_free)

G_END_DECLS
