/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-index.h"
#include "cut-selector.h"

G_BEGIN_DECLS

/**
 * cut_quote_make:
 * @text: reader text
 * @index: of @text
 * @start, @end: code points; widened to grapheme borders
 *
 * Makes the selectors of a mark: its words, with at least %CUT_LIMIT_CONTEXT code points before and after
 * where there are as many, and more until words and context together stand only once in the text (256 at most).
 *
 * Returns: (transfer full) (nullable): %NULL with %CUT_ERROR_INPUT when the range is empty or outside
 */
CutSelector *cut_quote_make (const char *text, const CutIndex *index, guint start, guint end, GError **error);

/**
 * cut_quote_find:
 * @selector: from elsewhere: its position may be off, its context missing
 * @start, @end: (out): code points
 *
 * Finds exactly the quoted words: where the position says when they stand there with the context; else the
 * one place whose context agrees best. Two places that agree equally well are told apart by the position alone
 * when there is one and they are not equally far from it, otherwise the answer is that it is not found: a wrong
 * place is worse than none. Words that stand over 20,000 times are found only where the position says.
 *
 * Returns: whether it is certain
 */
gboolean cut_quote_find (const char *text, const CutIndex *index, const CutSelector *selector, gboolean has_position, guint *start, guint *end);

G_END_DECLS
