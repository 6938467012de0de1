/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-timeline-axis.h"
#include "cut-timeline-layout.h"

#include <math.h>

#define DAY_MS (G_GINT64_CONSTANT (86400000))

static const CutTimelineMetrics metrics = { 14, 28, 24, 2, 6 };

static CutDate *
date_of (const char *value,
         const char *precision)
{
  GError *error = NULL;
  CutDate *date = cut_date_new (value, cut_date_precision_from_word (precision), NULL, &error);

  g_assert_no_error (error);
  return date;
}

static CutTimeSpan
span_of (const char *value,
         const char *precision)
{
  g_autoptr (CutDate) date = date_of (value, precision);

  return cut_time_span_of_date (date);
}

static void
assert_span (CutTimeSpan  span,
             const char  *start,
             const char  *end)
{
  g_autofree char *first = cut_time_format (span.start);
  g_autofree char *last = cut_time_format (span.end);

  g_assert_cmpstr (first, ==, start);
  g_assert_cmpstr (last, ==, end);
}

static void
test_precision (void)
{
  assert_span (span_of ("2018-11-23T09:12:00+02:00", NULL), "2018-11-23T07:12:00.000Z", "2018-11-23T07:12:00.000Z");
  assert_span (span_of ("2018-11-23", NULL), "2018-11-23T00:00:00.000Z", "2018-11-24T00:00:00.000Z");
  assert_span (span_of ("2018-12", NULL), "2018-12-01T00:00:00.000Z", "2019-01-01T00:00:00.000Z");
  assert_span (span_of ("2016", NULL), "2016-01-01T00:00:00.000Z", "2017-01-01T00:00:00.000Z");
  /* The coarser of the value's form and the precision counts; the day is the one that the value's zone had. */
  assert_span (span_of ("2018-11-23T01:30:00+02:00", "day"), "2018-11-23T00:00:00.000Z", "2018-11-24T00:00:00.000Z");
  assert_span (span_of ("2018-11-23", "year"), "2018-01-01T00:00:00.000Z", "2019-01-01T00:00:00.000Z");
  assert_span (span_of ("2018", "day"), "2018-01-01T00:00:00.000Z", "2019-01-01T00:00:00.000Z");
  assert_span (span_of ("9999", NULL), "9999-01-01T00:00:00.000Z", "9999-01-02T00:00:00.000Z");
}

static void
test_open_ends (void)
{
  CutTimeSpan before = span_of ("2018", "before");
  CutTimeSpan after = span_of ("2018", "after");
  CutTimeSpan about = span_of ("2018-03", "about");

  assert_span (before, "2018-01-01T00:00:00.000Z", "2018-01-01T00:00:00.000Z");
  g_assert_true (before.open_start && !before.open_end && !before.about);
  assert_span (after, "2019-01-01T00:00:00.000Z", "2019-01-01T00:00:00.000Z");
  g_assert_true (after.open_end && !after.open_start);
  assert_span (about, "2018-03-01T00:00:00.000Z", "2018-04-01T00:00:00.000Z");
  g_assert_true (about.about && !about.open_start && !about.open_end);
}

static void
test_range (void)
{
  g_autoptr (CutDate) from = date_of ("2016-05", NULL);
  g_autoptr (CutDate) to = date_of ("2018-11-23", NULL);
  CutTimeSpan since = cut_time_span_of_range (from, NULL);
  CutTimeSpan until = cut_time_span_of_range (NULL, to);

  assert_span (cut_time_span_of_range (from, to), "2016-05-01T00:00:00.000Z", "2018-11-24T00:00:00.000Z");
  /* Whoever typed them the wrong way round meant the same years. */
  assert_span (cut_time_span_of_range (to, from), "2016-05-01T00:00:00.000Z", "2018-11-24T00:00:00.000Z");
  assert_span (since, "2016-05-01T00:00:00.000Z", "2016-06-01T00:00:00.000Z");
  g_assert_true (since.open_end && !since.open_start);
  assert_span (until, "2018-11-23T00:00:00.000Z", "2018-11-24T00:00:00.000Z");
  g_assert_true (until.open_start && !until.open_end);
}

static CutTimelineItem *
add (GPtrArray       *items,
     CutTimelineKind  kind,
     const char      *value,
     const char      *precision,
     const char      *title)
{
  g_autoptr (CutDate) date = value != NULL ? date_of (value, precision) : NULL;
  g_autofree char *id = g_strdup_printf ("%05u", items->len);
  CutTimelineItem *item = cut_timeline_item_new (kind, CUT_KIND_CLAIM, id, date, NULL);

  item->title = g_strdup (title);
  g_ptr_array_add (items, item);
  return item;
}

