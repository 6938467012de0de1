/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-index.h"
#include "cut-names.h"
#include "cut-parsed.h"
#include "cut-proposal.h"
#include "cut-when.h"

G_BEGIN_DECLS

/**
 * CutProposalText:
 * @published: (nullable): of the clip
 * @counted: (owned): the text, its lines that do not count left blank
 * @index: (owned): of the reading's text
 * @tokens, @parsed: (owned): of @counted
 * @attributions: (owned) (element-type CutProposedAttribution)
 * @dates: (owned) (element-type CutProposedDate)
 * @headline: (owned) (element-type CutHeadlineFinding): offsets in the text are those of @counted
 *
 * All that the proposals of a reading are made of. Private to src/notebook.
 */
typedef struct
{
  CutReading *reading;
  CutDate *published;
  const CutLanguage *language;
  char *counted;
  CutIndex *index;
  CutTokens *tokens;
  CutParsed *parsed;
  GPtrArray *attributions;
  GPtrArray *dates;
  CutNames *names;
  GPtrArray *headline;
} CutProposalText;

/** cut_proposal_text_new: @reading: borrowed, must stay. Returns: (transfer full) (nullable): %NULL when cancelled */
CutProposalText *cut_proposal_text_new (CutReading *reading, GCancellable *cancellable);
void cut_proposal_text_free (CutProposalText *self);
/** cut_proposal_text_slice: Returns: (transfer full) (nullable): the words at @span in one line; %NULL of an empty one */
char *cut_proposal_text_slice (const CutProposalText *self, const CutStretch *span);

/** cut_proposal_text_find_date: Returns: (transfer none) (nullable): the first date in @span of which is known what it means */
const CutProposedDate *cut_proposal_text_find_date (const CutProposalText *self, const CutStretch *span);

/** cut_proposal_sayings_new: Returns: (transfer full) (element-type CutProposal): one for each of @attributions, in their order */
GPtrArray *cut_proposal_sayings_new (const CutProposalText *self);
/** cut_proposal_dates_new: when what the author states was, and what is not said of the claims in the text. (transfer full) (element-type CutProposal) */
GPtrArray *cut_proposal_dates_new (const CutProposalText *self);
/** cut_proposal_headlines_new: where a headline says more than the text. (transfer full) (element-type CutProposal) */
GPtrArray *cut_proposal_headlines_new (const CutProposalText *self);

/** cut_proposal_new_at: Returns: (transfer full): of @kind for @whole, the line under @part; @words: (transfer full) */
CutProposal *cut_proposal_new_at (const char *kind, const CutStretch *whole, const CutStretch *part, char *words);
/** cut_proposal_covers: whether a mark at [@start, @end) stands at nearly the same place as @whole: half of the shorter one and more */
gboolean cut_proposal_covers (guint start, guint end, const CutStretch *whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutProposalText, cut_proposal_text_free)

G_END_DECLS
