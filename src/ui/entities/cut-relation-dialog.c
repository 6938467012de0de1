/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-relation-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-completing-entry.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-field-label.h"
#include "cut-parts.h"
#include "cut-record-form.h"
#include "cut-relation-label.h"
#include "cut-relation.h"
#include "cut-schemata.h"
#include "cut-spoken.h"

/* One choice of the drop-down. */
typedef struct
{
  const char *schema;
  gboolean back;
} Choice;

/* What stands above the form: how, and to whom. */
#define CUT_TYPE_RELATION_ENDS (cut_relation_ends_get_type ())
G_DECLARE_FINAL_TYPE (CutRelationEnds, cut_relation_ends, CUT, RELATION_ENDS, GtkWidget)

struct _CutRelationEnds
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GtkWidget *choice;
  GtkWidget *entry;

  CutRecordForm *form;   /* (owned) */
  CutNotebook *notebook; /* (owned) */
  CutRecord *entity;     /* (owned) */
  char *other;           /* (owned) (nullable): id of the entity at the other end */
  char *other_schema;    /* (owned) (nullable): of it, once it has been read */
  GArray *choices;       /* (owned) (element-type Choice) */
};

G_DEFINE_FINAL_TYPE (CutRelationEnds, cut_relation_ends, GTK_TYPE_WIDGET)

static const char *const fields[] = { "role", "start", "end", "evidence", NULL };

static const Choice *
get_choice (CutRelationEnds *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  return &g_array_index (self->choices, Choice, MIN (selected, self->choices->len - 1));
}

static void
update_draft (CutRelationEnds *self,
              CutRecord       *created)
{
  const Choice *choice = get_choice (self);
  const char *entity = cut_record_get_id (self->entity);
  g_autoptr (CutRecord) draft = NULL;

  draft = cut_record_with (cut_record_form_get_record (self->form), "schema", choice->schema, "from",
                           choice->back ? self->other : entity, "to", choice->back ? entity : self->other, NULL);
  cut_record_form_put (self->form, draft, created);
  gtk_widget_activate_action (GTK_WIDGET (self), "record.changed", NULL);
}

static void
chosen_cb (CutRelationEnds *self)
{
  update_draft (self, NULL);
}

/* Of which kind it is decides which relations fit. */
static void
other_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CutRelationEnds) self = user_data;
  g_autoptr (CutRecord) other = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, NULL);

  if (other == NULL || !CUT_IS_ENTITY (other) || g_strcmp0 (cut_record_get_id (other), self->other) != 0)
    return;
  g_free (self->other_schema);
  self->other_schema = g_strdup (cut_entity_get_schema (CUT_ENTITY (other)));
}

static void
set_other (CutRelationEnds *self,
           const char      *id)
{
  g_free (self->other);
  self->other = g_strdup (id);
  g_clear_pointer (&self->other_schema, g_free);
  if (id != NULL)
    cut_notebook_get_async (self->notebook, id, NULL, other_cb, g_object_ref (self));
}

static void
picked_cb (CutRelationEnds *self,
           const char      *id)
{
  set_other (self, id);
  update_draft (self, NULL);
}

/* A new entity is of the first kind that fits that end. */
static const char *
choose_schema (const Choice *choice)
{
  const char *const *words = cut_vocab_get_words (CUT_VOCAB_ENTITY_SCHEMA);

  for (guint i = 0; words[i] != NULL; i++)
    if (cut_schemata_fits (choice->schema, !choice->back, words[i]))
      return words[i];
  return words[0];
}

static void
created_cb (CutRelationEnds *self,
            const char      *name)
{
  const char *schema = choose_schema (get_choice (self));
  g_autoptr (CutRecord) created = cut_record_new (CUT_KIND_ENTITY, "name", name, "schema", schema, NULL);

  g_free (self->other);
  g_free (self->other_schema);
  self->other = g_strdup (cut_record_get_id (created));
  self->other_schema = g_strdup (schema);
  update_draft (self, created);
}

static void
cleared_cb (CutRelationEnds *self)
{
  set_other (self, NULL);
  update_draft (self, NULL);
}

static gboolean
check_cb (CutRecord  *record,
          gpointer    user_data,
          GError    **error)
{
  CutRelationEnds *self = user_data;
  const char *own = cut_entity_get_schema (CUT_ENTITY (self->entity));
  const Choice *choice = get_choice (self);

  if (self->other == NULL)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("Choose the other entity."));
      return FALSE;
    }
  if (self->other_schema == NULL)
    return TRUE;
  return cut_schemata_check_ends (choice->schema, choice->back ? self->other_schema : own, choice->back ? own : self->other_schema,
                                  error);
}

static gboolean
cut_relation_ends_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CUT_RELATION_ENDS (widget)->choice);
}

