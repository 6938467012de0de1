/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-chain.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  guint *nodes; /* (owned) */
  guint n_nodes;
  char *stance; /* (owned) (nullable) */
} Path;

struct _CutChain
{
  gatomicrefcount ref_count;
  GPtrArray *nodes; /* (element-type CutChainNode) */
  GArray *edges;    /* (element-type CutChainEdge) */
  GPtrArray *paths; /* (element-type Path) */
  guint n_columns;
};

G_DEFINE_BOXED_TYPE (CutChain, cut_chain, cut_chain_ref, cut_chain_unref)

static void
node_free (gpointer data)
{
  CutChainNode *self = data;

  g_free (self->key);
  g_free (self->label);
  g_free (self->detail);
  g_free (self->id);
  g_free (self->annotation);
  g_free (self);
}

static void
path_free (gpointer data)
{
  Path *self = data;

  g_free (self->nodes);
  g_free (self->stance);
  g_free (self);
}

CutChain *
cut_chain_new (void)
{
  CutChain *self = g_new0 (CutChain, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->edges = g_array_new (FALSE, FALSE, sizeof (CutChainEdge));
  self->paths = g_ptr_array_new_with_free_func (path_free);
  return self;
}

CutChain *
cut_chain_ref (CutChain *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cut_chain_unref (CutChain *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_ptr_array_unref (self->paths);
  g_free (self);
}

static CutChainNode *
node_at (const CutChain *self,
         guint           node)
{
  return g_ptr_array_index (self->nodes, node);
}

static CutChainEdge *
edge_at (const CutChain *self,
         guint           edge)
{
  return &g_array_index (self->edges, CutChainEdge, edge);
}

guint
cut_chain_add_node (CutChain      *self,
                    const char    *key,
                    const char    *label,
                    CutChainFlags  flags,
                    CutKind        kind,
                    const char    *id)
{
  CutChainNode *node;

  for (guint i = 0; i < self->nodes->len; i++)
    if (strcmp (node_at (self, i)->key, key) == 0)
      return i;
  node = g_new0 (CutChainNode, 1);
  node->key = g_strdup (key);
  node->label = g_strdup (label);
  node->flags = flags;
  node->kind = kind;
  node->id = g_strdup (id);
  g_ptr_array_add (self->nodes, node);
  return self->nodes->len - 1;
}

void
cut_chain_set_detail (CutChain   *self,
                      guint       node,
                      const char *detail)
{
  g_free (node_at (self, node)->detail);
  node_at (self, node)->detail = g_strdup (detail);
}

void
cut_chain_set_annotation (CutChain   *self,
                          guint       node,
                          const char *annotation)
{
  if (node_at (self, node)->annotation == NULL)
    node_at (self, node)->annotation = g_strdup (annotation);
}

static gboolean
is_denial (const char *stance)
{
  return g_strcmp0 (stance, "denies") == 0 || g_strcmp0 (stance, "disputes") == 0;
}

static gboolean
is_assertion (const char *stance)
{
  static const char *const words[] = { "asserts", "alleges", "reports", "confirms", NULL };

  return stance != NULL && g_strv_contains (words, stance);
}

static void
add_edge (CutChain   *self,
          guint       from,
          guint       to,
          const char *stance)
{
  CutChainEdge edge = { from, to, is_assertion (stance), is_denial (stance) };

  for (guint i = 0; i < self->edges->len; i++)
    if (edge_at (self, i)->from == from && edge_at (self, i)->to == to)
      {
        edge_at (self, i)->asserts |= edge.asserts;
        edge_at (self, i)->denies |= edge.denies;
        return;
      }
  g_array_append_val (self->edges, edge);
}

static gboolean
is_in (const Path *path,
       guint       node)
{
  for (guint i = 0; i < path->n_nodes; i++)
    if (path->nodes[i] == node)
      return TRUE;
  return FALSE;
}

void
cut_chain_add_path (CutChain    *self,
                    const guint *nodes,
                    guint        n_nodes,
                    const char  *stance)
{
  Path *path = g_new0 (Path, 1);

  path->nodes = g_new0 (guint, MAX (n_nodes, 1));
  path->stance = g_strdup (stance);
  for (guint i = 0; i < n_nodes; i++)
    if (!is_in (path, nodes[i]))
      path->nodes[path->n_nodes++] = nodes[i];
  for (guint i = 1; i < path->n_nodes; i++)
    add_edge (self, path->nodes[i - 1], path->nodes[i], stance);
  if (path->n_nodes > 0 && is_denial (stance))
    node_at (self, path->nodes[0])->flags |= CUT_CHAIN_DENIES;
  if (path->n_nodes > 0 && is_assertion (stance))
    node_at (self, path->nodes[0])->flags |= CUT_CHAIN_ASSERTS;
  g_ptr_array_add (self->paths, path);
}

/* Arranging. */

/* Whether @from can be reached from @to over the edges before @last: then an edge between them closes a circle. */
static gboolean
reaches (const CutChain *self,
         guint           to,
         guint           from,
         guint           last)
{
  g_autofree gboolean *seen = g_new0 (gboolean, self->nodes->len);
  gboolean grew = TRUE;

  seen[to] = TRUE;
  while (grew && !seen[from])
    {
      grew = FALSE;
      for (guint i = 0; i < last; i++)
        if (seen[edge_at (self, i)->from] && !seen[edge_at (self, i)->to])
          seen[edge_at (self, i)->to] = grew = TRUE;
    }
  return seen[from];
}

static void
drop_circles (CutChain *self)
{
  for (guint i = 0; i < self->edges->len;)
    if (reaches (self, edge_at (self, i)->to, edge_at (self, i)->from, i))
      g_array_remove_index (self->edges, i);
    else
      i++;
}

static void
place_columns (CutChain *self)
{
  gboolean moved = TRUE;

  while (moved)
    {
      moved = FALSE;
      for (guint i = 0; i < self->edges->len; i++)
        {
          const CutChainNode *from = node_at (self, edge_at (self, i)->from);
          CutChainNode *to = node_at (self, edge_at (self, i)->to);

          if (to->column > from->column)
            continue;
          to->column = from->column + 1;
          moved = TRUE;
        }
    }
  self->n_columns = self->nodes->len > 0 ? 1 : 0;
  for (guint i = 0; i < self->nodes->len; i++)
    self->n_columns = MAX (self->n_columns, node_at (self, i)->column + 1);
}

/* Where a chain ends stands in the last column, however short the chain is. */
static void
align_ends (CutChain *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (node_at (self, i)->flags & CUT_CHAIN_CLIP && node_at (self, i)->column > 0)
      {
        gboolean ends = TRUE;

        for (guint k = 0; k < self->edges->len; k++)
          ends = ends && edge_at (self, k)->from != i;
        if (ends)
          node_at (self, i)->column = self->n_columns - 1;
      }
}

/* The mean row of what leads here; a node that nothing leads to keeps its turn. */
static double
get_pull (const CutChain *self,
          guint           node)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < self->edges->len; i++)
    if (edge_at (self, i)->to == node)
      {
        sum += node_at (self, edge_at (self, i)->from)->row;
        n++;
      }
  return n > 0 ? sum / n : node;
}

