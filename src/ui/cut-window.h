/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"
#include "cut-settings.h"

G_BEGIN_DECLS

#define CUT_TYPE_WINDOW (cut_window_get_type ())
G_DECLARE_FINAL_TYPE (CutWindow, cut_window, CUT, WINDOW, AdwApplicationWindow)

/**
 * CutWindow:
 *
 * The main window: library, list, reader and margin, which fold away one by one as it narrows. It holds
 * no state of the notebook; its parts follow the notebook's `changed` themselves.
 *
 * Actions its parts (and menus) may activate: `win.view` (s: see cut-view.h), `win.open-clip` (s: id),
 * `win.show-annotation` (s), `win.show-claim` (s), `win.show-source` (s), `win.show-entity` (s), `win.details` (s: a clip),
 * `win.toast` (sb: a sentence, whether to offer Undo), `win.undo`, `win.redo`.
 */
/**
 * cut_window_new:
 * @notebook: (nullable): %NULL to show the window before it is open; see cut_window_set_notebook()
 *
 * Until it has a notebook the window is laid out as it was left and says that it is busy. Returns: (transfer none): GTK's
 */
GtkWidget *cut_window_new (GtkApplication *application, CutNotebook *notebook, CutSettings *settings);

/** cut_window_set_notebook: once; fills the window and goes where somebody was. Then `ready` is emitted */
void cut_window_set_notebook (CutWindow *self, CutNotebook *notebook);
/** cut_window_take_notebook: likewise, once the list of clips was seen: before that nothing else is read or made */
void cut_window_take_notebook (CutWindow *self, CutNotebook *notebook);
/** cut_window_is_ready: whether it has a notebook, and lets everything be done */
gboolean cut_window_is_ready (CutWindow *self);
/** cut_window_show_failure: why there is no notebook, instead of the columns, with a button that activates `app.open-again` */
void cut_window_show_failure (CutWindow *self, const GError *error);

/** cut_window_get_list: Returns: (transfer none): the list of clips, which says by `filled` when there is something to see */
GtkWidget *cut_window_get_list (CutWindow *self);

/** cut_window_open_files: clips pages, texts and addresses; offers to import bundles */
void cut_window_open_files (CutWindow *self, GFile **files, int n_files);

G_END_DECLS
