/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-likely-dialog.h"

#include <glib/gi18n-lib.h>

#include "cut-likely-list.h"

#define CUT_TYPE_LIKELY_DIALOG (cut_likely_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CutLikelyDialog, cut_likely_dialog, CUT, LIKELY_DIALOG, AdwWindow)

struct _CutLikelyDialog
{
  AdwWindow parent_instance;

  CutLikelyList *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (CutLikelyDialog, cut_likely_dialog, ADW_TYPE_WINDOW)

static void
pairs_cb (CutLikelyDialog *self)
{
  guint n;

  g_object_get (self->list, "n-pairs", &n, NULL);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "none");
}

static void
cut_likely_dialog_class_init (CutLikelyDialogClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cut_likely_dialog_init (CutLikelyDialog *self)
{
}

static GtkWidget *
make_list (CutLikelyDialog *self,
           CutNotebook     *notebook)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->list = CUT_LIKELY_LIST (cut_likely_list_new (notebook, TRUE));
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->list), 12);
  gtk_widget_set_margin_start (GTK_WIDGET (self->list), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->list), 12);
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "cut-merge-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Duplicates"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("No two entities look like the same one. Two that are can be merged from the menu of either."));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

GtkWidget *
cut_likely_dialog_new (GtkWindow   *parent,
                       CutNotebook *notebook)
{
  CutLikelyDialog *self = g_object_new (CUT_TYPE_LIKELY_DIALOG, "title", _("Likely the Same"), "modal", TRUE, "transient-for", parent,
                                        "default-width", 480, "default-height", 480, "destroy-with-parent", TRUE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_list (self, notebook), "list");
  gtk_stack_add_named (self->stack, make_nothing (), "none");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (self->list, "notify::n-pairs", G_CALLBACK (pairs_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
