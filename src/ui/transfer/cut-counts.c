/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-counts.h"

#include <glib/gi18n-lib.h>

#include "cut-kind-counts.h"

void
cut_counts_clear (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

GtkWidget *
cut_counts_add_line (GtkListBox *list,
                     const char *icon_name,
                     const char *title,
                     const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (icon_name != NULL)
    adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon_name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, row);
  return row;
}

guint
cut_counts_add (GtkListBox *list,
                const char *heading,
                GHashTable *counts)
{
  guint total;
  g_autofree char *line = cut_kind_counts_describe (counts, &total);

  if (line != NULL)
    cut_counts_add_line (list, NULL, heading, line);
  return total;
}

void
cut_counts_add_signature (GtkListBox *list,
                          const char *signature,
                          CutTrust    trust)
{
  static const char *const icons[] = {
    [CUT_TRUST_UNSIGNED] = "dialog-information-symbolic",
    [CUT_TRUST_SIGNED] = "security-high-symbolic",
    [CUT_TRUST_DOUBTFUL] = "security-medium-symbolic",
    [CUT_TRUST_FORGED] = "security-low-symbolic",
  };

  cut_counts_add_line (list, icons[trust], _("Signature"), signature);
}

/* Nobody reads more of them, and a list makes a row for each. */
#define MOST_LINES 100

void
cut_counts_add_lines (GtkListBox *list,
                      const char *icon_name,
                      GPtrArray  *lines)
{
  guint length = lines != NULL ? lines->len : 0;
  g_autofree char *rest = NULL;

  for (guint i = 0; i < MIN (length, MOST_LINES); i++)
    cut_counts_add_line (list, icon_name, g_ptr_array_index (lines, i), NULL);
  if (length <= MOST_LINES)
    return;
  rest = g_strdup_printf (ngettext ("%u more like this", "%u more like these", length - MOST_LINES), length - MOST_LINES);
  cut_counts_add_line (list, icon_name, rest, NULL);
}
