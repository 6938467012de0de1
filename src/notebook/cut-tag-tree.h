/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-commit.h"

G_BEGIN_DECLS

/** cut_tag_tree_settle: two people may each have put one tag below the other. Of each circle of tags the one with the smallest id
 *   stands at the top; so all copies come to the same. Private to src/notebook, in the writer's thread. */
gboolean cut_tag_tree_settle (CutCommit *commit, CutStore *store, GError **error);

G_END_DECLS
