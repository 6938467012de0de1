/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-annotation.h"
#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-error.h"
#include "cut-marking.h"
#include "cut-placement.h"
#include "cut-test-notebook.h"
#include "cut-test-server.h"

/* A page that changes between fetches, and what becomes of its captures and marks. */

#define FIRST "<p>The harbour board of Norrvik has admitted that a second tank leaked in March, a week after it denied the first, according to minutes seen by this newspaper.</p>"
#define SECOND "<p>The minutes name two officials who knew earlier, and say that neither of them was asked to write a report about it, or to tell the neighbours what had happened.</p>"
#define THIRD "<p>The board did not answer questions about the age of the tank. Its last inspection was in 2011, the register shows, and the next one had been put off three times.</p>"
#define MORE "<p>On Wednesday the county sent divers to look at the foundations, and closed the eastern quay until they have written down what they saw there.</p>"
#define PAGE(title, body)                                                                                       \
  "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" title "</title></head>"              \
  "<body><article><h1>" title "</h1>" body "</article></body></html>"
#define TITLE "Board admits second leak"
#define WALL                                                                                                    \
  "<!DOCTYPE html><html lang=\"en\"><head><title>Just a moment...</title></head><body>"                         \
  "<p>Checking your browser before you go on.</p><form class=\"challenge-form\"></form></body></html>"

