/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-mention-item.h"

G_BEGIN_DECLS

#define CUT_TYPE_MENTION_ROW (cut_mention_row_get_type ())
G_DECLARE_FINAL_TYPE (CutMentionRow, cut_mention_row, CUT, MENTION_ROW, GtkWidget)

/**
 * CutMentionRow:
 *
 * One line of the list of mentions: a clip with its counts, or the words of a mention with some around them, and what can be done
 * with it.
 *
 * Signals: `link` (CutMentionItem): the mention, or all of the clip, shall be linked; `refuse` (CutMentionItem): it is another one.
 */
GtkWidget *cut_mention_row_new (gboolean writable);

void cut_mention_row_show (CutMentionRow *self, CutMentionItem *item);
/** cut_mention_row_describe: Returns: (transfer full): what a screen reader reads of the line */
char *cut_mention_row_describe (CutMentionItem *item);

G_END_DECLS
