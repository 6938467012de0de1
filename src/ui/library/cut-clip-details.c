/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-clip-details.h"

#include <glib/gi18n-lib.h>

#include "cut-record-form.h"

struct _CutClipDetails
{
  AdwWindow parent_instance;

  GtkWidget *form;
  AdwToastOverlay *toasts;
};

static const char *const fields[] = {
  "title", "published", "site_name", "authors", "standfirst", "publisher", "wire_credit", "language", "url", "stories",
  "tags", "sensitivity", NULL,
};

G_DEFINE_FINAL_TYPE (CutClipDetails, cut_clip_details, ADW_TYPE_WINDOW)

/* What a form says goes to the window it is in. */
static void
toast_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  const char *sentence;
  gboolean undo;
  g_autofree char *text = NULL;

  g_variant_get (parameter, "(&sb)", &sentence, &undo);
  text = g_markup_escape_text (sentence, -1);
  adw_toast_overlay_add_toast (CUT_CLIP_DETAILS (widget)->toasts, adw_toast_new (text));
}

static gboolean
cut_clip_details_close_request (GtkWindow *window)
{
  /* What is being typed counts as done. */
  gtk_window_set_focus (window, NULL);
  return GTK_WINDOW_CLASS (cut_clip_details_parent_class)->close_request (window);
}

static void
cut_clip_details_class_init (CutClipDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = cut_clip_details_close_request;
  gtk_widget_class_install_action (widget_class, "win.toast", "(sb)", toast_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cut_clip_details_init (CutClipDetails *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Details"));
  gtk_window_set_default_size (GTK_WINDOW (self), 440, 640);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

GtkWidget *
cut_clip_details_new (CutNotebook *notebook,
                      CutRecord   *clip)
{
  CutClipDetails *self = g_object_new (CUT_TYPE_CLIP_DETAILS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->form = cut_record_form_new (notebook, CUT_KIND_CLIP, fields);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  cut_record_form_set_record (CUT_RECORD_FORM (self->form), clip);
  gtk_widget_add_css_class (self->form, "page");
  adw_clamp_set_child (ADW_CLAMP (clamp), self->form);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
  return GTK_WIDGET (self);
}

void
cut_clip_details_focus (CutClipDetails *self,
                        const char     *field)
{
  g_return_if_fail (CUT_IS_CLIP_DETAILS (self));

  cut_record_form_focus (CUT_RECORD_FORM (self->form), field);
}
