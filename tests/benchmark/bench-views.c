/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-times.h"
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-claims-view.h"
#include "cut-clip-list-private.h"
#include "cut-entities-view.h"
#include "cut-library.h"
#include "cut-sources-view.h"
#include "cut-test-notebook.h"
#include "cut-test-widgets.h"

/* Every list and table of a notebook of few clips, then of one of many: what the main thread and all threads take on the processor until
 * nothing is left to do, and the longest turn of the main loop. There are a claim for five clips, an entity for twenty and a source for fifty.
 * `bench-views FEW MANY`: paths of other notebooks; what of these they have none of is put into them. */

#define FEW_CLIPS 1000
#define MANY_CLIPS 100000
#define AT_ONCE 500
#define PAGES 10
#define MANY 5000
#define QUIET_MS 60
#define MOST_STEPS 64

typedef struct
{
  double main;
  double all;
  double turn;
} Cost;

typedef struct
{
  CutNotebook *notebook;
  GtkWidget *window;
  GtkWidget *view;
  const char *names[MOST_STEPS];
  Cost costs[2][MOST_STEPS];
  guint n;       /* of steps in this round */
  guint round;
} Bench;

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

/* Turns of the main loop until no thread did anything for a while. */
static double
run_until_quiet (void)
{
  double longest = 0;

  for (gboolean quiet = FALSE; !quiet;)
    {
      gboolean over = FALSE;
      double before = read_times ().all;

      g_timeout_add (QUIET_MS, over_cb, &over);
      while (!over)
        {
          Times start = read_times ();

          g_main_context_iteration (NULL, TRUE);
          longest = MAX (longest, since (start).cpu);
        }
      quiet = read_times ().all - before < 2;
    }
  return longest;
}

/* Counts what @start began. */
static void
end_step (Bench      *bench,
          const char *name,
          Times       start)
{
  double begun = since (start).cpu;
  double longest = run_until_quiet ();
  Times spent = since (start);

  g_assert_cmpuint (bench->n, <, MOST_STEPS);
  bench->names[bench->n] = name;
  bench->costs[bench->round][bench->n++] = (Cost) { spent.cpu, spent.all, MAX (begun, longest) };
  g_debug ("%s: %.1f ms, all threads %.1f ms, longest turn %.1f ms", name, spent.cpu, spent.all, MAX (begun, longest));
}

/* What the notebook has. */

static GPtrArray *
make_named (CutAct     *act,
            CutKind     kind,
            const char *field,
            guint       n)
{
  GPtrArray *named = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Number %u of %u", i * 7919 % 10007, n);
      CutRecord *record = cut_record_new (kind, field, name, NULL);

      cut_act_put (act, record);
      g_ptr_array_add (named, record);
    }
  return named;
}

static const char *
id_of (GPtrArray *records,
       guint      i)
{
  return cut_record_get_id (g_ptr_array_index (records, i % records->len));
}

static void
add_claim (CutAct     *act,
           GPtrArray  *sources,
           GPtrArray  *entities,
           const char *story,
           guint       i)
{
  g_autofree char *text = g_strdup_printf ("The board knew of leak %u before the tank was emptied", i * 7919 % 10007);
  const char *stories[] = { story, NULL };
  const char *about[] = { id_of (entities, i), id_of (entities, i * 31 + 1), NULL };
  g_autoptr (CutRecord) claim = cut_record_new (CUT_KIND_CLAIM, "text", text, "stories", stories, "entities", about, NULL);

  cut_act_put (act, claim);
  for (guint k = 0; k < 2; k++)
    cut_act_take (act, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", cut_record_get_id (claim), "source",
                                       cut_record_get_id (g_ptr_array_index (sources, (i + k * 3) % sources->len)), "stance",
                                       k == 1 && i % 5 == 0 ? "denies" : "asserts", NULL));
}

static gint64
count (Bench   *bench,
       CutKind  kind)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);

  return cut_notebook_count (bench->notebook, query, NULL);
}

