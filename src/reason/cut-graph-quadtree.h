/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CutGraphPoint: a place in the plane of a graph, in pixels at its natural size; y grows downwards */
typedef struct
{
  double x;
  double y;
} CutGraphPoint;

/**
 * CutGraphQuadtree:
 *
 * Points of equal weight, to be asked how hard they push another one away: far ones together, so that asking for all of n
 * takes n log n. After J. Barnes and P. Hut, “A hierarchical O(N log N) force-calculation algorithm”, Nature 324 (1986).
 */
typedef struct _CutGraphQuadtree CutGraphQuadtree;

CutGraphQuadtree *cut_graph_quadtree_new (const CutGraphPoint *points, guint n_points);
void cut_graph_quadtree_free (CutGraphQuadtree *self);
/** cut_graph_quadtree_push: Returns: the sum over all others of a push of 1/distance away from them on the point at @i */
CutGraphPoint cut_graph_quadtree_push (CutGraphQuadtree *self, guint i);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutGraphQuadtree, cut_graph_quadtree_free)

G_END_DECLS
