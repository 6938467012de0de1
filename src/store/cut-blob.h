/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-db.h"

G_BEGIN_DECLS

/* Table `blob`: bytes named by their SHA-256. */

/** cut_blob_put: @sha256: of @bytes */
gboolean cut_blob_put (CutDb *db, GBytes *bytes, const char *sha256, GError **error);
GBytes *cut_blob_get (CutDb *db, const char *sha256, GError **error);
gboolean cut_blob_has (CutDb *db, const char *sha256);

/** cut_blob_check: whether the bytes are there and are those that @sha256 names */
gboolean cut_blob_check (CutDb *db, const char *sha256, GError **error);

G_END_DECLS
