/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-archive.h"
#include "cut-bundle.h"

G_BEGIN_DECLS

/* An OpenPGP signature over the tag manifest of SHA-512. */
#define CUT_BAG_SIGNATURE "signature.asc"

/**
 * cut_bag_check:
 * @ours: hold it to what a bundle must be, beyond a bag: every tag file is vouched for, names that stand for one file on some systems are faults
 * @problems: (element-type utf8): gets each fault; see cut-problem.h
 * @warnings: (element-type utf8) (nullable): the same for what leaves the bag valid
 *
 * Checks @archive as a BagIt bag by the rules of the version it declares (RFC 8493, and its drafts 0.93 to 0.97):
 * declaration, every manifest, bag-info.txt, fetch.txt, missing and extra files. Every file is read once, whatever number of
 * manifests name it.
 *
 * Returns: %FALSE only when cancelled
 */
gboolean cut_bag_check (CutArchive *archive, gboolean ours, GPtrArray *problems, GPtrArray *warnings, GCancellable *cancellable,
                        CutBundleProgress progress, gpointer progress_data, GError **error);

/** cut_bag_is_bundle: whether the bag says it is one of ours */
gboolean cut_bag_is_bundle (CutArchive *archive);

G_END_DECLS
