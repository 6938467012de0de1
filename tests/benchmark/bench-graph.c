/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <time.h>

#include "cut-graph-canvas.h"
#include "cut-graph-paint.h"
#include "cut-test-widgets.h"

/* A graph of 2,000 entities and 4,000 ties: what a frame costs the main thread while the graph is moved, beside a bare widget that draws as
 * many rectangles and names through GtkSnapshot, which is what the toolkit takes for itself; what it takes to draw the picture that is
 * moved, in its thread; and how long until all nodes have their places. */

#define NODES 2000
#define EDGES 4000
#define FRAMES 90
#define ROUNDS 5
#define PAN 7.0
#define GOAL_MS (1000.0 / 60)

typedef struct
{
  GtkWidget *window;
  double begun;
  double *frames; /* of which the next one is measured */
  guint n_frames;
} Bench;

static double
read_clock (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
part (double *times,
      guint   n,
      double  where)
{
  qsort (times, n, sizeof (double), compare);
  return times[(guint) (where * (n - 1))];
}

static const char *
name_of (guint i)
{
  static const char *const names[] = { "Harbour Board", "Tolvane Line", "Ada Lindqvist", "Norrvik Yard", "Port Sennet", "Jon Berg-Amari" };

  return names[i % G_N_ELEMENTS (names)];
}

/* A tree of some depth, with as many ties across it. */
static CutGraph *
make_graph (void)
{
  static const char *const schemas[] = { "Person", "Company", "Organization", "PublicBody", "Address", "Event" };
  g_autoptr (CutTies) ties = cut_ties_new ();
  g_autoptr (CutGraphFilter) filter = cut_graph_filter_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GError) error = NULL;
  CutGraph *graph;

  for (guint i = 0; i < NODES; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%05u", i);

      cut_ties_put_entity (ties, id, schemas[i % G_N_ELEMENTS (schemas)], name_of (i), NULL);
    }
  for (guint i = 1; i <= EDGES; i++)
    {
      guint to = i < NODES ? i : (guint) g_rand_int_range (rand, 0, NODES);
      guint from = i < NODES ? (i - 1) / 8 : (to + 1 + (guint) g_rand_int_range (rand, 0, 40)) % NODES;
      g_autofree char *id = g_strdup_printf ("r%05u", i);
      g_autofree char *one = g_strdup_printf ("n%05u", from);
      g_autofree char *other = g_strdup_printf ("n%05u", to);
      CutRelationFact fact = { .id = id, .schema = "Ownership", .from = one, .to = other };

      cut_ties_put_relation (ties, &fact);
    }
  cut_ties_close (ties);
  filter->depth = CUT_GRAPH_MOST_DEPTH;
  graph = cut_graph_new (ties, "n00000", filter, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (graph->nodes->len, ==, NODES);
  return graph;
}

/* The bare widget. */

typedef struct
{
  GtkWidget parent_instance;
  CutGraphScene *scene;
  GPtrArray *names; /* of PangoLayout */
  double x;
} Bare;

typedef struct
{
  GtkWidgetClass parent_class;
} BareClass;

GType bare_get_type (void);
G_DEFINE_TYPE (Bare, bare, GTK_TYPE_WIDGET)

static void
bare_snapshot (GtkWidget   *widget,
               GtkSnapshot *snapshot)
{
  Bare *self = (Bare *) widget;
  const GdkRGBA ground = { 0.8f, 0.9f, 1, 1 };
  const GdkRGBA ink = { 0, 0, 0, 1 };
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  for (guint i = 0; i < NODES; i++)
    {
      float x = (float) (i % 50 * 28) + (float) self->x;
      float y = (float) (i / 50 * 20);

      gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (x, y, 12, 12));
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
      gtk_snapshot_append_layout (snapshot, g_ptr_array_index (self->names, i), &ink);
      gtk_snapshot_restore (snapshot);
    }
  gtk_snapshot_pop (snapshot);
}

static void
bare_finalize (GObject *object)
{
  g_clear_pointer (&((Bare *) object)->names, g_ptr_array_unref);
  G_OBJECT_CLASS (bare_parent_class)->finalize (object);
}

static void
bare_class_init (BareClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bare_snapshot;
  G_OBJECT_CLASS (klass)->finalize = bare_finalize;
}

static void
bare_init (Bare *self)
{
  self->names = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < NODES; i++)
    g_ptr_array_add (self->names, gtk_widget_create_pango_layout (GTK_WIDGET (self), name_of (i)));
}

/* Frames. */

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench         *bench)
{
  bench->begun = read_clock (CLOCK_THREAD_CPUTIME_ID);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *bench)
{
  if (bench->frames != NULL)
    bench->frames[bench->n_frames] = read_clock (CLOCK_THREAD_CPUTIME_ID) - bench->begun;
  bench->n_frames++;
}

static void
wait_for_frame (Bench *bench)
{
  guint n = bench->n_frames;

  while (bench->n_frames == n)
    g_main_context_iteration (NULL, TRUE);
}

typedef void (*Mover) (GtkWidget *widget, double by);

static void
move_canvas (GtkWidget *widget,
             double     by)
{
  cut_graph_canvas_pan (CUT_GRAPH_CANVAS (widget), by, by / 3);
}

static void
move_bare (GtkWidget *widget,
           double     by)
{
  ((Bare *) widget)->x += by;
  gtk_widget_queue_draw (widget);
}

