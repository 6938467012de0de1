/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-graph.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-schemata.h"

/* How much nearer a tie brings two entities, where not all can be shown. */
static const guint strengths[CUT_N_TIE_KINDS] = { 1000, 30, 10, 1 };

#define NOWHERE G_MAXUINT

/* The filter. */

CutGraphFilter *
cut_graph_filter_new (void)
{
  CutGraphFilter *self = g_new0 (CutGraphFilter, 1);

  self->depth = 1;
  self->kinds = 1u << CUT_TIE_RELATION | 1u << CUT_TIE_CLAIM | 1u << CUT_TIE_PASSAGE;
  self->from = G_MININT64;
  self->to = G_MAXINT64;
  self->undated = TRUE;
  return self;
}

CutGraphFilter *
cut_graph_filter_copy (const CutGraphFilter *self)
{
  CutGraphFilter *copy = g_memdup2 (self, sizeof *self);

  copy->hidden_schemas = g_strdupv (self->hidden_schemas);
  copy->hidden_relations = g_strdupv (self->hidden_relations);
  return copy;
}

void
cut_graph_filter_free (CutGraphFilter *self)
{
  g_strfreev (self->hidden_schemas);
  g_strfreev (self->hidden_relations);
  g_free (self);
}

static gboolean
has_word (char       **words,
          const char  *word)
{
  return words != NULL && word != NULL && g_strv_contains ((const char *const *) words, word);
}

static gboolean
same_words (char **a,
            char **b)
{
  static char *none[] = { NULL };

  return g_strv_equal ((const char *const *) (a != NULL ? a : none), (const char *const *) (b != NULL ? b : none));
}

gboolean
cut_graph_filter_equal (const CutGraphFilter *a,
                        const CutGraphFilter *b)
{
  return a->depth == b->depth && a->kinds == b->kinds && a->from == b->from && a->to == b->to && a->undated == b->undated &&
         same_words (a->hidden_schemas, b->hidden_schemas) && same_words (a->hidden_relations, b->hidden_relations);
}

/* The graph. */

static void
node_free (gpointer data)
{
  CutGraphNode *node = data;

  g_free (node->id);
  g_free (node->name);
  g_free (node->schema);
  g_free (node);
}

static void
evidence_free (gpointer data)
{
  CutGraphEvidence *evidence = data;

  g_free (evidence->id);
  g_free (evidence->clip);
  g_free (evidence->annotation);
  g_free (evidence);
}

static void
edge_free (gpointer data)
{
  CutGraphEdge *edge = data;

  g_free (edge->schema);
  g_free (edge->role);
  g_clear_pointer (&edge->start, cut_date_unref);
  g_clear_pointer (&edge->end, cut_date_unref);
  g_ptr_array_unref (edge->evidence);
  g_free (edge);
}

CutGraph *
cut_graph_ref (CutGraph *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_graph_unref (CutGraph *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->edges);
  g_ptr_array_unref (self->schemas);
  g_ptr_array_unref (self->relations);
  g_free (self);
}

int
cut_graph_find (const CutGraph *self,
                const char     *id)
{
  for (guint i = 0; id != NULL && i < self->nodes->len; i++)
    if (g_str_equal (cut_graph_get_node (self, i)->id, id))
      return (int) i;
  return -1;
}

GArray *
cut_graph_list_edges (const CutGraph *self,
                      guint           node)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->edges->len; i++)
    if (cut_graph_get_edge (self, i)->from == node || cut_graph_get_edge (self, i)->to == node)
      g_array_append_val (edges, i);
  return edges;
}

gboolean
cut_graph_is_directed (const char *schema)
{
  const CutSchema *found = cut_schemata_find (schema);

  return found != NULL && found->directed;
}

/* Cutting it out. */

typedef struct
{
  CutTies *ties;
  const CutGraphFilter *filter;
  GCancellable *cancellable;
  CutGraph *graph;
  guint *node_of;    /* (owned): by entity; NOWHERE for one that is not in the graph */
  GArray *entities;  /* (owned) (element-type guint): by node */
  guint *scores;     /* (owned): by entity, of the step that is taken */
  guint *parents;    /* (owned): by entity, of the step that is taken */
  gboolean *counted; /* (owned): by tie: its edges are made */
  GHashTable *found; /* (owned) (element-type CutGraphEdge): as keys: kind, ends and schema */
} Cutting;

