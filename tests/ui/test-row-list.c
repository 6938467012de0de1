/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-row-ids.h"
#include "cut-test-notebook.h"

typedef struct
{
  CutTestNotebook notebook;
  CutRowList *list;
  guint n_refreshed;
  guint position, removed, added; /* of the last items-changed */
} Fixture;

static void
refreshed_cb (Fixture *fixture)
{
  fixture->n_refreshed++;
}

static void
items_changed_cb (Fixture *fixture,
                  guint    position,
                  guint    removed,
                  guint    added)
{
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
}

static void
wait_for_refresh (Fixture *fixture)
{
  guint before = fixture->n_refreshed;

  while (fixture->n_refreshed == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_all (Fixture *fixture)
{
  do
    wait_for_refresh (fixture);
  while (cut_row_list_is_partial (fixture->list));
}

static void
add_sources (Fixture *fixture,
             guint    first,
             guint    n)
{
  g_autoptr (CutAct) act = cut_act_new ("Add");

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *label = g_strdup_printf ("Source %04u", i);

      cut_act_take (act, cut_record_new (CUT_KIND_SOURCE, "label", label, NULL));
    }
  g_assert_true (cut_notebook_commit (fixture->notebook.notebook, g_steal_pointer (&act), NULL, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_SOURCE);

  cut_test_notebook_set_up (&fixture->notebook, NULL);
  add_sources (fixture, 0, 200);
  fixture->list = cut_row_list_new (fixture->notebook.notebook);
  g_signal_connect_swapped (fixture->list, "refreshed", G_CALLBACK (refreshed_cb), fixture);
  g_signal_connect_swapped (fixture->list, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  cut_query_set_order (query, "title", FALSE);
  cut_row_list_set_query (fixture->list, query);
  wait_for_all (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->list);
  cut_test_notebook_tear_down (&fixture->notebook, NULL);
}

static CutRow *
wait_for_row (Fixture *fixture,
              guint    position)
{
  g_autoptr (CutRowItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), position);

  while (cut_row_item_get_row (item) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_object_ref (cut_row_item_get_row (item));
}

static void
assert_title (Fixture    *fixture,
              guint       position,
              const char *title)
{
  g_autoptr (CutRow) row = wait_for_row (fixture, position);

  g_assert_cmpstr (cut_row_get_title (row), ==, title);
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 200);
  assert_title (fixture, 0, "Source 0000");
  assert_title (fixture, 63, "Source 0063");
  assert_title (fixture, 64, "Source 0064");
  assert_title (fixture, 199, "Source 0199");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), 200));
}

static CutQuery *
sources_by (const char *order)
{
  CutQuery *query = cut_query_new (CUT_KIND_SOURCE);

  cut_query_set_order (query, order, FALSE);
  return query;
}

/* A screen of rows stands, each with what it shows, before the order of all is read; then the others are put behind it. */
static void
test_beginning (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (CutQuery) query = sources_by ("title");
  g_autoptr (CutRowItem) last = NULL;
  guint begun;

  cut_row_list_set_query (fixture->list, query);
  wait_for_refresh (fixture);
  begun = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
  g_assert_true (cut_row_list_is_partial (fixture->list));
  g_assert_true (cut_row_list_is_loading (fixture->list));
  g_assert_cmpuint (begun, >, 10);
  g_assert_cmpuint (begun, <, 200);
  last = g_list_model_get_item (G_LIST_MODEL (fixture->list), begun - 1);
  g_assert_nonnull (cut_row_item_get_row (last));
  wait_for_all (fixture);
  g_assert_false (cut_row_list_is_loading (fixture->list));
  g_assert_cmpuint (fixture->position, ==, begun);
  g_assert_cmpuint (fixture->removed, ==, 0);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *title = g_strdup_printf ("Source %04u", i);

      assert_title (fixture, i, title);
    }
}

/* What no index has in order comes at once and whole, as does what is few. */
static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (CutQuery) by_status = sources_by ("status");
  g_autoptr (CutQuery) stories = cut_query_new (CUT_KIND_STORY);

  cut_row_list_set_query (fixture->list, by_status);
  wait_for_refresh (fixture);
  g_assert_false (cut_row_list_is_partial (fixture->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 200);
  cut_row_list_set_query (fixture->list, stories);
  wait_for_refresh (fixture);
  g_assert_false (cut_row_list_is_partial (fixture->list));
}

