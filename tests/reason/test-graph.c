/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-error.h"
#include "cut-graph.h"

/* Entities have the ids a, b, c …; what ties them is put in any order. */
typedef struct
{
  CutTies *ties;
  CutGraphFilter *filter;
} Web;

static void
set_up (Web           *web,
        gconstpointer  data)
{
  static const char *const names[] = { "a", "b", "c", "d", "e", "f" };

  web->ties = cut_ties_new ();
  web->filter = cut_graph_filter_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    cut_ties_put_entity (web->ties, names[i], i % 2 == 0 ? "Person" : "Company", names[i], NULL);
}

static void
tear_down (Web           *web,
           gconstpointer  data)
{
  cut_ties_free (web->ties);
  cut_graph_filter_free (web->filter);
}

static CutDate *
date (const char      *value,
      CutDatePrecision precision)
{
  return value != NULL ? cut_date_new (value, precision, NULL, NULL) : NULL;
}

static void
relate (Web        *web,
        const char *id,
        const char *schema,
        const char *from,
        const char *to,
        const char *start,
        const char *end)
{
  g_autoptr (CutDate) since = date (start, CUT_DATE_UNKNOWN);
  g_autoptr (CutDate) until = date (end, CUT_DATE_UNKNOWN);
  CutRelationFact fact = { id, schema, from, to, "chair", since, until, NULL };

  cut_ties_put_relation (web->ties, &fact);
}

static void
mark (Web        *web,
      const char *id,
      const char *clip,
      guint       start,
      guint       end,
      const char *entity,
      const char *other)
{
  const char *entities[] = { entity, other, NULL };

  cut_ties_put_mark (web->ties, id, clip, clip, start, end, entities);
}

static CutGraph *
cut (Web        *web,
     const char *center)
{
  g_autoptr (GError) error = NULL;
  CutGraph *graph = cut_graph_new (web->ties, center, web->filter, NULL, &error);

  g_assert_no_error (error);
  return graph;
}

static char *
list_nodes (CutGraph *graph)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < graph->nodes->len; i++)
    g_string_append_printf (list, "%s%s%u", i > 0 ? " " : "", cut_graph_get_node (graph, i)->id, cut_graph_get_node (graph, i)->depth);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
