/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-package.h"

G_BEGIN_DECLS

/** cut_evidence_files_add: the evidence of each capture and the pictures of their articles, named by hash */
void cut_evidence_files_add (CutPackage *package);

/** cut_evidence_files_images: Returns: (transfer full) (element-type utf8 utf8): address of a picture → its path below
 *   `data/`, `images/SHA256.EXT`; only kinds of picture that cannot run anything */
GHashTable *cut_evidence_files_images (CutRecord *capture);

/** cut_evidence_files_path: Returns: (transfer full): of a capture's evidence, below `data/` */
char *cut_evidence_files_path (CutRecord *capture);

G_END_DECLS
