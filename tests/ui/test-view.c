/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-view.h"

static void
test_names (void)
{
  g_assert_true (cut_view_is_known ("inbox"));
  g_assert_true (cut_view_is_known ("story:x"));
  g_assert_true (cut_view_is_known ("timeline"));
  g_assert_false (cut_view_is_known ("nowhere"));
  g_assert_cmpstr (cut_view_get_timeline_story ("timeline:abc"), ==, "abc");
  g_assert_false (cut_view_is_timeline ("check-list"));
  g_assert_cmpint (cut_view_get_kind ("timeline:abc"), ==, CUT_KIND_NONE);
  g_assert_cmpstr (cut_view_get_id ("tag:abc"), ==, "abc");
  g_assert_null (cut_view_get_id ("all"));
  g_assert_true (cut_view_is_known ("search:abc"));
  g_assert_cmpstr (cut_view_get_search ("search:abc"), ==, "abc");
  g_assert_null (cut_view_get_id ("search:abc"));
  g_assert_cmpint (cut_view_get_kind ("claims"), ==, CUT_KIND_CLAIM);
  g_assert_cmpint (cut_view_get_kind ("story:x"), ==, CUT_KIND_CLIP);
  g_assert_cmpstr (cut_view_get_title ("trash"), ==, "Trash");
}

static void
test_queries (void)
{
  g_autoptr (CutQuery) inbox = cut_view_make_query ("inbox", "created", NULL);
  g_autoptr (CutQuery) trash = cut_view_make_query ("trash", "title", "");
  g_autoptr (CutQuery) story = cut_view_make_query ("story:x", "site", "harbour");

  g_assert_true (inbox->inbox);
  g_assert_cmpint (inbox->trash, ==, CUT_TRASH_EXCLUDED);
  g_assert_true (inbox->descending);
  g_assert_cmpint (trash->trash, ==, CUT_TRASH_ONLY);
  g_assert_null (trash->match);
  g_assert_false (trash->descending);
  g_assert_cmpuint (story->conditions->len, ==, 1);
  g_assert_cmpstr (((CutCondition *) g_ptr_array_index (story->conditions, 0))->field, ==, "stories");
  g_assert_cmpstr (story->match, ==, "harbour");
  g_assert_cmpstr (story->order, ==, "site_name");
}

/* What is searched for comes best first, unless somebody chose an order. */
static void
test_relevance (void)
{
  g_autoptr (CutQuery) found = cut_view_make_query ("all", "created", "harbour");
  g_autoptr (CutQuery) dated = cut_view_make_query ("all", "published", "harbour");

  g_assert_cmpstr (found->order, ==, "relevance");
  g_assert_cmpstr (dated->order, ==, "published");
}

/* A kind that is asked for is listed: of a story what is tied to it, in the inbox all. */
static void
test_other_kinds (void)
{
  g_autoptr (CutQuery) claims = cut_view_make_query ("search:x", "relevance", "kind:claim harbour");
  g_autoptr (CutQuery) story = cut_view_make_query ("story:x", "relevance", "kind:source");
  g_autoptr (CutQuery) inbox = cut_view_make_query ("inbox", "relevance", "kind:entities");
  g_autoptr (CutQuery) clips = cut_view_make_query ("inbox", "relevance", "kind:clip");

  g_assert_cmpint (claims->kind, ==, CUT_KIND_CLAIM);
  g_assert_null (claims->linked);
  g_assert_cmpint (story->kind, ==, CUT_KIND_SOURCE);
  g_assert_cmpstr (story->linked, ==, "x");
  g_assert_cmpuint (story->conditions->len, ==, 0);
  g_assert_cmpint (inbox->kind, ==, CUT_KIND_ENTITY);
  g_assert_false (inbox->inbox);
  g_assert_true (clips->inbox);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/view/names", test_names);
  g_test_add_func ("/ui/view/queries", test_queries);
  g_test_add_func ("/ui/view/relevance", test_relevance);
  g_test_add_func ("/ui/view/other-kinds", test_other_kinds);
  return g_test_run ();
}