static void
commit (Bench  *bench,
        CutAct *act)
{
  g_autoptr (GError) error = NULL;

  cut_notebook_commit (bench->notebook, act, NULL, &error);
  g_assert_no_error (error);
}

static void
add_clip (CutAct    *act,
          GPtrArray *tags,
          guint      i)
{
  g_autofree char *title = g_strdup_printf ("The board met for the %u. time", i * 7919 % 100003);
  g_autofree char *day = g_strdup_printf ("20%02u-%02u-%02u", 10 + i % 15, 1 + i % 12, 1 + i % 28);
  g_autoptr (CutDate) date = cut_date_new (day, CUT_DATE_UNKNOWN, NULL, NULL);
  const char *tag[] = { id_of (tags, i), NULL };
  g_autoptr (CutRecord) clip = cut_record_new (CUT_KIND_CLIP, "title", title, "site-name", i % 2 == 0 ? "The Norrvik Post" : "The Register",
                                               "published", date, "tags", tag, NULL);

  cut_act_put (act, clip);
}

static void
fill_clips (Bench *bench,
            guint  n)
{
  CutAct *act = cut_act_new ("Fill");
  g_autoptr (GPtrArray) tags = make_named (act, CUT_KIND_TAG, "label", 200);

  for (guint i = 0; i < n; i++)
    {
      add_clip (act, tags, i);
      if (i % AT_ONCE < AT_ONCE - 1)
        continue;
      commit (bench, act);
      act = cut_act_new ("Fill");
    }
  commit (bench, act);
}

static void
fill_claims (Bench *bench)
{
  guint n = (guint) count (bench, CUT_KIND_CLIP);
  CutAct *act = cut_act_new ("Fill");
  CutRecord *story = cut_record_new (CUT_KIND_STORY, "title", "A large story", NULL);
  g_autofree char *id = g_strdup (cut_record_get_id (story));
  g_autoptr (GPtrArray) sources = make_named (act, CUT_KIND_SOURCE, "label", n / 50);
  g_autoptr (GPtrArray) entities = make_named (act, CUT_KIND_ENTITY, "name", n / 20);

  cut_act_take (act, story);
  for (guint i = 0; i < n / 5; i++)
    {
      add_claim (act, sources, entities, i % 4 == 0 ? id : NULL, i);
      if (i % AT_ONCE < AT_ONCE - 1)
        continue;
      commit (bench, act);
      act = cut_act_new ("Fill");
    }
  commit (bench, act);
}

/* Tables. */

static void
sort_columns (Bench      *bench,
              const char *name)
{
  GtkColumnView *table = GTK_COLUMN_VIEW (cut_test_find (bench->view, GTK_TYPE_COLUMN_VIEW, NULL));
  GListModel *columns = gtk_column_view_get_columns (table);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      Times start = read_times ();

      if (gtk_column_view_column_get_sorter (column) == NULL)
        continue;
      gtk_column_view_sort_by_column (table, column, GTK_SORT_DESCENDING);
      end_step (bench, g_strdup_printf ("%s: by %s", name, gtk_column_view_column_get_title (column)), start);
    }
}

static void
scroll (Bench      *bench,
        GType       type,
        const char *name)
{
  GtkWidget *list = cut_test_find (bench->view, type, NULL);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  Times start = read_times ();

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  end_step (bench, g_strdup_printf ("%s: End", name), start);
  start = read_times ();
  for (guint i = 0; i < PAGES; i++)
    {
      gtk_adjustment_set_value (adjustment, i * gtk_adjustment_get_page_size (adjustment));
      cut_test_iterate ();
    }
  end_step (bench, g_strdup_printf ("%s: %d pages", name, PAGES), start);
}

static void
show (Bench      *bench,
      GtkWidget  *view,
      const char *name,
      Times       start)
{
  bench->view = view;
  gtk_window_set_child (GTK_WINDOW (bench->window), view);
  end_step (bench, g_strdup_printf ("%s: open", name), start);
}

