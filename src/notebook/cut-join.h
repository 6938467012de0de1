/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

G_BEGIN_DECLS

/**
 * cut_join_page:
 * @article: the pages so far; gets the text, blocks, HTML and pictures of @page behind its own
 * @page: the article's next page, as it was extracted; its blocks are taken out of it
 *
 * Leaves out what repeats at the seam: at the head of @page the headline and every line that was there already, at the
 * end of @article the lines that both end with, and anywhere lines that do not count and were there already.
 * @article's @next_url becomes that of @page. Private to src/notebook.
 */
void cut_join_page (CutArticle *article, CutArticle *page);

G_END_DECLS
