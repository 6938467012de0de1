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

/** CutResourceFunc: @url: (nullable): of a picture; @type: (nullable): its media type as the server said it; @sha256: of its bytes; @extension: that its
 *   name gets */
typedef void (*CutResourceFunc) (const char *url, const char *type, const char *sha256, const char *extension, gpointer data);
/** cut_evidence_files_each: calls @func for every picture of @capture */
void cut_evidence_files_each (CutRecord *capture, CutResourceFunc func, gpointer data);
/** cut_evidence_files_media_type: Returns: (transfer none): of files with that @extension */
const char *cut_evidence_files_media_type (const char *extension);

G_END_DECLS
