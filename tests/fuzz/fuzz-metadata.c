/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-article.h"
#include "cut-byline.h"
#include "cut-jsonld.h"
#include "cut-meta-date.h"
#include "cut-title.h"

#define MAX_SIZE (16 * 1024)
#define MAX_LINES 64

int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);

static void
read_date (const char *line)
{
  for (CutDateOrder order = CUT_DATE_ORDER_UNKNOWN; order <= CUT_DATE_ORDER_MONTH_FIRST; order++)
    {
      g_autoptr (CutDate) date = cut_meta_date_parse_in (line, order, "text");

      /* What was read can be said again, and then says the same. */
      if (date != NULL)
        {
          g_autoptr (CutDate) again = cut_date_new (cut_date_get_value (date), CUT_DATE_UNKNOWN, "text", NULL);

          g_assert_nonnull (again);
          g_assert_cmpint (cut_date_get_sort_key (again), ==, cut_date_get_sort_key (date));
        }
    }
}

static void
read_line (const char *line)
{
  static const char *const authors[] = { "Ada Example", NULL };
  g_autoptr (GPtrArray) names = cut_byline_split (line);
  g_autoptr (CutDate) address = cut_meta_date_from_url (line);
  g_autofree char *title = cut_title_without_site (line, "Example News");

  for (guint i = 0; i < names->len; i++)
    g_assert_cmpstr (g_ptr_array_index (names, i), !=, "");
  g_assert_true (g_utf8_validate (title, -1, NULL));
  cut_byline_is_line (line);
  cut_byline_is_tail (line);
  cut_byline_is_bio (line, authors);
  cut_meta_date_is_line (line);
  cut_title_get_likeness (line, title);
  read_date (line);
}

static void
read_jsonld (const char *text)
{
  GString *page = g_string_new (NULL);
  g_autoptr (CutTree) tree = NULL;
  g_autoptr (CutArticle) article = cut_article_new ();
  CutFacts facts = { NULL };

  g_string_append_printf (page, "<script type=\"application/ld+json\">%s</script>", text);
  tree = cut_tree_parse (page, NULL, NULL);
  if (tree == NULL)
    return;
  cut_jsonld_read (tree, &facts, article->reviews);
  cut_facts_clear (&facts);
}

/* What a page says of itself, in any wording: lines as names, dates and titles, the whole as JSON-LD. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autofree char *raw = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (size > MAX_SIZE)
    return 0;
  raw = g_strndup ((const char *) data, size);
  text = g_utf8_make_valid (raw, -1);
  read_jsonld (text);
  lines = g_strsplit (text, "\n", MAX_LINES);
  for (char **line = lines; *line != NULL; line++)
    read_line (*line);
  return 0;
}