list_edges (CutGraph *graph)
{
  static const char *const signs[CUT_N_TIE_KINDS] = { ">", "=", "-", "~" };
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < graph->edges->len; i++)
    {
      const CutGraphEdge *edge = cut_graph_get_edge (graph, i);

      g_string_append_printf (list, "%s%s%s%s%u", i > 0 ? " " : "", cut_graph_get_node (graph, edge->from)->id, signs[edge->kind],
                              cut_graph_get_node (graph, edge->to)->id, edge->weight);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
assert_graph (CutGraph   *graph,
              const char *nodes,
              const char *edges)
{
  g_autofree char *got_nodes = list_nodes (graph);
  g_autofree char *got_edges = list_edges (graph);

  g_assert_cmpstr (got_nodes, ==, nodes);
  g_assert_cmpstr (got_edges, ==, edges);
}

static void
assert_cut (Web        *web,
            const char *center,
            const char *nodes,
            const char *edges)
{
  g_autoptr (CutGraph) graph = cut (web, center);

  assert_graph (graph, nodes, edges);
}

static void
test_depth (Web           *web,
            gconstpointer  data)
{
  relate (web, "r1", "Directorship", "a", "b", NULL, NULL);
  relate (web, "r2", "Ownership", "c", "b", NULL, NULL);
  relate (web, "r3", "Family", "d", "c", NULL, NULL);
  relate (web, "r4", "Ownership", "e", "d", NULL, NULL);
  cut_ties_close (web->ties);
  assert_cut (web, "a", "a0 b1", "a>b1");
  web->filter->depth = 2;
  assert_cut (web, "a", "a0 b1 c2", "a>b1 c>b1");
  web->filter->depth = 3;
  assert_cut (web, "a", "a0 b1 c2 d3", "a>b1 c>b1 c>d1");
  web->filter->depth = 99;
  assert_cut (web, "a", "a0 b1 c2 d3 e4", "a>b1 c>b1 c>d1 e>d1");
}

/* What is not asked further is counted. */
static void
test_hidden_neighbours (Web           *web,
                        gconstpointer  data)
{
  g_autoptr (CutGraph) graph = NULL;

  relate (web, "r1", "Directorship", "a", "b", NULL, NULL);
  relate (web, "r2", "Ownership", "c", "b", NULL, NULL);
  relate (web, "r3", "Ownership", "d", "b", NULL, NULL);
  relate (web, "r4", "Payment", "d", "b", NULL, NULL);
  cut_ties_close (web->ties);
  graph = cut (web, "a");
  g_assert_cmpuint (cut_graph_get_node (graph, 0)->n_hidden, ==, 0);
  g_assert_cmpuint (cut_graph_get_node (graph, 1)->n_hidden, ==, 2);
}

static void
test_kinds (Web           *web,
            gconstpointer  data)
{
  static const char *const said_of[] = { "b", "a", "e", NULL };
  static const char *const said_too[] = { "a", "b", NULL };

  relate (web, "r1", "Ownership", "b", "a", NULL, NULL);
  relate (web, "r2", "Ownership", "b", "a", NULL, NULL);
  relate (web, "r3", "Ownership", "a", "b", NULL, NULL);
  cut_ties_put_claim (web->ties, "k1", NULL, said_of);
  cut_ties_put_claim (web->ties, "k2", NULL, said_too);
  mark (web, "m1", "clip", 10, 60, "c", "a");
  mark (web, "m2", "clip", 20, 25, "d", NULL);
  mark (web, "m3", "clip", 80, 85, "f", NULL);
  cut_ties_close (web->ties);
  web->filter->kinds = 1u << CUT_TIE_RELATION;
  assert_cut (web, "a", "a0 b1", "a>b1 b>a2");
  web->filter->kinds = 1u << CUT_TIE_CLAIM;
  assert_cut (web, "a", "a0 b1 e1", "a=b2 a=e1 b=e1");
  /* A mark within another one is in the same passage, one beside it is not. */
  web->filter->kinds = 1u << CUT_TIE_PASSAGE;
  assert_cut (web, "a", "a0 c1 d1", "a-c1 a-d1 c-d1");
  web->filter->kinds = 1u << CUT_TIE_CLIP;
  assert_cut (web, "f", "f0 a1 c1 d1", "f~a1 f~c1 f~d1 a~c1 a~d1 c~d1");
}

static void
test_evidence (Web           *web,
               gconstpointer  data)
{
  static const char *const proofs[] = { "m7", "m8", NULL };
  CutRelationFact fact = { .id = "r1", .schema = "Ownership", .from = "a", .to = "b", .evidence = proofs };
  g_autoptr (CutGraph) graph = NULL;
  const CutGraphEvidence *evidence;

  cut_ties_put_relation (web->ties, &fact);
  relate (web, "r2", "Family", "a", "c", "2015", NULL);
  mark (web, "m1", "clip", 10, 60, "a", NULL);
  mark (web, "m2", "clip", 70, 75, "d", NULL);
  cut_ties_close (web->ties);
  web->filter->kinds |= 1u << CUT_TIE_CLIP;
  graph = cut (web, "a");
  assert_graph (graph, "a0 b1 c1 d1", "a>b1 a>c1 a~d1");
  g_assert_cmpuint (cut_graph_get_edge (graph, 0)->evidence->len, ==, 2);
  evidence = g_ptr_array_index (cut_graph_get_edge (graph, 0)->evidence, 1);
  g_assert_cmpstr (evidence->id, ==, "r1");
  g_assert_cmpstr (evidence->annotation, ==, "m8");
  /* Nothing proves it, and that is said. */
  evidence = g_ptr_array_index (cut_graph_get_edge (graph, 1)->evidence, 0);
  g_assert_cmpstr (evidence->id, ==, "r2");
  g_assert_null (evidence->annotation);
  g_assert_cmpstr (cut_graph_get_edge (graph, 1)->role, ==, "chair");
  g_assert_cmpstr (cut_date_get_value (cut_graph_get_edge (graph, 1)->start), ==, "2015");
  /* Of the clip it is the passage that names the neighbour. */
  evidence = g_ptr_array_index (cut_graph_get_edge (graph, 2)->evidence, 0);
  g_assert_cmpstr (evidence->clip, ==, "clip");
  g_assert_cmpstr (evidence->annotation, ==, "m2");
}

static void
test_merged (Web           *web,
             gconstpointer  data)
{
  cut_ties_put_entity (web->ties, "b-old", "Company", "B", "b");
  cut_ties_put_entity (web->ties, "b-older", "Company", "B", "b-old");
  relate (web, "r1", "Ownership", "a", "b-older", NULL, NULL);
  relate (web, "r2", "Ownership", "a", "b", NULL, NULL);
  relate (web, "r3", "Ownership", "b-old", "b", NULL, NULL);
  cut_ties_close (web->ties);
  g_assert_cmpuint (cut_ties_get_n_entities (web->ties), ==, 6);
  assert_cut (web, "b-older", "b0 a1", "a>b2");
}

/* Two notebooks that met may have merged each into the other. */
static void
test_merged_in_a_circle (Web           *web,
                         gconstpointer  data)
{
  cut_ties_put_entity (web->ties, "x", "Company", "X", "y");
  cut_ties_put_entity (web->ties, "y", "Company", "Y", "x");
  relate (web, "r1", "Ownership", "a", "y", NULL, NULL);
  cut_ties_close (web->ties);
  assert_cut (web, "y", "x0 a1", "a>x1");
}

static void
set_time (Web        *web,
          const char *from,
          const char *to)
{
  g_autoptr (CutDate) first = date (from, CUT_DATE_UNKNOWN);
  g_autoptr (CutDate) last = date (to, CUT_DATE_UNKNOWN);

  web->filter->from = cut_date_get_sort_key (first);
  web->filter->to = cut_date_get_sort_key (last);
}

static void
test_time (Web           *web,
           gconstpointer  data)
{
  static const char *const said_of[] = { "a", "f", NULL };
  g_autoptr (CutDate) before = date ("2012", CUT_DATE_BEFORE);
  g_autoptr (CutDate) published = date ("2016-05-04", CUT_DATE_UNKNOWN);

  relate (web, "r1", "Ownership", "a", "b", "2010", "2014-06");
  relate (web, "r2", "Ownership", "a", "c", "2015", NULL);
  relate (web, "r3", "Ownership", "a", "d", NULL, NULL);
  cut_ties_put_claim (web->ties, "k1", before, said_of);
  cut_ties_put_clip (web->ties, "clip", published);
  mark (web, "m1", "clip", 10, 60, "a", "e");
  cut_ties_close (web->ties);
  web->filter->undated = FALSE;
  set_time (web, "2014-06-30", "2014-07");
  assert_cut (web, "a", "a0 b1", "a>b1");
  set_time (web, "2014-07", "2014-12");
  assert_cut (web, "a", "a0", "");
  set_time (web, "2016", "2017");
  assert_cut (web, "a", "a0 c1 e1", "a>c1 a-e1");
  set_time (web, "2001", "2002");
  assert_cut (web, "a", "a0 f1", "a=f1");
  web->filter->undated = TRUE;
  assert_cut (web, "a", "a0 d1 f1", "a>d1 a=f1");
}

static void
test_hidden_kinds (Web           *web,
                   gconstpointer  data)
{
  static const char *const companies[] = { "Company", NULL };
  static const char *const kinship[] = { "Family", NULL };
  g_autoptr (CutGraph) graph = NULL;

  relate (web, "r1", "Ownership", "a", "b", NULL, NULL);
  relate (web, "r2", "Ownership", "c", "b", NULL, NULL);
  relate (web, "r3", "Family", "a", "e", NULL, NULL);
  cut_ties_close (web->ties);
  web->filter->depth = 2;
  web->filter->hidden_schemas = g_strdupv ((char **) companies);
  /* Nothing is come to over what is left out; that it is there is still known. */
  graph = cut (web, "a");
  assert_graph (graph, "a0 e1", "a>e1");
  g_assert_cmpuint (graph->schemas->len, ==, 2);
  g_assert_cmpuint (graph->relations->len, ==, 2);
  web->filter->hidden_relations = g_strdupv ((char **) kinship);
  assert_cut (web, "a", "a0", "");
  /* The centre stays, whatever it is. */
  assert_cut (web, "b", "b0 a1 c1", "a>b1 c>b1");
}

/* Who is in a list of names is not tied to all in the list. */
static void
test_crowd (Web           *web,
            gconstpointer  data)
{
  for (guint i = 0; i <= CUT_TIES_CROWD; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);
      g_autofree char *mark_id = g_strdup_printf ("m%u", i);

      cut_ties_put_entity (web->ties, id, "Person", id, NULL);
      mark (web, mark_id, "clip", i * 10, i * 10 + 5, id, NULL);
    }
  cut_ties_close (web->ties);
  web->filter->kinds = 1u << CUT_TIE_CLIP;
  assert_cut (web, "n0", "n00", "");
  g_assert_cmpuint (cut_ties_get_n_crowds (web->ties), ==, 1);
}

