/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cut-decode.h"
#include "cut-error.h"
#include "cut-test-server.h"

#define TEXT "The minutes were never published."

static GBytes *
pack (GZlibCompressorFormat format, GBytes *bytes)
{
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (format, -1));
  char packed[4096];
  gsize taken;
  gsize made;

  g_assert_cmpint (g_converter_convert (packer, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), packed, sizeof packed,
                                        G_CONVERTER_INPUT_AT_END, &taken, &made, NULL), ==, G_CONVERTER_FINISHED);
  return g_bytes_new (packed, made);
}

static void
assert_decodes (GBytes *packed, const char *encoding, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cut_decode_content (packed, encoding, 1000, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static void
test_codings (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static (TEXT, strlen (TEXT));
  g_autoptr (GBytes) gzip = pack (G_ZLIB_COMPRESSOR_FORMAT_GZIP, text);
  g_autoptr (GBytes) zlib = pack (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, text);
  g_autoptr (GBytes) raw = pack (G_ZLIB_COMPRESSOR_FORMAT_RAW, text);
  g_autoptr (GBytes) twice = pack (G_ZLIB_COMPRESSOR_FORMAT_GZIP, zlib);

  assert_decodes (text, NULL, TEXT);
  assert_decodes (text, "", TEXT);
  assert_decodes (text, "identity", TEXT);
  assert_decodes (gzip, "gzip", TEXT);
  assert_decodes (gzip, "X-GZIP", TEXT);
  assert_decodes (zlib, "deflate", TEXT);
  assert_decodes (raw, "deflate", TEXT);
  assert_decodes (twice, "deflate, gzip", TEXT);
}

/* Two packed streams in a row, and bytes after the last that mean nothing. */
static void
test_members (void)
{
  g_autoptr (GBytes) gzip = cut_test_gzip (TEXT, strlen (TEXT));
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 2; i++)
    g_byte_array_append (all, g_bytes_get_data (gzip, NULL), (guint) g_bytes_get_size (gzip));
  g_byte_array_append (all, (const guint8 *) "tail", 4);
  bytes = g_bytes_new (all->data, all->len);
  assert_decodes (bytes, "gzip", TEXT TEXT);
}

static void
assert_fails (GBytes *packed, const char *encoding, gsize limit, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cut_decode_content (packed, encoding, limit, &error));
  g_assert_error (error, CUT_ERROR, code);
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) gzip = cut_test_gzip (TEXT, strlen (TEXT));
  gsize length = g_bytes_get_size (gzip);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (gzip, NULL), length);

  for (gsize cut = 0; cut < length; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (gzip, 0, cut);
      assert_fails (part, "gzip", 1000, CUT_ERROR_NETWORK);
      assert_fails (part, "deflate", 1000, CUT_ERROR_NETWORK);
    }
  copy[length - 6] ^= 1; /* in the checksum */
  {
    g_autoptr (GBytes) changed = g_bytes_new (copy, length);
    assert_fails (changed, "gzip", 1000, CUT_ERROR_NETWORK);
  }
}

static void
test_limits (void)
{
  g_autoptr (GBytes) gzip = cut_test_gzip (TEXT, strlen (TEXT));
  g_autoptr (GBytes) bytes = NULL;

  assert_fails (gzip, "gzip", strlen (TEXT) - 1, CUT_ERROR_TOO_LARGE);
  bytes = cut_decode_content (gzip, "gzip", strlen (TEXT), NULL);
  g_assert_nonnull (bytes);
  assert_fails (gzip, "zstd", 1000, CUT_ERROR_UNSUPPORTED);
  assert_fails (gzip, "br", 1000, CUT_ERROR_NETWORK);
  assert_fails (gzip, "gzip, gzip, gzip, gzip", 1000, CUT_ERROR_UNSUPPORTED);
}

/* However the network cuts the bytes, the body and the verdict are the same. */
static void
assert_chunks (const char *framed, CutChunksState state, gboolean whole, const char *body)
{
  for (gsize step = 1; step <= strlen (framed); step++)
    {
      g_autoptr (CutChunks) chunks = cut_chunks_new ();
      g_autoptr (GByteArray) out = g_byte_array_new ();
      CutChunksState last = CUT_CHUNKS_MORE;

      for (gsize at = 0; at < strlen (framed) && last == CUT_CHUNKS_MORE; at += step)
        last = cut_chunks_feed (chunks, (const guint8 *) framed + at, MIN (step, strlen (framed) - at), out);
      g_assert_cmpint (last, ==, state);
      g_assert_cmpint (cut_chunks_end (chunks), ==, whole);
      g_assert_cmpmem (out->data, out->len, body, strlen (body));
    }
}

static void
test_chunks (void)
{
  assert_chunks ("5\r\nHello\r\n0\r\n\r\n", CUT_CHUNKS_DONE, TRUE, "Hello");
  assert_chunks ("5\nHello\n0\n\n", CUT_CHUNKS_DONE, TRUE, "Hello");
  assert_chunks ("005 ;x=\"y\"\r\nHello\r\n1\r\n!\r\n0\r\nA: b\r\n\r\n", CUT_CHUNKS_DONE, TRUE, "Hello!");
  assert_chunks ("A\r\n0123456789\r\n0\r\n", CUT_CHUNKS_MORE, TRUE, "0123456789");
  assert_chunks ("5\r\nHello\r\n", CUT_CHUNKS_MORE, FALSE, "Hello");
  assert_chunks ("5\r\nHello", CUT_CHUNKS_MORE, FALSE, "Hello");
  assert_chunks ("5\r\nHel", CUT_CHUNKS_MORE, FALSE, "Hel");
  assert_chunks ("5\r\nHello, world", CUT_CHUNKS_MORE, FALSE, "Hello");
  assert_chunks ("5\r\nHello, \r\n", CUT_CHUNKS_BROKEN, FALSE, "Hello");
  assert_chunks ("zz\r\n", CUT_CHUNKS_BROKEN, FALSE, "");
  assert_chunks ("\r\n", CUT_CHUNKS_BROKEN, FALSE, "");
  assert_chunks ("-1\r\n", CUT_CHUNKS_BROKEN, FALSE, "");
  assert_chunks ("0x5\r\n", CUT_CHUNKS_BROKEN, FALSE, "");
  assert_chunks ("ffffffffffffffffffff\r\n", CUT_CHUNKS_BROKEN, FALSE, "");
}

static void
test_long_line (void)
{
  g_autofree char *line = g_strnfill (100000, '1');
  g_autoptr (CutChunks) chunks = cut_chunks_new ();
  g_autoptr (GByteArray) out = g_byte_array_new ();

  g_assert_cmpint (cut_chunks_feed (chunks, (const guint8 *) line, 100000, out), ==, CUT_CHUNKS_BROKEN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/net/decode/codings", test_codings);
  g_test_add_func ("/net/decode/members", test_members);
  g_test_add_func ("/net/decode/damaged", test_damaged);
  g_test_add_func ("/net/decode/limits", test_limits);
  g_test_add_func ("/net/decode/chunks", test_chunks);
  g_test_add_func ("/net/decode/long-line", test_long_line);
  return g_test_run ();
}
