/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-counts.h"

#include <glib/gi18n-lib.h>

#include "cut-record.h"

void
cut_counts_clear (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static const CutKind shown_kinds[] = {
  CUT_KIND_CLIP,     CUT_KIND_CLAIM, CUT_KIND_ANNOTATION, CUT_KIND_ATTRIBUTION, CUT_KIND_SOURCE, CUT_KIND_ENTITY,
  CUT_KIND_RELATION, CUT_KIND_CHECK, CUT_KIND_CAPTURE,    CUT_KIND_STORY,       CUT_KIND_TAG,    CUT_KIND_EVENT,
  CUT_KIND_ENQUIRY,  CUT_KIND_CONTRIBUTOR,
};

static char *
format_count (CutKind kind,
              guint   n)
{
  switch (kind)
    {
    case CUT_KIND_CLIP:
      return g_strdup_printf (ngettext ("%u clip", "%u clips", n), n);
    case CUT_KIND_CLAIM:
      return g_strdup_printf (ngettext ("%u claim", "%u claims", n), n);
    case CUT_KIND_ANNOTATION:
      return g_strdup_printf (ngettext ("%u annotation", "%u annotations", n), n);
    case CUT_KIND_ATTRIBUTION:
      return g_strdup_printf (ngettext ("%u attribution", "%u attributions", n), n);
    case CUT_KIND_SOURCE:
      return g_strdup_printf (ngettext ("%u source", "%u sources", n), n);
    case CUT_KIND_ENTITY:
      return g_strdup_printf (ngettext ("%u entity", "%u entities", n), n);
    case CUT_KIND_RELATION:
      return g_strdup_printf (ngettext ("%u relation", "%u relations", n), n);
    case CUT_KIND_CHECK:
      return g_strdup_printf (ngettext ("%u check", "%u checks", n), n);
    case CUT_KIND_CAPTURE:
      return g_strdup_printf (ngettext ("%u capture", "%u captures", n), n);
    case CUT_KIND_STORY:
      return g_strdup_printf (ngettext ("%u story", "%u stories", n), n);
    case CUT_KIND_TAG:
      return g_strdup_printf (ngettext ("%u tag", "%u tags", n), n);
    case CUT_KIND_EVENT:
      return g_strdup_printf (ngettext ("%u event", "%u events", n), n);
    case CUT_KIND_ENQUIRY:
      return g_strdup_printf (ngettext ("%u enquiry", "%u enquiries", n), n);
    case CUT_KIND_CONTRIBUTOR:
      return g_strdup_printf (ngettext ("%u contributor", "%u contributors", n), n);
    case CUT_KIND_NONE:
    case CUT_N_KINDS:
    default:
      return NULL;
    }
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
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *line = NULL;
  guint total = 0;

  for (guint i = 0; counts != NULL && i < G_N_ELEMENTS (shown_kinds); i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, cut_kind_get_plural (shown_kinds[i])));
      g_autofree char *count = n > 0 ? format_count (shown_kinds[i], n) : NULL;

      if (count != NULL)
        g_strv_builder_add (parts, count);
      total += n;
    }
  if (total == 0)
    return 0;
  words = g_strv_builder_end (parts);
  line = g_strjoinv (" · ", words);
  cut_counts_add_line (list, NULL, heading, line);
  return total;
}

void
cut_counts_add_lines (GtkListBox *list,
                      const char *icon_name,
                      GPtrArray  *lines)
{
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    cut_counts_add_line (list, icon_name, g_ptr_array_index (lines, i), NULL);
}
