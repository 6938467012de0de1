/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-proven-list.h"

#include <glib/gi18n-lib.h>

#include "cut-evidence-row.h"
#include "cut-field-label.h"
#include "cut-paged-rows.h"
#include "cut-toast.h"

struct _CutProvenList
{
  GtkWidget parent_instance;

  CutPagedRows *rows;    /* (owned by the widget tree), as the next one */
  GtkWidget *nothing;

  CutNotebook *notebook; /* (owned) */
  GPtrArray *items;      /* (owned) (nullable) (element-type CutProven) */
};

enum
{
  EDIT,
  ADD_FACT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutProvenList, cut_proven_list, GTK_TYPE_WIDGET)

static const CutProven *
item_at (CutProvenList *self,
         guint          place)
{
  return self->items != NULL && place < self->items->len ? g_ptr_array_index (self->items, place) : NULL;
}

/* Acts. */

static void
edit_cb (CutProvenList *self,
         GtkWidget     *button)
{
  const CutProven *item = item_at (self, cut_evidence_row_get_place (button));

  if (item != NULL)
    g_signal_emit (self, signals[EDIT], 0, item->record, item->about);
}

static void
add_fact_cb (CutProvenList *self,
             GtkWidget     *button)
{
  const CutProven *item = item_at (self, cut_evidence_row_get_place (button));

  if (item != NULL)
    g_signal_emit (self, signals[ADD_FACT], 0, item->record);
}

static void
delete_cb (CutProvenList *self,
           GtkWidget     *button)
{
  const CutProven *item = item_at (self, cut_evidence_row_get_place (button));
  CutKind kind;
  CutAct *act;

  if (item == NULL)
    return;
  kind = cut_record_get_kind (item->record);
  act = cut_act_new (cut_kind_get_delete_label (kind));
  cut_act_trash (act, item->record);
  cut_toast_commit (GTK_WIDGET (self), self->notebook, act,
                    kind == CUT_KIND_FACT ? _("Fact moved to Trash") : _("Relation moved to Trash"));
}

static void
activated_cb (CutProvenList *self,
              guint          place)
{
  const CutProven *item = item_at (self, place);

  if (item != NULL && item->opens != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-entity", "s", item->opens);
}

/* Rows. */

static void
add_button (CutProvenList *self,
            GtkWidget     *row,
            const char    *icon,
            const char    *name,
            guint          place,
            GCallback      callback)
{
  GtkWidget *button = cut_evidence_row_add_button (row, icon, name, place, callback, self);

  gtk_widget_set_sensitive (button, !cut_notebook_is_read_only (self->notebook));
}

/* What is about a relation stands a little below it. */
static GtkWidget *
make_indent (void)
{
  GtkWidget *indent = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (indent, 12, -1);
  return indent;
}

static GtkWidget *
make_row (guint    place,
          gpointer user_data)
{
  CutProvenList *self = user_data;
  const CutProven *item = item_at (self, place);
  CutKind kind = cut_record_get_kind (item->record);
  GtkWidget *row = cut_evidence_row_new (item->title, item->subtitle, item->evidence);

  if (item->about != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_indent ());
  if (kind == CUT_KIND_RELATION)
    add_button (self, row, "list-add-symbolic", _("Add a Fact about the Relation"), place, G_CALLBACK (add_fact_cb));
  add_button (self, row, "document-edit-symbolic", cut_kind_get_edit_label (kind), place, G_CALLBACK (edit_cb));
  add_button (self, row, "user-trash-symbolic", cut_kind_get_delete_label (kind), place, G_CALLBACK (delete_cb));
  if (item->opens != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), item->opens != NULL);
  return row;
}

static void
cut_proven_list_dispose (GObject *object)
{
  CutProvenList *self = CUT_PROVEN_LIST (object);

  g_clear_pointer ((GtkWidget **) &self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->nothing, gtk_widget_unparent);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->notebook);
  G_OBJECT_CLASS (cut_proven_list_parent_class)->dispose (object);
}

static void
cut_proven_list_class_init (CutProvenListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_proven_list_dispose;
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                CUT_TYPE_RECORD, CUT_TYPE_RECORD);
  signals[ADD_FACT] = g_signal_new ("add-fact", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    CUT_TYPE_RECORD);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cut_proven_list_init (CutProvenList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
cut_proven_list_new (CutNotebook *notebook,
                     const char  *label,
                     const char  *nothing)
{
  CutProvenList *self = g_object_new (CUT_TYPE_PROVEN_LIST, NULL);

  self->notebook = g_object_ref (notebook);
  self->rows = CUT_PAGED_ROWS (cut_paged_rows_new (label, make_row, self));
  self->nothing = gtk_label_new (nothing);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_parent (GTK_WIDGET (self->rows), GTK_WIDGET (self));
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* Rows that show the same stay as they are. */
static gboolean
same_items (GPtrArray *a,
            GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = cut_proven_same (g_ptr_array_index (a, i), g_ptr_array_index (b, i));
  return same;
}

static gboolean
has_focus (CutProvenList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

void
cut_proven_list_show (CutProvenList *self,
                      GPtrArray     *items,
                      gboolean       same)
{
  g_autoptr (GPtrArray) before = NULL;
  gboolean focused;

  g_return_if_fail (CUT_IS_PROVEN_LIST (self) && items != NULL);

  focused = has_focus (self);

  before = g_steal_pointer (&self->items);
  self->items = g_ptr_array_ref (items);
  if (before == NULL || !same || !same_items (before, items))
    cut_paged_rows_show (self->rows, items->len, same);
  gtk_widget_set_visible (self->nothing, items->len == 0);
  /* Whoever took the last one away stands at the button that adds one. */
  if (focused && items->len == 0)
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}
