/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-name-row.h"

#include <glib/gi18n-lib.h>

#include "cut-card-parts.h"
#include "cut-completing-entry.h"
#include "cut-spoken.h"
#include "cut-toast.h"
#include "cut-vocab.h"

struct _CutNameRow
{
  GtkListBoxRow parent_instance;

  CutNameProposal *proposal; /* (owned) */
  GtkWidget *box;
  GtkWidget *top;
  GtkLabel *kind;
  GtkWidget *buttons; /* (nullable) */
  CutNotebook *notebook; /* (owned) */
  GtkWidget *choices; /* (nullable): what it is */
  GtkWidget *kinds;   /* (nullable): GtkDropDown, of the words of the vocabulary */
  GtkWidget *same;    /* (nullable): asks which entity it is */
};

enum
{
  ACCEPTED,
  DISMISSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutNameRow, cut_name_row, GTK_TYPE_LIST_BOX_ROW)

/* Returns: (transfer full): "Person, 3 passages" */
static char *
make_kind_line (CutNameRow *self)
{
  const CutNameProposal *proposal = self->proposal;
  guint n = proposal->spans->len;

  if (proposal->known != NULL)
    /* Translators: name of an entity; how many passages of the text have it */
    return g_strdup_printf (ngettext ("Known: %s, %u passage", "Known: %s, %u passages", n), proposal->known_name, n);
  /* Translators: kind of entity, as "Person"; how many passages of the text have the name */
  return g_strdup_printf (ngettext ("%s, %u passage", "%s, %u passages", n),
                          cut_vocab_get_label (CUT_VOCAB_ENTITY_SCHEMA, proposal->schema), n);
}

static void
show_kind (CutNameRow *self)
{
  g_autofree char *line = make_kind_line (self);
  /* Translators: a name; what it is */
  g_autofree char *label = g_strdup_printf (_("Proposed name: %s: %s"), self->proposal->name, line);

  gtk_label_set_label (self->kind, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Enter accepts it, Delete dismisses it, E changes its kind, S says which entity it is, Tab goes to the next one"), -1);
}

static void
accept_cb (CutNameRow *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
}

static void
dismiss_cb (CutNameRow *self)
{
  g_signal_emit (self, signals[DISMISSED], 0);
}

static void
kind_chosen_cb (CutNameRow *self)
{
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kinds));
  const char *const *words = cut_vocab_get_words (CUT_VOCAB_ENTITY_SCHEMA);

  if (i == GTK_INVALID_LIST_POSITION || g_strcmp0 (words[i], self->proposal->schema) == 0)
    return;
  g_free (self->proposal->schema);
  self->proposal->schema = g_strdup (words[i]);
  show_kind (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static GtkWidget *
make_kinds (CutNameRow *self)
{
  const char *const *words = cut_vocab_get_words (CUT_VOCAB_ENTITY_SCHEMA);
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *kinds;
  guint chosen = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gtk_string_list_append (labels, cut_vocab_get_label (CUT_VOCAB_ENTITY_SCHEMA, words[i]));
      if (g_strcmp0 (words[i], self->proposal->schema) == 0)
        chosen = i;
    }
  kinds = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), chosen);
  cut_drop_down_set_spoken (GTK_DROP_DOWN (kinds), _("Kind of entity"));
  g_signal_connect_swapped (kinds, "notify::selected", G_CALLBACK (kind_chosen_cb), self);
  return kinds;
}

/* A known entity that it is. */

static void
show_choices (CutNameRow *self)
{
  show_kind (self);
  gtk_widget_set_visible (self->kinds, self->proposal->known == NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutNameRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) entity = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, &error);

  if (self->choices == NULL)
    return;
  if (entity == NULL)
    {
      cut_toast_error (GTK_WIDGET (self), error);
      return;
    }
  g_free (self->proposal->known);
  g_free (self->proposal->known_name);
  self->proposal->known = g_strdup (cut_record_get_id (entity));
  self->proposal->known_name = cut_record_get_title (entity);
  show_choices (self);
}

static void
picked_cb (CutNameRow *self,
           const char *id)
{
  cut_notebook_get_async (self->notebook, id, NULL, named_cb, g_object_ref (self));
}

static void
created_cb (CutNameRow *self,
            const char *name)
{
  g_autofree char *sentence = g_strdup_printf (_("No entity is called “%s”."), name);

  cut_completing_entry_show_id (CUT_COMPLETING_ENTRY (self->same), self->proposal->known);
  cut_toast (GTK_WIDGET (self), sentence, FALSE);
}

