/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-passphrase-dialog.h"

#include <glib/gi18n-lib.h>

#include "cut-compat.h"
#include "cut-error.h"

struct _CutPassphraseDialog
{
  AdwWindow parent_instance;

  GtkButton *go;
  GtkSpinner *spinner;
  GtkLabel *explanation;
  GtkWidget *warning;
  GtkEditable *present;
  GtkEditable *first;
  GtkEditable *second;
  GtkLabel *hint;
  GtkLabel *problem;

  CutNotebook *notebook;     /* (owned) */
  CutPassphraseAim aim;
  GCancellable *cancellable; /* (owned) (nullable): of what is under way */
};

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutPassphraseDialog, cut_passphrase_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  const char *title;
  const char *explanation;
  const char *go;
  const char *style;
} Words;

static const Words words[] = {
  [CUT_PASSPHRASE_SET] = { N_ ("Set a Passphrase"),
                           N_ ("Contacts, and the names of confidential sources, are sealed in the notebook file. They are locked whenever "
                               "the notebook is opened, and after some minutes without use."),
                           N_ ("_Set Passphrase"), "suggested-action" },
  [CUT_PASSPHRASE_UNLOCK] = { N_ ("Unlock Sources"), N_ ("Contacts and the names of confidential sources are locked."),
                              N_ ("_Unlock"), "suggested-action" },
  [CUT_PASSPHRASE_CHANGE] = { N_ ("Change the Passphrase"),
                              N_ ("What is sealed stays as it is. Backups made before open with the passphrase they had."), N_ ("_Change"),
                              "suggested-action" },
  [CUT_PASSPHRASE_REMOVE] = { N_ ("Remove Protection"),
                              N_ ("Contacts, and the names of confidential sources, will stand in the notebook file for everybody who "
                                  "can open it."),
                              N_ ("_Remove"), "destructive-action" },
};

static gboolean
takes_present (CutPassphraseDialog *self)
{
  return self->aim != CUT_PASSPHRASE_SET;
}

static gboolean
takes_new (CutPassphraseDialog *self)
{
  return self->aim == CUT_PASSPHRASE_SET || self->aim == CUT_PASSPHRASE_CHANGE;
}

static const char *
describe_strength (CutStrength strength)
{
  switch (strength)
    {
    case CUT_STRENGTH_WEAK:
      return _("Weak: somebody who has the file would find it soon. Four or five words that do not belong together are better.");
    case CUT_STRENGTH_FAIR:
      return _("Fair: it takes much time and money to find it. One more word makes it strong.");
    case CUT_STRENGTH_STRONG:
      return _("Strong");
    case CUT_STRENGTH_REFUSED:
    default:
      return _("At least eight characters; four or five words that do not belong together are best.");
    }
}

static void
say (CutPassphraseDialog *self,
     const char          *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

/* Whether what was typed can be tried; a hint says what is missing. */
static gboolean
is_ready (CutPassphraseDialog *self)
{
  const char *first = gtk_editable_get_text (self->first);
  CutStrength strength = cut_passphrase_estimate (first);
  gboolean same = strcmp (first, gtk_editable_get_text (self->second)) == 0;

  if (takes_present (self) && *gtk_editable_get_text (self->present) == '\0')
    return FALSE;
  if (!takes_new (self))
    return TRUE;
  gtk_label_set_label (self->hint, strength == CUT_STRENGTH_REFUSED || same || *gtk_editable_get_text (self->second) == '\0'
                                       ? describe_strength (strength)
                                       : _("The two passphrases differ."));
  return strength != CUT_STRENGTH_REFUSED && same;
}

static void
changed_cb (CutPassphraseDialog *self)
{
  if (self->notebook == NULL)
    return;
  say (self, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->go), is_ready (self) && self->cancellable == NULL);
}

static void
set_busy (CutPassphraseDialog *self,
          gboolean             busy)
{
  GtkEditable *const entries[] = { self->present, self->first, self->second };

  gtk_spinner_set_spinning (self->spinner, busy);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_widget_set_sensitive (GTK_WIDGET (entries[i]), !busy);
  if (!busy)
    g_clear_object (&self->cancellable);
  changed_cb (self);
}

/* Wiped where GTK can do that: its buffers of passwords are its own. */
static void
forget (CutPassphraseDialog *self)
{
  gtk_editable_set_text (self->present, "");
  gtk_editable_set_text (self->first, "");
  gtk_editable_set_text (self->second, "");
}

static void
fail (CutPassphraseDialog *self,
      const GError        *error)
{
  gboolean wrong = g_error_matches (error, CUT_ERROR, CUT_ERROR_PASSPHRASE);

  if (wrong)
    gtk_editable_set_text (self->present, "");
  set_busy (self, FALSE);
  say (self, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (takes_present (self) ? self->present : self->first));
}

