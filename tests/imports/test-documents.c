/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include <string.h>

#include "cut-error.h"
#include "cut-test-imports.h"

/* Notes and pages, alone and many in one file. */

static gboolean
holds (CutBroughtItem *item,
       const char     *words)
{
  gsize length;
  const char *data = item->body != NULL ? g_bytes_get_data (item->body, &length) : NULL;

  return data != NULL && g_strstr_len (data, (gssize) length, words) != NULL;
}

static void
test_evernote (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("notes.enex", "evernote");
  CutBroughtItem *item = cut_test_item (brought, 0);

  cut_test_assert_tank (item, "Tank at the quay", MARCH_5, "leaks|water");
  cut_test_assert_list (item->authors, "Mara Quell");
  g_assert_cmpint (item->modified, ==, MARCH_6);
  g_assert_true (holds (item, "a second tank leaked"));
  g_assert_false (holds (item, "<!DOCTYPE"));
  g_assert_null (cut_test_item (brought, 1)->body);
  g_assert_cmpuint (cut_test_left (brought, "resource"), ==, 1);
  g_assert_cmpuint (cut_test_left (brought, "latitude"), ==, 1);
}

static void
test_joplin (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("joplin.jex", "joplin");
  CutBroughtItem *item = cut_test_item (brought, 0);

  g_assert_cmpuint (brought->items->len, ==, 1);
  cut_test_assert_tank (item, "Tank at the quay", MARCH_5, "leaks");
  g_assert_cmpstr (item->text[CUT_BROUGHT_FOLDER], ==, "Harbour\nLeaks");
  cut_test_assert_list (item->authors, "Mara Quell");
  g_assert_true (holds (item, "<strong>second tank</strong>"));
  g_assert_cmpuint (cut_test_left (brought, "attached files"), ==, 1);
}

static void
test_markdown (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("clipped.md", "markdown");
  CutBroughtItem *item = cut_test_item (brought, 0);

  cut_test_assert_tank (item, "Tank at the quay", MARCH_5 - 8 * 3600 * 1000, "leaks|water");
  cut_test_assert_list (item->authors, "Mara Quell|Jon Berg");
  g_assert_cmpstr (item->text[CUT_BROUGHT_PUBLISHED], ==, "2024-03-04");
  g_assert_true (holds (item, "<strong>second tank</strong>"));
  g_assert_false (holds (item, "rating"));
  g_assert_cmpuint (cut_test_left (brought, "rating"), ==, 1);
}

static void
test_notion (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("notion.zip", "notes");

  g_assert_cmpuint (brought->items->len, ==, 2);
  g_assert_cmpstr (cut_test_item (brought, 0)->text[CUT_BROUGHT_TITLE], ==, "Harbour");
  g_assert_cmpstr (cut_test_item (brought, 1)->text[CUT_BROUGHT_TITLE], ==, "Minutes");
  g_assert_true (holds (cut_test_item (brought, 1), "Two officials"));
  g_assert_cmpuint (cut_test_left (brought, ".jpg"), ==, 1);
}

static void
test_omnivore (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("omnivore.zip", "omnivore-zip");

  cut_test_assert_tank (cut_test_item (brought, 0), "Tank at the quay", MARCH_5, "leaks|water");
  g_assert_true (holds (cut_test_item (brought, 0), "a second tank leaked"));
  g_assert_cmpuint (cut_test_left (brought, "highlights"), ==, 1);
}

static void
test_refi (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("project.qdpx", "refi-qda");
  CutBroughtItem *item = cut_test_item (brought, 0);
  CutBroughtNote *note = cut_test_note (item, 0);

  cut_test_assert_list (item->tags, "leaks");
  g_assert_cmpint (item->added, ==, MARCH_5);
  g_assert_cmpuint (item->notes->len, ==, 1);
  g_assert_cmpstr (note->text[CUT_BROUGHT_NOTE_QUOTE], ==, "We were told on the ninth");
  g_assert_cmpstr (note->text[CUT_BROUGHT_NOTE_BODY], ==, "Check the date\n\nAnd who told her");
  g_assert_cmpstr (note->text[CUT_BROUGHT_NOTE_AUTHOR], ==, "Mara Quell");
  cut_test_assert_list (note->tags, "who knew");
  g_assert_cmpuint (brought->failed->len, ==, 1);
  g_assert_cmpuint (cut_test_left (brought, "Case"), ==, 1);
  g_assert_cmpuint (cut_test_left (brought, "PictureSource"), ==, 1);
}

