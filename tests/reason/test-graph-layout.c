/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-graph-layout.h"

#include <math.h>

#define APART 120.0

static const CutGraphSize size = { 100, 12, 30 };

/* Entities n0, n1 …, tied as given; where they are tied alone is what counts here. */
typedef struct
{
  CutTies *ties;
  guint n_relations;
} Web;

static void
relate (Web   *web,
        guint  from,
        guint  to)
{
  g_autofree char *id = g_strdup_printf ("r%u", web->n_relations++);
  g_autofree char *one = g_strdup_printf ("n%05u", from);
  g_autofree char *other = g_strdup_printf ("n%05u", to);
  CutRelationFact fact = { .id = id, .schema = "Ownership", .from = one, .to = other };

  cut_ties_put_relation (web->ties, &fact);
}

static void
web_init (Web   *web,
          guint  n)
{
  web->ties = cut_ties_new ();
  web->n_relations = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%05u", i);

      cut_ties_put_entity (web->ties, id, "Person", id, NULL);
    }
}

/* A tree in which every third node is tied across, too. */
static CutGraph *
make_graph (guint n,
            guint branches)
{
  Web web;
  g_autoptr (CutGraphFilter) filter = cut_graph_filter_new ();
  CutGraph *graph;

  filter->depth = CUT_GRAPH_MOST_DEPTH;
  web_init (&web, n);
  for (guint i = 1; i < n; i++)
    {
      relate (&web, (i - 1) / branches, i);
      if (i % 3 == 0 && i > 10)
        relate (&web, i, i - 7);
    }
  cut_ties_close (web.ties);
  graph = cut_graph_new (web.ties, "n00000", filter, NULL, NULL);
  g_assert_cmpuint (graph->nodes->len, ==, n);
  cut_ties_free (web.ties);
  return graph;
}

static CutGraphLayout *
lay_out (CutGraph       *graph,
         CutGraphLayout *previous,
         gboolean        run)
{
  g_autofree CutGraphSize *sizes = g_new (CutGraphSize, graph->nodes->len);
  CutGraphLayout *layout;

  for (guint i = 0; i < graph->nodes->len; i++)
    sizes[i] = size;
  layout = cut_graph_layout_new (graph, previous, sizes, APART);
  while (run && cut_graph_layout_run (layout, 50, NULL))
    ;
  return layout;
}

static CutGraphPoint
point_of (CutGraphLayout *layout,
          const char     *id)
{
  return cut_graph_layout_get_points (layout)[cut_graph_find (cut_graph_layout_get_graph (layout), id)];
}

static double
distance (CutGraphPoint a,
          CutGraphPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

static guint
count_overlaps (CutGraphLayout *layout)
{
  const CutGraphPoint *points = cut_graph_layout_get_points (layout);
  guint n = cut_graph_layout_get_graph (layout)->nodes->len;
  guint found = 0;

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      found += fabs (points[i].x - points[k].x) < size.width - 0.5 &&
               fabs (points[i].y - points[k].y) < size.above + size.below - 0.5;
  return found;
}

/* Mean way of the nodes that are in both, as a part of the distance between neighbours. */
static double
mean_way (CutGraphLayout *before,
          CutGraphLayout *after)
{
  CutGraph *graph = cut_graph_layout_get_graph (before);
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < graph->nodes->len; i++)
    {
      const char *id = cut_graph_get_node (graph, i)->id;

      if (cut_graph_find (cut_graph_layout_get_graph (after), id) < 0)
        continue;
      sum += distance (point_of (before, id), point_of (after, id));
      n++;
    }
  return sum / n / APART;
}

