/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-reader-head.h"

#include <glib/gi18n-lib.h>

#include "cut-capture.h"
#include "cut-captures-list.h"
#include "cut-clip.h"
#include "cut-date-text.h"
#include "cut-date-typed.h"
#include "cut-direction.h"
#include "cut-imported.h"
#include "cut-wrap-layout.h"

struct _CutReaderHead
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *headline;
  GtkLabel *standfirst;
  GtkLabel *byline;
  GtkMenuButton *date_button;
  GtkPopover *date_popover;
  GtkEditable *date_entry;
  GtkWidget *date_set;
  GtkWidget *date_problem;
  GtkLabel *captured;
  GtkButton *hash_button;
  GtkMenuButton *captures_button;
  GtkPopover *captures_popover;
  CutCapturesList *captures;
  GtkWidget *compare_button;

  CutReading *reading; /* (owned) (nullable) */
};

enum
{
  OPEN_ID,
  DATE_GIVEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutReaderHead, cut_reader_head, GTK_TYPE_WIDGET)

static CutDate *
read_date (CutReaderHead *self)
{
  return cut_date_from_text (gtk_editable_get_text (self->date_entry), NULL);
}

static void
show_problem (CutReaderHead *self,
              gboolean       problem)
{
  gtk_widget_set_visible (self->date_problem, problem);
  if (problem)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->date_entry), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->date_entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->date_entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->date_entry), GTK_ACCESSIBLE_STATE_INVALID);
}

static void
date_changed_cb (CutReaderHead *self)
{
  g_autoptr (CutDate) date = read_date (self);

  gtk_widget_set_sensitive (self->date_set, date != NULL);
  show_problem (self, FALSE);
}

static void
date_given_cb (CutReaderHead *self)
{
  g_autoptr (CutDate) date = read_date (self);

  if (date == NULL)
    {
      show_problem (self, TRUE);
      return;
    }
  gtk_popover_popdown (self->date_popover);
  g_signal_emit (self, signals[DATE_GIVEN], 0, date);
}

static void
copy_hash_cb (CutReaderHead *self)
{
  const char *sha256 = cut_capture_get_sha256 (CUT_CAPTURE (self->reading->capture));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), sha256);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(sb)", _("Hash copied"), FALSE);
}

static void
capture_chosen_cb (CutReaderHead *self,
                   const char    *id)
{
  gtk_popover_popdown (self->captures_popover);
  g_signal_emit (self, signals[OPEN_ID], 0, id);
}

static void
popdown_cb (CutReaderHead *self)
{
  gtk_popover_popdown (self->captures_popover);
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* Words of another direction than the window's start at their own side. */
static void
set_words (GtkLabel   *label,
           const char *text)
{
  set_line (label, text);
  gtk_widget_set_direction (GTK_WIDGET (label), text != NULL && cut_line_is_rtl (text, -1) ? GTK_TEXT_DIR_RTL
                                                                                          : GTK_TEXT_DIR_LTR);
}

static char *
get_byline (CutClip *clip)
{
  const char *const *authors = cut_clip_get_authors (clip);
  const char *outlet = cut_clip_get_site_name (clip);
  g_autofree char *names = g_strjoinv (", ", (char **) authors);

  if (outlet == NULL)
    outlet = cut_clip_get_publisher (clip);
  if (outlet == NULL || *names == '\0')
    return g_strdup (outlet != NULL ? outlet : names);
  /* Translators: the authors of an article · its outlet */
  return g_strdup_printf (_("%s · %s"), names, outlet);
}

static void
show_date (CutReaderHead *self,
           CutDate       *date)
{
  g_autofree char *text = cut_date_to_text (date);

  /* What somebody is typing is not taken away by a change elsewhere. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->date_popover)))
    return;
  gtk_menu_button_set_label (self->date_button, text != NULL ? text : _("Add date"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->date_button),
                               date != NULL ? _("Change the publication date")
                                            : _("The publication date is not known; add it"));
  gtk_editable_set_text (self->date_entry, date != NULL ? cut_date_get_value (date) : "");
}

/* When the file was read: when the item came into the other program is the clip's own date. */
static char *
describe_import (CutCapture *capture,
                 const char *program)
{
  g_autofree char *when = cut_time_to_text (cut_record_get_int (CUT_RECORD (capture), CUT_RECORD_CREATED));

  if (program == NULL)
    /* Translators: date and time */
    return g_strdup_printf (_("Imported on %s"), when);
  /* Translators: the name of a program or format; date and time */
  return g_strdup_printf (_("Imported from %s on %s"), program, when);
}

static char *
get_captured (CutCapture *capture)
{
  g_autofree char *when = cut_time_to_text (cut_capture_get_fetched_at (capture));
  const char *address = cut_capture_get_final_url (capture);
  const char *program;
  g_autoptr (GUri) uri = NULL;

  if (cut_imported_find (capture, &program))
    return describe_import (capture, program);
  if (address == NULL)
    address = cut_capture_get_url (capture);
  uri = address != NULL ? g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  if (uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0')
    /* Translators: date and time; host name of the web server */
    return g_strdup_printf (_("Captured %s from %s"), when, g_uri_get_host (uri));
  /* Translators: date and time; how it came, as "Pasted" */
  return g_strdup_printf (_("Captured %s · %s"), when,
                          cut_vocab_get_label (CUT_VOCAB_HOW, cut_capture_get_how (capture)));
}

static void
show_hash (CutReaderHead *self,
           const char    *sha256)
{
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->hash_button), sha256 != NULL);
  if (sha256 == NULL)
    return;
  /* Translators: the first characters of a hash */
  label = g_strdup_printf (_("SHA-256 %.12s…"), sha256);
  gtk_button_set_label (self->hash_button, label);
}

static void
show_captures (CutReaderHead *self,
               CutReading    *reading)
{
  guint n = reading->captures != NULL ? reading->captures->len : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("%u capture", "%u captures", n), n);

  cut_captures_list_set_reading (self->captures, reading);
  gtk_widget_set_visible (self->compare_button, n > 1);
  gtk_menu_button_set_label (self->captures_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->captures_button), n > 0);
}

