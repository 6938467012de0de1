/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "bench-times.h"
#include "cut-index.h"
#include "cut-margin-view.h"
#include "cut-quote.h"
#include "cut-reader-view.h"
#include "cut-test-notebook.h"
#include "cut-test-widgets.h"

/* An article of 1 MB with 2,000 highlights: how long from asking for it to the frame with its first text, and until all of it is there; beside a bare
 * GtkTextView that is given the same text and as many tags at once. The longest turn of the main loop meanwhile is how long the window does not answer. */

#define BYTES (1024 * 1024)
#define HIGHLIGHTS 2000
#define ROUNDS 7
#define GOAL_MS 100.0

typedef struct
{
  CutTestNotebook notebook;
  GtkWidget *window;
  char *clip;
  char *text;       /* of the reading */
  guint length;     /* code points */
  gboolean drawn;
  Times longest;    /* turn of the main loop */
} Bench;

static Times waited; /* in poll () since the program began; a poll function is told nothing */

/* The article. */

static char *
make_text (void)
{
  static const char *const words[] = { "harbour", "board", "the", "of", "admitted", "tank", "second", "a", "leak", "minutes", "official", "that", "register",
                                       "inspection", "to", "in", "ferry", "company", "review", "knew", "and", "report", "was", "never", "written" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  GString *text = g_string_new ("A long report\n\n");

  while (text->len < BYTES)
    {
      for (guint i = 0; i < 80; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? " " : "The ", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      g_string_append (text, ".\n\n");
    }
  return g_string_free (text, FALSE);
}

/* Every so many code points forty of them. */
static void
get_place (guint  length,
           guint  i,
           guint *start,
           guint *end)
{
  guint step = length / HIGHLIGHTS;

  *start = 20 + i * step;
  *end = MIN (*start + 40, length);
}

static void
add_highlights (Bench      *bench,
                CutReading *reading)
{
  g_autoptr (CutIndex) index = cut_index_new (reading->text);
  g_autoptr (GError) error = NULL;
  CutAct *act = cut_act_new ("Highlight");

  for (guint i = 0; i < HIGHLIGHTS; i++)
    {
      g_autoptr (CutSelector) selector = NULL;
      guint start, end;

      get_place (bench->length, i, &start, &end);
      selector = cut_quote_make (reading->text, index, start, end, &error);
      g_assert_no_error (error);
      cut_act_take (act, cut_record_new (CUT_KIND_ANNOTATION, "clip", bench->clip, "capture", cut_record_get_id (reading->capture), "kind", "highlight",
                                         "selectors", selector, NULL));
    }
  cut_notebook_commit (bench->notebook.notebook, act, NULL, &error);
  g_assert_no_error (error);
}

static void
fill (Bench *bench)
{
  g_autofree char *text = make_text ();
  g_autoptr (CutClipResult) clipped = cut_test_clip_text (bench->notebook.notebook, text);
  g_autoptr (CutReading) reading = NULL;

  bench->clip = g_strdup (cut_record_get_id (clipped->clip));
  reading = cut_notebook_read (bench->notebook.notebook, bench->clip, NULL);
  g_assert_nonnull (reading);
  bench->text = g_strdup (reading->text);
  bench->length = (guint) g_utf8_strlen (reading->text, -1);
  g_assert_cmpuint (bench->length, >, BYTES * 9 / 10);
  add_highlights (bench, reading);
}

/* Frames. */

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *bench)
{
  bench->drawn = TRUE;
}

static int
waiting_poll (GPollFD *fds,
              guint    n_fds,
              int      timeout)
{
  Times start = read_times ();
  int result = g_poll (fds, n_fds, timeout);
  Times took = since (start);

  waited.wall += took.wall;
  waited.cpu += took.cpu;
  return result;
}

/* Waiting is no stall. */
static void
turn (Bench *bench)
{
  Times before = waited;
  Times start = read_times ();
  Times took;

  g_main_context_iteration (NULL, TRUE);
  took = since (start);
  bench->longest.wall = MAX (bench->longest.wall, took.wall - (waited.wall - before.wall));
  bench->longest.cpu = MAX (bench->longest.cpu, took.cpu - (waited.cpu - before.cpu));
}

static void
wait_for_frame (Bench *bench)
{
  bench->drawn = FALSE;
  while (!bench->drawn)
    turn (bench);
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
settle (void)
{
  gboolean over = FALSE;

  g_timeout_add (300, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static GtkTextBuffer *
buffer_of (GtkWidget *widget)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (cut_test_find (widget, GTK_TYPE_TEXT_VIEW, NULL)));
}

/* The reader with its margin. */

static void
show_empty (Bench      *bench,
            GtkWidget **reader)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *margin = cut_margin_view_new (bench->notebook.notebook);

  *reader = cut_reader_view_new (bench->notebook.notebook);
  cut_margin_view_set_reader (CUT_MARGIN_VIEW (margin), CUT_READER_VIEW (*reader));
  gtk_widget_set_hexpand (*reader, TRUE);
  gtk_widget_set_size_request (margin, 300, -1);
  gtk_box_append (GTK_BOX (box), *reader);
  gtk_box_append (GTK_BOX (box), margin);
  gtk_window_set_child (GTK_WINDOW (bench->window), box);
  settle ();
}

/* @first: (out): until the frame with its first text. Returns: until all of it is there and drawn */
static Times
open_reader (Bench *bench,
             Times *first)
{
  GtkWidget *reader;
  GtkTextBuffer *buffer;
  Times start;

  show_empty (bench, &reader);
  buffer = buffer_of (reader);
  bench->longest = (Times) { 0, 0 };
  start = read_times ();
  cut_reader_view_open (CUT_READER_VIEW (reader), bench->clip);
  while (gtk_text_buffer_get_char_count (buffer) == 0)
    turn (bench);
  wait_for_frame (bench);
  *first = since (start);
  while (gtk_text_buffer_get_char_count (buffer) < (int) bench->length)
    turn (bench);
  wait_for_frame (bench);
  return since (start);
}

/* The toolkit alone. */
static Times
open_bare (Bench *bench)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  Times start;

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_text_buffer_create_tag (buffer, "highlight", "background", "yellow", NULL);
  gtk_window_set_child (GTK_WINDOW (bench->window), scrolled);
  settle ();
  start = read_times ();
  gtk_text_buffer_set_text (buffer, bench->text, -1);
  for (guint i = 0; i < HIGHLIGHTS; i++)
    {
      guint from, to;
      GtkTextIter a, b;

      get_place (bench->length, i, &from, &to);
      gtk_text_buffer_get_iter_at_offset (buffer, &a, (int) from);
      gtk_text_buffer_get_iter_at_offset (buffer, &b, (int) to);
      gtk_text_buffer_apply_tag_by_name (buffer, "highlight", &a, &b);
    }
  wait_for_frame (bench);
  return since (start);
}

