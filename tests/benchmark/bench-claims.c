/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-times.h"
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-claims-view.h"
#include "cut-test-notebook.h"
#include "cut-test-widgets.h"

/* The Claims view of a story of 3,000 claims: how long until its first frame with rows, and how long after one claim was changed until
 * its row is drawn anew; each beside a bare table of as many dummies and as many columns, which is what the toolkit takes for itself.
 * What the notebook read before is dropped before each opening. */

#define CLAIMS 3000
#define SOURCES 40
#define ROUNDS 7
#define OPEN_GOAL_MS 100.0
#define CHANGE_GOAL_MS 20.0
#define COLUMNS 9
#define MANY_SOURCES 5000
#define OFFER_GOAL_MS 16.0 /* a frame */

typedef struct
{
  CutTestNotebook notebook;
  GtkWidget *window;
  char *story;
  GPtrArray *claims;
  gboolean drawn;
  Times first;
} Bench;

static const char *const words[] = {
  "The harbour board knew of the leak before the second tank was emptied",
  "Four of the seven ferries sailed without a certificate that was valid",
  "The register was late in writing down the inspections of the autumn",
  "The company paid the fine on the day after the review was published",
};

static void
commit (Bench  *bench,
        CutAct *act)
{
  g_autoptr (GError) error = NULL;

  cut_notebook_commit (bench->notebook.notebook, act, NULL, &error);
  g_assert_no_error (error);
}

static GPtrArray *
make_sources (CutAct *act)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < SOURCES; i++)
    {
      g_autofree char *label = g_strdup_printf ("Source number %u", i);
      CutRecord *source = cut_record_new (CUT_KIND_SOURCE, "label", label, "kind", i % 3 == 0 ? "publication" : "person", "named", i % 4 != 0,
                                          NULL);

      cut_act_put (act, source);
      g_ptr_array_add (sources, source);
    }
  return sources;
}

static void
add_claim (Bench     *bench,
           CutAct    *act,
           GPtrArray *sources,
           guint      i)
{
  g_autofree char *text = g_strdup_printf ("%s (%u)", words[i % G_N_ELEMENTS (words)], i);
  const char *stories[] = { bench->story, NULL };
  /* Never the source itself: twice a number and one is odd. */
  const char *via[] = { cut_record_get_id (g_ptr_array_index (sources, (i * 3 + 1) % SOURCES)), NULL };
  CutRecord *claim = cut_record_new (CUT_KIND_CLAIM, "text", text, "stories", stories, "importance", i % 9 == 0 ? "key" : "normal", NULL);

  for (guint k = 0; k < 2; k++)
    cut_act_take (act, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", cut_record_get_id (claim), "source",
                                       cut_record_get_id (g_ptr_array_index (sources, (i + 7 * k) % SOURCES)), "via", k == 0 ? via : NULL,
                                       "stance", k == 1 && i % 5 == 0 ? "denies" : "asserts", NULL));
  cut_act_put (act, claim);
  g_ptr_array_add (bench->claims, claim);
}

static void
fill (Bench *bench)
{
  CutAct *act = cut_act_new ("Fill");
  CutRecord *story = cut_record_new (CUT_KIND_STORY, "title", "A large story", NULL);
  g_autoptr (GPtrArray) sources = make_sources (act);

  bench->story = g_strdup (cut_record_get_id (story));
  bench->claims = g_ptr_array_new_with_free_func (g_object_unref);
  cut_act_take (act, story);
  for (guint i = 0; i < CLAIMS; i++)
    add_claim (bench, act, sources, i);
  commit (bench, act);
}

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

/* Waits until nothing is left to do of what was before. */
static void
settle (void)
{
  gboolean over = FALSE;

  g_timeout_add (500, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* What was shown before is gone before the clock starts. */
static void
clear (Bench *bench)
{
  gtk_window_set_child (GTK_WINDOW (bench->window), NULL);
  settle ();
}

static GListModel *
model_of (GtkWidget *view)
{
  GtkWidget *table = cut_test_find (view, GTK_TYPE_COLUMN_VIEW, NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = ((const Times *) a)->cpu;
  double y = ((const Times *) b)->cpu;

  return (x > y) - (x < y);
}

static Times
median (Times *times,
        guint  n)
{
  qsort (times, n, sizeof (Times), compare);
  return times[n / 2];
}

static void
print_times (const char *name,
             Times       times,
             double      goal)
{
  g_print ("claims: %-12s %.1f ms on the processor, %.1f ms with all threads (%.2f x the goal of %.0f ms), %.1f ms on the wall\n", name, times.cpu,
           times.all, times.all / goal, goal, times.wall);
}

/* The notebook is opened anew, so that nothing of it is at hand. */
static Times
open_view (Bench *bench)
{
  Times start;
  GtkWidget *view;

  clear (bench);
  cut_notebook_close (bench->notebook.notebook);
  g_object_unref (bench->notebook.notebook);
  bench->notebook.notebook = cut_notebook_open (bench->notebook.path, NULL, NULL);
  start = read_times ();
  view = cut_claims_view_new (bench->notebook.notebook);
  cut_claims_view_show_story (CUT_CLAIMS_VIEW (view), bench->story);
  gtk_window_set_child (GTK_WINDOW (bench->window), view);
  while (g_list_model_get_n_items (model_of (view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (bench);
  bench->first = since (start);
  while (g_list_model_get_n_items (model_of (view)) < CLAIMS)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (bench);
  return since (start);
}

static void
dummy_setup_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (cell), 2);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (cell), 2);
  gtk_list_item_set_child (list_item, cell);
}

static void
dummy_bind_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  GtkStringObject *item = gtk_list_item_get_item (list_item);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (list_item)), gtk_string_object_get_string (item));
}

