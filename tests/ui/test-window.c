/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-accels.h"
#include "cut-clip-list.h"
#include "cut-clip-row.h"
#include "cut-error.h"
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

/* Before the notebook is open the window stands, as it was left, and does nothing. */
static void
test_before_notebook (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (CutClipResult) clipped = NULL;
  g_autofree char *last = NULL;
  GtkWidget *list;

  if (!cut_test_have_display ())
    return;
  clipped = cut_test_clip_text (fixture->notebook.notebook, CUT_TEST_ARTICLE);
  fixture->settings = cut_settings_new ();
  cut_settings_set_string (fixture->settings, "last-view", "all");
  cut_settings_set_string (fixture->settings, "last-clip", cut_record_get_id (clipped->clip));
  fixture->window = cut_window_new (GTK_APPLICATION (fixture->application), NULL, fixture->settings);
  gtk_window_present (GTK_WINDOW (fixture->window));
  cut_test_iterate ();
  g_assert_true (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (wait_for (fixture, CUT_TYPE_LIBRARY_ROW, "All"))));
  g_assert_null (cut_test_find (fixture->window, CUT_TYPE_CLIP_ROW, NULL));
  gtk_widget_activate_action (fixture->window, "win.view", "s", "claims");
  gtk_widget_activate_action (fixture->window, "win.undo", NULL);
  gtk_widget_activate_action (fixture->window, "win.preferences", NULL);
  list = cut_window_get_list (CUT_WINDOW (fixture->window));
  cut_clip_list_set_search (CUT_CLIP_LIST (list), "Berg");
  cut_test_iterate ();
  last = cut_settings_get_string (fixture->settings, "last-view");
  g_assert_cmpstr (last, ==, "all");
  cut_window_set_notebook (CUT_WINDOW (fixture->window), fixture->notebook.notebook);
  wait_for (fixture, CUT_TYPE_CLIP_ROW, NULL);
  /* What was typed meanwhile counts. */
  g_assert_cmpstr (cut_clip_list_get_search (CUT_CLIP_LIST (list)), ==, "Berg");
  g_assert_cmpstr (cut_record_get_id (wait_for_reading (fixture)->clip), ==, cut_record_get_id (clipped->clip));
}

typedef struct
{
  GtkWidget *window;
  const char *clip;
  gboolean chosen; /* a row was chosen before the window had its notebook */
  gboolean ready;
} Beginning;

/* Who is quick clicks the first row at once. */
static void
choose_early_cb (GtkWidget *list,
                 Beginning *beginning)
{
  g_signal_handlers_disconnect_by_func (list, choose_early_cb, beginning);
  g_assert_false (cut_window_is_ready (CUT_WINDOW (beginning->window)));
  g_signal_emit_by_name (list, "open", beginning->clip, FALSE);
  beginning->chosen = TRUE;
}

static void
ready_cb (Beginning *beginning)
{
  g_assert_true (cut_window_is_ready (CUT_WINDOW (beginning->window)));
  beginning->ready = TRUE;
}

/* The list stands before anything else of the notebook is read; what is chosen in it then is opened when the reader is there. */
static void
test_list_first (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (CutClipResult) clipped = NULL;
  Beginning beginning = { NULL, NULL, FALSE, FALSE };

  if (!cut_test_have_display ())
    return;
  clipped = cut_test_clip_text (fixture->notebook.notebook, CUT_TEST_ARTICLE);
  fixture->settings = cut_settings_new ();
  cut_settings_set_string (fixture->settings, "last-view", "all");
  fixture->window = cut_window_new (GTK_APPLICATION (fixture->application), NULL, fixture->settings);
  beginning.window = fixture->window;
  beginning.clip = cut_record_get_id (clipped->clip);
  g_signal_connect (cut_window_get_list (CUT_WINDOW (fixture->window)), "filled", G_CALLBACK (choose_early_cb), &beginning);
  g_signal_connect_swapped (fixture->window, "ready", G_CALLBACK (ready_cb), &beginning);
  gtk_window_present (GTK_WINDOW (fixture->window));
  cut_window_take_notebook (CUT_WINDOW (fixture->window), fixture->notebook.notebook);
  g_assert_false (cut_window_is_ready (CUT_WINDOW (fixture->window)));
  cut_test_wait (&beginning.ready);
  g_assert_true (beginning.chosen);
  g_assert_cmpstr (cut_record_get_id (wait_for_reading (fixture)->clip), ==, beginning.clip);
}

