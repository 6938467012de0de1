/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-archive.h"
#include "cut-bundle.h"

G_BEGIN_DECLS

/** cut_read_content: everything but the blobs of a bundle whose bag was checked. (transfer full) (nullable) */
CutBundleContent *cut_read_content (CutArchive *archive, GCancellable *cancellable, GError **error);

G_END_DECLS