typedef struct
{
  guint node;
  double pull;
} Pulled;

static int
compare_pulls (gconstpointer a,
               gconstpointer b)
{
  const Pulled *x = a;
  const Pulled *y = b;

  if (x->pull != y->pull)
    return x->pull < y->pull ? -1 : 1;
  return (x->node > y->node) - (x->node < y->node);
}

/* Each column in the order of what leads to it: the barycentre rule of Sugiyama, Tagawa and Toda (1981), one sweep. */
static void
place_rows (CutChain *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      g_autoptr (GArray) pulled = g_array_new (FALSE, FALSE, sizeof (Pulled));

      for (guint i = 0; i < self->nodes->len; i++)
        if (node_at (self, i)->column == column)
          {
            Pulled one = { i, get_pull (self, i) };

            g_array_append_val (pulled, one);
          }
      g_array_sort (pulled, compare_pulls);
      for (guint i = 0; i < pulled->len; i++)
        node_at (self, g_array_index (pulled, Pulled, i).node)->row = i;
    }
}

void
cut_chain_arrange (CutChain *self)
{
  drop_circles (self);
  place_columns (self);
  align_ends (self);
  place_rows (self);
}

guint
cut_chain_get_n_nodes (const CutChain *self)
{
  return self->nodes->len;
}

