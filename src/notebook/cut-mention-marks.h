/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-store-mentions.h"

G_BEGIN_DECLS

/**
 * CutMentionMarks:
 *
 * What persons said about the names in one text: which words they marked as whom, which are not whom they were taken for, and which
 * lines count. Private to src/notebook; in a store's thread.
 */
typedef struct _CutMentionMarks CutMentionMarks;

/** cut_mention_marks_new: @roots: (element-type utf8 gint64): what entities are part of, by id; filled as they are met, so that several texts
 *   can share it */
CutMentionMarks *cut_mention_marks_new (CutStore *store, const CutSoughtText *text, GHashTable *roots, GError **error);
void cut_mention_marks_free (CutMentionMarks *self);

/** cut_mention_marks_apply: @lines: (element-type CutCounting): get the person's word on whether they count */
void cut_mention_marks_apply (const CutMentionMarks *self, GArray *lines);
/** cut_mention_marks_decide: whether persons said of any line that it counts or not */
gboolean cut_mention_marks_decide (const CutMentionMarks *self);

/** cut_mention_marks_find: Returns: (transfer none) (nullable): id of the annotation that ties the words, code points, to @entity */
const char *cut_mention_marks_find (const CutMentionMarks *self, gint64 entity, guint start, guint end);
/** cut_mention_marks_refuse: whether a person said that the words are not @entity: with as many words, or by marking them as another one */
gboolean cut_mention_marks_refuse (const CutMentionMarks *self, gint64 entity, guint start, guint end);

/** cut_mention_context: Returns: (transfer full): the words at [start, end), code points, of @text with some around them, by which they are known
 *   in another version of it */
char *cut_mention_context (const char *text, guint start, guint end);

/** cut_mention_new_roots: Returns: (transfer full): an empty table for cut_mention_marks_new() */
GHashTable *cut_mention_new_roots (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutMentionMarks, cut_mention_marks_free)

G_END_DECLS