static void
cut_relation_ends_dispose (GObject *object)
{
  CutRelationEnds *self = CUT_RELATION_ENDS (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_object (&self->form);
  g_clear_object (&self->notebook);
  g_clear_object (&self->entity);
  g_clear_pointer (&self->other, g_free);
  g_clear_pointer (&self->other_schema, g_free);
  g_clear_pointer (&self->choices, g_array_unref);
  G_OBJECT_CLASS (cut_relation_ends_parent_class)->dispose (object);
}

static void
cut_relation_ends_class_init (CutRelationEndsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_relation_ends_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = cut_relation_ends_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cut_relation_ends_init (CutRelationEnds *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

static void
add_choice (CutRelationEnds *self,
            GtkStringList   *labels,
            const char      *schema,
            gboolean         back)
{
  const Choice choice = { schema, back };

  g_array_append_val (self->choices, choice);
  gtk_string_list_append (labels, cut_relation_get_label (schema, back));
}

static GtkWidget *
make_choice (CutRelationEnds *self)
{
  const char *const *words = cut_vocab_get_words (CUT_VOCAB_RELATION_SCHEMA);
  const char *schema = cut_entity_get_schema (CUT_ENTITY (self->entity));
  const char *present = cut_relation_get_schema (CUT_RELATION (cut_record_form_get_record (self->form)));
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean fits = cut_schemata_fits (words[i], FALSE, schema);
      gboolean directed = cut_relation_has_direction (words[i]);
      gboolean fits_back = cut_schemata_fits (words[i], TRUE, schema) && (directed || !fits);

      /* One that is there already is offered whatever the entity has become since. */
      if (fits || strcmp (words[i], present) == 0)
        add_choice (self, labels, words[i], FALSE);
      if (fits_back || (directed && strcmp (words[i], present) == 0))
        add_choice (self, labels, words[i], TRUE);
    }
  return gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
}

static guint
find_choice (CutRelationEnds *self,
             const char      *schema,
             gboolean         back)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      if (g_strcmp0 (choice->schema, schema) == 0 && (choice->back == back || !cut_relation_has_direction (schema)))
        return i;
    }
  return 0;
}

/* Shows the ends as the draft has them. */
static void
show_draft (CutRelationEnds *self)
{
  CutRelation *draft = CUT_RELATION (cut_record_form_get_record (self->form));
  gboolean back = g_strcmp0 (cut_relation_get_to (draft), cut_record_get_id (self->entity)) == 0;

  set_other (self, back ? cut_relation_get_from (draft) : cut_relation_get_to (draft));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), find_choice (self, cut_relation_get_schema (draft), back));
  if (self->other != NULL)
    cut_completing_entry_show_id (CUT_COMPLETING_ENTRY (self->entry), self->other);
}

static GtkWidget *
ends_new (CutNotebook   *notebook,
          CutRecordForm *form,
          CutRecord     *entity)
{
  CutRelationEnds *self = g_object_new (CUT_TYPE_RELATION_ENDS, NULL);

  self->notebook = g_object_ref (notebook);
  self->form = g_object_ref (form);
  self->entity = g_object_ref (entity);
  self->choice = make_choice (self);
  self->entry = cut_completing_entry_new (notebook, CUT_KIND_ENTITY);
  cut_drop_down_set_spoken (GTK_DROP_DOWN (self->choice), _("Kind of relation"));
  cut_completing_entry_set_label (CUT_COMPLETING_ENTRY (self->entry), _("Other entity"));
  cut_completing_entry_set_left_out (CUT_COMPLETING_ENTRY (self->entry), cut_record_get_id (entity));
  cut_completing_entry_keep_typed (CUT_COMPLETING_ENTRY (self->entry));
  gtk_list_box_append (GTK_LIST_BOX (self->list), cut_labelled_row_new (_("Kind of relation"), self->choice));
  gtk_list_box_append (GTK_LIST_BOX (self->list), cut_labelled_row_new (_("Other entity"), self->entry));
  show_draft (self);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "cleared", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GtkWidget *
cut_relation_dialog_new (GtkWindow   *parent,
                         CutNotebook *notebook,
                         CutRecord   *entity,
                         CutRecord   *relation)
{
  gboolean anew = relation == NULL;
  g_autoptr (CutRecord) draft = anew ? cut_record_new (CUT_KIND_RELATION, "from", cut_record_get_id (entity), NULL) : g_object_ref (relation);
  const char *title = anew ? cut_kind_get_new_label (CUT_KIND_RELATION) : cut_kind_get_edit_label (CUT_KIND_RELATION);
  GtkWidget *dialog = cut_record_dialog_new (parent, notebook, title, anew ? _("_Add") : _("_Change"), title, draft, fields);
  GtkWidget *form = cut_record_dialog_get_form (CUT_RECORD_DIALOG (dialog));
  GtkWidget *ends = ends_new (notebook, CUT_RECORD_FORM (form), entity);

  cut_record_dialog_add_top (CUT_RECORD_DIALOG (dialog), ends);
  cut_record_dialog_set_check (CUT_RECORD_DIALOG (dialog), check_cb, ends);
  return dialog;
}