typedef struct
{
  CutTestNotebook base;
  CutTestServer *server;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  cut_test_notebook_set_up (&self->base, data);
  self->server = cut_test_server_new (NULL, NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  cut_test_server_free (self->server);
  cut_test_notebook_tear_down (&self->base, data);
}

static void
serve (Fixture    *self,
       const char *page)
{
  cut_test_server_serve (self->server, "/leak", 200, "text/html; charset=utf-8", page, -1);
}

static CutClipResult *
clip (Fixture *self)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (GError) error = NULL;
  CutClipResult *result;

  request->url = cut_test_server_get_url (self->server, "/leak");
  result = cut_notebook_clip (self->base.notebook, request, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static CutClipResult *
again (Fixture       *self,
       CutClipResult *first,
       GError       **error)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();

  request->again = g_strdup (cut_record_get_id (first->clip));
  return cut_notebook_clip (self->base.notebook, request, NULL, error);
}

static CutClipResult *
serve_again (Fixture       *self,
             CutClipResult *first,
             const char    *page)
{
  g_autoptr (GError) error = NULL;
  CutClipResult *result;

  serve (self, page);
  result = again (self, first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cut_record_get_id (result->clip), ==, cut_record_get_id (first->clip));
  return result;
}

static CutReading *
read_id (Fixture    *self,
         const char *id)
{
  g_autoptr (GError) error = NULL;
  CutReading *reading = cut_notebook_read (self->base.notebook, id, &error);

  g_assert_no_error (error);
  return reading;
}

static guint
find (CutReading *reading,
      const char *words)
{
  const char *at = strstr (reading->text, words);

  g_assert_nonnull (at);
  return (guint) g_utf8_pointer_to_offset (reading->text, at);
}

static void
commit (Fixture *self,
        CutAct  *act)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (act);
  cut_notebook_commit (self->base.notebook, act, NULL, &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): id of a highlight on @words of the capture or clip @id */
static char *
mark (Fixture    *self,
      const char *id,
      const char *words)
{
  g_autoptr (CutReading) reading = read_id (self, id);
  g_autoptr (CutRecord) made = NULL;
  guint start = find (reading, words);

  commit (self, cut_marking_annotate (reading, "highlight", start, start + (guint) g_utf8_strlen (words, -1), NULL, &made, NULL));
  return g_strdup (cut_record_get_id (made));
}

static void
assert_stands (CutReading *reading,
               const char *id,
               const char *status,
               const char *words)
{
  const CutStanding *standing = cut_reading_get_standing (reading, id);
  g_autofree char *there = NULL;

  g_assert_nonnull (standing);
  g_assert_cmpstr (standing->status, ==, status);
  if (words == NULL)
    return;
  there = g_utf8_substring (reading->text, standing->start, standing->end);
  g_assert_cmpstr (there, ==, words);
}

static void
test_again (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (CutClipResult) first = NULL;
  g_autoptr (CutClipResult) same = NULL;
  g_autoptr (CutClipResult) changed = NULL;
  g_autoptr (CutClipResult) retitled = NULL;
  g_autoptr (CutClipResult) back = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *before = NULL;

  serve (self, PAGE (TITLE, FIRST SECOND));
  first = clip (self);
  g_assert_cmpint (first->status, ==, CUT_CLIPPED_NEW);
  g_assert_null (first->version);
  before = g_strdup (cut_notebook_get_undo_label (self->base.notebook));
  same = serve_again (self, first, PAGE (TITLE, FIRST SECOND));
  g_assert_cmpint (same->status, ==, CUT_CLIPPED_UNCHANGED);
  g_assert_cmpstr (cut_record_get_id (same->capture), ==, cut_record_get_id (first->capture));
  changed = serve_again (self, first, PAGE (TITLE, FIRST SECOND "<p>One more word and others.</p>"));
  g_assert_cmpint (changed->status, ==, CUT_CLIPPED_NEW_CAPTURE);
  g_assert_cmpstr (cut_capture_get_previous (CUT_CAPTURE (changed->capture)), ==, cut_record_get_id (first->capture));
  g_assert_cmpint (changed->version->change, ==, CUT_VERSION_OTHER_TEXT);
  g_assert_cmpuint (changed->version->words_added, ==, 5);
  g_assert_cmpuint (changed->version->words_removed, ==, 0);
  g_assert_false (changed->version->other_headline);
  g_assert_true (changed->version->shown);
  retitled = serve_again (self, first, PAGE ("Board denies leak", FIRST SECOND));
  g_assert_true (retitled->version->other_headline);

  /* Back to the first wording: the page has changed, though the bytes are known. */
  back = serve_again (self, first, PAGE (TITLE, FIRST SECOND));
  g_assert_cmpint (back->status, ==, CUT_CLIPPED_NEW_CAPTURE);
  g_assert_cmpstr (cut_record_get_id (back->capture), !=, cut_record_get_id (first->capture));

  versions = cut_notebook_captures (self->base.notebook, cut_record_get_id (first->clip), NULL, NULL);
  g_assert_cmpuint (versions->len, ==, 4);
  for (guint i = 0; i < versions->len; i++)
    {
      const CutVersion *version = g_ptr_array_index (versions, i);

      g_assert_cmpint (version->shown, ==, i == 3);
      g_assert_cmpint (version->change, ==, i == 0 ? CUT_VERSION_FIRST : CUT_VERSION_OTHER_TEXT);
    }
  cut_test_assert_verifies (self->base.path);
}

static void
test_same_text (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (CutClipResult) first = NULL;
  g_autoptr (CutClipResult) changed = NULL;
  g_autoptr (CutReading) reading = NULL;
  g_autofree char *id = NULL;

  serve (self, PAGE (TITLE, FIRST SECOND));
  first = clip (self);
  id = mark (self, cut_record_get_id (first->clip), "two officials");
  changed = serve_again (self, first, PAGE (TITLE, FIRST SECOND) "<!-- made at noon -->");
  g_assert_cmpint (changed->status, ==, CUT_CLIPPED_NEW_CAPTURE);
  g_assert_cmpint (changed->version->change, ==, CUT_VERSION_SAME_TEXT);
  reading = read_id (self, cut_record_get_id (changed->capture));
  assert_stands (reading, id, "exact", "two officials");
}

/* A wall, an error or the mere beginning is kept, and the article goes on being shown and searched. */
static void
test_wall (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (CutClipResult) first = NULL;
  g_autoptr (CutClipResult) wall = NULL;
  g_autoptr (CutClipResult) good = NULL;
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (CutReading) later = NULL;
  g_autoptr (CutQuery) query = cut_query_new (CUT_KIND_CLIP);

  serve (self, PAGE (TITLE, FIRST SECOND));
  first = clip (self);
  wall = serve_again (self, first, WALL);
  g_assert_cmpint (wall->status, ==, CUT_CLIPPED_NEW_CAPTURE);
  g_assert_cmpstr (cut_capture_get_verdict (CUT_CAPTURE (wall->capture)), ==, "bot-wall");
  g_assert_false (wall->version->shown);
  g_assert_cmpuint (wall->warnings->len, >=, 1);
  reading = read_id (self, cut_record_get_id (first->clip));
  g_assert_cmpstr (cut_record_get_id (reading->capture), ==, cut_record_get_id (first->capture));
  g_assert_cmpstr (cut_clip_get_title (CUT_CLIP (reading->clip)), ==, TITLE);
  cut_query_set_match (query, "officials");
  g_assert_cmpint (cut_notebook_count (self->base.notebook, query, NULL), ==, 1);
  good = serve_again (self, first, PAGE (TITLE, FIRST SECOND THIRD));
  g_assert_cmpstr (cut_capture_get_previous (CUT_CAPTURE (good->capture)), ==, cut_record_get_id (wall->capture));
  later = read_id (self, cut_record_get_id (first->clip));
  g_assert_cmpstr (cut_record_get_id (later->capture), ==, cut_record_get_id (good->capture));
  cut_test_assert_verifies (self->base.path);
}

static void
test_gone (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (CutClipResult) first = NULL;
  g_autoptr (CutClipResult) gone = NULL;
  g_autoptr (CutClipResult) trouble = NULL;
  g_autoptr (GError) error = NULL;

  serve (self, PAGE (TITLE, FIRST SECOND));
  first = clip (self);
  cut_test_server_serve (self->server, "/leak", 410, "text/html", "<p>Gone", -1);
  gone = again (self, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gone->status, ==, CUT_CLIPPED_GONE);
  g_assert_cmpstr (cut_record_get_id (gone->capture), ==, cut_record_get_id (first->capture));
  g_assert_cmpuint (gone->warnings->len, ==, 1);
  cut_test_server_serve (self->server, "/leak", 503, "text/html", "<p>Busy", -1);
  trouble = again (self, first, &error);
  g_assert_null (trouble);
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NETWORK);
  g_assert_cmpuint (cut_test_count (self->base.notebook, CUT_KIND_CAPTURE), ==, 1);
  cut_test_assert_verifies (self->base.path);
}

