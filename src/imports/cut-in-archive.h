/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** CutInEntry: a file in an archive: @path: as it is called there, UTF-8 */
typedef struct
{
  char *path;
  GBytes *bytes;
} CutInEntry;

/** cut_in_is_archive: whether @bytes begin as a ZIP or a tar does */
gboolean cut_in_is_archive (GBytes *bytes);

/**
 * cut_in_archive_read:
 * @error: %CUT_ERROR_TOO_LARGE when there is more in it than %CUT_LIMIT_UNPACKED bytes or %CUT_LIMIT_IMPORT_ITEMS files, %CUT_ERROR_INPUT
 *   when it is damaged or encrypted
 *
 * All files of a ZIP or tar; links, devices and the like are passed over, and nothing is written anywhere. Private to src/imports.
 *
 * Returns: (transfer full) (nullable) (element-type CutInEntry)
 */
GPtrArray *cut_in_archive_read (GBytes *bytes, GError **error);

/** cut_in_archive_find: Returns: (transfer none) (nullable): the first file whose path, or its end behind a slash, is @path */
const CutInEntry *cut_in_archive_find (GPtrArray *entries, const char *path);

G_END_DECLS
