/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-changes-item.h"
#include "cut-changes-view.h"
#include "cut-test-notebook.h"
#include "cut-test-widgets.h"

/* Two captures of one page, and what the Changes view makes of them. */

#define PAGE(comment, body)                                                                                        \
  "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Board admits second leak</title></head>" \
  "<body><!-- " comment " --><article><h1>Board admits second leak</h1>" body "</article></body></html>"
#define FIRST "<p>The harbour board of Norrvik has admitted that a second tank leaked in March, a week after it denied the first.</p>"
#define SECOND "<p>The minutes name two officials who knew earlier, and say that neither of them was asked to write a report.</p>"

static void
clip (CutTestNotebook *test,
      const char      *page)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CutClipResult) result = NULL;

  request->bytes = g_bytes_new (page, strlen (page));
  request->content_type = g_strdup ("text/html");
  request->url = g_strdup ("http://127.0.0.1/leak");
  request->how = g_strdup ("browser");
  result = cut_notebook_clip (test->notebook, request, NULL, &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): the clip, with both captures */
static CutReading *
clip_both (CutTestNotebook *test,
           const char      *before,
           const char      *after)
{
  g_autoptr (GPtrArray) clips = NULL;
  CutReading *reading;

  clip (test, before);
  clip (test, after);
  clips = cut_test_list (test->notebook, CUT_KIND_CLIP);
  g_assert_cmpuint (clips->len, ==, 1);
  reading = cut_notebook_read (test->notebook, cut_record_get_id (g_ptr_array_index (clips, 0)), NULL);
  g_assert_nonnull (reading);
  g_assert_cmpuint (reading->captures->len, ==, 2);
  return reading;
}

static const char *
get_capture (CutReading *reading,
             guint       index)
{
  return cut_record_get_id (g_ptr_array_index (reading->captures, index));
}

static CutComparing *
compare (CutTestNotebook *test,
         CutReading      *reading)
{
  g_autoptr (GError) error = NULL;
  CutComparing *comparing = cut_comparing_run (test->notebook, get_capture (reading, 1), get_capture (reading, 0), TRUE, NULL, &error);

  g_assert_no_error (error);
  return comparing;
}

/* A page of @n paragraphs of which each has another figure in the second capture. */
static char *
make_long_page (guint n,
                guint figure)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (body, "<p>Paragraph number %u of the report says that %u barrels were seen on the quay that morning, and no more.</p>", i,
                            figure + i);
  return g_strdup_printf ("<!doctype html><html lang=\"en\"><head><title>Report on barrels</title></head><body><article>"
                          "<h1>Report on barrels</h1>%s</article></body></html>", body->str);
}

static void
test_items (CutTestNotebook *test,
            gconstpointer    data)
{
  g_autoptr (CutReading) reading = clip_both (test, PAGE ("a", FIRST SECOND), PAGE ("b", FIRST "<p>Nobody was there that night, says the mayor.</p>"));
  g_autoptr (CutComparing) comparing = compare (test, reading);
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) items = cut_changes_items_new (comparing, &targets);
  g_autofree char *removed = NULL;

  g_assert_true (comparing->fields_known);
  g_assert_cmpuint (comparing->fields->len, ==, 0);
  g_assert_cmpuint (targets->len, ==, comparing->difference->alterations->len);
  g_assert_cmpuint (targets->len, ==, 2);
  g_assert_cmpuint (items->len, ==, 3);
  g_assert_cmpstr (cut_changes_item_get_badge (g_ptr_array_index (targets, 0)), ==, "Removed");
  g_assert_cmpstr (cut_changes_item_get_badge (g_ptr_array_index (targets, 1)), ==, "Added");
  removed = cut_changes_item_get_label (g_ptr_array_index (targets, 0));
  g_assert_nonnull (strstr (removed, "Removed: “The minutes name two officials"));
}