static GPtrArray *
new_items (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cut_timeline_item_free);
}

static char *
join_titles (GPtrArray *items)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", ((CutTimelineItem *) g_ptr_array_index (items, i))->title);
  return g_string_free (titles, FALSE);
}

static void
test_order (void)
{
  GPtrArray *items = new_items ();
  g_autoptr (CutTimeline) timeline = NULL;
  g_autofree char *dated = NULL;
  g_autofree char *undated = NULL;
  gint64 from, to;

  add (items, CUT_TIMELINE_PUBLISHED, NULL, NULL, "نشر");
  add (items, CUT_TIMELINE_FACT, NULL, NULL, "b");
  add (items, CUT_TIMELINE_FACT, NULL, NULL, "a");
  add (items, CUT_TIMELINE_FACT, "2018", "after", "after");
  add (items, CUT_TIMELINE_PUBLISHED, "2018-01-01", NULL, "day");
  add (items, CUT_TIMELINE_FACT, "2018", NULL, "year");
  add (items, CUT_TIMELINE_SAID, "2018-01-01", NULL, "قال");
  add (items, CUT_TIMELINE_FACT, "2018", "before", "before");
  add (items, CUT_TIMELINE_FACT, "2017-12-31", NULL, "eve");
  timeline = cut_timeline_new (items);
  dated = join_titles (timeline->items);
  undated = join_titles (timeline->undated);
  g_assert_cmpstr (dated, ==, "eve before قال day year after");
  g_assert_cmpstr (undated, ==, "a b نشر");
  g_assert_true (cut_timeline_get_range (timeline, &from, &to));
  assert_span ((CutTimeSpan) { from, to, FALSE, FALSE, FALSE }, "2017-12-31T00:00:00.000Z", "2019-01-01T00:00:00.000Z");
}

static void
test_within (void)
{
  GPtrArray *items = new_items ();
  g_autoptr (CutTimeline) timeline = NULL;
  CutTimeSpan june = span_of ("2018-06", NULL);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) facts = NULL;

  add (items, CUT_TIMELINE_FACT, "2018", NULL, "year");
  add (items, CUT_TIMELINE_FACT, "2018-02-03", NULL, "long before");
  add (items, CUT_TIMELINE_SAID, "2018-05-31T23:59:59Z", NULL, "just before");
  add (items, CUT_TIMELINE_SAID, "2018-06-01T00:00:00Z", NULL, "first moment");
  add (items, CUT_TIMELINE_FACT, "2018-07-01", NULL, "after");
  timeline = cut_timeline_new (items);
  all = cut_timeline_list_within (timeline, june.start, june.end, CUT_TIMELINE_ALL_KINDS);
  facts = cut_timeline_list_within (timeline, june.start, june.end, 1u << CUT_TIMELINE_FACT);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((CutTimelineItem *) g_ptr_array_index (timeline->items, g_array_index (all, guint, 1)))->title, ==, "first moment");
  g_assert_cmpuint (facts->len, ==, 1);
  g_assert_cmpstr (((CutTimelineItem *) g_ptr_array_index (timeline->items, g_array_index (facts, guint, 0)))->title, ==, "year");
}

/* Layouts. */

static const CutTimelineMark *
mark_at (const CutTimelineLayout *layout,
         guint                    i)
{
  return &g_array_index (layout->marks, CutTimelineMark, i);
}

static gboolean
is_crowd (const CutTimelineMark *mark)
{
  return !mark->bar && mark->n > 1;
}

/* No two of a row stand on each other, and all items of the row are in one of its marks. */
static void
assert_sound (const CutTimelineLayout *layout,
              const CutTimeline       *timeline,
              guint                    kinds)
{
  guint n = 0;
  guint wanted = 0;

  for (guint row = 0; row < CUT_N_TIMELINE_ROWS; row++)
    {
      double ends[16];

      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        ends[i] = -G_MAXDOUBLE;
      for (guint i = layout->rows[row]; i < layout->rows[row + 1]; i++)
        {
          const CutTimelineMark *mark = mark_at (layout, i);
          guint top = is_crowd (mark) ? layout->bar_lanes[row] : mark->lane;
          guint members = 0;

          g_assert_cmpuint (mark->lane, <, metrics.lanes);
          for (guint lane = top; lane <= mark->lane; lane++)
            {
              g_assert_cmpfloat (ends[lane], <=, mark->x0 + 1e-6);
              ends[lane] = mark->x1;
            }
          for (guint item = mark->first; item != G_MAXUINT; item = cut_timeline_layout_next (layout, item))
            {
              g_assert_cmpuint (cut_timeline_layout_mark_of (layout, item), ==, i);
              members++;
            }
          g_assert_cmpuint (members, ==, mark->n);
          n += mark->n;
        }
    }
  for (guint i = 0; i < timeline->items->len; i++)
    wanted += (kinds >> ((CutTimelineItem *) g_ptr_array_index (timeline->items, i))->kind) & 1;
  g_assert_cmpuint (n, ==, wanted);
}