static void
test_no_address (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (CutClipResult) pasted = cut_test_clip_text (self->base.notebook, CUT_TEST_ARTICLE);
  g_autoptr (GError) error = NULL;

  g_assert_null (again (self, pasted, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_INPUT);
}

/* Marks of the first capture in the second: moved, changed, gone; selectors as they were made. */
static void
test_places (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (CutClipResult) first = NULL;
  g_autoptr (CutClipResult) changed = NULL;
  g_autoptr (CutReading) old = NULL;
  g_autoptr (CutReading) new = NULL;
  g_autoptr (CutRecord) made = NULL;
  g_autoptr (CutRecord) kept = NULL;
  g_autoptr (GPtrArray) standings = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *gone = NULL;

  serve (self, PAGE (TITLE, FIRST SECOND THIRD));
  first = clip (self);
  moved = mark (self, cut_record_get_id (first->clip), "neither of them was asked to write a report");
  gone = mark (self, cut_record_get_id (first->clip), "Its last inspection was in 2011, the register shows");
  made = cut_notebook_get (self->base.notebook, moved, NULL);
  changed = serve_again (self, first, PAGE (TITLE, MORE FIRST SECOND));
  new = read_id (self, cut_record_get_id (first->clip));
  g_assert_cmpstr (cut_record_get_id (new->capture), ==, cut_record_get_id (changed->capture));
  assert_stands (new, moved, "moved", "neither of them was asked to write a report");
  assert_stands (new, gone, "orphan", NULL);
  g_assert_cmpuint (cut_reading_count_tray (new, "orphan"), ==, 1);
  g_assert_cmpuint (cut_reading_count_tray (new, "unsure"), ==, 0);
  old = read_id (self, cut_record_get_id (first->capture));
  assert_stands (old, moved, "exact", "neither of them was asked to write a report");
  assert_stands (old, gone, "exact", "Its last inspection was in 2011, the register shows");
  kept = cut_notebook_get (self->base.notebook, moved, NULL);
  g_assert_true (cut_record_equal (made, kept));
  standings = cut_notebook_standings (self->base.notebook, gone, NULL, NULL);
  g_assert_cmpuint (standings->len, ==, 2);
  g_assert_cmpstr (((CutStanding *) g_ptr_array_index (standings, 0))->status, ==, "exact");
  g_assert_cmpstr (((CutStanding *) g_ptr_array_index (standings, 1))->status, ==, "orphan");
}

/* A person's word wins, can be taken back, and leaves the selectors alone. */
static void
test_decide (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (CutClipResult) first = NULL;
  g_autoptr (CutClipResult) changed = NULL;
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (CutRecord) annotation = NULL;
  g_autoptr (CutRecord) after = NULL;
  g_autoptr (GPtrArray) unsettled = NULL;
  g_autoptr (GPtrArray) settled = NULL;
  g_autofree char *id = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  guint start;

  serve (self, PAGE (TITLE, FIRST SECOND THIRD));
  first = clip (self);
  id = mark (self, cut_record_get_id (first->clip), "Its last inspection was in 2011, the register shows");
  annotation = cut_notebook_get (self->base.notebook, id, NULL);
  changed = serve_again (self, first, PAGE (TITLE, FIRST SECOND MORE));
  unsettled = cut_notebook_unsettled (self->base.notebook, NULL, NULL, NULL);
  /* What the clipping found is stored behind it: an act waits for that. */
  if (unsettled->len == 0)
    {
      g_autoptr (CutRecord) tag = cut_record_new (CUT_KIND_TAG, "label", "water", NULL);

      cut_test_commit_one (self->base.notebook, "Tag", tag);
      g_clear_pointer (&unsettled, g_ptr_array_unref);
      unsettled = cut_notebook_unsettled (self->base.notebook, cut_record_get_id (first->clip), NULL, NULL);
    }
  g_assert_cmpuint (unsettled->len, ==, 1);
  g_assert_cmpuint (((CutUnsettled *) g_ptr_array_index (unsettled, 0))->n_orphans, ==, 1);

  reading = read_id (self, cut_record_get_id (first->clip));
  assert_stands (reading, id, "orphan", NULL);
  start = find (reading, "the county sent divers");
  commit (self, cut_marking_attach (reading, annotation, start, start + 22, &error));
  g_clear_pointer (&reading, cut_reading_unref);
  reading = read_id (self, cut_record_get_id (first->clip));
  assert_stands (reading, id, "changed", "the county sent divers");
  g_assert_nonnull (cut_reading_get_standing (reading, id)->placement);
  g_assert_cmpuint (cut_reading_count_tray (reading, "orphan"), ==, 0);
  settled = cut_notebook_unsettled (self->base.notebook, NULL, NULL, NULL);
  g_assert_cmpuint (settled->len, ==, 0);
  after = cut_notebook_get (self->base.notebook, id, NULL);
  g_assert_true (cut_record_equal (annotation, after));

  commit (self, cut_marking_keep_orphan (reading, annotation, &error));
  g_assert_cmpuint (cut_test_count (self->base.notebook, CUT_KIND_PLACEMENT), ==, 1);
  g_clear_pointer (&reading, cut_reading_unref);
  reading = read_id (self, cut_record_get_id (first->clip));
  assert_stands (reading, id, "orphan", NULL);
  g_assert_cmpuint (cut_reading_count_tray (reading, "orphan"), ==, 0);

  undone = cut_notebook_undo (self->base.notebook, NULL);
  g_clear_pointer (&reading, cut_reading_unref);
  reading = read_id (self, cut_record_get_id (first->clip));
  assert_stands (reading, id, "changed", "the county sent divers");
  commit (self, cut_marking_release (reading, annotation, &error));
  g_clear_pointer (&reading, cut_reading_unref);
  reading = read_id (self, cut_record_get_id (first->clip));
  assert_stands (reading, id, "orphan", NULL);
  g_assert_null (cut_marking_release (reading, annotation, &error));
  g_assert_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND);
  cut_test_assert_verifies (self->base.path);
}

