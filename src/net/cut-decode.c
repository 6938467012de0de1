/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-decode.h"

#include <brotli/decode.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cut-error.h"

#define STEP (64 * 1024)
#define MAX_CODINGS 3 /* a server that packs a page more often means harm */

static gboolean
add_output (GByteArray *out, const guint8 *data, gsize length, gsize limit, GError **error)
{
  if (length > limit - out->len)
    {
      g_set_error (error, CUT_ERROR, CUT_ERROR_TOO_LARGE,
                   _("unpacked, it is larger than %u MiB"), (unsigned) (limit / (1024 * 1024)));
      return FALSE;
    }
  g_byte_array_append (out, data, (guint) length);
  return TRUE;
}

static gboolean
is_gzip (const guint8 *data, gsize length)
{
  return length >= 2 && data[0] == 0x1f && data[1] == 0x8b;
}

/* One packed stream; a gzip file may hold several, one after another. */
static gboolean
decompress (GZlibCompressorFormat format, GBytes *packed, GByteArray *out, gsize limit, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (packed, &length);
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_decompressor_new (format));
  g_autofree guint8 *step = g_malloc (STEP);

  while (TRUE)
    {
      gsize taken = 0;
      gsize made = 0;
      GConverterResult result
          = g_converter_convert (converter, data, length, step, STEP, G_CONVERTER_INPUT_AT_END, &taken, &made, error);

      if (result == G_CONVERTER_ERROR || !add_output (out, step, made, limit, error))
        return FALSE;
      data += taken;
      length -= taken;
      if (result != G_CONVERTER_FINISHED)
        continue;
      if (format != G_ZLIB_COMPRESSOR_FORMAT_GZIP || !is_gzip (data, length))
        return TRUE; /* what follows the stream is ignored, as browsers do */
      g_converter_reset (converter);
    }
}

static GBytes *
decode_as (GZlibCompressorFormat format, GBytes *packed, gsize limit, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();

  if (!decompress (format, packed, out, limit, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* "deflate" means zlib, but some servers send the bare stream. */
static GBytes *
decode_deflate (GBytes *packed, gsize limit, GError **error)
{
  g_autoptr (GError) zlib_error = NULL;
  GBytes *bytes = decode_as (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, packed, limit, &zlib_error);

  if (bytes != NULL || !g_error_matches (zlib_error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      if (bytes == NULL)
        g_propagate_error (error, g_steal_pointer (&zlib_error));
      return bytes;
    }
  return decode_as (G_ZLIB_COMPRESSOR_FORMAT_RAW, packed, limit, error);
}

static GBytes *
decode_brotli (GBytes *packed, gsize limit, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *step = g_malloc (STEP);
  BrotliDecoderState *state = BrotliDecoderCreateInstance (NULL, NULL, NULL);
  gsize left;
  const guint8 *data = g_bytes_get_data (packed, &left);
  BrotliDecoderResult result;
  gboolean fits = TRUE;

  do
    {
      gsize space = STEP;
      guint8 *end = step;

      result = BrotliDecoderDecompressStream (state, &left, &data, &space, &end, NULL);
      fits = add_output (out, step, STEP - space, limit, error);
    }
  while (fits && result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT);
  BrotliDecoderDestroyInstance (state);
  if (fits && result != BROTLI_DECODER_RESULT_SUCCESS)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "brotli");
  return fits && result == BROTLI_DECODER_RESULT_SUCCESS ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

static GBytes *
decode_one (GBytes *packed, const char *coding, gsize limit, GError **error)
{
  if (*coding == '\0' || g_ascii_strcasecmp (coding, "identity") == 0)
    return g_bytes_ref (packed);
  if (g_ascii_strcasecmp (coding, "gzip") == 0 || g_ascii_strcasecmp (coding, "x-gzip") == 0)
    return decode_as (G_ZLIB_COMPRESSOR_FORMAT_GZIP, packed, limit, error);
  if (g_ascii_strcasecmp (coding, "deflate") == 0)
    return decode_deflate (packed, limit, error);
  if (g_ascii_strcasecmp (coding, "br") == 0)
    return decode_brotli (packed, limit, error);
  g_set_error (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED, _("it is packed as “%s”, which was not asked for"), coding);
  return NULL;
}

static void
explain (GError **error)
{
  if (error == NULL || *error == NULL || (*error)->domain == CUT_ERROR)
    return;
  g_clear_error (error);
  g_set_error_literal (error, CUT_ERROR, CUT_ERROR_NETWORK, _("its packed bytes are damaged or cut off"));
}

GBytes *
cut_decode_content (GBytes *raw, const char *encoding, gsize limit, GError **error)
{
  g_auto (GStrv) codings = g_strsplit (encoding != NULL ? encoding : "", ",", MAX_CODINGS + 1);
  g_autoptr (GBytes) bytes = g_bytes_ref (raw);
  unsigned count = g_strv_length (codings);

  if (count > MAX_CODINGS)
    {
      g_set_error_literal (error, CUT_ERROR, CUT_ERROR_UNSUPPORTED, _("it is packed several times over"));
      return NULL;
    }
  for (unsigned i = count; i > 0; i--)
    {
      g_autoptr (GError) local = NULL;
      GBytes *next = decode_one (bytes, g_strstrip (codings[i - 1]), limit, &local);

      if (next == NULL)
        {
          explain (&local);
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      g_bytes_unref (bytes);
      bytes = next;
    }
  return g_steal_pointer (&bytes);
}
