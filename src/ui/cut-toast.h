/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cut-notebook.h"

G_BEGIN_DECLS

/**
 * cut_toast:
 * @widget: in the window that says it
 * @undo: whether the sentence comes with a button that undoes the last act
 */
void cut_toast (GtkWidget *widget, const char *sentence, gboolean undo);
/** cut_toast_error: says what failed; what was cancelled is not said */
void cut_toast_error (GtkWidget *widget, const GError *error);
/** cut_toast_committed_cb: (transfer full) @widget: ends a cut_notebook_commit_async() of which only a failure is said */
void cut_toast_committed_cb (GObject *notebook, GAsyncResult *result, gpointer widget);
/**
 * cut_toast_commit:
 * @widget: in the window that says it; it may be gone before the act is stored
 * @act: (transfer full)
 *
 * Commits @act and says @sentence, with a button that undoes it, once it is stored; what failed is said instead.
 */
void cut_toast_commit (GtkWidget *widget, CutNotebook *notebook, CutAct *act, const char *sentence);

G_END_DECLS
