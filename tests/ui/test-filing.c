/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-clip.h"
#include "cut-filing.h"
#include "cut-test-notebook.h"

static int
file (CutTestNotebook *fixture,
      CutFiling        filing,
      const char      *id,
      const char      *target,
      CutRecord       *created)
{
  const char *ids[] = { id, NULL };
  GAsyncResult *pending = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int n;

  cut_filing_run_async (fixture->notebook, filing, "File", ids, target != NULL ? "stories" : NULL, target, created,
                        cut_test_result_cb, &pending);
  result = cut_test_await (&pending);
  n = cut_filing_run_finish (result, &error);
  g_assert_true ((n < 0) == (error != NULL));
  return n;
}

static CutClip *
get_clip (CutTestNotebook *fixture,
          const char      *id)
{
  return CUT_CLIP (cut_notebook_get (fixture->notebook, id, NULL));
}

static void
test_story (CutTestNotebook *fixture,
            gconstpointer    data)
{
  g_autoptr (CutClipResult) clipped = cut_test_clip_text (fixture->notebook, CUT_TEST_ARTICLE);
  g_autoptr (CutRecord) story = cut_record_new (CUT_KIND_STORY, "title", "Tanks", NULL);
  const char *id = cut_record_get_id (clipped->clip);
  g_autoptr (CutClip) filed = NULL;
  g_autoptr (CutClip) removed = NULL;
  g_autofree char *undone = NULL;

  g_assert_cmpint (file (fixture, CUT_FILING_ADD, id, cut_record_get_id (story), story), ==, 1);
  g_assert_cmpint (file (fixture, CUT_FILING_ADD, id, cut_record_get_id (story), NULL), ==, 0);
  filed = get_clip (fixture, id);
  g_assert_true (g_strv_contains (cut_clip_get_stories (filed), cut_record_get_id (story)));
  g_assert_cmpint (file (fixture, CUT_FILING_REMOVE, id, cut_record_get_id (story), NULL), ==, 1);
  removed = get_clip (fixture, id);
  g_assert_null (cut_clip_get_stories (removed)[0]);
  undone = cut_notebook_undo (fixture->notebook, NULL);
  g_assert_cmpstr (undone, ==, "File");
}

static void
test_trash (CutTestNotebook *fixture,
            gconstpointer    data)
{
  g_autoptr (CutClipResult) clipped = cut_test_clip_text (fixture->notebook, CUT_TEST_ARTICLE);
  const char *id = cut_record_get_id (clipped->clip);

  g_assert_cmpint (file (fixture, CUT_FILING_RESTORE, id, NULL, NULL), ==, 0);
  g_assert_cmpint (file (fixture, CUT_FILING_TRASH, id, NULL, NULL), ==, 1);
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_CLIP), ==, 0);
  g_assert_cmpint (file (fixture, CUT_FILING_RESTORE, id, NULL, NULL), ==, 1);
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_CLIP), ==, 1);
}

static void
test_missing (CutTestNotebook *fixture,
              gconstpointer    data)
{
  g_assert_cmpint (file (fixture, CUT_FILING_TRASH, "0190b6f0-0000-7000-8000-000000000000", NULL, NULL), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/filing/story", CutTestNotebook, NULL, cut_test_notebook_set_up, test_story, cut_test_notebook_tear_down);
  g_test_add ("/ui/filing/trash", CutTestNotebook, NULL, cut_test_notebook_set_up, test_trash, cut_test_notebook_tear_down);
  g_test_add ("/ui/filing/missing", CutTestNotebook, NULL, cut_test_notebook_set_up, test_missing,
              cut_test_notebook_tear_down);
  return g_test_run ();
}
