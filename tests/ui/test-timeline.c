/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "cut-timeline-entries.h"
#include "cut-timeline-lens.h"
#include "cut-timeline-words.h"

#define HOUR_MS 3600000.0
#define DAY_MS (24 * HOUR_MS)
#define YEAR_MS (365.25 * DAY_MS)

static CutTimelineLens
make_lens (double first,
           double last)
{
  CutTimelineLens lens = { .first = (gint64) first, .last = (gint64) last };

  cut_timeline_lens_resize (&lens, 1000);
  return lens;
}

static double
shown (const CutTimelineLens *lens)
{
  return lens->width / lens->scale;
}

static void
test_fit (void)
{
  CutTimelineLens lens = make_lens (0, 20 * YEAR_MS);
  CutTimelineLens one = make_lens (5 * YEAR_MS, 5 * YEAR_MS);

  g_assert_cmpfloat (cut_timeline_lens_get_x (&lens, 0), >, 20);
  g_assert_cmpfloat (cut_timeline_lens_get_x (&lens, 20 * YEAR_MS), <, 980);
  /* A moment alone stands in the middle of some days. */
  g_assert_cmpfloat_with_epsilon (cut_timeline_lens_get_x (&one, 5 * YEAR_MS), 500, 1);
  g_assert_cmpfloat (shown (&one), <, 10 * DAY_MS);
}

static void
test_zoom (void)
{
  CutTimelineLens lens = make_lens (0, 20 * YEAR_MS);
  double there = cut_timeline_lens_get_time (&lens, 300);

  cut_timeline_lens_zoom (&lens, 4, 300);
  g_assert_cmpfloat_with_epsilon (cut_timeline_lens_get_time (&lens, 300), there, HOUR_MS);
  for (guint i = 0; i < 100; i++)
    cut_timeline_lens_zoom (&lens, 4, 300);
  g_assert_cmpfloat_with_epsilon (shown (&lens), 6 * HOUR_MS, 1);
  for (guint i = 0; i < 100; i++)
    cut_timeline_lens_zoom (&lens, 0.25, 300);
  g_assert_cmpfloat_with_epsilon (shown (&lens), 40 * YEAR_MS, HOUR_MS);
}

static void
test_pan (void)
{
  CutTimelineLens lens = make_lens (0, 20 * YEAR_MS);

  cut_timeline_lens_show (&lens, (gint64) YEAR_MS, (gint64) (2 * YEAR_MS));
  cut_timeline_lens_pan (&lens, 500);
  g_assert_cmpfloat (cut_timeline_lens_get_x (&lens, 2 * YEAR_MS), <, 600);
  /* Something stays in view, however far one goes. */
  cut_timeline_lens_pan (&lens, 1e9);
  g_assert_cmpfloat (cut_timeline_lens_get_x (&lens, 20 * YEAR_MS), >=, 0);
  cut_timeline_lens_pan (&lens, -1e9);
  g_assert_cmpfloat (cut_timeline_lens_get_x (&lens, 0), <=, 1000);
}

static void
test_mirrored (void)
{
  CutTimelineLens lens = make_lens (0, 20 * YEAR_MS);
  double early, there;

  lens.mirrored = TRUE;
  early = cut_timeline_lens_get_x (&lens, YEAR_MS);
  g_assert_cmpfloat (early, >, cut_timeline_lens_get_x (&lens, 2 * YEAR_MS));
  g_assert_cmpfloat_with_epsilon (cut_timeline_lens_get_time (&lens, early), YEAR_MS, HOUR_MS);
  there = cut_timeline_lens_get_time (&lens, 300);
  cut_timeline_lens_zoom (&lens, 4, 300);
  g_assert_cmpfloat_with_epsilon (cut_timeline_lens_get_time (&lens, 300), there, HOUR_MS);
}

static void
test_resize (void)
{
  CutTimelineLens lens = make_lens (0, 20 * YEAR_MS);

  cut_timeline_lens_resize (&lens, 500);
  g_assert_cmpfloat (cut_timeline_lens_get_x (&lens, 20 * YEAR_MS), <, 500);
  cut_timeline_lens_show (&lens, (gint64) YEAR_MS, (gint64) (2 * YEAR_MS));
  cut_timeline_lens_resize (&lens, 800);
  g_assert_cmpfloat_with_epsilon (lens.from, YEAR_MS - 0.06 / 0.88 * YEAR_MS, DAY_MS);
}

/* Words. */

static CutTimelineItem *
make_item (CutTimelineKind kind,
           const char     *from,
           const char     *until,
           const char     *title)
{
  g_autoptr (CutDate) date = from != NULL ? cut_date_new (from, CUT_DATE_UNKNOWN, NULL, NULL) : NULL;
  g_autoptr (CutDate) end = until != NULL ? cut_date_new (until, CUT_DATE_UNKNOWN, NULL, NULL) : NULL;
  CutTimelineItem *item = cut_timeline_item_new (kind, CUT_KIND_CLAIM, "id", date, end);

  item->title = g_strdup (title);
  return item;
}

