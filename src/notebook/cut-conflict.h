/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"

G_BEGIN_DECLS

/* Where two people wrote different things into one field without knowing of each other: see cut-written.h and cut-merge.h. One value
 * stands, on all copies the same, until a person settles it. */

/**
 * CutWriter:
 * @CUT_WRITER_UNKNOWN: nothing is known of it any more
 * @CUT_WRITER_HERE: it was written in this notebook
 * @CUT_WRITER_ELSEWHERE: it came in a bundle
 */
typedef enum
{
  CUT_WRITER_UNKNOWN,
  CUT_WRITER_HERE,
  CUT_WRITER_ELSEWHERE,
} CutWriter;

/**
 * CutWording:
 * @value: (owned): as JSON; null for nothing
 * @words: (owned): the same as people read it, translated; objects by their titles
 * @by: (owned): the write, see cut-written.h
 * @name: (owned) (nullable): whose it is, as far as it can be known: all colleagues whose work is here where it may be any of them
 * @when: ms: when it was written, or at the latest; 0 where that is not known
 *
 * One of the values that were written into a field.
 */
typedef struct
{
  JsonNode *value;
  char *words;
  char *by;
  CutWriter writer;
  char *name;
  gint64 when;
} CutWording;

/**
 * CutConflict:
 * @record: (owned): the object as it stands
 * @field: index of the field
 * @wordings: (owned) (element-type CutWording): the first is the one that stands; mostly two or more: only one where all that the others named was
 *   deleted for good
 */
typedef struct
{
  CutRecord *record;
  guint field;
  GPtrArray *wordings;
} CutConflict;

void cut_conflict_free (CutConflict *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutConflict, cut_conflict_free)

/** cut_conflict_get_field: Returns: (transfer none): its name */
const char *cut_conflict_get_field (const CutConflict *self);

/** cut_conflict_find: Returns: the place of the first wording of @writer among the wordings; -1 where there is none */
int cut_conflict_find (const CutConflict *self, CutWriter writer);

/**
 * cut_conflict_settle:
 * @record: the object with the other fields that were settled in the same act, or the record of @self
 * @wording: the place of the one that shall stand
 *
 * Pure; any thread.
 *
 * Returns: (transfer full) (nullable): @record with that value and without the conflict; to be written like any other change. %NULL with
 *   %CUT_ERROR_INPUT where what came from elsewhere is no value of that field
 */
CutRecord *cut_conflict_settle (const CutConflict *self, CutRecord *record, guint wording, GError **error);

/**
 * cut_conflicts_settle_all:
 * @conflicts: (element-type CutConflict): those of one object one after the other, as cut_notebook_conflicts() has them
 * @label: name of the act
 * @n: (out): how many it settles: those that have a wording of @writer
 *
 * Returns: (transfer full) (nullable): one act in which what @writer wrote stands; %NULL with an error
 */
CutAct *cut_conflicts_settle_all (GPtrArray *conflicts, CutWriter writer, const char *label, guint *n, GError **error);

/** cut_notebook_settle_async: the same as one act, off the main thread. @conflicts: (element-type CutConflict): not changed meanwhile */
void cut_notebook_settle_async (CutNotebook *self, GPtrArray *conflicts, CutWriter writer, const char *label, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
/** cut_notebook_settle_finish: Returns: how many were settled; -1 with an error */
int cut_notebook_settle_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_count_contested_async: how many objects have something to be settled; soon known */
void cut_notebook_count_contested_async (CutNotebook *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/** cut_notebook_count_contested_finish: Returns: -1 with an error */
int cut_notebook_count_contested_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_conflicts: Returns: (transfer full) (nullable) (element-type CutConflict): all that are to be settled. What is locked cannot be
 *   settled and is left out. Blocking. */
GPtrArray *cut_notebook_conflicts (CutNotebook *self, GCancellable *cancellable, GError **error);
void cut_notebook_conflicts_async (CutNotebook *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_conflicts_finish (CutNotebook *self, GAsyncResult *result, GError **error);

G_END_DECLS