/* Ends: on the capture the mark was made on its selectors; on another one a person's word. */
static void
test_ends (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (CutClipResult) first = NULL;
  g_autoptr (CutClipResult) changed = NULL;
  g_autoptr (CutReading) new = NULL;
  g_autoptr (CutReading) old = NULL;
  g_autoptr (CutRecord) annotation = NULL;
  g_autoptr (CutRecord) after = NULL;
  g_autofree char *id = NULL;
  guint start;

  serve (self, PAGE (TITLE, FIRST SECOND));
  first = clip (self);
  id = mark (self, cut_record_get_id (first->clip), "two officials");
  annotation = cut_notebook_get (self->base.notebook, id, NULL);
  changed = serve_again (self, first, PAGE (TITLE, MORE FIRST SECOND));
  new = read_id (self, cut_record_get_id (changed->capture));
  start = find (new, "two officials who knew earlier");
  commit (self, cut_marking_set_ends (new, annotation, start, start + 30, NULL));
  after = cut_notebook_get (self->base.notebook, id, NULL);
  g_assert_true (cut_record_equal (annotation, after));
  g_clear_pointer (&new, cut_reading_unref);
  new = read_id (self, cut_record_get_id (changed->capture));
  assert_stands (new, id, "changed", "two officials who knew earlier");
  old = read_id (self, cut_record_get_id (first->capture));
  assert_stands (old, id, "exact", "two officials");

  start = find (old, "name two officials");
  commit (self, cut_marking_set_ends (old, annotation, start, start + 18, NULL));
  g_clear_pointer (&old, cut_reading_unref);
  old = read_id (self, cut_record_get_id (first->capture));
  assert_stands (old, id, "exact", "name two officials");
}

