/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-timeline-row.h"

#include <glib/gi18n-lib.h>

#include "cut-compat.h"
#include "cut-timeline-sign.h"
#include "cut-timeline-words.h"

typedef struct
{
  GtkWidget *sign;
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *date;   /* (nullable) */
  GtkWidget *button; /* (nullable) */
} Parts;

typedef struct
{
  CutTimelineGive give; /* (nullable) */
  gpointer user_data;
} Giving;

static GtkWidget *
make_label (GtkWidget  *box,
            const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, style);
    }
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
give_cb (GtkWidget   *button,
         GtkListItem *list_item)
{
  Giving *giving = g_object_get_data (G_OBJECT (button), "giving");
  CutTimelineEntry *entry = gtk_list_item_get_item (list_item);

  if (entry != NULL)
    giving->give (cut_timeline_entry_get_item (entry), button, giving->user_data);
}

static GtkWidget *
make_button (Giving      *giving,
             GtkListItem *list_item)
{
  GtkWidget *button = gtk_button_new ();

  cut_button_set_label (GTK_BUTTON (button), _("Set _Date…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "giving", giving);
  g_signal_connect_object (button, "clicked", G_CALLBACK (give_cb), list_item, 0);
  return button;
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           Giving                   *giving)
{
  Parts *parts = g_new0 (Parts, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  parts->sign = cut_timeline_sign_new (CUT_TIMELINE_FACT);
  parts->title = make_label (words, NULL);
  parts->detail = make_label (words, "dim-label");
  if (giving->give == NULL)
    {
      parts->date = make_label (words, "numeric");
      gtk_box_reorder_child_after (GTK_BOX (words), parts->date, NULL);
    }
  else
    parts->button = make_button (giving, list_item);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), parts->sign);
  gtk_box_append (GTK_BOX (box), words);
  if (parts->button != NULL)
    gtk_box_append (GTK_BOX (box), parts->button);
  gtk_widget_add_css_class (box, "timeline-row");
  g_object_set_data_full (G_OBJECT (list_item), "parts", parts, g_free);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  Parts *parts = g_object_get_data (G_OBJECT (list_item), "parts");
  const CutTimelineItem *item = cut_timeline_entry_get_item (gtk_list_item_get_item (list_item));
  GtkWidget *holder = gtk_widget_get_parent (gtk_list_item_get_child (list_item));
  g_autofree char *detail = cut_timeline_item_get_detail (item);
  g_autofree char *words = cut_timeline_item_describe (item);
  g_autofree char *date = cut_timeline_item_get_date_text (item);

  cut_timeline_sign_set_kind (parts->sign, item->kind);
  gtk_label_set_label (GTK_LABEL (parts->title), item->title);
  gtk_widget_set_tooltip_text (parts->title, item->title);
  gtk_label_set_label (GTK_LABEL (parts->detail), detail);
  if (parts->date != NULL)
    gtk_label_set_label (GTK_LABEL (parts->date), date);
  if (holder != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

GtkListItemFactory *
cut_timeline_row_factory_new (CutTimelineGive give,
                              gpointer        user_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Giving *giving = g_new0 (Giving, 1);

  *giving = (Giving) { give, user_data };
  g_object_set_data_full (G_OBJECT (factory), "giving", giving, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), giving);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}
