/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-archive.h"

G_BEGIN_DECLS

/* What the kinds of archive give to cut-archive.c. */

typedef struct
{
  char *path;    /* as stored, from the archive's top */
  gboolean folder;
  guint64 size;
  guint64 holes; /* bytes of @size that take no room on the disk */
  guint64 index;
} CutListed;

typedef struct
{
  GArray *listed; /* CutListed, owned paths */
  GPtrArray *problems;
} CutListing;

void cut_archive_note (GPtrArray *problems, const char *path, const char *problem);

typedef struct _CutZip CutZip;

CutZip *cut_zip_open (const char *path, CutListing *listing, GError **error);
void cut_zip_close (CutZip *self);
gboolean cut_zip_scan (CutZip *self, const CutMember *member, CutArchiveChunk chunk, gpointer user_data,
                       GCancellable *cancellable, GError **error);

typedef struct _CutTar CutTar;

/** cut_tar_is: whether the file at @path begins as a tar does, or as what tars are packed by */
gboolean cut_tar_is (const char *path);
CutTar *cut_tar_open (const char *path, CutListing *listing, GCancellable *cancellable, GError **error);
void cut_tar_close (CutTar *self);
gboolean cut_tar_scan (CutTar *self, const CutMember *member, CutArchiveChunk chunk, gpointer user_data,
                       GCancellable *cancellable, GError **error);

/* Folders are named by @root, the paths are relative to it. */
gboolean cut_folder_list (const char *root, CutListing *listing, GCancellable *cancellable, GError **error);
gboolean cut_folder_scan (const char *root, const char *path, const CutMember *member, CutArchiveChunk chunk,
                          gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
