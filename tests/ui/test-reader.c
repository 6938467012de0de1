/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <time.h>

#include "cut-annotation.h"
#include "cut-block-toggle.h"
#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-find-bar.h"
#include "cut-reader-head.h"
#include "cut-test-reader.h"

#define N_MARKS 2000
#define LONG_BYTES (1024 * 1024)

static gboolean
has_tag (CutTestReader *test,
         guint          offset,
         const char    *name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (test->text);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  return gtk_text_iter_has_tag (&iter, tag);
}

/* The buffer holds the reader text: the same characters at the same offsets. */
static void
test_text (CutTestReader *test,
           gconstpointer  data)
{
  g_autofree char *shown = NULL;

  if (test->window == NULL)
    return;
  cut_test_reader_open (test);
  shown = cut_test_reader_dup_text (test);
  g_assert_cmpstr (shown, ==, cut_reader_view_get_reading (test->reader)->text);
  gtk_test_accessible_assert_property (test->text, GTK_ACCESSIBLE_PROPERTY_LABEL, "Article text");
  gtk_test_accessible_assert_role (test->reader, GTK_ACCESSIBLE_ROLE_MAIN);
  g_assert_false (gtk_text_view_get_editable (test->text));
  g_assert_true (gtk_text_view_get_cursor_visible (test->text));
}

static void
test_mark (CutTestReader *test,
           gconstpointer  data)
{
  CutAnnotation *annotation;
  const CutSelector *selector;
  guint start;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  if (test->window == NULL)
    return;
  cut_test_reader_open (test);
  annotation = CUT_ANNOTATION (cut_test_reader_mark (test, "note", "two officials"));
  selector = cut_annotation_get_selectors (annotation);
  start = selector->start;
  g_assert_cmpstr (cut_annotation_get_kind (annotation), ==, "note");
  g_assert_cmpstr (selector->exact, ==, "two officials");
  g_assert_true (test->edit);
  g_assert_true (has_tag (test, start, "mark-yellow"));
  g_assert_false (cut_reader_view_get_selection (test->reader, NULL, NULL));
  undone = cut_notebook_undo (test->notebook.notebook, &error);
  g_assert_no_error (error);
  cut_test_reader_wait (test, 0);
  g_assert_false (has_tag (test, start, "mark-yellow"));
}

static gboolean
is_blue (CutTestReader *test)
{
  CutReading *reading = cut_reader_view_get_reading (test->reader);
  CutRecord *annotation = cut_reading_find (reading, test->activated);

  return g_strcmp0 (cut_annotation_get_colour (CUT_ANNOTATION (annotation)), "blue") == 0;
}

/* A colour with a selection makes a highlight; without, it paints the mark the caret is in. */
static void
test_colour (CutTestReader *test,
             gconstpointer  data)
{
  CutAnnotation *annotation;

  if (test->window == NULL)
    return;
  cut_test_reader_open (test);
  cut_test_reader_select (test, "a second tank");
  cut_test_reader_act (test, "reader.colour", "green");
  cut_test_reader_wait (test, 1);
  annotation = g_ptr_array_index (cut_reader_view_get_reading (test->reader)->annotations, 0);
  g_assert_cmpstr (cut_annotation_get_kind (annotation), ==, "highlight");
  g_assert_cmpstr (cut_annotation_get_colour (annotation), ==, "green");
  g_free (test->activated);
  test->activated = g_strdup (cut_record_get_id (CUT_RECORD (annotation)));
  cut_reader_view_show_annotation (test->reader, test->activated);
  cut_test_reader_act (test, "reader.colour", "blue");
  cut_test_wait_until (is_blue, test);
}

static gboolean
is_activated (CutTestReader *test)
{
  return test->activated != NULL;
}

/* The same name is the same entity, and the same words are one mark. */
static void
test_entity (CutTestReader *test,
             gconstpointer  data)
{
  CutAnnotation *first;
  g_autofree char *id = NULL;

  if (test->window == NULL)
    return;
  cut_test_reader_open (test);
  first = CUT_ANNOTATION (cut_test_reader_mark (test, "entity", "harbour board"));
  id = g_strdup (cut_record_get_id (CUT_RECORD (first)));
  g_assert_nonnull (cut_annotation_get_entities (first)[0]);
  g_clear_pointer (&test->activated, g_free);
  cut_test_reader_select (test, "harbour board");
  cut_test_reader_act (test, "reader.mark", "entity");
  cut_test_wait_until (is_activated, test);
  g_assert_cmpstr (test->activated, ==, id);
  g_assert_cmpuint (cut_reader_view_get_reading (test->reader)->annotations->len, ==, 1);
  g_assert_cmpuint (cut_test_count (test->notebook.notebook, CUT_KIND_ENTITY), ==, 1);
}