/* Of too many the strongest ties stay, and how many do not is said. */
static void
test_most (Web           *web,
           gconstpointer  data)
{
  g_autoptr (CutGraph) graph = NULL;

  for (guint i = 0; i < CUT_GRAPH_MOST_NODES + 100; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%05u", i);
      g_autofree char *relation = g_strdup_printf ("r%u", i);
      const char *entities[] = { "a", id, NULL };

      cut_ties_put_entity (web->ties, id, "Person", id, NULL);
      cut_ties_put_claim (web->ties, relation, NULL, entities);
    }
  relate (web, "r-last", "Ownership", "n02099", "a", NULL, NULL);
  cut_ties_close (web->ties);
  graph = cut (web, "a");
  g_assert_cmpuint (graph->nodes->len, ==, CUT_GRAPH_MOST_NODES);
  g_assert_cmpuint (graph->n_left_out, ==, 101);
  g_assert_cmpint (cut_graph_find (graph, "n02099"), >, 0);
  g_assert_cmpint (cut_graph_find (graph, "n02098"), ==, -1);
}

static void
test_order_does_not_matter (Web           *web,
                            gconstpointer  data)
{
  Web other;

  set_up (&other, NULL);
  relate (web, "r1", "Ownership", "a", "b", NULL, NULL);
  relate (web, "r2", "Ownership", "c", "b", NULL, NULL);
  relate (web, "r3", "Family", "d", "a", NULL, NULL);
  relate (&other, "r3", "Family", "d", "a", NULL, NULL);
  relate (&other, "r2", "Ownership", "c", "b", NULL, NULL);
  relate (&other, "r1", "Ownership", "a", "b", NULL, NULL);
  cut_ties_close (web->ties);
  cut_ties_close (other.ties);
  web->filter->depth = other.filter->depth = 3;
  assert_cut (web, "a", "a0 b1 d1 c2", "a>b1 a>d1 c>b1");
  assert_cut (&other, "a", "a0 b1 d1 c2", "a>b1 a>d1 c>b1");
  tear_down (&other, NULL);
}

