/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CutRanked: the key of an object that has the words, and how well it answers; less is better, and of two as good the newer is */
typedef struct
{
  gint64 key;
  double score;
} CutRanked;

/**
 * cut_ranking_settle:
 * @ranked: (element-type CutRanked): of which those before @from are settled
 * @from, @n: at most what there is
 *
 * Puts the best @n of those from @from on there, best first. Linear time but for sorting @n: C. A. R. Hoare, "Find" (CACM 4, 1961).
 */
void cut_ranking_settle (GArray *ranked, guint from, guint n);

G_END_DECLS
