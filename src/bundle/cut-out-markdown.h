/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-site.h"

G_BEGIN_DECLS

/** cut_out_markdown: (transfer full): all articles with their marks and notes, then claims and sources, as one file */
char *cut_out_markdown (CutSite *site);

/** cut_out_markdown_folder: adds the same to @package, the site's, as a folder for Obsidian: a file for each article, their pictures, and
 *   files of claims and of sources, which lead to each other */
void cut_out_markdown_folder (CutSite *site, CutPackage *package);

G_END_DECLS
