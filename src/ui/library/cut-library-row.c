/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-library-row.h"

#include <glib/gi18n-lib.h>

struct _CutLibraryRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *count;

  char *view; /* (owned) */
  gint64 n;
};

G_DEFINE_FINAL_TYPE (CutLibraryRow, cut_library_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_name (CutLibraryRow *self)
{
  g_autofree char *name = NULL;

  if (self->n > 0)
    /* Translators: the name of a view and how many things it lists, read by a screen reader */
    name = g_strdup_printf (C_("view", "%s, %d"), cut_library_row_get_label (self), (int) self->n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : cut_library_row_get_label (self), -1);
}

static void
cut_library_row_finalize (GObject *object)
{
  g_free (CUT_LIBRARY_ROW (object)->view);
  G_OBJECT_CLASS (cut_library_row_parent_class)->finalize (object);
}

static void
cut_library_row_class_init (CutLibraryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cut_library_row_finalize;
}

static void
cut_library_row_init (CutLibraryRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
cut_library_row_new (const char *view,
                     const char *icon,
                     const char *label)
{
  CutLibraryRow *self = g_object_new (CUT_TYPE_LIBRARY_ROW, NULL);

  self->view = g_strdup (view);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
  cut_library_row_set_label (self, label);
  return GTK_WIDGET (self);
}

const char *
cut_library_row_get_view (CutLibraryRow *self)
{
  g_return_val_if_fail (CUT_IS_LIBRARY_ROW (self), NULL);

  return self->view;
}

const char *
cut_library_row_get_label (CutLibraryRow *self)
{
  return gtk_label_get_label (GTK_LABEL (self->label));
}

void
cut_library_row_set_label (CutLibraryRow *self,
                           const char    *label)
{
  gtk_label_set_label (GTK_LABEL (self->label), label);
  update_name (self);
}

void
cut_library_row_set_count (CutLibraryRow *self,
                           gint64         count)
{
  g_autofree char *text = count > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, count) : NULL;

  self->n = count;
  gtk_label_set_label (GTK_LABEL (self->count), text != NULL ? text : "");
  update_name (self);
}
