/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-standing.h"
#include "cut-store.h"

G_BEGIN_DECLS

/**
 * CutPlacing:
 *
 * Everything that says where the annotations of a clip stand in one of its captures: read from the store, then
 * worked out in any thread, then what was found new is stored. Private to src/notebook.
 */
typedef struct _CutPlacing CutPlacing;

/**
 * cut_placing_load:
 * @capture: the capture; in the store's thread
 * @text: its reader text
 * @annotations: (element-type CutAnnotation): those to place
 *
 * Returns: (transfer full) (nullable)
 */
CutPlacing *cut_placing_load (CutStore *store, CutRecord *capture, const char *text, GPtrArray *annotations, GError **error);
/** cut_placing_load_capture: the same for all annotations of the clip, furniture included. @id: of the capture */
CutPlacing *cut_placing_load_capture (CutStore *store, const char *id, GError **error);
void cut_placing_free (CutPlacing *self);

/** cut_placing_run: any thread. Returns: (transfer full) (nullable) (element-type utf8 CutStanding): by annotation id; %NULL when cancelled */
GHashTable *cut_placing_run (CutPlacing *self, GCancellable *cancellable, GError **error);

/** cut_placing_steal_fresh: Returns: (transfer full) (element-type CutFound): what was found now and is worth keeping */
GPtrArray *cut_placing_steal_fresh (CutPlacing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutPlacing, cut_placing_free)

G_END_DECLS
