/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-check-list-save.h"
#include "cut-notebook-standing.h"
#include "cut-test-notebook.h"

typedef CutTestNotebook Fixture;

/* Claims that nobody is named for; one has what HTML and Markdown would take for their own. */
static GPtrArray *
make_standings (Fixture *fixture,
                guint    n)
{
  CutAct *act = cut_act_new ("Fill");
  g_autoptr (GError) error = NULL;
  GPtrArray *standings;

  cut_act_take (act, cut_record_new (CUT_KIND_CLAIM, "text", "The <b>tank</b> & the *board*", "importance", "key", NULL));
  for (guint i = 1; i < n; i++)
    cut_act_take (act, cut_record_new (CUT_KIND_CLAIM, "text", "The board knew of the leak in March", NULL));
  cut_notebook_commit (fixture->notebook, act, NULL, &error);
  g_assert_no_error (error);
  standings = cut_notebook_claim_standings (fixture->notebook, NULL, NULL, &error);
  g_assert_no_error (error);
  return standings;
}

static char *
save (Fixture            *fixture,
      GPtrArray          *standings,
      CutCheckListFormat  format,
      gsize              *length)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *contents;

  cut_check_list_save_async (standings, "Check List: Norrvik", format, FALSE, file, NULL, cut_test_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (cut_check_list_save_finish (result, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, length, NULL));
  return contents;
}

static void
test_html (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) standings = make_standings (fixture, 3);
  gsize length;
  g_autofree char *page = save (fixture, standings, CUT_CHECK_LIST_HTML, &length);

  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>"));
  g_assert_nonnull (strstr (page, "<h1>Check List: Norrvik</h1>"));
  g_assert_nonnull (strstr (page, "The &lt;b&gt;tank&lt;/b&gt; &amp; the *board*"));
  g_assert_null (strstr (page, "<script"));
}

static void
test_markdown (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) standings = make_standings (fixture, 3);
  gsize length;
  g_autofree char *text = save (fixture, standings, CUT_CHECK_LIST_MARKDOWN, &length);

  g_assert_true (g_str_has_prefix (text, "# Check List: Norrvik\n"));
  g_assert_nonnull (strstr (text, "\n- [ ] "));
  g_assert_nonnull (strstr (text, "The \\<b\\>tank\\</b\\> & the \\*board\\*"));
}

/* Pages enough for all of it. */
static void
test_pdf (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) standings = make_standings (fixture, 120);
  gsize length;
  g_autofree char *bytes = save (fixture, standings, CUT_CHECK_LIST_PDF, &length);

  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
}

/* What cannot be written is said, and nothing is left behind. */
static void
test_no_place (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) standings = make_standings (fixture, 1);
  g_autofree char *path = g_build_filename (fixture->folder, "no", "such", "folder", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  cut_check_list_save_async (standings, "Check List", CUT_CHECK_LIST_HTML, FALSE, file, NULL, cut_test_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (cut_check_list_save_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/check-list-save/html", Fixture, NULL, cut_test_notebook_set_up, test_html, cut_test_notebook_tear_down);
  g_test_add ("/ui/check-list-save/markdown", Fixture, NULL, cut_test_notebook_set_up, test_markdown, cut_test_notebook_tear_down);
  g_test_add ("/ui/check-list-save/pdf", Fixture, NULL, cut_test_notebook_set_up, test_pdf, cut_test_notebook_tear_down);
  g_test_add ("/ui/check-list-save/no-place", Fixture, NULL, cut_test_notebook_set_up, test_no_place, cut_test_notebook_tear_down);
  return g_test_run ();
}
