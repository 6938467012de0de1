/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

GtkWidget *
cut_heading_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static gboolean
begin_idle_cb (gpointer user_data)
{
  g_autoptr (GtkScrolledWindow) scrolled = user_data;
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (scrolled);

  if (gtk_widget_get_direction (GTK_WIDGET (scrolled)) == GTK_TEXT_DIR_RTL)
    gtk_adjustment_set_value (across, gtk_adjustment_get_upper (across));
  return G_SOURCE_REMOVE;
}

/* Once it has a width; what is allocated just now is not to be scrolled meanwhile. */
static void
begin_cb (GtkAdjustment     *across,
          GtkScrolledWindow *scrolled)
{
  if (gtk_adjustment_get_page_size (across) <= 0)
    return;
  g_signal_handlers_disconnect_by_func (across, begin_cb, scrolled);
  g_idle_add_full (GTK_PRIORITY_RESIZE, begin_idle_cb, g_object_ref (scrolled), NULL);
}

void
cut_scrolled_begin_at_start (GtkScrolledWindow *scrolled)
{
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (scrolled), "changed", G_CALLBACK (begin_cb), scrolled, 0);
}

GtkWidget *
cut_labelled_row_new (const char *title,
                      GtkWidget  *editor)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), editor);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "field");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), editor);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

GtkWidget *
cut_passage_button_new (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("find-location-symbolic");

  gtk_widget_set_tooltip_text (button, _("Show the Passage"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show the Passage"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static gboolean
same_at (GListStore    *store,
         guint          place,
         gconstpointer  fresh,
         GEqualFunc     same)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), place);

  return same (item, fresh);
}

void
cut_list_store_take (GListStore *store,
                     GPtrArray  *fresh,
                     GEqualFunc  same)
{
  guint old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint least = MIN (old, fresh->len);
  guint head = 0;
  guint tail = 0;

  while (head < least && same_at (store, head, g_ptr_array_index (fresh, head), same))
    head++;
  while (head + tail < least && same_at (store, old - tail - 1, g_ptr_array_index (fresh, fresh->len - tail - 1), same))
    tail++;
  if (old - head - tail > 0 || fresh->len - head - tail > 0)
    g_list_store_splice (store, head, old - head - tail, fresh->pdata + head, fresh->len - head - tail);
}

GtkWidget *
cut_widget_next_below (GtkWidget *widget,
                       GtkWidget *root)
{
  if (gtk_widget_get_first_child (widget) != NULL)
    return gtk_widget_get_first_child (widget);
  while (widget != root && gtk_widget_get_next_sibling (widget) == NULL)
    widget = gtk_widget_get_parent (widget);
  return widget != root ? gtk_widget_get_next_sibling (widget) : NULL;
}