/* Forth and back, further than the picture reaches. */
static void
measure_frames (Bench     *bench,
                GtkWidget *widget,
                Mover      mover,
                double    *frames)
{
  bench->n_frames = 0;
  bench->frames = frames;
  while (bench->n_frames < FRAMES)
    {
      mover (widget, bench->n_frames % 90 < 45 ? PAN : -PAN);
      wait_for_frame (bench);
    }
  bench->frames = NULL;
}

static void
print_frames (const char *name,
              double     *frames,
              double      bare)
{
  double middle = part (frames, FRAMES, 0.5);

  g_print ("graph: a frame %s: median %.2f ms, 99 of 100 under %.2f ms of the main thread (goal %.1f): %.2f x the bare widget\n", name, middle,
           part (frames, FRAMES, 0.99), GOAL_MS, middle / bare);
}

/* Layout and picture. */

static CutGraphScene *
lay_out (CutGraph     *graph,
         CutGraphLook *look)
{
  g_autofree CutGraphSize *sizes = cut_graph_scene_measure (graph, look);
  double times[ROUNDS];
  g_autoptr (CutGraphLayout) layout = NULL;

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = read_clock (CLOCK_THREAD_CPUTIME_ID);

      g_clear_pointer (&layout, cut_graph_layout_free);
      layout = cut_graph_layout_new (graph, NULL, sizes, cut_graph_scene_get_apart (look));
      while (cut_graph_layout_run (layout, 10, NULL))
        ;
      times[i] = read_clock (CLOCK_THREAD_CPUTIME_ID) - start;
    }
  g_print ("graph: places for %u nodes and %u edges in %.0f ms\n", graph->nodes->len, graph->edges->len, part (times, ROUNDS, 0.5));
  return cut_graph_scene_new (layout, sizes, look);
}

static void
draw_picture (CutGraphScene *scene,
              double         zoom)
{
  double times[ROUNDS];
  const CutGraphCamera camera = { scene->points[0].x, scene->points[0].y, zoom };

  for (guint i = 0; i < ROUNDS; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1800, 1200);
      cairo_t *cr = cairo_create (surface);
      double start = read_clock (CLOCK_THREAD_CPUTIME_ID);

      cut_graph_paint (scene, cr, &camera, 1800, 1200, NULL);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      times[i] = read_clock (CLOCK_THREAD_CPUTIME_ID) - start;
    }
  g_print ("graph: its picture of 1800 x 1200 pixels at %.2f in %.0f ms of the painter's thread\n", zoom, part (times, ROUNDS, 0.5));
}

static void
wait_for_picture (CutGraphCanvas *canvas)
{
  while (!cut_graph_canvas_is_drawn (canvas))
    g_main_context_iteration (NULL, TRUE);
}

static void
measure_canvas (Bench         *bench,
                CutGraphScene *scene,
                double         bare)
{
  GtkWidget *canvas = cut_graph_canvas_new ();
  CutGraphCanvas *self = CUT_GRAPH_CANVAS (canvas);
  double frames[FRAMES];

  gtk_window_set_child (GTK_WINDOW (bench->window), canvas);
  wait_for_frame (bench);
  cut_graph_canvas_set_scene (self, scene, FALSE);
  wait_for_picture (self);
  measure_frames (bench, canvas, move_canvas, frames);
  print_frames ("of the whole graph", frames, bare);
  cut_graph_canvas_zoom (self, 0.5 / cut_graph_canvas_get_camera (self).zoom);
  wait_for_picture (self);
  measure_frames (bench, canvas, move_canvas, frames);
  print_frames ("at half its size", frames, bare);
  /* With the focus drawn over it. */
  gtk_widget_grab_focus (canvas);
  measure_frames (bench, canvas, move_canvas, frames);
  print_frames ("with the focus", frames, bare);
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { 0 };
  GtkWidget *bare;
  double frames[FRAMES];
  double middle;
  g_autoptr (CutGraph) graph = NULL;
  g_autoptr (CutGraphLook) look = NULL;
  g_autoptr (CutGraphScene) scene = NULL;

  if (!gtk_init_check ())
    {
      g_print ("graph: there is no display\n");
      return 77;
    }
  adw_init ();
  graph = make_graph ();
  bench.window = gtk_window_new ();
  g_object_set (gtk_widget_get_settings (bench.window), "gtk-enable-animations", FALSE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1200, 800);
  bare = g_object_new (bare_get_type (), NULL);
  gtk_window_set_child (GTK_WINDOW (bench.window), bare);
  gtk_window_present (GTK_WINDOW (bench.window));
  g_signal_connect (gtk_widget_get_frame_clock (bench.window), "before-paint", G_CALLBACK (before_paint_cb), &bench);
  g_signal_connect (gtk_widget_get_frame_clock (bench.window), "after-paint", G_CALLBACK (after_paint_cb), &bench);
  cut_test_iterate ();
  look = cut_graph_look_new (bare);
  measure_frames (&bench, bare, move_bare, frames);
  middle = part (frames, FRAMES, 0.5);
  g_print ("graph: a frame of the bare widget: median %.2f ms\n", middle);
  scene = lay_out (graph, look);
  draw_picture (scene, 0.15);
  draw_picture (scene, 0.5);
  measure_canvas (&bench, scene, middle);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  return 0;
}
