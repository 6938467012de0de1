/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-package.h"

G_BEGIN_DECLS

/* The tag files of a BagIt bag (RFC 8493) that we write; cut-bag.h reads. */

#define CUT_MANIFEST_PAYLOAD "data/"

/** cut_manifest_compose: Returns: (transfer full): lines `HASH  PATH` of the entries under @prefix, or, when
 *   @tags, of those outside `data/`; the entries are hashed and sorted */
char *cut_manifest_compose (CutPackage *package, GChecksumType type, gboolean tags);

/** cut_manifest_declaration: (transfer none): `bagit.txt` */
const char *cut_manifest_declaration (void);

G_END_DECLS