static void
test_neighbours_are_near (void)
{
  g_autoptr (CutGraph) graph = make_graph (60, 3);
  g_autoptr (CutGraphLayout) layout = lay_out (graph, NULL, TRUE);
  const CutGraphPoint *points = cut_graph_layout_get_points (layout);
  double tied = 0, all = 0;
  guint n = 0;

  for (guint i = 0; i < graph->edges->len; i++)
    tied += distance (points[cut_graph_get_edge (graph, i)->from], points[cut_graph_get_edge (graph, i)->to]) / graph->edges->len;
  for (guint i = 0; i < 60; i++)
    for (guint k = i + 1; k < 60; k++, n++)
      all += distance (points[i], points[k]);
  g_assert_cmpfloat (tied, <, 0.5 * all / n);
  g_assert_cmpuint (count_overlaps (layout), ==, 0);
}

static void
test_nothing_lies_on_another (void)
{
  g_autoptr (CutGraph) star = make_graph (120, 119);
  g_autoptr (CutGraphLayout) layout = lay_out (star, NULL, TRUE);
  g_autoptr (CutGraph) large = make_graph (1500, 9);
  g_autoptr (CutGraphLayout) wide = lay_out (large, NULL, TRUE);

  g_assert_cmpuint (count_overlaps (layout), ==, 0);
  /* Of a million pairs. */
  g_assert_cmpuint (count_overlaps (wide), <, 15);
}

static void
test_always_the_same (void)
{
  g_autoptr (CutGraph) graph = make_graph (80, 4);
  g_autoptr (CutGraphLayout) one = lay_out (graph, NULL, TRUE);
  g_autoptr (CutGraphLayout) other = lay_out (graph, NULL, FALSE);

  /* However the steps are divided. */
  while (cut_graph_layout_run (other, 7, NULL))
    ;
  for (guint i = 0; i < 80; i++)
    g_assert_cmpfloat (distance (cut_graph_layout_get_points (one)[i], cut_graph_layout_get_points (other)[i]), ==, 0);
}

static void
test_one_more_moves_little (void)
{
  static const guint sizes[] = { 5, 40, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (CutGraph) graph = make_graph (sizes[i], 5);
      g_autoptr (CutGraph) more = make_graph (sizes[i] + 1, 5);
      g_autoptr (CutGraphLayout) before = lay_out (graph, NULL, TRUE);
      g_autoptr (CutGraphLayout) after = lay_out (more, before, TRUE);
      g_autoptr (CutGraphLayout) back = lay_out (graph, after, TRUE);

      g_test_message ("%u nodes: one more moves the others by %.4f of an edge", sizes[i], mean_way (before, after));
      g_assert_cmpfloat (mean_way (before, after), <, 0.05);
      g_assert_cmpfloat (mean_way (after, back), <, 0.01);
    }
}

static void
test_many_more_move_little (void)
{
  g_autoptr (CutGraph) graph = make_graph (31, 5);
  g_autoptr (CutGraph) more = make_graph (156, 5);
  g_autoptr (CutGraphLayout) before = lay_out (graph, NULL, TRUE);
  g_autoptr (CutGraphLayout) after = lay_out (more, before, TRUE);

  g_test_message ("Five times as many move those that were there by %.3f of an edge", mean_way (before, after));
  g_assert_cmpfloat (mean_way (before, after), <, 1);
  g_assert_cmpuint (count_overlaps (after), <, 3);
}

/* What was left out for a while comes back to where it was. */
static void
test_coming_back (void)
{
  g_autoptr (CutGraph) graph = make_graph (40, 5);
  g_autoptr (CutGraph) less = make_graph (20, 5);
  g_autoptr (CutGraphLayout) before = lay_out (graph, NULL, TRUE);
  g_autoptr (CutGraphLayout) between = lay_out (less, before, TRUE);
  g_autoptr (CutGraphLayout) after = lay_out (graph, between, TRUE);

  g_assert_cmpfloat (mean_way (before, after), <, 0.01);
}

