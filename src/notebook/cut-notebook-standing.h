/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-claim-standing.h"
#include "cut-notebook.h"
#include "cut-origin-tree.h"

G_BEGIN_DECLS

/* How claims stand: on how many independent origins, who denies them, what is missing. Worked out in the reading thread and
 * kept; after CutNotebook::changed the next call works out anew only what the change touches. */

/**
 * cut_notebook_claim_standings:
 * @story: (nullable): id; %NULL for the whole notebook
 *
 * Returns: (transfer full) (nullable) (element-type CutClaimStanding): one for each claim, oldest first. Where nothing changed
 *   the elements are those of the call before.
 */
GPtrArray *cut_notebook_claim_standings (CutNotebook *self, const char *story, GCancellable *cancellable, GError **error);
void cut_notebook_claim_standings_async (CutNotebook *self, const char *story, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_claim_standings_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/**
 * CutClaimDetail:
 * @claim: the claim
 * @standing: as in the row
 * @origins: the count, with what each origin is
 * @tree: the tree that proves it
 * @same: (element-type CutClaim): claims that count together with it
 * @supports, @supported_by, @contradicts: (element-type CutClaim): claims it is tied to; contradicting either way round
 * @attributions: (element-type CutAttribution): all passages, those of @same included, in the order of the tree
 * @annotations: (element-type CutAnnotation), @clips: (element-type CutClip), @sources: (element-type CutSource): what these refer to
 * @checks: (element-type CutCheck): the log, oldest first
 * @enquiries: (element-type CutEnquiry): oldest first
 *
 * All about one claim. Immutable and reference-counted; any thread.
 */
typedef struct
{
  gatomicrefcount ref_count;
  CutRecord *claim;
  CutClaimStanding *standing;
  CutOrigins *origins;
  CutNode *tree;
  GPtrArray *same;
  GPtrArray *supports;
  GPtrArray *supported_by;
  GPtrArray *contradicts;
  GPtrArray *attributions;
  GPtrArray *annotations;
  GPtrArray *clips;
  GPtrArray *sources;
  GPtrArray *checks;
  GPtrArray *enquiries;
} CutClaimDetail;

#define CUT_TYPE_CLAIM_DETAIL (cut_claim_detail_get_type ())
GType cut_claim_detail_get_type (void);
CutClaimDetail *cut_claim_detail_ref (CutClaimDetail *self);
void cut_claim_detail_unref (CutClaimDetail *self);
/** cut_claim_detail_find: Returns: (transfer none) (nullable): the object with @id among all those in @self */
CutRecord *cut_claim_detail_find (CutClaimDetail *self, const char *id);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutClaimDetail, cut_claim_detail_unref)

/** cut_notebook_claim_detail: @claim: id or unique prefix of one. %CUT_ERROR_NOT_FOUND when there is no such claim */
CutClaimDetail *cut_notebook_claim_detail (CutNotebook *self, const char *claim, GCancellable *cancellable, GError **error);
void cut_notebook_claim_detail_async (CutNotebook *self, const char *claim, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
CutClaimDetail *cut_notebook_claim_detail_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/* A check list of a story is the gaps of its claims (CutClaimStanding), sorted by cut_gap_compare(). */

/* Reprints. */

/**
 * CutReprint:
 * @clip: what may be, or is, a reprint
 * @original: what of: the earlier of the two
 * @resemblance, @containment: 0 to 1: how much of both together, and how much of the shorter text, is in both; 0 where only a person
 *   said so
 * @accepted: a person said so: `reprint_of`
 * @dismissed: a person said that it is none
 */
typedef struct
{
  CutRecord *clip;
  CutRecord *original;
  double resemblance;
  double containment;
  gboolean accepted;
  gboolean dismissed;
} CutReprint;

void cut_reprint_free (CutReprint *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutReprint, cut_reprint_free)

/**
 * cut_notebook_reprints:
 * @clip: (nullable): id; %NULL for all
 *
 * Texts that nobody compared yet are compared first, which the first time in a large notebook takes a while.
 *
 * Returns: (transfer full) (nullable) (element-type CutReprint): pairs that are proposed, accepted or dismissed; most alike first
 */
GPtrArray *cut_notebook_reprints (CutNotebook *self, const char *clip, GCancellable *cancellable, GError **error);
void cut_notebook_reprints_async (CutNotebook *self, const char *clip, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *cut_notebook_reprints_finish (CutNotebook *self, GAsyncResult *result, GError **error);

/** cut_notebook_compare_texts: what cut_notebook_reprints() does first, for the counts alone. Blocking: for the command line and tests; the
 *   window is told by CutNotebook::changed what comes of it, without asking. */
gboolean cut_notebook_compare_texts (CutNotebook *self, GCancellable *cancellable, GError **error);

/** cut_reprint_accept: Returns: (transfer full): the act that says so, for cut_notebook_commit_async() */
CutAct *cut_reprint_accept (const CutReprint *self);
/** cut_reprint_dismiss: Returns: (transfer full): the act that says that it is none; undone like every act */
CutAct *cut_reprint_dismiss (const CutReprint *self);

/* Dismissed proposals. */

/**
 * cut_notebook_dismiss_proposal:
 * @reading: what it was proposed in
 * @kind: a word of %CUT_VOCAB_PROPOSAL
 * @start, @end: code points of the text of @reading; both 0 for a proposal that marks no words
 * @words: (nullable): what was proposed; %NULL for the words of that place
 * @proposed_by: (nullable): the rules it comes from, "attribute-1"
 *
 * One undo step. It is not to be proposed again for that text: cut_dismissed_has() with the @dismissals of a reading.
 */
gboolean cut_notebook_dismiss_proposal (CutNotebook *self, CutReading *reading, const char *kind, guint start, guint end,
                                        const char *words, const char *proposed_by, GError **error);
void cut_notebook_dismiss_proposal_async (CutNotebook *self, CutReading *reading, const char *kind, guint start, guint end,
                                          const char *words, const char *proposed_by, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
gboolean cut_notebook_dismiss_proposal_finish (CutNotebook *self, GAsyncResult *result, GError **error);

G_END_DECLS
