/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

#define CUT_TYPE_LIBRARY (cut_library_get_type ())
G_DECLARE_FINAL_TYPE (CutLibrary, cut_library, CUT, LIBRARY, GtkWidget)

/**
 * CutLibrary:
 *
 * The sidebar: views, stories, tags, saved searches and Trash, each with its count. Choosing one activates `win.view` with
 * its name; clips dropped on a story or tag are filed there. Actions: `library.new-story`, `library.new-tag`,
 * `library.rename` (s: view), `library.delete` (s: view).
 */
void cut_library_set_notebook (CutLibrary *self, CutNotebook *notebook);
/** cut_library_set_languages: @languages: (nullable): in which saved searches find words in their other forms; see #CutQuery */
void cut_library_set_languages (CutLibrary *self, const char *languages);
/** cut_library_select: shows @view as the chosen one, without activating anything */
void cut_library_select (CutLibrary *self, const char *view);
/** cut_library_set_conflicts: how much waits to be settled; without any its row is hidden */
void cut_library_set_conflicts (CutLibrary *self, guint n);
/** cut_library_get_title: Returns: (transfer none): the name of @view as the sidebar shows it, "" when it is not there */
const char *cut_library_get_title (CutLibrary *self, const char *view);

G_END_DECLS
