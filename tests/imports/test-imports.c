/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-error.h"
#include "cut-limits.h"
#include "cut-test-imports.h"

/* Lists. */

static void
test_pocket (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("pocket.csv", "pocket");

  g_assert_cmpuint (brought->items->len, ==, 2);
  cut_test_assert_tank (cut_test_item (brought, 0), "Tank at the quay leaked twice", MARCH_5, "harbour|leaks");
  g_assert_cmpstr (cut_test_item (brought, 1)->text[CUT_BROUGHT_TITLE], ==, "A title with a comma, and\na second line");
  g_assert_cmpuint (cut_test_left (brought, "status"), ==, 3);
  g_assert_cmpuint (cut_test_left (brought, "addresses that are not on the web"), ==, 1);
}

static void
test_pocket_html (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("pocket.html", "bookmarks");

  g_assert_cmpuint (brought->items->len, ==, 1);
  cut_test_assert_tank (cut_test_item (brought, 0), "Tank at the quay leaked twice", MARCH_5, "harbour|leaks");
}

static void
test_instapaper (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("instapaper.csv", "instapaper");

  cut_test_assert_tank (cut_test_item (brought, 0), "Tank at the quay", MARCH_5, "leaks|water");
  g_assert_cmpstr (cut_test_item (brought, 0)->text[CUT_BROUGHT_FOLDER], ==, "Harbour");
  g_assert_cmpstr (cut_test_note (cut_test_item (brought, 0), 0)->text[CUT_BROUGHT_NOTE_QUOTE], ==, "a second tank leaked in March");
  g_assert_null (cut_test_item (brought, 1)->text[CUT_BROUGHT_FOLDER]);
  g_assert_cmpuint (cut_test_left (brought, "Unread"), ==, 1);
}

static void
test_raindrop (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("raindrop.csv", "raindrop");
  CutBroughtItem *item = cut_test_item (brought, 0);

  cut_test_assert_tank (item, "Tank at the quay", MARCH_5, "leaks|water");
  g_assert_cmpstr (item->text[CUT_BROUGHT_KEY], ==, "7");
  g_assert_cmpstr (item->text[CUT_BROUGHT_EXCERPT], ==, "Two leaks, one report");
  g_assert_cmpuint (item->notes->len, ==, 3);
  g_assert_cmpstr (cut_test_note (item, 0)->text[CUT_BROUGHT_NOTE_BODY], ==, "Ask for the minutes");
  g_assert_cmpstr (cut_test_note (item, 1)->text[CUT_BROUGHT_NOTE_QUOTE], ==, "a second tank leaked in March");
  g_assert_cmpstr (cut_test_note (item, 1)->text[CUT_BROUGHT_NOTE_BODY], ==, "Which tank?");
  g_assert_cmpstr (cut_test_note (item, 2)->text[CUT_BROUGHT_NOTE_QUOTE], ==, "The register shows\nthree delays");
  g_assert_cmpuint (cut_test_left (brought, "favorite"), ==, 2);
}

/* As many marks as a reader of many years has, and two of each book: the second of a book stands far behind the first. */
static void
test_readwise_many (void)
{
  const guint n = 30000;
  g_autoptr (GString) text = g_string_new ("Highlight,Book Title,Highlighted at\n");
  g_autoptr (CutBrought) brought = NULL;

  for (guint i = 0; i < 2 * n; i++)
    g_string_append_printf (text, "Mark %u.,Book %u,2024-03-05 08:00:00+00:00\n", i, i % n);
  brought = cut_test_read_text (text->str, "readwise");
  g_assert_cmpuint (brought->items->len, ==, n);
  for (guint i = 0; i < n; i += 7919)
    {
      CutBroughtItem *item = cut_test_item (brought, i);
      g_autofree char *title = g_strdup_printf ("Book %u", i);
      g_autofree char *second = g_strdup_printf ("Mark %u.", n + i);

      g_assert_cmpstr (item->text[CUT_BROUGHT_TITLE], ==, title);
      g_assert_cmpuint (item->notes->len, ==, 2);
      g_assert_cmpstr (cut_test_note (item, 1)->text[CUT_BROUGHT_NOTE_QUOTE], ==, second);
    }
}

