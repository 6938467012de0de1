/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "cut-test-notebook.h"
#include "cut-test-widgets.h"
#include "cut-timeline-chart.h"
#include "cut-timeline-layout.h"
#include "cut-timeline-query.h"

/* A timeline of 10,000 dates: how long a frame takes while one pans and zooms through it, against drawing as many plain rectangles, which
 * is what drawing each of them could not do without. And how long until it was read and laid out. */

#define ITEMS 10000
#define WIDTH 1280
#define HEIGHT 480
#define FRAMES 120
#define ROUNDS 3
#define FRAME_MS (1000.0 / 60)

/* Processor time of all threads: what else the machine does counts not. */
static double
get_ms (void)
{
  return (double) clock () * 1000 / CLOCKS_PER_SEC;
}

/* What the data looks like: most dates in the months before the last one, some over decades, every form of date among them. */
static char *
make_day (GRand *random)
{
  int years = g_rand_int_range (random, 0, 10) < 7 ? 1 : 30;

  return g_strdup_printf ("%04d-%02d-%02d", 2018 - g_rand_int_range (random, 0, years), g_rand_int_range (random, 1, 13),
                          g_rand_int_range (random, 1, 29));
}

static CutDate *
make_date (GRand *random)
{
  static const CutDatePrecision precisions[] = { CUT_DATE_DAY, CUT_DATE_DAY, CUT_DATE_DAY, CUT_DATE_DAY, CUT_DATE_MONTH,
                                                 CUT_DATE_YEAR, CUT_DATE_ABOUT, CUT_DATE_BEFORE, CUT_DATE_AFTER };
  g_autofree char *day = make_day (random);

  return cut_date_new (day, precisions[g_rand_int_range (random, 0, G_N_ELEMENTS (precisions))], NULL, NULL);
}

static CutTimeline *
make_timeline (void)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_timeline_item_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < ITEMS; i++)
    {
      g_autoptr (CutDate) date = make_date (random);
      g_autofree char *id = g_strdup_printf ("%u", i);
      CutTimelineItem *item = cut_timeline_item_new ((CutTimelineKind) (i % CUT_N_TIMELINE_KINDS), CUT_KIND_CLAIM, id, date, NULL);

      item->title = g_strdup_printf ("Tank %u leaked into the harbour in March", i);
      g_ptr_array_add (items, item);
    }
  return cut_timeline_new (items);
}

/* Drawing. */

static void
draw_node (GskRenderNode *node)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
draw_frame (GtkWidget *chart)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gtk_widget_allocate (chart, WIDTH, HEIGHT, -1, NULL);
  GTK_WIDGET_GET_CLASS (chart)->snapshot (chart, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  draw_node (node);
  g_clear_pointer (&node, gsk_render_node_unref);
}

static double
draw_rectangles (void)
{
  double start = get_ms ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  for (guint i = 0; i < ITEMS; i++)
    gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 0.1f, 0.3f, 0.7f, 1 },
                               &GRAPHENE_RECT_INIT ((float) (i * 7 % WIDTH), (float) (i * 13 % HEIGHT), 14, 14));
  node = gtk_snapshot_free_to_node (snapshot);
  draw_node (node);
  gsk_render_node_unref (node);
  return get_ms () - start;
}

typedef struct
{
  double mean;
  double longest;
} Times;

static Times
measure (GtkWidget *chart,
         void     (*move) (GtkWidget *chart, guint frame))
{
  Times times = { 0, 0 };

  for (guint i = 0; i < FRAMES; i++)
    {
      double start = get_ms ();
      double took;

      move (chart, i);
      draw_frame (chart);
      took = get_ms () - start;
      times.mean += took / FRAMES;
      times.longest = MAX (times.longest, took);
    }
  return times;
}

static void
pan (GtkWidget *chart,
     guint      frame)
{
  cut_timeline_chart_pan (CUT_TIMELINE_CHART (chart), frame < FRAMES / 2 ? -0.02 : 0.02);
}

static void
zoom (GtkWidget *chart,
      guint      frame)
{
  cut_timeline_chart_zoom (CUT_TIMELINE_CHART (chart), frame < FRAMES / 2 ? 0.5 : -0.5);
}

static void
keep_least (Times *least,
            Times  times)
{
  least->mean = MIN (least->mean, times.mean);
  least->longest = MIN (least->longest, times.longest);
}

static void
print_times (const char *what,
             Times       times,
             double      rectangles)
{
  g_print ("%s: %.2f ms a frame, longest %.2f ms; %.2f x of %d plain rectangles (%.2f ms), %.2f x of a frame at 60 a second\n", what,
           times.mean, times.longest, times.mean / rectangles, ITEMS, rectangles, times.mean / FRAME_MS);
}

