/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-protection-bar.h"

#include <glib/gi18n-lib.h>

#include "cut-compat.h"

struct _CutProtectionBar
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *label;
  GtkButton *button;
  CutNotebook *notebook; /* (owned) */
};

G_DEFINE_FINAL_TYPE (CutProtectionBar, cut_protection_bar, GTK_TYPE_WIDGET)

static void
follow (CutProtectionBar *self)
{
  gboolean guarded = cut_notebook_is_protected (self->notebook);
  gboolean locked = cut_notebook_is_locked (self->notebook);

  gtk_image_set_from_icon_name (self->icon, !guarded ? "channel-insecure-symbolic"
                                            : locked ? "changes-prevent-symbolic"
                                                     : "changes-allow-symbolic");
  gtk_label_set_label (self->label, !guarded ? _("Contacts and confidential names are not protected.")
                                    : locked ? _("Contacts and confidential names are locked.")
                                             : _("Contacts and confidential names are unlocked."));
  cut_button_set_label (self->button, !guarded ? _("_Protect…") : locked ? _("_Unlock…") : _("_Lock"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), guarded ? "win.lock" : "win.protect");
}

static void
cut_protection_bar_dispose (GObject *object)
{
  CutProtectionBar *self = CUT_PROTECTION_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_protection_bar_parent_class)->dispose (object);
}

static void
cut_protection_bar_class_init (CutProtectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_protection_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "protection");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
cut_protection_bar_init (CutProtectionBar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 6);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_button_set_use_underline (self->button, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->icon), widget);
  gtk_widget_set_parent (GTK_WIDGET (self->label), widget);
  gtk_widget_set_parent (GTK_WIDGET (self->button), widget);
}

GtkWidget *
cut_protection_bar_new (CutNotebook *notebook)
{
  CutProtectionBar *self = g_object_new (CUT_TYPE_PROTECTION_BAR, NULL);

  self->notebook = g_object_ref (notebook);
  g_signal_connect_object (notebook, "notify::protected", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notebook, "notify::locked", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);
  return GTK_WIDGET (self);
}
