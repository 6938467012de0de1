/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-entity-page.h"

#include <glib/gi18n-lib.h>

#include "cut-parts.h"
#include "cut-record-form.h"
#include "cut-toast.h"

struct _CutEntityPage
{
  GtkWidget parent_instance;

  CutNotebook *notebook;  /* (owned) */
  CutEntityItem *item; /* (owned) (nullable) */
  GtkWidget *scrolled;    /* (owned by the widget tree) */
  GtkWidget *form;
  GtkWidget *title;
  GtkListBox *passages;
};

enum
{
  PASSAGE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutEntityPage, cut_entity_page, GTK_TYPE_WIDGET)

static const char *const fields[] = { "name",    "schema",  "aliases", "previous_names", "identifiers",
                                      "country", "summary", "stories", "tags",           NULL };

/* Rows. */

static const CutPassage *
passage_at (CutEntityPage *self,
            guint               i)
{
  return g_ptr_array_index (self->item->passages, i);
}

static void
show_passage_cb (CutEntityPage *self,
                 GtkWidget          *widget)
{
  int i = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "passage"));
  const CutPassage *passage;

  if (self->item == NULL || i < 0 || (guint) i >= self->item->passages->len)
    return;
  passage = passage_at (self, (guint) i);
  if (passage->clip != NULL)
    g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, passage->clip, passage->annotation);
}

static GtkWidget *
make_show_button (CutEntityPage *self,
                  guint               i)
{
  GtkWidget *button = cut_passage_button_new ();

  gtk_widget_set_sensitive (button, passage_at (self, i)->clip != NULL);
  g_object_set_data (G_OBJECT (button), "passage", GUINT_TO_POINTER (i));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_passage_cb), self);
  return button;
}

static GtkWidget *
make_passage_row (CutEntityPage *self,
                  guint               i)
{
  const CutPassage *passage = passage_at (self, i);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), passage->title);
  if (passage->subtitle != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (passage->subtitle, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_show_button (self, i));
  return row;
}

static void
fill_passages (CutEntityPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->passages))) != NULL)
    gtk_list_box_remove (self->passages, child);
  for (guint i = 0; i < self->item->passages->len; i++)
    gtk_list_box_append (self->passages, make_passage_row (self, i));
  gtk_widget_set_visible (GTK_WIDGET (self->passages), self->item->passages->len > 0);
}

static void
retitle_passages (CutEntityPage *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->passages, i)) != NULL; i++)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), passage_at (self, (guint) i)->title);
}

/* Acts. */

static void
trash_cb (CutEntityPage *self)
{
  g_autoptr (CutAct) act = cut_act_new (_("Delete"));

  if (self->item == NULL)
    return;
  cut_act_trash (act, self->item->record);
  cut_toast_commit (GTK_WIDGET (self), self->notebook, g_steal_pointer (&act), _("Moved to Trash"));
}

/* Building. */

static GtkWidget *
make_title (CutEntityPage *self)
{
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (self->title), TRUE);
  gtk_widget_add_css_class (self->title, "title-3");
  return self->title;
}

static GtkWidget *
make_trash_button (CutEntityPage *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Move to Trash"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 12);
  gtk_widget_add_css_class (button, "destructive-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (trash_cb), self);
  return button;
}

static GtkWidget *
make_content (CutEntityPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();

  self->form = cut_record_form_new (self->notebook, CUT_KIND_ENTITY, fields);
  self->passages = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->passages, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->passages), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->passages), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Claims and Passages"), -1);
  /* What is said of it comes first: that is what one looks it up for. */
  gtk_box_append (GTK_BOX (box), make_title (self));
  gtk_box_append (GTK_BOX (box), cut_heading_new (_("Claims and Passages")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->passages));
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_box_append (GTK_BOX (box), make_trash_button (self));
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}

static void
cut_entity_page_dispose (GObject *object)
{
  CutEntityPage *self = CUT_ENTITY_PAGE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_entity_page_parent_class)->dispose (object);
}

static void
cut_entity_page_class_init (CutEntityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_entity_page_dispose;
  signals[PASSAGE_ACTIVATED] = g_signal_new ("passage-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "detail");
}

static void
cut_entity_page_init (CutEntityPage *self)
{
}

GtkWidget *
cut_entity_page_new (CutNotebook *notebook)
{
  CutEntityPage *self = g_object_new (CUT_TYPE_ENTITY_PAGE, NULL);

  self->notebook = g_object_ref (notebook);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), make_content (self));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  return GTK_WIDGET (self);
}

void
cut_entity_page_show (CutEntityPage *self,
                           CutEntityItem   *item)
{
  gboolean same = self->item != NULL && item != NULL &&
                  g_str_equal (cut_record_get_id (self->item->record), cut_record_get_id (item->record)) &&
                  self->item->passages->len == item->passages->len;

  g_set_object (&self->item, item);
  cut_record_form_set_record (CUT_RECORD_FORM (self->form), item != NULL ? item->record : NULL);
  if (self->item == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->title), self->item->title);
  /* The rows of the same object stay, and the focus where it is in them. */
  if (same)
    retitle_passages (self);
  else
    fill_passages (self);
}
