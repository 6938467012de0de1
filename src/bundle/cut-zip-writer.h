/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-package.h"

G_BEGIN_DECLS

/**
 * cut_zip_writer_write:
 * @folder: (nullable): the one folder all entries stand in
 * @path: a file that is not there yet
 *
 * Writes the entries in their order: stored, dated 1980-01-01, mode 0644, so that nothing but names and
 * content decides the bytes. On failure @path may be left behind, unfinished.
 */
gboolean cut_zip_writer_write (CutPackage *package, const char *folder, const char *path, GCancellable *cancellable,
                               CutBundleProgress progress, gpointer progress_data, GError **error);

/** cut_zip_writer_send: sends the same bytes into @fd, a socket that stays open, for what must not lie on a disk: of one entry after the other, so
 *   that never more than one is in memory. On failure a part of them was sent. */
gboolean cut_zip_writer_send (CutPackage *package, const char *folder, int fd, GCancellable *cancellable, CutBundleProgress progress,
                              gpointer progress_data, GError **error);

G_END_DECLS
