/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-error.h"
#include "cut-imports.h"

#define TANK "https://norrvik.example/news/tank"
#define MARCH_5 G_GINT64_CONSTANT (1709625600000) /* 2024-03-05T08:00:00Z */
#define MARCH_6 G_GINT64_CONSTANT (1709712000000)

static CutBrought *
read_file (const char *name,
           const char *format)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "imports", name, NULL);
  g_autofree char *contents = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (CutBrought) read = NULL;
  CutBrought *brought;

  g_assert_true (g_file_get_contents (path, &contents, &length, &error));
  bytes = g_bytes_new_take (g_steal_pointer (&contents), length);
  read = cut_imports_read (bytes, name, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->format, ==, format);
  /* As it comes from the other process. */
  variant = g_variant_ref_sink (cut_brought_to_variant (read));
  brought = cut_brought_from_variant (variant, &error);
  g_assert_no_error (error);
  return brought;
}

static CutBroughtItem *
item_at (CutBrought *brought,
         guint       i)
{
  g_assert_cmpuint (brought->items->len, >, i);
  return g_ptr_array_index (brought->items, i);
}

static CutBroughtNote *
note_at (CutBroughtItem *item,
         guint           i)
{
  g_assert_cmpuint (item->notes->len, >, i);
  return g_ptr_array_index (item->notes, i);
}

static void
assert_list (GPtrArray  *list,
             const char *expected)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "|" : "", (char *) g_ptr_array_index (list, i));
  g_assert_cmpstr (joined->str, ==, expected);
}

static guint
left (CutBrought *brought,
      const char *what)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (brought->left, what));
}

/* An item of the article that all files tell of. */
static void
assert_tank (CutBroughtItem *item,
             const char     *title,
             gint64          added,
             const char     *tags)
{
  g_assert_cmpstr (item->text[CUT_BROUGHT_URL], ==, TANK);
  g_assert_cmpstr (item->text[CUT_BROUGHT_TITLE], ==, title);
  g_assert_cmpint (item->added, ==, added);
  assert_list (item->tags, tags);
}

/* Lists. */

static void
test_pocket (void)
{
  g_autoptr (CutBrought) brought = read_file ("pocket.csv", "pocket");

  g_assert_cmpuint (brought->items->len, ==, 2);
  assert_tank (item_at (brought, 0), "Tank at the quay leaked twice", MARCH_5, "harbour|leaks");
  g_assert_cmpstr (item_at (brought, 1)->text[CUT_BROUGHT_TITLE], ==, "A title with a comma, and\na second line");
  g_assert_cmpuint (left (brought, "status"), ==, 3);
  g_assert_cmpuint (left (brought, "addresses that are not on the web"), ==, 1);
}

static void
test_pocket_html (void)
{
  g_autoptr (CutBrought) brought = read_file ("pocket.html", "bookmarks");

  g_assert_cmpuint (brought->items->len, ==, 1);
  assert_tank (item_at (brought, 0), "Tank at the quay leaked twice", MARCH_5, "harbour|leaks");
}

static void
test_instapaper (void)
{
  g_autoptr (CutBrought) brought = read_file ("instapaper.csv", "instapaper");

  assert_tank (item_at (brought, 0), "Tank at the quay", MARCH_5, "leaks|water");
  g_assert_cmpstr (item_at (brought, 0)->text[CUT_BROUGHT_FOLDER], ==, "Harbour");
  g_assert_cmpstr (note_at (item_at (brought, 0), 0)->text[CUT_BROUGHT_NOTE_QUOTE], ==, "a second tank leaked in March");
  g_assert_null (item_at (brought, 1)->text[CUT_BROUGHT_FOLDER]);
  g_assert_cmpuint (left (brought, "Unread"), ==, 1);
}

