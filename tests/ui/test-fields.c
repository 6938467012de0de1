/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-attribution-editor.h"
#include "cut-attribution.h"
#include "cut-claim.h"
#include "cut-clip.h"
#include "cut-completing-entry.h"
#include "cut-record-form.h"
#include "cut-search-chip.h"
#include "cut-search-chips.h"
#include "cut-source.h"
#include "cut-test-notebook.h"
#include "cut-test-widgets.h"

/* A form in a window, and the record it edits. */
typedef struct
{
  CutTestNotebook notebook;
  GtkWidget *window;
  GtkWidget *form;
} Fixture;

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
}

static void
show (Fixture   *fixture,
      GtkWidget *form)
{
  fixture->window = gtk_window_new ();
  fixture->form = form;
  gtk_window_set_child (GTK_WINDOW (fixture->window), form);
  gtk_window_present (GTK_WINDOW (fixture->window));
  cut_test_iterate ();
}

static void
wait_for_act (Fixture *fixture)
{
  guint before = fixture->notebook.n_signals;

  while (fixture->notebook.n_signals == before)
    g_main_context_iteration (NULL, TRUE);
}

static CutRecord *
show_claim (Fixture *fixture)
{
  static const char *const fields[] = { "text", "status", "fact_date", "place", "checkable", "tags", NULL };
  g_autoptr (CutRecord) claim = cut_record_new (CUT_KIND_CLAIM, "text", "The tank leaked", NULL);

  cut_test_commit_one (fixture->notebook.notebook, "New Claim", g_object_ref (claim));
  show (fixture, cut_record_form_new (fixture->notebook.notebook, CUT_KIND_CLAIM, fields));
  cut_record_form_set_record (CUT_RECORD_FORM (fixture->form), claim);
  cut_test_iterate ();
  return g_steal_pointer (&claim);
}

static CutRecord *
get (Fixture   *fixture,
     CutRecord *record)
{
  return cut_notebook_get (fixture->notebook.notebook, cut_record_get_id (record), NULL);
}

static void
test_word (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (CutRecord) claim = NULL;
  g_autoptr (CutRecord) changed = NULL;
  GtkWidget *status;

  if (!cut_test_have_display ())
    return;
  claim = show_claim (fixture);
  status = cut_test_find (fixture->form, GTK_TYPE_DROP_DOWN, "Status");
  g_assert_nonnull (status);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (status)), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (status), 4);
  wait_for_act (fixture);
  changed = get (fixture, claim);
  g_assert_cmpstr (cut_claim_get_status (CUT_CLAIM (changed)), ==, "disputed");
  g_assert_cmpstr (cut_notebook_get_undo_label (fixture->notebook.notebook), ==, "Edit Claim");
}

/* What is no date is refused in place; what is one is stored. */
static void
test_date (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (CutRecord) claim = NULL;
  g_autoptr (CutRecord) changed = NULL;
  GtkWidget *date;
  guint before;

  if (!cut_test_have_display ())
    return;
  claim = show_claim (fixture);
  date = cut_test_find (fixture->form, GTK_TYPE_ENTRY, "Date of the fact");
  before = fixture->notebook.n_signals;
  gtk_editable_set_text (GTK_EDITABLE (date), "last Thursday");
  g_signal_emit_by_name (date, "activate");
  cut_test_iterate ();
  g_assert_cmpuint (fixture->notebook.n_signals, ==, before);
  g_assert_true (gtk_widget_has_css_class (date, "error"));
  gtk_editable_set_text (GTK_EDITABLE (date), "2018-03");
  g_signal_emit_by_name (date, "activate");
  wait_for_act (fixture);
  changed = get (fixture, claim);
  g_assert_cmpstr (cut_date_get_value (cut_claim_get_fact_date (CUT_CLAIM (changed))), ==, "2018-03");
  g_assert_false (gtk_widget_has_css_class (date, "error"));
}

/* Two edits before the first is written: none is lost. */
static void
test_quick_edits (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (CutRecord) claim = NULL;
  g_autoptr (CutRecord) changed = NULL;
  GtkWidget *place, *checkable;
  guint before;

  if (!cut_test_have_display ())
    return;
  claim = show_claim (fixture);
  place = cut_test_find (fixture->form, GTK_TYPE_ENTRY, "Place");
  checkable = cut_test_find (fixture->form, GTK_TYPE_SWITCH, "Can be checked");
  before = fixture->notebook.n_signals;
  gtk_editable_set_text (GTK_EDITABLE (place), "Norrvik");
  g_signal_emit_by_name (place, "activate");
  gtk_switch_set_active (GTK_SWITCH (checkable), !gtk_switch_get_active (GTK_SWITCH (checkable)));
  while (fixture->notebook.n_signals < before + 2)
    g_main_context_iteration (NULL, TRUE);
  changed = get (fixture, claim);
  g_assert_cmpstr (cut_claim_get_place (CUT_CLAIM (changed)), ==, "Norrvik");
  g_assert_cmpint (cut_claim_get_checkable (CUT_CLAIM (changed)), !=, cut_claim_get_checkable (CUT_CLAIM (claim)));
}

/* What changes elsewhere shows, but does not take away what is being typed in another field. */
static void
test_follow (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (CutRecord) claim = NULL;
  GtkWidget *place, *date;

  if (!cut_test_have_display ())
    return;
  claim = show_claim (fixture);
  place = cut_test_find (fixture->form, GTK_TYPE_ENTRY, "Place");
  date = cut_test_find (fixture->form, GTK_TYPE_ENTRY, "Date of the fact");
  gtk_editable_set_text (GTK_EDITABLE (date), "20");
  cut_test_commit_one (fixture->notebook.notebook, "Edit", cut_record_with (claim, "place", "Bergen", NULL));
  while (strcmp (gtk_editable_get_text (GTK_EDITABLE (place)), "Bergen") != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (date)), ==, "20");
}