static void
change_one (Bench      *bench,
            CutKind     kind,
            const char *field,
            const char *name)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *value = g_strdup_printf ("Changed for step %u", bench->n);
  CutAct *act = cut_act_new ("Change");
  Times start;

  query->limit = 1;
  records = cut_notebook_list (bench->notebook, query, NULL, NULL);
  cut_act_take (act, cut_record_with (g_ptr_array_index (records, 0), field, value, NULL));
  start = read_times ();
  commit (bench, act);
  end_step (bench, g_strdup_printf ("%s: one changed", name), start);
}

static void
look_at_table (Bench      *bench,
               GtkWidget  *view,
               CutKind     kind,
               const char *field,
               const char *name,
               Times       start)
{
  GtkWidget *table;

  show (bench, view, name, start);
  table = cut_test_find (view, GTK_TYPE_COLUMN_VIEW, NULL);
  if (table != NULL)
    sort_columns (bench, name);
  scroll (bench, table != NULL ? GTK_TYPE_COLUMN_VIEW : GTK_TYPE_LIST_VIEW, name);
  change_one (bench, kind, field, name);
}

/* The list of clips. */

static void
sort_clips (Bench *bench)
{
  static const char *const sorts[] = { "published", "title", "site_name", "modified", "created" };

  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    {
      Times start = read_times ();

      cut_clip_list_set_sort (CUT_CLIP_LIST (bench->view), sorts[i]);
      end_step (bench, g_strdup_printf ("clips: by %s", sorts[i]), start);
    }
}

static void
choose (Bench *bench,
        guint  n)
{
  CutClipList *list = CUT_CLIP_LIST (bench->view);

  if (n == 0)
    gtk_selection_model_select_all (GTK_SELECTION_MODEL (list->selection));
  else
    gtk_selection_model_select_range (GTK_SELECTION_MODEL (list->selection), 0, n, TRUE);
}

static void
act (Bench      *bench,
     const char *action,
     const char *name)
{
  Times start = read_times ();

  gtk_widget_activate_action (bench->view, action, NULL);
  end_step (bench, name, start);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_free (cut_notebook_undo_finish (CUT_NOTEBOOK (source), result, &error));
  g_assert_no_error (error);
}

static void
choose_and_throw_away (Bench *bench)
{
  Times start = read_times ();

  choose (bench, 0);
  end_step (bench, "clips: select all", start);
  change_one (bench, CUT_KIND_CLIP, "title", "clips: all selected");
  choose (bench, MIN (MANY, (guint) count (bench, CUT_KIND_CLIP) / 20));
  run_until_quiet ();
  act (bench, "clips.delete", "clips: one in twenty to the Trash");
  start = read_times ();
  cut_notebook_undo_async (bench->notebook, undone_cb, NULL);
  end_step (bench, "clips: undo of that", start);
}

/* A view of what some clips are in. */
static void
show_view (Bench      *bench,
           const char *view,
           const char *name)
{
  Times start = read_times ();

  cut_clip_list_set_view (CUT_CLIP_LIST (bench->view), view);
  end_step (bench, name, start);
}

static void
show_first_of (Bench      *bench,
               CutKind     kind,
               const char *name)
{
  g_autoptr (CutQuery) query = cut_query_new (kind);
  g_autoptr (GPtrArray) records = cut_notebook_list (bench->notebook, query, NULL, NULL);
  g_autofree char *view = NULL;

  if (records->len == 0)
    return;
  view = g_strdup_printf ("%s:%s", cut_kind_get_name (kind), cut_record_get_id (g_ptr_array_index (records, 0)));
  show_view (bench, view, name);
}

