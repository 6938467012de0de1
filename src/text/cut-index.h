/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CutIndex:
 *
 * Finds bytes for code points and back in constant time: a mark every 1,024 code points, and at
 * most that many steps from there. Borrows the text, which must stay. Immutable; any thread.
 */
typedef struct _CutIndex CutIndex;

/** cut_index_new: @text: valid UTF-8, borrowed */
CutIndex *cut_index_new (const char *text);
void cut_index_free (CutIndex *self);
/** cut_index_get_length: in code points */
guint cut_index_get_length (const CutIndex *self);
/** cut_index_get_bytes: length in bytes */
gsize cut_index_get_bytes (const CutIndex *self);
/** cut_index_to_pointer: @offset: code points, clamped to the end */
const char *cut_index_to_pointer (const CutIndex *self, guint offset);
/** cut_index_to_offset: @at: a pointer into the text, at a character's start; Returns: code points */
guint cut_index_to_offset (const CutIndex *self, const char *at);
/** cut_index_slice: Returns: (transfer full): the text of [start, end), code points, clamped */
char *cut_index_slice (const CutIndex *self, guint start, guint end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutIndex, cut_index_free)

G_END_DECLS