static void
cutting_init (Cutting              *self,
              CutTies              *ties,
              const CutGraphFilter *filter,
              GCancellable         *cancellable)
{
  guint n = cut_ties_get_n_places (ties);

  *self = (Cutting) { ties, filter, cancellable, g_new0 (CutGraph, 1), g_new (guint, n), g_array_new (FALSE, FALSE, sizeof (guint)),
                      g_new0 (guint, n), g_new0 (guint, n), g_new0 (gboolean, cut_ties_get_n_ties (ties)), NULL };
  for (guint i = 0; i < n; i++)
    self->node_of[i] = NOWHERE;
  g_atomic_ref_count_init (&self->graph->ref_count);
  self->graph->nodes = g_ptr_array_new_with_free_func (node_free);
  self->graph->edges = g_ptr_array_new_with_free_func (edge_free);
  self->graph->schemas = g_ptr_array_new_with_free_func (g_free);
  self->graph->relations = g_ptr_array_new_with_free_func (g_free);
}

static void
cutting_clear (Cutting *self)
{
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_array_unref (self->entities);
  g_free (self->node_of);
  g_free (self->scores);
  g_free (self->parents);
  g_free (self->counted);
}

static gboolean
counts (Cutting      *self,
        const CutTie *tie)
{
  const CutGraphFilter *filter = self->filter;

  if (!(filter->kinds & 1u << tie->kind) || has_word (filter->hidden_relations, tie->schema))
    return FALSE;
  if (filter->from == G_MININT64 && filter->to == G_MAXINT64)
    return TRUE;
  return tie->dated ? tie->earliest < filter->to && tie->latest > filter->from : filter->undated;
}

static gboolean
is_hidden (Cutting *self,
           guint    entity)
{
  return has_word (self->filter->hidden_schemas, cut_ties_get_schema (self->ties, entity));
}

static void
note_word (GPtrArray  *words,
           const char *word)
{
  if (word != NULL && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
    g_ptr_array_add (words, g_strdup (word));
}

static void
add_node (Cutting *self,
          guint    entity,
          guint    parent,
          guint    depth)
{
  CutGraphNode *node = g_new0 (CutGraphNode, 1);

  node->id = g_strdup (cut_ties_get_id (self->ties, entity));
  node->name = g_strdup (cut_ties_get_name (self->ties, entity));
  node->schema = g_strdup (cut_ties_get_schema (self->ties, entity));
  node->depth = depth;
  node->parent = parent;
  self->node_of[entity] = self->graph->nodes->len;
  g_array_append_val (self->entities, entity);
  g_ptr_array_add (self->graph->nodes, node);
}

/* One step outwards. */

static void
meet (Cutting      *self,
      const CutTie *tie,
      guint         node,
      GArray       *candidates)
{
  for (guint i = 0; i < tie->n_members; i++)
    {
      guint entity = tie->members[i].entity;

      if (self->node_of[entity] != NOWHERE)
        continue;
      note_word (self->graph->schemas, cut_ties_get_schema (self->ties, entity));
      if (is_hidden (self, entity))
        continue;
      if (self->scores[entity] == 0)
        {
          self->parents[entity] = node;
          g_array_append_val (candidates, entity);
        }
      self->scores[entity] += strengths[tie->kind];
    }
}

static void
look_around (Cutting *self,
             guint    node,
             GArray  *candidates)
{
  guint n;
  const guint *ties = cut_ties_list (self->ties, g_array_index (self->entities, guint, node), &n);

  for (guint i = 0; i < n; i++)
    {
      const CutTie *tie = cut_ties_get (self->ties, ties[i]);

      note_word (self->graph->relations, tie->schema);
      if (counts (self, tie))
        meet (self, tie, node, candidates);
    }
}

static int
compare_strength (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  Cutting *self = user_data;
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  if (self->scores[x] != self->scores[y])
    return self->scores[x] < self->scores[y] ? 1 : -1;
  return strcmp (cut_ties_get_id (self->ties, x), cut_ties_get_id (self->ties, y));
}

static int
compare_entity_ids (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  CutTies *ties = user_data;

  return strcmp (cut_ties_get_id (ties, *(const guint *) a), cut_ties_get_id (ties, *(const guint *) b));
}

/* Returns: how many came to the graph */
static guint
take_step (Cutting *self,
           guint    first,
           guint    depth)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = self->entities->len;
  guint room = CUT_GRAPH_MOST_NODES - n;

  for (guint node = first; node < n && !g_cancellable_is_cancelled (self->cancellable); node++)
    look_around (self, node, candidates);
  if (candidates->len > room)
    {
      g_array_sort_with_data (candidates, compare_strength, self);
      self->graph->n_left_out += candidates->len - room;
      for (guint i = room; i < candidates->len; i++)
        self->scores[g_array_index (candidates, guint, i)] = 0;
      g_array_set_size (candidates, room);
    }
  g_array_sort_with_data (candidates, compare_entity_ids, self->ties);
  for (guint i = 0; i < candidates->len; i++)
    {
      guint entity = g_array_index (candidates, guint, i);

      self->scores[entity] = 0;
      add_node (self, entity, self->parents[entity], depth);
    }
  return candidates->len;
}

