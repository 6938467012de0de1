/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-attribute.h"
#include "cut-date.h"

G_BEGIN_DECLS

/* Raised when the same text gives other dates than before: goes into `proposed_by` ("cuttings dates-1"). */
#define CUT_WHEN_RULES 1

/**
 * CutProposedDate:
 * @span: the words, in code points of the text; with what qualifies them ("since", "by the end of"), without what only
 *   ties them in ("in", "on")
 * @date: (nullable): what they mean; %NULL for a relative expression where the date of publication is not known
 *
 * A date that a text seems to name.
 */
typedef struct
{
  CutStretch span;
  CutDate *date;
} CutProposedDate;

void cut_proposed_date_free (CutProposedDate *self);

/**
 * cut_when_find:
 * @text: valid UTF-8, under 4 GiB
 * @language: (nullable): BCP 47 tag; see cut_language_get()
 * @published: (nullable): when the text was published; as written, without another time zone being reckoned in
 * @cancellable: (nullable)
 *
 * Finds date expressions, absolute and relative ones, by rules and the word lists of the language. Relative ones are
 * resolved from the date of publication: a weekday is the nearest such day not after it, "last month" the calendar month
 * before, a month without a year the nearest not after it, a day without a year the nearest that is not more than three
 * months ahead. What the date of publication does not tell (its day, where only its month is known) is never guessed.
 * Weeks, weekends, decades and quarters have their first day, year or month as value, with the precision `about`.
 *
 * Cost: linear. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type CutProposedDate): in text order, without overlap; %NULL when cancelled
 */
GPtrArray *cut_when_find (const char *text, const char *language, CutDate *published, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutProposedDate, cut_proposed_date_free)

G_END_DECLS
