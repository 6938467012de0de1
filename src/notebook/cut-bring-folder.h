/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cut_bring_folder_list:
 * @path: of a folder
 *
 * The files in a folder and the folders below it, but for hidden ones; no symbolic link is followed. Private to src/notebook.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): paths from @path on, sorted; %NULL with an error when there are too many
 */
GPtrArray *cut_bring_folder_list (const char *path, GCancellable *cancellable, GError **error);

/** cut_bring_folder_is_note: whether the file called @name is Markdown */
gboolean cut_bring_folder_is_note (const char *name);

G_END_DECLS
