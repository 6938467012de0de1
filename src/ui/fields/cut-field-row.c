/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-field-row.h"

#include <glib/gi18n-lib.h>

#include "cut-field-label.h"
#include "cut-secrets.h"
#include "cut-field-row-private.h"

struct _CutFieldRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *editor;
  GtkWidget *problem;

  CutNotebook *notebook;          /* (owned) */
  CutRecord *record;              /* (owned) (nullable) */
  const CutField *field;
  const CutFieldEditor *ops;
  CutKind kind;
  guint index;
  gboolean showing;
};

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutFieldRow, cut_field_row, ADW_TYPE_PREFERENCES_ROW)

static void
show_problem (CutFieldRow *self,
              const char  *sentence)
{
  gtk_label_set_label (GTK_LABEL (self->problem), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem, sentence != NULL);
  if (sentence != NULL)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");
  if (sentence != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID);
}

static gboolean
same_value (const GValue *a,
            const GValue *b)
{
  if (G_VALUE_HOLDS_STRING (a))
    return g_strcmp0 (g_value_get_string (a), g_value_get_string (b)) == 0;
  if (G_VALUE_HOLDS_BOOLEAN (a))
    return g_value_get_boolean (a) == g_value_get_boolean (b);
  if (G_VALUE_HOLDS_INT64 (a))
    return g_value_get_int64 (a) == g_value_get_int64 (b);
  if (g_value_get_boxed (a) == NULL || g_value_get_boxed (b) == NULL)
    return g_value_get_boxed (a) == g_value_get_boxed (b);
  if (G_VALUE_HOLDS (a, G_TYPE_STRV))
    return g_strv_equal (g_value_get_boxed (a), g_value_get_boxed (b));
  return G_VALUE_HOLDS (a, CUT_TYPE_DATE) && cut_date_equal (g_value_get_boxed (a), g_value_get_boxed (b));
}

/* What is locked is neither shown nor typed over: not even what somebody was typing when it locked stays. */
static gboolean
is_hidden (CutFieldRow *self)
{
  return self->record != NULL && cut_secrets_hides (self->record, self->index);
}

static void
emit_edited (CutFieldRow *self,
             CutRecord   *changed,
             CutRecord   *created)
{
  show_problem (self, NULL);
  if (same_value (cut_record_get_value (changed, self->index), cut_record_get_value (self->record, self->index)))
    return;
  g_signal_emit (self, signals[EDITED], 0, changed, created);
}

static void
cut_field_row_dispose (GObject *object)
{
  CutFieldRow *self = CUT_FIELD_ROW (object);

  g_clear_object (&self->notebook);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (cut_field_row_parent_class)->dispose (object);
}

/* The row itself takes no focus. A row of GTK's would hold whoever leaves its editor backwards. */
static gboolean
cut_field_row_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static void
cut_field_row_class_init (CutFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_field_row_dispose;
  GTK_WIDGET_CLASS (klass)->focus = cut_field_row_focus;

  signals[EDITED] = g_signal_new ("edited", CUT_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, CUT_TYPE_RECORD, CUT_TYPE_RECORD);
}

static void
cut_field_row_init (CutFieldRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/* Short editors stand beside their label, wide ones below it. */
static gboolean
stands_beside (const CutField *field)
{
  return field->type == CUT_FIELD_WORD || field->type == CUT_FIELD_BOOLEAN;
}

static void
build (CutFieldRow *self)
{
  gboolean beside = stands_beside (self->field);
  GtkWidget *box = gtk_box_new (beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, beside ? 12 : 3);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (cut_field_row_get_label (self));

  self->editor = self->ops->build (self);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, beside);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->editor);
  gtk_widget_set_valign (self->editor, GTK_ALIGN_CENTER);

  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_add_css_class (self->problem, "caption");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (outer), box);
  gtk_box_append (GTK_BOX (outer), self->problem);
  gtk_widget_add_css_class (outer, "field");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), outer);
}

GtkWidget *
cut_field_row_new (CutNotebook *notebook,
                   CutKind      kind,
                   const char  *name)
{
  CutFieldRow *self;
  guint n_fields;
  int index = cut_kind_find_field (kind, name);

  g_return_val_if_fail (index >= 0, NULL);

  self = g_object_new (CUT_TYPE_FIELD_ROW, NULL);
  self->notebook = g_object_ref (notebook);
  self->kind = kind;
  self->index = (guint) index;
  self->field = &cut_kind_get_fields (kind, &n_fields)[index];
  self->ops = cut_field_editor_for (kind, self->field);
  build (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), cut_field_row_get_label (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, cut_field_row_get_label (self), -1);
  return GTK_WIDGET (self);
}

/* The same object with the same value of this field: what is being typed stays. */
static gboolean
same_shown (CutFieldRow *self,
            CutRecord   *before,
            CutRecord   *record)
{
  return strcmp (cut_record_get_id (before), cut_record_get_id (record)) == 0
         && same_value (cut_record_get_value (before, self->index), cut_record_get_value (record, self->index));
}

void
cut_field_row_show (CutFieldRow *self,
                    CutRecord   *record)
{
  g_autoptr (CutRecord) before = NULL;

  g_return_if_fail (CUT_IS_FIELD_ROW (self));

  before = g_steal_pointer (&self->record);
  g_set_object (&self->record, record);
  gtk_widget_set_sensitive (GTK_WIDGET (self), record != NULL && !is_hidden (self) && !cut_notebook_is_read_only (self->notebook));
  if (record == NULL || (!is_hidden (self) && before != NULL && same_shown (self, before, record)))
    return;
  cut_field_row_restore (self);
}

void
cut_field_row_restore (CutFieldRow *self)
{
  if (self->record == NULL)
    return;
  self->showing = TRUE;
  self->ops->show (self, self->editor, self->record);
  self->showing = FALSE;
  show_problem (self, NULL);
}

const char *
cut_field_row_get_name (CutFieldRow *self)
{
  return self->field->name;
}

CutNotebook *
cut_field_row_get_notebook (CutFieldRow *self)
{
  return self->notebook;
}

const CutField *
cut_field_row_get_field (CutFieldRow *self)
{
  return self->field;
}

guint
cut_field_row_get_index (CutFieldRow *self)
{
  return self->index;
}

const char *
cut_field_row_get_label (CutFieldRow *self)
{
  return cut_field_get_label (self->kind, self->field->name);
}

gboolean
cut_field_row_is_showing (CutFieldRow *self)
{
  return self->showing;
}

CutRecord *
cut_field_row_get_record (CutFieldRow *self)
{
  return self->record;
}

void
cut_field_row_commit_value (CutFieldRow  *self,
                            const GValue *value,
                            CutRecord    *created)
{
  g_autoptr (CutRecord) changed = NULL;

  if (self->record == NULL || self->showing || is_hidden (self))
    return;
  changed = cut_record_with_value (self->record, self->index, value);
  emit_edited (self, changed, created);
}

void
cut_field_row_commit_text (CutFieldRow *self,
                           const char  *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutRecord) changed = NULL;

  if (self->record == NULL || self->showing || is_hidden (self))
    return;
  if ((self->field->flags & CUT_FIELD_REQUIRED) && *text == '\0')
    {
      show_problem (self, _("This cannot be empty."));
      return;
    }
  changed = cut_record_with_text (self->record, self->field->name, text, &error);
  if (changed == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  emit_edited (self, changed, NULL);
}
