/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-search-bar.h"

#include <glib/gi18n-lib.h>

#include "cut-name-popover.h"
#include "cut-spoken.h"

#define SLOW_MS 100 /* a search that takes longer says so */

struct _CutSearchBar
{
  GtkWidget parent_instance;

  GtkWidget *count;
  GtkWidget *order;
  GtkWidget *save;

  char *name; /* (owned) (nullable) */
  guint slow_source;
};

enum
{
  ORDER_CHANGED,
  SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const orders[] = { "relevance", "published" };

G_DEFINE_FINAL_TYPE (CutSearchBar, cut_search_bar, GTK_TYPE_WIDGET)

static void
order_cb (CutSearchBar *self)
{
  g_signal_emit (self, signals[ORDER_CHANGED], 0);
}

static void
named_cb (const char *name,
          gpointer    self)
{
  g_signal_emit (self, signals[SAVE], 0, name);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CutSearchBar *self = CUT_SEARCH_BAR (widget);

  cut_name_popover_show (self->save, _("Save Search"), _("_Save"), self->name, named_cb, g_object_ref (self), g_object_unref);
}

static void
cut_search_bar_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_handle_id (&CUT_SEARCH_BAR (object)->slow_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cut_search_bar_parent_class)->dispose (object);
}

static void
cut_search_bar_finalize (GObject *object)
{
  g_free (CUT_SEARCH_BAR (object)->name);
  G_OBJECT_CLASS (cut_search_bar_parent_class)->finalize (object);
}

static void
cut_search_bar_class_init (CutSearchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_search_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_search_bar_finalize;
  signals[ORDER_CHANGED] = g_signal_new ("order-changed", CUT_TYPE_SEARCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SAVE] = g_signal_new ("save", CUT_TYPE_SEARCH_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "search.save", NULL, save_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
make_order (CutSearchBar *self)
{
  const char *labels[] = { C_("order", "Relevance"), C_("order", "Date"), NULL };

  self->order = gtk_drop_down_new_from_strings (labels);
  gtk_widget_set_tooltip_text (self->order, _("Order of what was found"));
  cut_drop_down_set_spoken (GTK_DROP_DOWN (self->order), _("Order of what was found"));
  gtk_widget_add_css_class (self->order, "flat");
  gtk_widget_set_valign (self->order, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->order, "notify::selected", G_CALLBACK (order_cb), self);
}

static void
make_save (CutSearchBar *self)
{
  self->save = gtk_button_new_from_icon_name ("bookmark-new-symbolic");
  gtk_widget_set_tooltip_text (self->save, _("Save Search"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Save Search"), -1);
  gtk_widget_add_css_class (self->save, "flat");
  gtk_widget_set_valign (self->save, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "search.save");
}

static void
cut_search_bar_init (CutSearchBar *self)
{
  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0, "hexpand", TRUE,
                              "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  make_order (self);
  make_save (self);
  gtk_widget_set_parent (self->count, GTK_WIDGET (self));
  gtk_widget_set_parent (self->order, GTK_WIDGET (self));
  gtk_widget_set_parent (self->save, GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
slow_cb (gpointer user_data)
{
  CutSearchBar *self = user_data;

  self->slow_source = 0;
  gtk_label_set_label (GTK_LABEL (self->count), _("Searching…"));
}

/* Most searches are done before anybody could read that they are made. */
void
cut_search_bar_begin (CutSearchBar *self)
{
  g_return_if_fail (CUT_IS_SEARCH_BAR (self));

  if (self->slow_source == 0)
    self->slow_source = g_timeout_add_once (SLOW_MS, slow_cb, self);
}

void
cut_search_bar_set_count (CutSearchBar *self,
                          guint         count,
                          gboolean      partial)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CUT_IS_SEARCH_BAR (self));

  g_clear_handle_id (&self->slow_source, g_source_remove);
  if (partial && count == 0)
    text = g_strdup (_("Searching…"));
  else if (partial)
    /* Translators: how many things a search found that is still going on */
    text = g_strdup_printf (ngettext ("%u and more found…", "%u and more found…", count), count);
  else
    /* Translators: how many things a search found */
    text = g_strdup_printf (ngettext ("%u found", "%u found", count), count);
  gtk_label_set_label (GTK_LABEL (self->count), text);
}

const char *
cut_search_bar_get_order (CutSearchBar *self)
{
  g_return_val_if_fail (CUT_IS_SEARCH_BAR (self), orders[0]);

  return orders[MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order)), G_N_ELEMENTS (orders) - 1)];
}

void
cut_search_bar_set_order (CutSearchBar *self,
                          const char   *order)
{
  g_return_if_fail (CUT_IS_SEARCH_BAR (self));

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i], order))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->order), i);
}

void
cut_search_bar_set_name (CutSearchBar *self,
                         const char   *name)
{
  g_return_if_fail (CUT_IS_SEARCH_BAR (self));

  g_free (self->name);
  self->name = g_strdup (name);
}

void
cut_search_bar_set_can_save (CutSearchBar *self,
                             gboolean      can_save)
{
  g_return_if_fail (CUT_IS_SEARCH_BAR (self));

  gtk_widget_set_visible (self->save, can_save);
}
