/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-store.h"

G_BEGIN_DECLS

/* Entities that are the same as another one. Like all of the store, for its own thread alone. */

/**
 * cut_store_list_merged:
 *
 * Returns: (transfer full) (element-type utf8 utf8): id of each entity outside the Trash that was merged → id of the one that stands for it,
 *   at the end of the whole line. In a circle, which two notebooks can make together, the smallest id stands for all and is not
 *   among the keys. Those whose other one is not in the notebook are left out.
 */
GHashTable *cut_store_list_merged (CutStore *self, GError **error);

G_END_DECLS
