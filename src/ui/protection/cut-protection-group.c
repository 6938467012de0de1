/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-protection-group.h"

#include <glib/gi18n-lib.h>

#include "cut-passphrase-dialog.h"

struct _CutProtectionGroup
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *set;
  GtkWidget *change;
  GtkWidget *take_away;
  GtkSpinButton *minutes;
  CutNotebook *notebook; /* (owned) */
  CutSettings *settings; /* (owned) */
};

G_DEFINE_FINAL_TYPE (CutProtectionGroup, cut_protection_group, ADW_TYPE_PREFERENCES_GROUP)

static void
ask (CutProtectionGroup *self,
     CutPassphraseAim    aim)
{
  GtkWidget *dialog = cut_passphrase_dialog_new (self->notebook, aim);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
set_cb (CutProtectionGroup *self)
{
  ask (self, CUT_PASSPHRASE_SET);
}

static void
change_cb (CutProtectionGroup *self)
{
  ask (self, CUT_PASSPHRASE_CHANGE);
}

static void
take_away_cb (CutProtectionGroup *self)
{
  ask (self, CUT_PASSPHRASE_REMOVE);
}

static void
minutes_cb (CutProtectionGroup *self)
{
  cut_settings_set_int (self->settings, "lock-after", gtk_spin_button_get_value_as_int (self->minutes) * 60);
}

static void
follow (CutProtectionGroup *self)
{
  gboolean guarded = cut_notebook_is_protected (self->notebook);
  gboolean writable = !cut_notebook_is_read_only (self->notebook);

  gtk_widget_set_visible (self->set, !guarded);
  gtk_widget_set_visible (self->change, guarded);
  gtk_widget_set_visible (self->take_away, guarded);
  gtk_widget_set_sensitive (self->set, writable);
  gtk_widget_set_sensitive (self->change, writable);
  gtk_widget_set_sensitive (self->take_away, writable);
}

static GtkWidget *
add_row (CutProtectionGroup *self,
         const char         *title,
         const char         *subtitle,
         const char         *button,
         GCallback           clicked)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *widget = gtk_button_new_with_mnemonic (button);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (widget, "clicked", clicked, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

static void
add_minutes (CutProtectionGroup *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->minutes = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, 60, 1));
  gtk_widget_set_valign (GTK_WIDGET (self->minutes), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->minutes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Minutes until it locks"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Lock After"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Minutes without use"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->minutes));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->minutes));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
cut_protection_group_dispose (GObject *object)
{
  CutProtectionGroup *self = CUT_PROTECTION_GROUP (object);

  g_clear_object (&self->notebook);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (cut_protection_group_parent_class)->dispose (object);
}

static void
cut_protection_group_class_init (CutProtectionGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_protection_group_dispose;
}

static void
cut_protection_group_init (CutProtectionGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  adw_preferences_group_set_title (group, _("Protection"));
  adw_preferences_group_set_description (group, _("A passphrase seals contacts, and all that tells who a confidential source is. "
                                                  "Nobody can recover a forgotten one: what is sealed is lost then."));
  self->set = add_row (self, _("No Passphrase"), _("Everybody who can open the file can read them"), _("_Set…"), G_CALLBACK (set_cb));
  self->change = add_row (self, _("Passphrase"), _("Contacts and confidential names are sealed"), _("_Change…"),
                          G_CALLBACK (change_cb));
  add_minutes (self);
  self->take_away = add_row (self, _("Remove Protection"), _("The passphrase is asked for"), _("_Remove…"),
                             G_CALLBACK (take_away_cb));
}

GtkWidget *
cut_protection_group_new (CutNotebook *notebook,
                          CutSettings *settings)
{
  CutProtectionGroup *self = g_object_new (CUT_TYPE_PROTECTION_GROUP, NULL);

  self->notebook = g_object_ref (notebook);
  self->settings = g_object_ref (settings);
  gtk_spin_button_set_value (self->minutes, cut_settings_get_int (settings, "lock-after") / 60);
  g_signal_connect_swapped (self->minutes, "value-changed", G_CALLBACK (minutes_cb), self);
  g_signal_connect_object (notebook, "notify::protected", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  follow (self);
  return GTK_WIDGET (self);
}