static void
show_reading (CutReaderHead *self,
              CutReading    *reading)
{
  CutClip *clip = CUT_CLIP (reading->clip);
  CutCapture *capture = CUT_CAPTURE (reading->capture);
  g_autofree char *title = cut_record_get_title (reading->clip);
  g_autofree char *byline = get_byline (clip);
  g_autofree char *captured = get_captured (capture);
  const char *address = cut_capture_get_final_url (capture);

  set_words (self->headline, title);
  set_words (self->standfirst, cut_clip_get_standfirst (clip));
  set_line (self->byline, byline);
  show_date (self, cut_clip_get_published (clip));
  set_line (self->captured, captured);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->captured),
                               address != NULL ? address : cut_capture_get_url (capture));
  show_hash (self, cut_capture_get_sha256 (capture));
  show_captures (self, reading);
}

static void
cut_reader_head_dispose (GObject *object)
{
  CutReaderHead *self = CUT_READER_HEAD (object);

  g_clear_pointer (&self->reading, cut_reading_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cut_reader_head_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, box);
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, headline);
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, standfirst);
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, byline);
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, date_button);
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, date_popover);
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, date_entry);
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, date_set);
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, date_problem);
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, captured);
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, hash_button);
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, captures_button);
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, captures_popover);
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, captures);
  gtk_widget_class_bind_template_child (widget_class, CutReaderHead, compare_button);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_given_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_hash_cb);
  gtk_widget_class_bind_template_callback (widget_class, capture_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, popdown_cb);
}

static void
cut_reader_head_class_init (CutReaderHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_reader_head_dispose;
  signals[OPEN_ID] = g_signal_new ("open-id", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DATE_GIVEN] = g_signal_new ("date-given", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, CUT_TYPE_DATE);
  g_type_ensure (CUT_TYPE_CAPTURES_LIST);
  g_type_ensure (CUT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/reader/cut-reader-head.ui");
  bind_children (widget_class);
}

static void
cut_reader_head_init (CutReaderHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  date_changed_cb (self);
}

void
cut_reader_head_set_notebook (CutReaderHead *self,
                              CutNotebook   *notebook)
{
  cut_captures_list_set_notebook (self->captures, notebook);
  gtk_widget_set_sensitive (GTK_WIDGET (self->date_button), !cut_notebook_is_read_only (notebook));
}

GtkWidget *
cut_reader_head_new (void)
{
  return g_object_new (CUT_TYPE_READER_HEAD, NULL);
}

void
cut_reader_head_set_reading (CutReaderHead *self,
                             CutReading    *reading)
{
  if (reading != NULL)
    cut_reading_ref (reading);
  g_clear_pointer (&self->reading, cut_reading_unref);
  self->reading = reading;
  gtk_widget_set_visible (GTK_WIDGET (self), reading != NULL);
  if (reading != NULL)
    show_reading (self, reading);
}
