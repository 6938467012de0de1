/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_table_is_data:
 *
 * Returns: whether a `table` holds data in rows and columns, rather than laying out a page
 */
gboolean cut_table_is_data (const CutTree *tree, const CutNode *table);

G_END_DECLS
