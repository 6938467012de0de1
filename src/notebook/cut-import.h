/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-bundle.h"
#include "cut-commit.h"
#include "cut-notebook.h"
#include "cut-store.h"

G_BEGIN_DECLS

/* Private to src/notebook. */

/**
 * cut_import_bundle:
 * @content: what was read and verified
 * @dry_run: report only: everything is taken back
 * @changes: (out) (transfer full) (nullable) (element-type CutChange): what is different now
 *
 * Brings the objects of a bundle into the notebook, in the writer's thread: one transaction, one undo step. See
 * cut-merge.h for what happens where both have an object.
 *
 * Returns: (transfer full) (nullable)
 */
CutImportReport *cut_import_bundle (CutStore *store, const char *owner, CutBundleContent *content, gboolean dry_run,
                                    GPtrArray **changes, GError **error);

/**
 * cut_import_ndjson:
 * @path: a file, or `-` for standard input
 *
 * One article a line; as `cuttings help import` says. In transactions of some hundred lines, each an undo step, so
 * that what was read stays when it is stopped, and goes on from there the next time: a line whose address is there with the same bytes
 * costs no more than being read. What else follows from new texts (what is like them, who is mentioned) waits for the end.
 *
 * Returns: (transfer full) (nullable)
 */
CutImportReport *cut_import_ndjson (CutNotebook *notebook, const char *path, const CutLinesOptions *options, CutProgress *progress,
                                    GCancellable *cancellable, GError **error);

/**
 * cut_import_end:
 * @dry_run: everything is taken back with @commit
 *
 * Ends what an import wrote, in the writer's thread: one undo step, of which views are told.
 */
gboolean cut_import_end (CutNotebook *notebook, CutCommit *commit, gboolean dry_run, GError **error);

G_END_DECLS
