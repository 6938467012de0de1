/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-opening.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "cut-error.h"
#include "cut-failure.h"
#include "cut-progress-page.h"

struct _CutOpening
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;
  GtkLabel *question;
  GtkEditable *passphrase;
  GtkWidget *go;
  GtkLabel *problem;
  AdwStatusPage *error_page;

  char *path;            /* (owned) (nullable) */
  CutOpened *opened;     /* (owned) (nullable) */
  CutProgress *progress; /* (owned) (nullable): of what is under way */
};

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_FAILURE,
  N_PROPS,
};

enum
{
  OPENED,
  STOPPED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CutOpening, cut_opening, GTK_TYPE_WIDGET)

/* What is under way. */

static void
progress_cb (CutOpening  *self,
             GParamSpec  *pspec,
             CutProgress *progress)
{
  /* The last news of a job may come after its end. */
  if (progress == self->progress)
    cut_progress_page_update (self->progress_label, self->progress_bar, progress);
}

CutProgress *
cut_opening_begin (CutOpening *self,
                   const char *message)
{
  g_return_val_if_fail (CUT_IS_OPENING (self), NULL);

  g_clear_object (&self->progress);
  self->progress = cut_progress_new ();
  g_signal_connect_object (self->progress, "notify::fraction", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_label (self->progress_label, message);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  return self->progress;
}

void
cut_opening_end (CutOpening *self)
{
  g_return_if_fail (CUT_IS_OPENING (self));

  g_clear_object (&self->progress);
  gtk_stack_set_visible_child_name (self->stack, "content");
}

void
cut_opening_fail (CutOpening   *self,
                  const GError *error)
{
  g_return_if_fail (CUT_IS_OPENING (self));

  g_clear_object (&self->progress);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_signal_emit (self, signals[STOPPED], 0);
      return;
    }
  cut_failure_describe (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

gboolean
cut_opening_cancel (CutOpening *self)
{
  g_return_val_if_fail (CUT_IS_OPENING (self), FALSE);

  if (self->progress == NULL)
    return FALSE;
  g_cancellable_cancel (cut_progress_get_cancellable (self->progress));
  return TRUE;
}

/* The passphrase. */

static void
say (CutOpening *self,
     const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

/* @problem: (nullable): what is wrong with the one that was typed */
static void
ask (CutOpening *self,
     const char *problem)
{
  g_autofree char *name = g_path_get_basename (self->path);
  /* Translators: the name of a file */
  g_autofree char *question = g_strdup_printf (_("“%s” is encrypted with a passphrase. Whoever sent it can tell you which."), name);

  g_clear_object (&self->progress);
  gtk_label_set_label (self->question, question);
  /* Wiped where GTK can do that: its buffers of passwords are its own. */
  gtk_editable_set_text (self->passphrase, "");
  say (self, problem);
  gtk_stack_set_visible_child_name (self->stack, "passphrase");
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

static void
typed_cb (CutOpening *self)
{
  gboolean any = *gtk_editable_get_text (self->passphrase) != '\0';

  gtk_widget_set_sensitive (self->go, any);
  if (any)
    say (self, NULL);
}

/* Opening. */

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CutOpening) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CutOpened) opened = cut_opened_new_finish (result, &error);
  gboolean asked;

  /* The dialog may be gone by now. */
  if (self->stack == NULL)
    return;
  asked = *gtk_editable_get_text (self->passphrase) != '\0';
  if (opened != NULL)
    {
      g_clear_object (&self->progress);
      gtk_editable_set_text (self->passphrase, "");
      g_clear_pointer (&self->opened, cut_opened_unref);
      self->opened = g_steal_pointer (&opened);
      g_signal_emit (self, signals[OPENED], 0);
    }
  else if (g_error_matches (error, CUT_ERROR, CUT_ERROR_PASSPHRASE))
    ask (self, NULL);
  else if (asked && g_error_matches (error, CUT_ERROR, CUT_ERROR_LOCKED))
    ask (self, _("That is not the passphrase."));
  else
    cut_opening_fail (self, error);
}

/* @passphrase: (nullable) */
static void
open_with (CutOpening    *self,
           CutPassphrase *passphrase)
{
  g_autofree char *name = g_path_get_basename (self->path);
  /* Translators: the name of a file */
  g_autofree char *message = g_strdup_printf (_("Opening “%s”…"), name);
  CutProgress *progress = cut_opening_begin (self, message);

  cut_opened_new_async (self->path, passphrase, cut_progress_get_cancellable (progress), opened_cb, g_object_ref (self));
}

static void
go_cb (CutOpening *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CutPassphrase) passphrase = NULL;

  if (*gtk_editable_get_text (self->passphrase) == '\0' || self->progress != NULL)
    return;
  passphrase = cut_passphrase_new (gtk_editable_get_text (self->passphrase), -1, &error);
  if (passphrase != NULL)
    open_with (self, passphrase);
  else
    say (self, error->message);
}

void
cut_opening_open (CutOpening *self,
                  const char *path)
{
  g_return_if_fail (CUT_IS_OPENING (self));

  g_free (self->path);
  self->path = g_strdup (path);
  open_with (self, NULL);
}

CutOpened *
cut_opening_get_opened (CutOpening *self)
{
  g_return_val_if_fail (CUT_IS_OPENING (self), NULL);

  return self->opened;
}

/* The widget. */

static void
cut_opening_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  CutOpening *self = CUT_OPENING (object);

  switch (id)
    {
    case PROP_CONTENT:
      gtk_stack_add_named (self->stack, g_value_get_object (value), "content");
      break;
    case PROP_FAILURE:
      adw_status_page_set_title (self->error_page, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cut_opening_dispose (GObject *object)
{
  CutOpening *self = CUT_OPENING (object);

  cut_opening_cancel (self);
  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;
  G_OBJECT_CLASS (cut_opening_parent_class)->dispose (object);
}

static void
cut_opening_finalize (GObject *object)
{
  CutOpening *self = CUT_OPENING (object);

  g_clear_object (&self->progress);
  g_clear_pointer (&self->opened, cut_opened_unref);
  g_free (self->path);
  G_OBJECT_CLASS (cut_opening_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/cuttings/Cuttings/transfer/cut-opening.ui");
  gtk_widget_class_bind_template_child (widget_class, CutOpening, stack);
  gtk_widget_class_bind_template_child (widget_class, CutOpening, progress_label);
  gtk_widget_class_bind_template_child (widget_class, CutOpening, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, CutOpening, question);
  gtk_widget_class_bind_template_child (widget_class, CutOpening, passphrase);
  gtk_widget_class_bind_template_child (widget_class, CutOpening, go);
  gtk_widget_class_bind_template_child (widget_class, CutOpening, problem);
  gtk_widget_class_bind_template_child (widget_class, CutOpening, error_page);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
}

static void
cut_opening_class_init (CutOpeningClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = cut_opening_set_property;
  object_class->dispose = cut_opening_dispose;
  object_class->finalize = cut_opening_finalize;
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FAILURE] = g_param_spec_string ("failure", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[OPENED] = g_signal_new ("opened", CUT_TYPE_OPENING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STOPPED] = g_signal_new ("stopped", CUT_TYPE_OPENING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
cut_opening_init (CutOpening *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
