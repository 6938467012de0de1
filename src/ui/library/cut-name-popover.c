/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-name-popover.h"

typedef struct
{
  GtkWidget *popover;
  GtkWidget *entry;
  CutNamed named;
  gpointer user_data;
  GDestroyNotify destroy;
} Asked;

static void
asked_free (gpointer  data,
            GClosure *closure)
{
  Asked *asked = data;

  if (asked->destroy != NULL)
    asked->destroy (asked->user_data);
  g_free (asked);
}

static void
done_cb (GtkWidget *widget,
         Asked     *asked)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (asked->entry))));

  if (*name == '\0')
    {
      gtk_widget_error_bell (asked->entry);
      return;
    }
  asked->named (name, asked->user_data);
  gtk_popover_popdown (GTK_POPOVER (asked->popover));
}

static void
typed_cb (GtkWidget *entry,
          GtkWidget *button)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  gtk_widget_set_sensitive (button, *name != '\0');
}

/* The popover may be needed for the rest of what closing it does. */
static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

void
cut_name_popover_show (GtkWidget      *parent,
                       const char     *title,
                       const char     *action,
                       const char     *name,
                       CutNamed        named,
                       gpointer        user_data,
                       GDestroyNotify  destroy)
{
  Asked *asked = g_new0 (Asked, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *button = gtk_button_new_with_mnemonic (action);

  *asked = (Asked) { gtk_popover_new (), gtk_entry_new (), named, user_data, destroy };
  gtk_editable_set_text (GTK_EDITABLE (asked->entry), name != NULL ? name : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (asked->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), asked->entry);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (asked->popover), box);
  gtk_widget_set_parent (asked->popover, parent);
  g_signal_connect (asked->entry, "activate", G_CALLBACK (done_cb), asked);
  g_signal_connect_data (button, "clicked", G_CALLBACK (done_cb), asked, asked_free, 0);
  g_signal_connect (asked->entry, "changed", G_CALLBACK (typed_cb), button);
  g_signal_connect (asked->popover, "closed", G_CALLBACK (closed_cb), NULL);
  typed_cb (asked->entry, button);
  gtk_popover_popup (GTK_POPOVER (asked->popover));
  gtk_widget_grab_focus (asked->entry);
}
