/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-extract.h"

/* The posts of a live blog keep their order, and each its time: a line of its own right before it, or before its
 * heading, that does not count. */

#define FIRST \
  "The lighthouse keepers of Sallowmere will keep their lamps lit through the winter, the harbour board decided on Monday."
#define SECOND \
  "Nobody in the packed room, neither the fishermen nor the merchants, expected the vote to be as close as it was that night."
#define THIRD "The board, which meets twice a month, had put the question off three times since spring, each time for want of figures."
#define PAGE(posts) \
  "<!doctype html><html lang=\"en\"><head><title>Lamps: live</title></head><body><main><h1>Lamps</h1>" posts "</main></body></html>"
#define TIME(hour) "<time datetime=\"2021-11-08T" hour ":00Z\">" hour "</time>"

static const char *const pages[] = {
  PAGE ("<article class=\"post\">" TIME ("19:45") "<h2>Head</h2><p>" FIRST "</p></article>"
        "<article class=\"post\">" TIME ("18:30") "<h2>Head</h2><p>" SECOND "</p></article>"
        "<article class=\"post\">" TIME ("17:05") "<h2>Head</h2><p>" THIRD "</p></article>"),
  PAGE ("<section class=\"update\"><header>" TIME ("19:45") "<h2>Head</h2></header><p>" FIRST "</p></section>"
        "<section class=\"update\"><header>" TIME ("18:30") "<h2>Head</h2></header><p>" SECOND "</p></section>"
        "<section class=\"update\"><header>" TIME ("17:05") "<h2>Head</h2></header><p>" THIRD "</p></section>"),
  PAGE ("<div class=\"post\"><span class=\"timestamp\">19:45</span><div><p>" FIRST "</p></div></div>"
        "<div class=\"post\"><span class=\"timestamp\">18:30</span><div><p>" SECOND "</p></div></div>"
        "<div class=\"post\"><span class=\"timestamp\">17:05</span><div><p>" THIRD "</p></div></div>"),
  PAGE ("<article><h2>Head</h2><p class=\"byline\">By Bo Riis " TIME ("19:45") "</p><p>" FIRST "</p></article>"
        "<article><h2>Head</h2><p class=\"byline\">By Bo Riis " TIME ("18:30") "</p><p>" SECOND "</p></article>"
        "<article><h2>Head</h2><p class=\"byline\">By Bo Riis " TIME ("17:05") "</p><p>" THIRD "</p></article>"),
};

/* Returns: the number of the block whose line holds @words */
static guint
find_block (const CutArticle *article,
            const char       *words)
{
  const char *at = strstr (article->text, words);
  guint offset;

  g_assert_nonnull (at);
  offset = (guint) g_utf8_strlen (article->text, at - article->text);
  for (guint i = 0; i < article->blocks->len; i++)
    if (((CutBlock *) g_ptr_array_index (article->blocks, i))->end > offset)
      return i;
  g_assert_not_reached ();
}

static void
test_posts (gconstpointer page)
{
  static const char *const posts[][2] = { { "19:45", FIRST }, { "18:30", SECOND }, { "17:05", THIRD } };
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (CutArticle) article = cut_extract_html (bytes, "text/html; charset=utf-8", "https://news.example/live", NULL, &error);
  guint last = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    {
      guint time = find_block (article, posts[i][0]);
      guint words = find_block (article, posts[i][1]);

      g_assert_false (cut_block_counts (g_ptr_array_index (article->blocks, time)));
      g_assert_true (cut_block_counts (g_ptr_array_index (article->blocks, words)));
      g_assert_cmpuint (time, <, words);
      g_assert_cmpuint (words - time, <=, 2);
      g_assert_cmpuint (time, >, last);
      last = words;
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strdup_printf ("/html/live/%u", i);

      g_test_add_data_func (name, pages[i], test_posts);
    }
  return g_test_run ();
}
