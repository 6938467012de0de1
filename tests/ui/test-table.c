/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-claim-table.h"
#include "cut-compat.h"
#include "cut-test-widgets.h"

/* A table that is wider than its place. */

#define COLUMNS 4
#define COLUMN_WIDTH 200
#define WINDOW_WIDTH 300

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  name)
{
  gtk_list_item_set_child (item, gtk_label_new (name));
}

static void
add_column (GtkColumnView *table,
            const char    *name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (NULL, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), (gpointer) name);
  gtk_column_view_column_set_fixed_width (column, COLUMN_WIDTH);
  gtk_column_view_append_column (table, column);
}

static GtkWidget *
show (GtkTextDirection   direction,
      GtkWidget        **table)
{
  static const char *const names[COLUMNS] = { "first", "second", "third", "fourth" };
  static const char *const rows[] = { "a row", NULL };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_set_default_direction (direction);
  *table = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (gtk_string_list_new (rows)))));
  cut_table_start_at_beginning (GTK_COLUMN_VIEW (*table));
  for (guint i = 0; i < COLUMNS; i++)
    add_column (GTK_COLUMN_VIEW (*table), names[i]);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), *table);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (window), WINDOW_WIDTH, 200);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_adjustment_get_upper (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (*table))) < COLUMNS * COLUMN_WIDTH)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static gboolean
is_in_view (GtkWidget  *table,
            const char *name)
{
  GtkWidget *label = cut_test_find (table, GTK_TYPE_LABEL, name);
  graphene_rect_t bounds;

  return label != NULL && gtk_widget_compute_bounds (label, table, &bounds) && bounds.origin.x >= 0
         && bounds.origin.x + bounds.size.width <= gtk_widget_get_width (table);
}

static void
test_beginning (gconstpointer direction)
{
  GtkTextDirection before = gtk_widget_get_default_direction ();
  GtkWidget *window, *table;

  if (!cut_test_have_display ())
    return;
  window = show ((GtkTextDirection) GPOINTER_TO_INT (direction), &table);
  while (!is_in_view (table, "first"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_in_view (table, "fourth"));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (before);
}

/* What somebody scrolled to stays when the table gets another size. */
static void
test_scrolled (void)
{
  GtkTextDirection before = gtk_widget_get_default_direction ();
  GtkAdjustment *adjustment;
  GtkWidget *window, *table;

  if (!cut_test_have_display ())
    return;
  window = show (GTK_TEXT_DIR_RTL, &table);
  adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (table));
  gtk_adjustment_set_value (adjustment, 0);
  while (!is_in_view (table, "fourth"))
    g_main_context_iteration (NULL, TRUE);
  add_column (GTK_COLUMN_VIEW (table), "fifth");
  while (gtk_adjustment_get_upper (adjustment) < (COLUMNS + 1) * COLUMN_WIDTH || !is_in_view (table, "fourth"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_in_view (table, "fifth"));
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_widget_set_default_direction (before);
}

static void
assert_columns (GtkColumnView *table,
                guint          letters,
                const char    *expected)
{
  GListModel *columns = gtk_column_view_get_columns (table);
  g_autoptr (GString) shown = g_string_new (NULL);

  cut_claim_table_fit (table, letters);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_string_append_printf (shown, "%s%s", shown->len > 0 ? " " : "", gtk_column_view_column_get_title (column));
    }
  g_assert_cmpstr (shown->str, ==, expected);
}

/* A column that would be cut is left out: in a window as wide as a telephone's, and at twice the size of text. */
static void
test_claims (void)
{
  GtkWidget *table;

  if (!cut_test_have_display ())
    return;
  table = g_object_ref_sink (gtk_column_view_new (NULL));
  cut_claim_table_fill (GTK_COLUMN_VIEW (table));
  assert_columns (GTK_COLUMN_VIEW (table), 27, "Claim Status");
  assert_columns (GTK_COLUMN_VIEW (table), 45, "Claim Status Origins");
  assert_columns (GTK_COLUMN_VIEW (table), 70, "Claim Status Origins Gaps");
  assert_columns (GTK_COLUMN_VIEW (table), 300, "Claim Status Origins Gaps Stances Importance Date Story Last Check");
  g_object_unref (table);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/table/left-to-right", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_beginning);
  g_test_add_data_func ("/table/right-to-left", GINT_TO_POINTER (GTK_TEXT_DIR_RTL), test_beginning);
  g_test_add_func ("/table/scrolled", test_scrolled);
  g_test_add_func ("/table/claims", test_claims);
  return g_test_run ();
}
