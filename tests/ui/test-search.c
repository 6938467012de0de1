/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

#include "cut-search-chip.h"

/* What becomes a chip while somebody types; ^ is the caret. */
static const struct
{
  const char *typed;
  const char *chips; /* joined by | */
  const char *left;
} cases[] = {
  { "bees^", "", "bees^" },
  { "tag:bees", "Tag: bees", "" },
  { "tag:be^", "", "tag:be^" },
  { "tag:bees ^", "Tag: bees", "^" },
  { "tag:be^ honey", "", "tag:be^ honey" },
  { "ta^g:bees honey", "", "ta^g:bees honey" },
  { "honey tag:bees comb^", "Tag: bees", "honey comb^" },
  { "^honey tag:bees", "Tag: bees", "^honey " },
  { "tag:\"busy bees^", "", "tag:\"busy bees^" },
  { "tag:\"busy bees\"^", "Tag: busy bees", "^" },
  { "tag:\"busy bees", "Tag: busy bees", "" },
  { "site:bbc -by:\"Ana Müller\" wall ^", "Outlet: bbc|Not Author: Ana Müller", "wall ^" },
  { "tag:a OR tag:b", "", "tag:a OR tag:b" },
  { "tag:a OR wall site:bbc", "Outlet: bbc", "tag:a OR wall " },
  { "wall OR^", "", "wall OR^" },
  { "status:disputed kind:claims", "Status: Disputed|Kind: Claim", "" },
  { "after:2018-03 before:2019", "After: March 2018|Before: 2019", "" },
  { "after:thursday", "", "after:thursday" },
  { "tag: ^", "", "tag: ^" },
  { "\"tag:bees\"", "", "\"tag:bees\"" },
  { "tag:be*", "Tag: be*", "" },
  { "cafe\xcc\x81 tag:cafe\xcc\x81 ^", "Tag: caf\xc3\xa9", "caf\xc3\xa9 ^" },
  { "", "", "" },
  { "^", "", "^" },
};

static char *
take_caret (const char *typed,
            int        *caret)
{
  const char *mark = strchr (typed, '^');

  *caret = mark != NULL ? (int) g_utf8_strlen (typed, mark - typed) : -1;
  return mark != NULL ? g_strdup_printf ("%.*s%s", (int) (mark - typed), typed, mark + 1) : g_strdup (typed);
}

static char *
put_caret (const char *text,
           int         caret)
{
  const char *at = caret >= 0 ? g_utf8_offset_to_pointer (text, caret) : text;

  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, caret >= 0 ? "^" : "", at);
}

static char *
describe_all (GPtrArray *chips)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < chips->len; i++)
    {
      g_autofree char *one = cut_search_chip_describe (g_ptr_array_index (chips, i));

      g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", one);
    }
  return g_string_free (all, FALSE);
}

static void
test_split (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) chips = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_search_chip_free);
      int caret;
      g_autofree char *typed = take_caret (cases[i].typed, &caret);
      g_autofree char *left = cut_search_split (typed, &caret, chips);
      g_autofree char *marked = put_caret (left, caret);
      g_autofree char *described = describe_all (chips);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (described, ==, cases[i].chips);
      g_assert_cmpstr (marked, ==, cases[i].left);
    }
}

/* What is joined asks for the same, and splits the same. */
static void
test_join (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) chips = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_search_chip_free);
      g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_search_chip_free);
      int caret = -1;
      int none = -1;
      g_autofree char *typed = take_caret (cases[i].typed, &(int){ 0 });
      g_autofree char *left = cut_search_split (typed, &caret, chips);
      g_autofree char *joined = cut_search_join (chips, left);
      g_autofree char *left_again = cut_search_split (joined, &none, again);
      g_autofree char *first = describe_all (chips);
      g_autofree char *second = describe_all (again);

      g_test_message ("%s -> %s", typed, joined);
      g_assert_cmpstr (first, ==, second);
      g_assert_cmpstr (left, ==, left_again);
    }
}

/* A filter that is only begun is searched for neither as one nor as words. */
static void
test_begun (void)
{
  static const char *const begun[][2] = {
    { "wall tag:", "wall " },   { "tag:", "" },          { "-Site:", "" },   { "wall tag:\"", "wall " },
    { "tag: wall", "tag: wall" }, { "wall stag:", "wall stag:" }, { "wall:", "wall:" }, { "tag:x", "tag:x" },
  };
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (begun); i++)
    {
      g_autofree char *joined = cut_search_join (none, begun[i][0]);

      g_assert_cmpstr (joined, ==, begun[i][1]);
    }
}

static void
assert_written (CutFilter   filter,
                gboolean    negative,
                const char *value,
                const char *expected)
{
  g_autofree char *text = cut_search_filter_write (filter, negative, value);
  g_autoptr (GPtrArray) terms = cut_search_terms_parse (text);

  g_assert_cmpstr (text, ==, expected);
  if (*value == '\0')
    return;
  g_assert_cmpuint (terms->len, ==, 1);
  g_assert_cmpint (((CutSearchTerm *) g_ptr_array_index (terms, 0))->filter, ==, filter);
  g_assert_cmpint (((CutSearchTerm *) g_ptr_array_index (terms, 0))->negative, ==, negative);
}

static void
test_write (void)
{
  assert_written (CUT_FILTER_TAG, FALSE, "", "tag:");
  assert_written (CUT_FILTER_TAG, FALSE, "bees", "tag:bees");
  assert_written (CUT_FILTER_STORY, TRUE, "Busy bees", "-story:\"Busy bees\"");
  assert_written (CUT_FILTER_ENTITY, FALSE, "The \"Hive\" Ltd", "entity:\"The  Hive  Ltd\"");
  assert_written (CUT_FILTER_AFTER, FALSE, "2018-03", "after:2018-03");
  assert_written (CUT_FILTER_SITE, FALSE, "tag:bees", "site:\"tag:bees\"");
}

static void
test_kind (void)
{
  g_assert_cmpint (cut_search_get_kind ("kind:claim wall"), ==, CUT_KIND_CLAIM);
  g_assert_cmpint (cut_search_get_kind ("wall Kind:\"Sources\""), ==, CUT_KIND_SOURCE);
  g_assert_cmpint (cut_search_get_kind ("-kind:claim"), ==, CUT_KIND_NONE);
  g_assert_cmpint (cut_search_get_kind ("kind:claim OR wall"), ==, CUT_KIND_NONE);
  g_assert_cmpint (cut_search_get_kind ("kind:claim kind:source"), ==, CUT_KIND_NONE);
  g_assert_cmpint (cut_search_get_kind ("wall"), ==, CUT_KIND_NONE);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/search/split", test_split);
  g_test_add_func ("/ui/search/join", test_join);
  g_test_add_func ("/ui/search/begun", test_begun);
  g_test_add_func ("/ui/search/write", test_write);
  g_test_add_func ("/ui/search/kind", test_kind);
  return g_test_run ();
}
