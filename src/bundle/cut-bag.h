/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-archive.h"
#include "cut-bundle.h"

G_BEGIN_DECLS

/**
 * cut_bag_check:
 * @problems: (element-type utf8): gets a line `PATH: PROBLEM` for each fault
 *
 * Checks @archive as a BagIt bag (RFC 8493, and the drafts 0.93 to 0.97): declaration, every
 * manifest, Payload-Oxum, missing and extra files. Every file is read once, whatever number of manifests name it.
 *
 * Returns: %FALSE only when cancelled
 */
gboolean cut_bag_check (CutArchive *archive, GPtrArray *problems, GCancellable *cancellable,
                        CutBundleProgress progress, gpointer progress_data, GError **error);

/** cut_bag_is_bundle: whether the bag says it is one of ours */
gboolean cut_bag_is_bundle (CutArchive *archive);

G_END_DECLS
