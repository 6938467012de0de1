/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-notebook.h"
#include "cut-store.h"

G_BEGIN_DECLS

/**
 * cut_reading_load:
 * @id: of a clip, a capture, or something marked in one; or a unique beginning of it
 *
 * Private to src/notebook; in the thread of @store.
 *
 * Returns: (transfer full) (nullable)
 */
CutReading *cut_reading_load (CutStore *store, const char *id, GCancellable *cancellable, GError **error);

G_END_DECLS
