/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cut-claim-standing.h"

G_BEGIN_DECLS

/**
 * CutCheckItem:
 * @gap: what is missing; belongs to @standing
 * @standing: of the claim it is a gap of
 * @n_claims: how many claims miss the same: what is missing of a clip is missing once, whatever claims stand in it
 */
typedef struct
{
  const CutGap *gap;
  CutClaimStanding *standing;
  guint n_claims;
} CutCheckItem;

/**
 * cut_check_list_make:
 * @standings: (element-type CutClaimStanding): of a story or of the whole notebook
 *
 * The check list: every gap of these claims, most urgent first, each once.
 *
 * Returns: (transfer full) (element-type CutCheckItem)
 */
GPtrArray *cut_check_list_make (GPtrArray *standings);

G_END_DECLS