static void
assert_described (CutTimelineItem *item,
                  const char      *wanted)
{
  g_autofree char *words = cut_timeline_item_describe (item);

  g_assert_cmpstr (words, ==, wanted);
}

static void
test_words (void)
{
  g_autoptr (CutTimelineItem) fact = make_item (CUT_TIMELINE_FACT, "2018-11", NULL, "It leaked");
  g_autoptr (CutTimelineItem) said = make_item (CUT_TIMELINE_SAID, NULL, NULL, "قال");
  g_autoptr (CutTimelineItem) range = make_item (CUT_TIMELINE_RELATION, "2016", "2018-11-23", "Berg, Board: chair");
  g_autoptr (CutTimelineItem) since = make_item (CUT_TIMELINE_RELATION, "2016", NULL, "Berg, Board: chair");
  g_autoptr (CutTimelineItem) until = make_item (CUT_TIMELINE_RELATION, NULL, "2016", "Berg, Board: chair");

  said->word = g_strdup ("denies");
  said->who = g_strdup ("Jon Berg");
  assert_described (fact, "It leaked. Fact. November 2018");
  assert_described (said, "قال. Said · Jon Berg: denies. No date");
  assert_described (range, "Berg, Board: chair. Relation. 2016 – 23 Nov 2018");
  assert_described (since, "Berg, Board: chair. Relation. since 2016");
  assert_described (until, "Berg, Board: chair. Relation. until 2016");
}

static void
assert_tick (CutTickUnit  unit,
             const char  *moment,
             const char  *label,
             const char  *context)
{
  g_autofree char *words = NULL;
  g_autofree char *around = NULL;
  gint64 at;

  g_assert_true (cut_time_parse (moment, &at));
  words = cut_timeline_tick_get_label (unit, at);
  around = cut_timeline_tick_get_context (unit, at);
  g_assert_cmpstr (words, ==, label);
  g_assert_cmpstr (around, ==, context);
}

static void
test_ticks (void)
{
  assert_tick (CUT_TICK_YEAR, "2018-01-01T00:00:00Z", "2018", NULL);
  assert_tick (CUT_TICK_MONTH, "2018-11-01T00:00:00Z", "Nov", "2018");
  assert_tick (CUT_TICK_DAY, "2018-11-23T00:00:00Z", "23", "November 2018");
  assert_tick (CUT_TICK_HOUR, "2018-11-23T09:00:00Z", "09:00", "23 Nov 2018, UTC");
}

/* Entries. */

static void
count_cb (guint *n)
{
  (*n)++;
}

static CutTimeline *
make_timeline (guint n)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_timeline_item_free);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *day = g_strdup_printf ("2018-11-%02u", i + 1);

      g_ptr_array_add (items, make_item (CUT_TIMELINE_FACT, day, NULL, day));
    }
  return cut_timeline_new (items);
}

static void
test_entries (void)
{
  g_autoptr (CutTimeline) timeline = make_timeline (5);
  g_autoptr (CutTimelineEntries) entries = cut_timeline_entries_new ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (CutTimelineEntry) entry = NULL;
  guint changes = 0;

  g_signal_connect_swapped (entries, "items-changed", G_CALLBACK (count_cb), &changes);
  cut_timeline_entries_show (entries, timeline, timeline->items, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (entries)), ==, 5);
  g_array_append_vals (places, ((guint[]) { 1, 3 }), 2);
  cut_timeline_entries_show (entries, timeline, timeline->items, places);
  cut_timeline_entries_show (entries, timeline, timeline->items, places);
  g_assert_cmpuint (changes, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (entries)), ==, 2);
  entry = g_list_model_get_item (G_LIST_MODEL (entries), 1);
  g_assert_cmpstr (cut_timeline_entry_get_item (entry)->title, ==, "2018-11-04");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (entries), 2));
  g_assert_cmpuint (cut_timeline_entries_find (entries, 3), ==, 1);
  g_assert_cmpuint (cut_timeline_entries_find (entries, 2), ==, G_MAXUINT);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-lens/fit", test_fit);
  g_test_add_func ("/timeline-lens/zoom", test_zoom);
  g_test_add_func ("/timeline-lens/pan", test_pan);
  g_test_add_func ("/timeline-lens/mirrored", test_mirrored);
  g_test_add_func ("/timeline-lens/resize", test_resize);
  g_test_add_func ("/timeline-words/items", test_words);
  g_test_add_func ("/timeline-words/ticks", test_ticks);
  g_test_add_func ("/timeline-entries", test_entries);
  return g_test_run ();
}
