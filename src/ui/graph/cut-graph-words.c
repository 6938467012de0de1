/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-graph-words.h"

#include <glib/gi18n-lib.h>

#include "cut-date-text.h"
#include "cut-graph-paint.h"
#include "cut-vocab.h"

/* More ties than that nobody listens to at once; the edges themselves can be walked along. */
#define MOST_TIES 8

guint
cut_graph_get_other (const CutGraph *graph,
                     guint           edge,
                     guint           node)
{
  const CutGraphEdge *tie = cut_graph_get_edge (graph, edge);

  return tie->from == node ? tie->to : tie->from;
}

const char *
cut_tie_kind_get_label (CutTieKind kind)
{
  switch (kind)
    {
    case CUT_TIE_RELATION:
      return _("Relations");
    case CUT_TIE_CLAIM:
      return _("Same claim");
    case CUT_TIE_PASSAGE:
      return _("Same passage");
    case CUT_TIE_CLIP:
    case CUT_N_TIE_KINDS:
    default:
      return _("Same clip");
    }
}

static char *
describe_time (const CutGraphEdge *edge)
{
  g_autofree char *start = cut_date_to_text (edge->start);
  g_autofree char *end = cut_date_to_text (edge->end);

  if (start != NULL && end != NULL)
    /* Translators: from a date to a date */
    return g_strdup_printf (C_ ("time", "%s to %s"), start, end);
  if (start != NULL)
    /* Translators: a date */
    return g_strdup_printf (C_ ("time", "since %s"), start);
  if (end != NULL)
    /* Translators: a date */
    return g_strdup_printf (C_ ("time", "until %s"), end);
  return NULL;
}

static char *
describe_relation (const CutGraphEdge *edge)
{
  g_autofree char *name = cut_graph_edge_get_name (edge);
  g_autofree char *time = describe_time (edge);

  if (edge->weight > 1)
    /* Translators: a kind of relation, and how often there is one between the two: Ownership, 2 times */
    return g_strdup_printf (ngettext ("%s, %u time", "%s, %u times", edge->weight), name, edge->weight);
  if (time == NULL)
    return g_steal_pointer (&name);
  /* Translators: a kind of relation, and when: Directorship (chair), since 2015 */
  return g_strdup_printf (C_ ("relation", "%s, %s"), name, time);
}

char *
cut_graph_describe_tie (const CutGraphEdge *edge)
{
  switch (edge->kind)
    {
    case CUT_TIE_CLAIM:
      return g_strdup_printf (ngettext ("Named in %u claim together", "Named in %u claims together", edge->weight), edge->weight);
    case CUT_TIE_PASSAGE:
      return g_strdup_printf (ngettext ("Named in %u passage together", "Named in %u passages together", edge->weight), edge->weight);
    case CUT_TIE_CLIP:
      return g_strdup_printf (ngettext ("Named in %u clip together", "Named in %u clips together", edge->weight), edge->weight);
    case CUT_TIE_RELATION:
    case CUT_N_TIE_KINDS:
    default:
      return describe_relation (edge);
    }
}

char *
cut_graph_describe_edge (const CutGraph *graph,
                         guint           edge)
{
  const CutGraphEdge *tie = cut_graph_get_edge (graph, edge);
  const char *from = cut_graph_get_node (graph, tie->from)->name;
  const char *to = cut_graph_get_node (graph, tie->to)->name;
  g_autofree char *what = cut_graph_describe_tie (tie);

  if (tie->kind == CUT_TIE_RELATION && cut_graph_is_directed (tie->schema))
    /* Translators: who, whom or what, and the relation that leads from the first to the second */
    return g_strdup_printf (C_ ("relation", "%s to %s: %s"), from, to, what);
  /* Translators: two entities, and what ties them together */
  return g_strdup_printf (C_ ("relation", "%s and %s: %s"), from, to, what);
}

static void
add_ties (GString        *words,
          const CutGraph *graph,
          guint           node)
{
  g_autoptr (GArray) edges = cut_graph_list_edges (graph, node);

  for (guint i = 0; i < edges->len && i < MOST_TIES; i++)
    {
      g_autofree char *tie = cut_graph_describe_edge (graph, g_array_index (edges, guint, i));

      g_string_append_printf (words, "; %s", tie);
    }
  if (edges->len > MOST_TIES)
    {
      g_string_append (words, "; ");
      g_string_append_printf (words, ngettext ("and %u more", "and %u more", edges->len - MOST_TIES), edges->len - MOST_TIES);
    }
}

char *
cut_graph_describe_node (const CutGraph *graph,
                         guint           node,
                         gboolean        pinned)
{
  const CutGraphNode *what = cut_graph_get_node (graph, node);
  const char *schema = cut_vocab_get_label (CUT_VOCAB_ENTITY_SCHEMA, what->schema);
  g_autoptr (GString) words = g_string_new (NULL);

  /* Translators: the name of an entity, and what it is: Tolvane Line, Company */
  g_string_append_printf (words, C_ ("entity", "%s, %s"), what->name, schema);
  if (node == 0)
    g_string_append_printf (words, ", %s", C_ ("graph", "in the centre"));
  if (pinned)
    g_string_append_printf (words, ", %s", C_ ("graph", "pinned"));
  add_ties (words, graph, node);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
cut_graph_describe (const CutGraph *graph)
{
  guint n = graph->nodes->len - 1;
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, ngettext ("%u entity around %s", "%u entities around %s", n), n, cut_graph_get_node (graph, 0)->name);
  if (graph->n_left_out > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("%u with weaker ties is left out", "%u with weaker ties are left out", graph->n_left_out),
                              graph->n_left_out);
    }
  if (graph->n_edges_left_out > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("%u weaker tie is left out", "%u weaker ties are left out", graph->n_edges_left_out),
                              graph->n_edges_left_out);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