/* Somebody looks at why it failed, mends it, and goes on in the same window. */
static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (CUT_ERROR, CUT_ERROR_CORRUPT, "The <disk> is full");

  if (!cut_test_have_display ())
    return;
  fixture->settings = cut_settings_new ();
  fixture->window = cut_window_new (GTK_APPLICATION (fixture->application), NULL, fixture->settings);
  gtk_window_present (GTK_WINDOW (fixture->window));
  cut_window_show_failure (CUT_WINDOW (fixture->window), error);
  cut_test_iterate ();
  g_assert_nonnull (cut_test_find (fixture->window, GTK_TYPE_LABEL, "The <disk> is full"));
  g_assert_null (cut_test_find (fixture->window, CUT_TYPE_LIBRARY_ROW, NULL));
  cut_window_set_notebook (CUT_WINDOW (fixture->window), fixture->notebook.notebook);
  cut_test_iterate ();
  g_assert_null (cut_test_find (fixture->window, GTK_TYPE_LABEL, "The <disk> is full"));
  wait_for (fixture, CUT_TYPE_LIBRARY_ROW, "All");
}

/* The shortcuts window: its keys, in GTK's spelling, and which of its groups name them. */

static void
add_shown (GHashTable *shown,
           const char *accelerator)
{
  guint keyval;
  GdkModifierType modifiers;

  gtk_accelerator_parse (accelerator, &keyval, &modifiers);
  if (keyval != 0)
    g_hash_table_add (shown, gtk_accelerator_name (keyval, modifiers));
}

/* "F3 <Control>g" are two, "<Alt>1...4" are four. */
static void
add_shown_of (GHashTable *shown,
              GObject    *shortcut)
{
  g_autofree char *accelerators = NULL;
  g_auto (GStrv) words = NULL;

  g_object_get (shortcut, "accelerator", &accelerators, NULL);
  words = g_strsplit (accelerators != NULL ? accelerators : "", " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *dots = strstr (words[i], "...");

      if (dots == NULL || dots == words[i])
        {
          add_shown (shown, words[i]);
          continue;
        }
      *dots = '\0';
      for (char last = dots[3]; dots[-1] <= last; dots[-1]++)
        add_shown (shown, words[i]);
    }
}

/* @title: (nullable): only of the group that is called so */
static GHashTable *
get_shown (const char *title)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/app/cuttings/Cuttings/gtk/help-overlay.ui");
  g_autoptr (GSList) objects = gtk_builder_get_objects (builder);
  GHashTable *shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (GSList *link = objects; link != NULL; link = link->next)
    if (GTK_IS_SHORTCUTS_SHORTCUT (link->data))
      {
        GtkWidget *group = gtk_widget_get_ancestor (link->data, GTK_TYPE_SHORTCUTS_GROUP);
        g_autofree char *name = NULL;

        g_object_get (group, "title", &name, NULL);
        if (title == NULL || g_strcmp0 (name, title) == 0)
          add_shown_of (shown, link->data);
      }
  for (GSList *link = objects; link != NULL; link = link->next)
    if (GTK_IS_SHORTCUTS_WINDOW (link->data))
      gtk_window_destroy (link->data);
  return shown;
}

static void
assert_shown (GHashTable     *shown,
              const CutAccel *accels,
              guint           n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < G_N_ELEMENTS (accels[i].keys) && accels[i].keys[j] != NULL; j++)
      {
        guint keyval;
        GdkModifierType modifiers;
        g_autofree char *name = NULL;

        gtk_accelerator_parse (accels[i].keys[j], &keyval, &modifiers);
        name = gtk_accelerator_name (keyval, modifiers);
        g_test_message ("%s of %s", name, accels[i].action);
        g_assert_true (g_hash_table_contains (shown, name));
      }
}

static void
add_accels (GHashTable     *known,
            const CutAccel *accels,
            guint           n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < G_N_ELEMENTS (accels[i].keys) && accels[i].keys[j] != NULL; j++)
      add_shown (known, accels[i].keys[j]);
}

