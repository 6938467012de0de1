/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-fact-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-compat.h"
#include "cut-completing-entry.h"
#include "cut-entity.h"
#include "cut-error.h"
#include "cut-fact.h"
#include "cut-field-label.h"
#include "cut-parts.h"
#include "cut-record-form.h"
#include "cut-schemata.h"
#include "cut-spoken.h"

/* What stands above the form: the property and its value. */
#define CUT_TYPE_FACT_EDITOR (cut_fact_editor_get_type ())
G_DECLARE_FINAL_TYPE (CutFactEditor, cut_fact_editor, CUT, FACT_EDITOR, GtkWidget)

struct _CutFactEditor
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GtkWidget *choice;
  GtkStack *editors; /* one for words, one for entities */
  GtkWidget *entry;
  GtkWidget *entity_entry;
  GtkLabel *problem;

  CutRecordForm *form;   /* (owned) */
  GPtrArray *properties; /* (owned) (element-type CutProperty) */
};

G_DEFINE_FINAL_TYPE (CutFactEditor, cut_fact_editor, GTK_TYPE_WIDGET)

static const char *const fields[] = { "date", "evidence", "note", NULL };

static const CutProperty *
get_property (CutFactEditor *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  return selected < self->properties->len ? g_ptr_array_index (self->properties, selected) : NULL;
}

static CutFact *
get_draft (CutFactEditor *self)
{
  return CUT_FACT (cut_record_form_get_record (self->form));
}

static void
put (CutFactEditor *self,
     const char   *value,
     const char   *entity,
     CutRecord    *created)
{
  const CutProperty *property = get_property (self);
  g_autoptr (CutRecord) draft = cut_record_with (CUT_RECORD (get_draft (self)), "property", property->name, "value", value, "entity",
                                                 entity, NULL);

  cut_record_form_put (self->form, draft, created);
  gtk_widget_activate_action (GTK_WIDGET (self), "record.changed", NULL);
}

/* Values in words. */

static void
show_problem (CutFactEditor *self,
              const char   *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
  if (sentence != NULL)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
      return;
    }
  gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* Returns: (transfer full) (nullable): what is typed, as it is stored */
static char *
check_typed (CutFactEditor  *self,
             GError       **error)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *text = g_strstrip (g_strdup (typed));

  if (*text != '\0')
    return cut_property_check_value (get_property (self), text, error);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("Type a value."));
  return NULL;
}

static void
typed_cb (CutFactEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = check_typed (self, &error);
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';

  show_problem (self, value == NULL && !empty ? error->message : NULL);
  put (self, value, NULL, NULL);
}

/* Values that are entities. */

static void
picked_cb (CutFactEditor *self,
           const char   *id)
{
  put (self, NULL, id, NULL);
}

static void
created_cb (CutFactEditor *self,
            const char   *name)
{
  const CutProperty *property = get_property (self);
  g_autoptr (CutRecord) named = cut_record_new_named (CUT_KIND_ENTITY, name);
  g_autoptr (CutRecord) created = NULL;

  created = property->range != NULL && cut_vocab_has (CUT_VOCAB_ENTITY_SCHEMA, property->range)
                ? cut_record_with (named, "schema", property->range, NULL)
                : g_object_ref (named);
  put (self, NULL, cut_record_get_id (created), created);
}

static void
cleared_cb (CutFactEditor *self)
{
  put (self, NULL, NULL, NULL);
}

/* The property. */

static const char *
get_example (CutValueType type)
{
  switch ((int) type)
    {
    case CUT_VALUE_DATE:
      return _("YYYY-MM-DD");
    case CUT_VALUE_COUNTRY:
      return _("Name or code of a country");
    case CUT_VALUE_URL:
      return "https://";
    case CUT_VALUE_NUMBER:
      return "1234.5";
    default:
      return NULL;
    }
}

static void
show_editor (CutFactEditor *self)
{
  const CutProperty *property = get_property (self);
  gboolean entity = property->type == CUT_VALUE_ENTITY;

  gtk_stack_set_visible_child (self->editors, entity ? self->entity_entry : self->entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), get_example (property->type));
}

static void
chosen_cb (CutFactEditor *self)
{
  if (get_property (self) == NULL)
    return;
  show_editor (self);
  show_problem (self, NULL);
  if (get_property (self)->type == CUT_VALUE_ENTITY)
    put (self, NULL, cut_fact_get_entity (get_draft (self)), NULL);
  else
    typed_cb (self);
}

static gboolean
check_cb (CutRecord  *record,
          gpointer    user_data,
          GError    **error)
{
  CutFactEditor *self = user_data;
  g_autofree char *value = NULL;

  if (get_property (self)->type != CUT_VALUE_ENTITY)
    {
      value = check_typed (self, error);
      return value != NULL;
    }
  if (cut_fact_get_entity (CUT_FACT (record)) != NULL)
    return TRUE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("Choose the entity."));
  return FALSE;
}

/* Set-up. */

