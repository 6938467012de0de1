/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-entities-table.h"

#include <glib/gi18n-lib.h>

#include "cut-compat.h"
#include "cut-entity-item.h"
#include "cut-vocab.h"

typedef struct
{
  const char *title;
  const char *property; /* of the item: what is shown */
  const char *sort;     /* (nullable): the number to sort by; else the text */
  gboolean expand;
  CutVocab vocab;       /* whose words it shows */
} Column;

static const Column columns[] = {
  { NC_ ("column", "Entity"), "title", NULL, TRUE },
  { NC_ ("column", "Kind"), "kind", "sort-kind", FALSE, CUT_VOCAB_ENTITY_SCHEMA },
  { NC_ ("column", "Also Known As"), "aliases", NULL, FALSE },
  { NC_ ("column", "Passages"), "n-passages", "n-passages", FALSE },
  { NC_ ("column", "Claims"), "n-claims", "n-claims", FALSE },
  { NC_ ("column", "Not Linked"), "n-unlinked", "n-unlinked", FALSE },
};

/* The words of a vocabulary stand there whole, in every language; but a very long one does not take the names' room. */
static int
get_longest (CutVocab vocab)
{
  const char *const *words = cut_vocab_get_words (vocab);
  glong longest = 8;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (cut_vocab_get_label (vocab, words[i]), -1));
  return (int) MIN (longest, 20);
}

/* Asked for, not set: setting one asks the display where the pointer is, for each row. */
static gboolean
tooltip_cb (GtkWidget  *label,
            int         x,
            int         y,
            gboolean    keyboard,
            GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  user_data)
{
  const Column *column = user_data;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), column->expand ? 16 : column->vocab != CUT_VOCAB_NONE ? get_longest (column->vocab) : 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column->expand ? 60 : 22);
  if (column->expand)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), 2);
      gtk_widget_set_has_tooltip (label, TRUE);
      g_signal_connect (label, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
    }
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  user_data)
{
  const Column *column = user_data;
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) text = G_VALUE_INIT;

  g_object_get_property (gtk_list_item_get_item (list_item), column->property, &value);
  g_value_init (&text, G_TYPE_STRING);
  g_value_transform (&value, &text);
  gtk_label_set_label (GTK_LABEL (label), g_value_get_string (&text));
}

static GtkSorter *
make_sorter (const Column *column)
{
  const char *property = column->sort != NULL ? column->sort : column->property;
  GtkExpression *expression = gtk_property_expression_new (CUT_TYPE_ENTITY_ITEM, NULL, property);

  return column->sort != NULL ? GTK_SORTER (gtk_numeric_sorter_new (expression))
                              : GTK_SORTER (gtk_string_sorter_new (expression));
}

static void
add_column (GtkColumnView *table,
            const Column  *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;
  g_autoptr (GtkSorter) sorter = make_sorter (column);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  added = gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "column", column->title), factory);
  gtk_column_view_column_set_expand (added, column->expand);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_sorter (added, sorter);
  gtk_column_view_append_column (table, added);
}

void
cut_entities_table_fill (GtkColumnView *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (table, &columns[i]);
  cut_table_start_at_beginning (table);
}