/* Each key of the whole window stands in the shortcuts window, and what stands there as such is one. */
static void
test_shortcuts (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const groups[] = { "General", "Clipping", "Bundles", "Places" };
  g_autoptr (GHashTable) shown = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n, n_keys;
  const CutAccel *accels = cut_accels_get (&n);
  const CutAccel *keys = cut_accels_get_keys (&n_keys);

  if (!cut_test_have_display ())
    return;
  shown = get_shown (NULL);
  assert_shown (shown, accels, n);
  assert_shown (shown, keys, n_keys);
  add_accels (known, accels, n);
  add_accels (known, keys, n_keys);
  /* These are GTK's. */
  add_shown (known, "F10");
  add_shown (known, "<Control>question");
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (GHashTable) of_group = get_shown (groups[i]);
      GHashTableIter iter;
      gpointer name;

      g_assert_cmpuint (g_hash_table_size (of_group), >, 0);
      g_hash_table_iter_init (&iter, of_group);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        {
          g_test_message ("%s in %s", (char *) name, groups[i]);
          g_assert_true (g_hash_table_contains (known, name));
        }
    }
}

/* Keys of the parts of the window: of each act at least one. */

static gboolean
is_shown (GHashTable         *shown,
          GtkShortcutTrigger *trigger)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return is_shown (shown, gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)))
           || is_shown (shown, gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)));
  if (GTK_IS_KEYVAL_TRIGGER (trigger))
    {
      g_autofree char *name = gtk_accelerator_name (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                                                    gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)));

      return g_hash_table_contains (shown, name);
    }
  return FALSE;
}

/* @acts: name of an action with what is given to it → whether a key of it is shown */
static void
gather_acts (GListModel *shortcuts,
             GHashTable *shown,
             GHashTable *acts)
{
  static const char *const ours[] = { "win.", "reader.", "clips.", "changes.", "entity.", "check-list.", "library." };

  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);
      GVariant *arguments = gtk_shortcut_get_arguments (shortcut);
      const char *name = GTK_IS_NAMED_ACTION (action) ? gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)) : "";

      for (guint j = 0; j < G_N_ELEMENTS (ours); j++)
        if (g_str_has_prefix (name, ours[j]))
          {
            char *given = arguments != NULL ? g_variant_print (arguments, FALSE) : g_strdup ("");
            char *act = g_strdup_printf ("%s %s", name, given);
            gboolean before = GPOINTER_TO_INT (g_hash_table_lookup (acts, act));

            g_free (given);
            g_hash_table_insert (acts, act, GINT_TO_POINTER (before || is_shown (shown, gtk_shortcut_get_trigger (shortcut))));
          }
    }
}

static void
gather_acts_of (GtkWidget  *widget,
                GHashTable *shown,
                GHashTable *acts)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        gather_acts (G_LIST_MODEL (controller), shown, acts);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gather_acts_of (child, shown, acts);
}

static void
test_part_shortcuts (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char *const views[] = { "claims", "check-list", "sources", "entities", "timeline", "all" };
  g_autoptr (GHashTable) shown = NULL;
  g_autoptr (GHashTable) acts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer act, is;

  if (!cut_test_have_display ())
    return;
  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_widget_activate_action (fixture->window, "win.view", "s", views[i]);
  shown = get_shown (NULL);
  gather_acts_of (fixture->window, shown, acts);
  g_assert_true (g_hash_table_contains (acts, "reader.find-next "));
  g_assert_true (g_hash_table_contains (acts, "clips.delete "));
  g_hash_table_iter_init (&iter, acts);
  while (g_hash_table_iter_next (&iter, &act, &is))
    {
      g_test_message ("%s", (char *) act);
      g_assert_true (GPOINTER_TO_INT (is));
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
  g_test_add ("/ui/window/before-notebook", Fixture, application, set_up, test_before_notebook, tear_down);
  g_test_add ("/ui/window/list-first", Fixture, application, set_up, test_list_first, tear_down);
  g_test_add ("/ui/window/failure", Fixture, application, set_up, test_failure, tear_down);
  g_test_add ("/ui/window/shortcuts", Fixture, application, set_up, test_shortcuts, tear_down);
  g_test_add ("/ui/window/part-shortcuts", Fixture, application, set_up, test_part_shortcuts, tear_down);
  return g_test_run ();
}