static Times
open_bare (Bench *bench)
{
  Times start;
  GtkStringList *model = gtk_string_list_new (NULL);
  GtkWidget *table = gtk_column_view_new (NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (GtkSingleSelection) selection = NULL;

  clear (bench);
  start = read_times ();
  for (guint i = 0; i < CLAIMS; i++)
    gtk_string_list_append (model, words[i % G_N_ELEMENTS (words)]);
  for (guint i = 0; i < COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (dummy_setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (dummy_bind_cb), NULL);
      column = gtk_column_view_column_new ("Column", factory);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
    }
  selection = gtk_single_selection_new (G_LIST_MODEL (model));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (table), GTK_SELECTION_MODEL (selection));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), table);
  gtk_window_set_child (GTK_WINDOW (bench->window), scrolled);
  wait_for_frame (bench);
  return since (start);
}

static void
items_changed_cb (gboolean *changed)
{
  *changed = TRUE;
}

/* From the notebook's word that something changed to the frame that shows it. */
static Times
change_one (Bench *bench,
            guint  i)
{
  GListModel *model = model_of (gtk_window_get_child (GTK_WINDOW (bench->window)));
  static const char *const statuses[] = { "in-progress", "corroborated", "verified" };
  CutAct *act = cut_act_new ("Change");
  gboolean changed = FALSE;
  Times start;

  g_ptr_array_index (bench->claims, i) = cut_record_with (g_ptr_array_index (bench->claims, i), "status", statuses[i % 3], NULL);
  cut_act_put (act, g_ptr_array_index (bench->claims, i));
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), &changed);
  commit (bench, act);
  start = read_times ();
  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (bench);
  g_signal_handlers_disconnect_by_data (model, &changed);
  return since (start);
}

/* Offers for what was typed, among 5,000 sources. */
static Times
complete (Bench      *bench,
          const char *typed)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  Times start = read_times ();

  cut_notebook_complete_async (bench->notebook.notebook, CUT_KIND_SOURCE, typed, 8, NULL, cut_test_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  rows = cut_notebook_complete_finish (bench->notebook.notebook, result, NULL);
  g_assert_cmpuint (rows->len, >, 0);
  return since (start);
}

static void
add_sources (Bench *bench)
{
  CutAct *act = cut_act_new ("Fill");

  for (guint i = 0; i < MANY_SOURCES; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s number %u", i % 2 == 0 ? "Official" : "Witness", i);

      cut_act_take (act, cut_record_new (CUT_KIND_SOURCE, "label", label, NULL));
    }
  commit (bench, act);
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { 0 };
  Times open[ROUNDS], all[ROUNDS], bare[ROUNDS], change[ROUNDS], offers[ROUNDS];

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("claims: there is no display\n");
      return 77;
    }
  adw_init ();
  cut_test_notebook_set_up (&bench.notebook, NULL);
  fill (&bench);
  bench.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1200, 800);
  gtk_window_set_child (GTK_WINDOW (bench.window), gtk_label_new ("…"));
  gtk_window_present (GTK_WINDOW (bench.window));
  cut_test_iterate ();
  g_signal_connect (gtk_widget_get_frame_clock (bench.window), "after-paint", G_CALLBACK (after_paint_cb), &bench);
  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = open_bare (&bench);
      all[i] = open_view (&bench);
      open[i] = bench.first;
    }
  for (guint i = 0; i < ROUNDS; i++)
    {
      change[i] = change_one (&bench, CLAIMS - 1 - i);
      settle ();
    }
  add_sources (&bench);
  settle ();
  for (guint i = 0; i < ROUNDS; i++)
    offers[i] = complete (&bench, i % 2 == 0 ? "o" : "witness number 4");
  print_times ("bare table", median (bare, ROUNDS), OPEN_GOAL_MS);
  print_times ("open", median (open, ROUNDS), OPEN_GOAL_MS);
  print_times ("all rows", median (all, ROUNDS), OPEN_GOAL_MS);
  print_times ("one change", median (change, ROUNDS), CHANGE_GOAL_MS);
  print_times ("offers", median (offers, ROUNDS), OFFER_GOAL_MS);
  g_print ("claims: opening takes %.2f x a bare table\n", median (open, ROUNDS).cpu / median (bare, ROUNDS).cpu);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  cut_test_notebook_tear_down (&bench.notebook, NULL);
  g_ptr_array_unref (bench.claims);
  g_free (bench.story);
  return 0;
}
