/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-bundle-sample.h"
#include "cut-html.h"
#include "cut-words.h"

/* Whether every tag that is opened is closed, in order: our pages are written strictly. */
static void
assert_nested (const char *page)
{
  static const char *const empty[] = { "meta", "link", "img", "br", NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  const char *at = page;

  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>\n"));
  at += strlen ("<!DOCTYPE html>");
  while ((at = strchr (at, '<')) != NULL)
    {
      gboolean close = at[1] == '/';
      const char *name = at + 1 + close;
      gsize length = strcspn (name, " >");
      g_autofree char *tag = g_strndup (name, length);

      if (close)
        {
          g_assert_cmpuint (open->len, >, 0);
          g_assert_cmpstr (g_ptr_array_index (open, open->len - 1), ==, tag);
          g_ptr_array_remove_index (open, open->len - 1);
        }
      else if (!g_strv_contains (empty, tag))
        g_ptr_array_add (open, g_strdup (tag));
      at = strchr (at, '>');
      g_assert_nonnull (at);
    }
  g_assert_cmpuint (open->len, ==, 0);
}

static void
assert_has (const char *page,
            const char *part)
{
  if (strstr (page, part) == NULL)
    g_error ("not in the page: %s\n%s", part, page);
}

static void
assert_lacks (const char *page,
              const char *part)
{
  if (strstr (page, part) != NULL)
    g_error ("in the page: %s\n%s", part, page);
}

static char *
read_page (CutSample  *sample,
           const char *suffix)
{
  g_autofree char *path = cut_sample_write (sample, "a.cuttings.zip");
  char *page = cut_sample_unzip (path, suffix);

  g_assert_nonnull (page);
  return page;
}

static char *
read_article (CutSample *sample,
              unsigned   n)
{
  g_autofree char *id = cut_sample_id (n);
  g_autofree char *suffix = g_strdup_printf ("articles/%s.html", id);

  return read_page (sample, suffix);
}

static void
test_all_nested (void)
{
  static const char *const pages[] = { "data/index.html", "claims.html", "sources.html", "ferry/index.html" };
  CutSample *sample = cut_sample_new ();

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *page = read_page (sample, pages[i]);

      assert_nested (page);
      assert_has (page, "Content-Security-Policy");
      assert_lacks (page, "<script");
      assert_lacks (page, " style=");
    }
  cut_sample_free (sample);
}

static void
test_article (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *page = read_article (sample, SAMPLE_CLIP);

  assert_nested (page);
  assert_has (page, "<h1 dir=\"auto\" lang=\"en\">");
  assert_has (page, "23 November 2018");
  assert_has (page, "href=\"https://ferry.example/brightwater\"");
  /* Overlapping marks are pieces side by side; the piece both have names both. */
  assert_has (page, "id=\"mark-1\"");
  assert_has (page, "data-marks=\"1 2\">without an inspection</mark>");
  assert_has (page, "id=\"note-1\"");
  assert_has (page, "href=\"#mark-1\"");
  assert_has (page, "href=\"#note-1\"");
  assert_has (page, "claims.html#claim-");
  assert_has (page, "evidence/");
  assert_has (page, "<p dir=\"auto\">Check the log.</p>");
  cut_sample_free (sample);
}

static void
add_event (CutSample        *sample,
           unsigned          n,
           const char       *text,
           const char       *value,
           CutDatePrecision  precision)
{
  g_autoptr (CutDate) date = value != NULL ? cut_date_new (value, precision, NULL, NULL) : NULL;

  cut_sample_add (sample, n, cut_record_new (CUT_KIND_EVENT, "text", text, "date", date, NULL));
}

/* As in the window: before a year, in it, after it; what has no date at the end. */
static void
test_timeline (void)
{
  static const char *const order[] = { "The keel is laid", "She is launched", "She is sold", "She is lost" };
  CutSample *sample = cut_sample_new ();
  g_autofree char *page = NULL;
  const char *at;

  add_event (sample, 900, order[3], NULL, CUT_DATE_UNKNOWN);
  add_event (sample, 901, order[2], "2018", CUT_DATE_AFTER);
  add_event (sample, 902, order[1], "2018-03-05", CUT_DATE_DAY);
  add_event (sample, 903, order[0], "2018-03", CUT_DATE_BEFORE);
  page = read_page (sample, "timeline.html");
  assert_nested (page);
  at = page;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      at = strstr (at, order[i]);
      g_assert_nonnull (at);
    }
  cut_sample_free (sample);
}

