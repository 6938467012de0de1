/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-parsed.h"
#include "cut-when.h"

G_BEGIN_DECLS

/**
 * CutHappening:
 * @words: the sentence, without what only stands around it
 * @date: when it was
 *
 * Something that the author of a text says, himself, happened at a certain time. Code points of the text.
 */
typedef struct
{
  CutStretch words;
  const CutProposedDate *date;
} CutHappening;

/**
 * cut_happenings_find:
 * @dates: (element-type CutProposedDate): of cut_when_find(), in text order; must outlive what is returned
 * @published: (nullable): the date of publication by which they were found
 * @attributions: (element-type CutProposedAttribution): of cut_attribute()
 *
 * Proposes what happened when: the sentences of the author with one date that says when what they state was. Left out are dates in
 * what somebody says, in quotations, datelines and lines without a verb, dates that only tell one thing from another ("Tuesday's
 * vote", "the 2012 election", "who left in 2012"), spans that are open at one end ("since May"), and what may or will be on a day
 * that is no later than that of publication: there the day is not the one that was meant.
 *
 * Cost: linear. Any thread.
 *
 * Returns: (transfer full) (element-type CutHappening): in text order
 */
GArray *cut_happenings_find (const CutParsed *parsed, GPtrArray *dates, CutDate *published, GPtrArray *attributions);

/** cut_happening_get_date: Returns: (transfer none) (nullable): the one date in @part that says, by the same rules, when what is stated there
 *   was; %NULL where there is none, or more than one */
const CutProposedDate *cut_happening_get_date (const CutParsed *parsed, GPtrArray *dates, CutDate *published, const CutStretch *part);

G_END_DECLS
