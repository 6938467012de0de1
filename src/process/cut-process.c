/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-process.h"

#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <signal.h>

#include "cut-answer.h"
#include "cut-channel.h"
#include "cut-error.h"
#include "cut-limits.h"

#define LOTS 250 /* then a fresh process: what the parser's heap has lost by then is given back */

struct _CutProcess
{
  GSubprocess *subprocess; /* (owned) */
  CutChannel channel;
  guint seconds;
  guint n_lots;
};

static void
make_nonblocking (int descriptor)
{
  fcntl (descriptor, F_SETFL, fcntl (descriptor, F_GETFL) | O_NONBLOCK);
}

CutProcess *
cut_process_new (const char  *program,
                guint        seconds,
                gsize        memory,
                GError     **error)
{
  g_autofree char *seconds_word = g_strdup_printf ("%u", seconds);
  g_autofree char *memory_word = g_strdup_printf ("%" G_GSIZE_FORMAT, memory);
  g_autoptr (GError) failure = NULL;
  /* With descriptors to close GLib forks, and the window then copies each page of its memory that it touches; so the reader
   * closes what it inherits by itself. */
  GSubprocess *subprocess = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_INHERIT_FDS,
                                              &failure, program, seconds_word, memory_word, NULL);
  CutProcess *self;

  if (subprocess == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED, _("A part of Cuttings is missing, install it anew: %s"), failure->message);
      return NULL;
    }
  self = g_new0 (CutProcess, 1);
  self->subprocess = subprocess;
  self->seconds = seconds;
  self->channel.input = g_unix_input_stream_get_fd (G_UNIX_INPUT_STREAM (g_subprocess_get_stdout_pipe (subprocess)));
  self->channel.output = g_unix_output_stream_get_fd (G_UNIX_OUTPUT_STREAM (g_subprocess_get_stdin_pipe (subprocess)));
  make_nonblocking (self->channel.input);
  make_nonblocking (self->channel.output);
  return self;
}

void
cut_process_free (CutProcess *self)
{
  g_subprocess_force_exit (self->subprocess);
  g_object_unref (self->subprocess);
  g_free (self);
}

static GBytes *
string_to_bytes (const char *string)
{
  return string != NULL ? g_bytes_new_static (string, strlen (string)) : NULL;
}

static gboolean
send_string (CutProcess  *self,
             const char *string,
             GError    **error)
{
  g_autoptr (GBytes) bytes = string_to_bytes (string);

  return cut_channel_send (&self->channel, bytes, error);
}

static GBytes *
ask (CutProcess   *self,
     GBytes      *bytes,
     const char  *content_type,
     const char  *url,
     GError     **error)
{
  GBytes *answer = NULL;

  if (send_string (self, content_type, error) && send_string (self, url, error) && cut_channel_send (&self->channel, bytes, error))
    cut_channel_receive (&self->channel, CUT_LIMIT_ANSWER, &answer, error);
  return answer;
}

/* A reader that ran out of processor time was ended by a signal of its own. */
static gboolean
ran_out_of_time (CutProcess    *self,
                 const GError *failure)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return TRUE;
  g_subprocess_force_exit (self->subprocess);
  g_subprocess_wait (self->subprocess, NULL, NULL);
  return g_subprocess_get_if_signaled (self->subprocess) && g_subprocess_get_term_sig (self->subprocess) == SIGPROF;
}

static void
say_why (CutProcess     *self,
         const GError  *failure,
         GError       **error)
{
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (failure));
  else if (ran_out_of_time (self, failure))
    g_set_error (error, CUT_ERROR, CUT_ERROR_TIMEOUT,
                 ngettext ("Reading this takes more than %u second, so it was given up. Paste the text of the article instead.",
                           "Reading this takes more than %u seconds, so it was given up. Paste the text of the article instead.",
                           self->seconds),
                 self->seconds);
  else
    g_set_error_literal (error, CUT_ERROR, CUT_ERROR_TOO_LARGE,
                         _("This cannot be read: it takes more memory than an article needs, or is broken in a way that no reader "
                           "stands. Paste the text of the article instead."));
}

GVariant *
cut_process_ask (CutProcess    *self,
                 GBytes        *bytes,
                 const char    *content_type,
                 const char    *url,
                 GCancellable  *cancellable,
                 gboolean      *died,
                 GError       **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) answer = NULL;

  /* Processor time is what counts; the clock only ends a process that sleeps, however busy the machine is. */
  self->channel.deadline = g_get_monotonic_time () + (gint64) self->seconds * CUT_LIMIT_EXTRACT_PATIENCE * G_USEC_PER_SEC;
  self->channel.cancellable = cancellable;
  self->n_lots++;
  answer = ask (self, bytes, content_type, url, &failure);
  self->channel.cancellable = NULL;
  *died = answer == NULL;
  if (answer != NULL)
    return cut_answer_read_found (answer, error);
  say_why (self, failure, error);
  return NULL;
}

gboolean
cut_process_is_ready (CutProcess *self)
{
  return self->n_lots < LOTS && !cut_channel_is_closed (&self->channel);
}