static CutRecord *
show_attribution (Fixture *fixture)
{
  g_autoptr (CutRecord) claim = cut_record_new (CUT_KIND_CLAIM, "text", "The tank leaked", NULL);
  g_autoptr (CutRecord) attribution = cut_record_new (CUT_KIND_ATTRIBUTION, "claim", cut_record_get_id (claim), NULL);

  cut_test_commit_one (fixture->notebook.notebook, "New Claim", g_object_ref (claim));
  cut_test_commit_one (fixture->notebook.notebook, "New Attribution", g_object_ref (attribution));
  show (fixture, cut_attribution_editor_new (fixture->notebook.notebook));
  cut_attribution_editor_set_attribution (CUT_ATTRIBUTION_EDITOR (fixture->form), attribution);
  cut_test_iterate ();
  return g_steal_pointer (&attribution);
}

/* Enter in the source field makes a new source; a name that is known finds the one that has it, in whatever case. */
static void
test_new_source (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (CutRecord) attribution = NULL;
  g_autoptr (CutRecord) changed = NULL;
  g_autoptr (CutRecord) source = NULL;
  g_autoptr (CutRecord) known = NULL;
  GtkWidget *entry, *via;

  if (!cut_test_have_display ())
    return;
  attribution = show_attribution (fixture);
  entry = cut_test_find (fixture->form, GTK_TYPE_ENTRY, "Source");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Harbour board");
  g_signal_emit_by_name (entry, "activate");
  wait_for_act (fixture);
  changed = get (fixture, attribution);
  source = cut_notebook_get (fixture->notebook.notebook, cut_attribution_get_source (CUT_ATTRIBUTION (changed)), NULL);
  g_assert_cmpstr (cut_source_get_label (CUT_SOURCE (source)), ==, "Harbour board");

  known = cut_record_new (CUT_KIND_SOURCE, "label", "Port office", NULL);
  cut_test_commit_one (fixture->notebook.notebook, "New Source", known);
  via = cut_test_find (fixture->form, GTK_TYPE_ENTRY, "Via");
  gtk_editable_set_text (GTK_EDITABLE (via), "port OFFICE");
  g_signal_emit_by_name (via, "activate");
  wait_for_act (fixture);
  g_assert_cmpuint (cut_test_count (fixture->notebook.notebook, CUT_KIND_SOURCE), ==, 2);
}

/* The chain a claim came through keeps its order; a new outlet is a publication. */
static void
test_via (Fixture       *fixture,
          gconstpointer  data)
{
  static const char *const outlets[] = { "The Bay", "Coast Wire" };
  g_autoptr (CutRecord) attribution = NULL;
  g_autoptr (CutRecord) changed = NULL;
  g_autoptr (CutRecord) second = NULL;
  const char *const *via;

  if (!cut_test_have_display ())
    return;
  attribution = show_attribution (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (outlets); i++)
    {
      GtkWidget *entry = cut_test_find (fixture->form, GTK_TYPE_ENTRY, "Via");

      gtk_editable_set_text (GTK_EDITABLE (entry), outlets[i]);
      g_signal_emit_by_name (entry, "activate");
      wait_for_act (fixture);
    }
  changed = get (fixture, attribution);
  via = cut_attribution_get_via (CUT_ATTRIBUTION (changed));
  g_assert_cmpuint (g_strv_length ((char **) via), ==, 2);
  second = cut_notebook_get (fixture->notebook.notebook, via[1], NULL);
  g_assert_cmpstr (cut_source_get_label (CUT_SOURCE (second)), ==, "Coast Wire");
  g_assert_cmpstr (cut_source_get_kind (CUT_SOURCE (second)), ==, "publication");
  g_assert_nonnull (cut_test_find (fixture->form, GTK_TYPE_BUTTON, "Remove The Bay"));
}

static int
get_chips_width (CutSearchChips *row,
                 const char     *search)
{
  g_autoptr (GPtrArray) chips = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_search_chip_free);
  int caret = -1;
  g_autofree char *left = cut_search_split (search, &caret, chips);
  int natural;

  cut_search_chips_show (row, chips);
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The list would else take room from the text with each filter of a search. */
static void
test_chips_width (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (CutSearchChips) row = NULL;
  int width;

  if (!cut_test_have_display ())
    return;
  row = CUT_SEARCH_CHIPS (g_object_ref_sink (cut_search_chips_new ()));
  width = get_chips_width (row, "tag:harbour");
  g_assert_cmpint (width, >, 0);
  g_assert_cmpint (get_chips_width (row, "tag:harbour -tag:harbour tag:harbour tag:harbour"), <, 2 * width);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/fields/word", Fixture, NULL, set_up, test_word, tear_down);
  g_test_add ("/ui/fields/date", Fixture, NULL, set_up, test_date, tear_down);
  g_test_add ("/ui/fields/quick-edits", Fixture, NULL, set_up, test_quick_edits, tear_down);
  g_test_add ("/ui/fields/follow", Fixture, NULL, set_up, test_follow, tear_down);
  g_test_add ("/ui/fields/new-source", Fixture, NULL, set_up, test_new_source, tear_down);
  g_test_add ("/ui/fields/via", Fixture, NULL, set_up, test_via, tear_down);
  g_test_add ("/ui/fields/chips-width", Fixture, NULL, set_up, test_chips_width, tear_down);
  return g_test_run ();
}
