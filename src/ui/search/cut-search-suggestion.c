/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-suggestion.h"

#include <glib/gi18n-lib.h>

#include "cut-notebook-search.h"

struct _CutSearchSuggestion
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *label;

  GCancellable *asking; /* (owned) (nullable) */
  char *text;           /* (owned) (nullable) */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutSearchSuggestion, cut_search_suggestion, GTK_TYPE_WIDGET)

static void
stop (CutSearchSuggestion *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

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
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutSearchSuggestion) self = user_data;
  g_autoptr (CutHits) hits = cut_notebook_search_finish (CUT_NOTEBOOK (source), result, NULL);

  if (hits != NULL && hits->suggestion != NULL && self->button != NULL)
    show (self, hits->suggestion);
}

static void
cut_search_suggestion_dispose (GObject *object)
{
  CutSearchSuggestion *self = CUT_SEARCH_SUGGESTION (object);

  stop (self);
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
cut_search_suggestion_ask (CutSearchSuggestion *self,
                           CutNotebook         *notebook,
                           const CutQuery      *query)
{
  g_return_if_fail (CUT_IS_SEARCH_SUGGESTION (self));

  stop (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->asking = g_cancellable_new ();
  cut_notebook_search_async (notebook, query, 0, self->asking, asked_cb, g_object_ref (self));
}
