/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-preferences.h"

#include <glib/gi18n-lib.h>

#include "cut-protection-group.h"
#include "cut-room-group.h"

struct _CutPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwPreferencesPage *page;
  GtkAdjustment *scale_adjustment;
  GtkSwitch *furniture;
  GtkSwitch *proposals;
  GtkSwitch *forms;
  GtkEditable *forms_languages;
  GtkEditable *user_agent;
  AdwComboRow *language;
  AdwActionRow *open_notebook;
  GtkEditable *notebook;

  CutSettings *settings; /* (owned) (nullable): none while the template is made */
};

/* In the order of the template. */
static const char *const languages[] = { "", "en", "de" };

G_DEFINE_FINAL_TYPE (CutPreferences, cut_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
scale_cb (CutPreferences *self)
{
  if (self->settings != NULL)
    cut_settings_set_double (self->settings, "text-scale", gtk_adjustment_get_value (self->scale_adjustment) / 100);
}

static void
furniture_cb (CutPreferences *self)
{
  if (self->settings != NULL)
    cut_settings_set_boolean (self->settings, "show-furniture", gtk_switch_get_active (self->furniture));
}

static void
proposals_cb (CutPreferences *self)
{
  if (self->settings != NULL)
    cut_settings_set_boolean (self->settings, "show-proposals", gtk_switch_get_active (self->proposals));
}

static void
forms_cb (CutPreferences *self)
{
  if (self->settings != NULL)
    cut_settings_set_boolean (self->settings, "find-forms", gtk_switch_get_active (self->forms));
}

static void
forms_languages_cb (CutPreferences *self)
{
  cut_settings_set_string (self->settings, "forms-languages", gtk_editable_get_text (self->forms_languages));
}

static void
user_agent_cb (CutPreferences *self)
{
  cut_settings_set_string (self->settings, "user-agent", gtk_editable_get_text (self->user_agent));
}

static void
notebook_cb (CutPreferences *self)
{
  cut_settings_set_string (self->settings, "notebook-path", gtk_editable_get_text (self->notebook));
}

static void
language_cb (CutPreferences *self)
{
  guint selected = adw_combo_row_get_selected (self->language);

  if (self->settings != NULL && selected < G_N_ELEMENTS (languages))
    cut_settings_set_string (self->settings, "export-language", languages[selected]);
}

static void
cut_preferences_finalize (GObject *object)
{
  g_clear_object (&CUT_PREFERENCES (object)->settings);
  G_OBJECT_CLASS (cut_preferences_parent_class)->finalize (object);
}

static void
cut_preferences_class_init (CutPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cut_preferences_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/ui/cut-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CutPreferences, page);
  gtk_widget_class_bind_template_child (widget_class, CutPreferences, scale_adjustment);
  gtk_widget_class_bind_template_child (widget_class, CutPreferences, furniture);
  gtk_widget_class_bind_template_child (widget_class, CutPreferences, proposals);
  gtk_widget_class_bind_template_child (widget_class, CutPreferences, user_agent);
  gtk_widget_class_bind_template_child (widget_class, CutPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, CutPreferences, open_notebook);
  gtk_widget_class_bind_template_child (widget_class, CutPreferences, forms);
  gtk_widget_class_bind_template_child (widget_class, CutPreferences, forms_languages);
  gtk_widget_class_bind_template_child (widget_class, CutPreferences, notebook);
  gtk_widget_class_bind_template_callback (widget_class, scale_cb);
  gtk_widget_class_bind_template_callback (widget_class, furniture_cb);
  gtk_widget_class_bind_template_callback (widget_class, proposals_cb);
  gtk_widget_class_bind_template_callback (widget_class, forms_cb);
  gtk_widget_class_bind_template_callback (widget_class, forms_languages_cb);
  gtk_widget_class_bind_template_callback (widget_class, user_agent_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, notebook_cb);
}

static void
cut_preferences_init (CutPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cut_preferences_new (CutSettings *settings,
                     CutNotebook *open_notebook)
{
  CutPreferences *self = g_object_new (CUT_TYPE_PREFERENCES, NULL);
  g_autofree char *user_agent = cut_settings_get_string (settings, "user-agent");
  g_autofree char *forms_languages = cut_settings_get_string (settings, "forms-languages");
  g_autofree char *language = cut_settings_get_string (settings, "export-language");
  g_autofree char *notebook = cut_settings_get_string (settings, "notebook-path");
  g_autofree char *shown = g_markup_escape_text (cut_notebook_get_path (open_notebook), -1);

  gtk_adjustment_set_value (self->scale_adjustment, cut_settings_get_double (settings, "text-scale") * 100);
  gtk_switch_set_active (self->furniture, cut_settings_get_boolean (settings, "show-furniture"));
  gtk_switch_set_active (self->proposals, cut_settings_get_boolean (settings, "show-proposals"));
  gtk_switch_set_active (self->forms, cut_settings_get_boolean (settings, "find-forms"));
  gtk_editable_set_text (self->forms_languages, forms_languages);
  gtk_editable_set_text (self->user_agent, user_agent);
  gtk_editable_set_text (self->notebook, notebook);
  adw_action_row_set_subtitle (self->open_notebook, shown);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (languages[i], language) == 0)
      adw_combo_row_set_selected (self->language, i);
  self->settings = g_object_ref (settings);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (cut_room_group_new (open_notebook)));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (cut_protection_group_new (open_notebook, settings)));
  return GTK_WIDGET (self);
}
