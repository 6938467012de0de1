/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-paged-rows.h"

#include <glib/gi18n-lib.h>

#define ROWS_AT_ONCE 50

struct _CutPagedRows
{
  GtkWidget parent_instance;

  GtkListBox *list;
  GtkWidget *more_button;

  CutMakeRow make;
  gpointer user_data; /* (unowned) */
  guint n;
  guint n_shown; /* how many have a row */
};

enum
{
  ROW_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutPagedRows, cut_paged_rows, GTK_TYPE_WIDGET)

static void
show_until (CutPagedRows *self,
            guint         end)
{
  for (end = MIN (end, self->n); self->n_shown < end; self->n_shown++)
    gtk_list_box_append (self->list, self->make (self->n_shown, self->user_data));
  gtk_widget_set_visible (self->more_button, self->n_shown < self->n);
}

static void
focus_row (CutPagedRows *self,
           int           place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, MIN (place, (int) self->n_shown - 1));

  if (row != NULL && !gtk_widget_grab_focus (GTK_WIDGET (row)))
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

/* Whoever asked for more by the keyboard goes on where the list ended. */
static void
more_cb (CutPagedRows *self)
{
  int first = (int) self->n_shown;

  show_until (self, self->n_shown + ROWS_AT_ONCE);
  focus_row (self, first);
}

static void
row_cb (CutPagedRows  *self,
        GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, (guint) gtk_list_box_row_get_index (row));
}

/* Returns: the place of the row with the focus in it; -1 where it is elsewhere */
static int
get_focused (CutPagedRows *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (child == NULL || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return -1;
  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child));
}

static void
cut_paged_rows_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cut_paged_rows_parent_class)->dispose (object);
}

static void
cut_paged_rows_class_init (CutPagedRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_paged_rows_dispose;
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cut_paged_rows_init (CutPagedRows *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  self->more_button = gtk_button_new_with_mnemonic (_("Show _More"));
  gtk_widget_set_halign (self->more_button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->more_button, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->more_button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
cut_paged_rows_new (const char *label,
                    CutMakeRow  make,
                    gpointer    user_data)
{
  CutPagedRows *self = g_object_new (CUT_TYPE_PAGED_ROWS, NULL);

  self->make = make;
  self->user_data = user_data;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

void
cut_paged_rows_show (CutPagedRows *self,
                     guint         n,
                     gboolean      same)
{
  guint before = self->n_shown;
  int focused = get_focused (self);
  GtkWidget *child;

  g_return_if_fail (CUT_IS_PAGED_ROWS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  self->n = n;
  self->n_shown = 0;
  show_until (self, same ? MAX (before, ROWS_AT_ONCE) : ROWS_AT_ONCE);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (same && focused >= 0 && n > 0)
    focus_row (self, focused);
}
