/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "cut-picture.h"

#include <string.h>

typedef struct
{
  const guint8 *data;
  gsize length;
} Bytes;

static gboolean
has_at (Bytes bytes, gsize at, const char *magic, gsize magic_length)
{
  return at + magic_length <= bytes.length && memcmp (bytes.data + at, magic, magic_length) == 0;
}

/* 0 beyond the end: a header cut off tells no size. */
static unsigned
byte_at (Bytes bytes, gsize at)
{
  return at < bytes.length ? bytes.data[at] : 0;
}

static unsigned
big_endian (Bytes bytes, gsize at, unsigned size)
{
  unsigned value = 0;

  for (unsigned i = 0; i < size; i++)
    value = value << 8 | byte_at (bytes, at + i);
  return value;
}

static unsigned
little_endian (Bytes bytes, gsize at, unsigned size)
{
  unsigned value = 0;

  for (unsigned i = size; i > 0; i--)
    value = value << 8 | byte_at (bytes, at + i - 1);
  return value;
}

/* Start-of-frame markers hold the size: C0 to CF but for tables (C4), JPG (C8) and DAC (CC). */
static gboolean
is_frame (unsigned marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* ITU T.81, annex B: segments one after another until the frame's. */
static void
read_jpeg_size (Bytes bytes, unsigned *width, unsigned *height)
{
  gsize at = 2;

  while (at + 9 <= bytes.length && bytes.data[at] == 0xff)
    {
      unsigned marker = bytes.data[at + 1];

      if (marker == 0xff)
        at++; /* padding */
      else if (is_frame (marker))
        {
          *height = big_endian (bytes, at + 5, 2);
          *width = big_endian (bytes, at + 7, 2);
          return;
        }
      else
        at += 2 + MAX (big_endian (bytes, at + 2, 2), 2);
    }
}

/* RFC 9649: lossy, lossless and extended files keep the size in three ways. */
static void
read_webp_size (Bytes bytes, unsigned *width, unsigned *height)
{
  if (has_at (bytes, 12, "VP8 ", 4))
    {
      *width = little_endian (bytes, 26, 2) & 0x3fff;
      *height = little_endian (bytes, 28, 2) & 0x3fff;
    }
  else if (has_at (bytes, 12, "VP8L", 4) && bytes.length >= 25)
    {
      unsigned bits = little_endian (bytes, 21, 4);
      *width = (bits & 0x3fff) + 1;
      *height = (bits >> 14 & 0x3fff) + 1;
    }
  else if (has_at (bytes, 12, "VP8X", 4) && bytes.length >= 30)
    {
      *width = little_endian (bytes, 24, 3) + 1;
      *height = little_endian (bytes, 27, 3) + 1;
    }
}

/* ISO 14496-12: the first box names the brands of the file. */
static gboolean
is_avif (Bytes bytes)
{
  gsize end = MIN (big_endian (bytes, 0, 4), bytes.length);

  if (!has_at (bytes, 4, "ftyp", 4))
    return FALSE;
  for (gsize at = 8; at + 4 <= end; at += 4)
    if (has_at (bytes, at, "avif", 4) || has_at (bytes, at, "avis", 4))
      return TRUE;
  return FALSE;
}

CutPictureKind
cut_picture_inspect (GBytes *data, unsigned *width, unsigned *height)
{
  Bytes bytes;

  bytes.data = g_bytes_get_data (data, &bytes.length);
  *width = *height = 0;
  if (has_at (bytes, 0, "\x89PNG\r\n\x1a\n", 8))
    {
      *width = big_endian (bytes, 16, 4);
      *height = big_endian (bytes, 20, 4);
      return CUT_PICTURE_PNG;
    }
  if (has_at (bytes, 0, "\xff\xd8\xff", 3))
    {
      read_jpeg_size (bytes, width, height);
      return CUT_PICTURE_JPEG;
    }
  if (has_at (bytes, 0, "GIF87a", 6) || has_at (bytes, 0, "GIF89a", 6))
    {
      *width = little_endian (bytes, 6, 2);
      *height = little_endian (bytes, 8, 2);
      return CUT_PICTURE_GIF;
    }
  if (has_at (bytes, 0, "RIFF", 4) && has_at (bytes, 8, "WEBP", 4))
    {
      read_webp_size (bytes, width, height);
      return CUT_PICTURE_WEBP;
    }
  return is_avif (bytes) ? CUT_PICTURE_AVIF : CUT_PICTURE_NONE;
}

const char *
cut_picture_kind_get_type (CutPictureKind kind)
{
  static const char *const types[] = { NULL, "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (types), NULL);
  return types[kind];
}
