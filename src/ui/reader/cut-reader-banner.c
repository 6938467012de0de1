/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-reader-banner.h"

#include "cut-capture.h"
#include "cut-clip.h"
#include "cut-wrap-layout.h"

struct _CutReaderBanner
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *sentence;
  GtkWidget *buttons;
  GtkWidget *fetch;
  GtkButton *paste;
  GtkWidget *open;

  char *address; /* (owned) (nullable): of the page */
};

G_DEFINE_FINAL_TYPE (CutReaderBanner, cut_reader_banner, GTK_TYPE_WIDGET)

static gboolean
is_on_web (const char *address)
{
  return address != NULL && (g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://"));
}

static void
open_cb (CutReaderBanner *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->address, GDK_CURRENT_TIME);
}

/* A pasted text finds its clip by the address. */
static void
show_buttons (CutReaderBanner *self,
              CutReading      *reading)
{
  const char *clip = cut_clip_get_url (CUT_CLIP (reading->clip));
  const char *verdict = cut_capture_get_verdict (CUT_CAPTURE (reading->capture));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->paste), "s", clip != NULL ? clip : "");
  gtk_widget_set_visible (self->open, is_on_web (self->address));
  /* A page that was fetched and is none would most likely come as it came. */
  gtk_widget_set_visible (self->fetch, is_on_web (self->address) && g_strcmp0 (verdict, "bookmark") == 0);
  gtk_widget_set_visible (self->buttons, verdict != NULL);
}

static void
cut_reader_banner_dispose (GObject *object)
{
  CutReaderBanner *self = CUT_READER_BANNER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->address, g_free);
  G_OBJECT_CLASS (cut_reader_banner_parent_class)->dispose (object);
}

static void
cut_reader_banner_class_init (CutReaderBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_reader_banner_dispose;
  g_type_ensure (CUT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/reader/cut-reader-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, CutReaderBanner, box);
  gtk_widget_class_bind_template_child (widget_class, CutReaderBanner, sentence);
  gtk_widget_class_bind_template_child (widget_class, CutReaderBanner, buttons);
  gtk_widget_class_bind_template_child (widget_class, CutReaderBanner, fetch);
  gtk_widget_class_bind_template_child (widget_class, CutReaderBanner, paste);
  gtk_widget_class_bind_template_child (widget_class, CutReaderBanner, open);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
cut_reader_banner_init (CutReaderBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cut_reader_banner_new (void)
{
  return g_object_new (CUT_TYPE_READER_BANNER, "visible", FALSE, NULL);
}

void
cut_reader_banner_set_reading (CutReaderBanner *self,
                               CutReading      *reading)
{
  CutCapture *capture = reading != NULL ? CUT_CAPTURE (reading->capture) : NULL;
  const char *warning = capture != NULL ? cut_capture_get_warning (capture) : NULL;

  g_return_if_fail (CUT_IS_READER_BANNER (self));

  gtk_widget_set_visible (GTK_WIDGET (self), warning != NULL);
  if (warning == NULL)
    return;
  g_free (self->address);
  self->address = g_strdup (cut_capture_get_final_url (capture) != NULL ? cut_capture_get_final_url (capture)
                                                                        : cut_capture_get_url (capture));
  gtk_label_set_label (self->sentence, warning);
  show_buttons (self, reading);
}
