/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-link-dialog.h"

#include <glib/gi18n-lib.h>

#include "cut-links.h"

struct _CutLinkDialog
{
  AdwWindow parent_instance;

  GtkEditable *entry;
  GtkWidget *clip;
  GtkLabel *problem;
};

enum
{
  LINKS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutLinkDialog, cut_link_dialog, ADW_TYPE_WINDOW)

/* @finished: whether a word that is still being typed counts */
static void
show_problem (CutLinkDialog *self,
              gboolean       finished)
{
  g_autofree char *word = cut_links_find_other (gtk_editable_get_text (self->entry), finished);
  /* Translators: %s is a word that somebody typed */
  g_autofree char *problem = word != NULL ? g_strdup_printf (_("“%s” is no address of a page, as https://example.org/page is"), word) : NULL;

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
changed_cb (CutLinkDialog *self)
{
  g_auto (GStrv) links = cut_links_parse (gtk_editable_get_text (self->entry), TRUE);

  gtk_widget_set_sensitive (self->clip, links != NULL);
  show_problem (self, FALSE);
}

/* Enter, which clips where that can be done. */
static void
activate_cb (CutLinkDialog *self)
{
  show_problem (self, TRUE);
}

static void
clip_cb (CutLinkDialog *self)
{
  g_auto (GStrv) links = cut_links_parse (gtk_editable_get_text (self->entry), TRUE);

  if (links == NULL)
    return;
  g_signal_emit (self, signals[LINKS], 0, links);
  gtk_window_close (GTK_WINDOW (self));
}

static void
cut_link_dialog_class_init (CutLinkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[LINKS] = g_signal_new ("links", CUT_TYPE_LINK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRV);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/ui/cut-link-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CutLinkDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, CutLinkDialog, clip);
  gtk_widget_class_bind_template_child (widget_class, CutLinkDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clip_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cut_link_dialog_init (CutLinkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->entry));
}

GtkWidget *
cut_link_dialog_new (void)
{
  return g_object_new (CUT_TYPE_LINK_DIALOG, NULL);
}

void
cut_link_dialog_set_text (CutLinkDialog *self,
                          const char    *text)
{
  g_return_if_fail (CUT_IS_LINK_DIALOG (self));

  gtk_editable_set_text (self->entry, text);
}
