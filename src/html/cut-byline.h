/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_byline_split:
 * @text: a byline or an author field as a page writes it
 *
 * Takes the names out of a byline: words such as "By" and "von" before them, roles, dates,
 * addresses and numbers behind them go; several persons are told apart.
 *
 * Returns: (transfer full): names, perhaps none
 */
GPtrArray *cut_byline_split (const char *text);

/**
 * cut_byline_is_line:
 * @text: a line before the first paragraph of an article
 *
 * Returns: whether it is only a byline ("By A B"), only a date, or both
 */
gboolean cut_byline_is_line (const char *text);

/** cut_byline_is_tail: Returns: whether a line credits reporters, as agencies do behind the text
 * ("Reporting by …") */
gboolean cut_byline_is_tail (const char *text);

/**
 * cut_byline_is_bio:
 * @text: a line behind an article
 * @authors: (nullable): the article's authors
 *
 * Returns: whether it tells who the author is ("Ada Example is a reporter for …")
 */
gboolean cut_byline_is_bio (const char *text, const char *const *authors);

/** cut_byline_is_of_article: Returns: whether what @node says of authors and dates is the article's:
 * it is seen, and in no menu, comment or the like */
gboolean cut_byline_is_of_article (const CutNode *node);

/**
 * cut_byline_find:
 * @headline: index of the headline, or %G_MAXUINT
 *
 * Finds the visible byline: an element whose `rel`, `itemprop` or class says author, in that order
 * of trust, else a line close behind the headline that opens as bylines do.
 *
 * Returns: (transfer full) (element-type utf8): texts with names in them, one or several of one
 *   byline; perhaps none
 */
GPtrArray *cut_byline_find (CutTree *tree, guint headline);

G_END_DECLS
