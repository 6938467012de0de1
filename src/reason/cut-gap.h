/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-ledger.h"

G_BEGIN_DECLS

/* What is missing before a claim can be printed; and what contradicts it. */

/**
 * CutGapKind:
 * @CUT_GAP_UNATTRIBUTED: nobody says so: no attribution asserts it
 * @CUT_GAP_ONE_ANONYMOUS_ORIGIN: it rests on one origin, and that has no name
 * @CUT_GAP_ONLY_HEDGED: everybody who says so hedges it
 * @CUT_GAP_ORIGINAL_NOT_CLIPPED: the work that is cited is not in the notebook
 * @CUT_GAP_SPEAKER_UNNAMED: among others, somebody without a name says so
 * @CUT_GAP_SUBJECT_NOT_ASKED: it alleges something of somebody who was not asked
 * @CUT_GAP_ENQUIRY_OVERDUE: a question is unanswered after its deadline
 * @CUT_GAP_DATE_MISSING: a clip it was read in has no date of publication
 * @CUT_GAP_CONTRADICTION: it is contradicted, and nobody has settled that
 * @CUT_GAP_HEADLINE: the headline of a clip says more than its text
 * @CUT_GAP_REPRINT_UNSETTLED: two of its clips have much text in common; whether one is a reprint nobody has said
 * @CUT_GAP_NOT_CHECKED: a key claim without any check
 */
typedef enum
{
  CUT_GAP_UNATTRIBUTED,
  CUT_GAP_ONE_ANONYMOUS_ORIGIN,
  CUT_GAP_ONLY_HEDGED,
  CUT_GAP_ORIGINAL_NOT_CLIPPED,
  CUT_GAP_SPEAKER_UNNAMED,
  CUT_GAP_SUBJECT_NOT_ASKED,
  CUT_GAP_ENQUIRY_OVERDUE,
  CUT_GAP_DATE_MISSING,
  CUT_GAP_CONTRADICTION,
  CUT_GAP_HEADLINE,
  CUT_GAP_REPRINT_UNSETTLED,
  CUT_GAP_NOT_CHECKED,
} CutGapKind;

/**
 * CutGapAct:
 * @CUT_GAP_ACT_ATTRIBUTE: say who says so
 * @CUT_GAP_ACT_SECOND_SOURCE: find another source (an enquiry, or a check with the method `second-source`)
 * @CUT_GAP_ACT_CLIP_ORIGINAL: clip it from @url, or search for @search
 * @CUT_GAP_ACT_NAME_SOURCE: say who the source is (edit @object, a source)
 * @CUT_GAP_ACT_ASK: a new enquiry to @object, an entity, named @whom
 * @CUT_GAP_ACT_FOLLOW_UP: say how the enquiry @object came out, or ask again
 * @CUT_GAP_ACT_SET_DATE: edit the clip @object
 * @CUT_GAP_ACT_SETTLE: read both sides (@object is the other claim or the source) and set the claim's status
 * @CUT_GAP_ACT_READ: read the clip @object
 * @CUT_GAP_ACT_SETTLE_REPRINT: say whether the clip @object is a reprint of @other
 * @CUT_GAP_ACT_CHECK: add a check
 */
typedef enum
{
  CUT_GAP_ACT_ATTRIBUTE,
  CUT_GAP_ACT_SECOND_SOURCE,
  CUT_GAP_ACT_CLIP_ORIGINAL,
  CUT_GAP_ACT_NAME_SOURCE,
  CUT_GAP_ACT_ASK,
  CUT_GAP_ACT_FOLLOW_UP,
  CUT_GAP_ACT_SET_DATE,
  CUT_GAP_ACT_SETTLE,
  CUT_GAP_ACT_READ,
  CUT_GAP_ACT_SETTLE_REPRINT,
  CUT_GAP_ACT_CHECK,
} CutGapAct;

typedef enum
{
  CUT_URGENCY_NONE,
  CUT_URGENCY_LOW,
  CUT_URGENCY_NORMAL,
  CUT_URGENCY_HIGH,
} CutUrgency;

/**
 * CutGap:
 * @claim: id of the claim it is a gap of
 * @words: one sentence for people, translated
 * @object: (nullable): id of what the act is about
 * @other: (nullable): id of the second thing it is about
 * @whom: (nullable): a name: of the outlet to clip, of the person or body to ask
 * @url: (nullable): address to clip
 * @search: (nullable): a search, as a person types it, that would find it if it is there
 *
 * Immutable once made; belongs to its #CutClaimStanding.
 */
typedef struct
{
  CutGapKind kind;
  CutUrgency urgency;
  CutGapAct act;
  char *claim;
  char *words;
  char *object;
  char *other;
  char *whom;
  char *url;
  char *search;
} CutGap;

void cut_gap_free (CutGap *self);

/** cut_gap_kind_to_word: `unattributed`, `one-anonymous-origin`, … : stable, for JSON */
const char *cut_gap_kind_to_word (CutGapKind kind);
/** cut_gap_act_to_word: `attribute`, `second-source`, … : stable, for JSON */
const char *cut_gap_act_to_word (CutGapAct act);
/** cut_urgency_to_word: `none`, `low`, `normal`, `high` */
const char *cut_urgency_to_word (CutUrgency urgency);
/** cut_gap_act_get_label: Returns: (transfer none): for a button, translated: "Ask…" */
const char *cut_gap_act_get_label (CutGapAct act);
/** cut_urgency_get_label: Returns: (transfer none): translated */
const char *cut_urgency_get_label (CutUrgency urgency);

/** cut_gap_to_json: Returns: (transfer full): `claim`, `kind`, `urgency`, `words`, `act`, `object`, `other`, `whom`, `url`, `search` */
JsonObject *cut_gap_to_json (const CutGap *self);

/** cut_gap_compare: for sorting pointers to gaps: most urgent first, then by kind and claim */
int cut_gap_compare (gconstpointer a, gconstpointer b);

/** cut_gap_is_same: whether a check list needs only one of them: what is missing of a clip is missing once, whatever claims stand in it */
gboolean cut_gap_is_same (const CutGap *a, const CutGap *b);

/**
 * CutContradictionKind:
 * @CUT_CONTRADICTION_DENIED: one asserts and another denies it
 * @CUT_CONTRADICTION_CHANGED: one source takes opposite stances on two dates
 * @CUT_CONTRADICTION_TIED: another claim that says otherwise is asserted, too
 */
typedef enum
{
  CUT_CONTRADICTION_DENIED,
  CUT_CONTRADICTION_CHANGED,
  CUT_CONTRADICTION_TIED,
} CutContradictionKind;

/** cut_contradiction_kind_to_word: `denied`, `changed`, `tied` */
const char *cut_contradiction_kind_to_word (CutContradictionKind kind);

/**
 * CutContradiction:
 * @words: one sentence for people, translated
 * @for_it, @against: (nullable): ids of attributions: the first of each side
 * @source: (nullable): id: who changed its mind
 * @claim: (nullable): id: the other claim
 */
typedef struct
{
  CutContradictionKind kind;
  char *words;
  char *for_it;
  char *against;
  char *source;
  char *claim;
} CutContradiction;

void cut_contradiction_free (CutContradiction *self);

G_END_DECLS