/* A change, or another query, that comes while the rest is on its way. */
static void
test_beginning_overtaken (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (CutQuery) query = sources_by ("title");
  g_autoptr (CutQuery) stories = cut_query_new (CUT_KIND_STORY);

  cut_row_list_set_query (fixture->list, query);
  wait_for_refresh (fixture);
  add_sources (fixture, 200, 3);
  while (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)) != 203)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (cut_row_list_is_partial (fixture->list));
  cut_row_list_set_query (fixture->list, query);
  wait_for_refresh (fixture);
  g_assert_true (cut_row_list_is_partial (fixture->list));
  cut_row_list_set_query (fixture->list, stories);
  wait_for_refresh (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  g_assert_false (cut_row_list_is_loading (fixture->list));
}

/* Rows that stay are the same items, so a selection stays with them. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (CutRowItem) before = g_list_model_get_item (G_LIST_MODEL (fixture->list), 150);
  g_autoptr (CutRowItem) after = NULL;

  add_sources (fixture, 200, 3);
  wait_for_refresh (fixture);
  after = g_list_model_get_item (G_LIST_MODEL (fixture->list), 150);
  g_assert_true (before == after);
  g_assert_cmpuint (fixture->position, ==, 200);
  g_assert_cmpuint (fixture->removed, ==, 0);
  g_assert_cmpuint (fixture->added, ==, 3);
  g_assert_cmpint (cut_row_list_get_key (fixture->list, 150), ==, cut_row_item_get_key (after));
}

static void
search (Fixture    *fixture,
        const char *words)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_SOURCE);

  cut_query_set_match (query, words);
  cut_row_list_set_query (fixture->list, query);
}

/* What is in view of a search stands, with its first rows, before all is known that it finds; then the rest is put behind it. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (CutRowItem) first = NULL;
  g_autoptr (CutRowItem) again = NULL;
  guint begun;

  search (fixture, "source");
  wait_for_refresh (fixture);
  begun = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));
  g_assert_true (cut_row_list_is_partial (fixture->list));
  g_assert_true (cut_row_list_is_loading (fixture->list));
  g_assert_cmpuint (begun, >, 0);
  g_assert_cmpuint (begun, <, 200);
  first = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_assert_nonnull (cut_row_item_get_row (first));
  wait_for_refresh (fixture);
  g_assert_false (cut_row_list_is_partial (fixture->list));
  g_assert_false (cut_row_list_is_loading (fixture->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 200);
  again = g_list_model_get_item (G_LIST_MODEL (fixture->list), 0);
  g_assert_true (first == again);
  g_assert_cmpuint (fixture->position, ==, begun);
  g_assert_cmpuint (fixture->removed, ==, 0);
  for (guint i = 0; i < 200; i++)
    g_object_unref (wait_for_row (fixture, i));
}

/* Few hits are all there at once; of none at all it is known, and what else would find something. */
static void
test_search_few (Fixture       *fixture,
                 gconstpointer  data)
{
  search (fixture, "0007");
  wait_for_refresh (fixture);
  g_assert_false (cut_row_list_is_partial (fixture->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 1);
  assert_title (fixture, 0, "Source 0007");
  g_assert_null (cut_row_list_get_suggestion (fixture->list));
  search (fixture, "suorce");
  wait_for_refresh (fixture);
  g_assert_false (cut_row_list_is_partial (fixture->list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  g_assert_cmpstr (cut_row_list_get_suggestion (fixture->list), ==, "source");
  search (fixture, "0008");
  wait_for_refresh (fixture);
  g_assert_null (cut_row_list_get_suggestion (fixture->list));
}

/* Who types on gets only what was asked for last, also where the search before had only begun. */
static void
test_search_replaced (Fixture       *fixture,
                      gconstpointer  data)
{
  search (fixture, "source");
  search (fixture, "0007");
  wait_for_refresh (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 1);
  search (fixture, "source");
  wait_for_refresh (fixture);
  g_assert_true (cut_row_list_is_partial (fixture->list));
  search (fixture, "0009");
  wait_for_refresh (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 1);
  assert_title (fixture, 0, "Source 0009");
  g_assert_false (cut_row_list_is_loading (fixture->list));
}

/* A change that comes while the rest is on its way is not lost. */
static void
test_search_changed (Fixture       *fixture,
                     gconstpointer  data)
{
  search (fixture, "source");
  wait_for_refresh (fixture);
  g_assert_true (cut_row_list_is_partial (fixture->list));
  add_sources (fixture, 200, 3);
  while (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)) != 203)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (cut_row_list_is_partial (fixture->list));
}

static void
notified_cb (gboolean *flag)
{
  *flag = TRUE;
}

static void
test_row_changes (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (CutRow) row = wait_for_row (fixture, 3);
  g_autoptr (CutRowItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), 3);
  g_autoptr (CutRecord) record = cut_notebook_get (fixture->notebook.notebook, cut_row_get_id (row), NULL);
  gboolean notified = FALSE;

  g_signal_connect_swapped (item, "notify::row", G_CALLBACK (notified_cb), &notified);
  cut_test_commit_one (fixture->notebook.notebook, "Rename", cut_record_with (record, "label", "Source 0003a", NULL));
  cut_test_wait (&notified);
  g_assert_cmpstr (cut_row_get_title (cut_row_item_get_row (item)), ==, "Source 0003a");
  g_signal_handlers_disconnect_by_data (item, &notified);
}

