/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cut_picture_load_async:
 * @bytes: an encoded picture
 * @max_width: pixels; a wider one is scaled down while it is read
 *
 * Decodes off the main thread. A picture whose header promises more pixels than %CUT_LIMIT_PIXELS is refused with
 * %CUT_ERROR_TOO_LARGE, one that cannot be read with %CUT_ERROR_UNSUPPORTED.
 */
void cut_picture_load_async (GBytes *bytes, int max_width, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GdkTexture *cut_picture_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
