/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-article.h"

G_BEGIN_DECLS

/**
 * cut_plain_read:
 * @text: plain text as somebody pasted it, UTF-8 (what is not is replaced)
 *
 * Reads a pasted article: every line with words becomes a block of the reader text, lines of a
 * hard-wrapped paragraph are joined, and each block gets its role: title, standfirst, byline,
 * caption, credit, furniture ("See all photos", an author's bio, "2 min read") or body. Authors, and a publication
 * date where a line of the head states one in full, are read too. Nothing is dropped: a wrong role
 * is undone by the reader.
 *
 * Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_INPUT when there are no words
 */
CutArticle *cut_plain_read (const char *text, GError **error);

G_END_DECLS