static void
look_at_clips (Bench *bench)
{
  Times start = read_times ();
  GtkWidget *list = g_object_new (CUT_TYPE_CLIP_LIST, NULL);

  cut_clip_list_set_view (CUT_CLIP_LIST (list), "all");
  cut_clip_list_set_notebook (CUT_CLIP_LIST (list), bench->notebook);
  show (bench, list, "clips", start);
  scroll (bench, GTK_TYPE_LIST_VIEW, "clips");
  sort_clips (bench);
  change_one (bench, CUT_KIND_CLIP, "title", "clips");
  choose_and_throw_away (bench);
  show_view (bench, "inbox", "clips: inbox");
  show_view (bench, "trash", "clips: Trash");
  show_first_of (bench, CUT_KIND_STORY, "clips: story");
  show_first_of (bench, CUT_KIND_TAG, "clips: tag");
}

static void
look_at_sidebar (Bench *bench)
{
  Times start = read_times ();
  GtkWidget *library = g_object_new (CUT_TYPE_LIBRARY, NULL);

  cut_library_set_notebook (CUT_LIBRARY (library), bench->notebook);
  show (bench, library, "sidebar", start);
  change_one (bench, CUT_KIND_CLIP, "title", "sidebar");
}

static void
fill (Bench *bench)
{
  if (count (bench, CUT_KIND_CLIP) == 0)
    fill_clips (bench, bench->round == 0 ? FEW_CLIPS : MANY_CLIPS);
  if (count (bench, CUT_KIND_CLAIM) == 0)
    fill_claims (bench);
}

static void
look (Bench *bench)
{
  g_autoptr (CutSettings) settings = cut_settings_new ();
  Times start;

  fill (bench);
  bench->n = 0;
  run_until_quiet ();
  look_at_clips (bench);
  look_at_sidebar (bench);
  start = read_times ();
  look_at_table (bench, cut_claims_view_new (bench->notebook), CUT_KIND_CLAIM, "text", "claims", start);
  start = read_times ();
  look_at_table (bench, cut_sources_view_new (bench->notebook, settings), CUT_KIND_SOURCE, "label", "sources", start);
  start = read_times ();
  look_at_table (bench, cut_entities_view_new (bench->notebook), CUT_KIND_ENTITY, "name", "entities", start);
  gtk_window_set_child (GTK_WINDOW (bench->window), NULL);
  run_until_quiet ();
}

static void
look_at_path (Bench      *bench,
              const char *path)
{
  g_autoptr (GError) error = NULL;

  bench->notebook = cut_notebook_open (path, NULL, &error);
  g_assert_no_error (error);
  look (bench);
  cut_notebook_close (bench->notebook);
  g_clear_object (&bench->notebook);
}

static void
look_at_made_up (Bench *bench)
{
  CutTestNotebook made_up = { 0 };

  cut_test_notebook_set_up (&made_up, NULL);
  bench->notebook = made_up.notebook;
  look (bench);
  cut_test_notebook_tear_down (&made_up, NULL);
}

static void
print_step (Bench *bench,
            guint  i)
{
  Cost few = bench->costs[0][i];
  Cost many = bench->costs[1][i];

  g_print ("views: %-34s main %6.1f → %7.1f ms (%5.1f x)  all threads %6.1f → %7.1f ms (%5.1f x)  longest turn %5.1f → %6.1f ms\n", bench->names[i],
           few.main, many.main, many.main / few.main, few.all, many.all, many.all / few.all, few.turn, many.turn);
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { 0 };

  g_test_init (&argc, &argv, NULL);
  if ((argc != 1 && argc != 3) || !gtk_init_check ())
    {
      g_print ("views: two notebooks or none, and a display\n");
      return 77;
    }
  adw_init ();
  bench.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1200, 800);
  gtk_window_set_child (GTK_WINDOW (bench.window), gtk_label_new ("…"));
  gtk_window_present (GTK_WINDOW (bench.window));
  for (bench.round = 0; bench.round < 2; bench.round++)
    if (argc == 3)
      look_at_path (&bench, argv[bench.round + 1]);
    else
      look_at_made_up (&bench);
  for (guint i = 0; i < bench.n; i++)
    print_step (&bench, i);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  return 0;
}
