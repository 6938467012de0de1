/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-annotation.h"
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-marking.h"
#include "cut-source.h"
#include "cut-test-notebook.h"

/* Long lines, so that each is a paragraph: letters with combining marks, an emoji family, a flag. */
#define STRANGE                                                                                                     \
  "The mayor\xe2\x80\x99s cafe\xcc\x82\xcc\xa3 was the meeting place, said witnesses who had been there since the early morning hours.\n\n" \
  "A family \xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 stood outside with a flag \xf0\x9f\x87\xab\xf0\x9f\x87\xae for the whole of the afternoon and most of the evening.\n"

static CutReading *
read_clip (CutTestNotebook *fixture,
           const char      *id)
{
  g_autoptr (GError) error = NULL;
  CutReading *reading = cut_notebook_read (fixture->notebook, id, &error);

  g_assert_no_error (error);
  return reading;
}

static CutReading *
read_new (CutTestNotebook *fixture,
          const char      *text)
{
  g_autoptr (CutClipResult) clipped = cut_test_clip_text (fixture->notebook, text);

  return read_clip (fixture, cut_record_get_id (clipped->clip));
}

static CutReading *
read_again (CutTestNotebook *fixture,
            CutReading      *reading)
{
  return read_clip (fixture, cut_record_get_id (reading->clip));
}

static void
commit (CutTestNotebook *fixture,
        CutAct          *act)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (act);
  g_assert_true (cut_notebook_commit (fixture->notebook, act, NULL, &error));
  g_assert_no_error (error);
}

/* Code points of @words in the text. */
static guint
find (CutReading *reading,
      const char *words)
{
  const char *at = strstr (reading->text, words);

  g_assert_nonnull (at);
  return (guint) g_utf8_pointer_to_offset (reading->text, at);
}

static CutRecord *
mark (CutTestNotebook *fixture,
      CutReading      *reading,
      const char      *kind,
      const char      *words)
{
  g_autoptr (GError) error = NULL;
  guint start = find (reading, words);
  CutRecord *annotation = NULL;

  commit (fixture, cut_marking_annotate (reading, kind, start, start + (guint) g_utf8_strlen (words, -1), NULL,
                                         &annotation, &error));
  return annotation;
}

static const char *
exact (gpointer annotation)
{
  return cut_annotation_get_selectors (CUT_ANNOTATION (annotation))->exact;
}

static void
test_annotate (CutTestNotebook *fixture,
               gconstpointer    data)
{
  g_autoptr (CutReading) reading = read_new (fixture, CUT_TEST_ARTICLE);
  g_autoptr (CutRecord) annotation = mark (fixture, reading, "highlight", "second tank");
  CutSelector *selector = cut_annotation_get_selectors (CUT_ANNOTATION (annotation));

  g_assert_cmpstr (selector->exact, ==, "second tank");
  g_assert_cmpint (g_utf8_strlen (selector->prefix, -1), >=, 32);
  g_assert_cmpint (g_utf8_strlen (selector->suffix, -1), >=, 32);
  g_assert_cmpstr (cut_annotation_get_clip (CUT_ANNOTATION (annotation)), ==, cut_record_get_id (reading->clip));
  g_assert_cmpstr (cut_annotation_get_capture (CUT_ANNOTATION (annotation)), ==, cut_record_get_id (reading->capture));
  g_assert_cmpstr (cut_annotation_get_colour (CUT_ANNOTATION (annotation)), ==, "yellow");
  g_assert_cmpstr (cut_notebook_get_undo_label (fixture->notebook), ==, "Highlight");
}

