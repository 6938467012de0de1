/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-accels.h"
#include "cut-clip-list.h"
#include "cut-clip-row.h"
#include "cut-library-row.h"
#include "cut-reader-view.h"
#include "cut-test-notebook.h"
#include "cut-test-widgets.h"
#include "cut-window.h"

typedef struct
{
  CutTestNotebook notebook;
  AdwApplication *application; /* (nullable): one for all tests: a process registers only one */
  CutSettings *settings;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  cut_test_notebook_set_up (&fixture->notebook, NULL);
  fixture->application = (AdwApplication *) data;
}

static void
show (Fixture *fixture)
{
  fixture->settings = cut_settings_new ();
  fixture->window = cut_window_new (GTK_APPLICATION (fixture->application), fixture->notebook.notebook,
                                    fixture->settings);
  gtk_window_present (GTK_WINDOW (fixture->window));
  cut_test_iterate ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_close (GTK_WINDOW (fixture->window));
  cut_test_iterate ();
  g_clear_object (&fixture->settings);
  cut_test_notebook_tear_down (&fixture->notebook, NULL);
}

static GtkWidget *
wait_for (Fixture    *fixture,
          GType       type,
          const char *name)
{
  GtkWidget *found;

  while ((found = cut_test_find (fixture->window, type, name)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return found;
}

/* What is clipped arrives in the list and opens. */
static void
test_clip (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (CutClipResult) clipped = NULL;
  GtkWidget *reader;
  const char *id;

  if (!cut_test_have_display ())
    return;
  show (fixture);
  clipped = cut_test_clip_text (fixture->notebook.notebook, CUT_TEST_ARTICLE);
  id = cut_record_get_id (clipped->clip);
  wait_for (fixture, CUT_TYPE_CLIP_ROW, NULL);
  gtk_widget_activate_action (fixture->window, "win.open-clip", "s", id);
  reader = wait_for (fixture, CUT_TYPE_READER_VIEW, NULL);
  while (cut_reader_view_get_reading (CUT_READER_VIEW (reader)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (cut_record_get_id (cut_reader_view_get_reading (CUT_READER_VIEW (reader))->clip), ==, id);
}

static CutReading *
wait_for_reading (Fixture *fixture)
{
  GtkWidget *reader = wait_for (fixture, CUT_TYPE_READER_VIEW, NULL);

  while (cut_reader_view_get_reading (CUT_READER_VIEW (reader)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return cut_reader_view_get_reading (CUT_READER_VIEW (reader));
}

/* Pasted text becomes a clip that opens at once. */
static void
test_paste_text (Fixture       *fixture,
                 gconstpointer  data)
{
  if (!cut_test_have_display ())
    return;
  show (fixture);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window), CUT_TEST_ARTICLE);
  gtk_widget_activate_action (fixture->window, "win.paste", NULL);
  g_assert_nonnull (strstr (wait_for_reading (fixture)->text, "Jon Berg"));
  g_assert_cmpuint (cut_test_count (fixture->notebook.notebook, CUT_KIND_CLIP), ==, 1);
  g_assert_nonnull (cut_test_find (fixture->window, GTK_TYPE_WIDGET, "Jobs"));
}

/* Of HTML and text on the clipboard the HTML is taken: it knows more. */
static void
test_paste_html (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char html[] = "<h1>Third tank found</h1><p>The board of Norrvik has found a third tank below the quay, "
                             "which is on no map and which no inspector has seen since it was built.</p><p>It is empty, "
                             "said the chair of the board, and it will be taken out in the summer of this year.</p>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (html, strlen (html));
  GdkContentProvider *both[2];
  g_autoptr (GdkContentProvider) provider = NULL;

  if (!cut_test_have_display ())
    return;
  show (fixture);
  both[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  both[1] = gdk_content_provider_new_typed (G_TYPE_STRING, "only text");
  provider = gdk_content_provider_new_union (both, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (fixture->window), provider);
  gtk_widget_activate_action (fixture->window, "win.paste", NULL);
  g_assert_nonnull (strstr (wait_for_reading (fixture)->text, "third tank below the quay"));
}

/* A file and a bundle are told apart; what is no article says so. */
static void
test_open_file (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->notebook.folder, "page.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (!cut_test_have_display ())
    return;
  show (fixture);
  g_assert_true (g_file_set_contents (path, CUT_TEST_ARTICLE, -1, NULL));
  cut_window_open_files (CUT_WINDOW (fixture->window), &file, 1);
  g_assert_nonnull (strstr (wait_for_reading (fixture)->text, "Jon Berg"));
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (CutRecord) story = cut_record_new (CUT_KIND_STORY, "title", "Tanks", NULL);

  if (!cut_test_have_display ())
    return;
  show (fixture);
  cut_test_commit_one (fixture->notebook.notebook, "New Story", g_object_ref (story));
  wait_for (fixture, CUT_TYPE_LIBRARY_ROW, "Tanks");
  wait_for (fixture, GTK_TYPE_BUTTON, "Undo New Story");
  gtk_widget_activate_action (fixture->window, "win.undo", NULL);
  while (cut_test_find (fixture->window, CUT_TYPE_LIBRARY_ROW, "Tanks") != NULL)
    g_main_context_iteration (NULL, TRUE);
  wait_for (fixture, GTK_TYPE_BUTTON, "Redo New Story");
}

static void
test_views (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const views[] = { "all", "claims", "sources", "entities", "trash", "inbox" };

  if (!cut_test_have_display ())
    return;
  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *last = NULL;

      gtk_widget_activate_action (fixture->window, "win.view", "s", views[i]);
      cut_test_iterate ();
      last = cut_settings_get_string (fixture->settings, "last-view");
      g_assert_cmpstr (last, ==, views[i]);
    }
}

/* No button of only a picture is without a name. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const names[] = { "Clip", "Sort", "Main Menu", "Article Menu", "Show Margin", "New Story", "New Tag",
                                       "Undo", "Redo", "Jobs" };

  if (!cut_test_have_display ())
    return;
  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_nonnull (cut_test_find (fixture->window, GTK_TYPE_WIDGET, names[i]));
    }
}

/* The narrowest window GNOME knows. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int minimum;

  if (!cut_test_have_display ())
    return;
  show (fixture);
  gtk_widget_measure (fixture->window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* Every key of the table stands in the shortcuts window. */
static void
test_shortcuts (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GBytes) overlay = g_resources_lookup_data ("/app/cuttings/Cuttings/gtk/help-overlay.ui", 0, NULL);
  guint n;
  const CutAccel *accels = cut_accels_get (&n);

  g_assert_nonnull (overlay);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (accels[i].keys[0], -1);

      g_test_message ("%s", accels[i].keys[0]);
      g_assert_nonnull (g_strstr_len (g_bytes_get_data (overlay, NULL), (gssize) g_bytes_get_size (overlay), escaped));
    }
}

/* Returns: (transfer full) (nullable): none where there is no display */
static AdwApplication *
make_application (void)
{
  AdwApplication *application;
  g_autoptr (GError) error = NULL;

  if (!gtk_init_check ())
    return NULL;
  application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = make_application ();
  g_test_add ("/ui/window/clip", Fixture, application, set_up, test_clip, tear_down);
  g_test_add ("/ui/window/paste-text", Fixture, application, set_up, test_paste_text, tear_down);
  g_test_add ("/ui/window/paste-html", Fixture, application, set_up, test_paste_html, tear_down);
  g_test_add ("/ui/window/open-file", Fixture, application, set_up, test_open_file, tear_down);
  g_test_add ("/ui/window/undo", Fixture, application, set_up, test_undo, tear_down);
  g_test_add ("/ui/window/views", Fixture, application, set_up, test_views, tear_down);
  g_test_add ("/ui/window/names", Fixture, application, set_up, test_names, tear_down);
  g_test_add ("/ui/window/narrow", Fixture, application, set_up, test_narrow, tear_down);
  g_test_add ("/ui/window/shortcuts", Fixture, application, set_up, test_shortcuts, tear_down);
  return g_test_run ();
}
