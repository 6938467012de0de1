/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"
#include "cut-timeline.h"

G_BEGIN_DECLS

/**
 * cut_notebook_timeline:
 * @id: (nullable): of a story or an entity; %NULL for the whole notebook
 *
 * The dates of all that is outside the Trash: of claims, of what was said of them, of clips, events,
 * relations and facts about entities. Of a story: its
 * clips and claims, what was said of these wherever it was read, and the events and relations of what they and the story are
 * about. Of an entity: the same of the claims and passages that are tied to it, or to one that was merged with it.
 * A confidential source is never named in it.
 *
 * Read in the reading thread; after CutNotebook::changed another call gives what is so now.
 *
 * Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_NOT_FOUND when there is no such object, %CUT_ERROR_INPUT when it is
 *   of another kind
 */
CutTimeline *cut_notebook_timeline (CutNotebook *self, const char *id, GCancellable *cancellable, GError **error);
void cut_notebook_timeline_async (CutNotebook *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CutTimeline *cut_notebook_timeline_finish (CutNotebook *self, GAsyncResult *result, GError **error);

G_END_DECLS
