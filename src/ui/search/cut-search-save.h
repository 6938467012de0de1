/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

/**
 * cut_search_save:
 * @widget: in the window that says so
 * @within: (nullable): id of the story or tag that is searched in, which becomes a filter; or of the saved search that is shown: under
 *   its own name it is changed, under another one a new search is made
 * @name: of the search
 * @words: the search as a person types it
 *
 * Keeps a search in the notebook, in one act that can be undone.
 */
void cut_search_save (GtkWidget *widget, CutNotebook *notebook, const char *within, const char *name, const char *words);

G_END_DECLS
