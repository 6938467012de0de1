/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-headline.h"

#include "cut-index.h"

#define BODY \
  "Two officials said the harbour wall had failed its test in March.\nThe council meets on Friday. Reed admitted that he knew of the test."

static guint
count (const char     *title,
       const char     *text,
       CutHeadlineKind kind,
       gboolean        in_title)
{
  g_autoptr (GPtrArray) findings = cut_headline_check (title, text, "en", NULL);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const CutHeadlineFinding *finding = g_ptr_array_index (findings, i);

      n += finding->kind == kind && finding->in_title == in_title;
    }
  return n;
}

static void
test_unhedged (void)
{
  g_autoptr (GPtrArray) findings = cut_headline_check ("Harbour wall failed test", BODY, "en", NULL);
  const CutHeadlineFinding *finding = g_ptr_array_index (findings, 0);
  g_autoptr (CutIndex) index = cut_index_new (BODY);
  g_autofree char *rests_on = cut_index_slice (index, finding->rests_on.start, finding->rests_on.end);
  g_autofree char *source = cut_index_slice (index, finding->source.start, finding->source.end);

  g_assert_cmpint (finding->kind, ==, CUT_HEADLINE_UNHEDGED);
  g_assert_true (finding->in_title);
  g_assert_cmpstr (rests_on, ==, "the harbour wall had failed its test in March");
  g_assert_cmpstr (source, ==, "Two officials");
  g_assert_cmpfloat (finding->weight, ==, 1);
}

static void
test_fair_titles (void)
{
  static const char *const fair[] = {
    "Harbour wall failed test, officials say", "Harbour wall reportedly failed test", "Has the harbour wall failed its test?", "Harbour wall ‘failed test’",
    "Harbour wall may have failed test",       "Council meets on Friday",             "Snow in the hills",                    "",
    "Harbour wall never failed test",
  };

  for (guint i = 0; i < G_N_ELEMENTS (fair); i++)
    {
      g_test_message ("%s", fair[i]);
      g_assert_cmpuint (count (fair[i], BODY, CUT_HEADLINE_UNHEDGED, TRUE), ==, 0);
    }
  g_assert_cmpuint (count (NULL, BODY, CUT_HEADLINE_UNHEDGED, TRUE), ==, 0);
  /* The author states it himself too. */
  g_assert_cmpuint (count ("Harbour wall failed test", BODY "\nThe harbour wall failed the test.", CUT_HEADLINE_UNHEDGED, TRUE), ==, 0);
}

static void
test_presuppositions (void)
{
  g_assert_cmpuint (count ("Snow", BODY, CUT_HEADLINE_PRESUPPOSED, FALSE), ==, 1);
  g_assert_cmpuint (count ("Reed admits the pumps leak", BODY, CUT_HEADLINE_PRESUPPOSED, TRUE), ==, 1);
  g_assert_cmpuint (count ("Reed says the pumps leak", "Reed did not admit that the pumps leak.", CUT_HEADLINE_PRESUPPOSED, FALSE), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (cut_headline_check ("Snow", BODY, "en", cancellable));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/propose/headline/unhedged", test_unhedged);
  g_test_add_func ("/propose/headline/fair-titles", test_fair_titles);
  g_test_add_func ("/propose/headline/presuppositions", test_presuppositions);
  g_test_add_func ("/propose/headline/cancelled", test_cancelled);
  return g_test_run ();
}
