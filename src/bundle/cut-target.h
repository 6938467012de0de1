/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The file an export is written to: it appears by rename, whole or not at all. A link is followed; into a pipe or a device goes what is whole. */

/** CutTargetFunc: writes @part, a file that is not there yet; on failure it may be left unfinished */
typedef gboolean (*CutTargetFunc) (const char *part, gpointer data, GError **error);

/**
 * cut_target_check:
 * @in_order: whether it is read from its first byte to its last, so that it may go into a pipe, a device or standard output
 *
 * Before anything is made for it. A notebook is never written over, nor a folder.
 *
 * Returns: whether a file could be written at @path
 */
gboolean cut_target_check (const char *path, gboolean in_order, GError **error);

/**
 * cut_target_write:
 * @func: called once, with a name beside @path that nobody else uses; what an export that was killed left there is gone by then
 * @sha256: (out) (transfer full): of what lies on the disk
 *
 * Returns: %FALSE where @func failed or @cancellable was cancelled; then @path is as it was, and nothing lies beside it
 */
gboolean cut_target_write (const char *path, CutTargetFunc func, gpointer data, GCancellable *cancellable, char **sha256,
                           GError **error);

G_END_DECLS
