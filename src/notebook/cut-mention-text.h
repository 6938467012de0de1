/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-name-matcher.h"
#include "cut-store-mentions.h"

G_BEGIN_DECLS

/* One text and the names in it. Private to src/notebook; in a store's thread. */

/** cut_mention_text_look_through: @clip: key. @roots: as of cut_mention_new_roots(). Returns: (transfer full) (nullable) (element-type
 *   CutStoredMentions): all that it mentions, as it may be kept */
GPtrArray *cut_mention_text_look_through (CutStore *store, gint64 clip, const CutNameMatcher *matcher, GHashTable *roots, GError **error);

G_END_DECLS