/* Edges. */

static guint
hash_edge (gconstpointer key)
{
  const CutGraphEdge *edge = key;

  return (edge->from * 31 + edge->to) * 31 + (guint) edge->kind + (edge->schema != NULL ? g_str_hash (edge->schema) : 0);
}

static gboolean
same_edge (gconstpointer a,
           gconstpointer b)
{
  const CutGraphEdge *left = a;
  const CutGraphEdge *right = b;

  return left->kind == right->kind && left->from == right->from && left->to == right->to && g_strcmp0 (left->schema, right->schema) == 0;
}

static void
add_evidence (CutGraphEdge *edge,
              const char   *id,
              const char   *clip,
              const char   *annotation)
{
  CutGraphEvidence *evidence;

  if (edge->evidence->len >= CUT_GRAPH_MOST_EVIDENCE)
    return;
  evidence = g_new0 (CutGraphEvidence, 1);
  evidence->id = g_strdup (id);
  evidence->clip = g_strdup (clip);
  evidence->annotation = g_strdup (annotation);
  g_ptr_array_add (edge->evidence, evidence);
}

static void
add_tie_evidence (CutGraphEdge *edge,
                  const CutTie *tie,
                  const char   *mark)
{
  switch (tie->kind)
    {
    case CUT_TIE_RELATION:
      for (guint i = 0; tie->evidence != NULL && tie->evidence[i] != NULL; i++)
        add_evidence (edge, tie->id, NULL, tie->evidence[i]);
      if (tie->evidence == NULL || tie->evidence[0] == NULL)
        add_evidence (edge, tie->id, NULL, NULL);
      break;
    case CUT_TIE_PASSAGE:
      add_evidence (edge, tie->id, tie->clip, tie->id);
      break;
    case CUT_TIE_CLIP:
      add_evidence (edge, tie->id, tie->clip, mark);
      break;
    case CUT_TIE_CLAIM:
    case CUT_N_TIE_KINDS:
    default:
      add_evidence (edge, tie->id, NULL, NULL);
    }
}

static CutGraphEdge *
find_edge (Cutting      *self,
           const CutTie *tie,
           guint         from,
           guint         to)
{
  CutGraphEdge key = { .kind = tie->kind, .from = from, .to = to, .schema = (char *) tie->schema };
  CutGraphEdge *edge = g_hash_table_lookup (self->found, &key);

  if (edge != NULL)
    return edge;
  edge = g_memdup2 (&key, sizeof key);
  edge->schema = g_strdup (tie->schema);
  edge->evidence = g_ptr_array_new_with_free_func (evidence_free);
  g_hash_table_add (self->found, edge);
  g_ptr_array_add (self->graph->edges, edge);
  return edge;
}

/* What is said of a single relation is not said of several. */
static void
set_facts (CutGraphEdge *edge,
           const CutTie *tie)
{
  g_clear_pointer (&edge->start, cut_date_unref);
  g_clear_pointer (&edge->end, cut_date_unref);
  g_clear_pointer (&edge->role, g_free);
  if (edge->weight > 1)
    return;
  edge->role = g_strdup (tie->role);
  edge->start = tie->start != NULL ? cut_date_ref (tie->start) : NULL;
  edge->end = tie->end != NULL ? cut_date_ref (tie->end) : NULL;
}

static void
join (Cutting            *self,
      const CutTie       *tie,
      const CutTieMember *one,
      const CutTieMember *other)
{
  guint from = self->node_of[one->entity];
  guint to = self->node_of[other->entity];
  gboolean turned = from > to && !cut_graph_is_directed (tie->schema);
  CutGraphEdge *edge;

  if (from == NOWHERE || to == NOWHERE)
    return;
  edge = find_edge (self, tie, turned ? to : from, turned ? from : to);
  edge->weight++;
  set_facts (edge, tie);
  add_tie_evidence (edge, tie, from > to ? one->mark : other->mark);
}

static void
join_all (Cutting      *self,
          const CutTie *tie)
{
  for (guint i = 0; i + 1 < tie->n_members; i++)
    for (guint k = i + 1; k < tie->n_members; k++)
      join (self, tie, &tie->members[i], &tie->members[k]);
}

