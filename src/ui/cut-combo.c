/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-combo.h"

#define CHECK "check"
#define MOST_LETTERS 40 /* the longest of our own; a title may be longer */

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_LETTERS);
  return label;
}

static void
set_text (GtkWidget   *label,
          GtkListItem *list_item)
{
  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (gtk_list_item_get_item (list_item)));
}

static void
setup_shown_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item)
{
  gtk_list_item_set_child (list_item, make_label ());
}

static void
bind_shown_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  set_text (gtk_list_item_get_child (list_item), list_item);
}

/* In the list the one that is chosen has a sign. */

static void
update_check (AdwComboRow *row,
              GParamSpec  *pspec,
              GtkListItem *list_item)
{
  GtkWidget *check = g_object_get_data (G_OBJECT (list_item), CHECK);

  gtk_widget_set_opacity (check, adw_combo_row_get_selected_item (row) == gtk_list_item_get_item (list_item) ? 1 : 0);
}

static void
setup_listed_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", "object-select-symbolic", NULL);

  gtk_box_append (GTK_BOX (box), make_label ());
  gtk_box_append (GTK_BOX (box), check);
  g_object_set_data (G_OBJECT (list_item), CHECK, check);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_listed_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                AdwComboRow              *row)
{
  set_text (gtk_widget_get_first_child (gtk_list_item_get_child (list_item)), list_item);
  g_signal_connect_object (row, "notify::selected-item", G_CALLBACK (update_check), list_item, 0);
  update_check (row, NULL, list_item);
}

static void
unbind_listed_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *list_item,
                  AdwComboRow              *row)
{
  g_signal_handlers_disconnect_by_func (row, update_check, list_item);
}

void
cut_combo_row_show_whole (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) shown = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) listed = gtk_signal_list_item_factory_new ();

  g_signal_connect (shown, "setup", G_CALLBACK (setup_shown_cb), NULL);
  g_signal_connect (shown, "bind", G_CALLBACK (bind_shown_cb), NULL);
  g_signal_connect (listed, "setup", G_CALLBACK (setup_listed_cb), NULL);
  g_signal_connect_object (listed, "bind", G_CALLBACK (bind_listed_cb), row, 0);
  g_signal_connect_object (listed, "unbind", G_CALLBACK (unbind_listed_cb), row, 0);
  adw_combo_row_set_factory (row, shown);
  adw_combo_row_set_list_factory (row, listed);
}
