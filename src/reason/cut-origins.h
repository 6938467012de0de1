/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-ledger.h"

G_BEGIN_DECLS

/**
 * CutOriginKind:
 * @CUT_ORIGIN_SOURCE: a source that can be told from others
 * @CUT_ORIGIN_UNNAMED: the unnamed sources of one work
 * @CUT_ORIGIN_WORK: an outlet or clip that says so itself, or that is only cited
 * @CUT_ORIGIN_UNKNOWN: "a report": nobody can tell whether two of these are the same
 * @CUT_ORIGIN_CYCLE: works that cite only each other
 */
typedef enum
{
  CUT_ORIGIN_SOURCE,
  CUT_ORIGIN_UNNAMED,
  CUT_ORIGIN_WORK,
  CUT_ORIGIN_UNKNOWN,
  CUT_ORIGIN_CYCLE,
} CutOriginKind;

const char *cut_origin_kind_to_word (CutOriginKind kind);

/**
 * CutOrigin:
 * @number: from 1 on, as the nodes of the tree name it
 * @key: what it was taken for; the same key is the same origin
 * @label: for people, translated
 * @id: (nullable): of the source or clip
 */
typedef struct
{
  guint number;
  CutOriginKind kind;
  char *key;
  char *label;
  char *id;
} CutOrigin;

/**
 * CutOrigins:
 * @low, @high: how many independent origins the claim rests on: unknown ends ("a report") count as
 *   one together in @low, each by itself in @high
 * @denials: how many independent origins deny or dispute it
 * @origins: (element-type CutOrigin): the asserting ones, then (from @n_asserting on) the denying ones
 *
 * The count of `domain.md`, "What is computed". Each attribution is walked along its via to its end, from work to work
 * where a work that is cited is clipped too, and the same end is one origin. A work that only repeats what another one
 * has from somebody adds nothing: it cites that work, reprints it or is it. A walk that comes back to where it was ends.
 * Claims that are the same count together.
 */
typedef struct
{
  guint low;
  guint high;
  guint denials;
  guint n_asserting;
  GPtrArray *origins;
} CutOrigins;

/** cut_ledger_count_origins: @claim: id. Cost: linear in the attributions and their chains. Returns: (transfer full): all 0 for an unknown claim */
CutOrigins *cut_ledger_count_origins (CutLedger *self, const char *claim);
void cut_origins_free (CutOrigins *self);

/** cut_origins_format: Returns: (transfer full): "1 origin", "1–3 origins", translated */
char *cut_origins_format (const CutOrigins *self);

/** cut_origins_format_range: the same of two numbers */
char *cut_origins_format_range (guint low, guint high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutOrigins, cut_origins_free)

G_END_DECLS
