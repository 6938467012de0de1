/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-clipper.h"
#include "cut-test-notebook.h"

typedef struct
{
  CutTestNotebook notebook;
  CutClipper *clipper;
  guint n_clipped;
  guint done, failed;
  gboolean settled;
} Fixture;

static void
clipped_cb (Fixture       *fixture,
            CutClipResult *result)
{
  g_assert_nonnull (result->clip);
  fixture->n_clipped++;
}

static void
settled_cb (Fixture *fixture,
            guint    done,
            guint    failed)
{
  fixture->done = done;
  fixture->failed = failed;
  fixture->settled = TRUE;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  cut_test_notebook_set_up (&fixture->notebook, NULL);
  fixture->clipper = cut_clipper_new (fixture->notebook.notebook);
  g_signal_connect_swapped (fixture->clipper, "clipped", G_CALLBACK (clipped_cb), fixture);
  g_signal_connect_swapped (fixture->clipper, "settled", G_CALLBACK (settled_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->clipper);
  cut_test_notebook_tear_down (&fixture->notebook, NULL);
}

static void
clip (Fixture    *fixture,
      const char *text)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();

  if (text != NULL)
    request->bytes = g_bytes_new (text, strlen (text));
  else
    request->path = g_build_filename (fixture->notebook.folder, "missing.html", NULL);
  cut_clipper_clip (fixture->clipper, request);
}

static CutJob *
get_job (Fixture *fixture,
         guint    position)
{
  return g_list_model_get_item (cut_clipper_get_jobs (fixture->clipper), position);
}

/* More than run at once. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *text = g_strdup_printf ("Leak number %u\n\n%s", i, CUT_TEST_ARTICLE);

      clip (fixture, text);
    }
  g_assert_true (cut_clipper_is_busy (fixture->clipper));
  cut_test_wait (&fixture->settled);
  g_assert_cmpuint (fixture->n_clipped, ==, 9);
  g_assert_cmpuint (fixture->done, ==, 9);
  g_assert_cmpuint (fixture->failed, ==, 0);
  g_assert_cmpuint (cut_test_count (fixture->notebook.notebook, CUT_KIND_CLIP), ==, 9);
  cut_clipper_clear (fixture->clipper, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (cut_clipper_get_jobs (fixture->clipper)), ==, 0);
}

/* What failed says why, stays, and can be tried again. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (CutJob) job = NULL;
  g_autoptr (CutJob) again = NULL;

  clip (fixture, NULL);
  cut_test_wait (&fixture->settled);
  job = get_job (fixture, 0);
  g_assert_cmpint (cut_job_get_state (job), ==, CUT_JOB_FAILED);
  g_assert_cmpstr (cut_job_get_title (job), ==, "missing.html");
  g_assert_cmpuint (strlen (cut_job_get_message (job)), >, 10);
  g_assert_cmpuint (fixture->failed, ==, 1);
  cut_clipper_clear (fixture->clipper, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (cut_clipper_get_jobs (fixture->clipper)), ==, 1);

  fixture->settled = FALSE;
  cut_job_retry (job);
  cut_test_wait (&fixture->settled);
  again = get_job (fixture, 0);
  g_assert_true (again != job);
  g_assert_cmpint (cut_job_get_state (again), ==, CUT_JOB_FAILED);
  cut_clipper_clear (fixture->clipper, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (cut_clipper_get_jobs (fixture->clipper)), ==, 0);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < 6; i++)
    clip (fixture, CUT_TEST_ARTICLE);
  cut_clipper_cancel_all (fixture->clipper);
  cut_test_wait (&fixture->settled);
  g_assert_false (cut_clipper_is_busy (fixture->clipper));
  g_assert_cmpuint (fixture->failed, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/clipper/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/ui/clipper/failure", Fixture, NULL, set_up, test_failure, tear_down);
  g_test_add ("/ui/clipper/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  return g_test_run ();
}
