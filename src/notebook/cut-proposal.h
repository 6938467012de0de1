/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-attribute.h"
#include "cut-notebook.h"

G_BEGIN_DECLS

/** CUT_PROPOSAL_RULES: what made a proposal of what somebody says, as it is kept with what a person accepts of it */
#define CUT_PROPOSAL_RULES "attribute-3"

/**
 * CutProposal:
 * @kind: of #CUT_VOCAB_PROPOSAL: "attribution"; "date": of something that happened, or of @about; "headline": one that says more
 *   than the text, which only ascribes it to somebody at this place
 * @start, @end: of the content in the reading's text; code points, half-open
 * @parts: (array length=n_parts): what is underlined: of a quotation that its cue splits several, of a date its own words, else the
 *   one stretch
 * @source_span, @cue_span: empty where there is none
 * @words: (owned): what is claimed, or happened, in one line; the headline
 * @source: (owned) (nullable): who says it; several names parted by "; "
 * @named: whether the source has a name: one without is another source in each text
 * @via: (owned) (nullable): names through which it came, from the source on, parted by "; "
 * @terms, @stance, @form, @channel: (nullable): words of their vocabularies
 * @condition, @hedge: (owned) (nullable): in the text's words
 * @said_at: (owned) (nullable)
 * @date: (owned) (nullable): of a "date": what its words mean
 * @about: (owned) (nullable): id of the claim or attribution in the reading that @date is given to; %NULL: of a "date" it is an event
 * @about_kind: what @about is
 * @presumed: whether the author takes for true what he ascribes ("admits", "reveals"): it becomes a presupposition
 *
 * What a text seems to say that somebody claims, or that happened. It is nothing yet: only cut_notebook_accept() makes records of it. A plain
 * structure: copy it and change the copy to accept something else than what was proposed.
 */
typedef struct
{
  const char *kind;
  guint start;
  guint end;
  CutStretch *parts;
  guint n_parts;
  CutStretch source_span;
  CutStretch cue_span;
  char *words;
  char *source;
  gboolean named;
  char *via;
  const char *terms;
  const char *stance;
  const char *form;
  const char *channel;
  char *condition;
  char *hedge;
  CutDate *said_at;
  CutDate *date;
  char *about;
  CutKind about_kind;
  gboolean presumed;
} CutProposal;

CutProposal *cut_proposal_copy (const CutProposal *self);
void cut_proposal_free (CutProposal *self);
/** cut_proposal_equal: whether both propose the same at the same place */
gboolean cut_proposal_equal (const CutProposal *a, const CutProposal *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutProposal, cut_proposal_free)

/**
 * cut_proposals_new:
 * @dismissals: (element-type CutDismissal): those of the clip
 *
 * What the text of @reading offers, of the lines that count. Left out is what a person dismissed for this text, and what
 * stands in a claim's mark already. Pure; off the main thread.
 *
 * Returns: (transfer full) (nullable) (element-type CutProposal): in text order; %NULL when cancelled
 */
GPtrArray *cut_proposals_new (CutReading *reading, GPtrArray *dismissals, GCancellable *cancellable);

/** cut_notebook_propose: cut_proposals_new() with what the notebook knows was dismissed. Blocking. */
GPtrArray *cut_notebook_propose (CutNotebook *self, CutReading *reading, GCancellable *cancellable, GError **error);
void cut_notebook_propose_async (CutNotebook *self, CutReading *reading, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_propose_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/**
 * cut_notebook_accept:
 *
 * A person accepts @proposal: one act, that can be undone. Of an attribution it makes the mark, the claim, and an attribution for
 * each source; a source or outlet of that name that is known is taken, else a new one is made, of the kind that its name and the text
 * say (who has no name is taken again only where this text speaks of the same one). Of a date it makes an event, with
 * the passage as its evidence, or gives it to the claim or attribution; of a headline a note where the text ascribes it. That it was
 * proposed, and by which rules, is kept with all that is made. Blocking.
 *
 * Returns: (transfer full) (nullable): id of the mark
 */
char *cut_notebook_accept (CutNotebook *self, CutReading *reading, const CutProposal *proposal, GCancellable *cancellable, GError **error);
void cut_notebook_accept_async (CutNotebook *self, CutReading *reading, const CutProposal *proposal, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *cut_notebook_accept_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_proposal_counted_text: Returns: (transfer full): the text of @reading, in which every line that does not count is a space for each code
 *   point, so that offsets stay */
char *cut_proposal_counted_text (CutReading *reading);

/** cut_proposal_get_rules: Returns: (transfer none): what proposed it, such as "attribute-3" */
const char *cut_proposal_get_rules (const CutProposal *self);

/** cut_proposal_dismiss: Returns: (transfer full): the act after which it is not proposed for this text again */
CutAct *cut_proposal_dismiss (const CutProposal *self, CutReading *reading);

G_END_DECLS