static void
test_readwise (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("readwise.csv", "readwise");
  CutBroughtItem *item = cut_test_item (brought, 0);

  g_assert_cmpuint (brought->items->len, ==, 1);
  cut_test_assert_list (item->authors, "Mara Quell");
  cut_test_assert_list (item->tags, "harbour");
  g_assert_cmpuint (item->notes->len, ==, 2);
  cut_test_assert_list (cut_test_note (item, 0)->tags, "water|walls");
  g_assert_cmpstr (cut_test_note (item, 0)->text[CUT_BROUGHT_NOTE_COLOUR], ==, "blue");
  g_assert_cmpint (cut_test_note (item, 0)->created, ==, MARCH_5);
  g_assert_cmpuint (cut_test_left (brought, "Location"), ==, 2);
}

static void
test_table (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("links.csv", "csv");

  cut_test_assert_tank (cut_test_item (brought, 0), "Tank at the quay", 0, "leaks");
  g_assert_cmpstr (cut_test_item (brought, 0)->text[CUT_BROUGHT_OUTLET], ==, "Norrvik Post");
  g_assert_cmpstr (cut_test_item (brought, 0)->text[CUT_BROUGHT_PUBLISHED], ==, "2024-03-04");
  g_assert_cmpuint (cut_test_left (brought, "Who found it"), ==, 1);
}

static void
test_objects (void)
{
  g_autoptr (CutBrought) readability = cut_test_read ("readability.json", "readability");
  g_autoptr (CutBrought) elcurator = cut_test_read ("elcurator.json", "elcurator");
  g_autoptr (CutBrought) omnivore = cut_test_read ("omnivore.json", "omnivore");
  g_autoptr (CutBrought) readwise = cut_test_read ("readwise.json", "readwise-json");

  cut_test_assert_tank (cut_test_item (readability, 0), "Tank at the quay", G_GINT64_CONSTANT (1472126700000), "");
  g_assert_cmpstr (cut_test_item (readability, 0)->text[CUT_BROUGHT_EXCERPT], ==, "It’s a leak…");
  cut_test_assert_tank (cut_test_item (elcurator, 0), "Tank at the quay", G_GINT64_CONSTANT (1441797032000), "leaks|water");
  cut_test_assert_tank (cut_test_item (omnivore, 0), "Tank at the quay", MARCH_5, "leaks|water");
  cut_test_assert_list (cut_test_item (omnivore, 0)->authors, "Ada Lindqvist");
  cut_test_assert_tank (cut_test_item (readwise, 0), "Second leak at the quay", 0, "leaks");
  g_assert_cmpstr (cut_test_note (cut_test_item (readwise, 0), 1)->text[CUT_BROUGHT_NOTE_QUOTE], ==, "a second tank leaked in March");
  g_assert_cmpstr (cut_test_note (cut_test_item (readwise, 0), 1)->text[CUT_BROUGHT_NOTE_BODY], ==, "Which tank?");
  cut_test_assert_list (cut_test_note (cut_test_item (readwise, 0), 1)->tags, "water");
}

static void
test_wallabag (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("wallabag.json", "wallabag");
  CutBroughtItem *item = cut_test_item (brought, 0);

  cut_test_assert_tank (item, "Second leak at the quay", MARCH_5, "leaks");
  cut_test_assert_list (item->authors, "Ada Lindqvist|Jon Berg");
  g_assert_nonnull (item->body);
  g_assert_cmpstr (cut_test_note (item, 0)->text[CUT_BROUGHT_NOTE_QUOTE], ==, "two officials who knew earlier");
  g_assert_cmpstr (cut_test_note (item, 0)->text[CUT_BROUGHT_NOTE_BODY], ==, "Who?");
  g_assert_cmpuint (cut_test_left (brought, "is_archived"), ==, 1);
  g_assert_cmpuint (cut_test_left (brought, "is_starred"), ==, 0);
}

/* Trees. */

