/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-claim-standing.h"
#include "cut-ledger.h"

G_BEGIN_DECLS

/* Private to src/reason: what the ledger holds. Strings nullable where the facts' are; lists never. */

typedef struct _CutLedgerClaim CutLedgerClaim;
typedef struct _CutLedgerAttribution CutLedgerAttribution;

struct _CutLedgerClaim
{
  char *id;
  gboolean known; /* was put; else only named by something */
  char *text;
  char *status;
  char *kind;
  char *importance;
  char *same_as;
  char **supports;
  char **contradicts;
  char **entities;
  char **stories;
  CutDate *fact_date;
  GPtrArray *attributions; /* (unowned elements) */
  GPtrArray *same;         /* (unowned elements): claims whose same_as is this one */
  GPtrArray *opposed;      /* (unowned elements): claims that contradict this one */
  GHashTable *checks;      /* (element-type utf8 CutRecord) */
  GHashTable *enquiries;   /* (element-type utf8 CutRecord) */
  CutClaimStanding *standing; /* (owned) (nullable): as last worked out */
  gint64 stale_at;            /* a deadline after which it no longer holds; G_MAXINT64 for none */
};

struct _CutLedgerAttribution
{
  char *id;
  CutLedgerClaim *claim;
  char *annotation;
  char *clip;
  char *source;
  char **via;
  char *terms;
  char *stance;
  char *hedge;
  CutDate *said_at;
};

typedef struct
{
  char *label;
  char *kind;
  char *entity;
  char *folded; /* the label, for telling names apart */
  gboolean named;
  gboolean confidential;
} CutLedgerSource;

typedef struct
{
  char *other;
  double containment;
  gboolean dismissed;
} CutLedgerAlike;

typedef struct
{
  char *id;
  gboolean known; /* was put, and is not in the Trash */
  gboolean gone;  /* in the Trash */
  char *title;
  char *outlet; /* (nullable): for people */
  char *wire;   /* (nullable) */
  char *url;    /* (nullable) */
  char *reprint_of;
  char *headline; /* (nullable): how its headline is stronger */
  char **stories;
  CutDate *published;
  GPtrArray *citations; /* (nullable) (element-type CutCitation) */
  GPtrArray *alike;    /* (element-type CutLedgerAlike) */
  GPtrArray *reprints; /* (element-type utf8): ids of clips whose reprint_of is this one */
  char *work;          /* (owned) (nullable): see cut_ledger_get_work(); NULL until asked for */
} CutLedgerClip;

typedef struct
{
  char *name;
  char *schema;
  char *merged_into;
} CutLedgerEntity;

struct _CutLedger
{
  GHashTable *claims;       /* (element-type utf8 CutLedgerClaim) */
  GHashTable *attributions; /* (element-type utf8 CutLedgerAttribution) */
  GHashTable *sources;      /* (element-type utf8 CutLedgerSource) */
  GHashTable *clips;        /* (element-type utf8 CutLedgerClip) */
  GHashTable *entities;     /* (element-type utf8 CutLedgerEntity) */
  GHashTable *marks;        /* (element-type utf8 utf8): annotation → clip; "" in the Trash */
  GHashTable *owners;       /* (element-type utf8 utf8): check or enquiry → claim */
  GHashTable *referrers;    /* (element-type utf8 GPtrArray of CutLedgerAttribution): by source, via, clip and annotation */
  GHashTable *missing;      /* (element-type utf8): named, never put, and not yet asked for */
  gboolean any_standing;    /* a claim may have one */
  gboolean any_work;        /* a clip may have one */
  GHashTable *asked;        /* (element-type utf8): asked for as missing */
};

/** cut_ledger_claim_clear, cut_ledger_clip_clear: forget the facts, not what is tied to it */
void cut_ledger_claim_clear (CutLedgerClaim *claim);
void cut_ledger_clip_clear (CutLedgerClip *clip);

/** cut_ledger_fold: outlets and people are told apart by their names, however spelt. (transfer full) */
char *cut_ledger_fold (const char *name);

CutLedgerClaim *cut_ledger_find_claim (CutLedger *self, const char *id);
CutLedgerSource *cut_ledger_find_source (CutLedger *self, const char *id);
/** cut_ledger_find_clip: (nullable): also one in the Trash */
CutLedgerClip *cut_ledger_find_clip (CutLedger *self, const char *id);
/** cut_ledger_find_entity: follows what it was merged into */
CutLedgerEntity *cut_ledger_find_entity (CutLedger *self, const char **id);

/** cut_ledger_list_same: (transfer full): @claim and those that count with it, @claim first, then by id */
GPtrArray *cut_ledger_list_same (CutLedger *self, CutLedgerClaim *claim);

/** cut_ledger_list_attributions: (transfer full) (element-type CutLedgerAttribution): all of the claim and its same ones that stand
 *   outside the Trash, by id, which is by time */
GPtrArray *cut_ledger_list_attributions (CutLedger *self, CutLedgerClaim *claim);

/** cut_ledger_get_work: (transfer none): the key of the work that a clip is: of reprints of one another the same */
const char *cut_ledger_get_work (CutLedger *self, CutLedgerClip *clip);
/** cut_ledger_get_outlet: (transfer none): what people call the clip: its outlet, else its title */
const char *cut_ledger_get_outlet (const CutLedgerClip *clip);
/** cut_ledger_is_reprint: whether two clips are of one work by more than the name of their outlet */
gboolean cut_ledger_is_reprint (const CutLedgerClip *clip, const CutLedgerClip *other, const CutLedgerAlike *alike);
/** cut_ledger_forget_works: what clips are reprints of each other has changed */
void cut_ledger_forget_works (CutLedger *self);

/** cut_ledger_asserts, cut_ledger_denies: of a stance (nullable) */
gboolean cut_ledger_asserts (const char *stance);
gboolean cut_ledger_denies (const char *stance);

G_END_DECLS
