/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

G_BEGIN_DECLS

/**
 * cut_pdf_read_head:
 * @article: with its text, its blocks and what the file states of itself
 *
 * Looks around the title, on the first page, for who wrote it and when it was published, and gives those lines the role of a
 * byline. What the page says goes before what the file states: that is often whose computer it was made on, and the day it
 * was printed. Names alone count only where they cannot be something else: several, over a date or a job, or those that the
 * file states, too.
 */
void cut_pdf_read_head (CutArticle *article);

G_END_DECLS