static void
test_pinned (void)
{
  const CutGraphPoint there = { 640, -300 };
  g_autoptr (CutGraph) graph = make_graph (40, 5);
  g_autoptr (CutGraph) more = make_graph (60, 5);
  g_autoptr (CutGraphLayout) layout = lay_out (graph, NULL, TRUE);
  g_autoptr (CutGraphLayout) after = NULL;
  guint node = (guint) cut_graph_find (graph, "n00017");

  cut_graph_layout_pin (layout, node, there);
  while (cut_graph_layout_run (layout, 50, NULL))
    ;
  g_assert_cmpfloat (distance (cut_graph_layout_get_points (layout)[node], there), ==, 0);
  after = lay_out (more, layout, TRUE);
  node = (guint) cut_graph_find (more, "n00017");
  g_assert_true (cut_graph_layout_is_pinned (after, node));
  g_assert_cmpfloat (distance (cut_graph_layout_get_points (after)[node], there), ==, 0);
  g_assert_cmpuint (count_overlaps (after), ==, 0);
  cut_graph_layout_unpin (after, node);
  g_assert_false (cut_graph_layout_is_pinned (after, node));
}

static void
test_cancelled (void)
{
  g_autoptr (CutGraph) graph = make_graph (200, 5);
  g_autoptr (CutGraphLayout) layout = lay_out (graph, NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  CutGraphPoint before = cut_graph_layout_get_points (layout)[7];

  g_cancellable_cancel (cancellable);
  g_assert_true (cut_graph_layout_run (layout, 1000, cancellable));
  g_assert_cmpfloat (distance (before, cut_graph_layout_get_points (layout)[7]), ==, 0);
  g_assert_true (cut_graph_layout_run (layout, 1, NULL));
  g_assert_cmpfloat (distance (before, cut_graph_layout_get_points (layout)[7]), >, 0);
}

static void
test_alone (void)
{
  g_autoptr (CutGraph) graph = make_graph (1, 1);
  g_autoptr (CutGraphLayout) layout = lay_out (graph, NULL, TRUE);

  g_assert_cmpfloat (cut_graph_layout_get_points (layout)[0].x, ==, 0);
  g_assert_cmpfloat (cut_graph_layout_get_points (layout)[0].y, ==, 0);
}

/* Far points may be taken together, but the push must stay about right; points at one place must not end in an endless division. */
static void
test_quadtree (void)
{
  CutGraphPoint points[400];
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (CutGraphQuadtree) tree = NULL;
  double off = 0, all = 0;

  for (guint i = 0; i < 400; i++)
    points[i] = i < 5 ? (CutGraphPoint) { 3, 3 } : (CutGraphPoint) { g_rand_double_range (rand, -900, 900), g_rand_double_range (rand, -500, 500) };
  tree = cut_graph_quadtree_new (points, 400);
  for (guint i = 5; i < 400; i++)
    {
      CutGraphPoint push = cut_graph_quadtree_push (tree, i);
      CutGraphPoint exact = { 0, 0 };

      for (guint k = 0; k < 400; k++)
        if (k != i)
          {
            double dx = points[i].x - points[k].x;
            double dy = points[i].y - points[k].y;

            exact.x += dx / (dx * dx + dy * dy);
            exact.y += dy / (dx * dx + dy * dy);
          }
      off += distance (push, exact);
      all += hypot (exact.x, exact.y);
    }
  g_assert_cmpfloat (off / all, <, 0.05);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph-layout/neighbours-are-near", test_neighbours_are_near);
  g_test_add_func ("/graph-layout/nothing-lies-on-another", test_nothing_lies_on_another);
  g_test_add_func ("/graph-layout/always-the-same", test_always_the_same);
  g_test_add_func ("/graph-layout/one-more-moves-little", test_one_more_moves_little);
  g_test_add_func ("/graph-layout/many-more-move-little", test_many_more_move_little);
  g_test_add_func ("/graph-layout/coming-back", test_coming_back);
  g_test_add_func ("/graph-layout/pinned", test_pinned);
  g_test_add_func ("/graph-layout/cancelled", test_cancelled);
  g_test_add_func ("/graph-layout/alone", test_alone);
  g_test_add_func ("/graph-layout/quadtree", test_quadtree);
  return g_test_run ();
}
