/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>

#include "cut-error.h"
#include "cut-extractor.h"

#define READER "odd-reader"
#define MEMORY (256UL * 1024 * 1024)

static CutArticle *
ask (CutExtractor *extractor,
     const char   *word,
     GError      **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (word, strlen (word));

  return cut_extractor_extract (extractor, READER, bytes, "text/odd", "https://example.org/", NULL, error);
}

static void
assert_works (CutExtractor *extractor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutArticle) article = ask (extractor, "héllo", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (article->text, ==, "héllo");
  g_assert_cmpstr (article->title, ==, "text/odd");
  g_assert_cmpstr (article->canonical_url, ==, "https://example.org/");
  g_assert_cmpuint (article->blocks->len, ==, 1);
}

static void
assert_fails (const char *word,
              guint       seconds,
              int         code)
{
  g_autoptr (CutExtractor) extractor = cut_extractor_new ();
  g_autoptr (GError) fresh = NULL;
  g_autoptr (GError) used = NULL;

  cut_extractor_set_limits (extractor, seconds, MEMORY);
  g_assert_null (ask (extractor, word, &fresh));
  g_assert_error (fresh, CUT_ERROR, code);
  assert_works (extractor);
  g_assert_null (ask (extractor, word, &used));
  g_assert_error (used, CUT_ERROR, code);
  assert_works (extractor);
}

static void
test_reads (void)
{
  g_autoptr (CutExtractor) extractor = cut_extractor_new ();

  assert_works (extractor);
}

static void
test_refuses (void)
{
  g_autoptr (CutExtractor) extractor = cut_extractor_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (ask (extractor, "refuse", &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
  g_assert_cmpstr (error->message, ==, "There is nothing in it.");
}

static void
test_dies (void)
{
  assert_fails ("die", 1, CUT_ERROR_TOO_LARGE);
}

static void
test_spins (void)
{
  assert_fails ("spin", 1, CUT_ERROR_TIMEOUT);
}

static void
test_eats (void)
{
  if (g_getenv ("CUTTINGS_SANITIZED") != NULL)
    {
      g_test_skip ("memory cannot be limited under the address sanitizer");
      return;
    }
  assert_fails ("eat", 60, CUT_ERROR_TOO_LARGE);
}

/* What a library prints must not get between the answers. */
static void
test_chatters (void)
{
  g_autoptr (CutExtractor) extractor = cut_extractor_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CutArticle) article = ask (extractor, "chatter", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (article->text, ==, "chatter");
}

static void
test_used_again (void)
{
  g_autoptr (CutExtractor) extractor = cut_extractor_new ();
  g_autoptr (CutArticle) first = ask (extractor, "one", NULL);
  g_autoptr (CutArticle) second = ask (extractor, "two", NULL);

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpstr (first->kind, ==, second->kind);
}

/* A process that was ended from outside while it stood idle is no failure. */
static void
test_ended_idle (void)
{
  g_autoptr (CutExtractor) extractor = cut_extractor_new ();
  g_autoptr (CutArticle) article = ask (extractor, "one", NULL);

  g_assert_nonnull (article);
  g_assert_cmpint (kill ((pid_t) g_ascii_strtoll (article->kind, NULL, 10), SIGKILL), ==, 0);
  assert_works (extractor);
}

static gpointer
cancel_thread (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancelled (void)
{
  g_autoptr (CutExtractor) extractor = cut_extractor_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("sleep", 5);
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_thread, cancellable);

  g_assert_null (cut_extractor_extract (extractor, READER, bytes, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  assert_works (extractor);
}

static void
test_missing (void)
{
  g_autoptr (CutExtractor) extractor = cut_extractor_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_extractor_extract (extractor, "no-such-reader", bytes, NULL, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED);
}

static gpointer
ask_often (gpointer extractor)
{
  for (guint i = 0; i < 20; i++)
    assert_works (extractor);
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (CutExtractor) extractor = cut_extractor_new ();
  GThread *threads[6];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("ask", ask_often, extractor);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/process/extractor/reads", test_reads);
  g_test_add_func ("/process/extractor/refuses", test_refuses);
  g_test_add_func ("/process/extractor/dies", test_dies);
  g_test_add_func ("/process/extractor/spins", test_spins);
  g_test_add_func ("/process/extractor/eats", test_eats);
  g_test_add_func ("/process/extractor/chatters", test_chatters);
  g_test_add_func ("/process/extractor/used-again", test_used_again);
  g_test_add_func ("/process/extractor/ended-idle", test_ended_idle);
  g_test_add_func ("/process/extractor/cancelled", test_cancelled);
  g_test_add_func ("/process/extractor/missing", test_missing);
  g_test_add_func ("/process/extractor/threads", test_threads);
  return g_test_run ();
}