static void
test_bookmarks (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("bookmarks.html", "bookmarks");

  g_assert_cmpuint (brought->items->len, ==, 3);
  cut_test_assert_list (cut_test_item (brought, 0)->tags, "town hall|water");
  g_assert_null (cut_test_item (brought, 0)->text[CUT_BROUGHT_FOLDER]);
  cut_test_assert_tank (cut_test_item (brought, 1), "Tank at the quay", MARCH_5 + 123, "");
  g_assert_cmpint (cut_test_item (brought, 1)->modified, ==, MARCH_6);
  g_assert_cmpstr (cut_test_item (brought, 1)->text[CUT_BROUGHT_FOLDER], ==, "Harbour\nLeaks");
  g_assert_cmpstr (cut_test_item (brought, 1)->text[CUT_BROUGHT_EXCERPT], ==, "What the register says:\n- two leaks");
  cut_test_assert_list (cut_test_item (brought, 2)->tags, "boats|ropes");
  g_assert_cmpint (cut_test_item (brought, 2)->added, ==, G_GINT64_CONSTANT (971175336000));
  g_assert_cmpuint (cut_test_left (brought, "addresses that are not on the web"), ==, 1);
}

static void
test_firefox (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("firefox.json", "firefox");

  g_assert_cmpuint (brought->items->len, ==, 1);
  cut_test_assert_tank (cut_test_item (brought, 0), "Tank at the quay", MARCH_5, "leaks|town hall");
  g_assert_cmpstr (cut_test_item (brought, 0)->text[CUT_BROUGHT_FOLDER], ==, "Harbour");
}

static void
test_hypothesis (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("hypothesis.json", "hypothesis");
  CutBroughtItem *item = cut_test_item (brought, 0);

  g_assert_cmpuint (brought->items->len, ==, 1);
  cut_test_assert_tank (item, "Second leak at the quay", MARCH_5, "");
  g_assert_cmpuint (item->notes->len, ==, 3);
  g_assert_cmpstr (cut_test_note (item, 0)->text[CUT_BROUGHT_NOTE_PREFIX], ==, "has admitted that");
  g_assert_cmpstr (cut_test_note (item, 0)->text[CUT_BROUGHT_NOTE_AUTHOR], ==, "Mara Quell");
  g_assert_cmpstr (cut_test_note (item, 1)->text[CUT_BROUGHT_NOTE_AUTHOR], ==, "tom");
  g_assert_cmpstr (cut_test_note (item, 1)->text[CUT_BROUGHT_NOTE_REPLY], ==, "a1");
  g_assert_null (cut_test_note (item, 2)->text[CUT_BROUGHT_NOTE_QUOTE]);
  g_assert_cmpuint (cut_test_left (brought, "group"), ==, 1);
  g_assert_cmpuint (brought->failed->len, ==, 1);
}

/* Odd entries. */

static void
test_page_without_a_name (void)
{
  g_autoptr (CutBrought) brought = cut_test_read_text ("{\"annotations\": [{\"uri\": \" \", \"target\": [], \"user\": \"acct:tom@a.example\"}]}", "hypothesis");

  g_assert_cmpuint (brought->items->len, ==, 0);
  g_assert_cmpuint (brought->failed->len, ==, 1);
}

static void
test_uncertain_date (void)
{
  g_autoptr (CutBrought) brought = cut_test_read_text ("url,title,date\n" TANK ",Tank,3/4/2024\n", "csv");

  g_assert_null (cut_test_item (brought, 0)->text[CUT_BROUGHT_PUBLISHED]);
  g_assert_cmpuint (cut_test_left (brought, "date"), ==, 1);
}

static void
test_blank_names (void)
{
  g_autoptr (CutBrought) brought = cut_test_read_text ("url,title,folder\n" TANK ",\302\255,\"Harbour\n\n Leaks\"\n", "csv");

  g_assert_null (cut_test_item (brought, 0)->text[CUT_BROUGHT_TITLE]);
  g_assert_cmpstr (cut_test_item (brought, 0)->text[CUT_BROUGHT_FOLDER], ==, "Harbour\nLeaks");
}

