/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-entity-item.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

/** cut_entities_load_async: reads all entities with what is said of them, in a worker thread */
void cut_entities_load_async (CutNotebook *notebook, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
/** cut_entities_load_finish: Returns: (transfer full) (nullable) (element-type CutEntityItem): newest first */
GPtrArray *cut_entities_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
