/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-attribution-editor.h"

#include "cut-record-form.h"

struct _CutAttributionEditor
{
  GtkWidget parent_instance;

  GtkWidget *form;
  CutRecord *attribution; /* (owned) (nullable): as it was set */
};

enum
{
  PROP_0,
  PROP_ATTRIBUTION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const char *const fields[] = {
  "source", "stance", "terms", "via", "hedge", "said_at", "condition", "channel", "form", NULL,
};

G_DEFINE_FINAL_TYPE (CutAttributionEditor, cut_attribution_editor, GTK_TYPE_WIDGET)

static void
cut_attribution_editor_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  g_value_set_object (value, cut_attribution_editor_get_attribution (CUT_ATTRIBUTION_EDITOR (object)));
}

static void
cut_attribution_editor_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  cut_attribution_editor_set_attribution (CUT_ATTRIBUTION_EDITOR (object), g_value_get_object (value));
}

static void
cut_attribution_editor_dispose (GObject *object)
{
  CutAttributionEditor *self = CUT_ATTRIBUTION_EDITOR (object);

  g_clear_pointer (&self->form, gtk_widget_unparent);
  g_clear_object (&self->attribution);
  G_OBJECT_CLASS (cut_attribution_editor_parent_class)->dispose (object);
}

/* GTK's expander holds whoever leaves what is in it backwards: from the first field the focus goes to the expander's own line. */
static gboolean
cut_attribution_editor_focus_in (GtkWidget        *widget,
                                 GtkDirectionType  direction)
{
  CutAttributionEditor *self = CUT_ATTRIBUTION_EDITOR (widget);
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL;
  GtkWidget *expander = gtk_widget_get_ancestor (widget, GTK_TYPE_EXPANDER);

  if (self->form != NULL && gtk_widget_child_focus (self->form, direction))
    return TRUE;
  return inside && direction == GTK_DIR_TAB_BACKWARD && expander != NULL && gtk_widget_grab_focus (expander);
}

static void
cut_attribution_editor_class_init (CutAttributionEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cut_attribution_editor_dispose;
  GTK_WIDGET_CLASS (klass)->focus = cut_attribution_editor_focus_in;
  object_class->get_property = cut_attribution_editor_get_property;
  object_class->set_property = cut_attribution_editor_set_property;
  properties[PROP_ATTRIBUTION] = g_param_spec_object ("attribution", NULL, NULL, CUT_TYPE_RECORD,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cut_attribution_editor_init (CutAttributionEditor *self)
{
}

GtkWidget *
cut_attribution_editor_new (CutNotebook *notebook)
{
  CutAttributionEditor *self = g_object_new (CUT_TYPE_ATTRIBUTION_EDITOR, NULL);

  self->form = cut_record_form_new (notebook, CUT_KIND_ATTRIBUTION, fields);
  gtk_widget_set_parent (self->form, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
cut_attribution_editor_set_attribution (CutAttributionEditor *self,
                                        CutRecord            *attribution)
{
  g_return_if_fail (CUT_IS_ATTRIBUTION_EDITOR (self));

  if (!g_set_object (&self->attribution, attribution))
    return;
  cut_record_form_set_record (CUT_RECORD_FORM (self->form), attribution);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ATTRIBUTION]);
}

CutRecord *
cut_attribution_editor_get_attribution (CutAttributionEditor *self)
{
  g_return_val_if_fail (CUT_IS_ATTRIBUTION_EDITOR (self), NULL);

  return cut_record_form_get_record (CUT_RECORD_FORM (self->form));
}

void
cut_attribution_editor_focus (CutAttributionEditor *self,
                              const char           *field)
{
  g_return_if_fail (CUT_IS_ATTRIBUTION_EDITOR (self));

  cut_record_form_focus (CUT_RECORD_FORM (self->form), field);
}
