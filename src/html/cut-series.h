/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_series_is_thread:
 *
 * Returns: whether the page is a conversation that is read whole: a forum's thread, or a question
 *   with its answers. Known by the schema its parts name, or by the words in the `body` element's
 *   class and id and in the generator's name
 */
gboolean cut_series_is_thread (CutTree *tree);

/**
 * cut_series_find:
 * @chosen: one part of the text
 *
 * Posts of a thread, answers and panels are elements with one class, side by side. Goes up from
 * @chosen to where it has most such siblings with text.
 *
 * Returns: (transfer container) (nullable): @chosen's part and its siblings, in document order
 */
GPtrArray *cut_series_find (CutTree *tree, CutNode *chosen, gboolean thread);

G_END_DECLS
