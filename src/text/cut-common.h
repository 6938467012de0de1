/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** CutStretch: @length elements from @a of the one sequence are those from @b of the other */
typedef struct
{
  guint a;
  guint b;
  guint length;
} CutStretch;

/**
 * CutCommon:
 * @n_ids: elements are below this
 * @anchor_above: of a part with more elements than this on both sides together, those that occur once on either side are
 *   matched first
 * @budget: steps left; what is unmatched when there are none stays so
 * @cancellable: (nullable)
 *
 * How common elements are looked for.
 */
typedef struct
{
  guint n_ids;
  guint anchor_above;
  gint64 budget;
  GCancellable *cancellable;
} CutCommon;

/**
 * cut_common_find:
 * @a, @b: sequences of numbers below @common->n_ids
 *
 * A longest common subsequence of both, or nearly so in large parts that differ in over 2,000 elements. Memory is linear;
 * time is bounded by the budget. By E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1
 * (1986), section 4b: the middle of a shortest way from both ends, then either half. Elements that occur once on either
 * side and stand in the same order are matched first (B. Cohen's "patience diff").
 *
 * Returns: (transfer full) (element-type CutStretch): in order, none touching another on both sides
 */
GArray *cut_common_find (CutCommon *common, const guint *a, guint n_a, const guint *b, guint n_b);

G_END_DECLS
