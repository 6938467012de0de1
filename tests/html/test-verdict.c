/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-error.h"
#include "cut-extract.h"
#include "cut-verdict.h"
#include "cut-vocab.h"

/* Pages whose names begin with what they are: `paywall--french.html`, `article--with-dialog.html`. */

static CutArticle *
extract (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CutArticle *article;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (data, length);
  article = cut_extract_html (bytes, "text/html", NULL, NULL, &error);
  g_assert_no_error (error);
  return article;
}

static void
test_page (gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "html", "verdict", data, NULL);
  g_autoptr (CutArticle) article = extract (path);
  g_autofree char *word = g_strndup (data, (gsize) (strstr (data, "--") - (const char *) data));

  if (g_str_equal (word, "article"))
    {
      g_assert_cmpstr (article->verdict, ==, NULL);
      g_assert_null (article->warning);
      g_assert_cmpstr (article->text, !=, "");
      return;
    }
  g_assert_cmpstr (article->verdict, ==, word);
  g_assert_cmpstr (article->warning, ==, cut_verdict_explain (word));
  g_assert_cmpstr (article->title, !=, NULL);
}

static void
test_words (void)
{
  for (const char *const *word = cut_vocab_get_words (CUT_VOCAB_VERDICT); *word != NULL; word++)
    {
      g_assert_cmpstr (cut_verdict_explain (*word), !=, NULL);
      g_assert_cmpstr (cut_vocab_get_label (CUT_VOCAB_VERDICT, *word), !=, *word);
    }
  g_assert_null (cut_verdict_explain (NULL));
  g_assert_true (cut_verdict_has_text (NULL));
  g_assert_true (cut_verdict_has_text ("paywall"));
  g_assert_false (cut_verdict_has_text ("bot-wall"));
}

static void
test_status (void)
{
  g_autoptr (CutArticle) article = cut_article_new ();

  article->warning = g_strdup ("Its end is missing.");
  cut_verdict_set_status (article, 200);
  cut_verdict_set_status (article, 0);
  g_assert_null (article->verdict);
  cut_verdict_set_status (article, 410);
  g_assert_cmpstr (article->verdict, ==, "error-page");
  g_assert_true (g_str_has_prefix (article->warning, cut_verdict_explain ("error-page")));
  g_assert_true (g_str_has_suffix (article->warning, " Its end is missing."));
  cut_verdict_set_status (article, 500);
  g_assert_true (g_str_has_suffix (article->warning, " Its end is missing."));
}

/* A page with neither text nor a title is still nothing. */
static void
test_nothing (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<html><body></body></html>", 26);
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_extract_html (bytes, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
}

/* What has no title either, but says by its name or by what runs in it what it is. */
static void
test_nameless (void)
{
  static const char *const cases[][2] = {
    { "<html><head></head><body><iframe src=\"/_Incapsula_Resource?x=1\">Request unsuccessful.</iframe></body></html>", "bot-wall" },
    { "<html><head></head><body><script src=\"/149e9513-01fa-4fb0-aad4-566afd725d1b/x/ips.js\"></script></body></html>", "bot-wall" },
    { "<html><body><div id=placeholder></div><noscript><h1>JavaScript is not available.</h1></noscript></body></html>", "script-only" },
    { "<html><body><div id=root></div></body></html>", "script-only" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i][0], strlen (cases[i][0]));
      g_autoptr (GError) error = NULL;
      g_autoptr (CutArticle) article = cut_extract_html (bytes, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (article->verdict, ==, cases[i][1]);
      g_assert_cmpstr (article->text, ==, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "data", "html", "verdict", NULL);
  folder = g_dir_open (path, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/html/verdict/", name, NULL);

      g_ptr_array_add (names, g_strdup (name));
      g_test_add_data_func (test, g_ptr_array_index (names, names->len - 1), test_page);
    }
  g_assert_cmpuint (names->len, >=, 120);
  g_test_add_func ("/html/verdict/words", test_words);
  g_test_add_func ("/html/verdict/status", test_status);
  g_test_add_func ("/html/verdict/nothing", test_nothing);
  g_test_add_func ("/html/verdict/nameless", test_nameless);
  return g_test_run ();
}