static void
test_points_and_bars (void)
{
  GPtrArray *items = new_items ();
  g_autoptr (CutTimeline) timeline = NULL;
  g_autoptr (CutTimelineLayout) coarse = NULL;
  g_autoptr (CutTimelineLayout) fine = NULL;

  add (items, CUT_TIMELINE_FACT, "2018-03", NULL, "month");
  add (items, CUT_TIMELINE_SAID, "2018-03-05", NULL, "day");
  add (items, CUT_TIMELINE_PUBLISHED, "2018-03-06T10:00:00Z", NULL, "instant");
  timeline = cut_timeline_new (items);
  coarse = cut_timeline_layout_new (timeline, 0.1 / (double) DAY_MS, &metrics, CUT_TIMELINE_ALL_KINDS);
  fine = cut_timeline_layout_new (timeline, 40.0 / (double) DAY_MS, &metrics, CUT_TIMELINE_ALL_KINDS);
  g_assert_cmpuint (coarse->marks->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_false (mark_at (coarse, i)->bar);
  g_assert_true (mark_at (fine, 0)->bar);
  g_assert_cmpfloat_with_epsilon (mark_at (fine, 0)->x1 - mark_at (fine, 0)->x0, 31 * 40, 0.01);
  g_assert_true (mark_at (fine, 1)->bar);
  g_assert_cmpfloat_with_epsilon (mark_at (fine, 1)->x0, 4 * 40, 0.01);
  g_assert_false (mark_at (fine, 2)->bar);
  assert_sound (fine, timeline, CUT_TIMELINE_ALL_KINDS);
}

static void
test_arrows (void)
{
  GPtrArray *items = new_items ();
  g_autoptr (CutTimeline) timeline = NULL;
  g_autoptr (CutTimelineLayout) layout = NULL;

  add (items, CUT_TIMELINE_FACT, "2018", "before", "before");
  add (items, CUT_TIMELINE_FACT, "2018-05", "after", "after");
  timeline = cut_timeline_new (items);
  layout = cut_timeline_layout_new (timeline, 1.0 / (double) DAY_MS, &metrics, CUT_TIMELINE_ALL_KINDS);
  g_assert_true (mark_at (layout, 0)->bar && mark_at (layout, 1)->bar);
  /* The arrow ends, or begins, at what is known. */
  g_assert_cmpfloat_with_epsilon (mark_at (layout, 0)->x1, 0, 0.01);
  g_assert_cmpfloat_with_epsilon (mark_at (layout, 0)->x0, -24, 0.01);
  g_assert_cmpfloat_with_epsilon (mark_at (layout, 1)->x0, 151, 0.01);
  g_assert_cmpfloat_with_epsilon (mark_at (layout, 1)->x1, 151 + 24, 0.01);
}

static void
test_crowd (void)
{
  GPtrArray *items = new_items ();
  g_autoptr (CutTimeline) timeline = NULL;
  g_autoptr (CutTimelineLayout) layout = NULL;
  const CutTimelineMark *crowd = NULL;

  for (guint i = 0; i < 40; i++)
    add (items, CUT_TIMELINE_SAID, "2018-03-05", NULL, "said");
  add (items, CUT_TIMELINE_SAID, "2018-08-05", NULL, "alone");
  for (guint i = 0; i < 3; i++)
    add (items, CUT_TIMELINE_FACT, "2018", NULL, "same year");
  timeline = cut_timeline_new (items);
  layout = cut_timeline_layout_new (timeline, 1.0 / (double) DAY_MS, &metrics, CUT_TIMELINE_ALL_KINDS);
  assert_sound (layout, timeline, CUT_TIMELINE_ALL_KINDS);
  g_assert_cmpuint (layout->marks->len, ==, 3);
  g_assert_cmpuint (layout->most, ==, 40);
  g_assert_cmpuint (mark_at (layout, 0)->n, ==, 3);
  g_assert_true (mark_at (layout, 0)->bar);
  crowd = mark_at (layout, 1);
  g_assert_true (is_crowd (crowd));
  g_assert_cmpfloat_with_epsilon (crowd->x1 - crowd->x0, metrics.cell, 0.01);
  g_assert_cmpuint (mark_at (layout, 2)->n, ==, 1);
  g_assert_cmpfloat (mark_at (layout, 2)->room, ==, G_MAXDOUBLE);
}

static GPtrArray *
make_many (guint n)
{
  GPtrArray *items = new_items ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  static const char *const precisions[] = { "day", "month", "year", "about", "before", "after", "instant" };

  for (guint i = 0; i < n; i++)
    {
      guint form = g_rand_int_range (random, 0, 10) < 7 ? 0 : (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (precisions));
      g_autofree char *day = g_strdup_printf ("%04d-%02d-%02d", g_rand_int_range (random, 1998, 2019), g_rand_int_range (random, 1, 13),
                                              g_rand_int_range (random, 1, 29));
      g_autofree char *value = form == 6 ? g_strconcat (day, "T09:12:00Z", NULL) : g_strdup (day);

      add (items, (CutTimelineKind) (i % CUT_N_TIMELINE_KINDS), value, precisions[form], "An item");
    }
  return items;
}

static gboolean
is_same_layout (const CutTimelineLayout *a,
                const CutTimelineLayout *b)
{
  if (a->marks->len != b->marks->len)
    return FALSE;
  for (guint i = 0; i < a->marks->len; i++)
    {
      const CutTimelineMark *one = mark_at (a, i);
      const CutTimelineMark *other = mark_at (b, i);

      if (one->x0 != other->x0 || one->x1 != other->x1 || one->lane != other->lane || one->n != other->n || one->first != other->first)
        return FALSE;
    }
  return TRUE;
}

static void
test_many (void)
{
  GPtrArray *shuffled = make_many (10000);
  g_autoptr (CutTimeline) timeline = cut_timeline_new (make_many (10000));
  g_autoptr (CutTimeline) other = NULL;

  /* In whatever order they come. */
  for (guint i = 0; i < shuffled->len / 2; i++)
    {
      gpointer kept = shuffled->pdata[i];

      shuffled->pdata[i] = shuffled->pdata[shuffled->len - 1 - i];
      shuffled->pdata[shuffled->len - 1 - i] = kept;
    }
  other = cut_timeline_new (shuffled);
  for (guint i = 0; i < 10; i++)
    {
      double scale = 0.05 * pow (3, i);
      g_autoptr (CutTimelineLayout) layout = cut_timeline_layout_new (timeline, scale / (double) DAY_MS, &metrics, CUT_TIMELINE_ALL_KINDS);
      g_autoptr (CutTimelineLayout) again = cut_timeline_layout_new (other, scale / (double) DAY_MS, &metrics, CUT_TIMELINE_ALL_KINDS);

      assert_sound (layout, timeline, CUT_TIMELINE_ALL_KINDS);
      g_assert_true (is_same_layout (layout, again));
    }
}

static void
test_filter_and_find (void)
{
  guint kinds = 1u << CUT_TIMELINE_FACT | 1u << CUT_TIMELINE_PUBLISHED;
  g_autoptr (CutTimeline) timeline = cut_timeline_new (make_many (2000));
  g_autoptr (CutTimelineLayout) layout = cut_timeline_layout_new (timeline, 2.0 / (double) DAY_MS, &metrics, kinds);

  assert_sound (layout, timeline, kinds);
  g_assert_cmpuint (layout->rows[CUT_TIMELINE_ROW_SAID], ==, layout->rows[CUT_TIMELINE_ROW_SAID + 1]);
  for (guint step = 0; step < 22; step++)
    {
      double x = step * 911.0 - 100;
      guint first = cut_timeline_layout_find (layout, CUT_TIMELINE_ROW_HAPPENED, x);

      for (guint i = layout->rows[0]; i < first; i++)
        g_assert_cmpfloat (mark_at (layout, i)->x1, <, x);
      if (first < layout->rows[1])
        g_assert_cmpfloat (mark_at (layout, first)->reach, >=, x);
    }
}

static void
test_empty (void)
{
  g_autoptr (CutTimeline) timeline = cut_timeline_new (new_items ());
  g_autoptr (CutTimelineLayout) layout = cut_timeline_layout_new (timeline, 1, &metrics, CUT_TIMELINE_ALL_KINDS);
  g_autoptr (GArray) within = cut_timeline_list_within (timeline, G_MININT64, G_MAXINT64, CUT_TIMELINE_ALL_KINDS);
  gint64 from, to;

  g_assert_false (cut_timeline_get_range (timeline, &from, &to));
  g_assert_cmpuint (layout->marks->len, ==, 0);
  g_assert_cmpuint (cut_timeline_layout_find (layout, CUT_TIMELINE_ROW_SAID, 0), ==, 0);
  g_assert_cmpuint (within->len, ==, 0);
}

/* The axis. */

static char *
list_ticks (const char *from,
            const char *to,
            double      pixels_a_day,
            guint       most)
{
  CutTimeSpan first = span_of (from, NULL);
  CutTimeSpan last = span_of (to, NULL);
  g_autoptr (CutTimelineAxis) axis = cut_timeline_axis_new (first.start, last.start, pixels_a_day / (double) DAY_MS, 60);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < axis->ticks->len && i < most; i++)
    {
      const CutTick *tick = &g_array_index (axis->ticks, CutTick, i);
      g_autofree char *text = cut_time_format (tick->at);

      g_string_append_printf (list, "%s%.*s%s", i > 0 ? " " : "", axis->unit == CUT_TICK_HOUR ? 13 : 10, text, tick->begins ? "!" : "");
    }
  return g_string_free (list, FALSE);
}

