/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/* Which write each field of a record came from, so that what two people wrote without knowing of each other is told from what one
 * wrote later, field by field, without clocks and without the old wordings.
 *
 * A *write* is one act on one record; it has a name, `SESSION.N`: SESSION is random, one for each time a notebook was opened, N counts
 * the writes of that session to that record. A record knows the last write of each field (of a list: of each entry), and of each
 * session how far it has seen it. What has been seen and is not there any more was replaced or taken out; what has not been seen is
 * news. These are the observed-remove set and the multi-value register of Shapiro, Preguiça, Baquero and Zawirski, “A comprehensive
 * study of Convergent and Commutative Replicated Data Types” (2011), so that copies come to the same whatever the order.
 *
 * It is kept in the field `written`; a record without it is as it was made: all it says is one write, %CUT_WRITTEN_FIRST. Writes are
 * random names, so that, unlike revisions, they say nothing about what stood in a field. */
typedef struct _CutWritten CutWritten;

/* The write that made the record. */
#define CUT_WRITTEN_FIRST "0.0"

/** cut_written_is_statement: whether @field says something about the object, and not about the record's own history */
gboolean cut_written_is_statement (const CutField *fields, guint field);

/** cut_written_is_set: whether @field is a list whose entries stand each for itself; else it is written as a whole */
gboolean cut_written_is_set (const CutField *field);

/** cut_written_new: what @record says of itself. Returns: (transfer full) */
CutWritten *cut_written_new (CutRecord *record);
void cut_written_free (CutWritten *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutWritten, cut_written_free)

/** cut_written_find: @entry: (nullable): of a list. Returns: (transfer none) (nullable): the write it came from; %NULL where nobody ever wrote it */
const char *cut_written_find (CutWritten *self, const char *field, const char *entry);

/** cut_written_has_seen: whether @write is among those that this came from, whether or not anything of it still stands */
gboolean cut_written_has_seen (CutWritten *self, const char *write);

/** cut_written_covers: whether all that @other has seen was seen here */
gboolean cut_written_covers (CutWritten *self, CutWritten *other);

/** cut_written_has_news: whether anything in @self but @except is of a write that @other has not seen */
gboolean cut_written_has_news (CutWritten *self, CutWritten *other, const char *except);

/** cut_written_put: says that @field, or @entry of it, came from @write, which has been seen now; @write %NULL: that nobody wrote it */
void cut_written_put (CutWritten *self, const char *field, const char *entry, const char *write);

/** cut_written_see: that @write has been seen */
void cut_written_see (CutWritten *self, const char *write);

/** cut_written_see_all: that all that @other has seen was seen here, too */
void cut_written_see_all (CutWritten *self, CutWritten *other);

/** cut_written_list_seen: Returns: (transfer full): the last write of each session that was seen */
char **cut_written_list_seen (CutWritten *self);

/** cut_written_is_joined: whether @record was brought together from two others and holds nothing that was written then */
gboolean cut_written_is_joined (CutRecord *record);

/** cut_written_apply: Returns: (transfer full): @record with what @self knows of its fields; `modified` as it is. @joined: see above */
CutRecord *cut_written_apply (CutWritten *self, CutRecord *record, gboolean joined);

/**
 * cut_written_follow:
 * @next: what shall be written now, in @session
 * @present: (nullable): the record as it stands
 *
 * Returns: (transfer full): @next with its history: what differs from @present is of a new write, and so is a field whose `conflicts`
 *   @next has no more: that settles them. Other conflicts stay.
 */
CutRecord *cut_written_follow (CutRecord *next, CutRecord *present, const char *session);

/**
 * cut_written_reopen:
 * @next: what cut_written_follow() made, in @session
 * @former: the same object as it was before something was settled, which is undone
 *
 * Whoever has seen it settled takes what was settled for replaced: so it is said again, in writes that cut_written_get_original() knows.
 *
 * Returns: (transfer full): @next with what is to be settled again
 */
CutRecord *cut_written_reopen (CutRecord *next, CutRecord *former, const char *session);

/** cut_written_get_original: Returns: (transfer full): of what was said again when its settling was undone: the write that said it first; any other
 *   @write as it is */
char *cut_written_get_original (const char *write);

/** cut_written_hide: Returns: (transfer full): @present in the Trash of this copy alone, which is no statement: it is neither told to colleagues
 *   nor stands against what they have */
CutRecord *cut_written_hide (CutRecord *present);

/**
 * cut_written_redact:
 * @whole: the record as it stands
 * @part: (transfer none): a copy from which fields and entries were taken
 * @quietly: whether something was taken out and leaves no gap that one could see
 *
 * Returns: (transfer full): @part, saying nothing of what was taken. Where it was @quietly, nothing of its history stays, so that a
 *   colleague who has that something does not take it for deleted: it stands beside all that was written before.
 */
CutRecord *cut_written_redact (CutRecord *whole, CutRecord *part, gboolean quietly);

/** cut_written_forget: likewise, where what was taken is there no more: what else was written into such a field still waits to be settled.
 *   Returns: (transfer full) */
CutRecord *cut_written_forget (CutRecord *whole, CutRecord *part);

/** cut_conflicts_get: Returns: (transfer full) (nullable): what else was written into fields of @record, not settled yet: by field a list of
 *   objects of `by` and `value`; %NULL when nothing */
JsonObject *cut_conflicts_get (CutRecord *record);

/** cut_conflicts_with: Returns: (transfer full): @record with these, which may be empty; `modified` as it is */
CutRecord *cut_conflicts_with (CutRecord *record, JsonObject *conflicts);

/** cut_conflicts_settle: @field: (nullable): its name; %NULL for all. Returns: (transfer full): @record where what stands holds; to be
 *   written like any other change */
CutRecord *cut_conflicts_settle (CutRecord *record, const char *field);

G_END_DECLS
