/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-chips.h"

#include <glib/gi18n-lib.h>

#include "cut-search-chip.h"
#include "cut-wrap-layout.h"

struct _CutSearchChips
{
  GtkWidget parent_instance;
};

enum
{
  REMOVED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutSearchChips, cut_search_chips, GTK_TYPE_WIDGET)

static guint
index_of (GtkWidget *button)
{
  guint index = 0;

  for (GtkWidget *child = gtk_widget_get_prev_sibling (button); child != NULL; child = gtk_widget_get_prev_sibling (child))
    index++;
  return index;
}

static void
clicked_cb (GtkWidget      *button,
            CutSearchChips *self)
{
  g_signal_emit (self, signals[REMOVED], 0, index_of (button));
}

static void
go (CutSearchChips *self,
    GtkWidget      *to,
    gboolean        forward)
{
  if (to != NULL)
    gtk_widget_grab_focus (to);
  else if (forward)
    g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
key_cb (GtkEventControllerKey *key,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        CutSearchChips        *self)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (key));
  gboolean rtl = gtk_widget_get_direction (button) == GTK_TEXT_DIR_RTL;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == (rtl ? GDK_KEY_Left : GDK_KEY_Right))
    go (self, gtk_widget_get_next_sibling (button), TRUE);
  else if (keyval == (rtl ? GDK_KEY_Right : GDK_KEY_Left))
    go (self, gtk_widget_get_prev_sibling (button), FALSE);
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_BackSpace)
    clicked_cb (button, self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_button (CutSearchChips      *self,
             const CutSearchChip *chip)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *key = gtk_event_controller_key_new ();
  g_autofree char *text = cut_search_chip_describe (chip);
  /* Translators: %s is a filter of the search, as "Outlet: BBC News" */
  g_autofree char *action = g_strdup_printf (_("Remove %s"), text);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, action, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (button, key);
  return button;
}

static void
clear (CutSearchChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
cut_search_chips_dispose (GObject *object)
{
  clear (CUT_SEARCH_CHIPS (object));
  G_OBJECT_CLASS (cut_search_chips_parent_class)->dispose (object);
}

static void
cut_search_chips_class_init (CutSearchChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_search_chips_dispose;
  signals[REMOVED] = g_signal_new ("removed", CUT_TYPE_SEARCH_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_UINT);
  signals[LEFT] = g_signal_new ("left", CUT_TYPE_SEARCH_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, CUT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cut_search_chips_init (CutSearchChips *self)
{
  g_object_set (gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 6, "narrow", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters of the search"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
cut_search_chips_new (void)
{
  return g_object_new (CUT_TYPE_SEARCH_CHIPS, NULL);
}

void
cut_search_chips_show (CutSearchChips *self,
                       GPtrArray      *chips)
{
  clear (self);
  for (guint i = 0; i < chips->len; i++)
    gtk_widget_set_parent (make_button (self, g_ptr_array_index (chips, i)), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), chips->len > 0);
}

void
cut_search_chips_focus (CutSearchChips *self,
                        guint           index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; i < index && child != NULL && gtk_widget_get_next_sibling (child) != NULL; i++)
    child = gtk_widget_get_next_sibling (child);
  go (self, child, TRUE);
}