static void
cut_fact_editor_dispose (GObject *object)
{
  CutFactEditor *self = CUT_FACT_EDITOR (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_object (&self->form);
  g_clear_pointer (&self->properties, g_ptr_array_unref);
  G_OBJECT_CLASS (cut_fact_editor_parent_class)->dispose (object);
}

static void
cut_fact_editor_class_init (CutFactEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_fact_editor_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cut_fact_editor_init (CutFactEditor *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

/* What a field of the entity holds is edited there. */
static void
read_properties (CutFactEditor *self,
                 const char   *schema)
{
  g_autoptr (GPtrArray) all = cut_schemata_list_properties (schema);

  self->properties = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (cut_property_get_field (g_ptr_array_index (all, i), schema) == NULL)
      g_ptr_array_add (self->properties, g_ptr_array_index (all, i));
}

static GtkWidget *
make_choice (CutFactEditor *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *choice;

  for (guint i = 0; i < self->properties->len; i++)
    gtk_string_list_append (labels, cut_property_get_label (g_ptr_array_index (self->properties, i)));
  choice = gtk_drop_down_new (G_LIST_MODEL (labels), expression);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  cut_drop_down_search_by_typing (GTK_DROP_DOWN (choice));
  cut_drop_down_set_spoken (GTK_DROP_DOWN (choice), _("Property"));
  return choice;
}

static GtkWidget *
make_editors (CutFactEditor *self,
              CutNotebook  *notebook,
              const char   *about)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->entry = gtk_entry_new ();
  self->entity_entry = cut_completing_entry_new (notebook, CUT_KIND_ENTITY);
  cut_completing_entry_set_label (CUT_COMPLETING_ENTRY (self->entity_entry), _("Other entity"));
  cut_completing_entry_set_left_out (CUT_COMPLETING_ENTRY (self->entity_entry), about);
  cut_completing_entry_keep_typed (CUT_COMPLETING_ENTRY (self->entity_entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Value"), -1);
  self->editors = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (self->editors, self->entry);
  gtk_stack_add_child (self->editors, self->entity_entry);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_wrap_mode (self->problem, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "caption");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->editors));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  return box;
}

/* Shows the draft as it is. */
static void
show_draft (CutFactEditor *self)
{
  CutFact *draft = get_draft (self);
  const char *name = cut_fact_get_property (draft);
  const char *value = cut_fact_get_value (draft);

  for (guint i = 0; name != NULL && i < self->properties->len; i++)
    if (strcmp (((const CutProperty *) g_ptr_array_index (self->properties, i))->name, name) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), i);
  if (value != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), value);
  if (cut_fact_get_entity (draft) != NULL)
    cut_completing_entry_show_id (CUT_COMPLETING_ENTRY (self->entity_entry), cut_fact_get_entity (draft));
  show_editor (self);
}

static GtkWidget *
value_new (CutNotebook   *notebook,
           CutRecordForm *form,
           CutRecord     *about)
{
  CutFactEditor *self = g_object_new (CUT_TYPE_FACT_EDITOR, NULL);
  GtkWidget *editors;

  self->form = g_object_ref (form);
  read_properties (self, cut_fact_get_schema_of (about));
  self->choice = make_choice (self);
  editors = make_editors (self, notebook, cut_record_get_id (about));
  gtk_list_box_append (GTK_LIST_BOX (self->list), cut_labelled_row_new (_("Property"), self->choice));
  gtk_list_box_append (GTK_LIST_BOX (self->list), cut_labelled_row_new (_("Value"), editors));
  show_draft (self);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entity_entry, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entity_entry, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entity_entry, "cleared", G_CALLBACK (cleared_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static const char *
get_first_property (CutRecord *about)
{
  const char *schema = cut_fact_get_schema_of (about);
  g_autoptr (GPtrArray) all = cut_schemata_list_properties (schema);

  for (guint i = 0; i < all->len; i++)
    {
      const CutProperty *property = g_ptr_array_index (all, i);

      if (cut_property_get_field (property, schema) == NULL)
        return property->name;
    }
  return NULL;
}

GtkWidget *
cut_fact_dialog_new (GtkWindow   *parent,
                     CutNotebook *notebook,
                     CutRecord   *about,
                     CutRecord   *fact)
{
  gboolean anew = fact == NULL;
  g_autoptr (CutRecord) draft = anew ? cut_record_new (CUT_KIND_FACT, "about", cut_record_get_id (about), "property",
                                                       get_first_property (about), NULL)
                                     : g_object_ref (fact);
  const char *title = anew ? cut_kind_get_new_label (CUT_KIND_FACT) : cut_kind_get_edit_label (CUT_KIND_FACT);
  GtkWidget *dialog = cut_record_dialog_new (parent, notebook, title, anew ? _("_Add") : _("_Change"), title, draft, fields);
  GtkWidget *form = cut_record_dialog_get_form (CUT_RECORD_DIALOG (dialog));
  GtkWidget *value = value_new (notebook, CUT_RECORD_FORM (form), about);

  cut_record_dialog_add_top (CUT_RECORD_DIALOG (dialog), value);
  cut_record_dialog_set_check (CUT_RECORD_DIALOG (dialog), check_cb, value);
  return dialog;
}
