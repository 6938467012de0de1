/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-spoken.h"

#include <glib/gi18n-lib.h>

#include "cut-parts.h"

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  if (widget != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The focus goes to the button in the drop-down. */
static void
say_choice (GtkDropDown *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));
  const char *label = g_object_get_data (G_OBJECT (self), "cut-spoken");
  gpointer item = gtk_drop_down_get_selected_item (self);
  g_autofree char *both = NULL;

  if (GTK_IS_STRING_OBJECT (item))
    /* Translators: what is chosen, and what was chosen: “Stance: Denies” */
    both = g_strdup_printf (C_("choice", "%s: %s"), label, gtk_string_object_get_string (item));
  set_name (button, both != NULL ? both : label);
}

void
cut_drop_down_set_spoken (GtkDropDown *self,
                          const char  *label)
{
  g_object_set_data_full (G_OBJECT (self), "cut-spoken", g_strdup (label), g_free);
  set_name (GTK_WIDGET (self), label);
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (say_choice), NULL);
  say_choice (self);
}

void
cut_expander_set_spoken (GtkExpander *self,
                         const char  *label)
{
  gtk_expander_set_label (self, label);
  set_name (GTK_WIDGET (self), label);
}

void
cut_buttons_read_once (GtkWidget *root)
{
  for (GtkWidget *widget = root; widget != NULL; widget = cut_widget_next_below (widget, root))
    if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
      gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}