static void
make_edges (Cutting *self)
{
  self->found = g_hash_table_new (hash_edge, same_edge);
  for (guint node = 0; node < self->entities->len && !g_cancellable_is_cancelled (self->cancellable); node++)
    {
      guint n;
      const guint *ties = cut_ties_list (self->ties, g_array_index (self->entities, guint, node), &n);

      for (guint i = 0; i < n; i++)
        {
          const CutTie *tie = cut_ties_get (self->ties, ties[i]);

          if (self->counted[ties[i]] || !counts (self, tie))
            continue;
          self->counted[ties[i]] = TRUE;
          join_all (self, tie);
        }
    }
}

/* Over which a node was come to: without these it would stand there unexplained. */
static gboolean
leads_to_node (CutGraph           *graph,
               const CutGraphEdge *edge)
{
  return cut_graph_get_node (graph, edge->to)->parent == edge->from || cut_graph_get_node (graph, edge->from)->parent == edge->to;
}

static int
compare_worth (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const CutGraphEdge *left = *(const CutGraphEdge *const *) a;
  const CutGraphEdge *right = *(const CutGraphEdge *const *) b;
  gboolean x = leads_to_node (user_data, left);
  gboolean y = leads_to_node (user_data, right);

  if (x != y)
    return x ? -1 : 1;
  if (left->kind != right->kind)
    return (int) left->kind - (int) right->kind;
  if (left->weight != right->weight)
    return left->weight < right->weight ? 1 : -1;
  return left->from != right->from ? (left->from > right->from ? 1 : -1) : (left->to > right->to) - (left->to < right->to);
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const CutGraphEdge *left = *(const CutGraphEdge *const *) a;
  const CutGraphEdge *right = *(const CutGraphEdge *const *) b;

  if (left->kind != right->kind)
    return (int) left->kind - (int) right->kind;
  if (left->from != right->from)
    return left->from > right->from ? 1 : -1;
  if (left->to != right->to)
    return left->to > right->to ? 1 : -1;
  return g_strcmp0 (left->schema, right->schema);
}

static void
order_edges (CutGraph *graph)
{
  if (graph->edges->len > CUT_GRAPH_MOST_EDGES)
    {
      g_ptr_array_sort_with_data (graph->edges, compare_worth, graph);
      graph->n_edges_left_out = graph->edges->len - CUT_GRAPH_MOST_EDGES;
      g_ptr_array_set_size (graph->edges, CUT_GRAPH_MOST_EDGES);
    }
  g_ptr_array_sort (graph->edges, compare_edges);
}

/* Whom the outermost know is not asked further. */
static void
count_hidden (Cutting *self,
              guint    node)
{
  g_autoptr (GHashTable) hidden = g_hash_table_new (NULL, NULL);
  guint n;
  const guint *ties = cut_ties_list (self->ties, g_array_index (self->entities, guint, node), &n);

  for (guint i = 0; i < n; i++)
    {
      const CutTie *tie = cut_ties_get (self->ties, ties[i]);

      for (guint k = 0; counts (self, tie) && k < tie->n_members; k++)
        if (self->node_of[tie->members[k].entity] == NOWHERE && !is_hidden (self, tie->members[k].entity))
          g_hash_table_add (hidden, GUINT_TO_POINTER (tie->members[k].entity));
    }
  ((CutGraphNode *) g_ptr_array_index (self->graph->nodes, node))->n_hidden = g_hash_table_size (hidden);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
cut_out (Cutting *self,
         guint    center)
{
  guint first = 0;

  add_node (self, center, 0, 0);
  for (guint depth = 1; depth <= MIN (self->filter->depth, CUT_GRAPH_MOST_DEPTH); depth++)
    {
      guint next = self->entities->len;

      if (take_step (self, first, depth) == 0 || self->graph->n_left_out > 0)
        break;
      first = next;
    }
  make_edges (self);
  order_edges (self->graph);
  for (guint node = 0; node < self->entities->len && !g_cancellable_is_cancelled (self->cancellable); node++)
    count_hidden (self, node);
  g_ptr_array_sort (self->graph->schemas, compare_words);
  g_ptr_array_sort (self->graph->relations, compare_words);
}

CutGraph *
cut_graph_new (CutTies               *ties,
               const char            *center,
               const CutGraphFilter  *filter,
               GCancellable          *cancellable,
               GError               **error)
{
  int entity = cut_ties_find (ties, center);
  Cutting cutting;

  if (entity < 0)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("There is no such entity in this notebook."));
      return NULL;
    }
  cutting_init (&cutting, ties, filter, cancellable);
  cut_out (&cutting, (guint) entity);
  cutting_clear (&cutting);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&cutting.graph, cut_graph_unref);
  return cutting.graph;
}
