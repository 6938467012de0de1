/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-jobs-button.h"

#include <glib/gi18n-lib.h>

struct _CutJobsButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *spinner;
  GtkWidget *list;

  CutClipper *clipper; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (CutJobsButton, cut_jobs_button, GTK_TYPE_WIDGET)

/* One job. */

typedef struct
{
  CutJob *job; /* (owned) */
  GtkWidget *message;
  GtkWidget *bar;
  GtkWidget *cancel;
  GtkWidget *retry;
} Row;

static void
row_free (Row *row)
{
  g_object_unref (row->job);
  g_free (row);
}

static void
row_update_cb (GtkWidget *widget)
{
  Row *row = g_object_get_data (G_OBJECT (widget), "cut-job");
  gboolean failed = cut_job_get_state (row->job) == CUT_JOB_FAILED;
  gboolean finished = cut_job_is_finished (row->job);

  gtk_label_set_label (GTK_LABEL (row->message), cut_job_get_message (row->job));
  gtk_widget_set_visible (row->bar, !finished);
  gtk_widget_set_visible (row->cancel, !finished);
  gtk_widget_set_visible (row->retry, finished && cut_job_get_state (row->job) != CUT_JOB_DONE);
  if (failed)
    gtk_widget_add_css_class (row->message, "error");
  if (cut_job_get_fraction (row->job) >= 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (row->bar), cut_job_get_fraction (row->job));
  else
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (row->bar));
}

static GtkWidget *
make_button (const char *icon,
             const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_text (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = make_text (cut_job_get_title (item), NULL);

  row->job = g_object_ref (item);
  row->message = make_text (NULL, "caption");
  row->bar = gtk_progress_bar_new ();
  row->cancel = make_button ("process-stop-symbolic", _("Cancel"));
  row->retry = make_button ("view-refresh-symbolic", _("Try Again"));
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_wrap (GTK_LABEL (row->message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (row->message), PANGO_WRAP_WORD_CHAR);
  /* As wide as it asks for, so that the height it is given is the one it needs. */
  gtk_label_set_width_chars (GTK_LABEL (row->message), 34);
  gtk_label_set_max_width_chars (GTK_LABEL (row->message), 34);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, cut_job_get_title (item), -1);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), row->bar);
  gtk_box_append (GTK_BOX (texts), row->message);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), row->cancel);
  gtk_box_append (GTK_BOX (box), row->retry);
  gtk_widget_add_css_class (box, "field");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), FALSE);
  g_object_set_data_full (G_OBJECT (widget), "cut-job", row, (GDestroyNotify) row_free);
  g_signal_connect_object (item, "notify", G_CALLBACK (row_update_cb), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (row->cancel, "clicked", G_CALLBACK (cut_job_cancel), item, G_CONNECT_SWAPPED);
  g_signal_connect_object (row->retry, "clicked", G_CALLBACK (cut_job_retry), item, G_CONNECT_SWAPPED);
  row_update_cb (widget);
  return widget;
}

/* The button. */

static void
update (CutJobsButton *self)
{
  guint n = g_list_model_get_n_items (cut_clipper_get_jobs (self->clipper));
  gboolean busy = cut_clipper_is_busy (self->clipper);

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  gtk_stack_set_visible_child_name (GTK_STACK (gtk_widget_get_parent (self->spinner)), busy ? "busy" : "idle");
}

static void
clear_cb (CutJobsButton *self)
{
  cut_clipper_clear (self->clipper, TRUE);
  if (g_list_model_get_n_items (cut_clipper_get_jobs (self->clipper)) == 0)
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

/* Rows are made only while somebody looks: a row for each of 200 jobs stops the window for a fifth of a second. */
static void
shown_cb (CutJobsButton *self)
{
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), cut_clipper_get_jobs (self->clipper), make_row, NULL, NULL);
}

static void
closed_cb (CutJobsButton *self)
{
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), NULL, NULL, NULL, NULL);
  cut_clipper_clear (self->clipper, FALSE);
}

static GtkWidget *
make_popover (CutJobsButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clear = gtk_button_new_with_mnemonic (_("_Clear Finished"));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Jobs"), -1);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 300, -1);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), clear);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  return popover;
}

static void
cut_jobs_button_dispose (GObject *object)
{
  CutJobsButton *self = CUT_JOBS_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->clipper);
  G_OBJECT_CLASS (cut_jobs_button_parent_class)->dispose (object);
}

static void
cut_jobs_button_class_init (CutJobsButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cut_jobs_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cut_jobs_button_init (CutJobsButton *self)
{
  GtkWidget *stack = gtk_stack_new ();

  self->button = gtk_menu_button_new ();
  self->spinner = gtk_spinner_new ();
  gtk_stack_add_named (GTK_STACK (stack), self->spinner, "busy");
  gtk_stack_add_named (GTK_STACK (stack), gtk_image_new_from_icon_name ("cut-jobs-symbolic"), "idle");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), stack);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_widget_set_tooltip_text (self->button, _("Jobs"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Jobs"), -1);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
cut_jobs_button_set_clipper (CutJobsButton *self,
                             CutClipper    *clipper)
{
  g_return_if_fail (CUT_IS_JOBS_BUTTON (self));

  g_set_object (&self->clipper, clipper);
  g_signal_connect_object (cut_clipper_get_jobs (clipper), "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clipper, "notify::busy", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
