/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-capture.h"
#include "cut-direction.h"
#include "cut-find-bar.h"
#include "cut-search-hits.h"
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

static void
stand (CutReading        *reading,
       const CutStanding *found)
{
  CutStanding *standing = cut_standing_copy (found);

  g_hash_table_replace (reading->standings, standing->annotation, standing);
}

/* A mark made on another capture stands where the notebook placed it, and nowhere where that is not sure. */
static void
test_other_capture (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (CutAnnotation) annotation = annotate (fixture->reading, "note", "two officials");
  CutRecord *other = cut_record_with (CUT_RECORD (annotation), "capture", "00000000-0000-7000-8000-000000000001", NULL);
  guint start = find (fixture->reading, "neither was asked");
  CutStanding found = { .annotation = (char *) cut_record_get_id (other), .status = "moved", .start = start, .end = start + 7, .score = 1, .placed = TRUE };
  g_autoptr (CutPage) unknown = NULL;
  g_autoptr (CutPage) moved = NULL;
  g_autoptr (CutPage) unsure = NULL;

  unknown = page_with (fixture->reading, CUT_ANNOTATION (other));
  g_assert_cmpuint (unknown->marks->len, ==, 0);
  stand (fixture->reading, &found);
  moved = cut_page_new (fixture->reading);
  g_assert_cmpuint (moved->marks->len, ==, 1);
  g_assert_cmpuint (g_array_index (moved->marks, CutMark, 0).start, ==, start);
  found.placed = FALSE;
  stand (fixture->reading, &found);
  unsure = cut_page_new (fixture->reading);
  g_assert_cmpuint (unsure->marks->len, ==, 0);
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
assert_found (const char *text,
              const char *words,
              const char *expected)
{
  g_autoptr (GArray) found = cut_find_words (text, words, NULL);
  g_autoptr (GString) places = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (places, "%u-%u ", g_array_index (found, CutSearchHit, i).start, g_array_index (found, CutSearchHit, i).end);
  g_assert_cmpstr (places->str, ==, expected);
}

static void
test_find (void)
{
  assert_found ("Öl und öl, das ÖL der Welt", "öl", "0-2 7-9 15-17 ");
  assert_found ("Öl und öl, das ÖL der Welt", "OL", "0-2 7-9 15-17 ");
  assert_found ("short", "longer than the text", "");
  assert_found ("aaaa", "aa", "0-2 2-4 ");
  assert_found ("She said “no” – twice", "\"no\" - t", "9-17 ");
  assert_found ("text", "", "");
  assert_found ("", "text", "");
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

static void
add_cell (GPtrArray  *blocks,
          GString    *text,
          guint       row,
          guint       column,
          const char *words)
{
  guint start = (guint) g_utf8_strlen (text->str, -1);
  guint length = (guint) g_utf8_strlen (words, -1);
  CutBlock *cell = cut_block_new (CUT_BLOCK_CELL, CUT_ROLE_BODY, start, start + length);

  cell->table = 1;
  cell->row = row;
  cell->column = column;
  cell->header = row == 0;
  g_ptr_array_add (blocks, cell);
  if (length > 0)
    g_string_append_printf (text, "%s\n", words);
}

/* A narrow table is a grid, its rows are found, and a row may lack cells. */
static void
test_table_is_a_grid (void)
{
  g_autoptr (GPtrArray) blocks = cut_blocks_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) tables = NULL;
  const CutTable *grid;

  add_cell (blocks, text, 0, 0, "Schiff");
  add_cell (blocks, text, 0, 1, "Länge");
  add_cell (blocks, text, 1, 0, "Möwe");
  add_cell (blocks, text, 1, 1, "12,5 m");
  add_cell (blocks, text, 2, 0, "Alma");
  add_cell (blocks, text, 2, 1, "");
  add_cell (blocks, text, 3, 1, "−8 m");
  tables = cut_page_tables_new (blocks, text->str);
  grid = cut_page_tables_get_grid (tables, g_ptr_array_index (blocks, 0));
  g_assert_nonnull (grid);
  g_assert_cmpuint (grid->n_columns, ==, 2);
  g_assert_true (g_str_has_prefix (grid->columns[1].widest, "12,5 m"));
  g_assert_cmpuint (grid->columns[1].n_numbers, ==, 2);
  g_assert_cmpuint (grid->columns[0].n_others, ==, 2);
  g_assert_cmpuint (grid->masks->len, ==, 3);
  g_assert_cmpuint (cut_page_tables_get_mask (blocks, 0), ==, 3);
  g_assert_cmpuint (cut_page_tables_get_mask (blocks, 4), ==, 1);
  g_assert_cmpuint (cut_page_tables_get_mask (blocks, 6), ==, 2);
  g_assert_true (cut_page_tables_joins (tables, blocks, 0));
  g_assert_false (cut_page_tables_joins (tables, blocks, 1));
  g_assert_false (cut_page_tables_joins (tables, blocks, 4));
  g_assert_true (cut_page_tables_starts_row (tables, blocks, 2));
  g_assert_false (cut_page_tables_starts_row (tables, blocks, 3));
  g_assert_true (cut_page_tables_starts_row (tables, blocks, 6));
}

/* What would not fit keeps a line for each cell; so does a table whose cells stand in no order. */
static void
test_table_is_no_grid (void)
{
  g_autoptr (GPtrArray) blocks = cut_blocks_new ();
  g_autoptr (GPtrArray) others = cut_blocks_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) other_text = g_string_new (NULL);
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GPtrArray) other_tables = NULL;

  add_cell (blocks, text, 0, 0, "Remarks");
  add_cell (blocks, text, 0, 1, "Paid late, in two parts, after a reminder that the office had sent in May");
  tables = cut_page_tables_new (blocks, text->str);
  g_assert_null (cut_page_tables_get_grid (tables, g_ptr_array_index (blocks, 0)));
  g_assert_false (cut_page_tables_joins (tables, blocks, 0));
  g_assert_false (cut_page_tables_starts_row (tables, blocks, 0));
  add_cell (others, other_text, 0, 1, "b");
  add_cell (others, other_text, 0, 0, "a");
  other_tables = cut_page_tables_new (others, other_text->str);
  g_assert_null (cut_page_tables_get_grid (other_tables, g_ptr_array_index (others, 0)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/page/lanes", test_lanes);
  g_test_add_func ("/reader/page/table-is-a-grid", test_table_is_a_grid);
  g_test_add_func ("/reader/page/table-is-no-grid", test_table_is_no_grid);
  g_test_add ("/reader/page/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/reader/page/other-capture", Fixture, NULL, set_up, test_other_capture, tear_down);
  g_test_add ("/reader/page/blocks", Fixture, NULL, set_up, test_blocks, tear_down);
  g_test_add_func ("/reader/page/find", test_find);
  g_test_add_func ("/reader/page/direction", test_direction);
  g_test_add_func ("/reader/page/links", test_links);
  return g_test_run ();
}