static void
test_raindrop (void)
{
  g_autoptr (CutBrought) brought = read_file ("raindrop.csv", "raindrop");
  CutBroughtItem *item = item_at (brought, 0);

  assert_tank (item, "Tank at the quay", MARCH_5, "leaks|water");
  g_assert_cmpstr (item->text[CUT_BROUGHT_KEY], ==, "7");
  g_assert_cmpstr (item->text[CUT_BROUGHT_EXCERPT], ==, "Two leaks, one report");
  g_assert_cmpuint (item->notes->len, ==, 3);
  g_assert_cmpstr (note_at (item, 0)->text[CUT_BROUGHT_NOTE_BODY], ==, "Ask for the minutes");
  g_assert_cmpstr (note_at (item, 1)->text[CUT_BROUGHT_NOTE_QUOTE], ==, "a second tank leaked in March");
  g_assert_cmpstr (note_at (item, 1)->text[CUT_BROUGHT_NOTE_BODY], ==, "Which tank?");
  g_assert_cmpstr (note_at (item, 2)->text[CUT_BROUGHT_NOTE_QUOTE], ==, "The register shows\nthree delays");
  g_assert_cmpuint (left (brought, "favorite"), ==, 2);
}

static void
test_readwise (void)
{
  g_autoptr (CutBrought) brought = read_file ("readwise.csv", "readwise");
  CutBroughtItem *item = item_at (brought, 0);

  g_assert_cmpuint (brought->items->len, ==, 1);
  assert_list (item->authors, "Mara Quell");
  assert_list (item->tags, "harbour");
  g_assert_cmpuint (item->notes->len, ==, 2);
  assert_list (note_at (item, 0)->tags, "water|walls");
  g_assert_cmpstr (note_at (item, 0)->text[CUT_BROUGHT_NOTE_COLOUR], ==, "blue");
  g_assert_cmpint (note_at (item, 0)->created, ==, MARCH_5);
  g_assert_cmpuint (left (brought, "Location"), ==, 2);
}

static void
test_table (void)
{
  g_autoptr (CutBrought) brought = read_file ("links.csv", "csv");

  assert_tank (item_at (brought, 0), "Tank at the quay", 0, "leaks");
  g_assert_cmpstr (item_at (brought, 0)->text[CUT_BROUGHT_OUTLET], ==, "Norrvik Post");
  g_assert_cmpstr (item_at (brought, 0)->text[CUT_BROUGHT_PUBLISHED], ==, "2024-03-04");
  g_assert_cmpuint (left (brought, "Who found it"), ==, 1);
}

static void
test_objects (void)
{
  g_autoptr (CutBrought) readability = read_file ("readability.json", "readability");
  g_autoptr (CutBrought) elcurator = read_file ("elcurator.json", "elcurator");
  g_autoptr (CutBrought) omnivore = read_file ("omnivore.json", "omnivore");
  g_autoptr (CutBrought) readwise = read_file ("readwise.json", "readwise-json");

  assert_tank (item_at (readability, 0), "Tank at the quay", G_GINT64_CONSTANT (1472126700000), "");
  g_assert_cmpstr (item_at (readability, 0)->text[CUT_BROUGHT_EXCERPT], ==, "It’s a leak…");
  assert_tank (item_at (elcurator, 0), "Tank at the quay", G_GINT64_CONSTANT (1441797032000), "leaks|water");
  assert_tank (item_at (omnivore, 0), "Tank at the quay", MARCH_5, "leaks|water");
  assert_list (item_at (omnivore, 0)->authors, "Ada Lindqvist");
  assert_tank (item_at (readwise, 0), "Second leak at the quay", 0, "leaks");
  g_assert_cmpstr (note_at (item_at (readwise, 0), 1)->text[CUT_BROUGHT_NOTE_QUOTE], ==, "a second tank leaked in March");
  g_assert_cmpstr (note_at (item_at (readwise, 0), 1)->text[CUT_BROUGHT_NOTE_BODY], ==, "Which tank?");
}

static void
test_wallabag (void)
{
  g_autoptr (CutBrought) brought = read_file ("wallabag.json", "wallabag");
  CutBroughtItem *item = item_at (brought, 0);

  assert_tank (item, "Second leak at the quay", MARCH_5, "leaks");
  assert_list (item->authors, "Ada Lindqvist|Jon Berg");
  g_assert_nonnull (item->body);
  g_assert_cmpstr (note_at (item, 0)->text[CUT_BROUGHT_NOTE_QUOTE], ==, "two officials who knew earlier");
  g_assert_cmpstr (note_at (item, 0)->text[CUT_BROUGHT_NOTE_BODY], ==, "Who?");
  g_assert_cmpuint (left (brought, "is_archived"), ==, 1);
  g_assert_cmpuint (left (brought, "is_starred"), ==, 0);
}

/* Trees. */