static void
test_unknown (Web           *web,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  relate (web, "r1", "Ownership", "a", "nobody", NULL, NULL);
  relate (web, "r2", "Ownership", "a", "a", NULL, NULL);
  cut_ties_close (web->ties);
  assert_cut (web, "a", "a0", "");
  g_assert_null (cut_graph_new (web->ties, "nobody", web->filter, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (cut_graph_new (web->ties, "a", web->filter, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_filter (void)
{
  g_autoptr (CutGraphFilter) filter = cut_graph_filter_new ();
  g_autoptr (CutGraphFilter) copy = cut_graph_filter_copy (filter);

  g_assert_true (cut_graph_filter_equal (filter, copy));
  copy->hidden_schemas = g_strsplit ("Person", " ", -1);
  g_assert_false (cut_graph_filter_equal (filter, copy));
}

#define ADD(name, func) g_test_add ("/graph/" name, Web, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("depth", test_depth);
  ADD ("hidden-neighbours", test_hidden_neighbours);
  ADD ("kinds", test_kinds);
  ADD ("evidence", test_evidence);
  ADD ("merged", test_merged);
  ADD ("merged-in-a-circle", test_merged_in_a_circle);
  ADD ("time", test_time);
  ADD ("hidden-kinds", test_hidden_kinds);
  ADD ("crowd", test_crowd);
  ADD ("most", test_most);
  ADD ("order-does-not-matter", test_order_does_not_matter);
  ADD ("unknown", test_unknown);
  g_test_add_func ("/graph/filter", test_filter);
  return g_test_run ();
}
