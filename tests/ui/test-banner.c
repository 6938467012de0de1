/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-accels.h"
#include "cut-capture.h"
#include "cut-clip-row.h"
#include "cut-clip.h"
#include "cut-reader-banner.h"
#include "cut-reader-view.h"
#include "cut-test-notebook.h"
#include "cut-test-widgets.h"
#include "cut-window.h"

/* A page that is no article, in the window: the list and the reader say so, and text can be pasted in its place. */

#define WALL \
  "<!doctype html><html><head><title>Just a moment...</title></head><body><p>Checking your browser.</p>" \
  "<form class=\"challenge-form\"></form></body></html>"

typedef struct
{
  CutTestNotebook notebook;
  CutSettings *settings;
  GtkWidget *window; /* NULL where there is no display */
  char *clip;
} Fixture;

static void
clip_page (Fixture    *fixture,
           const char *page)
{
  g_autoptr (CutClipRequest) request = cut_clip_request_new ();
  g_autoptr (CutClipResult) result = NULL;
  g_autoptr (GError) error = NULL;

  request->bytes = g_bytes_new (page, strlen (page));
  request->content_type = g_strdup ("text/html");
  request->url = g_strdup ("https://harbour.example/wall");
  request->how = g_strdup ("browser");
  result = cut_notebook_clip (fixture->notebook.notebook, request, NULL, &error);
  g_assert_no_error (error);
  fixture->clip = g_strdup (cut_record_get_id (result->clip));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  cut_test_notebook_set_up (&fixture->notebook, NULL);
  if (!cut_test_have_display ())
    return;
  clip_page (fixture, WALL);
  fixture->settings = cut_settings_new ();
  fixture->window = cut_window_new (GTK_APPLICATION ((gpointer) data), fixture->notebook.notebook, fixture->settings);
  gtk_window_present (GTK_WINDOW (fixture->window));
  cut_test_iterate ();
  gtk_widget_activate_action (fixture->window, "win.open-clip", "s", fixture->clip);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_close (GTK_WINDOW (fixture->window));
  cut_test_iterate ();
  g_clear_object (&fixture->settings);
  g_free (fixture->clip);
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

static CutReading *
get_reading (Fixture *fixture)
{
  GtkWidget *reader = cut_test_find (fixture->window, CUT_TYPE_READER_VIEW, NULL);

  return reader != NULL ? cut_reader_view_get_reading (CUT_READER_VIEW (reader)) : NULL;
}

/* The reader shows a capture that is @verdict. */
static void
wait_for_verdict (Fixture    *fixture,
                  const char *verdict)
{
  while (get_reading (fixture) == NULL ||
         g_strcmp0 (cut_capture_get_verdict (CUT_CAPTURE (get_reading (fixture)->capture)), verdict) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static char *
get_row_name (Fixture *fixture)
{
  CutRowItem *item = cut_clip_row_get_item (CUT_CLIP_ROW (wait_for (fixture, CUT_TYPE_CLIP_ROW, NULL)));

  return item != NULL && cut_row_item_get_row (item) != NULL ? cut_row_get_accessible_name (cut_row_item_get_row (item)) : NULL;
}

static void
wait_for_row (Fixture    *fixture,
              const char *words,
              gboolean    there)
{
  g_autofree char *name = get_row_name (fixture);

  while (name == NULL || (strstr (name, words) != NULL) != there)
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (name);
      name = get_row_name (fixture);
    }
}

static void
test_wall (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *banner;

  if (fixture->window == NULL)
    return;
  wait_for_verdict (fixture, "bot-wall");
  wait_for_row (fixture, "Access check, no article", TRUE);
  banner = wait_for (fixture, CUT_TYPE_READER_BANNER, NULL);
  g_assert_true (gtk_widget_get_mapped (banner));
  g_assert_nonnull (cut_test_find (banner, GTK_TYPE_LABEL, cut_capture_get_warning (CUT_CAPTURE (get_reading (fixture)->capture))));
  g_assert_nonnull (cut_test_find (banner, GTK_TYPE_BUTTON, "_Open in Browser"));
}

/* The pasted text is another capture of the same clip, whose headline was the wall's. */
static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *banner;

  if (fixture->window == NULL)
    return;
  wait_for_verdict (fixture, "bot-wall");
  banner = wait_for (fixture, CUT_TYPE_READER_BANNER, NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window), CUT_TEST_ARTICLE);
  g_signal_emit_by_name (cut_test_find (banner, GTK_TYPE_BUTTON, "_Paste Text"), "clicked");
  wait_for_verdict (fixture, NULL);
  g_assert_nonnull (strstr (get_reading (fixture)->text, "Jon Berg"));
  g_assert_cmpstr (cut_record_get_id (get_reading (fixture)->clip), ==, fixture->clip);
  g_assert_cmpuint (get_reading (fixture)->captures->len, ==, 2);
  g_assert_cmpstr (cut_clip_get_title (CUT_CLIP (get_reading (fixture)->clip)), ==, "Harbour board admits second leak");
  g_assert_cmpuint (cut_test_count (fixture->notebook.notebook, CUT_KIND_CLIP), ==, 1);
  g_assert_false (gtk_widget_get_visible (banner));
  wait_for_row (fixture, "Access check", FALSE);
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

#define TEST(name, func) g_test_add ("/ui/banner/" name, Fixture, application, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = make_application ();
  TEST ("wall", test_wall);
  TEST ("paste", test_paste);
  return g_test_run ();
}