static void
test_long_title (void)
{
  g_autofree char *title = g_strnfill (CUT_LIMIT_FIELD + 1, 'x');
  g_autofree char *table = g_strdup_printf ("url,title,note\n" TANK ",%s,%s\n", title, title);
  g_autoptr (CutBrought) brought = cut_test_read_text (table, "csv");

  g_assert_cmpstr (cut_test_item (brought, 0)->text[CUT_BROUGHT_URL], ==, TANK);
  g_assert_null (cut_test_item (brought, 0)->text[CUT_BROUGHT_TITLE]);
  g_assert_cmpuint (cut_test_left (brought, "texts of more than a megabyte"), ==, 2);
}

/* What is refused. */

static void
test_refused (void)
{
  cut_test_assert_refused ("", strlen (""), NULL, CUT_ERROR_INPUT);
  cut_test_assert_refused ("Dear Mara, nothing of this is an export.", strlen ("Dear Mara, nothing of this is an export."), NULL, CUT_ERROR_UNSUPPORTED);
  cut_test_assert_refused ("{\"a\": [1, 2]}", strlen ("{\"a\": [1, 2]}"), NULL, CUT_ERROR_UNSUPPORTED);
  cut_test_assert_refused ("[{\"url\": \"https://a.example\"", strlen ("[{\"url\": \"https://a.example\""), NULL, CUT_ERROR_UNSUPPORTED);
  cut_test_assert_refused ("title,url,time_added\n", strlen ("title,url,time_added\n"), "hypothesis", CUT_ERROR_INPUT);
  cut_test_assert_refused ("title,url,time_added\n", strlen ("title,url,time_added\n"), "no-such-format", CUT_ERROR_UNSUPPORTED);
}

/* A worker is not trusted. */
static void
test_odd_variants (void)
{
  static const char *const odd[] = {
    "{'format': <'pocket'>}",
    "{'format': <'pocket'>, 'items': <1>, 'left': <@a(su) []>, 'failed': <@as []>}",
    "{'format': <'pocket'>, 'items': <[(@as ['k'], @as [], @as [], int64 0, int64 0, @ay [], @a(asasxx) [])]>, 'left': <@a(su) []>, 'failed': <@as []>}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (GVariant) variant = g_variant_parse (G_VARIANT_TYPE_VARDICT, odd[i], NULL, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (variant);
      g_assert_null (cut_brought_from_variant (variant, &error));
      g_assert_error (error, CUT_ERROR, CUT_ERROR_CORRUPT);
    }
}

/* Every word reads nothing that is not its own, and has a name for people. */
static void
test_formats (void)
{
  g_autofree const char **words = cut_imports_get_formats ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_assert_nonnull (cut_imports_get_label (words[i]));
      cut_test_assert_refused ("nothing", strlen ("nothing"), words[i], CUT_ERROR_INPUT);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/imports/pocket", test_pocket);
  g_test_add_func ("/imports/pocket-html", test_pocket_html);
  g_test_add_func ("/imports/instapaper", test_instapaper);
  g_test_add_func ("/imports/raindrop", test_raindrop);
  g_test_add_func ("/imports/readwise", test_readwise);
  g_test_add_func ("/imports/readwise-many", test_readwise_many);
  g_test_add_func ("/imports/table", test_table);
  g_test_add_func ("/imports/objects", test_objects);
  g_test_add_func ("/imports/wallabag", test_wallabag);
  g_test_add_func ("/imports/bookmarks", test_bookmarks);
  g_test_add_func ("/imports/firefox", test_firefox);
  g_test_add_func ("/imports/hypothesis", test_hypothesis);
  g_test_add_func ("/imports/page-without-a-name", test_page_without_a_name);
  g_test_add_func ("/imports/uncertain-date", test_uncertain_date);
  g_test_add_func ("/imports/blank-names", test_blank_names);
  g_test_add_func ("/imports/long-title", test_long_title);
  g_test_add_func ("/imports/refused", test_refused);
  g_test_add_func ("/imports/odd-variants", test_odd_variants);
  g_test_add_func ("/imports/formats", test_formats);
  return g_test_run ();
}