static int
compare_cb (const void *a,
            const void *b)
{
  double x = ((const Times *) a)->cpu;
  double y = ((const Times *) b)->cpu;

  return (x > y) - (x < y);
}

static Times
median (Times *times)
{
  qsort (times, ROUNDS, sizeof (Times), compare_cb);
  return times[ROUNDS / 2];
}

static void
print_times (const char *name,
             Times       times)
{
  g_print ("article: %-18s %.1f ms of the main thread, %.1f ms on the wall\n", name, times.cpu, times.wall);
}

static void
measure (Bench *bench)
{
  Times first[ROUNDS], all[ROUNDS], bare[ROUNDS], longest[ROUNDS];
  Times of_first;

  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = open_bare (bench);
      all[i] = open_reader (bench, &first[i]);
      longest[i] = bench->longest;
    }
  of_first = median (first);
  g_print ("article: %u code points, %u highlights\n", bench->length, HIGHLIGHTS);
  print_times ("bare text view", median (bare));
  print_times ("first text", of_first);
  print_times ("all text", median (all));
  print_times ("longest turn", median (longest));
  g_print ("article: the first text takes %.2f x the bare view on the processor, and on the wall %.2f x the goal of %.0f ms\n", of_first.cpu / median (bare).cpu,
           of_first.wall / GOAL_MS, GOAL_MS);
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { 0 };

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("article: there is no display\n");
      return 77;
    }
  adw_init ();
  g_main_context_set_poll_func (NULL, waiting_poll);
  cut_test_notebook_set_up (&bench.notebook, NULL);
  fill (&bench);
  bench.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1200, 800);
  gtk_window_set_child (GTK_WINDOW (bench.window), gtk_label_new ("…"));
  gtk_window_present (GTK_WINDOW (bench.window));
  cut_test_iterate ();
  g_signal_connect (gtk_widget_get_frame_clock (bench.window), "after-paint", G_CALLBACK (after_paint_cb), &bench);
  measure (&bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  cut_test_iterate ();
  cut_test_notebook_tear_down (&bench.notebook, NULL);
  g_free (bench.clip);
  g_free (bench.text);
  return 0;
}