/* No row holds more than a label lays out at once, and every change begins in some row. */
static void
test_long_items (CutTestNotebook *test,
                 gconstpointer    data)
{
  g_autofree char *words = g_strnfill (150000, 'x');
  g_autofree char *line = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (CutReading) reading = NULL;
  g_autoptr (CutComparing) comparing = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) items = NULL;

  for (gsize i = 6; i < 150000; i += 7)
    words[i] = ' ';
  line = g_strdup_printf ("<p>%s</p>", words);
  before = g_strconcat ("<!doctype html><title>Long</title><article><h1>Long</h1>", FIRST, line, "</article>", NULL);
  after = g_strconcat ("<!doctype html><title>Long</title><article><h1>Long</h1>", FIRST, SECOND, "</article>", NULL);
  reading = clip_both (test, before, after);
  comparing = compare (test, reading);
  items = cut_changes_items_new (comparing, &targets);
  g_assert_cmpuint (targets->len, ==, comparing->fields->len + comparing->difference->alterations->len);
  g_assert_cmpuint (items->len, >, 50);
  for (guint i = 0; i < items->len; i++)
    {
      GArray *parts = cut_changes_item_get_parts (g_ptr_array_index (items, i));
      glong length = 0;

      for (guint j = 0; j < parts->len; j++)
        length += g_utf8_strlen (g_array_index (parts, CutChangesPart, j).text, -1);
      g_assert_cmpint (length, <=, 2500);
    }
}

/* The view. */

static GtkWidget *
show (CutTestNotebook *test,
      CutReading      *reading,
      CutChangesView **view)
{
  GtkWidget *window = gtk_window_new ();

  *view = CUT_CHANGES_VIEW (cut_changes_view_new (test->notebook));
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (*view));
  gtk_window_present (GTK_WINDOW (window));
  cut_changes_view_compare (*view, reading, get_capture (reading, 1), get_capture (reading, 0));
  return window;
}

static gboolean
shows (GtkWidget  *view,
       const char *text)
{
  GtkWidget *label = cut_test_find (view, GTK_TYPE_LABEL, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* Returns: the longest time in ms that the main loop was held up until @text was there */
static double
wait_for (GtkWidget  *view,
          const char *text)
{
  gint64 limit = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  gint64 longest = 0;

  while (!shows (view, text))
    {
      gint64 before = g_get_monotonic_time ();

      g_assert_cmpint (before, <, limit);
      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, g_get_monotonic_time () - before);
    }
  return (double) longest / 1000;
}

static void
test_same (CutTestNotebook *test,
           gconstpointer    data)
{
  g_autoptr (CutReading) reading = NULL;
  CutChangesView *view;
  GtkWidget *window;

  if (!cut_test_have_display ())
    return;
  reading = clip_both (test, PAGE ("a", FIRST SECOND), PAGE ("b", FIRST SECOND));
  window = show (test, reading, &view);
  wait_for (GTK_WIDGET (view), "The Text Is the Same");
  g_assert_true (shows (GTK_WIDGET (view), "Other bytes of the page differ."));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_steps (CutTestNotebook *test,
            gconstpointer    data)
{
  g_autofree char *before = make_long_page (1500, 10000);
  g_autofree char *after = make_long_page (1500, 20000);
  g_autoptr (CutReading) reading = NULL;
  CutChangesView *view;
  GtkWidget *window;
  double longest;

  if (!cut_test_have_display ())
    return;
  reading = clip_both (test, before, after);
  window = show (test, reading, &view);
  longest = wait_for (GTK_WIDGET (view), "1500 changes");
  g_test_message ("held up for %.0f ms at most", longest);
  gtk_widget_activate_action (GTK_WIDGET (view), "changes.next", NULL);
  wait_for (GTK_WIDGET (view), "Change 1 of 1500");
  gtk_widget_activate_action (GTK_WIDGET (view), "changes.previous", NULL);
  longest = wait_for (GTK_WIDGET (view), "Change 1500 of 1500");
  g_object_set (view, "side-by-side", FALSE, NULL);
  cut_test_iterate ();
  gtk_widget_activate_action (GTK_WIDGET (view), "changes.next", NULL);
  wait_for (GTK_WIDGET (view), "Change 1 of 1500");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Closing it while it compares leaves nothing behind. */
static void
test_closed (CutTestNotebook *test,
             gconstpointer    data)
{
  g_autoptr (CutReading) reading = NULL;
  CutChangesView *view;
  GtkWidget *window;

  if (!cut_test_have_display ())
    return;
  reading = clip_both (test, PAGE ("a", FIRST SECOND), PAGE ("b", FIRST));
  window = show (test, reading, &view);
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (window));
  while (view != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
add (const char *path,
     void      (*test) (CutTestNotebook *test,
                        gconstpointer    data))
{
  g_test_add (path, CutTestNotebook, NULL, cut_test_notebook_set_up, test, cut_test_notebook_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/changes/items", test_items);
  add ("/changes/long-items", test_long_items);
  add ("/changes/same", test_same);
  add ("/changes/steps", test_steps);
  add ("/changes/closed", test_closed);
  return g_test_run ();
}
