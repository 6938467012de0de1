/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-record-dialog.h"

#include <glib/gi18n-lib.h>

#include "cut-completing-entry.h"
#include "cut-record-form.h"

struct _CutRecordDialog
{
  AdwWindow parent_instance;

  GtkWidget *form;
  GtkWidget *fields; /* the form, and what stands above it */
  GtkWidget *top;    /* (nullable) */
  GtkWidget *problem;
  GtkWidget *store_button;
  guint storing;     /* tick callback: for a name that is looked up */

  CutNotebook *notebook; /* (owned) */
  char *label;           /* (owned): name of the act */
  CutRecordCheck check;  /* (nullable) */
  gpointer check_data;   /* (unowned) */
  char *first;           /* (owned) (nullable): name of the field that the focus starts in */
};

enum
{
  STORED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutRecordDialog, cut_record_dialog, ADW_TYPE_WINDOW)

static void
show_problem (CutRecordDialog *self,
              const char      *sentence)
{
  gtk_label_set_label (GTK_LABEL (self->problem), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->problem, sentence != NULL);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutRecordDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->store_button, TRUE);
  if (!cut_notebook_commit_finish (CUT_NOTEBOOK (source), result, &error))
    {
      show_problem (self, error->message);
      return;
    }
  g_signal_emit (self, signals[STORED], 0, cut_record_form_get_record (CUT_RECORD_FORM (self->form)));
  gtk_window_close (GTK_WINDOW (self));
}

static void
store (CutRecordDialog *self)
{
  CutRecord *record = cut_record_form_get_record (CUT_RECORD_FORM (self->form));
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->store_button, TRUE);
  if ((self->check != NULL && !self->check (record, self->check_data, &error)) || !cut_record_validate (record, &error))
    {
      show_problem (self, error->message);
      return;
    }
  show_problem (self, NULL);
  gtk_widget_set_sensitive (self->store_button, FALSE);
  cut_notebook_commit_async (self->notebook, cut_record_form_make_act (CUT_RECORD_FORM (self->form), self->label), NULL, stored_cb,
                             g_object_ref (self));
}

/* Whether a name that was typed below @widget is still being looked up. */
static gboolean
is_taking_name (GtkWidget *widget)
{
  gboolean taking = CUT_IS_COMPLETING_ENTRY (widget) && cut_completing_entry_is_taking (CUT_COMPLETING_ENTRY (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !taking; child = gtk_widget_get_next_sibling (child))
    taking = is_taking_name (child);
  return taking;
}

static gboolean
store_when_taken_cb (GtkWidget     *widget,
                     GdkFrameClock *clock,
                     gpointer       user_data)
{
  CutRecordDialog *self = CUT_RECORD_DIALOG (widget);

  if (is_taking_name (self->fields))
    return G_SOURCE_CONTINUE;
  self->storing = 0;
  store (self);
  return G_SOURCE_REMOVE;
}

static void
store_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  CutRecordDialog *self = CUT_RECORD_DIALOG (widget);

  if (self->storing != 0)
    return;
  /* What is being typed counts as typed. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (!is_taking_name (self->fields))
    {
      store (self);
      return;
    }
  gtk_widget_set_sensitive (self->store_button, FALSE);
  self->storing = gtk_widget_add_tick_callback (widget, store_when_taken_cb, NULL, NULL);
}

/* What was wrong with it may be right now. */
static void
changed_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  show_problem (CUT_RECORD_DIALOG (widget), NULL);
}

static void
cut_record_dialog_dispose (GObject *object)
{
  g_clear_object (&CUT_RECORD_DIALOG (object)->notebook);
  G_OBJECT_CLASS (cut_record_dialog_parent_class)->dispose (object);
}

static void
cut_record_dialog_finalize (GObject *object)
{
  g_free (CUT_RECORD_DIALOG (object)->label);
  g_free (CUT_RECORD_DIALOG (object)->first);
  G_OBJECT_CLASS (cut_record_dialog_parent_class)->finalize (object);
}

/* What is not on the screen takes no focus. */
static void
cut_record_dialog_map (GtkWidget *widget)
{
  CutRecordDialog *self = CUT_RECORD_DIALOG (widget);

  GTK_WIDGET_CLASS (cut_record_dialog_parent_class)->map (widget);
  if (self->first != NULL)
    cut_record_form_focus (CUT_RECORD_FORM (self->form), self->first);
  else if (self->top != NULL)
    gtk_widget_child_focus (self->top, GTK_DIR_TAB_FORWARD);
}

static void
cut_record_dialog_class_init (CutRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_record_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = cut_record_dialog_finalize;
  widget_class->map = cut_record_dialog_map;
  signals[STORED] = g_signal_new ("stored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  CUT_TYPE_RECORD);
  gtk_widget_class_install_action (widget_class, "record.store", NULL, store_action);
  gtk_widget_class_install_action (widget_class, "record.changed", NULL, changed_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "record.store", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cut_record_dialog_init (CutRecordDialog *self)
{
}

static GtkWidget *
make_header (CutRecordDialog *self,
             const char      *verb)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->store_button = gtk_button_new_with_mnemonic (verb);
  gtk_widget_add_css_class (self->store_button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->store_button), "record.store");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->store_button);
  return header;
}

static GtkWidget *
make_page (CutRecordDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (box), self->problem);
  self->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (self->fields), self->form);
  gtk_box_append (GTK_BOX (box), self->fields);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 600);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

GtkWidget *
cut_record_dialog_new (GtkWindow         *parent,
                       CutNotebook       *notebook,
                       const char        *title,
                       const char        *verb,
                       const char        *label,
                       CutRecord         *record,
                       const char *const *fields)
{
  CutRecordDialog *self = g_object_new (CUT_TYPE_RECORD_DIALOG, "title", title, "modal", TRUE, "transient-for", parent,
                                        "default-width", 420, "destroy-with-parent", TRUE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->notebook = g_object_ref (notebook);
  self->label = g_strdup (label);
  self->form = cut_record_form_new_draft (notebook, cut_record_get_kind (record), fields);
  cut_record_form_set_record (CUT_RECORD_FORM (self->form), record);
  gtk_box_append (GTK_BOX (box), make_header (self, verb));
  gtk_box_append (GTK_BOX (box), make_page (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  return GTK_WIDGET (self);
}

void
cut_record_dialog_add_top (CutRecordDialog *self,
                           GtkWidget       *top)
{
  g_return_if_fail (CUT_IS_RECORD_DIALOG (self));

  self->top = top;
  gtk_box_prepend (GTK_BOX (self->fields), top);
}

void
cut_record_dialog_set_check (CutRecordDialog *self,
                             CutRecordCheck   check,
                             gpointer         user_data)
{
  g_return_if_fail (CUT_IS_RECORD_DIALOG (self));

  self->check = check;
  self->check_data = user_data;
}

GtkWidget *
cut_record_dialog_get_form (CutRecordDialog *self)
{
  g_return_val_if_fail (CUT_IS_RECORD_DIALOG (self), NULL);

  return self->form;
}

void
cut_record_dialog_focus (CutRecordDialog *self,
                         const char      *field)
{
  g_return_if_fail (CUT_IS_RECORD_DIALOG (self));

  g_free (self->first);
  self->first = g_strdup (field);
}
