/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "cut-entity-page.h"
#include "cut-test-notebook.h"
#include "cut-test-widgets.h"

/* The page of an entity in states that are not the usual one: merged into another, of a notebook that cannot be changed,
 * confidential, and longer than anybody would write it. */

#define NARROW 360 /* pixels */
#define LONG 1000000

typedef struct
{
  CutTestNotebook notebook;
  GtkWidget *window;
  GtkWidget *page;
  char *opened; /* the entity that somebody asked to see */
} Fixture;

static void
show_entity_cb (Fixture  *fixture,
                GVariant *parameter)
{
  g_free (fixture->opened);
  fixture->opened = g_variant_dup_string (parameter, NULL);
}

static void
add_action (Fixture *fixture)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-entity", G_VARIANT_TYPE_STRING);

  g_signal_connect_swapped (action, "activate", G_CALLBACK (show_entity_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

static CutRecord *
add_entity (Fixture    *fixture,
            const char *name,
            const char *summary,
            const char *sensitivity)
{
  CutRecord *entity = cut_record_new (CUT_KIND_ENTITY, "schema", "Person", "name", name, "summary", summary, "sensitivity", sensitivity, NULL);

  cut_test_commit_one (fixture->notebook.notebook, "Add", entity);
  return entity;
}

static void
show (Fixture   *fixture,
      CutRecord *entity)
{
  fixture->window = gtk_window_new ();
  fixture->page = cut_entity_page_new (fixture->notebook.notebook);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  add_action (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  cut_entity_page_show (CUT_ENTITY_PAGE (fixture->page), entity);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  cut_test_notebook_set_up (&fixture->notebook, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  cut_test_iterate ();
  cut_test_notebook_tear_down (&fixture->notebook, NULL);
  g_free (fixture->opened);
}

/* Waits for a widget that can be seen. */
static GtkWidget *
wait_for (Fixture    *fixture,
          GType       type,
          const char *name)
{
  GtkWidget *found;

  while ((found = cut_test_find (fixture->page, type, name)) == NULL || !gtk_widget_get_mapped (found))
    g_main_context_iteration (NULL, TRUE);
  return found;
}

static void
test_merged (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (CutRecord) berg = add_entity (fixture, "Jon Berg", NULL, NULL);
  g_autoptr (CutRecord) mayor = add_entity (fixture, "Mayor Berg", NULL, NULL);
  g_autoptr (CutRecord) merged = cut_record_with (mayor, "merged-into", cut_record_get_id (berg), NULL);
  g_autofree char *undone = NULL;
  GtkWidget *open;

  cut_test_commit_one (fixture->notebook.notebook, "Merge", merged);
  show (fixture, merged);
  wait_for (fixture, GTK_TYPE_LABEL, "Merged into Jon Berg.");
  open = gtk_widget_get_ancestor (wait_for (fixture, GTK_TYPE_LABEL, "Open"), GTK_TYPE_BUTTON);
  gtk_widget_activate (open);
  while (fixture->opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->opened, ==, cut_record_get_id (berg));

  /* Once it stands for itself again, nothing of that is left. */
  undone = cut_notebook_undo (fixture->notebook.notebook, NULL);
  while (gtk_widget_get_mapped (open))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (cut_test_find (fixture->page, GTK_TYPE_LABEL, "Merged into Jon Berg."));
}

/* Looked at, not changed: nothing on the page takes the focus to type, and no button promises an act. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const buttons[] = { "Add a Fact", "Add a Relation" };
  g_autoptr (CutRecord) berg = add_entity (fixture, "Jon Berg", "Chairs the harbour board.", NULL);
  GtkWidget *summary;

  cut_notebook_close (fixture->notebook.notebook);
  g_object_unref (fixture->notebook.notebook);
  cut_test_make_newer (fixture->notebook.path);
  fixture->notebook.notebook = cut_notebook_open (fixture->notebook.path, NULL, NULL);
  g_assert_true (cut_notebook_is_read_only (fixture->notebook.notebook));
  show (fixture, berg);
  summary = wait_for (fixture, GTK_TYPE_TEXT_VIEW, NULL);
  g_assert_false (gtk_widget_is_sensitive (summary));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    g_assert_false (gtk_widget_is_sensitive (wait_for (fixture, GTK_TYPE_BUTTON, buttons[i])));
}

static void
test_confidential (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (CutRecord) berg = add_entity (fixture, "Jon Berg", NULL, "confidential");

  show (fixture, berg);
  wait_for (fixture, GTK_TYPE_LABEL, "Person · Confidential");
}

static char *
get_text (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* A million letters, in words and in one. */
static void
check_long (Fixture    *fixture,
            const char *piece)
{
  g_autoptr (GString) summary = g_string_sized_new (LONG + 100);
  g_autoptr (CutRecord) berg = NULL;
  g_autofree char *shown = NULL;
  int width;

  while (summary->len < LONG)
    g_string_append (summary, piece);
  g_string_append_c (summary, '.');
  berg = add_entity (fixture, "Jon Berg", summary->str, NULL);
  show (fixture, berg);
  wait_for (fixture, GTK_TYPE_LABEL, "Jon Berg");
  shown = get_text (wait_for (fixture, GTK_TYPE_TEXT_VIEW, NULL));
  g_assert_cmpstr (shown, ==, summary->str);
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, NARROW);
}

static void
test_long (Fixture       *fixture,
           gconstpointer  data)
{
  check_long (fixture, data);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP There is no display\n");
      return 0;
    }
  adw_init ();
#define ADD(name, data, func) g_test_add ("/ui/entity-page/" name, Fixture, data, set_up, func, tear_down)
  ADD ("merged", NULL, test_merged);
  ADD ("read-only", NULL, test_read_only);
  ADD ("confidential", NULL, test_confidential);
  ADD ("long", "The harbour board met. ", test_long);
  ADD ("long-word", "harbour", test_long);
  return g_test_run ();
}