static void
bench_frames (CutTimeline *timeline)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *chart = cut_timeline_chart_new ();
  Times all = { G_MAXDOUBLE, G_MAXDOUBLE }, near = all, zooming = all;
  double rectangles = G_MAXDOUBLE;

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), chart);
  gtk_window_present (GTK_WINDOW (window));
  cut_test_iterate ();
  cut_timeline_chart_set_timeline (CUT_TIMELINE_CHART (chart), timeline, TRUE);
  for (guint round = 0; round < ROUNDS; round++)
    {
      rectangles = MIN (rectangles, draw_rectangles ());
      cut_timeline_chart_fit (CUT_TIMELINE_CHART (chart));
      draw_frame (chart);
      keep_least (&all, measure (chart, pan));
      keep_least (&zooming, measure (chart, zoom));
      /* Where bars, words and points are thick. */
      cut_timeline_chart_fit (CUT_TIMELINE_CHART (chart));
      cut_timeline_chart_pan (CUT_TIMELINE_CHART (chart), 0.4);
      cut_timeline_chart_zoom (CUT_TIMELINE_CHART (chart), 14);
      keep_least (&near, measure (chart, pan));
    }
  print_times ("pan, all in view", all, rectangles);
  print_times ("pan, near", near, rectangles);
  print_times ("zoom", zooming, rectangles);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
bench_layout (CutTimeline *timeline)
{
  CutTimelineMetrics metrics = { 14, 40, 26, 3, 6 };
  double least = G_MAXDOUBLE;
  guint marks = 0;

  for (guint round = 0; round < 20; round++)
    {
      double start = get_ms ();
      g_autoptr (CutTimelineLayout) layout = cut_timeline_layout_new (timeline, 1280 / 3e11, &metrics, CUT_TIMELINE_ALL_KINDS);

      least = MIN (least, get_ms () - start);
      marks = layout->marks->len;
    }
  g_print ("layout: %.2f ms for %d items, %u marks\n", least, ITEMS, marks);
}

/* Reading: against the plain lists of the same objects. */

static void
fill (CutNotebook *notebook)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  CutAct *act = cut_act_new ("Fill");
  CutRecord *claim = NULL;

  for (guint i = 0; i < ITEMS; i++)
    {
      g_autoptr (CutDate) date = make_date (random);

      if (i % 4 == 0)
        cut_act_take (act, cut_record_new (CUT_KIND_CLIP, "title", "Board denies leak", "site-name", "Evening Post", "published", date, NULL));
      else if (i % 4 == 1)
        cut_act_take (act, claim = cut_record_new (CUT_KIND_CLAIM, "text", "The tank leaked into the harbour", "fact-date", date, NULL));
      else
        cut_act_take (act, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", cut_record_get_id (claim), "stance", "denies", "said-at", date, NULL));
    }
  cut_notebook_commit (notebook, act, NULL, &error);
  g_assert_no_error (error);
}

static double
list_all (CutNotebook *notebook)
{
  static const CutKind kinds[] = { CUT_KIND_CLIP, CUT_KIND_CLAIM, CUT_KIND_ATTRIBUTION };
  double start = get_ms ();
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CutQuery) query = cut_query_new (kinds[i]);
      g_autoptr (GPtrArray) all = cut_notebook_list (notebook, query, NULL, NULL);

      n += all->len;
    }
  g_assert_cmpuint (n, ==, ITEMS);
  return get_ms () - start;
}

static void
bench_reading (void)
{
  CutTestNotebook fixture = { NULL };
  double plain = G_MAXDOUBLE, read = G_MAXDOUBLE;

  cut_test_notebook_set_up (&fixture, NULL);
  fill (fixture.notebook);
  for (guint round = 0; round < ROUNDS; round++)
    {
      double start;
      g_autoptr (CutTimeline) timeline = NULL;

      plain = MIN (plain, list_all (fixture.notebook));
      start = get_ms ();
      timeline = cut_notebook_timeline (fixture.notebook, NULL, NULL, NULL);
      read = MIN (read, get_ms () - start);
      g_assert_cmpuint (timeline->items->len, ==, ITEMS);
    }
  g_print ("reading: %.0f ms for %d items, %.2f x of listing the same objects (%.0f ms)\n", read, ITEMS, read / plain, plain);
  cut_test_notebook_tear_down (&fixture, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (CutTimeline) timeline = make_timeline ();

  bench_layout (timeline);
  bench_reading ();
  if (gtk_init_check ())
    {
      adw_init ();
      bench_frames (timeline);
    }
  else
    g_print ("There is no display: no frames were drawn\n");
  return 0;
}
