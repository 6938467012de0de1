/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-site.h"

G_BEGIN_DECLS

/** cut_out_dossier: adds the files of an OpenDocument text to @package, the site's: what a story has come to, for an editor to read, print and
 *   write into: claims with who says so, sources, and of each article the marked passages and notes */
void cut_out_dossier (CutSite *site, CutPackage *package);

G_END_DECLS
