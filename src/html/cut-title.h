/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_title_without_site:
 * @title: as an element or field of the page has it
 * @site: (nullable): the site's name
 *
 * Returns: (transfer full): @title without the site's name before or behind it
 */
char *cut_title_without_site (const char *title, const char *site);

/**
 * cut_title_from_page:
 * @element: (nullable): the text of the `title` element
 * @site: (nullable): the site's name
 *
 * Chooses between the page's `title` and its headings: the heading whose words the title
 * begins or ends with, else the title without what looks like a site's name.
 *
 * Returns: (transfer full) (nullable)
 */
char *cut_title_from_page (CutTree *tree, const char *element, const char *site);

/**
 * cut_title_is_same:
 *
 * Returns: whether two texts are the same words, whatever their case, marks and white space
 */
gboolean cut_title_is_same (const char *a, const char *b);

/** cut_title_fold: Returns: (transfer full): the letters and figures of @text (nullable), in one case */
char *cut_title_fold (const char *text);

/** cut_title_names: Returns: whether @title begins or ends with @name as titles do with the site's. Both: (nullable) */
gboolean cut_title_names (const char *title, const char *name);

/** cut_title_holds: Returns: whether the words of @name, two or more, stand in @text. Both: (nullable) */
gboolean cut_title_holds (const char *text, const char *name);

/** cut_title_is_heading: Returns: whether @heading says @title (nullable), but for a label or a number beside it */
gboolean cut_title_is_heading (CutTree *tree, const CutNode *heading, const char *title);

/** cut_title_find_heading: Returns: (transfer none) (nullable): the first heading, of the first
 * three orders, that is @title */
const CutNode *cut_title_find_heading (CutTree *tree, const char *title);

/** cut_title_find_line: Returns: (transfer none) (nullable): the first line that is @title, in
 * whatever element */
const CutNode *cut_title_find_line (CutTree *tree, const char *title);

/** cut_title_get_heading: Returns: (transfer full): the text of a heading without the signs that
 * link to it */
char *cut_title_get_heading (CutTree *tree, const CutNode *heading);

/** cut_title_cut_at_heading: Returns: (transfer full) (nullable): the heading that is one of the
 * parts @title has */
char *cut_title_cut_at_heading (CutTree *tree, const char *title);

/**
 * cut_title_mark:
 * @roots: (element-type CutNode): the article's containers
 * @title: (nullable): the headline
 * @description: (nullable): what the page says of itself
 *
 * Gives the roles title and standfirst to the lines at the head of @roots that repeat them.
 */
void cut_title_mark (CutTree *tree, GPtrArray *roots, const char *title, const char *description);

/** cut_title_find_standfirst: Returns: (transfer full) (nullable): the line under the headline, by
 * its class */
char *cut_title_find_standfirst (CutTree *tree);

/** cut_title_get_likeness: Returns: the part of the words of @a that are in @b, 0 to 1 */
float cut_title_get_likeness (const char *a, const char *b);

G_END_DECLS
