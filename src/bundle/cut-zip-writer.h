/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-package.h"

G_BEGIN_DECLS

/**
 * cut_zip_writer_write:
 * @folder: the one folder all entries stand in
 * @path: a file that is not there yet
 *
 * Writes the entries in their order: stored, dated 1980-01-01, mode 0644, so that nothing but names and
 * content decides the bytes. On failure @path may be left behind, unfinished.
 */
gboolean cut_zip_writer_write (CutPackage *package, const char *folder, const char *path, GCancellable *cancellable,
                               CutBundleProgress progress, gpointer progress_data, GError **error);

/** cut_zip_writer_make: Returns: (transfer full) (nullable): the same in memory, for what must not lie on a disk */
GBytes *cut_zip_writer_make (CutPackage *package, const char *folder, GCancellable *cancellable, CutBundleProgress progress,
                             gpointer progress_data, GError **error);

G_END_DECLS
