/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-store-mentions.h"

G_BEGIN_DECLS

/**
 * CutMentionBook:
 *
 * Keeps the stored mentions in step: holds the names that are looked for, and looks through what waits for it (see
 * migrations/0007-mentions.sql). Private to src/notebook; in the writer's thread.
 */
typedef struct _CutMentionBook CutMentionBook;

/** cut_mention_book_new: reads all names: some tens of ms for ten thousand */
CutMentionBook *cut_mention_book_new (CutStore *store, GError **error);
void cut_mention_book_free (CutMentionBook *self);

/**
 * cut_mention_book_work:
 * @first: key of a clip to look through before others, 0 for none
 * @budget: µs after which to stop; something is always done
 * @hurry: (nullable): atomic: stops before, too, while it is not 0, so that somebody who waits need not wait for @budget
 * @changed: (out): whether mentions may be others now
 *
 * Takes up names that changed, then texts, the latest first, in one transaction. After an error the book is of no use any more.
 *
 * Returns: whether all went well
 */
gboolean cut_mention_book_work (CutMentionBook *self, CutStore *store, gint64 first, gint64 budget, const gint *hurry, gboolean *changed,
                                GCancellable *cancellable, GError **error);

/** cut_mention_book_note_erased: within the transaction that is open: entities were deleted for good, so that every book reads its names again */
gboolean cut_mention_book_note_erased (CutStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutMentionBook, cut_mention_book_free)

G_END_DECLS
