/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-suggestion.h"

#include <glib/gi18n-lib.h>

struct _CutSearchSuggestion
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *label;

  char *text; /* (owned) (nullable) */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutSearchSuggestion, cut_search_suggestion, GTK_TYPE_WIDGET)

static void
clicked_cb (CutSearchSuggestion *self)
{
  g_autofree char *text = g_strdup (self->text);

  g_signal_emit (self, signals[CHOSEN], 0, text);
}

static void
show (CutSearchSuggestion *self,
      const char          *text)
{
  /* Translators: %s is a search in another spelling */
  g_autofree char *question = g_strdup_printf (_("Did you mean “%s”?"), text);

  g_free (self->text);
  self->text = g_strdup (text);
  gtk_label_set_label (GTK_LABEL (self->label), question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
}

static void
cut_search_suggestion_dispose (GObject *object)
{
  CutSearchSuggestion *self = CUT_SEARCH_SUGGESTION (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (cut_search_suggestion_parent_class)->dispose (object);
}

static void
cut_search_suggestion_class_init (CutSearchSuggestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_search_suggestion_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", CUT_TYPE_SEARCH_SUGGESTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cut_search_suggestion_init (CutSearchSuggestion *self)
{
  self->button = gtk_button_new ();
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, NULL);
  gtk_button_set_child (GTK_BUTTON (self->button), self->label);
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
cut_search_suggestion_set (CutSearchSuggestion *self,
                           const char          *text)
{
  g_return_if_fail (CUT_IS_SEARCH_SUGGESTION (self));

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  if (text != NULL)
    show (self, text);
}
