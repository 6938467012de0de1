/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-capture.h"
#include "cut-direction.h"
#include "cut-find-bar.h"
#include "cut-marking.h"
#include "cut-page.h"
#include "cut-reader-link.h"
#include "cut-test-notebook.h"

typedef struct
{
  CutTestNotebook notebook;
  CutReading *reading;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (CutClipResult) clipped = NULL;
  g_autoptr (GError) error = NULL;

  cut_test_notebook_set_up (&fixture->notebook, NULL);
  clipped = cut_test_clip_text (fixture->notebook.notebook, CUT_TEST_ARTICLE);
  fixture->reading = cut_notebook_read (fixture->notebook.notebook, cut_record_get_id (clipped->clip), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  cut_reading_unref (fixture->reading);
  cut_test_notebook_tear_down (&fixture->notebook, NULL);
}

static guint
find (CutReading *reading,
      const char *words)
{
  const char *found = strstr (reading->text, words);

  g_assert_nonnull (found);
  return (guint) g_utf8_strlen (reading->text, found - reading->text);
}

static CutAnnotation *
annotate (CutReading *reading,
          const char *kind,
          const char *words)
{
  CutRecord *annotation = NULL;
  g_autoptr (GError) error = NULL;
  guint start = find (reading, words);
  g_autoptr (CutAct) act = cut_marking_annotate (reading, kind, start, start + (guint) g_utf8_strlen (words, -1), NULL,
                                                 &annotation, &error);

  g_assert_no_error (error);
  g_assert_nonnull (act);
  return CUT_ANNOTATION (annotation);
}

static CutPage *
page_with (CutReading    *reading,
           CutAnnotation *annotation)
{
  g_ptr_array_add (reading->annotations, annotation);
  return cut_page_new (reading);
}

/* Marks that overlap get lines of their own; others share the first. */
static void
test_lanes (void)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (CutMark));
  const CutMark given[] = {
    { NULL, 0, 10, 0, CUT_MARK_DOUBLE }, { NULL, 2, 5, 0, CUT_MARK_GROUND }, { NULL, 4, 8, 0, CUT_MARK_WAVE },
    { NULL, 6, 20, 0, CUT_MARK_DOTS },   { NULL, 10, 12, 0, CUT_MARK_SINGLE },
  };
  const guint lanes[] = { 0, 0, 1, 2, 0 };

  g_array_append_vals (marks, given, G_N_ELEMENTS (given));
  cut_marks_assign_lanes (marks);
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    g_assert_cmpuint (g_array_index (marks, CutMark, i).lane, ==, lanes[i]);
}

static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (CutPage) page = page_with (fixture->reading, annotate (fixture->reading, "quote", "a second tank leaked"));
  const CutMark *mark = cut_page_find_mark_at (page, find (fixture->reading, "second tank"));

  g_assert_cmpuint (page->marks->len, ==, 1);
  g_assert_nonnull (mark);
  g_assert_cmpint (mark->form, ==, CUT_MARK_SINGLE);
  g_assert_cmpuint (mark->start, ==, find (fixture->reading, "a second tank leaked"));
  g_assert_cmpuint (mark->end - mark->start, ==, strlen ("a second tank leaked"));
  g_assert_null (cut_page_find_mark_at (page, mark->end));
}

/* A mark made on another capture stands where its words stand once, and nowhere else. */
static void
test_other_capture (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (CutAnnotation) annotation = annotate (fixture->reading, "note", "two officials");
  CutRecord *other = cut_record_with (CUT_RECORD (annotation), "capture", "00000000-0000-7000-8000-000000000001", NULL);
  g_autofree char *text = g_steal_pointer (&fixture->reading->text);
  g_autoptr (CutPage) moved = NULL;
  g_autoptr (CutPage) gone = NULL;

  fixture->reading->text = g_strconcat ("A correction was added.\n", text, NULL);
  moved = page_with (fixture->reading, CUT_ANNOTATION (other));
  g_assert_cmpuint (moved->marks->len, ==, 1);
  g_assert_cmpuint (g_array_index (moved->marks, CutMark, 0).start, ==, find (fixture->reading, "two officials"));
  g_free (fixture->reading->text);
  fixture->reading->text = g_strdup ("Nothing of it is left.");
  gone = cut_page_new (fixture->reading);
  g_assert_cmpuint (gone->marks->len, ==, 0);
}

static void
test_blocks (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (CutPage) page = cut_page_new (fixture->reading);
  guint offset = find (fixture->reading, "who chairs the board");
  const CutBlock *block = cut_page_get_block (page, offset);

  g_assert_nonnull (block);
  g_assert_true (block->start <= offset && offset < block->end);
  g_assert_false (page->hidden);
  for (guint i = 0; i < fixture->reading->blocks->len; i++)
    g_assert_false (cut_page_hides (page, g_ptr_array_index (fixture->reading->blocks, i)));
}

static void
test_find (void)
{
  guint length;
  g_autoptr (GArray) found = cut_find_words ("Öl und öl, das ÖL der Welt", "öl", &length, NULL);
  g_autoptr (GArray) none = cut_find_words ("short", "longer than the text", &length, NULL);
  g_autoptr (GArray) twice = cut_find_words ("aaaa", "aa", &length, NULL);

  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpuint (g_array_index (found, guint, 1), ==, 7);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (twice->len, ==, 2);
  g_assert_cmpuint (length, ==, 2);
}

static void
test_direction (void)
{
  g_assert_false (cut_line_is_rtl ("Plain words", -1));
  g_assert_true (cut_line_is_rtl ("«שלום» is a word", -1));
  g_assert_false (cut_line_is_rtl ("12 %", -1));
  g_assert_true (cut_line_is_mixed ("في 12 يوما"));
  g_assert_false (cut_line_is_mixed ("words and 12 more"));
}

static void
test_links (void)
{
  g_assert_true (cut_link_is_safe ("https://news.example/a"));
  g_assert_true (cut_link_is_safe ("MAILTO:desk@news.example"));
  g_assert_false (cut_link_is_safe ("javascript:alert(1)"));
  g_assert_false (cut_link_is_safe ("file:///etc/passwd"));
  g_assert_false (cut_link_is_safe ("no address"));
  g_assert_false (cut_link_is_safe (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/page/lanes", test_lanes);
  g_test_add ("/reader/page/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/reader/page/other-capture", Fixture, NULL, set_up, test_other_capture, tear_down);
  g_test_add ("/reader/page/blocks", Fixture, NULL, set_up, test_blocks, tear_down);
  g_test_add_func ("/reader/page/find", test_find);
  g_test_add_func ("/reader/page/direction", test_direction);
  g_test_add_func ("/reader/page/links", test_links);
  return g_test_run ();
}
