/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "cut-notebook-protection.h"
#include "cut-passphrase-dialog.h"
#include "cut-secrets.h"
#include "cut-window-private.h"

/* Locking and unlocking protected sources, and offering protection. */

static void
ask (CutWindow        *self,
     CutPassphraseAim  aim)
{
  GtkWidget *dialog = cut_passphrase_dialog_new (self->notebook, aim);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* One key for both: who sees a locked source wants to unlock it, and the other way round. */
static void
lock_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);

  if (!cut_notebook_is_protected (self->notebook))
    ask (self, CUT_PASSPHRASE_SET);
  else if (cut_notebook_is_locked (self->notebook))
    ask (self, CUT_PASSPHRASE_UNLOCK);
  else
    {
      cut_notebook_lock (self->notebook);
      cut_window_toast (self, _("Sources are locked"), FALSE);
    }
}

static void
protect_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  CutWindow *self = CUT_WINDOW (widget);

  if (!cut_notebook_is_protected (self->notebook))
    ask (self, CUT_PASSPHRASE_SET);
}

void
cut_window_class_install_protection_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock_cb);
  gtk_widget_class_install_action (widget_class, "win.protect", NULL, protect_cb);
}

static gboolean
has_secret (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      CutChange *change = g_ptr_array_index (changes, i);

      if (change->record != NULL && change->kind == CUT_KIND_SOURCE && !cut_record_is_deleted (change->record) &&
          cut_secrets_need (change->record) != CUT_COVER_NONE)
        return TRUE;
    }
  return FALSE;
}

/* Once: at the first contact or confidential source. */
static void
offer_cb (CutWindow *self,
          GPtrArray *changes)
{
  AdwToast *toast;

  if (cut_notebook_is_protected (self->notebook) || cut_notebook_is_read_only (self->notebook) ||
      cut_settings_get_boolean (self->settings, "protection-offered") || !has_secret (changes))
    return;
  cut_settings_set_boolean (self->settings, "protection-offered", TRUE);
  toast = adw_toast_new (_("A passphrase can protect contacts and confidential names"));
  adw_toast_set_button_label (toast, _("_Protect…"));
  adw_toast_set_action_name (toast, "win.protect");
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
used_cb (CutWindow *self)
{
  cut_notebook_touch (self->notebook);
}

static gboolean
used_key_cb (CutWindow *self)
{
  used_cb (self);
  return GDK_EVENT_PROPAGATE;
}

static void
scrolled_cb (CutWindow *self)
{
  used_cb (self);
}

/* A key, a click or a turn of the wheel is use; a mouse that is pushed by accident is none. */
static void
watch_use (CutWindow *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (used_key_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (used_cb), self);
  g_signal_connect_swapped (scroll, "scroll-begin", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
lock_after_cb (CutWindow *self)
{
  cut_notebook_set_lock_after (self->notebook, (guint) cut_settings_get_int (self->settings, "lock-after"));
  cut_notebook_check_lock (self->notebook);
}

/* Back from another window, or from sleep: what should be locked is, before it is seen. */
static void
active_cb (CutWindow *self)
{
  if (self->notebook != NULL)
    cut_notebook_check_lock (self->notebook);
}

void
cut_window_init_protection (CutWindow *self)
{
  lock_after_cb (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.protect", !cut_notebook_is_read_only (self->notebook));
  watch_use (self);
  g_signal_connect_object (self->settings, "changed::lock-after", G_CALLBACK (lock_after_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notebook, "changed", G_CALLBACK (offer_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}