/* A query that is replaced before it answers never shows. */
static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (CutQuery) one = cut_query_new (CUT_KIND_SOURCE);
  g_autoptr (CutQuery) none = cut_query_new (CUT_KIND_STORY);

  cut_row_list_set_query (fixture->list, one);
  cut_row_list_set_query (fixture->list, none);
  g_assert_true (cut_row_list_is_loading (fixture->list));
  wait_for_refresh (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, 0);
  g_assert_false (cut_row_list_is_loading (fixture->list));
  g_assert_null (cut_row_list_get_error (fixture->list));
}

static void
gathered_cb (gpointer           owner,
             const char *const *ids,
             gpointer           gathered)
{
  *(GStrv *) gathered = g_strdupv ((char **) ids);
}

/* All that is chosen is acted on, in its order, whether its rows were read or not, and though the list changes meanwhile. */
static void
test_choice (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GtkBitset) positions = gtk_bitset_new_range (10, 4000);
  g_autoptr (CutRowChoice) choice = NULL;
  g_auto (GStrv) ids = NULL;

  add_sources (fixture, 200, 4800);
  wait_for_refresh (fixture);
  choice = cut_row_choice_new (fixture->list, positions);
  cut_row_choice_gather (choice, G_OBJECT (fixture->list), gathered_cb, &ids, NULL);
  cut_row_list_set_query (fixture->list, NULL);
  while (ids == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_strv_length (ids), ==, 4000);
  for (guint i = 0; i < 4000; i += 1333)
    {
      g_autoptr (CutRecord) record = cut_notebook_get (fixture->notebook.notebook, ids[i], NULL);
      g_autofree char *title = cut_record_get_title (record);
      g_autofree char *expected = g_strdup_printf ("Source %04u", i + 10);

      g_assert_cmpstr (title, ==, expected);
    }
}

/* What was chosen is chosen where it went, all of it. */
static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CutQuery) turned = cut_query_new (CUT_KIND_SOURCE);
  g_autoptr (GtkBitset) positions = NULL;
  gint64 gone = G_MAXINT64;

  add_sources (fixture, 200, 2800);
  wait_for_refresh (fixture);
  for (guint i = 0; i < 2500; i++)
    {
      gint64 key = cut_row_list_get_key (fixture->list, i);

      g_array_append_val (keys, key);
    }
  g_array_append_val (keys, gone);
  cut_query_set_order (turned, "title", TRUE);
  cut_row_list_set_query (fixture->list, turned);
  wait_for_all (fixture);
  positions = cut_row_list_find_keys (fixture->list, keys);
  g_assert_cmpuint (gtk_bitset_get_size (positions), ==, 2500);
  g_assert_cmpuint (gtk_bitset_get_minimum (positions), ==, 500);
  g_assert_cmpuint (gtk_bitset_get_maximum (positions), ==, 2999);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/row-list/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/ui/row-list/beginning", Fixture, NULL, set_up, test_beginning, tear_down);
  g_test_add ("/ui/row-list/whole", Fixture, NULL, set_up, test_whole, tear_down);
  g_test_add ("/ui/row-list/beginning-overtaken", Fixture, NULL, set_up, test_beginning_overtaken, tear_down);
  g_test_add ("/ui/row-list/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/ui/row-list/search-few", Fixture, NULL, set_up, test_search_few, tear_down);
  g_test_add ("/ui/row-list/search-replaced", Fixture, NULL, set_up, test_search_replaced, tear_down);
  g_test_add ("/ui/row-list/search-changed", Fixture, NULL, set_up, test_search_changed, tear_down);
  g_test_add ("/ui/row-list/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/ui/row-list/row-changes", Fixture, NULL, set_up, test_row_changes, tear_down);
  g_test_add ("/ui/row-list/choice", Fixture, NULL, set_up, test_choice, tear_down);
  g_test_add ("/ui/row-list/find", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/ui/row-list/replace", Fixture, NULL, set_up, test_replace, tear_down);
  return g_test_run ();
}
