/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-frame.h"

/* Some frames, and less than anybody notices. */
#define LONGEST_MS 100

typedef struct
{
  GdkFrameClock *clock; /* (owned) */
  gulong painted;
  guint late; /* source */
} Wait;

static void
wait_free (gpointer data)
{
  Wait *self = data;

  g_signal_handler_disconnect (self->clock, self->painted);
  g_object_unref (self->clock);
  g_clear_handle_id (&self->late, g_source_remove);
  g_free (self);
}

static gboolean
late_cb (gpointer user_data)
{
  GTask *task = user_data;
  Wait *self = g_task_get_task_data (task);

  self->late = 0;
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
  return G_SOURCE_REMOVE;
}

/* Not here: what follows is not to lengthen the turn that painted. */
static void
painted_cb (GdkFrameClock *clock,
            gpointer       user_data)
{
  GTask *task = user_data;
  Wait *self = g_task_get_task_data (task);

  g_signal_handler_block (clock, self->painted);
  g_source_remove (self->late);
  self->late = g_idle_add_full (G_PRIORITY_DEFAULT, late_cb, task, NULL);
}

void
cut_frame_wait_async (GtkWidget           *widget,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (widget, cancellable, callback, user_data);
  GdkFrameClock *clock = gtk_widget_get_mapped (widget) ? gtk_widget_get_frame_clock (widget) : NULL;
  Wait *self;

  g_task_set_source_tag (task, cut_frame_wait_async);
  if (clock == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  self = g_new0 (Wait, 1);
  self->clock = g_object_ref (clock);
  self->painted = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), task);
  self->late = g_timeout_add (LONGEST_MS, late_cb, task);
  g_task_set_task_data (task, self, wait_free);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
  g_object_ref (task);
}

gboolean
cut_frame_wait_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, cut_frame_wait_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