static const CutBlock *
find_block (CutTestReader *test,
            const char    *words)
{
  CutReading *reading = cut_reader_view_get_reading (test->reader);
  guint offset = (guint) g_utf8_strlen (reading->text, strstr (reading->text, words) - reading->text);

  for (guint i = 0; i < reading->blocks->len; i++)
    {
      const CutBlock *block = g_ptr_array_index (reading->blocks, i);

      if (block->start <= offset && offset < block->end)
        return block;
    }
  return NULL;
}

static gboolean
is_set_aside (CutTestReader *test)
{
  return !cut_block_counts (find_block (test, "The board did not answer"));
}

static gboolean
does_count (CutTestReader *test)
{
  return !is_set_aside (test);
}

static void
test_counts (CutTestReader *test,
             gconstpointer  data)
{
  guint start;

  if (test->window == NULL)
    return;
  cut_test_reader_open (test);
  g_assert_true (does_count (test));
  start = find_block (test, "The board did not answer")->start;
  cut_test_reader_select (test, "The board did not answer");
  cut_test_reader_act (test, "reader.toggle-counts", NULL);
  cut_test_wait_until (is_set_aside, test);
  g_assert_true (has_tag (test, start, "furniture"));
  cut_test_reader_act (test, "reader.toggle-counts", NULL);
  cut_test_wait_until (does_count, test);
  g_assert_false (has_tag (test, start, "furniture"));
}

static gboolean
has_found (CutTestReader *test)
{
  return cut_test_find (test->window, GTK_TYPE_LABEL, "1 of 2") != NULL;
}

static gboolean
has_gone_on (CutTestReader *test)
{
  return cut_test_find (test->window, GTK_TYPE_LABEL, "2 of 2") != NULL;
}

static void
test_find (CutTestReader *test,
           gconstpointer  data)
{
  CutFindBar *bar;

  if (test->window == NULL)
    return;
  cut_test_reader_open (test);
  cut_test_reader_act (test, "reader.find", NULL);
  bar = CUT_FIND_BAR (cut_test_find (test->window, CUT_TYPE_FIND_BAR, NULL));
  g_assert_true (cut_find_bar_is_open (bar));
  cut_find_bar_open (bar, "MINUTES");
  cut_test_wait_until (has_found, test);
  cut_find_bar_go (bar, 1);
  cut_test_wait_until (has_gone_on, test);
  cut_find_bar_close (bar);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (test->text)));
}

static void
test_scale (CutTestReader *test,
            gconstpointer  data)
{
  double scale;

  if (test->window == NULL)
    return;
  cut_test_reader_open (test);
  cut_test_reader_act (test, "reader.text-larger", NULL);
  g_object_get (test->reader, "text-scale", &scale, NULL);
  g_assert_cmpfloat (scale, >, 1.0);
  cut_test_reader_act (test, "reader.text-normal", NULL);
  g_object_get (test->reader, "text-scale", &scale, NULL);
  g_assert_cmpfloat (scale, ==, 1.0);
}

static gboolean
has_date (CutTestReader *test)
{
  return cut_clip_get_published (CUT_CLIP (cut_reader_view_get_reading (test->reader)->clip)) != NULL;
}

static void
test_date (CutTestReader *test,
           gconstpointer  data)
{
  g_autoptr (CutDate) date = cut_date_new ("2018-11-23", CUT_DATE_UNKNOWN, "user", NULL);

  if (test->window == NULL)
    return;
  cut_test_reader_open (test);
  g_assert_false (has_date (test));
  g_signal_emit_by_name (cut_test_find (test->window, CUT_TYPE_READER_HEAD, NULL), "date-given", date);
  cut_test_wait_until (has_date, test);
}

/* A clip that is not there is an error with a way on, not an empty page. */
static gboolean
has_problem (CutTestReader *test)
{
  GtkWidget *status = cut_test_find (GTK_WIDGET (test->reader), ADW_TYPE_STATUS_PAGE, NULL);

  return gtk_widget_get_visible (status)
         && strcmp (adw_status_page_get_title (ADW_STATUS_PAGE (status)), "This Clip Cannot Be Shown") == 0;
}

