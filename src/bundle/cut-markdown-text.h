/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-page-text.h"

G_BEGIN_DECLS

/**
 * cut_markdown_article:
 * @pictures: (nullable): where the files of pictures lie, as seen from the file; %NULL leaves pictures out
 * @blocks: (element-type CutMark utf8): gets for each mark in the text the name of the block that it begins in
 *
 * The text of an article, block by block, with its marks between == and ==. A block that a mark begins in gets a name, ` ^NAME`,
 * that links can lead to; @text's number is part of it.
 */
void cut_markdown_article (const CutPageText *text, GString *out, const char *pictures, GHashTable *blocks);

G_END_DECLS
