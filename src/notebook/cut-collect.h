/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-bundle.h"
#include "cut-notebook.h"
#include "cut-store.h"

G_BEGIN_DECLS

/**
 * cut_collect:
 * @store: must outlive the content: blobs are read from it, in its thread
 *
 * Gathers the objects @request names and what belongs to them. What is in the Trash becomes a tombstone. Private to src/notebook.
 *
 * Returns: (transfer full) (nullable): %CUT_ERROR_NOT_FOUND when nothing is named
 */
CutBundleContent *cut_collect (CutStore *store, const CutExportRequest *request, GCancellable *cancellable, GError **error);

G_END_DECLS
