/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cut_frame_wait_async:
 * @widget: whose window is meant
 *
 * Waits for the picture under way to be drawn, so that what changes next is measured and drawn in a turn of its own: two
 * parts of the window that change at once would make it wait for both. A window that draws nothing, as one that is hidden,
 * is waited for only a moment. Main thread.
 */
void cut_frame_wait_async (GtkWidget *widget, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/** cut_frame_wait_finish: Returns: %FALSE with an error when it was cancelled */
gboolean cut_frame_wait_finish (GAsyncResult *result, GError **error);

G_END_DECLS