/* It is nobody that is known after all. */
static void
cleared_cb (CutNameRow *self)
{
  g_clear_pointer (&self->proposal->known, g_free);
  g_clear_pointer (&self->proposal->known_name, g_free);
  show_choices (self);
}

static GtkWidget *
make_same (CutNameRow *self)
{
  GtkWidget *same = cut_completing_entry_new (self->notebook, CUT_KIND_ENTITY);

  /* Translators: an entry for the entity that a proposed name belongs to */
  cut_completing_entry_set_label (CUT_COMPLETING_ENTRY (same), _("Same as…"));
  cut_completing_entry_show_id (CUT_COMPLETING_ENTRY (same), self->proposal->known);
  g_signal_connect_object (same, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (same, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (same, "cleared", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
  return same;
}

static void
build_choices (CutNameRow *self)
{
  self->choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->kinds = make_kinds (self);
  self->same = make_same (self);
  gtk_widget_set_visible (self->kinds, self->proposal->known == NULL);
  gtk_box_append (GTK_BOX (self->choices), self->kinds);
  gtk_box_append (GTK_BOX (self->choices), self->same);
  gtk_box_append (GTK_BOX (self->box), self->choices);
}

static void
add_button (CutNameRow *self,
            const char *icon,
            const char *name,
            const char *tooltip,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new ();

  cut_card_set_up_button (button, icon, name, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
build_buttons (CutNameRow *self)
{
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  add_button (self, "object-select-symbolic", _("Accept"), _("Accept (Enter)"), G_CALLBACK (accept_cb));
  add_button (self, "document-edit-symbolic", _("Change"), _("Choose another kind (E) or a known entity (S)"), G_CALLBACK (cut_name_row_choose_kind));
  add_button (self, "window-close-symbolic", _("Dismiss"), _("Dismiss (Delete)"), G_CALLBACK (dismiss_cb));
  gtk_box_append (GTK_BOX (self->top), self->buttons);
}

static void
cut_name_row_finalize (GObject *object)
{
  CutNameRow *self = CUT_NAME_ROW (object);

  cut_name_proposal_free (self->proposal);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_name_row_parent_class)->finalize (object);
}

static void
cut_name_row_class_init (CutNameRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_name_row_finalize;
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DISMISSED] = g_signal_new ("dismissed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cut_name_row_init (CutNameRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->box, "name-row");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (self->top), texts);
  gtk_box_append (GTK_BOX (self->box), self->top);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

/* A name may be shorter than a card's text ever is. */
static GtkLabel *
add_label (GtkWidget  *box,
           const char *class)
{
  GtkLabel *label = cut_card_add_label (box, class, 2);

  gtk_label_set_width_chars (label, -1);
  return label;
}

GtkWidget *
cut_name_row_new (CutNotebook           *notebook,
                  const CutNameProposal *proposal)
{
  CutNameRow *self = g_object_new (CUT_TYPE_NAME_ROW, NULL);
  GtkWidget *texts = gtk_widget_get_first_child (self->top);

  self->notebook = g_object_ref (notebook);
  self->proposal = cut_name_proposal_copy (proposal);
  gtk_label_set_label (add_label (texts, "name"), proposal->name);
  self->kind = add_label (texts, "said");
  show_kind (self);
  return GTK_WIDGET (self);
}

CutNameProposal *
cut_name_row_get_proposal (CutNameRow *self)
{
  return self->proposal;
}

void
cut_name_row_set_chosen (CutNameRow *self,
                         gboolean    chosen)
{
  if (chosen && self->buttons == NULL)
    build_buttons (self);
  if (self->buttons != NULL)
    gtk_widget_set_visible (self->buttons, chosen);
  if (chosen || self->choices == NULL)
    return;
  self->kinds = NULL;
  self->same = NULL;
  gtk_box_remove (GTK_BOX (self->box), g_steal_pointer (&self->choices));
}

void
cut_name_row_choose_kind (CutNameRow *self)
{
  if (self->choices == NULL)
    build_choices (self);
  if (self->proposal->known == NULL)
    gtk_widget_grab_focus (self->kinds);
  else
    cut_name_row_choose_entity (self);
}

void
cut_name_row_choose_entity (CutNameRow *self)
{
  if (self->choices == NULL)
    build_choices (self);
  gtk_widget_child_focus (self->same, GTK_DIR_TAB_FORWARD);
}
