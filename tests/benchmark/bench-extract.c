/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gumbo.h>

#include "bench-pages.h"
#include "cut-charset.h"
#include "cut-extract.h"
#include "cut-guard.h"
#include "cut-tree.h"

/* Extraction against the parser alone, on the same bytes in the same run, and the part of it that our own way from bytes
 * to a tree takes. Pages are those of the files named as arguments, else those of the corpus, else made. */

#define PAGES 60
#define ROUNDS 3

static double
parse_all (GPtrArray *pages)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < pages->len; i++)
    {
      gsize length;
      const char *bytes = g_bytes_get_data (g_ptr_array_index (pages, i), &length);
      GumboOutput *output = gumbo_parse_with_options (&kGumboDefaultOptions, bytes, length);

      gumbo_destroy_output (&kGumboDefaultOptions, output);
    }
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* Bytes to a tree as the extraction does it: character set, guard, parser. */
static double
read_all (GPtrArray *pages)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < pages->len; i++)
    {
      g_autofree char *charset = NULL;
      g_autofree char *text = NULL;
      g_autoptr (CutTree) tree = NULL;
      CutGuardFlags flags;
      gsize size;
      gsize length;
      const char *bytes = g_bytes_get_data (g_ptr_array_index (pages, i), &size);

      text = cut_charset_decode (bytes, size, NULL, &length, &charset);
      tree = cut_tree_parse (cut_guard_apply (text, length, &flags), NULL, NULL);
    }
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
extract_all (GPtrArray *pages,
             guint     *failed)
{
  gint64 start = g_get_monotonic_time ();

  *failed = 0;
  for (guint i = 0; i < pages->len; i++)
    {
      g_autoptr (CutArticle) article = cut_extract_html (g_ptr_array_index (pages, i), NULL, "https://example.org/page.html", NULL, NULL);

      *failed += article == NULL;
    }
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static GPtrArray *
load_files (char **paths,
            guint *real)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  char *bytes;
  gsize length;

  for (; *paths != NULL; paths++)
    if (g_file_get_contents (*paths, &bytes, &length, NULL))
      g_ptr_array_add (pages, g_bytes_new_take (bytes, length));
  *real = pages->len;
  return pages;
}

int
main (int    argc,
      char **argv)
{
  guint real;
  guint failed = 0;
  g_autoptr (GPtrArray) pages = argc > 1 ? load_files (argv + 1, &real) : bench_pages_load (PAGES, &real);
  double parse = G_MAXDOUBLE;
  double extract = G_MAXDOUBLE;
  double read = G_MAXDOUBLE;

  for (guint round = 0; round < ROUNDS; round++)
    {
      parse = MIN (parse, parse_all (pages));
      read = MIN (read, read_all (pages));
      extract = MIN (extract, extract_all (pages, &failed));
    }
  g_print ("extract: %u pages (%u real, %u without an article), %.1f MB, best of %u\n", pages->len, real, failed,
           (double) bench_pages_count_bytes (pages) / 1e6, ROUNDS);
  g_print ("extract: %.1f pages/s; %.2f x the time of parsing alone (%.1f pages/s)\n", pages->len / extract, extract / parse,
           pages->len / parse);
  g_print ("extract: %.0f %% of the time is from bytes to tree\n", 100 * read / extract);
  return 0;
}