static void
test_missing (CutTestReader *test,
              gconstpointer  data)
{
  if (test->window == NULL)
    return;
  cut_reader_view_open (test->reader, "00000000-0000-7000-8000-000000000001");
  cut_test_wait_until (has_problem, test);
  g_assert_null (cut_reader_view_get_reading (test->reader));
}

/* Long texts. */

static CutReading *
make_long_reading (CutTestReader *test)
{
  g_autoptr (GError) error = NULL;
  CutReading *reading = cut_notebook_read (test->notebook.notebook, test->id, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  g_ptr_array_set_size (reading->blocks, 0);
  while (text->len < LONG_BYTES)
    {
      guint start = (guint) text->len;

      if (start > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, "The register of the harbour names each tank and the day on which it was last inspected; "
                             "in three lines of ten the day is missing, and nobody could say why that should be so.");
      g_ptr_array_add (reading->blocks, cut_block_new (CUT_BLOCK_PARAGRAPH, CUT_ROLE_BODY, start > 0 ? start + 1 : 0,
                                                       (guint) text->len));
    }
  g_free (reading->text);
  reading->text = g_string_free (text, FALSE);
  for (guint i = 0; i < N_MARKS; i++)
    {
      guint start = i * (LONG_BYTES / N_MARKS);
      g_autoptr (CutSelector) selector = cut_selector_new (start, start + 40, "words", NULL, NULL);

      g_ptr_array_add (reading->annotations,
                       cut_record_new (CUT_KIND_ANNOTATION, "clip", test->id, "capture",
                                       cut_record_get_id (reading->capture), "kind", i % 2 ? "claim" : "note",
                                       "selectors", selector, NULL));
    }
  return reading;
}

static gboolean
is_filled (CutTestReader *test)
{
  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (test->text)) >= LONG_BYTES;
}

/* Microseconds of work: other programs on the machine do not count. */
static gint64
get_work (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);
  return spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

/* Each turn of the main loop is short, what is seen first is there at once. */
static void
test_long (CutTestReader *test,
           gconstpointer  data)
{
  g_autoptr (CutReading) reading = NULL;
  gint64 longest = 0;
  gint64 start;

  if (test->window == NULL)
    return;
  reading = make_long_reading (test);
  start = get_work ();
  cut_reader_view_show_reading (test->reader, reading);
  g_test_message ("showing took %.1f ms", (get_work () - start) / 1000.0);
  g_assert_cmpint (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (test->text)), >, 1000);
  while (!is_filled (test))
    {
      start = get_work ();
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, get_work () - start);
    }
  g_test_message ("longest turn of the main loop: %.1f ms", longest / 1000.0);
  g_assert_true (has_tag (test, (N_MARKS - 1) * (LONG_BYTES / N_MARKS), "mark-yellow"));
}

static gboolean
is_far_down (CutTestReader *test)
{
  int position;

  g_object_get (test->reader, "position", &position, NULL);
  return is_filled (test) && position >= 499800 && position <= 500200;
}

static void
test_position (CutTestReader *test,
               gconstpointer  data)
{
  g_autoptr (CutReading) reading = NULL;

  if (test->window == NULL)
    return;
  reading = make_long_reading (test);
  g_object_set (test->reader, "position", 500000, NULL);
  cut_reader_view_show_reading (test->reader, reading);
  cut_test_wait_until (is_far_down, test);
  /* A place asked for counts as the position until it is found; then the lines themselves do. */
  for (guint i = 0; i < 100; i++)
    g_main_context_iteration (NULL, TRUE);
  cut_test_wait_until (is_far_down, test);
}

#define ADD(path, test) \
  g_test_add ("/reader/" path, CutTestReader, NULL, cut_test_reader_set_up, test, cut_test_reader_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (gtk_init_check ())
    adw_init ();
  ADD ("text", test_text);
  ADD ("mark", test_mark);
  ADD ("colour", test_colour);
  ADD ("entity", test_entity);
  ADD ("counts", test_counts);
  ADD ("find", test_find);
  ADD ("scale", test_scale);
  ADD ("date", test_date);
  ADD ("missing", test_missing);
  ADD ("long", test_long);
  ADD ("position", test_position);
  return g_test_run ();
}
