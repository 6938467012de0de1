/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-archive.h"
#include "cut-bundle.h"

G_BEGIN_DECLS

/** cut_read_content: everything but the blobs of a bundle whose bag was checked. (transfer full) (nullable) */
CutBundleContent *cut_read_content (CutArchive *archive, GCancellable *cancellable, GError **error);

/** cut_read_check_references: whether all ids that records name are in @content, say %CUT_ID_WITHHELD or belong to a tombstone, are of the
 *   kind they should be, and make no circle. %CUT_ERROR_CORRUPT names file, line and field */
gboolean cut_read_check_references (CutBundleContent *content, GError **error);

G_END_DECLS
