/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-index.h"

#include <string.h>

#define STRIDE 128

struct _CutIndex
{
  const char *text; /* (unowned) */
  gsize bytes;
  guint length;
  GArray *marks; /* (owned) (element-type gsize): byte of every STRIDE-th code point */
};

CutIndex *
cut_index_new (const char *text)
{
  CutIndex *self = g_new0 (CutIndex, 1);
  const char *p = text;

  self->text = text;
  self->marks = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (; *p != '\0'; p = g_utf8_next_char (p), self->length++)
    if (self->length % STRIDE == 0)
      {
        gsize byte = (gsize) (p - text);

        g_array_append_val (self->marks, byte);
      }
  self->bytes = (gsize) (p - text);
  return self;
}

void
cut_index_free (CutIndex *self)
{
  g_array_unref (self->marks);
  g_free (self);
}

guint
cut_index_get_length (const CutIndex *self)
{
  return self->length;
}

gsize
cut_index_get_bytes (const CutIndex *self)
{
  return self->bytes;
}

const char *
cut_index_to_pointer (const CutIndex *self,
                      guint           offset)
{
  if (offset >= self->length)
    return self->text + self->bytes;
  return g_utf8_offset_to_pointer (self->text + g_array_index (self->marks, gsize, offset / STRIDE),
                                   offset % STRIDE);
}

guint
cut_index_to_offset (const CutIndex *self,
                     const char     *at)
{
  gsize byte = (gsize) (at - self->text);
  guint low = 0;
  guint high = self->marks->len;

  /* The last mark at or before the byte. */
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marks, gsize, middle) <= byte)
        low = middle;
      else
        high = middle;
    }
  if (self->marks->len == 0)
    return 0;
  return low * STRIDE +
         (guint) g_utf8_pointer_to_offset (self->text + g_array_index (self->marks, gsize, low), at);
}

char *
cut_index_slice (const CutIndex *self,
                 guint           start,
                 guint           end)
{
  const char *from = cut_index_to_pointer (self, start);
  const char *to = cut_index_to_pointer (self, MAX (start, end));

  return g_strndup (from, (gsize) (to - from));
}
