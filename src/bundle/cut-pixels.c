/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-pixels.h"

#include <string.h>

static gsize
big_endian (const guint8 *at,
            guint         n)
{
  gsize value = 0;

  for (guint i = 0; i < n; i++)
    value = value << 8 | at[i];
  return value;
}

static void
keep (GByteArray   *kept,
      const guint8 *from,
      const guint8 *to)
{
  g_byte_array_append (kept, from, (guint) (to - from));
}

/* Chunks of a length, four letters, data and a sum. */
static gboolean
drop_png (const guint8 *at,
          const guint8 *end,
          GByteArray   *kept)
{
  keep (kept, at, at + 8);
  at += 8;
  while (end - at >= 12)
    {
      gsize length = big_endian (at, 4);

      if (length > (gsize) (end - at) - 12)
        return FALSE;
      if (memcmp (at + 4, "IDAT", 4) != 0)
        keep (kept, at, at + length + 12);
      at += length + 12;
    }
  keep (kept, at, end);
  return TRUE;
}

/* The first marker behind packed pixels: those with a zero behind them, and those that restart, are part of the pixels. */
static const guint8 *
behind_scan (const guint8 *at,
             const guint8 *end)
{
  while ((at = end - at > 1 ? memchr (at, 0xff, (gsize) (end - at - 1)) : NULL) != NULL)
    {
      if (at[1] != 0 && at[1] != 0xff && (at[1] < 0xd0 || at[1] > 0xd7))
        return at;
      at++;
    }
  return end;
}

/* Segments of 0xff, a mark and a length that counts itself; pixels follow the segment with the mark 0xda; 0xd9 ends it. */
static gboolean
drop_jpeg (const guint8 *at,
           const guint8 *end,
           GByteArray   *kept)
{
  at += 2;
  while (end - at >= 4 && at[0] == 0xff && at[1] != 0xd9)
    {
      gsize length = big_endian (at + 2, 2);

      if (length < 2 || length > (gsize) (end - at) - 2)
        return FALSE;
      keep (kept, at, at + 2 + length);
      at = at[1] == 0xda ? behind_scan (at + 2 + length, end) : at + 2 + length;
    }
  keep (kept, at, end);
  return TRUE;
}

GBytes *
cut_pixels_drop (GBytes *bytes)
{
  g_autoptr (GByteArray) kept = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean good = FALSE;

  if (size > 8 && memcmp (data, "\211PNG\r\n\032\n", 8) == 0)
    good = drop_png (data, data + size, kept);
  else if (size > 4 && memcmp (data, "\377\330\377", 3) == 0)
    good = drop_jpeg (data, data + size, kept);
  return good ? g_byte_array_free_to_bytes (g_steal_pointer (&kept)) : NULL;
}
