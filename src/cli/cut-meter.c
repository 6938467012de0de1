/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-meter.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define REDRAW_MS 250
#define CLEAR_LINE "\r\033[K"

/* The rest is guessed once there is something to go by. */
#define GUESS_AFTER (2 * G_USEC_PER_SEC)

struct _CutMeter
{
  GMainContext *context; /* (owned): of the thread */
  GMainLoop *loop;       /* (owned) */
  GThread *thread;       /* (owned) */
  GCancellable *cancellable; /* (owned) */
  gboolean visible;          /* set once */
  gint64 start;              /* µs */
  guint n_signals;           /* the thread alone */

  GMutex mutex;  /* guards the rest */
  char *message; /* (owned) (nullable) */
  guint64 done;
  double fraction;
  gboolean drawn;
};

static char *
describe_rest (double seconds)
{
  guint n = (guint) CLAMP (seconds, 0, G_MAXINT);

  if (n < 90)
    return g_strdup_printf (ngettext ("%u second left", "%u seconds left", n), n);
  n = (n + 59) / 60;
  if (n < 90)
    return g_strdup_printf (ngettext ("%u minute left", "%u minutes left", n), n);
  n = (n + 59) / 60;
  return g_strdup_printf (ngettext ("%u hour left", "%u hours left", n), n);
}

/* Called with the mutex held. */
static char *
describe (const CutMeter *self)
{
  gint64 spent = g_get_monotonic_time () - self->start;
  double seconds = (double) spent / G_USEC_PER_SEC;
  g_autofree char *rate = NULL;
  g_autofree char *rest = NULL;

  if (spent < GUESS_AFTER || self->done == 0)
    return g_strdup (self->message);
  /* Translators: how many pieces of work are done in a second */
  rate = g_strdup_printf (_("%.1f a second"), (double) self->done / seconds);
  if (self->fraction > 0)
    rest = describe_rest (seconds * (1 - self->fraction) / self->fraction);
  return g_strjoin (" · ", self->message, rate, rest, NULL);
}

static void
erase (CutMeter *self)
{
  if (self->drawn)
    fputs (CLEAR_LINE, stderr);
  self->drawn = FALSE;
}

static gboolean
draw_cb (gpointer data)
{
  CutMeter *self = data;

  g_mutex_lock (&self->mutex);
  if (self->message != NULL)
    {
      g_autofree char *line = describe (self);

      fprintf (stderr, CLEAR_LINE "%s", line);
      self->drawn = TRUE;
    }
  g_mutex_unlock (&self->mutex);
  return G_SOURCE_CONTINUE;
}

/* What is under way ends cleanly; whom that takes too long says so again. */
static gboolean
stop (CutMeter *self,
      int       signum)
{
  if (self->n_signals++ > 0)
    {
      signal (signum, SIG_DFL);
      raise (signum);
    }
  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_CONTINUE;
}

static gboolean
interrupt_cb (gpointer data)
{
  return stop (data, SIGINT);
}

static gboolean
terminate_cb (gpointer data)
{
  return stop (data, SIGTERM);
}

static void
attach (CutMeter    *self,
        GSource     *source,
        GSourceFunc  func)
{
  g_source_set_callback (source, func, self, NULL);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

static gpointer
thread_main (gpointer data)
{
  CutMeter *self = data;

  g_main_loop_run (self->loop);
  return NULL;
}

CutMeter *
cut_meter_new (CutCli *cli)
{
  CutMeter *self = g_new0 (CutMeter, 1);

  g_mutex_init (&self->mutex);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->cancellable = g_cancellable_new ();
  self->visible = !cli->quiet && isatty (STDERR_FILENO);
  self->start = g_get_monotonic_time ();
  self->fraction = -1;
  attach (self, g_unix_signal_source_new (SIGINT), interrupt_cb);
  attach (self, g_unix_signal_source_new (SIGTERM), terminate_cb);
  if (self->visible)
    attach (self, g_timeout_source_new (REDRAW_MS), draw_cb);
  self->thread = g_thread_new ("cut-meter", thread_main, self);
  return self;
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

void
cut_meter_free (CutMeter *self)
{
  g_autoptr (GSource) quit = g_idle_source_new ();

  /* From within the loop: one that does not run yet could not be ended. */
  g_source_set_callback (quit, quit_cb, self->loop, NULL);
  g_source_attach (quit, self->context);
  g_thread_join (self->thread);
  erase (self);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_object_unref (self->cancellable);
  g_mutex_clear (&self->mutex);
  g_free (self->message);
  g_free (self);
}

GCancellable *
cut_meter_get_cancellable (CutMeter *self)
{
  return self->cancellable;
}

gboolean
cut_meter_is_stopped (CutMeter *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

void
cut_meter_set (CutMeter   *self,
               const char *message,
               guint64     done,
               double      fraction)
{
  if (!self->visible)
    return;
  g_mutex_lock (&self->mutex);
  g_free (self->message);
  self->message = g_strdup (message);
  self->done = done;
  self->fraction = fraction;
  g_mutex_unlock (&self->mutex);
}

void
cut_meter_lock (CutMeter *self)
{
  g_mutex_lock (&self->mutex);
  erase (self);
}

void
cut_meter_unlock (CutMeter *self)
{
  g_mutex_unlock (&self->mutex);
}