static void
assert_ticks (const char *from,
              const char *to,
              double      pixels_a_day,
              const char *wanted)
{
  g_autofree char *ticks = list_ticks (from, to, pixels_a_day, 6);

  g_assert_cmpstr (ticks, ==, wanted);
}

static void
test_axis (void)
{
  assert_ticks ("1961-05-03", "2018-11-23", 0.02, "1960-01-01 1970-01-01 1980-01-01 1990-01-01 2000-01-01 2010-01-01");
  assert_ticks ("2016-05-03", "2018-01-01", 0.4, "2016-01-01! 2016-07-01 2017-01-01! 2017-07-01 2018-01-01! 2018-07-01");
  assert_ticks ("2017-11-03", "2018-02-01", 3, "2017-11-01 2017-12-01 2018-01-01! 2018-02-01 2018-03-01");
  assert_ticks ("2018-01-31", "2018-02-12", 25, "2018-01-26 2018-02-01! 2018-02-06 2018-02-11 2018-02-16");
  assert_ticks ("2018-01-31", "2018-03-04", 8, "2018-01-21 2018-02-01! 2018-02-11 2018-02-21 2018-03-01! 2018-03-11");
  assert_ticks ("2018-02-27", "2018-03-01", 100, "2018-02-27 2018-02-28 2018-03-01! 2018-03-02");
  assert_ticks ("2018-02-27", "2018-02-28", 300, "2018-02-27T00! 2018-02-27T06 2018-02-27T12 2018-02-27T18 2018-02-28T00! 2018-02-28T06");
  assert_ticks ("0003-02-27", "0012-02-28", 0.4, "0003-01-01! 0003-07-01 0004-01-01! 0004-07-01 0005-01-01! 0005-07-01");
  assert_ticks ("0003-02-27", "0030-02-28", 0.02, "0001-01-01 0010-01-01 0020-01-01 0030-01-01 0040-01-01");
}