static void
finish (CutPassphraseDialog *self,
        gboolean             done,
        const GError        *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->notebook == NULL)
    return;
  if (!done)
    {
      fail (self, error);
      return;
    }
  forget (self);
  g_signal_emit (self, signals[DONE], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (CutPassphraseDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = cut_notebook_protect_finish (CUT_NOTEBOOK (source), result, &error);

  finish (self, done, error);
}

static void
unlocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CutPassphraseDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = cut_notebook_unlock_finish (CUT_NOTEBOOK (source), result, &error);

  finish (self, done, error);
}

static void
passphrase_changed_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr (CutPassphraseDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = cut_notebook_change_passphrase_finish (CUT_NOTEBOOK (source), result, &error);

  finish (self, done, error);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CutPassphraseDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = cut_notebook_unprotect_finish (CUT_NOTEBOOK (source), result, &error);

  finish (self, done, error);
}

static CutPassphrase *
take (CutPassphraseDialog *self,
      GtkEditable         *entry)
{
  g_autoptr (GError) error = NULL;
  CutPassphrase *passphrase = cut_passphrase_new (gtk_editable_get_text (entry), -1, &error);

  if (passphrase == NULL)
    say (self, error->message);
  return passphrase;
}

static void
start (CutPassphraseDialog *self,
       CutPassphrase       *present,
       CutPassphrase       *next)
{
  self->cancellable = g_cancellable_new ();
  switch (self->aim)
    {
    case CUT_PASSPHRASE_SET:
      cut_notebook_protect_async (self->notebook, next, self->cancellable, set_cb, g_object_ref (self));
      break;
    case CUT_PASSPHRASE_CHANGE:
      cut_notebook_change_passphrase_async (self->notebook, present, next, self->cancellable, passphrase_changed_cb,
                                            g_object_ref (self));
      break;
    case CUT_PASSPHRASE_REMOVE:
      cut_notebook_unprotect_async (self->notebook, present, self->cancellable, removed_cb, g_object_ref (self));
      break;
    case CUT_PASSPHRASE_UNLOCK:
    default:
      cut_notebook_unlock_async (self->notebook, present, self->cancellable, unlocked_cb, g_object_ref (self));
      break;
    }
  set_busy (self, TRUE);
}

static void
go_cb (CutPassphraseDialog *self)
{
  g_autoptr (CutPassphrase) present = NULL;
  g_autoptr (CutPassphrase) next = NULL;

  if (self->cancellable != NULL || !is_ready (self))
    return;
  if (takes_present (self) && (present = take (self, self->present)) == NULL)
    return;
  if (takes_new (self) && (next = take (self, self->first)) == NULL)
    return;
  start (self, present, next);
}

static gboolean
cut_passphrase_dialog_close_request (GtkWindow *window)
{
  CutPassphraseDialog *self = CUT_PASSPHRASE_DIALOG (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  forget (self);
  return GTK_WINDOW_CLASS (cut_passphrase_dialog_parent_class)->close_request (window);
}

static void
cut_passphrase_dialog_dispose (GObject *object)
{
  CutPassphraseDialog *self = CUT_PASSPHRASE_DIALOG (object);

  g_clear_object (&self->notebook);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (cut_passphrase_dialog_parent_class)->dispose (object);
}

static void
cut_passphrase_dialog_class_init (CutPassphraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cut_passphrase_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cut_passphrase_dialog_close_request;
  signals[DONE] = g_signal_new ("done", CUT_TYPE_PASSPHRASE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/protection/cut-passphrase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CutPassphraseDialog, go);
  gtk_widget_class_bind_template_child (widget_class, CutPassphraseDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, CutPassphraseDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, CutPassphraseDialog, warning);
  gtk_widget_class_bind_template_child (widget_class, CutPassphraseDialog, present);
  gtk_widget_class_bind_template_child (widget_class, CutPassphraseDialog, first);
  gtk_widget_class_bind_template_child (widget_class, CutPassphraseDialog, second);
  gtk_widget_class_bind_template_child (widget_class, CutPassphraseDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, CutPassphraseDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cut_passphrase_dialog_init (CutPassphraseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cut_passphrase_dialog_new (CutNotebook      *notebook,
                           CutPassphraseAim  aim)
{
  CutPassphraseDialog *self = g_object_new (CUT_TYPE_PASSPHRASE_DIALOG, NULL);

  self->notebook = g_object_ref (notebook);
  self->aim = aim;
  gtk_window_set_title (GTK_WINDOW (self), _(words[aim].title));
  gtk_label_set_label (self->explanation, _(words[aim].explanation));
  cut_button_set_label (self->go, _(words[aim].go));
  gtk_widget_add_css_class (GTK_WIDGET (self->go), words[aim].style);
  gtk_widget_set_visible (self->warning, aim == CUT_PASSPHRASE_SET);
  gtk_widget_set_visible (GTK_WIDGET (self->present), takes_present (self));
  gtk_widget_set_visible (GTK_WIDGET (self->first), takes_new (self));
  gtk_widget_set_visible (GTK_WIDGET (self->second), takes_new (self));
  gtk_widget_set_visible (GTK_WIDGET (self->hint), takes_new (self));
  changed_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (takes_present (self) ? self->present : self->first));
  return GTK_WIDGET (self);
}
