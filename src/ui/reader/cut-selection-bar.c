/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-selection-bar.h"

#include <string.h>

#include "cut-colour-row.h"
#include "cut-reader-keys.h"
#include "cut-vocab.h"
#include "cut-wrap-layout.h"

struct _CutSelectionBar
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *more;
  GtkPopover *popover;
  GtkBox *others;
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
  g_type_ensure (CUT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/reader/cut-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CutSelectionBar, box);
  gtk_widget_class_bind_template_child (widget_class, CutSelectionBar, more);
  gtk_widget_class_bind_template_child (widget_class, CutSelectionBar, popover);
  gtk_widget_class_bind_template_child (widget_class, CutSelectionBar, others);
  gtk_widget_class_bind_template_child (widget_class, CutSelectionBar, colours);
}

/* Those that are needed most stand in the bar, in one line of it; the others have their keys and are one step away. */
static gboolean
stands_in_bar (const CutMarkKey *key)
{
  return strcmp (key->kind, "question") != 0;
}

static void
close_popover_with (CutSelectionBar *self,
                    GtkWidget       *button)
{
  g_signal_connect_object (button, "clicked", G_CALLBACK (gtk_popover_popdown), self->popover, G_CONNECT_SWAPPED);
}

static void
add_kinds (CutSelectionBar *self)
{
  guint n;
  const CutMarkKey *keys = cut_mark_keys_get (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button = kind_button_new (&keys[i]);

      if (stands_in_bar (&keys[i]))
        {
          gtk_widget_insert_before (button, self->box, self->more);
          continue;
        }
      gtk_box_prepend (self->others, button);
      close_popover_with (self, button);
    }
}

static void
cut_selection_bar_init (CutSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_kinds (self);
  cut_colour_buttons_fill (self->colours, "reader.colour");
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->colours)); button != NULL; button = gtk_widget_get_next_sibling (button))
    close_popover_with (self, button);
}

GtkWidget *
cut_selection_bar_new (void)
{
  return g_object_new (CUT_TYPE_SELECTION_BAR, NULL);
}
