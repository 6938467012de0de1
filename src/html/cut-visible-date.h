/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-meta-date.h"
#include "cut-tree.h"

G_BEGIN_DECLS

/**
 * cut_visible_date_find:
 * @headline: index of the headline, or %G_MAXUINT
 * @order: of day and month in figures
 *
 * Looks for the date readers see: `time` elements, elements whose class says date, lines that are
 * one; those close behind the headline before those elsewhere, those that speak of publishing
 * before those that speak of changes.
 *
 * Returns: (transfer full) (nullable): with the origin `text`
 */
CutDate *cut_visible_date_find (CutTree *tree, guint headline, CutDateOrder order);

/** cut_visible_date_find_change: Returns: (transfer full) (nullable): the date that a line near the headline says
 * the article was changed on, with the origin `text` */
CutDate *cut_visible_date_find_change (CutTree *tree, guint headline, CutDateOrder order);

G_END_DECLS
