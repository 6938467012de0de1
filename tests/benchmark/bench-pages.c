/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-pages.h"

static void
append_boxes (GString    *html,
              const char *name,
              guint       n)
{
  g_string_append_printf (html, "<div class=\"%s\"><ul>", name);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (html, "<li class=\"item item-%u\"><a href=\"/%s/%u.html\"><span>More on the harbour %u</span></a></li>", i,
                            name, i, i);
  g_string_append (html, "</ul></div>");
}

GBytes *
bench_pages_make (guint number)
{
  GString *html = g_string_new ("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
  gsize length;

  g_string_append_printf (html, "<title>Ferry %u waits outside the wall | Evening Courier</title>"
                                "<meta property=\"og:title\" content=\"Ferry %u waits outside the wall\">"
                                "<script>var page = { id: %u, tags: ['a', 'b'] };</script></head><body>",
                          number, number, number);
  append_boxes (html, "navigation", 60);
  g_string_append_printf (html, "<article><h1>Ferry %u waits outside the wall</h1><p class=\"byline\">By Mira Holm</p>", number);
  for (guint i = 0; i < 30; i++)
    {
      g_string_append_printf (html, "<p>Ferry %u has waited outside the wall for %u hours, the harbour office said on <a href=\"/d/%u\">"
                                    "Tuesday</a>, and “nobody” can say when the <em>stones</em> will be gone. ", number, i, i);
      g_string_append (html, "The captain told the Courier that he had seen worse, and that his passengers had been given soup, bread and "
                             "the newspaper of the day before, which they read aloud to each other.</p>");
      if (i % 10 == 5)
        g_string_append_printf (html, "<figure><img src=\"/picture-%u.png\" alt=\"The wall\" width=\"1200\" height=\"800\">"
                                      "<figcaption>The wall from the sea.</figcaption></figure><h2>Hour %u</h2>", i, i);
    }
  g_string_append (html, "</article>");
  append_boxes (html, "related", 90);
  g_string_append (html, "</body></html>");
  length = html->len;
  return g_bytes_new_take (g_string_free (html, FALSE), length);
}

static void
load_folder (GPtrArray  *pages,
             const char *folder,
             guint       number)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && pages->len < number && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, "source.html", NULL);
      char *bytes;
      gsize length;

      if (g_file_get_contents (path, &bytes, &length, NULL))
        g_ptr_array_add (pages, g_bytes_new_take (bytes, length));
    }
}

GPtrArray *
bench_pages_load (guint  number,
                  guint *from_corpus)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const char *corpus = g_getenv ("CUTTINGS_CORPUS");
  g_autofree char *folder = corpus != NULL ? g_build_filename (corpus, "readability", NULL) : NULL;

  if (folder != NULL)
    load_folder (pages, folder, number);
  *from_corpus = pages->len;
  while (pages->len < number)
    g_ptr_array_add (pages, bench_pages_make (pages->len));
  return pages;
}

gsize
bench_pages_count_bytes (GPtrArray *pages)
{
  gsize bytes = 0;

  for (guint i = 0; i < pages->len; i++)
    bytes += g_bytes_get_size (g_ptr_array_index (pages, i));
  return bytes;
}
