/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"

G_BEGIN_DECLS

/* Deleting for good, and what takes the room.
 *
 * Only what lies in the Trash can be deleted for good, and what hangs on it goes along: with a clip its captures, marks and attributions, with a claim its
 * attributions, checks and enquiries, with an entity its facts and relations (src/notebook/cut-hanging.c). What objects in use rest on as their evidence,
 * their source or their original is kept, and said; where they can do without, they no longer name it. It cannot be undone: the past of what is gone goes, too.
 * Nothing of it is left in the file, but random ids in the chain of custody. Copies and bundles that were made before hold what they held.
 *
 * An object that was deleted for good does not come back with a colleague's bundle; the import says so. */

/**
 * CutPurgeReport:
 * @purged: counts by plural kind: of what was asked for
 * @along: counts by plural kind: of what hung on it
 * @kept: (element-type utf8): a sentence for each object that was asked for and has to stay
 * @wiped: whether nothing of it is left in the file; else that is done with the next act or opening, when no other program reads the notebook
 * @unwiped: (nullable): a sentence why it is not, and what helps
 */
typedef struct
{
  GHashTable *purged;
  GHashTable *along;
  GPtrArray *kept;
  gboolean wiped;
  char *unwiped;
} CutPurgeReport;

CutPurgeReport *cut_purge_report_new (void);
void cut_purge_report_free (CutPurgeReport *self);
/** cut_purge_report_count: Returns: how many objects that were asked for are gone, or would be */
guint cut_purge_report_count (CutPurgeReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPurgeReport, cut_purge_report_free)

/**
 * cut_notebook_purge:
 * @ids: (nullable): of objects in the Trash; %NULL for all of it. %CUT_ERROR_REFUSED where one of them lies elsewhere: then nothing is done.
 * @dry_run: only says what would be done
 *
 * Blocking. Fails with %CUT_ERROR_LOCKED while protected sources are locked: what they name cannot be seen then.
 */
CutPurgeReport *cut_notebook_purge (CutNotebook *self, const char *const *ids, gboolean dry_run, CutProgress *progress, GError **error);
void cut_notebook_purge_async (CutNotebook *self, const char *const *ids, gboolean dry_run, CutProgress *progress, GAsyncReadyCallback callback, gpointer user_data);
CutPurgeReport *cut_notebook_purge_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/**
 * CutRoom:
 * @name: a word for programs: `pages`, `pictures`, `texts`, `index`, `records`, `undo`, `unused`
 * @label: (translated)
 * @bytes: in the file
 */
typedef struct
{
  const char *name;
  const char *label;
  gint64 bytes;
} CutRoom;

/** cut_notebook_sizes: Returns: (transfer full) (element-type CutRoom): what takes the room, all of it, in a fixed order. Blocking, on the reading thread. */
GArray *cut_notebook_sizes (CutNotebook *self, GCancellable *cancellable, GError **error);
void cut_notebook_sizes_async (CutNotebook *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GArray *cut_notebook_sizes_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_compact_async: as cut_notebook_compact() */
void cut_notebook_compact_async (CutNotebook *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean cut_notebook_compact_finish (CutNotebook *self, GAsyncResult *result, GError **error);

G_END_DECLS
