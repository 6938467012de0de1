/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-reader-text.h"

G_BEGIN_DECLS

#define CUT_TYPE_FIND_BAR (cut_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (CutFindBar, cut_find_bar, CUT, FIND_BAR, GtkWidget)

/**
 * CutFindBar:
 *
 * Find in page: looks for words in the reader's text, off the main thread, without regard to case; shows every
 * place, says how many there are and goes from one to the next. Lines out of view are passed over.
 *
 * Signal `closed`: the words should get the focus back.
 */
GtkWidget *cut_find_bar_new (void);
/** cut_find_bar_set_text: @text: (transfer none): outlives the bar's use */
void cut_find_bar_set_text (CutFindBar *self, CutReaderText *text);
/** cut_find_bar_open: shows it, ready for typing; @words: (nullable): to look for at once */
void cut_find_bar_open (CutFindBar *self, const char *words);
void cut_find_bar_close (CutFindBar *self);
gboolean cut_find_bar_is_open (CutFindBar *self);
/** cut_find_bar_go: @steps: 1 to the next, -1 to the previous place; goes round at the ends */
void cut_find_bar_go (CutFindBar *self, int steps);
/** cut_find_bar_refresh: looks again: another text is shown, or other lines */
void cut_find_bar_refresh (CutFindBar *self);

/** cut_find_words: where @words occur in @text without regard to case, not overlapping.
 *   @length: (out): of each, in code points. Returns: (transfer full) (element-type guint): offsets in code points. Any thread. */
GArray *cut_find_words (const char *text, const char *words, guint *length, GCancellable *cancellable);

G_END_DECLS
