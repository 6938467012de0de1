/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-bundle.h"
#include "cut-store.h"

G_BEGIN_DECLS

/* What others deleted and this notebook never had, and what was deleted for good here. It is remembered: the object may come later, with a bundle of
 * somebody who had not heard of it, and the order of two imports must not matter. A bundle of the whole notebook passes the news on. */

/** cut_buried_make: Returns: (transfer full) (nullable): the news that @record, which is in the Trash, was deleted, with all its revisions, so that others
 *   can tell whether they have a later one; %NULL where nobody is to hear of it */
CutBundleTombstone *cut_buried_make (CutRecord *record);

/** cut_buried_load: Returns: (transfer full) (nullable) (element-type CutBundleTombstone): what is remembered */
GPtrArray *cut_buried_load (CutStore *store, GError **error);

/**
 * cut_buried_save:
 * @tombstones: (element-type CutBundleTombstone): of one object the later one holds
 *
 * Remembers these and forgets all others, within the transaction that is open.
 */
gboolean cut_buried_save (CutStore *store, GPtrArray *tombstones, GError **error);

/**
 * cut_buried_note:
 * @act: its number in the journal
 * @news: a line each, as cut_bundle_tombstones_to_text() makes them: what was first heard of in it
 *
 * Lets cut_buried_undo() take that back. Of the oldest acts it is forgotten. Within the transaction that is open.
 */
gboolean cut_buried_note (CutStore *store, gint64 act, const char *news, GError **error);

/** cut_buried_undo: what was first heard of in @act is no longer remembered or, with @redo, is again. Within the transaction that is open */
gboolean cut_buried_undo (CutStore *store, gint64 act, gboolean redo, GError **error);

G_END_DECLS
