/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_CHANGES_VIEW (cut_changes_view_get_type ())
G_DECLARE_FINAL_TYPE (CutChangesView, cut_changes_view, CUT, CHANGES_VIEW, GtkWidget)

/**
 * CutChangesView:
 *
 * What became of a clip between two of its captures: what the page says of itself, and its text by block and word; side by side or,
 * where there is no room or somebody wants it so, in one column. The comparison is made off the main thread.
 *
 * Actions of its own, with their keys: `changes.next` (N, Alt+Down), `changes.previous` (P, Alt+Up), `changes.side-by-side` (toggle),
 * `changes.annotate` (s: `claim-removed`, `figure-changed`, `words-changed`, `words-added`). Errors are said by `win.toast`.
 *
 * Signal `annotated` (const char *capture, const char *annotation): a note was made on the capture.
 */
GtkWidget *cut_changes_view_new (CutNotebook *notebook);

/** cut_changes_view_compare: @reading: of the clip, with its captures; @before, @after: ids of two of them */
void cut_changes_view_compare (CutChangesView *self, CutReading *reading, const char *before, const char *after);

/** cut_changes_view_update: @reading: of the same clip, whose captures may be others now */
void cut_changes_view_update (CutChangesView *self, CutReading *reading);

/** cut_changes_view_get_clip: (nullable) (transfer none): the id of the clip that is shown */
const char *cut_changes_view_get_clip (CutChangesView *self);

/** cut_changes_view_clear: stops comparing and shows nothing */
void cut_changes_view_clear (CutChangesView *self);

/** cut_changes_view_focus: the focus goes to the changes */
void cut_changes_view_focus (CutChangesView *self);

G_END_DECLS
