/* SPDX-FileCopyrightText: The Cuttings authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cut-haystack.h"

#include <gio/gio.h>
#include <string.h>

#include "cut-limits.h"
#include "cut-pixels.h"
#include "cut-unpack.h"

/* A name wrapped deeper than this was hidden on purpose, not left in by chance. */
#define MAX_DEPTH 4
#define MAX_UNPACKED (CUT_LIMIT_BODY * 4)
/* Shorter runs of base64 are words. */
#define MIN_BASE64 16

typedef struct
{
  GBytes *bytes;
  GArray *fresh; /* (nullable) (element-type gsize): where escapes were undone, in order; %NULL for all of it */
  guint depth;
} Layer;

/* Takes @bytes and @fresh. */
static void
push_undone (GQueue *layers,
             GBytes *bytes,
             GArray *fresh,
             guint   depth)
{
  Layer *layer;

  if (bytes == NULL || depth > MAX_DEPTH || g_bytes_get_size (bytes) == 0)
    {
      g_clear_pointer (&bytes, g_bytes_unref);
      g_clear_pointer (&fresh, g_array_unref);
      return;
    }
  layer = g_new0 (Layer, 1);
  layer->bytes = bytes;
  layer->fresh = fresh;
  layer->depth = depth;
  g_queue_push_tail (layers, layer);
}

static void
push (GQueue *layers,
      GBytes *bytes,
      guint   depth)
{
  push_undone (layers, bytes, NULL, depth);
}

static void
layer_free (gpointer data)
{
  Layer *layer = data;

  g_bytes_unref (layer->bytes);
  g_clear_pointer (&layer->fresh, g_array_unref);
  g_free (layer);
}

/* What a byte can be the start or a part of. */
enum
{
  BASE64 = 1 << 0,
  ESCAPE = 1 << 1,
};

