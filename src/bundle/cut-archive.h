/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CutMember: a file or folder within an archive
 * @path: relative to the bag's root, as it stands there; always safe (see cut_archive_path_problem())
 * @size: bytes, unpacked
 */
typedef struct
{
  char *path;
  gboolean folder;
  guint64 size;
  guint64 index;
} CutMember;

/**
 * CutArchive:
 *
 * A ZIP, a tar (packed by gzip, bzip2, xz or zstd, or not) or a folder from somebody else, to be read and never trusted. Members with a name that
 * is unsafe or double, links, pipes and bombs are not among the members: they are among the problems, and
 * are never opened. One thread at a time.
 */
typedef struct _CutArchive CutArchive;

/** cut_archive_open: %CUT_ERROR_NOT_FOUND, _UNSUPPORTED (neither file nor folder), _CORRUPT (cut short), _TOO_LARGE */
CutArchive *cut_archive_open (const char *path, GCancellable *cancellable, GError **error);
void cut_archive_free (CutArchive *self);

/** cut_archive_get_problems: (transfer none) (element-type utf8): see cut-problem.h */
GPtrArray *cut_archive_get_problems (CutArchive *self);
/** cut_archive_get_doubts: (transfer none) (element-type utf8): the same for names that stand for two files on some systems and for one
 *   on others, or that only some can hold: by case, normalisation, line breaks. Their members can be read. */
GPtrArray *cut_archive_get_doubts (CutArchive *self);
/** cut_archive_get_members: (transfer none) (element-type CutMember): by path, in byte order */
GPtrArray *cut_archive_get_members (CutArchive *self);
/** cut_archive_find: (transfer none) (nullable): a file; also where only the Unicode normalisation of @path differs */
CutMember *cut_archive_find (CutArchive *self, const char *path);

/** cut_archive_has_folder: whether a folder, or a file below it, has @path */
gboolean cut_archive_has_folder (CutArchive *self, const char *path);

/** CutArchiveChunk: a piece of a member's bytes */
typedef void (*CutArchiveChunk) (const guint8 *data, gsize length, gpointer user_data);

/** cut_archive_scan: hands out the bytes of @member piece by piece; fails when there are more or fewer than @member says */
gboolean cut_archive_scan (CutArchive *self, const CutMember *member, CutArchiveChunk chunk, gpointer user_data,
                           GCancellable *cancellable, GError **error);
/** cut_archive_read: Returns: (transfer full) (nullable): all bytes; %CUT_ERROR_TOO_LARGE over @limit */
GBytes *cut_archive_read (CutArchive *self, const CutMember *member, guint64 limit, GError **error);

/** cut_archive_path_problem: Returns: (nullable): why @path must not be unpacked, on any system: absolute, climbing out, a
 *   drive, a device's name, characters or endings that Windows refuses, not UTF-8. Line breaks pass: see cut_archive_get_doubts() */
const char *cut_archive_path_problem (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutArchive, cut_archive_free)

G_END_DECLS