static void
test_taguette (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("project.sqlite3", "taguette");
  CutBroughtItem *item = cut_test_item (brought, 0);
  CutBroughtNote *again = cut_test_note (item, 0);
  CutBroughtNote *ninth = cut_test_note (item, 1);

  g_assert_cmpuint (brought->items->len, ==, 2);
  g_assert_cmpstr (item->text[CUT_BROUGHT_TITLE], ==, "Interview at the quay");
  g_assert_cmpstr (item->text[CUT_BROUGHT_FOLDER], ==, "Harbour");
  g_assert_cmpstr (item->text[CUT_BROUGHT_EXCERPT], ==, "With the harbour master");
  g_assert_cmpint (item->added, ==, MARCH_5);
  g_assert_true (holds (item, "before noon"));
  g_assert_cmpuint (item->notes->len, ==, 2);
  g_assert_cmpstr (ninth->text[CUT_BROUGHT_NOTE_QUOTE], ==, "We were told on the ninth");
  g_assert_cmpstr (ninth->text[CUT_BROUGHT_NOTE_PREFIX], ==, "noon”, and again\non the tenth.");
  g_assert_cmpstr (ninth->text[CUT_BROUGHT_NOTE_SUFFIX], ==, ".");
  g_assert_cmpint (ninth->created, ==, MARCH_5);
  g_assert_cmpint (ninth->modified, ==, MARCH_6);
  cut_test_assert_list (ninth->tags, "who knew|dates.ninth");
  cut_test_assert_list (again->tags, "dates|who knew");
  g_assert_cmpuint (brought->failed->len, ==, 1);
  g_assert_cmpuint (cut_test_left (brought, "descriptions of tags"), ==, 1);
}

static void
test_taguette_table (void)
{
  g_autoptr (CutBrought) brought = cut_test_read ("highlights.csv", "taguette-csv");
  CutBroughtItem *item = cut_test_item (brought, 0);

  g_assert_cmpuint (brought->items->len, ==, 2);
  g_assert_cmpuint (item->notes->len, ==, 2);
  cut_test_assert_list (cut_test_note (item, 0)->tags, "who knew|dates.ninth");
  g_assert_cmpstr (cut_test_note (item, 1)->text[CUT_BROUGHT_NOTE_QUOTE], ==, "again\non the tenth");
}

/* Databases of others, damaged ones, and one whose tables are orders. */
static void
test_taguette_refused (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "imports", "project.sqlite3", NULL);
  g_autofree char *contents = NULL;
  gsize length;
  char *name;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  cut_test_assert_refused (contents, 512, "taguette", CUT_ERROR_INPUT);
  name = memmem (contents, length, "tablehighlights", strlen ("tablehighlights"));
  g_assert_nonnull (name);
  name[strlen ("tableh")] = 'a';
  cut_test_assert_refused (contents, length, "taguette", CUT_ERROR_INPUT);
  cut_test_assert_refused (contents, length, NULL, CUT_ERROR_UNSUPPORTED);
}

static void
assert_archive (const char *name,
                const char *format)
{
  g_autoptr (CutBrought) brought = cut_test_read (name, format);

  g_assert_cmpuint (brought->items->len, ==, 2);
  g_assert_cmpstr (cut_test_item (brought, 0)->text[CUT_BROUGHT_URL], ==, TANK);
  g_assert_cmpint (cut_test_item (brought, 0)->added, ==, MARCH_5);
  g_assert_true (holds (cut_test_item (brought, 0), "a second tank leaked"));
  g_assert_cmpuint (cut_test_left (brought, "image/png"), ==, 1);
}

static void
test_web_archives (void)
{
  assert_archive ("pages.warc", "warc");
  assert_archive ("pages.wacz", "wacz");
}

/* A byte that is another than the package says. */
static void
test_damaged_wacz (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "imports", "pages.wacz", NULL);
  g_autofree char *contents = NULL;
  gsize length;
  char *hash;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  hash = memmem (contents, length, "PK\1\2", 4);
  g_assert_nonnull (hash);
  cut_test_assert_refused (contents, (gsize) (hash - contents) / 2, NULL, CUT_ERROR_INPUT);
  cut_test_assert_refused ("PK\3\4 and no more", strlen ("PK\3\4 and no more"), NULL, CUT_ERROR_INPUT);
}

/* An ARC holds pages, but is none. */
static void
test_arc (void)
{
  const char *arc = "filedesc://pages.arc 0.0.0.0 20240305080000 text/plain 9\n1 0 X\n\n\nhttps://norrvik.example/ 0.0.0.0 20240305080000 text/html 30\n<html><body>Tank</body></html>\n";

  cut_test_assert_refused (arc, strlen (arc), NULL, CUT_ERROR_UNSUPPORTED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/imports/evernote", test_evernote);
  g_test_add_func ("/imports/joplin", test_joplin);
  g_test_add_func ("/imports/markdown", test_markdown);
  g_test_add_func ("/imports/notion", test_notion);
  g_test_add_func ("/imports/omnivore", test_omnivore);
  g_test_add_func ("/imports/refi", test_refi);
  g_test_add_func ("/imports/web-archives", test_web_archives);
  g_test_add_func ("/imports/taguette", test_taguette);
  g_test_add_func ("/imports/taguette-table", test_taguette_table);
  g_test_add_func ("/imports/taguette-refused", test_taguette_refused);
  g_test_add_func ("/imports/damaged-wacz", test_damaged_wacz);
  g_test_add_func ("/imports/arc", test_arc);
  return g_test_run ();
}
