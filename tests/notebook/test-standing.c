/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-dismissed.h"
#include "cut-error.h"
#include "cut-notebook-standing.h"
#include "cut-test-notebook.h"

#define REPRINT                                                                                                        \
  "Norrvik: another tank leaked\n\n"                                                                                   \
  "NORRVIK — The harbour board of Norrvik has admitted that a second tank leaked in March, a week after it denied the " \
  "first, according to minutes seen by this newspaper.\n\n"                                                            \
  "“We were told on the ninth,” said Jon Berg, who chairs the board. The minutes name two officials who knew earlier, " \
  "and say that neither was asked to write a report about it.\n"

#define OTHER                                                                                                          \
  "School buses to run later\n\n"                                                                                      \
  "Buses to the three schools of the valley will leave a quarter of an hour later from Monday on, the county said. The " \
  "reason is a bridge near the mill that is closed to anything heavier than a van until the autumn.\n\n"               \
  "Parents had asked for a way round by the old road, which the county calls too narrow for two buses to pass.\n"

#define STRONG                                                                                                         \
  "Board hid second leak for months\n\n"                                                                               \
  "The harbour board of Norrvik hid a second leak for months, two officials said on Thursday. They spoke on condition " \
  "of anonymity.\n\n"                                                                                                  \
  "The board did not answer questions about the age of the tank, nor about who had been told of it in spring.\n"

static CutRecord *
make (CutTestNotebook *self,
      CutRecord       *record)
{
  CutRecord *stored;

  cut_test_commit_one (self->notebook, "Make", record);
  stored = cut_notebook_get (self->notebook, cut_record_get_id (record), NULL);
  g_assert_nonnull (stored);
  g_object_unref (record);
  return stored;
}

/* An attribution of @claim in @clip. */
static CutRecord *
say (CutTestNotebook *self,
     CutRecord       *claim,
     CutRecord       *clip,
     const char      *source,
     const char      *stance)
{
  g_autoptr (CutReading) reading = cut_notebook_read (self->notebook, cut_record_get_id (clip), NULL);
  g_autoptr (CutSelector) selector = cut_selector_new (0, 4, "Norr", NULL, NULL);
  g_autoptr (CutRecord) mark = make (self, cut_record_new (CUT_KIND_ANNOTATION, "clip", cut_record_get_id (clip), "capture",
                                                           cut_record_get_id (reading->capture), "kind", "claim", "selectors", selector, NULL));

  return make (self, cut_record_new (CUT_KIND_ATTRIBUTION, "claim", cut_record_get_id (claim), "annotation", cut_record_get_id (mark),
                                     "source", source, "stance", stance, NULL));
}

static CutClaimStanding *
standing_of (CutTestNotebook *self,
             CutRecord       *claim)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = cut_notebook_claim_standings (self->notebook, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((CutClaimStanding *) g_ptr_array_index (all, i))->id, cut_record_get_id (claim)))
      return cut_claim_standing_ref (g_ptr_array_index (all, i));
  return NULL;
}

static void
assert_high (CutTestNotebook *self,
             CutRecord       *claim,
             guint            high)
{
  g_autoptr (CutClaimStanding) standing = standing_of (self, claim);

  g_assert_nonnull (standing);
  g_assert_cmpuint (standing->high, ==, high);
}

static void
test_follows_changes (CutTestNotebook *self,
                      gconstpointer    data)
{
  g_autoptr (CutClipResult) clipped = cut_test_clip_text (self->notebook, CUT_TEST_ARTICLE);
  g_autoptr (CutRecord) claim = make (self, cut_record_new (CUT_KIND_CLAIM, "text", "A second tank leaked.", NULL));
  g_autoptr (CutRecord) other = make (self, cut_record_new (CUT_KIND_CLAIM, "text", "The board was told.", NULL));
  g_autoptr (CutRecord) berg = make (self, cut_record_new (CUT_KIND_SOURCE, "label", "Jon Berg", "kind", "person", "named", TRUE, NULL));
  g_autoptr (CutRecord) said = NULL;
  g_autoptr (CutRecord) changed = NULL;
  g_autoptr (CutClaimStanding) kept = NULL;
  g_autoptr (CutClaimStanding) kept_still = NULL;

  assert_high (self, claim, 0);
  kept = standing_of (self, other);
  said = say (self, claim, clipped->clip, cut_record_get_id (berg), "asserts");
  assert_high (self, claim, 1);
  changed = make (self, cut_record_with (said, "stance", "denies", NULL));
  assert_high (self, claim, 0);
  g_free (cut_notebook_undo (self->notebook, NULL));
  assert_high (self, claim, 1);
  kept_still = standing_of (self, other);
  g_assert_true (kept == kept_still);
  /* Undoing what made it leaves nothing of it. */
  g_free (cut_notebook_undo (self->notebook, NULL));
  assert_high (self, claim, 0);
}

