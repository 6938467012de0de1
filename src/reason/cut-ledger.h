/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-record.h"

G_BEGIN_DECLS

/**
 * CutLedger:
 *
 * All that the standing of claims rests on, held in memory and tied together: claims, who says so where and through
 * whom, sources, clips and which of them are reprints, checks and enquiries. It knows no database: who fills it tells it
 * every change too, and it forgets the result of just the claims that the change touches. What is in the Trash is not in
 * it. Not thread-safe: one thread at a time. Nothing here fails.
 */
typedef struct _CutLedger CutLedger;

CutLedger *cut_ledger_new (void);
void cut_ledger_free (CutLedger *self);

/**
 * CutClaimFact:
 *
 * The fields of a claim that count here. All borrowed; strings nullable except @id, lists nullable.
 */
typedef struct
{
  const char *id;
  const char *text;
  const char *status;
  const char *kind;
  const char *importance;
  const char *same_as;
  const char *const *supports;
  const char *const *contradicts;
  const char *const *entities;
  const char *const *stories;
  CutDate *fact_date;
} CutClaimFact;

/**
 * CutAttributionFact:
 * @clip: (nullable): id of the clip that its annotation stands in
 * @mark_gone: its annotation is in the Trash
 *
 * As #CutClaimFact, of an attribution.
 */
typedef struct
{
  const char *id;
  const char *claim;
  const char *annotation;
  const char *clip;
  const char *source;
  const char *const *via;
  const char *terms;
  const char *stance;
  const char *hedge;
  CutDate *said_at;
  gboolean mark_gone;
} CutAttributionFact;

/** cut_ledger_put_claim: in place of what was known of it */
void cut_ledger_put_claim (CutLedger *self, const CutClaimFact *fact);
/** cut_ledger_put_attribution: in place of what was known of it */
void cut_ledger_put_attribution (CutLedger *self, const CutAttributionFact *fact);

/** cut_ledger_put_record: as the two above, from the whole object: a claim, attribution, annotation, source, clip, entity, check or
 *   enquiry; others count for nothing. One in the Trash is taken out. */
void cut_ledger_put_record (CutLedger *self, CutRecord *record);

/** cut_ledger_remove: the object is gone */
void cut_ledger_remove (CutLedger *self, CutKind kind, const char *id);

/** cut_ledger_steal_missing: Returns: (transfer full) (element-type utf8): ids of sources, clips, annotations and entities that something
 *   in the ledger rests on and that were never put; each is named once. To be asked again after they were put. */
GPtrArray *cut_ledger_steal_missing (CutLedger *self);

/** cut_ledger_has: whether the object was put, or asked for as missing */
gboolean cut_ledger_has (CutLedger *self, const char *id);

/** cut_ledger_has_claim: whether the claim was put and is not in the Trash */
gboolean cut_ledger_has_claim (CutLedger *self, const char *id);

/** cut_ledger_clear_alike: forgets all pairs that @clip is in */
void cut_ledger_clear_alike (CutLedger *self, const char *clip);

/** cut_ledger_add_alike: the texts of two clips have much in common. @containment: as #CutLikeness. @dismissed: a person said that the one is
 *   no reprint of the other. */
void cut_ledger_add_alike (CutLedger *self, const char *clip, const char *other, double containment, gboolean dismissed);

/** cut_ledger_set_headline: @finding: (nullable): how the headline of @clip is stronger than its text; %NULL where it is not. Returns: whether
 *   that is news */
gboolean cut_ledger_set_headline (CutLedger *self, const char *clip, const char *finding);

/**
 * CutCitation:
 * @words: a link of a clip's text with some words before it
 * @url: where it leads
 */
typedef struct
{
  char *words;
  char *url;
} CutCitation;

CutCitation *cut_citation_new (const char *words, const char *url);
void cut_citation_free (CutCitation *self);

/** cut_ledger_set_citations: @citations: (element-type CutCitation) (transfer full): the links of @clip: where an original may be found.
 *   Returns: whether anything may change by it */
gboolean cut_ledger_set_citations (CutLedger *self, const char *clip, GPtrArray *citations);

/** cut_ledger_list_claims: @story: (nullable): id; %NULL for all. Returns: (transfer full) (element-type utf8): ids of the claims in it, by
 *   themselves or through a clip they stand in; oldest first. The strings are the ledger's own. */
GPtrArray *cut_ledger_list_claims (CutLedger *self, const char *story);

/** cut_ledger_list_same_ids: Returns: (transfer full) (element-type utf8): ids of the other claims that count with @claim; the ledger's own */
GPtrArray *cut_ledger_list_same_ids (CutLedger *self, const char *claim);

/** cut_ledger_list_clips: @claim: (nullable): id; %NULL for all. Returns: (transfer full) (element-type utf8): ids of the clips outside the Trash
 *   that claims stand in; the ledger's own */
GPtrArray *cut_ledger_list_clips (CutLedger *self, const char *claim);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutLedger, cut_ledger_free)

G_END_DECLS
