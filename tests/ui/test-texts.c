/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-clip-row.h"
#include "cut-date-text.h"
#include "cut-date-typed.h"
#include "cut-field-label.h"
#include "cut-hits.h"

static void
assert_date (const char       *value,
             CutDatePrecision  precision,
             const char       *expected)
{
  g_autoptr (CutDate) date = cut_date_new (value, precision, NULL, NULL);
  g_autofree char *text = cut_date_to_text (date);

  g_assert_nonnull (date);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_dates (void)
{
  assert_date ("2018-11-23", CUT_DATE_UNKNOWN, "23 Nov 2018");
  assert_date ("2018-11", CUT_DATE_UNKNOWN, "November 2018");
  assert_date ("2018", CUT_DATE_UNKNOWN, "2018");
  assert_date ("2018-11-23", CUT_DATE_BEFORE, "before 23 Nov 2018");
  assert_date ("2018", CUT_DATE_ABOUT, "about 2018");
  g_assert_null (cut_date_to_text (NULL));
}

/* The day is the one of the place it was published at. */
static void
test_instant (void)
{
  assert_date ("2018-11-23T23:30:00-05:00", CUT_DATE_UNKNOWN, "23 Nov 2018");
  assert_date ("2018-11-23T00:30:00+13:00", CUT_DATE_UNKNOWN, "23 Nov 2018");
}

static guint
count_attributes (PangoAttrList *list)
{
  g_autoptr (GSList) attributes = pango_attr_list_get_attributes (list);
  guint n = g_slist_length (attributes);

  g_slist_foreach (attributes, (GFunc) (void (*) (void)) pango_attribute_destroy, NULL);
  return n;
}

static void
assert_hits (const char *marked,
             const char *expected,
             guint       n_attributes)
{
  g_autoptr (PangoAttrList) list = NULL;
  g_autofree char *text = cut_hits_parse (marked, &list);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (count_attributes (list), ==, n_attributes);
}

static void
test_hits (void)
{
  assert_hits (NULL, "", 0);
  assert_hits ("plain <b>&amp;", "plain <b>&amp;", 0);
  assert_hits ("the " CUT_ROW_HIT_START "leak" CUT_ROW_HIT_END " in März", "the leak in März", 2);
  assert_hits (CUT_ROW_HIT_START "a" CUT_ROW_HIT_END CUT_ROW_HIT_START "ü" CUT_ROW_HIT_END, "aü", 4);
  assert_hits ("cut off " CUT_ROW_HIT_START "here", "cut off here", 2);
  assert_hits (CUT_ROW_HIT_END "odd" CUT_ROW_HIT_END, "odd", 0);
}

static void
assert_shortened (const char *marked,
                  const char *expected)
{
  g_autofree char *shortened = cut_hits_shorten (marked);

  g_assert_cmpstr (shortened, ==, expected);
}

/* What is left out is words, never half of one where they are short; the first hit is what counts. */
static void
test_shortened (void)
{
  const char *hit = CUT_ROW_HIT_START "hull" CUT_ROW_HIT_END;
  g_autofree char *late = g_strdup_printf ("… the line had no valid %s and no %s", hit, hit);
  g_autofree char *cut = g_strdup_printf ("… no valid %s and no %s", hit, hit);
  g_autofree char *early = g_strdup_printf ("… valid %s", hit);
  g_autofree char *unparted = g_strdup_printf ("東京湾の港湾局は%s", hit);

  assert_shortened (NULL, NULL);
  assert_shortened ("no hit at all in these words", "no hit at all in these words");
  assert_shortened (hit, hit);
  assert_shortened (late, cut);
  assert_shortened (early, early);
  assert_shortened (unparted, unparted);
}

static void
test_rows (void)
{
  g_autoptr (CutDate) date = cut_date_new ("2018-11-23", CUT_DATE_UNKNOWN, NULL, NULL);
  g_autoptr (CutRow) row = g_object_new (CUT_TYPE_ROW, "kind", (int) CUT_KIND_CLIP, "title", "A leak", "site-name", "The Bay",
                                         "published", date, "n-claims", 1, "n-annotations", 3, NULL);
  g_autoptr (CutRow) bare = g_object_new (CUT_TYPE_ROW, "kind", (int) CUT_KIND_CLIP, NULL);
  g_autofree char *name = cut_row_get_accessible_name (row);
  g_autofree char *none = cut_row_describe_counts (bare);

  g_assert_cmpstr (name, ==, "A leak · The Bay · 23 Nov 2018 · 1 claim · 3 annotations");
  g_assert_null (none);
}

/* Every field a form may show has a name of its own for people. */
static void
test_labels (void)
{
  g_assert_cmpstr (cut_field_get_label (CUT_KIND_CLIP, "site_name"), ==, "Outlet");
  g_assert_cmpstr (cut_kind_get_edit_label (CUT_KIND_CLAIM), ==, "Edit Claim");
}

static void
test_named (void)
{
  const CutKind kinds[] = { CUT_KIND_STORY, CUT_KIND_TAG, CUT_KIND_SOURCE, CUT_KIND_ENTITY, CUT_KIND_CLAIM };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CutRecord) record = cut_record_new_named (kinds[i], "Norrvik");
      g_autofree char *title = cut_record_get_title (record);

      g_assert_cmpstr (title, ==, "Norrvik");
      g_assert_true (cut_record_validate (record, NULL));
    }
}

static void
assert_typed (const char *text,
              const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutDate) date = cut_date_from_text (text, &error);

  g_assert_cmpstr (date != NULL ? cut_date_get_value (date) : NULL, ==, value);
  g_assert_true ((date == NULL) == (error != NULL));
}

/* Dates are read as the window writes them, and not where only a text could tell which day is meant. */
static void
test_typed_dates (void)
{
  assert_typed ("2018-11-23", "2018-11-23");
  assert_typed (" 23 Nov 2018 ", "2018-11-23");
  assert_typed ("November 23, 2018", "2018-11-23");
  assert_typed ("November 2018", "2018-11");
  assert_typed ("2018", "2018");
  assert_typed ("Thursday", NULL);
  assert_typed ("23 Nov 2018 or later", NULL);
  assert_typed ("soon", NULL);
  assert_typed ("", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/texts/dates", test_dates);
  g_test_add_func ("/ui/texts/typed-dates", test_typed_dates);
  g_test_add_func ("/ui/texts/instant", test_instant);
  g_test_add_func ("/ui/texts/hits", test_hits);
  g_test_add_func ("/ui/texts/hits-shortened", test_shortened);
  g_test_add_func ("/ui/texts/rows", test_rows);
  g_test_add_func ("/ui/texts/labels", test_labels);
  g_test_add_func ("/ui/texts/named", test_named);
  return g_test_run ();
}