/* What was found for the old words is not believed of the new ones. */
static void
test_forget (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (CutClipResult) first = NULL;
  g_autoptr (CutClipResult) changed = NULL;
  g_autoptr (CutReading) old = NULL;
  g_autoptr (CutReading) new = NULL;
  g_autoptr (CutRecord) annotation = NULL;
  g_autofree char *id = NULL;
  guint start;

  serve (self, PAGE (TITLE, FIRST SECOND));
  first = clip (self);
  id = mark (self, cut_record_get_id (first->clip), "asked to write a report");
  changed = serve_again (self, first, PAGE (TITLE, MORE FIRST SECOND));
  new = read_id (self, cut_record_get_id (changed->capture));
  assert_stands (new, id, "moved", "asked to write a report");
  annotation = cut_notebook_get (self->base.notebook, id, NULL);
  old = read_id (self, cut_record_get_id (first->capture));
  start = find (old, "a second tank leaked in March");
  commit (self, cut_marking_set_ends (old, annotation, start, start + 29, NULL));
  g_clear_pointer (&new, cut_reading_unref);
  new = read_id (self, cut_record_get_id (changed->capture));
  assert_stands (new, id, "moved", "a second tank leaked in March");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/captures/again", test_again },   { "/captures/same-text", test_same_text }, { "/captures/wall", test_wall },
    { "/captures/gone", test_gone },     { "/captures/no-address", test_no_address }, { "/captures/places", test_places },
    { "/captures/decide", test_decide }, { "/captures/ends", test_ends },             { "/captures/forget", test_forget },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