const CutChainNode *
cut_chain_get_node (const CutChain *self,
                    guint           node)
{
  return node_at (self, node);
}

guint
cut_chain_get_n_edges (const CutChain *self)
{
  return self->edges->len;
}

const CutChainEdge *
cut_chain_get_edge (const CutChain *self,
                    guint           edge)
{
  return edge_at (self, edge);
}

guint
cut_chain_get_n_columns (const CutChain *self)
{
  return self->n_columns;
}

guint
cut_chain_get_n_paths (const CutChain *self)
{
  return self->paths->len;
}

/* Walking. */

static guint
step_along (const CutChain *self,
            guint           node,
            gboolean        on)
{
  guint best = node;

  for (guint i = 0; i < self->edges->len; i++)
    {
      const CutChainEdge *edge = edge_at (self, i);
      guint other = on ? edge->to : edge->from;

      if ((on ? edge->from : edge->to) == node && (best == node || node_at (self, other)->row < node_at (self, best)->row))
        best = other;
    }
  return best;
}

guint
cut_chain_step (const CutChain *self,
                guint           node,
                int             columns,
                int             rows)
{
  const CutChainNode *here = node_at (self, node);

  if (columns != 0)
    return step_along (self, node, columns > 0);
  for (guint i = 0; i < self->nodes->len; i++)
    if (node_at (self, i)->column == here->column && (int) node_at (self, i)->row == (int) here->row + rows)
      return i;
  return node;
}

/* Words. */

static char *
get_through (const CutChain *self,
             const Path     *path,
             guint           end)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 1; i < end; i++)
    g_strv_builder_add (names, node_at (self, path->nodes[i])->label);
  all = g_strv_builder_end (names);
  return g_strjoinv (", ", all);
}

static char *
describe_path (const CutChain *self,
               const Path     *path)
{
  const CutChainNode *last = node_at (self, path->nodes[path->n_nodes - 1]);
  gboolean clip = path->n_nodes > 1 && (last->flags & CUT_CHAIN_CLIP) != 0;
  guint end = path->n_nodes - (clip ? 1 : 0);
  g_autofree char *through = get_through (self, path, end);
  const char *source = node_at (self, path->nodes[0])->label;
  const char *stance = path->stance != NULL ? cut_vocab_get_label (CUT_VOCAB_STANCE, path->stance) : "…";

  if (*through != '\0' && clip)
    /* Translators: who says it, the stance ("denies"), through whom, and in which article */
    return g_strdup_printf (_("%s: %s, through %s, in %s."), source, stance, through, last->label);
  if (*through != '\0')
    /* Translators: who says it, the stance ("denies") and through whom */
    return g_strdup_printf (_("%s: %s, through %s."), source, stance, through);
  if (clip)
    /* Translators: who says it, the stance ("denies") and in which article */
    return g_strdup_printf (_("%s: %s, in %s."), source, stance, last->label);
  /* Translators: who says it and the stance ("denies") */
  return g_strdup_printf (_("%s: %s."), source, stance);
}

char *
cut_chain_describe (const CutChain *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->paths->len; i++)
    {
      const Path *path = g_ptr_array_index (self->paths, i);
      g_autofree char *sentence = path->n_nodes > 0 ? describe_path (self, path) : NULL;

      if (sentence != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", sentence);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
cut_chain_describe_node (const CutChain *self,
                         guint           node)
{
  const CutChainNode *here = node_at (self, node);

  if (here->detail == NULL)
    return g_strdup (here->label);
  /* Translators: a name in the drawing of a chain, and what is known of it: "Two officials, not named, alleges" */
  return g_strdup_printf (_("%s, %s"), here->label, here->detail);
}
