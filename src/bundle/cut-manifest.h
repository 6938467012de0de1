/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-package.h"

G_BEGIN_DECLS

/* The tag files of a BagIt bag (RFC 8493): what we write, and how others' are read. */

#define CUT_MANIFEST_PAYLOAD "data/"

/** cut_manifest_compose: Returns: (transfer full): lines `HASH  PATH` of the entries under @prefix, or, when
 *   @tags, of those outside `data/`; the entries are hashed and sorted */
char *cut_manifest_compose (CutPackage *package, GChecksumType type, gboolean tags);

/** cut_manifest_declaration: (transfer none): `bagit.txt` */
const char *cut_manifest_declaration (void);

/**
 * cut_manifest_parse:
 * @text: UTF-8
 * @path, @digest: (out) (transfer full) (nullable): of the line at *@text, the path decoded (%0A, %0D, %25)
 * @problem: (out): set to a sentence when the line is no manifest line; then @path is %NULL
 *
 * Takes the next line off *@text; empty lines are passed over.
 *
 * Returns: %FALSE at the end
 */
gboolean cut_manifest_parse (const char **text, char **path, char **digest, const char **problem);

/** cut_manifest_algorithm: @name: `manifest-sha256.txt` or `tagmanifest-…`. Returns: whether it is a manifest's name; *@known
 *   whether its algorithm is one of MD5, SHA-1, SHA-256, SHA-512 */
gboolean cut_manifest_algorithm (const char *name, GChecksumType *type, gboolean *tags, gboolean *known);

/** cut_manifest_get_label: Returns: (transfer full) (nullable): the first value of @label in bag-info's or bagit.txt's @text,
 *   continuation lines joined; labels compare without case */
char *cut_manifest_get_label (const char *text, const char *label);

G_END_DECLS
