/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-selection-bar.h"

#include <glib/gi18n-lib.h>

#include "cut-colour-row.h"
#include "cut-reader-keys.h"
#include "cut-vocab.h"

struct _CutSelectionBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkFlowBox *kinds;
  GtkBox *colours;
};

G_DEFINE_FINAL_TYPE (CutSelectionBar, cut_selection_bar, GTK_TYPE_WIDGET)

static GtkWidget *
kind_button_new (const CutMarkKey *key)
{
  const char *name = cut_vocab_get_label (CUT_VOCAB_ANNOTATION_KIND, key->kind);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *letter = gtk_label_new (key->letter);

  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  gtk_widget_add_css_class (letter, "key");
  gtk_box_append (GTK_BOX (box), letter);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key->kind);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reader.mark");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key->letter, -1);
  return button;
}

static void
cut_selection_bar_dispose (GObject *object)
{
  CutSelectionBar *self = CUT_SELECTION_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cut_selection_bar_parent_class)->dispose (object);
}

static void
cut_selection_bar_class_init (CutSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_selection_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/reader/cut-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CutSelectionBar, box);
  gtk_widget_class_bind_template_child (widget_class, CutSelectionBar, kinds);
  gtk_widget_class_bind_template_child (widget_class, CutSelectionBar, colours);
}

static void
cut_selection_bar_init (CutSelectionBar *self)
{
  guint n;
  const CutMarkKey *keys = cut_mark_keys_get (&n);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), kind_button_new (&keys[i]));
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_append (self->kinds, child);
    }
  cut_colour_buttons_fill (self->colours, "reader.colour");
}

GtkWidget *
cut_selection_bar_new (void)
{
  return g_object_new (CUT_TYPE_SELECTION_BAR, NULL);
}
