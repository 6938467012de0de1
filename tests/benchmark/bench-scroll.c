/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <time.h>

#include "cut-clip-list.h"
#include "cut-store.h"
#include "cut-test-notebook.h"
#include "cut-test-widgets.h"

/* The list of a notebook of 100,000 clips, scrolled by pages, by lines and by jumps, beside a bare GtkListView of as many rows of as much
 * text: what the main thread takes for a frame, and in all until every row in view shows what it is of. `bench-scroll N`: so many clips. */

#define CLIPS 100000
#define STEPS 60
#define WIDTH 340
#define HEIGHT 800
#define GOAL 1.3

typedef struct
{
  CutTestNotebook notebook;
  GtkWidget *window;
  guint n_clips;
  gboolean drawn;
} Bench;

/* A way to scroll: the list's height is 1. */
typedef struct
{
  const char *name;
  double pages; /* a step, in heights of the view; 0: anywhere */
} Way;

static const Way ways[] = { { "lines", 0.1 }, { "pages", 0.9 }, { "jumps", 0 } };

/* ms of this thread on the processor: the rows are read in another one. */
static double
get_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* What is listed. */

static char *
title_of (guint i)
{
  static const char *const heads[] = { "Harbour board admits second leak", "Ferry line skipped four inspections", "The register was late again",
                                       "Company paid the fine a day after the review was published" };

  return g_strdup_printf ("%s (%u)", heads[i % G_N_ELEMENTS (heads)], i);
}

static const char standfirst[] = "The minutes name two officials who knew earlier, and say that neither was asked to write a report about it.";

/* As an import puts them there: all in one act. */
static void
fill (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutStore) store = NULL;

  cut_notebook_close (bench->notebook.notebook);
  g_object_unref (bench->notebook.notebook);
  store = cut_store_open (bench->notebook.path, 0, &error);
  g_assert_no_error (error);
  g_assert_true (cut_store_begin (store, NULL));
  for (guint i = 0; i < bench->n_clips; i++)
    {
      g_autofree char *title = title_of (i);
      g_autoptr (CutRecord) clip = cut_record_new (CUT_KIND_CLIP, "title", title, "site_name", "The Norrvik Post", "standfirst", standfirst, NULL);

      g_assert_true (cut_store_put (store, clip, &error));
    }
  g_assert_true (cut_store_commit (store, &error));
  cut_store_close (store);
  bench->notebook.notebook = cut_notebook_open (bench->notebook.path, NULL, &error);
  g_assert_no_error (error);
}

static void
bare_setup_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *line = gtk_inscription_new (NULL);

      gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
      gtk_inscription_set_min_lines (GTK_INSCRIPTION (line), i == 0 ? 1 : 3);
      gtk_box_append (GTK_BOX (box), line);
    }
  gtk_list_item_set_child (list_item, box);
}

static void
bare_bind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  GtkStringObject *item = gtk_list_item_get_item (list_item);
  GtkWidget *origin = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));

  gtk_inscription_set_text (GTK_INSCRIPTION (origin), "The Norrvik Post · no date");
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_next_sibling (origin)), gtk_string_object_get_string (item));
}

static GtkWidget *
make_bare (Bench *bench)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < bench->n_clips; i++)
    {
      g_autofree char *title = title_of (i);

      gtk_string_list_take (model, g_strdup_printf ("%s\n%s", title, standfirst));
    }
  g_signal_connect (factory, "setup", G_CALLBACK (bare_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bare_bind_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 gtk_list_view_new (GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_steal_pointer (&model)))), factory));
  return scrolled;
}

static GtkWidget *
make_list (Bench *bench)
{
  GtkWidget *list = g_object_new (CUT_TYPE_CLIP_LIST, NULL);

  cut_clip_list_set_view (CUT_CLIP_LIST (list), "all");
  cut_clip_list_set_notebook (CUT_CLIP_LIST (list), bench->notebook.notebook);
  return list;
}

/* Frames. */

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *bench)
{
  bench->drawn = TRUE;
}

static void
wait_for_frame (Bench *bench)
{
  bench->drawn = FALSE;
  while (!bench->drawn)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until what was asked for is read and drawn. */
static void
settle (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static GtkAdjustment *
show (Bench     *bench,
      GtkWidget *child)
{
  GtkWidget *list;
  GtkAdjustment *adjustment;

  gtk_window_set_child (GTK_WINDOW (bench->window), child);
  list = cut_test_find (child, GTK_TYPE_LIST_VIEW, NULL);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  while (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) < bench->n_clips)
    g_main_context_iteration (NULL, TRUE);
  settle (500);
  return adjustment;
}

typedef struct
{
  double frame; /* ms, median */
  double all;   /* ms a step, with what comes after its frame */
} Times;

static int
compare_cb (const void *a,
            const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static Times
scroll (Bench         *bench,
        GtkAdjustment *adjustment,
        const Way     *way)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  double frames[STEPS];
  double page = gtk_adjustment_get_page_size (adjustment);
  double most = gtk_adjustment_get_upper (adjustment) - page;
  double start;

  gtk_adjustment_set_value (adjustment, most / 3);
  settle (500);
  start = get_ms ();
  for (guint i = 0; i < STEPS; i++)
    {
      double value = way->pages > 0 ? gtk_adjustment_get_value (adjustment) + way->pages * page : g_rand_double_range (rand, 0, most);
      double before = get_ms ();

      gtk_adjustment_set_value (adjustment, value);
      wait_for_frame (bench);
      frames[i] = get_ms () - before;
    }
  settle (500);
  qsort (frames, STEPS, sizeof (double), compare_cb);
  return (Times) { frames[STEPS / 2], (get_ms () - start) / STEPS };
}

static void
compare (Bench *bench)
{
  Times bare[G_N_ELEMENTS (ways)];
  GtkAdjustment *adjustment = show (bench, make_bare (bench));

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    bare[i] = scroll (bench, adjustment, &ways[i]);
  adjustment = show (bench, make_list (bench));
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      Times ours = scroll (bench, adjustment, &ways[i]);

      g_print ("scroll: %u clips by %s: a frame %.2f ms, %.2f x that of a bare list (%.2f ms; goal %.1f); with what comes behind it %.2f ms, %.2f x\n",
               bench->n_clips, ways[i].name, ours.frame, ours.frame / bare[i].frame, bare[i].frame, GOAL, ours.all, ours.all / bare[i].all);
    }
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { .n_clips = CLIPS };

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("scroll: there is no display\n");
      return 77;
    }
  if (argc > 1)
    bench.n_clips = (guint) MAX (atoi (argv[1]), 1000);
  adw_init ();
  cut_test_notebook_set_up (&bench.notebook, NULL);
  fill (&bench);
  bench.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (bench.window), gtk_label_new ("…"));
  gtk_window_present (GTK_WINDOW (bench.window));
  cut_test_iterate ();
  g_signal_connect (gtk_widget_get_frame_clock (bench.window), "after-paint", G_CALLBACK (after_paint_cb), &bench);
  compare (&bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  cut_test_iterate ();
  cut_test_notebook_tear_down (&bench.notebook, NULL);
  return 0;
}
