/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-unpack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"
#include "cut-limits.h"
#include "cut-sha256.h"

#define STEP 65536

gboolean
cut_unpack_is_gzip (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size > 18 && data[0] == 0x1f && data[1] == 0x8b && data[2] == 8;
}

/* One member into @out; *@at moves behind it. */
static gboolean
unpack_member (const guint8 **at,
               const guint8  *end,
               GByteArray    *out,
               gsize          limit,
               GError       **error)
{
  g_autoptr (GConverter) gunzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autofree guint8 *step = g_malloc (STEP);
  GConverterResult result;

  do
    {
      gsize taken = 0;
      gsize made = 0;

      result = g_converter_convert (gunzip, *at, (gsize) (end - *at), step, STEP, G_CONVERTER_INPUT_AT_END, &taken,
                                    &made, NULL);
      if (result == G_CONVERTER_ERROR)
        {
          g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("the packed bytes are damaged"));
          return FALSE;
        }
      g_byte_array_append (out, step, (guint) made);
      *at += taken;
      if (out->len > limit)
        {
          g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE, _("the packed bytes unpack to too much"));
          return FALSE;
        }
    }
  while (result != G_CONVERTER_FINISHED);
  return TRUE;
}

/* What stands before the packed bytes of the member at @at (RFC 1952, 2.3). Returns: behind it, never behind @end */
static const guint8 *
behind_gzip_head (const guint8 *at,
                  const guint8 *end)
{
  enum { HAS_SUM = 1 << 1, HAS_EXTRA = 1 << 2, HAS_NAME = 1 << 3, HAS_COMMENT = 1 << 4 };
  const guint8 flags = end - at > 10 ? at[3] : 0;

  at += MIN (10, end - at);
  if ((flags & HAS_EXTRA) != 0 && end - at > 2)
    at += MIN (2 + at[0] + at[1] * 256, end - at);
  for (guint i = 0; i < 2; i++)
    if ((flags & (i == 0 ? HAS_NAME : HAS_COMMENT)) != 0)
      {
        const guint8 *zero = at < end ? memchr (at, 0, (gsize) (end - at)) : NULL;

        at = zero != NULL ? zero + 1 : end;
      }
  return (flags & HAS_SUM) != 0 ? at + MIN (2, end - at) : at;
}

GBytes *
cut_unpack_gzip_and_heads (GBytes      *bytes,
                           gsize        limit,
                           GByteArray  *heads,
                           GError     **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize size;
  const guint8 *at = g_bytes_get_data (bytes, &size);
  const guint8 *end = at + size;

  while (at < end)
    {
      if (heads != NULL)
        g_byte_array_append (heads, at, (guint) (behind_gzip_head (at, end) - at));
      if (!unpack_member (&at, end, out, MIN (limit, G_MAXINT), error))
        return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

GBytes *
cut_unpack_gzip (GBytes  *bytes,
                 gsize    limit,
                 GError **error)
{
  return cut_unpack_gzip_and_heads (bytes, limit, NULL, error);
}

GBytes *
cut_unpack_first (GBytes *bytes,
                  gsize   limit)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize size;
  const guint8 *at = g_bytes_get_data (bytes, &size);

  if (!unpack_member (&at, at + size, out, limit, NULL))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* The bytes behind the first empty line. */
static const char *
behind_head (const char *at,
             const char *end)
{
  for (; at + 4 <= end; at++)
    if (memcmp (at, "\r\n\r\n", 4) == 0)
      return at + 4;
  return NULL;
}

static GBytes *
if_hash (GBytes     *bytes,
         const char *sha256)
{
  g_autofree char *actual = cut_sha256_of_bytes (bytes);

  return g_str_equal (actual, sha256) ? g_bytes_ref (bytes) : NULL;
}

static GBytes *
find_payload (GBytes     *record,
              const char *sha256)
{
  gsize size;
  const char *data = g_bytes_get_data (record, &size);
  const char *end = data + size;
  const char *payload = data != NULL ? behind_head (data, end) : NULL;
  g_autoptr (GBytes) block = NULL;
  g_autoptr (GBytes) plain = NULL;
  GBytes *found = NULL;

  /* First as a resource record has it, then behind an HTTP head; two line ends close the record. */
  for (guint i = 0; i < 2 && payload != NULL && end - payload >= 4 && found == NULL; i++)
    {
      g_clear_pointer (&block, g_bytes_unref);
      block = g_bytes_new_from_bytes (record, (gsize) (payload - data), (gsize) (end - 4 - payload));
      found = if_hash (block, sha256);
      payload = behind_head (payload, end);
    }
  if (found == NULL && block != NULL && cut_unpack_is_gzip (block))
    {
      plain = cut_unpack_gzip (block, CUT_LIMIT_BODY * 4, NULL);
      found = plain != NULL ? if_hash (plain, sha256) : NULL;
    }
  return found;
}

GBytes *
cut_unpack_body (GBytes      *warc,
                 const char  *sha256,
                 GError     **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GBytes) record = NULL;
  gsize size;
  const guint8 *at = g_bytes_get_data (warc, &size);
  GBytes *found;

  if (size == 0 || !unpack_member (&at, at + size, out, CUT_LIMIT_BODY * 4, error))
    {
      if (size == 0)
        g_set_error (error, CUT_ERROR, CUT_ERROR_CORRUPT, _("the evidence is empty"));
      return NULL;
    }
  record = g_byte_array_free_to_bytes (g_steal_pointer (&out));
  found = find_payload (record, sha256);
  if (found == NULL)
    g_set_error (error, CUT_ERROR, CUT_ERROR_NOT_FOUND, _("The evidence does not hold the bytes with the hash %.64s"),
                 sha256);
  return found;
}
