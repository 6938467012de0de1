/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-links.h"

static void
assert_links (const char *text,
              gboolean    typed,
              const char *expected)
{
  g_auto (GStrv) links = cut_links_parse (text, typed);
  g_autofree char *joined = links != NULL ? g_strjoinv ("|", links) : NULL;

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_one (void)
{
  assert_links ("https://example.org/a", FALSE, "https://example.org/a");
  assert_links ("  http://example.org/a?b=c#d\n", FALSE, "http://example.org/a?b=c#d");
  assert_links ("HTTPS://EXAMPLE.ORG/", FALSE, "HTTPS://EXAMPLE.ORG/");
}

static void
test_many (void)
{
  assert_links ("https://a.example/1\nhttps://a.example/2 https://a.example/1", FALSE,
                "https://a.example/1|https://a.example/2");
}

static void
test_typed (void)
{
  assert_links ("example.org/page", TRUE, "https://example.org/page");
  assert_links ("example.org/page", FALSE, NULL);
}

static void
test_no_links (void)
{
  assert_links ("", FALSE, NULL);
  assert_links (" \n ", FALSE, NULL);
  assert_links ("See https://example.org/a for more", FALSE, NULL);
  assert_links ("file:///etc/passwd", FALSE, NULL);
  assert_links ("javascript:alert(1)", TRUE, NULL);
  assert_links ("https://", TRUE, NULL);
  assert_links ("https:///path", TRUE, NULL);
  assert_links ("\377\376", FALSE, NULL);
}

static void
assert_other (const char *text,
              gboolean    finished,
              const char *expected)
{
  g_autofree char *other = cut_links_find_other (text, finished);

  g_assert_cmpstr (other, ==, expected);
}

static void
test_other (void)
{
  assert_other ("https://example.org/a htt", FALSE, NULL);
  assert_other ("https://example.org/a htt", TRUE, "htt");
  assert_other ("https://example.org/a nonsense example.org/b", FALSE, "nonsense");
  assert_other ("https://example.org/a  example.org/b ", TRUE, NULL);
  assert_other ("", TRUE, NULL);
  assert_other (" \n ", TRUE, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/links/one", test_one);
  g_test_add_func ("/ui/links/many", test_many);
  g_test_add_func ("/ui/links/typed", test_typed);
  g_test_add_func ("/ui/links/none", test_no_links);
  g_test_add_func ("/ui/links/other", test_other);
  return g_test_run ();
}