static void
test_reprint (CutTestNotebook *self,
              gconstpointer    data)
{
  g_autoptr (CutClipResult) one = cut_test_clip_text (self->notebook, CUT_TEST_ARTICLE);
  g_autoptr (CutClipResult) two = cut_test_clip_text (self->notebook, REPRINT);
  g_autoptr (CutClipResult) three = cut_test_clip_text (self->notebook, OTHER);
  g_autoptr (CutRecord) claim = make (self, cut_record_new (CUT_KIND_CLAIM, "text", "A second tank leaked.", NULL));
  g_object_unref (say (self, claim, one->clip, NULL, "reports"));
  g_object_unref (say (self, claim, two->clip, NULL, "reports"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reprints = cut_notebook_reprints (self->notebook, NULL, NULL, &error);
  g_autoptr (GPtrArray) of_other = NULL;
  g_autoptr (GPtrArray) dismissed = NULL;
  CutReprint *reprint;

  g_assert_no_error (error);
  g_assert_cmpuint (reprints->len, ==, 1);
  reprint = g_ptr_array_index (reprints, 0);
  g_assert_cmpfloat (reprint->containment, >=, 0.8);
  g_assert_false (reprint->accepted);
  assert_high (self, claim, 1);
  of_other = cut_notebook_reprints (self->notebook, cut_record_get_id (three->clip), NULL, &error);
  g_assert_cmpuint (of_other->len, ==, 0);

  g_assert_true (cut_notebook_commit (self->notebook, cut_reprint_dismiss (reprint), NULL, &error));
  assert_high (self, claim, 2);
  dismissed = cut_notebook_reprints (self->notebook, NULL, NULL, &error);
  g_assert_true (((CutReprint *) g_ptr_array_index (dismissed, 0))->dismissed);
  g_free (cut_notebook_undo (self->notebook, NULL));
  assert_high (self, claim, 1);
}

static void
test_accepted_reprint (CutTestNotebook *self,
                       gconstpointer    data)
{
  g_autoptr (CutClipResult) one = cut_test_clip_text (self->notebook, CUT_TEST_ARTICLE);
  g_autoptr (CutClipResult) two = cut_test_clip_text (self->notebook, OTHER);
  g_autoptr (CutRecord) claim = make (self, cut_record_new (CUT_KIND_CLAIM, "text", "A second tank leaked.", NULL));
  g_object_unref (say (self, claim, one->clip, NULL, "reports"));
  g_object_unref (say (self, claim, two->clip, NULL, "reports"));
  g_autoptr (CutRecord) said = NULL;
  g_autoptr (GPtrArray) reprints = NULL;
  CutReprint *reprint;

  assert_high (self, claim, 2);
  said = make (self, cut_record_with (two->clip, "reprint-of", cut_record_get_id (one->clip), NULL));
  assert_high (self, claim, 1);
  reprints = cut_notebook_reprints (self->notebook, cut_record_get_id (one->clip), NULL, NULL);
  g_assert_cmpuint (reprints->len, ==, 1);
  reprint = g_ptr_array_index (reprints, 0);
  g_assert_true (reprint->accepted);
  g_assert_cmpstr (cut_record_get_id (reprint->clip), ==, cut_record_get_id (two->clip));
}

/* A view hears of a near copy without asking. */
static void
test_copy_is_announced (CutTestNotebook *self,
                        gconstpointer    data)
{
  g_autoptr (CutClipResult) one = cut_test_clip_text (self->notebook, CUT_TEST_ARTICLE);
  g_autoptr (CutClipResult) two = NULL;
  gboolean told = FALSE;

  two = cut_test_clip_text (self->notebook, REPRINT);
  while (!told)
    {
      for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
        told = told || g_str_equal (((CutChange *) g_ptr_array_index (self->changes, i))->id, cut_record_get_id (one->clip));
      if (!told)
        g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpstr (cut_notebook_get_undo_label (self->notebook), !=, NULL);
}

/* Found by itself, and told. */
static void
test_headline (CutTestNotebook *self,
               gconstpointer    data)
{
  g_autoptr (CutClipResult) clipped = cut_test_clip_text (self->notebook, STRONG);
  g_autoptr (CutRecord) titled = make (self, cut_record_with (clipped->clip, "title", "Board hid second leak for months", NULL));
  g_autoptr (CutRecord) claim = make (self, cut_record_new (CUT_KIND_CLAIM, "text", "The board hid a leak.", NULL));
  g_object_unref (say (self, claim, titled, NULL, "reports"));
  gboolean found = FALSE;

  while (!found)
    {
      g_autoptr (CutClaimStanding) standing = standing_of (self, claim);

      for (guint i = 0; i < standing->gaps->len; i++)
        found = found || ((const CutGap *) g_ptr_array_index (standing->gaps, i))->kind == CUT_GAP_HEADLINE;
      if (!found)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_detail (CutTestNotebook *self,
             gconstpointer    data)
{
  g_autoptr (CutClipResult) clipped = cut_test_clip_text (self->notebook, CUT_TEST_ARTICLE);
  g_autoptr (CutRecord) claim = make (self, cut_record_new (CUT_KIND_CLAIM, "text", "A second tank leaked.", NULL));
  const char *ids[] = { cut_record_get_id (claim), NULL };
  g_autoptr (CutRecord) same = make (self, cut_record_new (CUT_KIND_CLAIM, "text", "Oil leaked.", "same-as", ids[0], NULL));
  g_object_unref (make (self, cut_record_new (CUT_KIND_CLAIM, "text", "The tank was old.", "supports", ids, NULL)));
  g_object_unref (make (self, cut_record_new (CUT_KIND_CLAIM, "text", "No tank leaked.", "contradicts", ids, NULL)));
  g_autoptr (CutRecord) berg = make (self, cut_record_new (CUT_KIND_SOURCE, "label", "Jon Berg", "kind", "person", "named", TRUE, NULL));
  g_object_unref (say (self, same, clipped->clip, cut_record_get_id (berg), "asserts"));
  g_object_unref (make (self, cut_record_new (CUT_KIND_CHECK, "claim", ids[0], "result", "Seen", NULL)));
  g_autoptr (GError) error = NULL;
  g_autoptr (CutClaimDetail) detail = cut_notebook_claim_detail (self->notebook, ids[0], NULL, &error);
  g_autoptr (CutClaimDetail) none = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (detail->origins->high, ==, 1);
  g_assert_cmpuint (detail->same->len, ==, 1);
  g_assert_cmpuint (detail->supported_by->len, ==, 1);
  g_assert_cmpuint (detail->supports->len, ==, 0);
  g_assert_cmpuint (detail->contradicts->len, ==, 1);
  g_assert_cmpuint (detail->attributions->len, ==, 1);
  g_assert_cmpuint (detail->clips->len, ==, 1);
  g_assert_cmpuint (detail->checks->len, ==, 1);
  g_assert_cmpuint (detail->tree->children->len, ==, 1);
  g_assert_nonnull (cut_claim_detail_find (detail, cut_record_get_id (berg)));
  none = cut_notebook_claim_detail (self->notebook, cut_record_get_id (berg), NULL, &error);
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
}

static void
test_dismissed_proposal (CutTestNotebook *self,
                         gconstpointer    data)
{
  g_autoptr (CutClipResult) clipped = cut_test_clip_text (self->notebook, CUT_TEST_ARTICLE);
  g_autoptr (CutReading) before = cut_notebook_read (self->notebook, cut_record_get_id (clipped->clip), NULL);
  g_autoptr (CutReading) after = NULL;
  g_autoptr (CutReading) undone = NULL;
  g_autoptr (GError) error = NULL;
  const char *hash;

  g_assert_true (cut_notebook_dismiss_proposal (self->notebook, before, "attribution", 10, 40, NULL, "attribute-1", &error));
  g_assert_no_error (error);
  after = cut_notebook_read (self->notebook, cut_record_get_id (clipped->clip), NULL);
  hash = cut_record_get_string (after->capture, (guint) cut_kind_find_field (CUT_KIND_CAPTURE, "text_sha256"));
  g_assert_cmpuint (after->dismissals->len, ==, 1);
  g_assert_true (cut_dismissed_has (after->dismissals, hash, "attribution", 10, 41, "whatever"));
  g_assert_false (cut_dismissed_has (after->dismissals, hash, "date", 10, 40, "whatever"));
  g_free (cut_notebook_undo (self->notebook, NULL));
  undone = cut_notebook_read (self->notebook, cut_record_get_id (clipped->clip), NULL);
  g_assert_cmpuint (undone->dismissals->len, ==, 0);
}

/* Of a story, also through its clips; asked for from the main loop. */
static void
test_story (CutTestNotebook *self,
            gconstpointer    data)
{
  g_autoptr (CutRecord) story = make (self, cut_record_new (CUT_KIND_STORY, "title", "The leak", NULL));
  const char *stories[] = { cut_record_get_id (story), NULL };
  g_autoptr (CutRecord) in = make (self, cut_record_new (CUT_KIND_CLAIM, "text", "In.", "stories", stories, NULL));
  g_object_unref (make (self, cut_record_new (CUT_KIND_CLAIM, "text", "Out.", NULL)));
  GAsyncResult *result = NULL;
  g_autoptr (GAsyncResult) done = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  cut_notebook_claim_standings_async (self->notebook, stories[0], NULL, cut_test_result_cb, &result);
  done = cut_test_await (&result);
  list = cut_notebook_claim_standings_finish (self->notebook, done, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((CutClaimStanding *) g_ptr_array_index (list, 0))->id, ==, cut_record_get_id (in));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, function) \
  g_test_add ("/standing/" path, CutTestNotebook, NULL, cut_test_notebook_set_up, function, cut_test_notebook_tear_down)
  TEST ("follows-changes", test_follows_changes);
  TEST ("reprint", test_reprint);
  TEST ("accepted-reprint", test_accepted_reprint);
  TEST ("copy-is-announced", test_copy_is_announced);
  TEST ("headline", test_headline);
  TEST ("detail", test_detail);
  TEST ("dismissed-proposal", test_dismissed_proposal);
  TEST ("story", test_story);
  return g_test_run ();
}
