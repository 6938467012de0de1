/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-evidence-row.h"

#include <glib/gi18n-lib.h>

#include "cut-parts.h"
#include "cut-passage.h"

#define WORDS_MAX 90 /* code points of a passage that a row shows; more hides the next one */

/* Returns: (transfer full): at most WORDS_MAX letters of @words */
static char *
shorten (const char *words)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (words, -1) <= WORDS_MAX)
    return g_strdup (words);
  start = g_utf8_substring (words, 0, WORDS_MAX);
  return g_strconcat (start, "…", NULL);
}

static char *
describe_passage (const CutPassage *passage)
{
  g_autofree char *words = shorten (passage->words);

  if (passage->outlet == NULL)
    /* Translators: the words of a passage */
    return g_strdup_printf (_("“%s”"), words);
  /* Translators: the words of a passage; the outlet it was published in */
  return g_strdup_printf (_("“%s”, %s"), words, passage->outlet);
}

static char *
describe_evidence (GPtrArray *evidence)
{
  g_autofree char *first = evidence->len > 0 ? describe_passage (g_ptr_array_index (evidence, 0)) : NULL;

  if (evidence->len == 0)
    return g_strdup (_("No passage proves it yet"));
  if (evidence->len == 1)
    return g_steal_pointer (&first);
  /* Translators: a passage; how many more there are */
  return g_strdup_printf (ngettext ("%s, and %u more", "%s, and %u more", evidence->len - 1), first, evidence->len - 1);
}

/* In a menu an underscore stands for a key. */
static char *
make_menu_label (const CutPassage *passage)
{
  g_autofree char *text = describe_passage (passage);
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenuModel *
make_menu (GPtrArray *evidence)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < evidence->len; i++)
    {
      const CutPassage *passage = g_ptr_array_index (evidence, i);
      g_autofree char *label = make_menu_label (passage);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.show-annotation", "s", passage->annotation);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_passage_button (GPtrArray *evidence)
{
  const CutPassage *first = g_ptr_array_index (evidence, 0);
  g_autoptr (GMenuModel) menu = NULL;
  GtkWidget *button;

  if (evidence->len == 1)
    {
      button = cut_passage_button_new ();
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", first->annotation);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-annotation");
      return button;
    }
  menu = make_menu (evidence);
  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "find-location-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_tooltip_text (button, _("Show a Passage"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show a Passage"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

GtkWidget *
cut_evidence_row_new (const char *title,
                      const char *subtitle,
                      GPtrArray  *evidence)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *proof = describe_evidence (evidence);
  g_autofree char *all = subtitle != NULL && *subtitle != '\0' ? g_strconcat (subtitle, "\n", proof, NULL) : g_strdup (proof);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, all);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), all);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (evidence->len > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_passage_button (evidence));
  return row;
}

GtkWidget *
cut_evidence_row_add_button (GtkWidget  *row,
                             const char *icon,
                             const char *name,
                             guint       place,
                             GCallback   callback,
                             gpointer    self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "cut-place", GUINT_TO_POINTER (place));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

guint
cut_evidence_row_get_place (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "cut-place"));
}
