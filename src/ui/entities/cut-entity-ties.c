/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-entity-ties.h"

#include <glib/gi18n-lib.h>

#include "cut-date-text.h"
#include "cut-entity.h"
#include "cut-evidence-row.h"
#include "cut-field-label.h"
#include "cut-paged-rows.h"
#include "cut-relation-dialog.h"
#include "cut-relation.h"
#include "cut-toast.h"

struct _CutEntityTies
{
  GtkWidget parent_instance;

  CutPagedRows *rows;    /* (owned by the widget tree) */
  GtkWidget *nothing;
  CutNotebook *notebook; /* (owned) */
  CutEntityKnown *known; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CutEntityTies, cut_entity_ties, GTK_TYPE_WIDGET)

static const CutEntityTie *
tie_at (CutEntityTies *self,
        guint          place)
{
  return self->known != NULL && place < self->known->ties->len ? g_ptr_array_index (self->known->ties, place) : NULL;
}

/* Acts. */

static void
open_dialog (CutEntityTies *self,
             CutRecord     *relation)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = cut_relation_dialog_new (root != NULL ? GTK_WINDOW (root) : NULL, self->notebook,
                                               cut_record_get_id (self->known->entity), relation);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
edit_cb (CutEntityTies *self,
         GtkWidget     *button)
{
  const CutEntityTie *tie = tie_at (self, cut_evidence_row_get_place (button));

  if (tie != NULL)
    open_dialog (self, tie->relation);
}

static void
delete_cb (CutEntityTies *self,
           GtkWidget     *button)
{
  const CutEntityTie *tie = tie_at (self, cut_evidence_row_get_place (button));
  CutAct *act;

  if (tie == NULL)
    return;
  act = cut_act_new (cut_kind_get_delete_label (CUT_KIND_RELATION));
  cut_act_trash (act, tie->relation);
  cut_toast_commit (GTK_WIDGET (self), self->notebook, act, _("Relation moved to Trash"));
}

static void
activated_cb (CutEntityTies *self,
              guint          place)
{
  const CutEntityTie *tie = tie_at (self, place);

  if (tie != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-entity", "s", cut_record_get_id (tie->other));
}

/* Rows. */

static char *
describe_dates (CutRelation *relation)
{
  g_autofree char *start = cut_date_to_text (cut_relation_get_start (relation));
  g_autofree char *end = cut_date_to_text (cut_relation_get_end (relation));

  if (start != NULL && end != NULL)
    /* Translators: from a date to a date */
    return g_strdup_printf (C_("dates", "%s – %s"), start, end);
  if (start != NULL)
    /* Translators: %s is a date */
    return g_strdup_printf (C_("dates", "since %s"), start);
  /* Translators: %s is a date */
  return end != NULL ? g_strdup_printf (C_("dates", "until %s"), end) : NULL;
}

static char *
describe (const CutEntityTie *tie)
{
  CutRelation *relation = CUT_RELATION (tie->relation);
  const char *role = cut_relation_get_role (relation);
  g_autofree char *dates = describe_dates (relation);
  g_autoptr (GString) text = g_string_new (cut_entity_tie_get_label (tie));

  if (role != NULL)
    g_string_append_printf (text, " · %s", role);
  if (dates != NULL)
    g_string_append_printf (text, " · %s", dates);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_row (guint    place,
          gpointer user_data)
{
  CutEntityTies *self = user_data;
  const CutEntityTie *tie = tie_at (self, place);
  gboolean writable = !cut_notebook_is_read_only (self->notebook);
  g_autofree char *subtitle = describe (tie);
  GtkWidget *row = cut_evidence_row_new (cut_entity_get_name (CUT_ENTITY (tie->other)), subtitle, tie->evidence);
  GtkWidget *edit = cut_evidence_row_add_button (row, "document-edit-symbolic", _("Edit This Relation"), place,
                                                 G_CALLBACK (edit_cb), self);
  GtkWidget *delete = cut_evidence_row_add_button (row, "user-trash-symbolic", _("Delete This Relation"), place,
                                                   G_CALLBACK (delete_cb), self);

  gtk_widget_set_sensitive (edit, writable);
  gtk_widget_set_sensitive (delete, writable);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
cut_entity_ties_dispose (GObject *object)
{
  CutEntityTies *self = CUT_ENTITY_TIES (object);

  g_clear_pointer ((GtkWidget **) &self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->nothing, gtk_widget_unparent);
  g_clear_pointer (&self->known, cut_entity_known_unref);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_entity_ties_parent_class)->dispose (object);
}

static void
cut_entity_ties_class_init (CutEntityTiesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_entity_ties_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cut_entity_ties_init (CutEntityTies *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->rows = CUT_PAGED_ROWS (cut_paged_rows_new (_("Relations"), make_row, self));
  self->nothing = gtk_label_new (_("Nobody is related to it yet."));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_parent (GTK_WIDGET (self->rows), GTK_WIDGET (self));
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
cut_entity_ties_new (CutNotebook *notebook)
{
  CutEntityTies *self = g_object_new (CUT_TYPE_ENTITY_TIES, NULL);

  self->notebook = g_object_ref (notebook);
  return GTK_WIDGET (self);
}

static gboolean
same_evidence (GPtrArray *a,
               GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const CutPassage *left = g_ptr_array_index (a, i);
      const CutPassage *right = g_ptr_array_index (b, i);

      if (g_strcmp0 (left->annotation, right->annotation) != 0 || g_strcmp0 (left->words, right->words) != 0
          || g_strcmp0 (left->outlet, right->outlet) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Rows that show the same stay as they are. */
static gboolean
same_ties (GPtrArray *a,
           GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const CutEntityTie *left = g_ptr_array_index (a, i);
      const CutEntityTie *right = g_ptr_array_index (b, i);

      if (!cut_record_equal (left->relation, right->relation) || !cut_record_equal (left->other, right->other)
          || left->back != right->back || !same_evidence (left->evidence, right->evidence))
        return FALSE;
    }
  return TRUE;
}

void
cut_entity_ties_show (CutEntityTies  *self,
                      CutEntityKnown *known,
                      gboolean        same)
{
  g_autoptr (CutEntityKnown) before = NULL;

  g_return_if_fail (CUT_IS_ENTITY_TIES (self) && known != NULL);

  before = g_steal_pointer (&self->known);
  self->known = cut_entity_known_ref (known);
  if (before == NULL || !same || !same_ties (before->ties, known->ties))
    cut_paged_rows_show (self->rows, known->ties->len, same);
  gtk_widget_set_visible (self->nothing, known->ties->len == 0);
}

void
cut_entity_ties_add (CutEntityTies *self)
{
  if (self->known != NULL)
    open_dialog (self, NULL);
}
