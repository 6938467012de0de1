/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-decode.h"

/* A size line with its extensions, or a trailer, longer than this is hostile. */
#define MAX_LINE 8192

typedef enum
{
  SIZE,     /* in a line with the next chunk's size */
  DATA,     /* in a chunk */
  DATA_END, /* in the line end after it */
  TRAILER,  /* after the last chunk */
  DONE,
  BROKEN,
} Phase;

struct _CutChunks
{
  Phase phase;
  GString *line;
  guint64 left; /* bytes of the current chunk still to come */
};

CutChunks *
cut_chunks_new (void)
{
  CutChunks *self = g_new0 (CutChunks, 1);

  self->line = g_string_new (NULL);
  return self;
}

void
cut_chunks_free (CutChunks *self)
{
  g_string_free (self->line, TRUE);
  g_free (self);
}

/* The hexadecimal number at the line's head; only an extension may follow it. */
static gboolean
parse_size (const char *line, guint64 *size)
{
  const char *p = line;

  *size = 0;
  for (; g_ascii_isxdigit (*p); p++)
    {
      if (*size > G_MAXUINT32)
        return FALSE;
      *size = *size * 16 + (guint64) g_ascii_xdigit_value (*p);
    }
  if (p == line)
    return FALSE;
  while (*p == ' ' || *p == '\t')
    p++;
  return *p == '\0' || *p == ';';
}

static Phase
after_size (CutChunks *self)
{
  if (!parse_size (self->line->str, &self->left))
    return BROKEN;
  return self->left > 0 ? DATA : TRAILER;
}

static Phase
after_line (CutChunks *self)
{
  switch (self->phase)
    {
    case SIZE:
      return after_size (self);
    case DATA_END:
      return self->line->len == 0 ? SIZE : BROKEN;
    case TRAILER:
      return self->line->len == 0 ? DONE : TRAILER;
    case DATA:
    case DONE:
    case BROKEN:
    default:
      g_return_val_if_reached (BROKEN);
    }
}

static void
feed_line (CutChunks *self, char byte)
{
  if (byte != '\n')
    {
      g_string_append_c (self->line, byte);
      if (self->line->len > MAX_LINE)
        self->phase = BROKEN;
      return;
    }
  if (self->line->len > 0 && self->line->str[self->line->len - 1] == '\r')
    g_string_truncate (self->line, self->line->len - 1);
  self->phase = after_line (self);
  g_string_truncate (self->line, 0);
}

static gsize
feed_data (CutChunks *self, const guint8 *data, gsize length, GByteArray *out)
{
  gsize taken = (gsize) MIN ((guint64) length, self->left);

  g_byte_array_append (out, data, (guint) taken);
  self->left -= taken;
  if (self->left == 0)
    self->phase = DATA_END;
  return taken;
}

CutChunksState
cut_chunks_feed (CutChunks *self, const guint8 *data, gsize length, GByteArray *out)
{
  gsize at = 0;

  while (at < length && self->phase != DONE && self->phase != BROKEN)
    {
      if (self->phase == DATA)
        at += feed_data (self, data + at, length - at, out);
      else
        feed_line (self, (char) data[at++]);
    }
  if (self->phase == BROKEN)
    return CUT_CHUNKS_BROKEN;
  return self->phase == DONE ? CUT_CHUNKS_DONE : CUT_CHUNKS_MORE;
}

gboolean
cut_chunks_end (CutChunks *self)
{
  /* After the last chunk nothing of the body is missing, whatever the trailer should have said. */
  return self->phase == DONE || self->phase == TRAILER;
}
