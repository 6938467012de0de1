/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-channel.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

#define NO_BYTES G_MAXUINT32
#define STEP (64 * 1024) /* memory is taken as bytes come, not as a length promises */

static gboolean
fail (GError     **error,
      GIOErrorEnum code)
{
  /* Not shown: whoever asked says what it means. */
  g_set_error (error, G_IO_ERROR, code, "worker channel: error %d", code);
  return FALSE;
}

static int
ms_left (CutChannel *self)
{
  if (self->deadline == 0)
    return -1;
  return (int) CLAMP ((self->deadline - g_get_monotonic_time ()) / 1000, 0, G_MAXINT);
}

/* Returns: whether the descriptor is ready, or its other side gone */
static gboolean
wait_for (CutChannel  *self,
          int          descriptor,
          gushort      events,
          GError     **error)
{
  GPollFD fds[2] = { { .fd = descriptor, .events = events } };
  gboolean cancellable = g_cancellable_make_pollfd (self->cancellable, &fds[1]);
  int result;

  do
    result = g_poll (fds, cancellable ? 2 : 1, ms_left (self));
  while (result < 0 && errno == EINTR);
  if (cancellable)
    g_cancellable_release_fd (self->cancellable);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  return result > 0 ? TRUE : fail (error, result == 0 ? G_IO_ERROR_TIMED_OUT : G_IO_ERROR_FAILED);
}

/* A pipe that nobody reads raises SIGPIPE in the thread that writes, which would end the program. */
static gssize
write_without_signal (int           descriptor,
                      gconstpointer bytes,
                      gsize         length)
{
  const struct timespec now = { 0, 0 };
  sigset_t pipe_signal, before, pending;
  gssize n;
  int code;

  sigpending (&pending);
  sigemptyset (&pipe_signal);
  sigaddset (&pipe_signal, SIGPIPE);
  pthread_sigmask (SIG_BLOCK, &pipe_signal, &before);
  n = write (descriptor, bytes, length);
  code = errno;
  if (n < 0 && code == EPIPE && !sigismember (&pending, SIGPIPE))
    sigtimedwait (&pipe_signal, NULL, &now);
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  errno = code;
  return n;
}

static gboolean
write_all (CutChannel   *self,
           gconstpointer bytes,
           gsize         length,
           GError      **error)
{
  const char *at = bytes;

  while (length > 0)
    {
      gssize n;

      if (!wait_for (self, self->output, G_IO_OUT, error))
        return FALSE;
      n = write_without_signal (self->output, at, length);
      if (n < 0 && errno != EINTR && errno != EAGAIN)
        return fail (error, G_IO_ERROR_BROKEN_PIPE);
      at += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

static gboolean
read_all (CutChannel *self,
          guint8     *bytes,
          gsize       length,
          GError    **error)
{
  while (length > 0)
    {
      gssize n;

      if (!wait_for (self, self->input, G_IO_IN, error))
        return FALSE;
      n = read (self->input, bytes, length);
      if (n == 0 || (n < 0 && errno != EINTR && errno != EAGAIN))
        return fail (error, G_IO_ERROR_BROKEN_PIPE);
      bytes += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

gboolean
cut_channel_send (CutChannel  *self,
                  GBytes      *bytes,
                  GError     **error)
{
  gsize length = 0;
  gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  guint32 head = GUINT32_TO_LE (bytes != NULL ? (guint32) length : NO_BYTES);

  g_return_val_if_fail (length < NO_BYTES, FALSE);

  return write_all (self, &head, sizeof head, error) && write_all (self, data, length, error);
}

gboolean
cut_channel_receive (CutChannel  *self,
                     gsize        most,
                     GBytes     **bytes,
                     GError     **error)
{
  g_autoptr (GByteArray) array = NULL;
  guint32 head;

  *bytes = NULL;
  if (!read_all (self, (guint8 *) &head, sizeof head, error))
    return FALSE;
  head = GUINT32_FROM_LE (head);
  if (head == NO_BYTES)
    return TRUE;
  if (head > most)
    return fail (error, G_IO_ERROR_MESSAGE_TOO_LARGE);
  array = g_byte_array_new ();
  while (array->len < head)
    {
      guint before = array->len;

      g_byte_array_set_size (array, before + MIN (STEP, head - before));
      if (!read_all (self, array->data + before, array->len - before, error))
        return FALSE;
    }
  *bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  return TRUE;
}

gboolean
cut_channel_is_closed (CutChannel *self)
{
  GPollFD input = { self->input, G_IO_IN, 0 };

  return g_poll (&input, 1, 0) > 0;
}