/* Where the calendar ends so do the strokes, whatever is asked for. */
static void
test_axis_ends (void)
{
  g_autoptr (CutTimelineAxis) early = cut_timeline_axis_new (G_MININT64 / 2, span_of ("0005", NULL).start, 60.0 / 366 / (double) DAY_MS, 60);
  g_autoptr (CutTimelineAxis) late = cut_timeline_axis_new (span_of ("9990", NULL).start, G_MAXINT64 / 2, 60.0 / 366 / (double) DAY_MS, 60);

  g_assert_cmpuint (early->ticks->len, >, 0);
  g_assert_cmpuint (early->ticks->len, <, 10);
  g_assert_cmpuint (late->ticks->len, >, 0);
  g_assert_cmpuint (late->ticks->len, <, 12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/precision", test_precision);
  g_test_add_func ("/timeline/open-ends", test_open_ends);
  g_test_add_func ("/timeline/range", test_range);
  g_test_add_func ("/timeline/order", test_order);
  g_test_add_func ("/timeline/within", test_within);
  g_test_add_func ("/timeline/points-and-bars", test_points_and_bars);
  g_test_add_func ("/timeline/arrows", test_arrows);
  g_test_add_func ("/timeline/crowd", test_crowd);
  g_test_add_func ("/timeline/many", test_many);
  g_test_add_func ("/timeline/filter-and-find", test_filter_and_find);
  g_test_add_func ("/timeline/empty", test_empty);
  g_test_add_func ("/timeline/axis", test_axis);
  g_test_add_func ("/timeline/axis-ends", test_axis_ends);
  return g_test_run ();
}
