/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-dismissed.h"
#include "cut-id.h"

#define CLIP "01890a5d-ac96-774b-bcce-b302099a8057"

static GPtrArray *
dismiss (const char *kind,
         guint       start,
         guint       end,
         const char *words)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (list, cut_dismissed_new (CLIP, "aa", kind, start, end, words, "attribute-1"));
  return list;
}

static void
test_same_place (void)
{
  g_autoptr (GPtrArray) list = dismiss ("attribution", 100, 140, "the bridge would stay open");

  g_assert_true (cut_dismissed_has (list, "aa", "attribution", 100, 140, "the bridge would stay open"));
  /* Later rules take the quotation marks or a word more. */
  g_assert_true (cut_dismissed_has (list, "aa", "attribution", 98, 145, "that the bridge would stay open,"));
  g_assert_false (cut_dismissed_has (list, "aa", "attribution", 100, 240, "the bridge would stay open and more"));
  g_assert_false (cut_dismissed_has (list, "aa", "claim", 100, 140, "the bridge would stay open"));
  /* The same words elsewhere in the text are another passage. */
  g_assert_false (cut_dismissed_has (list, "aa", "attribution", 300, 340, "the bridge would stay open"));
}

static void
test_other_text_of_the_clip (void)
{
  g_autoptr (GPtrArray) list = dismiss ("date", 10, 18, "Thursday");

  g_assert_true (cut_dismissed_has (list, "bb", "date", 30, 38, "“THURSDAY,”"));
  g_assert_false (cut_dismissed_has (list, "bb", "date", 10, 16, "Friday"));
}

static void
test_without_place (void)
{
  g_autoptr (GPtrArray) list = dismiss ("headline", 0, 0, "Bridge falls down");

  g_assert_true (cut_dismissed_has (list, "aa", "headline", 0, 0, "Bridge  falls down!"));
  g_assert_false (cut_dismissed_has (list, "aa", "headline", 0, 0, "Bridge falls"));
}

static void
test_taken_back (void)
{
  g_autoptr (GPtrArray) list = dismiss ("name", 0, 4, "Heron");
  CutRecord *gone = cut_record_with (g_ptr_array_index (list, 0), "deleted", (gint64) 5, NULL);

  g_assert_true (cut_record_validate (gone, NULL));
  g_ptr_array_set_size (list, 0);
  g_ptr_array_add (list, gone);
  g_assert_false (cut_dismissed_has (list, "aa", "name", 0, 4, "Heron"));
}

static void
test_fingerprint (void)
{
  g_autofree char *one = cut_dismissed_fingerprint ("claim", "Cafe\314\201 — closes");
  g_autofree char *two = cut_dismissed_fingerprint ("claim", "CAFÉ closes.");
  g_autofree char *other = cut_dismissed_fingerprint ("date", "CAFÉ closes.");

  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (one, !=, other);
  g_assert_cmpuint (strlen (one), ==, 32);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dismissed/same-place", test_same_place);
  g_test_add_func ("/dismissed/other-text-of-the-clip", test_other_text_of_the_clip);
  g_test_add_func ("/dismissed/without-place", test_without_place);
  g_test_add_func ("/dismissed/taken-back", test_taken_back);
  g_test_add_func ("/dismissed/fingerprint", test_fingerprint);
  return g_test_run ();
}
