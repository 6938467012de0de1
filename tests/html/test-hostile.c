/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-error.h"
#include "cut-extract.h"
#include "cut-limits.h"
#include "cut-normal.h"

#include <string.h>

/* Shapes of pages that made the parser or an earlier version of the passes take minutes or
 * gigabytes. Each must end soon, with the words of the page kept or a clear error. The time is
 * generous: it tells seconds from minutes on a busy machine, under a sanitizer too. */
#define MAX_SECONDS 60

#define OPENING                                                                                    \
  "<html><body><article><p>Some words here, and more words after them, to make a paragraph.</p>"

typedef struct
{
  const char *name;
  const char *before;
  const char *repeated; /* "%u" is the number of the repetition */
  const char *after;
  guint times;
  gboolean warns;
} Shape;

static const Shape shapes[] = {
  { "fonts", OPENING, "<font a%u=1>x<p>y", "", 5000, TRUE },
  { "same-fonts", OPENING, "<font>x<p>y", "", 5000, TRUE },
  { "deep", OPENING, "<div>", "inner", 100000, TRUE },
  { "attributes", OPENING "<p ", "a%u=1 ", ">x</p>", 50000, TRUE },
  { "tables", OPENING, "<table><tr><td>", "x", 20000, TRUE },
  { "bodies", OPENING, "<body a%u=1 b%u=2>", "", 20000, FALSE },
  { "links", OPENING "<p>", "<a href=\"/x%u\">y</a> ", "", 50000, FALSE },
  { "open-links", OPENING, "<a href=x><div>", "x", 20000, TRUE },
  { "headings", OPENING, "<h2>x</h2>", "", 40000, FALSE },
  { "foster", OPENING "<table>", "<b>x</b><div>y", "", 20000, TRUE },
  { "lists", OPENING, "<ul><li>", "x", 30000, TRUE },
  { "adoption", OPENING, "<b><i><u><s><p>", "</b></i>", 10000, TRUE },
  { "spans", OPENING, "<span class=\"share ad nav x y\">", "x", 30000, TRUE },
  { "images", OPENING, "<img src=a%u.png>", "", 20000, FALSE },
  { "noscripts", OPENING, "<noscript><img src=x", "", 20000, FALSE },
  { "noscripts-whole", OPENING, "<noscript><img src=x></noscript>", "", 100000, FALSE },
  { "breaks", OPENING, "<br>", "x", 100000, FALSE },
  { "titles", OPENING, "<title>", "", 50000, FALSE },
  { "comments", OPENING, "<!-- ", "", 50000, FALSE },
  { "angles", OPENING, "<", "", 300000, FALSE },
  { "quotes", OPENING, "<a href=\"", "", 50000, TRUE },
  { "accents", OPENING "<p>e", "\xCC\x81", "</p>", 50000, FALSE },
  { "accented-spans", OPENING "<p>", "<em>e\xCC\x81</em> ", "</p>", 20000, FALSE },
  { "svg", OPENING, "<svg><g><path/>", "", 20000, TRUE },
  { "json", "<script type=\"application/ld+json\">", "[", "</script>" OPENING, 100000, FALSE },
  { "json-blanks", "<script type=\"application/ld+json\">{\"a\":1", " ", "\"b\":2}</script>" OPENING, 1000000, FALSE },
  { "json-commas", "<script type=\"application/ld+json\">{\"a\":1", " ,", "\"b\":2}</script>" OPENING, 100000, FALSE },
  { "json-entities", "<script type=\"application/ld+json\">{", "&amp;quot;", "</script>" OPENING, 1000000, FALSE },
  { "byline-brackets", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":\"Ada Kell ", "(",
    "\"}</script>" OPENING, 1000000, FALSE },
  { "headline-in-spans", "<title>Pier</title><h1>Pier", "<span>and more ", "</h1>" OPENING, 20000, TRUE },
  { "headline-of-authors", "<meta name=author content=\"Ada Kell\">" OPENING, "<h2>Ada Kell</h2>", "", 20000, FALSE },
  { "json-objects", "<script type=\"application/ld+json\">", "{\"a\":", "</script>" OPENING, 50000,
    FALSE },
};

static GBytes *
build (const Shape *shape)
{
  GString *page = g_string_new (shape->before);

  for (guint i = 0; i < shape->times; i++)
    for (const char *at = shape->repeated; *at != '\0'; at++)
      if (at[0] == '%' && at[1] == 'u')
        {
          g_string_append_printf (page, "%u", i);
          at++;
        }
      else
        g_string_append_c (page, *at);
  g_string_append (page, shape->after);
  return g_string_free_to_bytes (page);
}

static void
test_shape (gconstpointer data)
{
  const Shape *shape = data;
  g_autoptr (GBytes) page = build (shape);
  g_autoptr (GError) error = NULL;
  g_autoptr (CutArticle) article = NULL;
  gint64 start = g_get_monotonic_time ();

  article
      = cut_extract_html (page, "text/html; charset=utf-8", "http://example.org/a/b", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_get_monotonic_time () - start, <, MAX_SECONDS * G_USEC_PER_SEC);
  g_assert_nonnull (strstr (article->text, "Some words here"));
  g_assert_true (cut_normal_is_reader_text (article->text));
  g_test_message ("%s: %s", shape->name, article->warning ? article->warning : "nothing cut");
  g_assert_cmpint (article->warning != NULL, ==, shape->warns);
}

static void
test_too_large (void)
{
  gsize size = CUT_LIMIT_BODY + 1;
  g_autoptr (GBytes) page = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_extract_html (page, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE);
}

static void
test_nothing (void)
{
  static const char *const pages[] = { "",
                                       " ",
                                       "<html></html>",
                                       "<frameset><frame src=x></frameset>",
                                       "<script>x</script>",
                                       "\xFF\xFE",
                                       "<body><div hidden>text</div>" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GBytes) page = g_bytes_new_static (pages[i], strlen (pages[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (cut_extract_html (page, NULL, NULL, NULL, &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) page = g_bytes_new_static (OPENING, strlen (OPENING));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cut_extract_html (page, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Every prefix of a page that has a bit of everything. */
static void
test_cut_short (void)
{
  static const char text[] = "\xEF\xBB\xBF<!DOCTYPE html><html lang=en><head><title>A &amp; "
                             "b</title><script type=\"application/ld+json\">"
                             "{\"@type\":\"Article\",\"author\":[{\"name\":\"A "
                             "B\"}]}</script><base href=\"/x/\"></head><body>"
                             "<!-- c --><article class='post'><h1>H\xC3\xA9</h1><p>W <a "
                             "href=\"y\">l</a> <img srcset=\"a 1x, b 2x\">"
                             "<table><tr><th>1<td>2</table><ul><li>3</ul><pre>a\n\tb</pre></"
                             "article><style>x</style></body></html>";

  for (gsize n = 0; n < strlen (text); n++)
    {
      g_autoptr (GBytes) page = g_bytes_new (text, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (CutArticle) article
          = cut_extract_html (page, NULL, "http://example.org/", NULL, &error);

      g_assert_true ((article == NULL) == (error != NULL));
      if (article != NULL)
        g_assert_true (cut_normal_is_reader_text (article->text));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/html/hostile/%s", shapes[i].name);

      g_test_add_data_func (path, &shapes[i], test_shape);
    }
  g_test_add_func ("/html/hostile/too-large", test_too_large);
  g_test_add_func ("/html/hostile/nothing", test_nothing);
  g_test_add_func ("/html/hostile/cancelled", test_cancelled);
  g_test_add_func ("/html/hostile/cut-short", test_cut_short);
  return g_test_run ();
}
