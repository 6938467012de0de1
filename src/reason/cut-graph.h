/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cut-ties.h"

G_BEGIN_DECLS

/* More nodes than anybody can look at, and what is drawn at sixty frames a second; the strongest ties come first. */
#define CUT_GRAPH_MOST_NODES 2000
#define CUT_GRAPH_MOST_EDGES 6000
#define CUT_GRAPH_MOST_DEPTH 4
/* Evidence that an edge keeps; its weight counts all. */
#define CUT_GRAPH_MOST_EVIDENCE 100

/**
 * CutGraphFilter:
 * @depth: how many steps from the centre, 1 to %CUT_GRAPH_MOST_DEPTH
 * @kinds: a bit for each #CutTieKind that counts
 * @hidden_schemas: (nullable): of entities that are left out, and whatever only they lead to
 * @hidden_relations: (nullable): schemas of relations that do not count
 * @from, @to: milliseconds since 1970 UTC, half-open: only what can have held then; %G_MININT64 and %G_MAXINT64 for any time
 * @undated: whether what has no date counts although a time is given
 */
typedef struct
{
  guint depth;
  guint kinds;
  char **hidden_schemas;
  char **hidden_relations;
  gint64 from;
  gint64 to;
  gboolean undated;
} CutGraphFilter;

/** cut_graph_filter_new: Returns: (transfer full): one step, relations, claims and passages, of any time */
CutGraphFilter *cut_graph_filter_new (void);
CutGraphFilter *cut_graph_filter_copy (const CutGraphFilter *self);
void cut_graph_filter_free (CutGraphFilter *self);
gboolean cut_graph_filter_equal (const CutGraphFilter *a, const CutGraphFilter *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutGraphFilter, cut_graph_filter_free)

/**
 * CutGraphNode:
 * @depth: steps from the centre
 * @parent: the node over which it was come to first; of the centre itself
 * @n_hidden: how many neighbours it has that are not in the graph
 *
 * An entity.
 */
typedef struct
{
  char *id;
  char *name;
  char *schema;
  guint depth;
  guint parent;
  guint n_hidden;
} CutGraphNode;

/**
 * CutGraphEvidence:
 * @id: of the relation, claim, annotation or clip that is, or holds, the evidence
 * @clip, @annotation: (nullable): where it is to be read; of a claim neither is known here, of a relation the annotation
 *
 * A relation without a passage that proves it has one without an annotation.
 */
typedef struct
{
  char *id;
  char *clip;
  char *annotation;
} CutGraphEvidence;

/**
 * CutGraphEdge:
 * @kind: what ties the two
 * @from, @to: places of nodes; of a relation as it says, else the first one first
 * @schema, @role: (nullable): of a relation
 * @weight: how many relations, claims, passages or clips it stands for
 * @start, @end: (nullable): of a single relation
 * @evidence: (element-type CutGraphEvidence): the first %CUT_GRAPH_MOST_EVIDENCE, in the order of their ids
 */
typedef struct
{
  CutTieKind kind;
  guint from;
  guint to;
  char *schema;
  char *role;
  guint weight;
  CutDate *start;
  CutDate *end;
  GPtrArray *evidence;
} CutGraphEdge;

/**
 * CutGraph:
 * @nodes: (element-type CutGraphNode): the centre first, then by depth and id
 * @edges: (element-type CutGraphEdge): by kind and by nodes
 * @schemas: (element-type utf8): all schemas of entities that the filter could show, each once, sorted
 * @relations: (element-type utf8): the same for schemas of relations
 * @n_left_out: entities within the depth beyond %CUT_GRAPH_MOST_NODES
 * @n_edges_left_out: edges beyond %CUT_GRAPH_MOST_EDGES
 *
 * The entities around one, and what ties them together. Immutable and reference-counted; any thread.
 */
typedef struct
{
  gatomicrefcount ref_count;
  GPtrArray *nodes;
  GPtrArray *edges;
  GPtrArray *schemas;
  GPtrArray *relations;
  guint n_left_out;
  guint n_edges_left_out;
} CutGraph;

/**
 * cut_graph_new:
 * @ties: closed
 * @center: id of an entity; one that was merged into another stands for that one
 *
 * The same ties, centre and filter give the same graph.
 *
 * Returns: (transfer full) (nullable): %CUT_ERROR_NOT_FOUND when there is no such entity
 */
CutGraph *cut_graph_new (CutTies *ties, const char *center, const CutGraphFilter *filter, GCancellable *cancellable, GError **error);
CutGraph *cut_graph_ref (CutGraph *self);
void cut_graph_unref (CutGraph *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CutGraph, cut_graph_unref)

static inline const CutGraphNode *
cut_graph_get_node (const CutGraph *self, guint node)
{
  return (const CutGraphNode *) g_ptr_array_index (self->nodes, node);
}

static inline const CutGraphEdge *
cut_graph_get_edge (const CutGraph *self, guint edge)
{
  return (const CutGraphEdge *) g_ptr_array_index (self->edges, edge);
}

/** cut_graph_find: Returns: the place of the node with @id (nullable), or -1 */
int cut_graph_find (const CutGraph *self, const char *id);
/** cut_graph_list_edges: Returns: (transfer full) (element-type guint): places of the edges of @node, in their order */
GArray *cut_graph_list_edges (const CutGraph *self, guint node);
/** cut_graph_is_directed: whether a relation of @schema (nullable) leads from one to the other, as ownership does and kinship does not */
gboolean cut_graph_is_directed (const char *schema);

G_END_DECLS
