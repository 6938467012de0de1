/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-source-row.h"

#include <glib/gi18n-lib.h>

#include "cut-secrets.h"

struct _CutSourceRow
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkImage *lock;
};

G_DEFINE_FINAL_TYPE (CutSourceRow, cut_source_row, GTK_TYPE_WIDGET)

static void
cut_source_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cut_source_row_parent_class)->dispose (object);
}

static void
cut_source_row_class_init (CutSourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_source_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/sources/cut-source-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CutSourceRow, title);
  gtk_widget_class_bind_template_child (widget_class, CutSourceRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CutSourceRow, lock);
}

static void
cut_source_row_init (CutSourceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cut_source_row_new (void)
{
  return g_object_new (CUT_TYPE_SOURCE_ROW, NULL);
}

void
cut_source_row_show (CutSourceRow  *self,
                     CutSourceItem *item)
{
  gboolean locked = item != NULL && cut_record_is_locked (item->record);
  gboolean hidden = item != NULL && item->hidden;

  gtk_label_set_label (self->title, item != NULL ? item->title : "");
  gtk_label_set_label (self->subtitle, item != NULL ? item->subtitle : "");
  gtk_image_set_from_icon_name (self->lock, locked ? "changes-prevent-symbolic" : "view-conceal-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->lock), locked ? _("Locked") : _("Hidden"));
  gtk_widget_set_visible (GTK_WIDGET (self->lock), locked || hidden);
}

char *
cut_source_row_describe (CutSourceItem *item)
{
  const char *lock = cut_record_is_locked (item->record) ? _("Locked") : item->hidden ? _("Hidden") : NULL;

  return g_strjoin (", ", item->title, item->subtitle, lock, NULL);
}