static void
fill_roles (guint8 *roles)
{
  memset (roles, 0, 256);
  for (guint c = 0; c < 0x80; c++)
    if (g_ascii_isalnum (c))
      roles[c] = BASE64;
  for (const char *at = "+/-_"; *at != '\0'; at++)
    roles[(guchar) *at] = BASE64;
  for (const char *at = "&%=\\"; *at != '\0'; at++)
    roles[(guchar) *at] = ESCAPE;
  roles[0] = ESCAPE;
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

  if (end - at < 4 || (at[1] != '#' && !g_ascii_isalpha (at[1])))
    return 0;
  if (at[1] == '#')
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

/* NULL when there was nothing to undo. NUL bytes go as well: UTF-16 is ASCII with them in between. @fresh: (inout): gets where it was */
static GBytes *
undo_escapes (const guint8 *roles,
              const char   *text,
              gsize         length,
              GArray       *fresh)
{
  g_autoptr (GString) out = NULL;
  g_autoptr (GString) undone = g_string_new (NULL);
  const char *end = text + length;
  const char *kept = text;

  for (const char *at = text; at < end;)
    {
      gsize taken = (roles[(guchar) *at] & ESCAPE) != 0 ? undo_escape (at, end, undone) : 0;
      gsize before;

      if (taken == 0)
        {
          at++;
          continue;
        }
      if (out == NULL)
        out = g_string_sized_new (length);
      g_string_append_len (out, kept, at - kept);
      before = out->len;
      g_array_append_val (fresh, before);
      g_string_append_len (out, undone->str, (gssize) undone->len);
      g_string_truncate (undone, 0);
      at += taken;
      kept = at;
    }
  if (out == NULL)
    return NULL;
  g_string_append_len (out, kept, end - kept);
  return out->len < length ? g_string_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

static void
push_without_escapes (GQueue       *layers,
                      const guint8 *roles,
                      const Layer  *layer)
{
  gsize size;
  const char *text = g_bytes_get_data (layer->bytes, &size);
  GArray *fresh = g_array_new (FALSE, FALSE, sizeof (gsize));
  GBytes *undone = undo_escapes (roles, text, size, fresh);

  push_undone (layers, undone, fresh, layer->depth + 1);
}

/* The parts of a layer that were not seen before. */

typedef struct
{
  gsize start;
  gsize end;
} Window;

/* Whether a word, or a run of base64, goes on with it. */
static gboolean
goes_on (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80 || c == '+' || c == '/' || c == '-' || c == '_';
}

/* Back from @at over @reach letters and on to the start of a word, but not before @limit. Only letters of ASCII count: of others a name may have
 * several for one that it is folded to. */
static gsize
walk_back (const char *text,
           gsize       at,
           gsize       limit,
           gsize       reach)
{
  for (gsize n = 0; at > limit && (n < reach || goes_on (text[at - 1])); at--)
    n += g_ascii_isalnum (text[at - 1]);
  return at;
}

static gsize
walk_on (const char *text,
         gsize       at,
         gsize       size,
         gsize       reach)
{
  for (gsize n = 0; at < size && (n < reach || goes_on (text[at])); at++)
    n += g_ascii_isalnum (text[at]);
  return at;
}

static gsize
fresh_at (const Layer *layer,
          guint        n)
{
  return MIN (g_array_index (layer->fresh, gsize, n), g_bytes_get_size (layer->bytes));
}

/* What stands so near to fresh letters that it can be part of the same name. @n: (inout): how many of the fresh places lie before it */
static gboolean
next_window (const Layer *layer,
             gsize        reach,
             guint       *n,
             Window      *window)
{
  gsize size;
  const char *text = g_bytes_get_data (layer->bytes, &size);

  if (layer->fresh == NULL)
    *window = (Window) { 0, *n == 0 ? size : 0 };
  if (layer->fresh == NULL || *n >= layer->fresh->len)
    return layer->fresh == NULL && (*n)++ == 0;
  window->start = walk_back (text, fresh_at (layer, *n), window->end, reach + 1);
  do
    {
      window->end = walk_on (text, MIN (fresh_at (layer, *n) + 1, size), size, reach + 1);
      (*n)++;
      /* From the last place within it, so that no stretch is walked over more than twice. */
      while (*n + 1 < layer->fresh->len && fresh_at (layer, *n + 1) <= window->end)
        (*n)++;
    }
  while (*n < layer->fresh->len && fresh_at (layer, *n) <= window->end);
  return TRUE;
}

/* Base64. */

/* A picture or a document, and not one of many short ones. */
#define OWN_LAYER 4096

/* The other alphabet of RFC 4648 has signs that g_base64_decode_step() does not know. Without its padding, which ended the run, the last bytes
 * would be lost; what is too much of it does no harm. */
static void
decode_run (const char *run,
            gsize       length,
            GByteArray *out)
{
  g_autofree char *plain = NULL;
  gsize before = out->len;
  int state = 0;
  guint save = 0;

  if (memchr (run, '-', length) != NULL || memchr (run, '_', length) != NULL)
    plain = g_memdup2 (run, length);
  for (gsize i = 0; plain != NULL && i < length; i++)
    plain[i] = plain[i] == '-' ? '+' : plain[i] == '_' ? '/' : plain[i];
  g_byte_array_set_size (out, (guint) (before + (length + 2) / 4 * 3 + 4));
  before += g_base64_decode_step (plain != NULL ? plain : run, length, out->data + before, &state, &save);
  before += g_base64_decode_step ("==", 2, out->data + before, &state, &save);
  g_byte_array_set_size (out, (guint) before);
  g_byte_array_append (out, (const guint8 *) "\n", 1);
}

static void
push_decoded (GQueue     *layers,
              const char *run,
              gsize       length)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();

  decode_run (run, length, out);
  push (layers, g_byte_array_free_to_bytes (g_steal_pointer (&out)), MAX_DEPTH - 1);
}

/* Where the first run from @at on starts that is long enough, or @length. Looked at from its last letter back: most are too short, and passed over by that. */
static gsize
next_run (const guint8 *roles,
          const char   *text,
          gsize         at,
          gsize         length)
{
  while (length - at >= MIN_BASE64)
    {
      gsize start = at + MIN_BASE64;

      while (start > at && (roles[(guchar) text[start - 1]] & BASE64) != 0)
        start--;
      if (start == at)
        return at;
      at = start;
    }
  return length;
}

/* @n: (out): how many letters it has */
static gsize
end_of_run (const guint8 *roles,
            const char   *text,
            gsize         at,
            gsize         length,
            gsize        *n)
{
  for (*n = 0; at < length; at++)
    {
      if ((roles[(guchar) text[at]] & BASE64) != 0)
        (*n)++;
      /* A line break in mail does not end it. */
      else if (*n < 60 || (text[at] != '\n' && text[at] != '\r'))
        break;
    }
  return at;
}

static void
undo_base64 (GQueue       *layers,
             const guint8 *roles,
             const char   *text,
             gsize         length,
             GByteArray   *out)
{
  gsize n;

  for (gsize start = next_run (roles, text, 0, length), end; start < length; start = next_run (roles, text, end, length))
    {
      end = end_of_run (roles, text, start, length, &n);
      if (n >= OWN_LAYER)
        push_decoded (layers, text + start, end - start);
      else
        decode_run (text + start, end - start, out);
    }
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

typedef struct
{
  GQueue layers;
  gsize reach;
  CutHaystackFunc func;
  gpointer data;
  guint8 roles[256];
} Haystack;

static gboolean
hand_out (Haystack   *self,
          const char *text,
          gsize       length)
{
  return self->func (text, length, FALSE, self->data) &&
         (g_utf8_validate_len (text, length, NULL) || self->func (text, length, TRUE, self->data));
}

static void
push_wide (Haystack    *self,
           const Layer *layer)
{
  gsize size;
  const char *text = g_bytes_get_data (layer->bytes, &size);
  gsize written = 0;
  char *plain;

  if (layer->fresh != NULL || size <= 2 || ((guchar) text[0] != 0xff && (guchar) text[0] != 0xfe))
    return;
  plain = g_convert (text, (gssize) (size & ~(gsize) 1), "UTF-8", "UTF-16", NULL, &written, NULL);
  if (plain != NULL)
    push (&self->layers, g_bytes_new_take (plain, written), layer->depth + 1);
}

static void
drop_pixels (Layer *layer)
{
  GBytes *rest = layer->fresh == NULL ? cut_pixels_drop (layer->bytes) : NULL;

  if (rest == NULL)
    return;
  g_bytes_unref (layer->bytes);
  layer->bytes = rest;
}

/* What is packed is searched unpacked; packed, it says nothing. In front of it can stand the name of a file and a remark. */
static gboolean
search_gzip (Haystack    *self,
             const Layer *layer,
             gboolean    *going)
{
  g_autoptr (GByteArray) heads = g_byte_array_new ();
  GBytes *plain = layer->depth < MAX_DEPTH && cut_unpack_is_gzip (layer->bytes) ? cut_unpack_gzip_and_heads (layer->bytes, MAX_UNPACKED, heads, NULL) : NULL;

  if (plain == NULL)
    return FALSE;
  push (&self->layers, plain, layer->depth + 1);
  *going = hand_out (self, (const char *) heads->data, heads->len);
  return TRUE;
}

static gboolean
search_layer (Haystack    *self,
              const Layer *layer)
{
  g_autoptr (GByteArray) decoded = g_byte_array_new ();
  const char *text = g_bytes_get_data (layer->bytes, NULL);
  Window window = { 0, 0 };
  gboolean going = TRUE;
  guint n = 0;

  if (search_gzip (self, layer, &going))
    return going;
  while (next_window (layer, self->reach, &n, &window))
    {
      if (!hand_out (self, text + window.start, window.end - window.start))
        return FALSE;
      /* What was decoded from base64 once is not looked through for it again: hashes would go on for ever. */
      if (layer->depth < 2)
        undo_base64 (&self->layers, self->roles, text + window.start, window.end - window.start, decoded);
    }
  push_wide (self, layer);
  push_unpacked (&self->layers, layer);
  push (&self->layers, g_byte_array_free_to_bytes (g_steal_pointer (&decoded)), MAX_DEPTH - 1);
  push_without_escapes (&self->layers, self->roles, layer);
  return TRUE;
}

gboolean
cut_haystack_each (GBytes          *bytes,
                   gsize            reach,
                   CutHaystackFunc  func,
                   gpointer         data,
                   GCancellable    *cancellable)
{
  Haystack self = { G_QUEUE_INIT, reach, func, data, { 0 } };
  gboolean going = TRUE;

  fill_roles (self.roles);
  push (&self.layers, g_bytes_ref (bytes), 0);
  while (going && !g_queue_is_empty (&self.layers))
    {
      Layer *layer = g_queue_pop_head (&self.layers);

      drop_pixels (layer);
      going = !g_cancellable_is_cancelled (cancellable) && search_layer (&self, layer);
      layer_free (layer);
    }
  g_queue_clear_full (&self.layers, layer_free);
  return going;
}
