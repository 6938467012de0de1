/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-line-reader.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "cut-error.h"
#include "cut-limits.h"

/* One transaction: enough that writing to the disk is no matter, few enough that stopping loses little and memory stays flat. */
#define MOST_LINES 500
#define MOST_BYTES (16 * 1024 * 1024)

/* Read ahead while one is written. */
#define BATCHES 2

/* A line holds a text and its HTML, both escaped at worst. */
#define LONGEST_LINE (3 * CUT_LIMIT_BODY)

#define CHUNK (1 << 18)

struct _CutLineReader
{
  GInputStream *stream; /* (owned) */
  goffset size;
  gboolean strict;
  GCancellable *cancellable; /* (owned): also of who asks */
  GCancellable *callers;     /* (owned) (nullable) */
  gulong following;
  GThread *thread;     /* (owned) */
  GAsyncQueue *room;   /* (owned): a token for each batch that may be made */
  GAsyncQueue *filled; /* (owned) (element-type CutLineBatch) */

  /* The thread alone. */
  CutLineBatch *batch; /* (owned) (nullable): being filled */
  gsize bytes;         /* of its lines */
  goffset reached;
  guint number;
  gsize searched;      /* so much of what was read has no end of a line in it */
  gboolean skipping;   /* to the end of a line that was refused for its length */
};

void
cut_line_batch_free (CutLineBatch *self)
{
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->problems);
  g_free (self->stop);
  g_clear_error (&self->error);
  g_free (self);
}

void
cut_line_batch_add_problem (CutLineBatch *self,
                            guint         number,
                            const char   *problem)
{
  /* Translators: the number of a line and what is wrong with it */
  g_ptr_array_add (self->problems, g_strdup_printf (_("line %u: %s"), number, problem));
}

/* In the thread. */

static CutLineBatch *
get_batch (CutLineReader *self)
{
  if (self->batch != NULL)
    return self->batch;
  g_async_queue_pop (self->room);
  self->bytes = 0;
  self->batch = g_new0 (CutLineBatch, 1);
  self->batch->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_line_free);
  self->batch->problems = g_ptr_array_new_with_free_func (g_free);
  return self->batch;
}

static void
send_batch (CutLineReader *self,
            gboolean       last)
{
  CutLineBatch *batch = get_batch (self);

  batch->reached = self->reached;
  batch->last = last;
  self->batch = NULL;
  g_async_queue_push (self->filled, batch);
}

/* Returns: whether to go on. */
static gboolean
refuse_line (CutLineReader *self,
             const char    *problem)
{
  CutLineBatch *batch = get_batch (self);

  cut_line_batch_add_problem (batch, self->number, problem);
  batch->n_bad++;
  if (self->strict)
    batch->stop = g_strdup_printf (_("Stopped at line %u, which is bad"), self->number);
  return !self->strict;
}

/* Returns: whether to go on. */
static gboolean
take_line (CutLineReader *self,
           const char    *json,
           gsize          length)
{
  g_autoptr (GError) problem = NULL;
  CutLineBatch *batch;
  CutLine *line;

  self->number++;
  while (length > 0 && g_ascii_isspace (json[length - 1]))
    length--;
  if (length == 0)
    return TRUE;
  batch = get_batch (self);
  batch->n_read++;
  line = cut_line_parse (json, length, self->number, &problem);
  if (line != NULL)
    g_ptr_array_add (batch->lines, line);
  else if (!refuse_line (self, problem->message))
    return FALSE;
  self->bytes += length;
  if (self->bytes >= MOST_BYTES || batch->lines->len + batch->problems->len >= MOST_LINES)
    send_batch (self, FALSE);
  return !g_cancellable_is_cancelled (self->cancellable);
}

static void
forget (CutLineReader *self,
        GByteArray    *buffer,
        gsize          length)
{
  g_byte_array_remove_range (buffer, 0, (guint) MIN (length, buffer->len));
  self->searched = 0;
}

/* What is left of a line that is too long never is in memory as a whole. */
static void
skip_line (CutLineReader *self,
           GByteArray    *buffer)
{
  const guint8 *newline = memchr (buffer->data, '\n', buffer->len);
  gsize length = newline != NULL ? (gsize) (newline - buffer->data) + 1 : buffer->len;

  self->reached += (goffset) length;
  self->skipping = newline == NULL;
  forget (self, buffer, length);
}

static gboolean
refuse_length (CutLineReader *self,
               GByteArray    *buffer)
{
  g_autofree char *problem = g_strdup_printf (_("It is longer than %d MiB"), LONGEST_LINE / (1024 * 1024));

  self->number++;
  get_batch (self)->n_read++;
  skip_line (self, buffer);
  return refuse_line (self, problem);
}