static void
test_order (CutTestNotebook *fixture,
            gconstpointer    data)
{
  g_autoptr (CutReading) reading = read_new (fixture, CUT_TEST_ARTICLE);
  g_autoptr (CutRecord) late = mark (fixture, reading, "note", "Its last inspection");
  g_autoptr (CutRecord) early = mark (fixture, reading, "quote", "has admitted that a second tank");
  g_autoptr (CutRecord) over = mark (fixture, reading, "highlight", "second tank leaked in March");
  g_autoptr (CutRecord) again = mark (fixture, reading, "question", "second tank leaked in March");
  g_autoptr (CutRecord) inside = mark (fixture, reading, "highlight", "second tank");
  g_autoptr (CutReading) after = read_again (fixture, reading);
  CutRecord *const expected[] = { early, inside, over, again, late };

  g_assert_cmpuint (after->annotations->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (cut_record_get_id (g_ptr_array_index (after->annotations, i)), ==, cut_record_get_id (expected[i]));
}

/* No end of a mark parts what a reader takes for one character. */
static void
test_graphemes (CutTestNotebook *fixture,
                gconstpointer    data)
{
  g_autoptr (CutReading) reading = read_new (fixture, STRANGE);
  g_autoptr (GError) error = NULL;
  guint cafe = find (reading, "caf");
  guint family = find (reading, "\xf0\x9f\x91\xa8");
  guint flag = find (reading, "\xf0\x9f\x87\xab");
  g_autoptr (CutRecord) first = NULL;
  g_autoptr (CutRecord) second = NULL;
  g_autoptr (CutRecord) third = NULL;

  /* "cafe" without the marks on the e: however many of them NFC left apart, they come along. */
  commit (fixture, cut_marking_annotate (reading, "highlight", cafe, cafe + 4, NULL, &first, &error));
  g_assert_true (g_str_has_prefix (strstr (reading->text, "caf") + strlen (exact (first)), " was"));
  commit (fixture, cut_marking_annotate (reading, "highlight", family + 2, family + 3, NULL, &second, &error));
  g_assert_cmpstr (exact (second), ==, "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7");
  commit (fixture, cut_marking_annotate (reading, "highlight", flag + 1, flag + 2, NULL, &third, &error));
  g_assert_cmpstr (exact (third), ==, "\xf0\x9f\x87\xab\xf0\x9f\x87\xae");
}

static void
test_bad_ranges (CutTestNotebook *fixture,
                 gconstpointer    data)
{
  g_autoptr (CutReading) reading = read_new (fixture, CUT_TEST_ARTICLE);
  guint length = (guint) g_utf8_strlen (reading->text, -1);
  const guint ranges[][2] = { { 3, 3 }, { 5, 4 }, { length, length + 1 }, { 0, length + 1 }, { G_MAXUINT - 1, G_MAXUINT } };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cut_marking_annotate (reading, "highlight", ranges[i][0], ranges[i][1], NULL, NULL, &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
      g_clear_error (&error);
      g_assert_null (cut_marking_claim (reading, ranges[i][0], ranges[i][1], "Text", NULL, NULL, NULL, NULL, &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
      g_clear_error (&error);
      g_assert_null (cut_marking_entity (reading, ranges[i][0], ranges[i][1], NULL, NULL, NULL, &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
    }
}

static void
test_bad_kind (CutTestNotebook *fixture,
               gconstpointer    data)
{
  g_autoptr (CutReading) reading = read_new (fixture, CUT_TEST_ARTICLE);
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_marking_annotate (reading, "scribble", 0, 5, NULL, NULL, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
}

static void
test_claim (CutTestNotebook *fixture,
            gconstpointer    data)
{
  g_autoptr (CutReading) reading = read_new (fixture, CUT_TEST_ARTICLE);
  g_autoptr (CutRecord) source = cut_record_new (CUT_KIND_SOURCE, "label", "Jon Berg", NULL);
  g_autoptr (CutRecord) annotation = NULL;
  g_autoptr (CutRecord) claim = NULL;
  g_autoptr (CutRecord) attribution = NULL;
  g_autoptr (CutReading) after = NULL;
  g_autoptr (GError) error = NULL;
  guint start = find (reading, "We were told");

  cut_test_commit_one (fixture->notebook, "New Source", source);
  commit (fixture, cut_marking_claim (reading, start, start + 24, NULL, cut_record_get_id (source), &annotation, &claim,
                                      &attribution, &error));
  g_assert_cmpstr (cut_claim_get_text (CUT_CLAIM (claim)), ==, "We were told on the nint");
  after = read_again (fixture, reading);
  g_assert_cmpuint (after->claims->len, ==, 1);
  g_assert_cmpuint (after->attributions->len, ==, 1);
  g_assert_cmpuint (after->sources->len, ==, 1);
  g_assert_cmpstr (cut_source_get_label (g_ptr_array_index (after->sources, 0)), ==, "Jon Berg");
  g_assert_cmpstr (cut_annotation_get_claim (g_ptr_array_index (after->annotations, 0)), ==, cut_record_get_id (claim));
  g_assert_cmpstr (cut_attribution_get_annotation (g_ptr_array_index (after->attributions, 0)), ==,
                   cut_record_get_id (annotation));
  g_assert_nonnull (cut_reading_find (after, cut_record_get_id (attribution)));
  g_assert_null (cut_reading_find (after, "no-such-id"));

  g_free (cut_notebook_undo (fixture->notebook, &error));
  g_assert_no_error (error);
  g_clear_pointer (&after, cut_reading_unref);
  after = read_again (fixture, reading);
  g_assert_cmpuint (after->claims->len + after->attributions->len + after->annotations->len, ==, 0);
}

static void
test_entity (CutTestNotebook *fixture,
             gconstpointer    data)
{
  g_autoptr (CutReading) reading = read_new (fixture, CUT_TEST_ARTICLE);
  g_autoptr (CutRecord) annotation = NULL;
  g_autoptr (CutReading) after = NULL;
  g_autoptr (GError) error = NULL;
  guint start = find (reading, "Norrvik");
  CutRecord *entity;

  commit (fixture, cut_marking_entity (reading, start, start + 7, NULL, "Address", &annotation, &error));
  after = read_again (fixture, reading);
  g_assert_cmpuint (after->entities->len, ==, 1);
  entity = g_ptr_array_index (after->entities, 0);
  g_assert_cmpstr (cut_entity_get_name (CUT_ENTITY (entity)), ==, "Norrvik");
  g_assert_cmpstr (cut_entity_get_schema (CUT_ENTITY (entity)), ==, "Address");
  /* The same one again, from another passage. */
  start = find (reading, "harbour board of");
  commit (fixture, cut_marking_entity (reading, start, start + 7, entity, NULL, NULL, &error));
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_ENTITY), ==, 1);
  g_assert_cmpuint (cut_test_count (fixture->notebook, CUT_KIND_ANNOTATION), ==, 2);
}

static void
test_set_ends (CutTestNotebook *fixture,
               gconstpointer    data)
{
  g_autoptr (CutReading) reading = read_new (fixture, CUT_TEST_ARTICLE);
  g_autoptr (CutRecord) annotation = mark (fixture, reading, "highlight", "second tank");
  g_autoptr (CutReading) after = NULL;
  g_autoptr (GError) error = NULL;
  guint start = find (reading, "a second tank");

  commit (fixture, cut_marking_set_ends (reading, annotation, start, start + 13, &error));
  after = read_again (fixture, reading);
  g_assert_cmpuint (after->annotations->len, ==, 1);
  g_assert_cmpstr (exact (g_ptr_array_index (after->annotations, 0)), ==, "a second tank");
}

static const CutBlock *
block_of (CutReading *reading,
          const char *words)
{
  guint at = find (reading, words);

  for (guint i = 0; i < reading->blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (reading->blocks, i);

      if (block->start <= at && at < block->end)
        return block;
    }
  g_assert_not_reached ();
}

/* Each toggle is one decision or takes one back: never two that contradict. */
static void
toggle (CutTestNotebook *fixture,
        CutReading     **reading,
        const char      *words,
        gboolean         counts,
        guint            n_decisions)
{
  g_autoptr (GError) error = NULL;
  CutReading *after;

  commit (fixture, cut_marking_set_counts (*reading, find (*reading, words) + 1, counts, &error));
  after = read_again (fixture, *reading);
  g_assert_cmpint (cut_block_counts (block_of (after, words)), ==, counts);
  g_assert_cmpuint (after->annotations->len, ==, n_decisions);
  cut_reading_unref (*reading);
  *reading = after;
}

static void
test_set_counts (CutTestNotebook *fixture,
                 gconstpointer    data)
{
  g_autoptr (CutReading) reading = read_new (fixture, CUT_TEST_ARTICLE);
  const char *body = "according to minutes";
  const char *byline = "Ada Lindqvist";
  guint n_body = 0;

  g_assert_true (cut_block_counts (block_of (reading, body)));
  g_assert_false (cut_block_counts (block_of (reading, byline)));
  for (guint i = 0; i < 2; i++)
    {
      toggle (fixture, &reading, body, FALSE, 1);
      toggle (fixture, &reading, byline, TRUE, 2);
      toggle (fixture, &reading, body, TRUE, 1);
      toggle (fixture, &reading, byline, FALSE, 0);
    }
  toggle (fixture, &reading, body, TRUE, 0);
  for (guint i = 0; i < reading->blocks->len; i++)
    n_body += (guint) cut_block_counts (g_ptr_array_index (reading->blocks, i));
  g_assert_cmpuint (n_body, >=, 3);
}

static void
test_read_ids (CutTestNotebook *fixture,
               gconstpointer    data)
{
  g_autoptr (CutReading) reading = read_new (fixture, CUT_TEST_ARTICLE);
  g_autoptr (CutRecord) annotation = mark (fixture, reading, "highlight", "second tank");
  g_autoptr (CutReading) by_capture = read_clip (fixture, cut_record_get_id (reading->capture));
  g_autoptr (CutReading) by_mark = read_clip (fixture, cut_record_get_id (annotation));
  g_autoptr (CutReading) none = NULL;
  g_autoptr (GError) error = NULL;
  guint start, end;

  g_assert_cmpstr (by_capture->text, ==, reading->text);
  g_assert_cmpstr (cut_record_get_id (by_mark->clip), ==, cut_record_get_id (reading->clip));
  g_assert_true (cut_reading_find_place (by_mark, cut_record_get_id (annotation), &start, &end));
  g_assert_cmpuint (start, ==, find (reading, "second tank"));
  g_assert_cmpuint (end, ==, start + 11);
  none = cut_notebook_read (fixture->notebook, "0190aaaa-0000-7000-8000-000000000000", &error);
  g_assert_null (none);
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  none = cut_notebook_read (fixture->notebook, cut_notebook_get_owner (fixture->notebook), &error);
  g_assert_null (none);
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
}

#define TEST(name, func)                                                                                          \
  g_test_add ("/notebook/marking/" name, CutTestNotebook, NULL, cut_test_notebook_set_up, func, cut_test_notebook_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("annotate", test_annotate);
  TEST ("order", test_order);
  TEST ("graphemes", test_graphemes);
  TEST ("bad-ranges", test_bad_ranges);
  TEST ("bad-kind", test_bad_kind);
  TEST ("claim", test_claim);
  TEST ("entity", test_entity);
  TEST ("set-ends", test_set_ends);
  TEST ("set-counts", test_set_counts);
  TEST ("read-ids", test_read_ids);
  return g_test_run ();
}
