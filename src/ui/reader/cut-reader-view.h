/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"
#include "cut-proposal.h"

G_BEGIN_DECLS

#define CUT_TYPE_READER_VIEW (cut_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (CutReaderView, cut_reader_view, CUT, READER_VIEW, GtkWidget)

/**
 * CutReaderView:
 *
 * One clip as native text: its head, its words, its marks; with the selection bar and find in page.
 * It holds no state of its own: each act goes to the notebook and comes back by its `changed` signal.
 *
 * Properties: `clip-id` (nullable string: what is open or being opened), `reading` (nullable #CutReading,
 * read-only; notify after each change), `text-scale` (double, 0.5 to 3, default 1), `show-furniture` (boolean:
 * lines of web pages that do not count are shown), `show-proposals` (boolean, default %TRUE: what the text seems to say that somebody
 * claims is offered), `position` (int: code point offset of the first
 * character in view; set it before or after cut_reader_view_open() to go back there), `loading` (boolean).
 *
 * Signals:
 * `annotation-activated` (const char *id, gboolean edit): the caret entered a mark, or one was just made;
 *   @edit: its card should take the focus for typing;
 * `proposal-activated` (guint start, gboolean focus): the caret entered a proposal, or P was pressed, for the next one; @focus: its
 *   card should take the focus;
 * `open-id` (const char *id): another clip or capture should be opened.
 *
 * Messages for the window ("Moved to Trash", a failed act) are sent by the action `win.toast`, parameter `(sb)`:
 * the sentence, and whether the toast offers Undo. Without such an action they are lost, nothing else.
 *
 * Actions of its own, for menus and the shortcuts window: `reader.mark` (s: annotation kind),
 * `reader.colour` (s: colour word), `reader.toggle-counts`, `reader.find`, `reader.find-next`, `reader.find-previous`,
 * `reader.text-larger`, `reader.text-smaller`, `reader.text-normal`, `reader.show-furniture` (toggle), `reader.show-proposals` (toggle),
 * `reader.next-proposal`, `reader.copy-quote`.
 */
GtkWidget *cut_reader_view_new (CutNotebook *notebook);

/** cut_reader_view_open: @id: (nullable): a clip's or a capture's; %NULL to show nothing */
void cut_reader_view_open (CutReaderView *self, const char *id);

/** cut_reader_view_set_search: @search: (nullable): by which the clip was found: its hits are shown, with keys to go from one to the next;
 *   @languages: (nullable): in which its words are found in their other forms; @words: (nullable): of it, without filters */
void cut_reader_view_set_search (CutReaderView *self, const char *search, const char *languages, const char *words);

/** cut_reader_view_show_reading: shows @reading at once, as if it had just been read */
void cut_reader_view_show_reading (CutReaderView *self, CutReading *reading);

/** cut_reader_view_show_annotation: scrolls to the mark and puts the caret on it; waits for a reading that is under way */
void cut_reader_view_show_annotation (CutReaderView *self, const char *id);

gboolean cut_reader_view_shows_proposals (CutReaderView *self);

/** cut_reader_view_set_proposals: @proposals: (nullable) (element-type CutProposal): for the reading shown, in text order */
void cut_reader_view_set_proposals (CutReaderView *self, GPtrArray *proposals);

/** cut_reader_view_set_active_proposal: @proposal: (nullable): whose words are drawn stronger */
void cut_reader_view_set_active_proposal (CutReaderView *self, const CutProposal *proposal);

/** cut_reader_view_show_proposal: scrolls to its words */
void cut_reader_view_show_proposal (CutReaderView *self, const CutProposal *proposal);

/** cut_reader_view_get_reading: Returns: (nullable) (transfer none) */
CutReading *cut_reader_view_get_reading (CutReaderView *self);

/** cut_reader_view_get_selection: @start, @end: code points; Returns: whether words are selected */
gboolean cut_reader_view_get_selection (CutReaderView *self, guint *start, guint *end);

/** cut_reader_view_select: brings [start, end), code points, into view and selects it */
void cut_reader_view_select (CutReaderView *self, guint start, guint end);

/** cut_reader_view_show_words: the same in the text of @clip; waits for a reading that is under way */
void cut_reader_view_show_words (CutReaderView *self, const char *clip, guint start, guint end);

/** cut_reader_view_mark: does what the selection bar's button of @kind does, on the present selection.
 *   @colour: (nullable): default the kind's */
void cut_reader_view_mark (CutReaderView *self, const char *kind, const char *colour);

/** cut_reader_view_focus_text: the caret goes to the words */
void cut_reader_view_focus_text (CutReaderView *self);

G_END_DECLS
