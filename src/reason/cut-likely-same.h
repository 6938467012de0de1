/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which entities are likely the same, by their names, identifiers and facts. Pure functions; any thread. */

/**
 * CutReason:
 * @CUT_REASON_IDENTIFIER: both have the number in one register (LEI, Wikidata …)
 * @CUT_REASON_NAME: the same name
 * @CUT_REASON_LEGAL_FORM: the same name but for the legal form: "Northmere Ltd", "Northmere Limited"
 * @CUT_REASON_ORDER: the same parts in another order: "Berg, Jon"
 * @CUT_REASON_ALIAS: another name of the one is a name of the other
 * @CUT_REASON_INITIALS: parts are initials in one: "J. Berg"
 * @CUT_REASON_PARTS: the parts of one are among those of the other: "Jon Berg", "Jon Anders Berg"
 * @CUT_REASON_SPELLING: spelt nearly the same: "Sergej", "Sergey"
 * @CUT_REASON_ACRONYM: the first letters: "NBC", "Northmere Bridge Company"
 * @CUT_REASON_BIRTH_DATE: the same birth date, or other date that an entity has once
 * @CUT_REASON_COUNTRY: the same country
 * @CUT_REASON_ADDRESS: the same e-mail address, phone number or website
 * @CUT_REASON_OTHER_IDENTIFIER: against: other numbers in one register
 * @CUT_REASON_OTHER_DATE: against: another birth date
 * @CUT_REASON_OTHER_COUNTRY: against: another country
 */
typedef enum
{
  CUT_REASON_IDENTIFIER,
  CUT_REASON_NAME,
  CUT_REASON_LEGAL_FORM,
  CUT_REASON_ORDER,
  CUT_REASON_ALIAS,
  CUT_REASON_INITIALS,
  CUT_REASON_PARTS,
  CUT_REASON_SPELLING,
  CUT_REASON_ACRONYM,
  CUT_REASON_BIRTH_DATE,
  CUT_REASON_COUNTRY,
  CUT_REASON_ADDRESS,
  CUT_REASON_OTHER_IDENTIFIER,
  CUT_REASON_OTHER_DATE,
  CUT_REASON_OTHER_COUNTRY,
  CUT_N_REASONS,
} CutReason;

/** cut_reason_describe: Returns: (transfer none): translated, for people: "the same number in a register" */
const char *cut_reason_describe (CutReason reason);
/** cut_reason_to_word: Returns: (transfer none): `identifier`, for programs */
const char *cut_reason_to_word (CutReason reason);

/**
 * CutPortrait:
 * @id: of the entity
 * @schema: its kind
 * @names: (element-type utf8): its name first, then the other ones
 * @traits: (element-type utf8): `PROPERTY\nVALUE`: identifiers, dates, countries and addresses
 * @not_same_as: (nullable): ids
 *
 * What is looked at of one entity.
 */
typedef struct
{
  char *id;
  char *schema;
  GPtrArray *names;
  GPtrArray *traits;
  char **not_same_as;
} CutPortrait;

CutPortrait *cut_portrait_new (const char *id, const char *schema, const char *const *not_same_as);
void cut_portrait_free (CutPortrait *self);
/** cut_portrait_add_name: @name: (nullable) */
void cut_portrait_add_name (CutPortrait *self, const char *name);
/** cut_portrait_add_trait: a value of a property of cut-schemata.h; those that say nothing about who it is are left out. Identifiers as entities
 *   hold them ("wikidata:Q42", "LEI 5493…", a bare number) have the @property %NULL. */
void cut_portrait_add_trait (CutPortrait *self, const char *property, const char *value);

/**
 * CutLikelySame:
 * @a, @b: places in the list, @a before @b
 * @score: 0 to 1
 * @reasons: bits of `1 << CutReason`
 */
typedef struct
{
  guint a;
  guint b;
  double score;
  guint reasons;
} CutLikelySame;

/** The least score of a pair that is worth being asked about. */
#define CUT_LIKELY_SAME_LEAST 0.6

/** cut_likely_same_compare: @pair: gets score and reasons. Returns: whether the two may be the same at all: their kinds go together, and nobody said
 *   that they are not */
gboolean cut_likely_same_compare (const CutPortrait *a, const CutPortrait *b, CutLikelySame *pair);

/**
 * cut_likely_same_find:
 * @portraits: (element-type CutPortrait)
 * @only: place of the one that each pair has to have; -1 for all pairs
 *
 * Only entities that share a part of a name, its first letters or a trait are compared, so that the time grows a little faster
 * than the number of entities, not with its square.
 *
 * Returns: (transfer full) (nullable) (element-type CutLikelySame): pairs of at least %CUT_LIKELY_SAME_LEAST, likeliest first; ties by
 *   place. %NULL when cancelled: @cancelled (nullable) is asked now and then.
 */
GPtrArray *cut_likely_same_find (GPtrArray *portraits, int only, gboolean (*cancelled) (gpointer data), gpointer data);

G_END_DECLS
