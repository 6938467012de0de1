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
 * Find in page: looks for words in the reader's text, off the main thread, without regard to case or accents; shows every
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

/**
 * cut_find_bar_set_search:
 * @search: (nullable): a search as a person types it; %NULL: none any more
 * @languages: (nullable): in which its words are found in their other forms; see #CutQuery
 * @words: (nullable): of it, which the entry shows
 *
 * From the next cut_find_bar_refresh() on the places by which @search finds a text are shown, and the bar with them, which leaves the
 * focus where it is; where there are none it stays away. It ends when the bar is closed or other words are typed.
 */
void cut_find_bar_set_search (CutFindBar *self, const char *search, const char *languages, const char *words);
/** cut_find_bar_text_filled: more of the text is there */
void cut_find_bar_text_filled (CutFindBar *self);

/** cut_find_words: where @words occur in @text without regard to case, accents and the form of quotes and dashes, not overlapping.
 *   Returns: (transfer full) (element-type CutSearchHit). Any thread. */
GArray *cut_find_words (const char *text, const char *words, GCancellable *cancellable);

G_END_DECLS