static void
test_bookmarks (void)
{
  g_autoptr (CutBrought) brought = read_file ("bookmarks.html", "bookmarks");

  g_assert_cmpuint (brought->items->len, ==, 3);
  assert_list (item_at (brought, 0)->tags, "town hall|water");
  g_assert_null (item_at (brought, 0)->text[CUT_BROUGHT_FOLDER]);
  assert_tank (item_at (brought, 1), "Tank at the quay", MARCH_5 + 123, "");
  g_assert_cmpint (item_at (brought, 1)->modified, ==, MARCH_6);
  g_assert_cmpstr (item_at (brought, 1)->text[CUT_BROUGHT_FOLDER], ==, "Harbour\nLeaks");
  g_assert_cmpstr (item_at (brought, 1)->text[CUT_BROUGHT_EXCERPT], ==, "What the register says:\n- two leaks");
  assert_list (item_at (brought, 2)->tags, "boats|ropes");
  g_assert_cmpint (item_at (brought, 2)->added, ==, G_GINT64_CONSTANT (971175336000));
  g_assert_cmpuint (left (brought, "addresses that are not on the web"), ==, 1);
}

static void
test_firefox (void)
{
  g_autoptr (CutBrought) brought = read_file ("firefox.json", "firefox");

  g_assert_cmpuint (brought->items->len, ==, 1);
  assert_tank (item_at (brought, 0), "Tank at the quay", MARCH_5, "leaks|town hall");
  g_assert_cmpstr (item_at (brought, 0)->text[CUT_BROUGHT_FOLDER], ==, "Harbour");
}

static void
test_hypothesis (void)
{
  g_autoptr (CutBrought) brought = read_file ("hypothesis.json", "hypothesis");
  CutBroughtItem *item = item_at (brought, 0);

  g_assert_cmpuint (brought->items->len, ==, 1);
  assert_tank (item, "Second leak at the quay", MARCH_5, "");
  g_assert_cmpuint (item->notes->len, ==, 3);
  g_assert_cmpstr (note_at (item, 0)->text[CUT_BROUGHT_NOTE_PREFIX], ==, "has admitted that");
  g_assert_cmpstr (note_at (item, 0)->text[CUT_BROUGHT_NOTE_AUTHOR], ==, "Mara Quell");
  g_assert_cmpstr (note_at (item, 1)->text[CUT_BROUGHT_NOTE_AUTHOR], ==, "tom");
  g_assert_cmpstr (note_at (item, 1)->text[CUT_BROUGHT_NOTE_REPLY], ==, "a1");
  g_assert_null (note_at (item, 2)->text[CUT_BROUGHT_NOTE_QUOTE]);
  g_assert_cmpuint (left (brought, "group"), ==, 1);
  g_assert_cmpuint (brought->failed->len, ==, 1);
}

/* What is refused. */

static void
assert_refused (const char *text,
                const char *format,
                int         code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_imports_read (bytes, "some.file", format, &error));
  g_assert_error (error, CUT_ERROR, code);
}

static void
test_refused (void)
{
  assert_refused ("", NULL, CUT_ERROR_INPUT);
  assert_refused ("Dear Mara, nothing of this is an export.", NULL, CUT_ERROR_UNSUPPORTED);
  assert_refused ("{\"a\": [1, 2]}", NULL, CUT_ERROR_UNSUPPORTED);
  assert_refused ("[{\"url\": \"https://a.example\"", NULL, CUT_ERROR_UNSUPPORTED);
  assert_refused ("title,url,time_added\n", "hypothesis", CUT_ERROR_INPUT);
  assert_refused ("title,url,time_added\n", "no-such-format", CUT_ERROR_UNSUPPORTED);
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
      assert_refused ("nothing", words[i], CUT_ERROR_INPUT);
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
  g_test_add_func ("/imports/table", test_table);
  g_test_add_func ("/imports/objects", test_objects);
  g_test_add_func ("/imports/wallabag", test_wallabag);
  g_test_add_func ("/imports/bookmarks", test_bookmarks);
  g_test_add_func ("/imports/firefox", test_firefox);
  g_test_add_func ("/imports/hypothesis", test_hypothesis);
  g_test_add_func ("/imports/refused", test_refused);
  g_test_add_func ("/imports/odd-variants", test_odd_variants);
  g_test_add_func ("/imports/formats", test_formats);
  return g_test_run ();
}