static void
test_right_to_left (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *page = read_article (sample, SAMPLE_CLIP_RTL);

  assert_nested (page);
  assert_has (page, "<div class=\"text\" lang=\"ar\" dir=\"rtl\">");
  assert_has (page, ">السفينة</mark>");
  cut_sample_free (sample);
}

static void
test_claims_page (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *page = read_page (sample, "claims.html");

  assert_has (page, "The ferry ran for two years without an inspection");
  assert_has (page, "Source A");
  assert_has (page, "Harbour Gazette");
  assert_has (page, "The log has no entry");
  assert_lacks (page, "waiver");
  cut_sample_free (sample);
}

static void
test_hostile_text (void)
{
  static const char attack[] = "<script>alert(1)</script>\"' onload=x &amp; \001<img src=x onerror=y>";
  static const char *const fields[][2] = { { "title", "4" }, { "standfirst", "4" }, { "site_name", "4" }, { "language", "4" } };
  CutSample *sample = cut_sample_new ();
  g_autofree char *page = NULL;
  g_autofree char *claims = NULL;
  g_autofree char *index = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    cut_sample_change (sample, SAMPLE_CLIP, fields[i][0], attack);
  cut_sample_change (sample, SAMPLE_CLIP, "url", "javascript:alert(1)");
  cut_sample_change (sample, SAMPLE_NOTE, "body", attack);
  cut_sample_change (sample, SAMPLE_CLAIM, "text", attack);
  cut_sample_change (sample, SAMPLE_OUTLET, "label", attack);
  cut_sample_change (sample, SAMPLE_STORY, "title", attack);
  g_free (sample->content->title);
  sample->content->title = g_strdup (attack);
  page = read_article (sample, SAMPLE_CLIP);
  claims = read_page (sample, "claims.html");
  index = read_page (sample, "data/index.html");
  assert_nested (page);
  assert_nested (claims);
  assert_nested (index);
  assert_lacks (page, "<script");
  assert_lacks (page, "<img src=x");
  assert_lacks (page, "href=\"javascript");
  assert_lacks (page, "\001");
  assert_lacks (claims, "<script");
  assert_lacks (index, "<script");
  cut_sample_free (sample);
}

static void
test_links (void)
{
  static const char *const refused[] = { "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd",
                                         " https://a.example", "vbscript:x", "", "//a.example" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (cut_html_is_safe_link (refused[i]));
  g_assert_true (cut_html_is_safe_link ("HTTPS://a.example"));
  g_assert_true (cut_html_is_safe_link ("mailto:a@b.example"));
}

static void
test_language (void)
{
  CutSample *sample = cut_sample_new ();
  g_autofree char *page = NULL;

  sample->content->language = g_strdup ("de-CH");
  page = read_page (sample, "claims.html");
  assert_has (page, "<html lang=\"de\"");
  assert_nested (page);
  cut_sample_free (sample);
}

static void
test_words (void)
{
  g_autoptr (CutWords) english = cut_words_new ("xx");
  g_autoptr (CutWords) german = cut_words_new ("de_DE.UTF-8");
  g_autoptr (CutDate) about = cut_date_new ("2018-11", CUT_DATE_ABOUT, NULL, NULL);
  g_autofree char *text = cut_words_get_date (english, about);
  g_autofree char *filled = cut_words_fill ("{a} of {b}{c}", "a", "1", "b", "2", NULL);

  g_assert_cmpstr (cut_words_get_language (english), ==, "en");
  g_assert_cmpstr (cut_words_get_language (german), ==, "de");
  g_assert_cmpstr (text, ==, "about November 2018");
  g_assert_cmpstr (filled, ==, "1 of 2");
  g_assert_cmpstr (cut_words_get_vocab (german, CUT_VOCAB_STANCE, "denies"), !=, "denies");
  g_assert_cmpstr (cut_words_get_vocab (english, CUT_VOCAB_STANCE, "denies"), ==, "denies");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/nested", test_all_nested);
  g_test_add_func ("/pages/article", test_article);
  g_test_add_func ("/pages/timeline", test_timeline);
  g_test_add_func ("/pages/right-to-left", test_right_to_left);
  g_test_add_func ("/pages/claims", test_claims_page);
  g_test_add_func ("/pages/hostile-text", test_hostile_text);
  g_test_add_func ("/pages/links", test_links);
  g_test_add_func ("/pages/language", test_language);
  g_test_add_func ("/pages/words", test_words);
  return g_test_run ();
}