/* Takes the whole lines out of @buffer; at the end also the last one. Returns: whether to go on. */
static gboolean
take_lines (CutLineReader *self,
            GByteArray    *buffer,
            gboolean       end)
{
  gsize start = 0;
  gboolean go_on = TRUE;

  if (self->skipping && buffer->len > 0)
    skip_line (self, buffer);
  while (go_on && start < buffer->len)
    {
      gsize from = MAX (start, self->searched);
      const guint8 *newline = memchr (buffer->data + from, '\n', buffer->len - from);
      gsize length = newline != NULL ? (gsize) (newline - buffer->data) - start : buffer->len - start;

      if (newline == NULL && !end)
        break;
      self->reached += (goffset) length + 1;
      go_on = take_line (self, (const char *) buffer->data + start, length);
      start += length + 1;
    }
  forget (self, buffer, start);
  self->searched = buffer->len;
  return go_on && (buffer->len <= LONGEST_LINE || refuse_length (self, buffer));
}

/* Whoever has packed it is told so once, not for each of its lines. */
static gboolean
is_packed (GByteArray  *buffer,
           GError     **error)
{
  if (buffer->len < 2 || buffer->data[0] != 0x1f || buffer->data[1] != 0x8b)
    return FALSE;
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_INPUT, _("It is packed by gzip; unpack it first, or read what “gunzip -c” writes from standard input"));
  return TRUE;
}

static gpointer
reader_main (gpointer data)
{
  CutLineReader *self = data;
  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  g_autoptr (GError) error = NULL;
  gssize count = 1;
  gboolean go_on = TRUE;

  while (go_on && count > 0)
    {
      count = g_input_stream_read (self->stream, chunk, CHUNK, self->cancellable, &error);
      if (count > 0)
        g_byte_array_append (buffer, chunk, (guint) count);
      go_on = count >= 0 && (self->reached > 0 || self->number > 0 || !is_packed (buffer, &error)) && take_lines (self, buffer, count == 0);
    }
  if (error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &error);
  if (error != NULL && get_batch (self)->error == NULL)
    self->batch->error = g_steal_pointer (&error);
  send_batch (self, TRUE);
  return NULL;
}

/* For who asks. */

static GInputStream *
open_stream (const char    *path,
             goffset       *size,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GFileInfo) info = NULL;
  GFileInputStream *stream;

  /* A pipe may be silent for long; this stream can be woken then. */
  if (g_str_equal (path, "-"))
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);
  stream = g_file_read (file, cancellable, &failure);
  if (stream == NULL)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_INPUT, _("“%s” could not be read: %s"), path, failure->message);
      return NULL;
    }
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  *size = info != NULL ? g_file_info_get_size (info) : 0;
  return G_INPUT_STREAM (stream);
}

static void
cancelled_cb (GCancellable *callers,
              GCancellable *own)
{
  g_cancellable_cancel (own);
}

CutLineReader *
cut_line_reader_new (const char    *path,
                     gboolean       strict,
                     GCancellable  *cancellable,
                     GError       **error)
{
  goffset size = 0;
  GInputStream *stream = open_stream (path, &size, cancellable, error);
  CutLineReader *self;

  if (stream == NULL)
    return NULL;
  self = g_new0 (CutLineReader, 1);
  self->stream = stream;
  self->size = size;
  self->strict = strict;
  self->cancellable = g_cancellable_new ();
  self->room = g_async_queue_new ();
  self->filled = g_async_queue_new_full ((GDestroyNotify) cut_line_batch_free);
  for (guint i = 0; i < BATCHES; i++)
    g_async_queue_push (self->room, self);
  if (cancellable != NULL)
    {
      self->callers = g_object_ref (cancellable);
      self->following = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), self->cancellable, NULL);
    }
  self->thread = g_thread_new ("cut-lines", reader_main, self);
  return self;
}

void
cut_line_reader_free (CutLineReader *self)
{
  g_cancellable_disconnect (self->callers, self->following);
  g_cancellable_cancel (self->cancellable);
  /* It may wait for room, once for a batch that it fills and once for the last. */
  for (guint i = 0; i < 2; i++)
    g_async_queue_push (self->room, self);
  g_thread_join (self->thread);
  g_async_queue_unref (self->filled);
  g_async_queue_unref (self->room);
  g_object_unref (self->cancellable);
  g_clear_object (&self->callers);
  g_object_unref (self->stream);
  g_free (self);
}

CutLineBatch *
cut_line_reader_next (CutLineReader *self)
{
  CutLineBatch *batch = g_async_queue_pop (self->filled);

  g_async_queue_push (self->room, self);
  return batch;
}

goffset
cut_line_reader_get_size (CutLineReader *self)
{
  return self->size;
}
