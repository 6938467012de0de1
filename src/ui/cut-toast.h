/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

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

G_END_DECLS
