/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-notebook-search.h"
#include "cut-search-hits.h"
#include "cut-test-notebook.h"

#define SOME 4000
#define MOST 200000

static void
add_sources (CutTestNotebook *fixture,
             guint            first,
             guint            n)
{
  g_autoptr (CutAct) act = cut_act_new ("Add");
  g_autoptr (GError) error = NULL;

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *label = g_strdup_printf ("Harbour office %u", i);

      cut_act_take (act, cut_record_new (CUT_KIND_SOURCE, "label", label, NULL));
    }
  cut_notebook_commit (fixture->notebook, g_steal_pointer (&act), NULL, &error);
  g_assert_no_error (error);
}

static CutHits *
search (CutTestNotebook *fixture,
        const char      *words,
        guint            most_ms,
        guint            limit)
{
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_SOURCE);
  g_autoptr (GError) error = NULL;
  CutHits *hits;

  cut_query_set_match (query, words);
  query->most_ms = most_ms;
  query->limit = limit;
  hits = cut_notebook_search (fixture->notebook, query, 10, NULL, &error);
  g_assert_no_error (error);
  return hits;
}

/* However fast the machine is, of enough hits not all are looked at in a millisecond; without a limit they are. */
static void
test_partial (CutTestNotebook *fixture,
              gconstpointer    data)
{
  g_autoptr (CutHits) some = NULL;
  g_autoptr (CutHits) all = NULL;
  guint n = 0;

  do
    {
      g_clear_pointer (&some, cut_hits_free);
      add_sources (fixture, n, SOME);
      n += SOME;
      some = search (fixture, "harbour", 1, 0);
    }
  while (!some->partial && n < MOST);
  g_assert_true (some->partial);
  g_assert_cmpuint (some->keys->len, >, 0);
  g_assert_cmpuint (some->keys->len, <, n);
  g_assert_cmpuint (some->rows->len, ==, 10);
  all = search (fixture, "harbour", 0, 0);
  g_assert_false (all->partial);
  g_assert_cmpuint (all->keys->len, ==, n);
  /* What is found in time is not called a part. */
  cut_hits_free (g_steal_pointer (&all));
  all = search (fixture, "17", 60000, 0);
  g_assert_false (all->partial);
  g_assert_cmpuint (all->keys->len, ==, 1);
}

/* A part says nothing of what would be found by other words. */
static void
test_nothing (CutTestNotebook *fixture,
              gconstpointer    data)
{
  g_autoptr (CutHits) hits = NULL;

  add_sources (fixture, 0, 10);
  hits = search (fixture, "harbuor", 1000, 64);
  g_assert_false (hits->partial);
  g_assert_cmpuint (hits->keys->len, ==, 0);
  g_assert_cmpstr (hits->suggestion, ==, "harbour");
}

static void
assert_hits (const char *match,
             const char *languages,
             const char *text,
             const char *expected)
{
  g_autoptr (GArray) hits = cut_search_hits (match, languages, text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const CutSearchHit *hit = &g_array_index (hits, CutSearchHit, i);
      g_autofree char *words = g_utf8_substring (text, hit->start, hit->end);

      g_string_append_printf (found, "%s|", words);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* What is marked in a text are the words as they are searched for and, where forms are looked for, these. */
static void
test_forms (void)
{
  static const char text[] = "The parties met. One party left; partying went on, and the Party’s papers were apart. Häuser, ein Haus.";

  assert_hits ("party", NULL, text, "party|Party|");
  assert_hits ("party", "en", text, "parties|party|partying|Party|");
  assert_hits ("parties", "en", text, "parties|party|partying|Party|");
  assert_hits ("\"party\"", "en", text, "party|Party|");
  assert_hits ("haus", "en", text, "Haus|");
  assert_hits ("haus", "en de", text, "Häuser|Haus|");
  assert_hits ("-party", "en", text, "");
  assert_hits ("party", "xx", text, "party|Party|");
  assert_hits ("party", "en", "", "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/notebook/search/partial", CutTestNotebook, NULL, cut_test_notebook_set_up, test_partial, cut_test_notebook_tear_down);
  g_test_add ("/notebook/search/nothing", CutTestNotebook, NULL, cut_test_notebook_set_up, test_nothing, cut_test_notebook_tear_down);
  g_test_add_func ("/notebook/search/forms", test_forms);
  return g_test_run ();
}
