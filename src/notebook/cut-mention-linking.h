/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-commit.h"
#include "cut-mentions.h"

G_BEGIN_DECLS

/* Acts on mentions; private to src/notebook, in the writer's thread. */

/** cut_mention_linking_add: puts an annotation on each mention of @entity that is neither linked nor ambiguous into @commit. @clip: key, 0 for
 *   all. @n: (out): how many */
gboolean cut_mention_linking_add (CutCommit *commit, CutStore *store, gint64 entity, gint64 clip, guint *n, GCancellable *cancellable, GError **error);

/** cut_mention_linking_add_one: Returns: (transfer full) (nullable): id of the new annotation */
char *cut_mention_linking_add_one (CutCommit *commit, CutStore *store, const CutMention *mention, GError **error);

/** cut_mention_linking_refuse: puts the word that @mention is none into @commit */
gboolean cut_mention_linking_refuse (CutCommit *commit, CutStore *store, const CutMention *mention, GError **error);

G_END_DECLS
