/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-reader-text.h"

G_BEGIN_DECLS

/**
 * CutBlockToggle:
 *
 * The small button beside the line under the pointer or the caret that says whether it counts. One button serves all lines.
 * It activates `reader.set-counts` with the line's offset and the answer.
 */
typedef struct _CutBlockToggle CutBlockToggle;

/** cut_block_toggle_new: @text: outlives it */
CutBlockToggle *cut_block_toggle_new (CutReaderText *text);
void cut_block_toggle_free (CutBlockToggle *self);
/** cut_block_toggle_update: the caret, the page or the lines moved */
void cut_block_toggle_update (CutBlockToggle *self);

/** cut_block_can_count: whether a person may decide that: pictures' captions and credits never count */
gboolean cut_block_can_count (const CutBlock *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutBlockToggle, cut_block_toggle_free)

G_END_DECLS
