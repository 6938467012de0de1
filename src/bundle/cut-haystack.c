/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-haystack.h"

#include <gio/gio.h>
#include <string.h>

#include "cut-limits.h"
#include "cut-unpack.h"

/* A name wrapped deeper than this was hidden on purpose, not left in by chance. */
#define MAX_DEPTH 4
#define MAX_UNPACKED (CUT_LIMIT_BODY * 4)
/* Shorter runs of base64 are words. */
#define MIN_BASE64 16

typedef struct
{
  GBytes *bytes;
  guint depth;
} Layer;

static void
push (GQueue *layers,
      GBytes *bytes,
      guint   depth)
{
  Layer *layer;

  if (bytes == NULL)
    return;
  if (depth > MAX_DEPTH || g_bytes_get_size (bytes) == 0)
    {
      g_bytes_unref (bytes);
      return;
    }
  layer = g_new0 (Layer, 1);
  layer->bytes = bytes;
  layer->depth = depth;
  g_queue_push_tail (layers, layer);
}

static void
layer_free (gpointer data)
{
  Layer *layer = data;

  g_bytes_unref (layer->bytes);
  g_free (layer);
}

/* Escapes. */

/* The character at "&#…;" or of the few named entities names are written with; 0 when it is none. */
static gunichar
entity_at (const char *at,
           const char *end,
           gsize      *length)
{
  static const struct { const char *name; gunichar c; } named[] = {
    { "&amp;", '&' }, { "&nbsp;", ' ' }, { "&shy;", 0xad }, { "&quot;", '"' }, { "&apos;", '\'' },
    { "&ouml;", 0xf6 }, { "&auml;", 0xe4 }, { "&uuml;", 0xfc }, { "&Ouml;", 0xd6 }, { "&Auml;", 0xc4 },
    { "&Uuml;", 0xdc }, { "&szlig;", 0xdf }, { "&eacute;", 0xe9 }, { "&egrave;", 0xe8 }, { "&agrave;", 0xe0 },
    { "&aacute;", 0xe1 }, { "&iacute;", 0xed }, { "&oacute;", 0xf3 }, { "&uacute;", 0xfa }, { "&ntilde;", 0xf1 },
    { "&ccedil;", 0xe7 }, { "&Eacute;", 0xc9 }, { "&oslash;", 0xf8 }, { "&aring;", 0xe5 }, { "&ecirc;", 0xea },
    { "&commat;", '@' }, { "&period;", '.' }, { "&hyphen;", '-' },
  };
  char *stop = NULL;
  guint64 number;

  if (end - at > 3 && at[1] == '#')
    {
      gboolean hex = at[2] == 'x' || at[2] == 'X';

      number = g_ascii_strtoull (at + (hex ? 3 : 2), &stop, hex ? 16 : 10);
      if (stop > at + 2 && stop < end && number > 0 && number < 0x110000 && g_unichar_validate ((gunichar) number))
        {
          *length = (gsize) (stop - at) + (*stop == ';');
          return (gunichar) number;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if ((gsize) (end - at) >= strlen (named[i].name) && strncmp (at, named[i].name, strlen (named[i].name)) == 0)
      {
        *length = strlen (named[i].name);
        return named[i].c;
      }
  return 0;
}

/* A byte written as two hexadecimal digits after the mark at @at, or -1. */
static int
hex_byte (const char *at,
          const char *end)
{
  int high = end - at > 2 ? g_ascii_xdigit_value (at[1]) : -1;
  int low = end - at > 2 ? g_ascii_xdigit_value (at[2]) : -1;

  return high >= 0 && low >= 0 ? high * 16 + low : -1;
}

/* Takes one escape at @at off the text; its length, or 0. */
static gsize
undo_escape (const char *at,
             const char *end,
             GString    *out)
{
  gsize length = 0;
  gunichar c = 0;
  int byte = -1;

  if (*at == '&')
    c = entity_at (at, end, &length);
  else if (*at == '%' || *at == '=')
    byte = hex_byte (at, end);
  else if (*at == '\\' && end - at > 5 && at[1] == 'u')
    {
      int high = hex_byte (at + 1, end);
      int low = hex_byte (at + 3, end);

      c = high >= 0 && low >= 0 ? (gunichar) (high * 256 + low) : 0;
      length = 6;
    }
  /* A soft line break of quoted-printable. */
  else if (*at == '\0')
    return 1;
  if (*at == '=' && end - at > 2 && (at[1] == '\n' || (at[1] == '\r' && at[2] == '\n')))
    return at[1] == '\n' ? 2 : 3;
  if (byte > 0)
    {
      g_string_append_c (out, (char) byte);
      return 3;
    }
  if (c == 0 || !g_unichar_validate (c))
    return 0;
  g_string_append_unichar (out, c);
  return length;
}

/* NULL when there was nothing to undo. NUL bytes go as well: UTF-16 is ASCII with them in between. */
static GBytes *
undo_escapes (const char *text,
              gsize       length)
{
  g_autoptr (GString) out = NULL;
  const char *end = text + length;
  const char *kept = text;

  for (const char *at = text; at < end;)
    {
      gsize taken;

      if (*at != '&' && *at != '%' && *at != '=' && *at != '\\' && *at != '\0')
        {
          at++;
          continue;
        }
      if (out == NULL)
        out = g_string_sized_new (length);
      g_string_append_len (out, kept, at - kept);
      taken = undo_escape (at, end, out);
      kept = at + taken;
      at += MAX (taken, 1);
    }
  if (out == NULL)
    return NULL;
  g_string_append_len (out, kept, end - kept);
  return out->len < length ? g_string_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

/* Base64. */

static gboolean
is_base64 (char c)
{
  return g_ascii_isalnum (c) || c == '+' || c == '/' || c == '-' || c == '_';
}

static void
decode_run (const char *run,
            gsize       length,
            GByteArray *out)
{
  g_autofree char *text = g_strndup (run, length);
  g_autofree guint8 *bytes = NULL;
  gsize size = 0;

  g_strdelimit (text, "-", '+');
  g_strdelimit (text, "_", '/');
  bytes = g_base64_decode (text, &size);
  g_byte_array_append (out, bytes, (guint) size);
  g_byte_array_append (out, (const guint8 *) "\n", 1);
}

static GBytes *
undo_base64 (const char *text,
             gsize       length)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize start = 0;
  gsize n = 0;

  for (gsize i = 0; i <= length; i++)
    {
      if (i < length && is_base64 (text[i]))
        {
          n++;
          continue;
        }
      /* A line break in mail does not end it. */
      if (i < length && n >= 60 && (text[i] == '\n' || text[i] == '\r'))
        continue;
      if (n >= MIN_BASE64)
        decode_run (text + start, i - start, out);
      start = i + 1;
      n = 0;
    }
  return out->len > 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

/* Packed bytes. */

static GBytes *
inflate (const guint8 *data,
         gsize         length)
{
  g_autoptr (GConverter) inflater = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autofree guint8 *out = g_malloc (65536);
  gsize taken = 0;
  gsize made = 0;

  /* The first 64 KiB of a picture's remark are enough. */
  g_converter_convert (inflater, data, length, out, 65536, G_CONVERTER_INPUT_AT_END, &taken, &made, NULL);
  return made > 0 ? g_bytes_new (out, made) : NULL;
}

static void
push_png_texts (GQueue       *layers,
                const guint8 *data,
                gsize         size,
                guint         depth)
{
  gsize at = 8;

  while (at + 12 <= size)
    {
      gsize length = (gsize) data[at] << 24 | (gsize) data[at + 1] << 16 | (gsize) data[at + 2] << 8 | data[at + 3];
      const guint8 *chunk = data + at + 8;

      if (length > size - at - 12)
        return;
      if (memcmp (data + at + 4, "zTXt", 4) == 0 || memcmp (data + at + 4, "iTXt", 4) == 0)
        for (gsize i = 0; i + 2 < length; i++)
          if (chunk[i] == 0x78)
            {
              GBytes *text = inflate (chunk + i, length - i);

              push (layers, text, depth);
              if (text != NULL)
                break;
            }
      at += length + 12;
    }
}

static const guint8 *
find_bytes (const guint8 *at,
            const guint8 *end,
            const char   *word)
{
  gsize length = strlen (word);

  while (at != NULL && (gsize) (end - at) >= length && memcmp (at, word, length) != 0)
    at = memchr (at + 1, *word, (gsize) (end - at - 1));
  return at != NULL && (gsize) (end - at) >= length ? at : NULL;
}

/* What a PDF has packed: its remarks stand in such streams. Its text is searched as the reader text. */
static void
push_pdf_streams (GQueue       *layers,
                  const guint8 *data,
                  gsize         size,
                  guint         depth)
{
  const guint8 *end = data + size;
  const guint8 *at = find_bytes (data, end, "%PDF-");

  while (at != NULL && (at = find_bytes (at, end, "stream")) != NULL)
    {
      at += 6;
      at += at < end && *at == '\r';
      at += at < end && *at == '\n';
      if (at < end && *at == 0x78)
        push (layers, inflate (at, (gsize) (end - at)), depth);
    }
}

static void
push_unpacked (GQueue      *layers,
               const Layer *layer)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (layer->bytes, &size);
  const guint8 *end = data + size;

  if (cut_unpack_is_gzip (layer->bytes))
    {
      push (layers, cut_unpack_gzip (layer->bytes, MAX_UNPACKED, NULL), layer->depth + 1);
      return;
    }
  if (size > 8 && memcmp (data, "\211PNG\r\n\032\n", 8) == 0)
    push_png_texts (layers, data, size, layer->depth + 1);
  push_pdf_streams (layers, data, size, layer->depth + 1);
  /* The body of an HTTP message that was sent packed. */
  for (const guint8 *at = data; end - at > 22 && (at = memchr (at, '\r', (gsize) (end - at - 22))) != NULL; at++)
    if (memcmp (at, "\r\n\r\n\037\213\010", 7) == 0)
      {
        g_autoptr (GBytes) rest = g_bytes_new_from_bytes (layer->bytes, (gsize) (at + 4 - data),
                                                          (gsize) (end - at - 4));

        push (layers, cut_unpack_first (rest, MAX_UNPACKED), layer->depth + 1);
      }
}

/* Texts. */

static gboolean
hand_out (const char      *text,
          gsize            length,
          CutHaystackFunc  func,
          gpointer         data)
{
  g_autofree char *valid = NULL;
  g_autofree char *western = NULL;
  gsize written = 0;

  if (g_utf8_validate_len (text, length, NULL))
    return func (text, length, data);
  valid = g_utf8_make_valid (text, (gssize) length);
  if (!func (valid, strlen (valid), data))
    return FALSE;
  western = g_convert (text, (gssize) length, "UTF-8", "ISO-8859-1", NULL, &written, NULL);
  return western == NULL || func (western, written, data);
}

static gboolean
search_layer (GQueue          *layers,
              const Layer     *layer,
              CutHaystackFunc  func,
              gpointer         data)
{
  gsize size;
  const char *text = g_bytes_get_data (layer->bytes, &size);
  gboolean wide = size > 2 && ((guchar) text[0] == 0xff || (guchar) text[0] == 0xfe);

  if (!hand_out (text, size, func, data))
    return FALSE;
  if (wide)
    {
      gsize written = 0;
      char *plain = g_convert (text, (gssize) (size & ~(gsize) 1), "UTF-8", "UTF-16", NULL, &written, NULL);

      if (plain != NULL)
        push (layers, g_bytes_new_take (plain, written), layer->depth + 1);
    }
  push_unpacked (layers, layer);
  /* What was decoded from base64 once is not looked through for it again: hashes would go on for ever. */
  if (layer->depth < 2)
    push (layers, undo_base64 (text, size), MAX_DEPTH - 1);
  push (layers, undo_escapes (text, size), layer->depth + 1);
  return TRUE;
}

gboolean
cut_haystack_each (GBytes          *bytes,
                   CutHaystackFunc  func,
                   gpointer         data)
{
  GQueue layers = G_QUEUE_INIT;
  gboolean going = TRUE;

  push (&layers, g_bytes_ref (bytes), 0);
  while (going && !g_queue_is_empty (&layers))
    {
      Layer *layer = g_queue_pop_head (&layers);

      going = search_layer (&layers, layer, func, data);
      layer_free (layer);
    }
  g_queue_clear_full (&layers, layer_free);
  return going;
}
