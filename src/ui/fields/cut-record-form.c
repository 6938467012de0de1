/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-record-form.h"

#include "cut-field-label.h"
#include "cut-field-row.h"
#include "cut-toast.h"

struct _CutRecordForm
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GPtrArray *rows;        /* (element-type CutFieldRow): borrowed from the list */

  CutNotebook *notebook;  /* (owned) */
  CutRecord *record;      /* (owned) (nullable) */
  GPtrArray *created;     /* (owned) (nullable) (element-type CutRecord): of a draft: new objects that it names */
  CutKind kind;
};

G_DEFINE_FINAL_TYPE (CutRecordForm, cut_record_form, GTK_TYPE_WIDGET)

static void
show_record (CutRecordForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    cut_field_row_show (g_ptr_array_index (self->rows, i), self->record);
}

static void
changed_cb (CutRecordForm *self,
            GPtrArray     *changes)
{
  if (self->record == NULL)
    return;
  for (guint i = 0; i < changes->len; i++)
    {
      CutChange *change = g_ptr_array_index (changes, i);

      if (change->record != NULL && g_strcmp0 (change->id, cut_record_get_id (self->record)) == 0)
        cut_record_form_set_record (self, change->record);
    }
}

static void
read_again_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (CutRecordForm) self = user_data;
  g_autoptr (CutRecord) record = cut_notebook_get_finish (CUT_NOTEBOOK (source), result, NULL);

  if (record != NULL && self->record != NULL
      && g_strcmp0 (cut_record_get_id (record), cut_record_get_id (self->record)) == 0)
    cut_record_form_set_record (self, record);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CutRecordForm) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cut_notebook_commit_finish (CUT_NOTEBOOK (source), result, &error))
    return;
  cut_toast_error (GTK_WIDGET (self), error);
  /* What is shown was not stored: show what is. */
  if (self->record != NULL)
    cut_notebook_get_async (CUT_NOTEBOOK (source), cut_record_get_id (self->record), NULL, read_again_cb,
                            g_object_ref (self));
}

static void
edited_cb (CutRecordForm *self,
           CutRecord     *changed,
           CutRecord     *created)
{
  g_autoptr (CutAct) act = NULL;

  /* The next edit builds on this one, also before it is written. */
  g_set_object (&self->record, changed);
  show_record (self);
  if (self->created != NULL)
    {
      if (created != NULL)
        g_ptr_array_add (self->created, g_object_ref (created));
      return;
    }
  act = cut_act_new (cut_kind_get_edit_label (self->kind));
  if (created != NULL)
    cut_act_put (act, created);
  cut_act_put (act, changed);
  cut_notebook_commit_async (self->notebook, g_steal_pointer (&act), NULL, committed_cb, g_object_ref (self));
}

static void
cut_record_form_dispose (GObject *object)
{
  CutRecordForm *self = CUT_RECORD_FORM (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->created, g_ptr_array_unref);
  g_clear_object (&self->notebook);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (cut_record_form_parent_class)->dispose (object);
}

static void
cut_record_form_class_init (CutRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_record_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "record-form");
}

static void
cut_record_form_init (CutRecordForm *self)
{
  self->rows = g_ptr_array_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
cut_record_form_new (CutNotebook       *notebook,
                     CutKind            kind,
                     const char *const *fields)
{
  CutRecordForm *self = g_object_new (CUT_TYPE_RECORD_FORM, NULL);

  self->notebook = g_object_ref (notebook);
  self->kind = kind;
  for (guint i = 0; fields[i] != NULL; i++)
    {
      GtkWidget *row = cut_field_row_new (notebook, kind, fields[i]);

      g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cut_kind_get_label (kind), -1);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_record (self);
  return GTK_WIDGET (self);
}

GtkWidget *
cut_record_form_new_draft (CutNotebook       *notebook,
                           CutKind            kind,
                           const char *const *fields)
{
  GtkWidget *self = cut_record_form_new (notebook, kind, fields);

  CUT_RECORD_FORM (self)->created = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
cut_record_form_put (CutRecordForm *self,
                     CutRecord     *record,
                     CutRecord     *created)
{
  g_return_if_fail (CUT_IS_RECORD_FORM (self) && self->created != NULL);

  if (created != NULL)
    g_ptr_array_add (self->created, g_object_ref (created));
  cut_record_form_set_record (self, record);
}

CutAct *
cut_record_form_make_act (CutRecordForm *self,
                          const char    *label)
{
  CutAct *act;

  g_return_val_if_fail (CUT_IS_RECORD_FORM (self) && self->created != NULL && self->record != NULL, NULL);

  act = cut_act_new (label);
  for (guint i = 0; i < self->created->len; i++)
    cut_act_put (act, g_ptr_array_index (self->created, i));
  cut_act_put (act, self->record);
  return act;
}

void
cut_record_form_set_record (CutRecordForm *self,
                            CutRecord     *record)
{
  g_return_if_fail (CUT_IS_RECORD_FORM (self));
  g_return_if_fail (record == NULL || cut_record_get_kind (record) == self->kind);

  if (g_set_object (&self->record, record))
    show_record (self);
}

CutRecord *
cut_record_form_get_record (CutRecordForm *self)
{
  g_return_val_if_fail (CUT_IS_RECORD_FORM (self), NULL);

  return self->record;
}

void
cut_record_form_focus (CutRecordForm *self,
                       const char    *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (strcmp (cut_field_row_get_name (g_ptr_array_index (self->rows, i)), field) == 0)
      gtk_widget_child_focus (g_ptr_array_index (self->rows, i), GTK_DIR_TAB_FORWARD);
}
